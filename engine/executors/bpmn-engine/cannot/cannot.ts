/** One thing the library does not do as BPMN says: what it is, why, and where a procedure needs it. */
import type { Element, Program } from '../../../core/program.ts'
import type { Text } from '../../../core/text.ts'

export interface Cannot {
  readonly name: string
  readonly reason: Text
  /** Elements of the program that need it. */
  neededBy(program: Program): readonly Element[]
}
