/** Services companies may apply for, as people read of them. */
import { companyServices } from '../../../commands/mandates.ts'
import type { Language } from '../../../core/text.ts'
import type { Engine } from '../../../engine.ts'

/** By package id, in the order of their titles. */
export async function titlesOf(engine: Engine, language: Language): Promise<ReadonlyMap<string, string>> {
  const titles = (await companyServices(engine.deps)).map(
    ({ workflow }) => [workflow.id, workflow.title[language]] as const,
  )
  return new Map(titles.toSorted(([, one], [, other]) => one.localeCompare(other, language)))
}
