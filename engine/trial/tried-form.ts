/** A form of a trial as somebody meets it, with what registers would offer to choose from; asking for that is not counted as a call. */
import { compileForm } from '../../forms/compile.ts'
import type { FormSource } from '../../forms/form.ts'
import { opening } from '../../forms/opening.ts'
import type { Answering } from '../commands/answers.ts'
import { type Asker, withOffers } from '../commands/offers.ts'
import type { JsonObject } from '../core/json.ts'
import { officeDaysData } from '../core/office-days.ts'
import type { Form } from '../core/package/form.ts'
import type { Given } from '../core/trial/scenario.ts'
import type { EngineDeps } from '../deps.ts'
import { registersOver } from '../registers.ts'
import { onlooker } from './connectors.ts'
import type { TriedForm } from './moment.ts'

/** What is typed into a form at the moment: the answers that say what registers offer there. */
export interface Filling {
  /** Of a task; absent: where the application begins. */
  readonly element?: string
  readonly answers: JsonObject
}

export async function triedForm(
  deps: EngineDeps,
  given: Given,
  form: Form,
  asker: Asker,
  answering: Answering,
  typed: JsonObject | undefined,
): Promise<TriedForm> {
  const source: FormSource = {
    id: form.id,
    title: form.title,
    schema: form.schema,
    ...(form.ui === undefined ? {} : { ui: form.ui }),
    texts: form.texts,
  }
  const compiled = compileForm(source)
  const begun = opening(compiled, { ...answering, language: 'en' })
  const beside = { ...deps, registers: registersOver(onlooker(given, deps.clock.now), deps.clock) }
  const { days, ...context } = await withOffers(beside, asker, compiled, typed ?? begun, answering)
  return { source, context, ...(days && { days: officeDaysData(days) }), opening: begun }
}
