/** What days that are announced or withdrawn move, in a few lines: how many deadlines of which services, and the first of them. */
import type { Language, Text } from '../../engine/core/text.ts'
import type { Say } from '../text/text.ts'
import { table } from './table.ts'
import { moment } from './time.ts'

/** As the server shows it. */
export interface ShownPreview {
  readonly deadlines: number
  readonly applications: number
  readonly inTimeAgain: number
  readonly lateThen: number
  readonly services: readonly { readonly packageId: string; readonly deadlines: number }[]
  readonly examples: readonly {
    readonly reference: string
    readonly title: Text
    readonly before: string
    readonly due: string
  }[]
  readonly complete: boolean
}

export function previewLines(shown: ShownPreview, say: Say, language: Language): readonly string[] {
  const { deadlines, applications, inTimeAgain, lateThen, services, examples, complete } = shown
  if (deadlines === 0) return [say('preview.none')]
  const told = [say(complete ? 'preview.moves' : 'preview.movesAtLeast', { deadlines, applications })]
  if (inTimeAgain > 0) told.push(say('preview.inTimeAgain', { count: inTimeAgain }))
  if (lateThen > 0) told.push(say('preview.lateThen', { count: lateThen }))
  const rows = examples.map(({ reference, title, before, due }) => [
    reference,
    title[language],
    moment(before),
    moment(due),
  ])
  const headings = [say('preview.reference'), say('clock.deadline'), say('preview.before'), say('preview.then')]
  return [...told, services.map((one) => `${one.packageId}: ${one.deadlines}`).join(', '), '', ...table(headings, rows)]
}
