/**
 * Which element of a decision file needs which: the arrows of the drawing, followed once.
 *
 * Only arrows that carry values count (information and knowledge requirements); authorities, annotations and business
 * context are documentation. Every arrow must end at an element of the file, and none may lead back to its start.
 */
import type {
  BusinessKnowledgeModel,
  Decision,
  Definitions,
  InputData,
  KnowledgeRequirement,
  Named,
  Reference,
} from 'dmn-moddle'
import { normalName } from '../feel/parse/character.ts'
import { within, type Findings, type Place } from './finding.ts'

export interface Requirements {
  readonly inputs: readonly InputData[]
  readonly decisions: readonly Decision[]
  readonly models: readonly BusinessKnowledgeModel[]
}

export class Drawing {
  readonly decisions: readonly Decision[]
  readonly models: readonly BusinessKnowledgeModel[]
  private readonly byId: ReadonlyMap<string, Named>
  private readonly needs = new Map<Named, Requirements>()
  private readonly findings: Findings

  constructor(root: Definitions, findings: Findings) {
    const elements = root.drgElement ?? []
    this.findings = findings
    this.decisions = elements.filter(isDecision)
    this.models = elements.filter(isModel)
    this.byId = new Map(
      elements.flatMap((element): [string, Named][] => (element.id === undefined ? [] : [[element.id, element]])),
    )
    for (const decision of this.decisions) this.needs.set(decision, this.readDecision(decision))
    for (const model of this.models) this.needs.set(model, this.readModel(model))
    this.checkCircles()
  }

  of(element: Decision | BusinessKnowledgeModel): Requirements {
    return this.needs.get(element) ?? { inputs: [], decisions: [], models: [] }
  }

  private readDecision(decision: Decision): Requirements {
    const place = placeOf(decision)
    const arrows = decision.informationRequirement ?? []
    for (const arrow of arrows)
      if (arrow.requiredDecision === undefined && arrow.requiredInput === undefined)
        this.findings.add('missing', within(place, arrow.id, '', ''), 'the element a requirement points to')
    return {
      inputs: arrows.flatMap((arrow) => this.find(arrow.requiredInput, isInput, place)),
      decisions: arrows.flatMap((arrow) => this.find(arrow.requiredDecision, isDecision, place)),
      models: this.readKnowledge(decision.knowledgeRequirement, place),
    }
  }

  private readModel(model: BusinessKnowledgeModel): Requirements {
    return { inputs: [], decisions: [], models: this.readKnowledge(model.knowledgeRequirement, placeOf(model)) }
  }

  private readKnowledge(
    arrows: readonly KnowledgeRequirement[] | undefined,
    place: Place,
  ): readonly BusinessKnowledgeModel[] {
    return (arrows ?? []).flatMap((arrow) => this.find(arrow.requiredKnowledge, isModel, place))
  }

  private find<T extends Named>(
    reference: Reference | undefined,
    is: (element: Named) => element is T,
    place: Place,
  ): readonly T[] {
    if (reference === undefined) return []
    const href = reference.href ?? ''
    const found = href.startsWith('#') ? this.byId.get(href.slice(1)) : undefined
    if (found !== undefined && is(found)) return [found]
    this.findings.add('unknown-reference', place, href)
    return []
  }

  /** One finding per element that comes back to itself first; without recursion, as drawings may be long chains. */
  private checkCircles(): void {
    const settled = new Set<Named>()
    for (const start of this.needs.keys()) {
      const path: { readonly element: Named; readonly rest: Named[] }[] = []
      const enter = (element: Named): void => void path.push({ element, rest: [...this.next(element)] })
      if (!settled.has(start)) enter(start)
      for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
        const following = top.rest.pop()
        if (following === undefined) {
          settled.add(top.element)
          path.pop()
          continue
        }
        const from = path.findIndex((step) => step.element === following)
        if (from >= 0) {
          const circle = [...path.slice(from).map((step) => step.element), following]
          this.findings.add('cycle', placeOf(following), circle.map(labelOf).join(' → '))
        } else if (!settled.has(following)) enter(following)
      }
    }
  }

  private next(element: Named): readonly Named[] {
    const needs = this.needs.get(element)
    return needs === undefined ? [] : [...needs.decisions, ...needs.models]
  }
}

export const isDecision = (element: Named): element is Decision => element.$type === 'dmn:Decision'
const isInput = (element: Named): element is InputData => element.$type === 'dmn:InputData'
const isModel = (element: Named): element is BusinessKnowledgeModel => element.$type === 'dmn:BusinessKnowledgeModel'

const labelOf = (element: Named): string => element.name ?? element.id ?? ''

export function placeOf(element: Named): Place {
  const label = labelOf(element)
  const words =
    element.$type === 'dmn:BusinessKnowledgeModel'
      ? { en: `knowledge model "${label}"`, ar: `نموذج المعرفة «${label}»` }
      : { en: `decision "${label}"`, ar: `القرار «${label}»` }
  return { id: element.id, words }
}

/** The name under which expressions say the value of an element: its variable's, as DMN has it, or its own. */
export function valueName(element: Decision | InputData | BusinessKnowledgeModel): string {
  return normalName(element.variable?.name ?? element.name ?? element.id ?? '')
}
