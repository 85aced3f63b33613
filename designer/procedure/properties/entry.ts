/**
 * What a panel asks about an element: one entry for each thing that can be said of it, with what it is now and how another answer is written.
 *
 * Entries know nothing of a page. The panel draws each kind by one part; tests answer them on a drawing in memory.
 */
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Text } from '../../../engine/core/text.ts'
import type { Before } from './before.ts'
import type { Listed } from '../../documents/listed.ts'
import type { Editing } from './editing.ts'
import type { Facts } from './facts.ts'
import type { Row } from './rows.ts'
import type { TimerText } from './timer-text.ts'

export type Change = (edit: Editing) => void

/** What a panel is about. */
export interface Subject {
  readonly element: ModdleElement
  /** Elements that throw, catch and call by name stand there. */
  readonly definitions: ModdleElement
  readonly edit: Pick<Editing, 'get'>
  /** What the package offers to choose from. */
  readonly facts: Facts
}

interface Base {
  /** Stable within its group. */
  readonly id: string
  readonly label: Text
  readonly hint?: Text
  /** What is wrong with the answer as it stands. */
  readonly fault?: Text | undefined
  /** Findings of these rules belong here, where their message has one of `words`, or where there are none. */
  readonly rules?: readonly string[]
  readonly words?: readonly string[]
}

export interface Choice {
  readonly value: string
  readonly label: Text
}

export type Entry =
  | (Base & {
      readonly kind: 'text'
      readonly value: string
      readonly ltr?: boolean
      readonly lines?: number
      write(value: string): Change
    })
  | (Base & { readonly kind: 'both'; readonly value: Text; readonly lines?: number; write(value: Text): Change })
  | (Base & {
      readonly kind: 'feel'
      readonly value: string
      /** Text without "=" stands for itself. */
      readonly plain: boolean
      /** JSON Schema of what it is to give. */
      readonly expected?: JsonObject
      /** What is mostly meant, to be chosen; anything else is written. */
      readonly choices?: readonly Choice[]
      /** What the way to write is called where there are choices. */
      readonly written?: Text
      write(value: string): Change
    })
  | (Base & {
      /** FEEL that is true or false, mostly one answer and what is said of it. */
      readonly kind: 'condition'
      readonly value: string
      readonly expected: JsonObject
      /** The step whose arrows part: what is known there can be asked. */
      readonly at: string
      /** Looked up when it is shown. */
      before(): Before
      write(value: string): Change
    })
  | (Base & {
      readonly kind: 'choice'
      readonly value: string
      readonly choices: readonly Choice[]
      /** All of them are seen, and one is chosen by one click. */
      readonly isSpread?: true
      write(value: string): Change
    })
  | (Base & {
      readonly kind: 'several'
      readonly value: readonly string[]
      readonly choices: readonly Choice[]
      write(value: readonly string[]): Change
    })
  | (Base & { readonly kind: 'check'; readonly value: boolean; write(value: boolean): Change })
  | (Base & {
      readonly kind: 'rows'
      readonly rows: readonly Row[]
      readonly columns: { readonly name: Text; readonly value: Text }
      readonly valueFirst?: boolean
      readonly feel: boolean
      write(rows: readonly Row[]): Change
    })
  | (Base & {
      readonly kind: 'timer'
      readonly value: TimerText
      readonly ways: readonly TimerText['kind'][]
      write(value: TimerText): Change
    })
  | (Base & {
      readonly kind: 'link'
      readonly view: 'forms' | 'decisions' | 'documents' | 'policy'
      readonly at: readonly string[]
      /** There is nothing to open yet: it is made right here, and chosen. */
      readonly making?: Making
    })
  | (Base & { readonly kind: 'note' })

export type Making = {
  /** What it may be called: what its step is. */
  readonly proposed?: Text
  made(name: string): Change
} & (
  | { readonly kind: Listed['kind'] | 'form' }
  /** taken: ids of the decisions there are. */
  | { readonly kind: 'decision'; readonly taken: readonly string[] }
)

export interface Group {
  readonly id: string
  readonly title: Text
  readonly isFor: (element: ModdleElement, edit: Pick<Editing, 'get'>) => boolean
  readonly entries: (subject: Subject) => readonly Entry[]
}

export const isOf =
  (...types: readonly string[]) =>
  ({ $type }: ModdleElement): boolean =>
    types.includes($type)

/** Nothing chosen. */
export const NONE: Text = { ar: 'بلا', en: 'None' }
