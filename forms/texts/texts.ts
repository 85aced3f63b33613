/** The words of every form: what is wrong with an answer, and what stands around the questions. Both languages have the same keys. */
import type { Language } from '../../engine/core/text.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'

/** @param label of the question @param params what the rule asks */
export type Sentence = (label: string, params: Readonly<Record<string, unknown>>) => string

export interface FormWords {
  readonly errors: Readonly<Record<string, Sentence>>
  readonly optional: string
  readonly errorTitle: string
  readonly errorMark: string
  readonly choose: string
  readonly refreshChoices: string
  /** How it stands with a register that says what can be chosen. */
  readonly asking: Readonly<Record<'waits' | 'unasked' | 'fetching' | 'failed' | 'nothing', string>>
  /** Of a list that is searched: how many answers fit, in {count}. */
  readonly someFit: string
  readonly noneFits: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly hijri: string
  readonly currency: string
  readonly add: string
  readonly upload: string
  /** Of a file that is on its way by itself; {name} is its name. */
  readonly uploading: string
  readonly uploadChecking: string
  readonly uploadCancel: string
  readonly uploadAgain: string
  readonly uploadTaken: string
  readonly uploadFailed: string
  readonly uploadSignedOut: string
  readonly uploadCanceled: string
  readonly remove: string
  readonly entry: string
  readonly yes: string
  readonly no: string
  readonly mostCharacters: (most: number) => string
  readonly notAnswered: string
}

export const WORDS: Readonly<Record<Language, FormWords>> = { ar, en }
