/** What the part of an entry is given, and what it says of itself: its question, a hint, and what is wrong with the answer. */
import type { Finding } from '../../../../engine/core/problem.ts'
import { sentence } from '../../../check/wording.ts'
import { useLanguage } from '../../../language/language.tsx'
import type { Change, Entry } from '../entry.ts'
import type { FeelContext } from './feel-part.tsx'

export interface EntryPartProps<E extends Entry = Entry> {
  readonly entry: E
  readonly findings: readonly Finding[]
  readonly context: FeelContext
  readonly timeZone: string
  readonly onChange: (change: Change) => void
  readonly go: (view: string, ...at: readonly string[]) => void
}

export type Of<K extends Entry['kind']> = EntryPartProps<Extract<Entry, { kind: K }>>

export interface SaidProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string
}

export function useSaid({
  entry,
  findings,
  context,
}: Pick<EntryPartProps, 'entry' | 'findings' | 'context'>): SaidProps {
  const { say, language } = useLanguage()
  const told = findings.map((it) => sentence(it, context.session.files, language))
  const errors = told.length > 0 ? told : entry.fault ? [say(entry.fault)] : []
  return {
    label: say(entry.label),
    ...(entry.hint && { hint: say(entry.hint) }),
    ...(errors.length > 0 && { error: errors.join('\n') }),
  }
}
