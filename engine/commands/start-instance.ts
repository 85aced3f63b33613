/** Beginning an application: the answers are judged against the form, a reference number is given, the first steps run. */
import { actorName, hasRole, type Actor } from '../core/actor.ts'
import { beyondMandate, mayHave } from '../core/applicant.ts'
import type { Consent } from '../core/assistance.ts'
import type { Channel } from '../core/channel.ts'
import { isPackageId, partyId, programKey, type DraftId, type InstanceId, type UserId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { mayActFor } from '../core/policy/access.ts'
import { forbidden, invalid, isProblem, notFound, type Problem } from '../core/problem.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { asksRegisters } from '../../forms/asking.ts'
import { compileForm } from '../../forms/compile.ts'
import type { EngineDeps } from '../deps.ts'
import { assistanceOf } from './assistance.ts'
import { judgeAnswers, startContext } from './answers.ts'
import { attachmentsNamed } from './attachments-named.ts'
import { create, type Started } from './create-instance.ts'
import { withOffers } from './offers.ts'
import { wayOf } from './start-way.ts'

export interface StartRequest {
  readonly packageId: string
  /** The highest deployed version when absent. */
  readonly version?: string
  /** Which of several start events without a trigger; only where there is a choice. */
  readonly startEvent?: string
  readonly variables: JsonObject
  readonly channel: Channel
  /** Whom it is about, when staff apply for somebody; a citizen is always their own applicant. */
  readonly applicant?: UserId
  /** Sending the same key again finds the application of the first time. */
  readonly idempotencyKey?: string
  /** What it was filled in as; the draft is sent with the same write, or nothing is. */
  readonly draft?: { readonly id: DraftId; readonly rev: number }
  /** Under what registers were asked while it was filled in; its draft where there is one. */
  readonly subject?: InstanceId
  /** How the applicant agreed that somebody at the agency applies for them; demanded of people at a counter. */
  readonly consent?: Consent
}

export async function startInstance(deps: EngineDeps, actor: Actor, request: StartRequest): Promise<Started | Problem> {
  const found = await packageToStart(deps, request)
  if (isProblem(found)) return found
  const refused = mayStart(actor, found, request)
  if (refused) return refused
  const applicant = applicantOf(actor, request)
  if (isProblem(applicant)) return applicant
  const unfit = applicant === undefined ? undefined : mayHave(found.workflow, applicant)
  if (unfit) return unfit
  const { start } = found.workflow
  if (!start)
    return invalid(
      'start.shared',
      `Expected a service that can be applied for, but ${request.packageId} only holds procedures others call`,
    )
  const assistance = assistanceOf(actor, request)
  if (isProblem(assistance)) return assistance
  const way = wayOf(start, request)
  if (isProblem(way)) return way
  const by = appliesForSelf(actor, request) ? 'applicant' : 'staff'
  const program = programKey(found.workflow.id, found.workflow.version, start.process)
  const form = way.form === undefined ? undefined : found.forms.get(way.form)
  const subject = form && asksRegisters(compileForm(form)) ? subjectOf(deps, request) : undefined
  const bare = await startContext(deps, found, by, actor)
  const context =
    form && subject
      ? await withOffers(
          deps,
          { agency: found.workflow.agency, program, subject },
          compileForm(form),
          request.variables,
          bare,
        )
      : bare
  const variables = judgeAnswers(found, way.form, request.variables, context)
  if (isProblem(variables)) return variables
  return create(deps, actor, found, {
    program,
    variables,
    channel: request.channel,
    attached: () =>
      attachmentsNamed(deps, actor, {
        form,
        answers: variables,
        agency: found.workflow.agency,
        source: 'start',
      }),
    changes: [
      ...(subject ? [{ kind: 'adoptCalls', subject } as const] : []),
      ...(request.draft ? [{ kind: 'sendDraft', draft: request.draft.id, rev: request.draft.rev } as const] : []),
    ],
    ...(assistance && { assistance }),
    ...(way.event === undefined ? {} : { element: way.event }),
    ...(applicant === undefined ? {} : { applicant }),
    ...(request.idempotencyKey === undefined
      ? {}
      : { idempotencyKey: `${actorName(actor)} ${request.idempotencyKey}` }),
  })
}

/** Under what registers are asked what the form offers, until there is an application. */
const subjectOf = (deps: EngineDeps, { subject, draft }: StartRequest): InstanceId =>
  subject ?? ((draft?.id ?? deps.ids.uuid()) as string as InstanceId)

/** In the portal a citizen applies for themselves, also one who works for an agency by day. */
const appliesForSelf = (actor: Actor, { channel }: StartRequest): boolean =>
  hasRole(actor, 'citizen') && channel === 'portal'

/** Staff name the person, if there is one to name. */
function applicantOf(actor: Actor, request: StartRequest): UserId | Problem | undefined {
  if (actor.kind === 'user' && appliesForSelf(actor, request))
    return request.applicant === undefined || request.applicant === actor.id
      ? actor.id
      : forbidden(
          'start.applicant',
          'Expected yourself as the applicant, but found somebody else; staff apply for others at the counter',
        )
  return request.applicant === undefined ? undefined : partyId(request.applicant)
}

async function packageToStart(deps: EngineDeps, request: StartRequest): Promise<CheckedPackage | Problem> {
  const name = request.version === undefined ? request.packageId : `${request.packageId} ${request.version}`
  const missing = notFound(
    'package.not-found',
    `Expected a deployed service, but there is none called "${name.slice(0, 120)}"`,
  )
  if (!isPackageId(request.packageId)) return missing
  const version = request.version ?? (await deps.store.deployments.latest(request.packageId))?.version
  return (version === undefined ? undefined : await deps.definitions.package(request.packageId, version)) ?? missing
}

function mayStart(actor: Actor, found: CheckedPackage, request: StartRequest): Problem | undefined {
  const channels = found.workflow.start?.channels ?? []
  if (!channels.includes(request.channel))
    return invalid(
      'start.channel',
      `Expected one of the service's channels (${channels.join(', ')}), but found "${request.channel}"`,
    )
  if (hasRole(actor, 'citizen') && request.channel === 'portal') return beyondMandate(actor, found.workflow.id)
  if (!mayActFor(actor, found.workflow.agency) || (actor.kind === 'user' && !staffMayStart(actor)))
    return forbidden(
      'start.agency',
      `Expected staff of ${found.workflow.agency} to apply for somebody at the ${request.channel}`,
    )
  return undefined
}

const staffMayStart = (actor: Actor): boolean =>
  (['clerk', 'supervisor', 'operator', 'worker', 'analyst'] as const).some((role) => hasRole(actor, role))
