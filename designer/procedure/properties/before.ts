/** Which steps are behind an application when it comes to a place in the drawing: the nearest first, and which of them in any case. */
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import type { Text } from '../../../engine/core/text.ts'
import type { Editing } from './editing.ts'
import { attribute, child, children, text } from './extensions.ts'
import { OUTPUTS, rowsOf } from './rows.ts'
import { called, eventDefinition, processOf, scopeOf, within } from './tree.ts'

type Reading = Pick<Editing, 'get'>

export interface StepBefore {
  readonly id: string
  readonly title: Text
  /** No way leads there without it. */
  readonly always: boolean
  /** The form it shows, the decision it asks. */
  readonly form: string
  readonly decision: string
  /** Variables it gives, where the drawing says so itself. */
  readonly gives: readonly string[]
}

export interface Before {
  readonly steps: readonly StepBefore[]
  /** Ids of steps of the same procedure that come later or on another way. */
  readonly others: ReadonlySet<string>
}

/** @param element an arrow, or the step or gateway arrows leave */
export function stepsBefore(edit: Reading, element: ModdleElement): Before {
  const start = child(edit, element, 'sourceRef') ?? element
  const found = new Map<ModdleElement, boolean>()
  let at = start
  for (let scope = scopeOf(start); scope !== undefined; scope = scopeOf(scope)) {
    const drawn = new Ways(edit, scope)
    const behind = drawn.behind(at)
    for (const step of behind) {
      found.set(step, drawn.isOnEveryWay(step, at))
      for (const inner of within(edit, step)) found.set(inner, false)
    }
    at = scope
  }
  const steps = [...found].map(([step, always]) => told(edit, step, always))
  const known = new Set(steps.map(({ id }) => id))
  const all = within(edit, processOf(start)).map(({ id = '' }) => id)
  return { steps, others: new Set(all.filter((id) => !known.has(id))) }
}

function told(edit: Reading, step: ModdleElement, always: boolean): StepBefore {
  const decision = attribute(edit, step, 'zeebe:CalledDecision', 'decisionId')
  return {
    ...called(edit, step),
    always,
    form: attribute(edit, step, 'zeebe:FormDefinition', 'formId'),
    decision,
    gives: [
      attribute(edit, step, 'zeebe:CalledDecision', 'resultVariable'),
      attribute(edit, step, 'zeebe:Script', 'resultVariable'),
      ...rowsOf(edit, step, OUTPUTS).map(({ name }) => name),
    ].filter((name) => name !== ''),
  }
}

/** One level of the drawing, walked against its arrows. */
class Ways {
  readonly #edit: Reading
  readonly #nodes: readonly ModdleElement[]
  readonly #into = new Map<ModdleElement, ModdleElement[]>()

  constructor(edit: Reading, scope: ModdleElement) {
    this.#edit = edit
    this.#nodes = children(edit, scope, 'flowElements')
    for (const flow of this.#nodes.filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
      const [from, to] = [child(edit, flow, 'sourceRef'), child(edit, flow, 'targetRef')]
      if (from && to) this.#into.set(to, [...(this.#into.get(to) ?? []), from])
    }
  }

  /** The step itself is behind its own arrows. */
  behind(from: ModdleElement): readonly ModdleElement[] {
    const seen = [from]
    for (const step of seen) for (const it of this.#before(step)) if (!seen.includes(it)) seen.push(it)
    return seen
  }

  /** Whether it is done by then, however one came there. */
  isOnEveryWay(step: ModdleElement, from: ModdleElement): boolean {
    const seen = step === from ? [] : [from]
    for (const it of seen) {
      // Over its edge one leaves a step that is not done.
      const before = hostOf(this.#edit, it) === step ? this.#before(step) : this.#before(it)
      if (before.length === 0) return false
      for (const one of before) if (one !== step && !seen.includes(one)) seen.push(one)
    }
    return true
  }

  #before(step: ModdleElement): readonly ModdleElement[] {
    const host = hostOf(this.#edit, step)
    return [...(this.#into.get(step) ?? []), ...(host ? [host] : []), ...this.#jumpsTo(step)]
  }

  /** From the throwing ends of a link. */
  #jumpsTo(step: ModdleElement): readonly ModdleElement[] {
    const name = linkOf(this.#edit, step)
    if (step.$type !== 'bpmn:IntermediateCatchEvent' || name === undefined) return []
    return this.#nodes.filter((it) => it !== step && linkOf(this.#edit, it) === name)
  }
}

const hostOf = (edit: Reading, step: ModdleElement) => child(edit, step, 'attachedToRef')

function linkOf(edit: Reading, step: ModdleElement): string | undefined {
  const link = eventDefinition(edit, step, 'bpmn:LinkEventDefinition')
  return link && text(edit, link, 'name')
}
