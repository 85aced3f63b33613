/** What an application knows when it begins: the answers, who applied and how, and the constants of its package. */
import type { Reference, UserId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { constantsOf } from '../core/workflow.ts'

interface Begun {
  readonly variables: JsonObject
  readonly channel: string
  readonly applicant?: UserId
}

export function startVariables(
  { workflow }: CheckedPackage,
  { variables, channel, applicant }: Begun,
  reference: Reference,
  now: number,
): JsonObject {
  return {
    ...variables,
    application: {
      reference,
      agency: workflow.agency,
      channel,
      submittedAt: new Date(now).toISOString(),
      applicant:
        applicant === undefined ? null : { id: applicant, nationalId: /^\d{9}$/.test(applicant) ? applicant : null },
    },
    ...constantsOf(workflow),
  }
}
