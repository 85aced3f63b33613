/** What can be done with whole decisions: named, made, removed, given inputs. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type {
  DmnDraft,
  Decision,
  InformationRequirement,
  InputData,
  Named,
  Reference,
  Variable,
} from '../../engine/core/dmn/rewrite.ts'
import { inBothLanguages } from '../../engine/core/bilingual.ts'
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import type { Text } from '../../engine/core/text.ts'
import { readTitlePage, TITLE_PAGE, valueAt, withValue, writtenTitlePage } from '../policy/title-page.ts'
import { isForPeople } from './naming.ts'
import { decisionIn } from './table-commands.ts'

export function setTitle(draft: DmnDraft, id: string, title: Text): void {
  const decision = decisionIn(draft, id)
  if (decision === undefined) return
  const text = inBothLanguages(title)
  // A decision without a variable of its own is said in expressions by its name, which then stays.
  if (isForPeople(decision.name ?? '')) decision.name = text
  else decision.description = text
}

/** The id, and every arrow to it within the file. */
export function setId(draft: DmnDraft, from: string, to: string): void {
  const decision = decisionIn(draft, from)
  if (decision === undefined) return
  decision.id = to
  for (const element of draft.root.drgElement ?? []) {
    const requirements = (element as Partial<Decision>).informationRequirement ?? []
    for (const { requiredDecision } of requirements)
      if (requiredDecision?.href === `#${from}`) Object.assign(requiredDecision, { href: `#${to}` })
  }
}

/** Fees and steps that name the decision, in the other files. */
export function followed(files: DraftFiles, from: string, to: string): ReadonlyMap<string, string> {
  const next = new Map<string, string>()
  const before = files.get(TITLE_PAGE)
  const page = readTitlePage(before)
  if (page !== undefined) {
    const fees = valueAt(page, ['fees'])
    const after = (Array.isArray(fees) ? (fees as readonly JsonValue[]) : []).reduce<JsonObject>(
      (all, _, index) =>
        valueAt(all, ['fees', index, 'decision']) === from ? withValue(all, ['fees', index, 'decision'], to) : all,
      page,
    )
    if (after !== page) next.set(TITLE_PAGE, writtenTitlePage(after, before))
  }
  for (const [path, text] of files)
    if (path.endsWith('.bpmn') && text.includes(`decisionId="${from}"`))
      next.set(path, text.replaceAll(`decisionId="${from}"`, `decisionId="${to}"`))
  return next
}

export function removeDecision(draft: DmnDraft, id: string): void {
  draft.root.drgElement = draft.root.drgElement?.filter((it) => it.id !== id)
  for (const element of draft.root.drgElement ?? []) requireNot(element as Partial<Decision>, id)
}

function requireNot(decision: { informationRequirement?: unknown }, id: string): void {
  const list = decision.informationRequirement
  if (!Array.isArray(list)) return
  decision.informationRequirement = list.filter(
    (one: InformationRequirement) => (one.requiredDecision ?? one.requiredInput)?.href !== `#${id}`,
  )
}

export function setRequirement(
  draft: DmnDraft,
  id: string,
  needed: { readonly kind: 'requiredInput' | 'requiredDecision'; readonly id: string },
  wanted: boolean,
): void {
  const decision = decisionIn(draft, id)
  if (decision === undefined) return
  if (!wanted) return requireNot(decision, needed.id)
  const arrow = draft.create<InformationRequirement & Named>('dmn:InformationRequirement', {
    id: `${id}_needs_${needed.id}`,
  })
  const reference = draft.create<Reference>('dmn:DMNElementReference', { href: `#${needed.id}` })
  Object.assign(reference, { $parent: arrow })
  Object.assign(arrow, { $parent: decision, [needed.kind]: reference })
  decision.informationRequirement = [...(decision.informationRequirement ?? []), arrow]
}

export function addInput(draft: DmnDraft, name: string): void {
  const input = draft.create<InputData & { $type: 'dmn:InputData' }>('dmn:InputData', { id: name, name })
  const variable = draft.create<Variable>('dmn:InformationItem', { id: `${name}_variable`, name })
  Object.assign(variable, { $parent: input })
  Object.assign(input, { $parent: draft.root, variable })
  draft.root.drgElement = [...(draft.root.drgElement ?? []), input]
}
