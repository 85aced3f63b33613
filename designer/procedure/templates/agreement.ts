/** The permission a question to another agency needs: whether the package has it, and how it is written into workflow.json beside all that stands there. */
import { withoutVersion } from '../../../engine/core/bpmn/rules/jobs.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Text } from '../../../engine/core/text.ts'
import { idsIn } from '../../policy/ids.ts'
import { readTitlePage, valueAt, withValue, writtenTitlePage } from '../../policy/title-page.ts'
import type { Facts } from '../properties/facts.ts'

export const isAgreed = ({ services }: Pick<Facts, 'services'>, service: string): boolean =>
  services.includes(service) || services.includes(withoutVersion(service))

export interface NewAgreement {
  readonly service: string
  readonly purpose: Text
  /** Of one that is there, or one that comes with the agreement. */
  readonly legalBasis: string | NewLaw
}

export interface NewLaw {
  readonly title: Text
  /** Empty where the whole law is meant. */
  readonly article: Text
}

/** Covers every version of the service. Undefined where workflow.json cannot be read. */
export function withAgreement(workflow: string, { service, purpose, legalBasis }: NewAgreement): string | undefined {
  const page = readTitlePage(workflow)
  if (page === undefined) return undefined
  const law = typeof legalBasis === 'string' ? legalBasis : lawOf(page, legalBasis)
  const based = typeof law === 'string' ? page : appended(page, 'legalBasis', law)
  const added: JsonObject = {
    service: withoutVersion(service),
    purpose: trimmed(purpose),
    legalBasis: typeof law === 'string' ? law : law.id,
  }
  return writtenTitlePage(appended(based, 'dataAgreements', added), workflow)
}

/** The agency has yet to confirm it: the page of the service says so until then. */
function lawOf(page: JsonObject, { title, article }: NewLaw): JsonObject & { readonly id: string } {
  const id = idsIn.free(page, 'legalBasis', 'law')
  const isWhole = (article.ar + article.en).trim() === ''
  return { id, title: trimmed(title), ...(isWhole ? {} : { article: trimmed(article) }), verified: false }
}

const trimmed = ({ ar, en }: Text) => ({ ar: ar.trim(), en: en.trim() })

function appended(page: JsonObject, key: string, entry: JsonObject): JsonObject {
  const before = valueAt(page, [key])
  return withValue(page, [key, Array.isArray(before) ? before.length : 0], entry)
}
