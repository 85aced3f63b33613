/** What an application knows when it begins: the answers, who applied and how, and the constants of its package. */
import { humanOf, type Actor } from '../core/actor.ts'
import { companyNumberOf, type Company } from '../core/company.ts'
import type { Reference, UserId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { constantsOf } from '../core/workflow.ts'
import type { EngineDeps } from '../deps.ts'

interface Begun {
  readonly variables: JsonObject
  readonly channel: string
}

/** `application.applicant` as procedures read it; null where nobody is known. */
export type Applying = JsonObject | null

export function startVariables(
  { workflow }: CheckedPackage,
  { variables, channel }: Begun,
  reference: Reference,
  now: number,
  applicant: Applying,
): JsonObject {
  return {
    ...variables,
    application: {
      reference,
      agency: workflow.agency,
      channel,
      submittedAt: new Date(now).toISOString(),
      applicant,
    },
    ...constantsOf(workflow),
  }
}

/**
 * Who applies: `id` is whose the application is, `nationalId` that of the person, `company` the company where it is a
 * company's; then the person is who acts for it.
 */
export async function applying(
  deps: EngineDeps,
  actor: Actor,
  { applicant, actedFor }: { readonly applicant?: UserId; readonly actedFor?: UserId },
): Promise<Applying> {
  if (applicant === undefined) return null
  const number = companyNumberOf(applicant)
  if (number === undefined) return personApplying(applicant)
  const acts = actor.kind === 'user' && actor.id === applicant ? actor : undefined
  return companyApplying(
    applicant,
    acts?.acting?.company ??
      (await deps.store.mandates.company(number)) ?? { number, name: { ar: number, en: number } },
    acts ? humanOf(acts) : actedFor,
  )
}

/** As a form knows them that is filled in before an application begins. */
export function applyingNow(actor: Actor): Applying {
  if (actor.kind !== 'user') return null
  return actor.acting ? companyApplying(actor.id, actor.acting.company, humanOf(actor)) : personApplying(actor.id)
}

const personApplying = (id: UserId): Applying => ({ id, nationalId: nationalIdOf(id), company: null })

const companyApplying = (id: UserId, { number, name }: Company, person: UserId | undefined): Applying => ({
  id,
  nationalId: nationalIdOf(person),
  company: { number, name: { ar: name.ar, en: name.en } },
})

const nationalIdOf = (id: UserId | undefined): string | null => (id !== undefined && /^\d{9}$/.test(id) ? id : null)
