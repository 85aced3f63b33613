/**
 * Filling in an application at one's own pace: begin, put aside, go on with on another device, send once, throw away.
 *
 * A draft holds whatever was typed, right or wrong; it is judged when it is sent. It may be sent only as it was checked:
 * where a new version of the service came meanwhile, it is saved once more against that version first.
 */
import { opening } from '../../forms/opening.ts'
import { hasRole, reaches, type Actor } from '../core/actor.ts'
import { beyondMandate, mayHave } from '../core/applicant.ts'
import type { Draft } from '../core/draft.ts'
import { draftId, type DraftId } from '../core/ids.ts'
import { jsonFault, type JsonObject } from '../core/json.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { conflict, forbidden, invalid, isProblem, notFound, tooLarge, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import type { Started } from './create-instance.ts'
import { startInstance } from './start-instance.ts'
import { startContext } from './answers.ts'
import { compiledForm, serviceInForce, startForm } from './services.ts'

const DAY = 24 * 3_600_000
export const DRAFT_LIFE = 30 * DAY
const MOST_DRAFTS = 20
/** Of a company, where several people fill in at once. */
const MOST_OF_COMPANY = 100
const LARGEST_DRAFT = 256 * 1024

export interface NewDraft {
  readonly packageId: string
  /** Which of several start events; only where there is a choice. */
  readonly startEvent?: string
  /** What is known before the first question. */
  readonly answers?: JsonObject
}

export interface DraftChange {
  readonly answers: JsonObject
  readonly place?: string
  /** The one that was read. */
  readonly rev: number
}

/** Beginning twice without a word in between finds the first draft: a button pressed twice. */
export async function beginDraft(deps: EngineDeps, actor: Actor, request: NewDraft): Promise<Draft | Problem> {
  const owner = citizen(actor)
  if (isProblem(owner)) return owner
  const service = await serviceInForce(deps, request.packageId)
  if (isProblem(service)) return service
  const wrong = mayApplyFor(owner, service, request)
  if (wrong) return wrong
  const { startEvent, packageId } = request
  const answers = request.answers ?? (await openingOf(deps, owner, service, startEvent))
  const unfit = unfitToKeep(answers)
  if (unfit) return unfit
  const now = deps.clock.now()
  const open = await deps.store.drafts.ofOwner(owner.id, now)
  const begunBy = owner.acting?.person
  const untouched = open.find(
    (it) => it.packageId === packageId && it.startEvent === startEvent && it.rev === 1 && it.begunBy === begunBy,
  )
  if (untouched?.version === service.workflow.version) return untouched
  const most = owner.acting ? MOST_OF_COMPANY : MOST_DRAFTS
  if (open.length >= most)
    return invalid(
      'draft.too-many',
      `Expected at most ${most} applications being filled in, but there are ${open.length}; send or discard one`,
    )
  const draft: Draft = {
    id: deps.ids.uuid() as DraftId,
    owner: owner.id,
    ...(begunBy === undefined ? {} : { begunBy }),
    packageId,
    version: service.workflow.version,
    ...(startEvent === undefined ? {} : { startEvent }),
    answers,
    rev: 1,
    createdAt: now,
    changedAt: now,
    expires: now + DRAFT_LIFE,
  }
  await deps.store.drafts.add(draft)
  return draft
}

export async function listDrafts(deps: EngineDeps, actor: Actor): Promise<readonly Draft[]> {
  if (actor.kind !== 'user') return []
  const own = await deps.store.drafts.ofOwner(actor.id, deps.clock.now())
  return own.filter(({ packageId }) => reaches(actor, packageId))
}

export async function getDraft(deps: EngineDeps, actor: Actor, id: string): Promise<Draft | Problem> {
  const parsed = draftId(id)
  const draft = isProblem(parsed) ? undefined : await deps.store.drafts.get(parsed)
  const isOwn =
    draft !== undefined && actor.kind === 'user' && draft.owner === actor.id && reaches(actor, draft.packageId)
  return isOwn && draft.expires > deps.clock.now() ? draft : noSuchDraft
}

/** Against the version in force now. @returns the draft as it stands then */
export async function saveDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  { answers, place, rev }: DraftChange,
): Promise<Draft | Problem> {
  const draft = await getDraft(deps, actor, id)
  if (isProblem(draft)) return draft
  if (draft.sent) return sentBefore(draft.sent)
  const unfit = unfitToKeep(answers)
  if (unfit) return unfit
  const service = await serviceInForce(deps, draft.packageId)
  if (isProblem(service)) return service
  const now = deps.clock.now()
  const { place: _before, ...rest } = draft
  const saved: Draft = {
    ...rest,
    version: service.workflow.version,
    answers,
    ...(place === undefined ? {} : { place: place.slice(0, LONGEST_PLACE) }),
    changedAt: now,
    expires: now + DRAFT_LIFE,
  }
  return (await deps.store.drafts.save(saved, rev)) ? { ...saved, rev: rev + 1 } : changedElsewhere
}

const LONGEST_PLACE = 200

/** Sending it again gives the application it became. @param rev the draft as it was checked */
export async function submitDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  rev?: number,
): Promise<Started | Problem> {
  const draft = await getDraft(deps, actor, id)
  if (isProblem(draft)) return draft
  if (draft.sent) return { id: draft.sent.instance, reference: draft.sent.reference, created: false }
  if (rev !== undefined && rev !== draft.rev) return changedElsewhere
  const service = await serviceInForce(deps, draft.packageId)
  if (isProblem(service)) return service
  if (service.workflow.version !== draft.version)
    return conflict(
      'draft.service-changed',
      `Expected answers to version ${service.workflow.version} of the service, but they are to ${draft.version}; check them again and save`,
    )
  const started = await startInstance(deps, actor, {
    packageId: draft.packageId,
    version: draft.version,
    variables: draft.answers,
    channel: 'portal',
    idempotencyKey: `draft ${draft.id}`,
    draft,
    ...(draft.startEvent === undefined ? {} : { startEvent: draft.startEvent }),
  })
  return isProblem(started) ? ((await sentMeanwhile(deps, draft)) ?? started) : started
}

/** A write that lost against another one of the same draft says no more than that it could not be written. */
async function sentMeanwhile(deps: EngineDeps, { id, rev }: Draft): Promise<Started | Problem | undefined> {
  const now = await deps.store.drafts.get(id)
  if (now?.sent) return { id: now.sent.instance, reference: now.sent.reference, created: false }
  return now === undefined || now.rev !== rev ? changedElsewhere : undefined
}

export async function discardDraft(deps: EngineDeps, actor: Actor, id: string): Promise<true | Problem> {
  const draft = await getDraft(deps, actor, id)
  if (isProblem(draft)) return draft
  if (draft.sent) return sentBefore(draft.sent)
  return (await deps.store.drafts.discard(draft.id)) || noSuchDraft
}

/** The worker's duty: what nobody came back to is removed. */
export const draftDuty =
  (deps: EngineDeps): ((now: number) => Promise<number>) =>
  (now) =>
    deps.store.drafts.forget(now)

const noSuchDraft: Problem = notFound(
  'draft.not-found',
  'Expected an application you are filling in, but there is none by this id: it was discarded, or a month has passed',
)

const changedElsewhere: Problem = conflict(
  'draft.changed',
  'Expected the answers as they were read, but they were changed meanwhile, in another window or on another device; read them again',
)

export const sentBefore = ({ reference }: NonNullable<Draft['sent']>): Problem =>
  conflict('draft.sent', `Expected an application that is being filled in, but it was sent: ${reference}`)

function citizen(actor: Actor): Extract<Actor, { kind: 'user' }> | Problem {
  return actor.kind === 'user' && hasRole(actor, 'citizen')
    ? actor
    : forbidden('draft.citizen', 'Expected a citizen to apply in the portal; staff apply for somebody at the counter')
}

function mayApplyFor(
  owner: Extract<Actor, { kind: 'user' }>,
  service: CheckedPackage,
  { packageId, startEvent }: NewDraft,
): Problem | undefined {
  if (!service.workflow.start?.channels.includes('portal'))
    return invalid('start.channel', `Expected a service of the portal, but ${packageId} is not offered there`)
  const form = startForm(service, startEvent)
  if (isProblem(form)) return form
  return mayHave(service.workflow, owner.id) ?? beyondMandate(owner, packageId)
}

/** What the procedure fills in before the first question. */
async function openingOf(
  deps: EngineDeps,
  owner: Actor,
  service: CheckedPackage,
  startEvent: string | undefined,
): Promise<JsonObject> {
  const form = startForm(service, startEvent)
  if (form === undefined || isProblem(form)) return {}
  return opening(compiledForm(form), {
    ...(await startContext(deps, service, 'applicant', owner)),
    language: 'ar',
  })
}

function unfitToKeep(answers: JsonObject): Problem | undefined {
  const fault = jsonFault(answers)
  if (fault) return invalid('draft.answers', `${fault.path || '/'}: ${fault.reason}`)
  if (JSON.stringify(answers).length <= LARGEST_DRAFT) return undefined
  return tooLarge('draft.too-large', `Expected at most ${LARGEST_DRAFT} characters of answers; shorten the longest`)
}
