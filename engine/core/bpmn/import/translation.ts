/** One thing that other engines write and Masar says otherwise: on which elements it stands, and what becomes of it. */
import type { MutableElement } from '../moddle.ts'
import type { Workshop } from './workshop.ts'

export interface Translation {
  readonly name: string
  /** Looks at every element of the drawing once. */
  translate(element: MutableElement, workshop: Workshop): void
}
