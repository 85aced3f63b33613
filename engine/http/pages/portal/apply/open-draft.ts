/** An application that is being filled in, with the form of the version in force and what the form knows. */
import type { FastifyRequest } from 'fastify'
import { startContext } from '../../../../commands/answers.ts'
import { withOffers } from '../../../../commands/offers.ts'
import { compiledForm, serviceInForce, startForm } from '../../../../commands/services.ts'
import type { CompiledForm, FormContext } from '../../../../../forms/form.ts'
import type { Actor } from '../../../../core/actor.ts'
import type { Draft } from '../../../../core/draft.ts'
import { programKey, type InstanceId } from '../../../../core/ids.ts'
import type { JsonObject } from '../../../../core/json.ts'
import type { CheckedPackage } from '../../../../core/package/package.ts'
import { isProblem, type Problem } from '../../../../core/problem.ts'
import type { Engine } from '../../../../engine.ts'
import { actorOfRequest, orThrow } from '../../../api/context.ts'
import { languageOfPage } from '../../frame/language.ts'

export interface OpenDraft {
  readonly actor: Actor
  readonly draft: Draft
  readonly service: CheckedPackage
  /** undefined: nothing is asked. */
  readonly form: CompiledForm | undefined
  readonly context: FormContext
}

export async function openDraft(engine: Engine, request: FastifyRequest, id: string): Promise<OpenDraft> {
  const actor = actorOfRequest(request)
  const draft = orThrow(await engine.getDraft(actor, id))
  const service = orThrow(await serviceInForce(engine.deps, draft.packageId))
  const form = orThrow(startForm(service, draft.startEvent))
  const opened = {
    actor,
    draft,
    service,
    form: form && compiledForm(form),
    context: { ...(await startContext(engine.deps, service, 'applicant', actor)), language: languageOfPage(request) },
  }
  return { ...opened, context: await offered(engine, opened, draft.answers) }
}

/** Also with what registers offer to choose from, as the answers stand. @param again the question at this place is asked anew */
export async function offered(
  engine: Engine,
  { draft, service, form, context }: OpenDraft,
  answers: JsonObject,
  again?: string,
): Promise<FormContext> {
  const { id, version, agency, start } = service.workflow
  if (form === undefined || start === undefined || draft.sent) return context
  const program = programKey(id, version, start.process)
  const asker = { agency, program, subject: draft.id as string as InstanceId }
  return withOffers(engine.deps, asker, form, answers, context, again)
}

const ATTEMPTS = 3

/**
 * Changes what is saved; whoever was faster is read again first, so that both changes are kept.
 *
 * @param change undefined: nothing is to be changed after all
 */
export async function keep(
  engine: Engine,
  { actor, draft }: OpenDraft,
  change: (answers: JsonObject) => JsonObject | undefined,
  place?: string,
): Promise<Draft> {
  let current = draft
  let refused: Problem | undefined
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answers = change(current.answers)
    if (answers === undefined) return current
    const saved = await engine.saveDraft(actor, current.id, {
      answers,
      rev: current.rev,
      ...(place === undefined ? {} : { place }),
    })
    if (!isProblem(saved)) return saved
    refused = saved
    if (saved.code !== 'draft.changed') break
    current = orThrow(await engine.getDraft(actor, current.id))
  }
  return orThrow<Draft>(refused as Problem)
}
