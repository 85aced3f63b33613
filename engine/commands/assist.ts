/** Applying for somebody at the counter: the applicant agrees, the operator is named, and both are kept with the application. */
import type { Actor } from '../core/actor.ts'
import { CONSENTS, type Consent } from '../core/assistance.ts'
import { userId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { forbidden, invalid, isProblem, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { unfitText } from './notes.ts'
import type { Started } from './create-instance.ts'
import { startInstance } from './start-instance.ts'

export interface AssistedStart {
  readonly packageId: string
  readonly startEvent?: string
  readonly applicant: string
  readonly answers: JsonObject
  readonly consent: Consent
  /** What was read to the applicant and agreed to. */
  readonly statement: string
  readonly idempotencyKey?: string
}

export async function startAssisted(
  deps: EngineDeps,
  actor: Actor,
  { packageId, startEvent, answers, consent, statement, idempotencyKey, ...rest }: AssistedStart,
): Promise<Started | Problem> {
  if (actor.kind !== 'user') return forbidden('assistance.person', 'Expected a person at the counter')
  const applicant = userId(rest.applicant)
  if (isProblem(applicant)) return applicant
  if (applicant === actor.id)
    return forbidden('assistance.own', 'Expected somebody else as the applicant; apply for yourself in the portal')
  if (!CONSENTS.includes(consent))
    return invalid('assistance.consent', `Expected how the applicant agreed: ${CONSENTS.join(', ')}`)
  const wrong = unfitText(statement)
  if (wrong) return wrong
  const assistance = { operator: actor.id, applicant, consent, statement: statement.trim() }
  return startInstance(deps, actor, {
    packageId,
    variables: answers,
    channel: 'counter',
    applicant,
    assistance,
    ...(startEvent === undefined ? {} : { startEvent }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  })
}
