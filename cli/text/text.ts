/** Everything the command line says, in the language of the person at the keyboard. */
import type { Language, Text } from '../../engine/core/text.ts'
import { ACTING } from './acting.ts'
import { AUTHOR } from './author.ts'
import { CASES } from './cases.ts'
import { DEADLINE } from './deadline.ts'
import { DEMO } from './demo.ts'
import { EVENT } from './event.ts'
import { FRAME } from './frame.ts'
import { MIGRATION } from './migration.ts'
import { OPERATE } from './operate.ts'
import { PAPER } from './paper.ts'
import { PAYMENT } from './payment.ts'
import { PEOPLE } from './people.ts'
import { REPLAY } from './replay.ts'
import { RUN } from './run.ts'

export const TEXTS = {
  ...FRAME,
  ...RUN,
  ...DEMO,
  ...AUTHOR,
  ...CASES,
  ...PAYMENT,
  ...EVENT,
  ...PAPER,
  ...DEADLINE,
  ...OPERATE,
  ...MIGRATION,
  ...REPLAY,
  ...PEOPLE,
  ...ACTING,
} as const

export type TextKey = keyof typeof TEXTS

/** The sentence of this key with its {places} filled. */
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

export function sayIn(language: Language): Say {
  return (key, values = {}) => {
    const text: Text = TEXTS[key]
    return text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
  }
}
