/** The permission a question to another agency needs: whether the package has it, and how it is written into workflow.json beside all that stands there. */
import { withoutVersion } from '../../../engine/core/bpmn/rules/jobs.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Text } from '../../../engine/core/text.ts'
import { readTitlePage, valueAt, withValue, writtenTitlePage } from '../../policy/title-page.ts'
import type { Facts } from '../properties/facts.ts'

export const isAgreed = ({ services }: Pick<Facts, 'services'>, service: string): boolean =>
  services.includes(service) || services.includes(withoutVersion(service))

export interface NewAgreement {
  readonly service: string
  readonly purpose: Text
  readonly legalBasis: string
}

/** Covers every version of the service. Undefined where workflow.json cannot be read. */
export function withAgreement(workflow: string, { service, purpose, legalBasis }: NewAgreement): string | undefined {
  const page = readTitlePage(workflow)
  if (page === undefined) return undefined
  const before = valueAt(page, ['dataAgreements'])
  const count = Array.isArray(before) ? before.length : 0
  const added: JsonObject = {
    service: withoutVersion(service),
    purpose: { ar: purpose.ar.trim(), en: purpose.en.trim() },
    legalBasis,
  }
  return writtenTitlePage(withValue(page, ['dataAgreements', count], added), workflow)
}
