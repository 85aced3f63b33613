/** One decision of the drawing, ready to be taken once everything it requires has been. */
import type { Decision, InputData } from 'dmn-moddle'
import { Failure } from '../feel/failure.ts'
import type { FeelScope, FeelValue } from '../feel/feel.ts'
import type { Boxed, Reading, Site } from './boxed.ts'
import { boxedExpression } from './expression.ts'
import { columnsOf } from './columns.ts'
import type { DecisionColumn, DecisionTrace } from './decision.ts'
import { callNames, functionsOf, type Model } from './knowledge.ts'
import { LocalScope } from './local.ts'
import { Names } from './names.ts'
import { plain } from './plain.ts'
import { placeOf, valueName, type Drawing, type Requirements } from './requirements.ts'
import type { DecisionRun } from './run.ts'
import type { Type } from './type.ts'
import { checked, prefixed } from './typed.ts'

/** Values found so far in one asking. */
export interface Found {
  readonly decisions: Map<Step, FeelValue>
  readonly models: Map<Model, FeelValue>
}

/** A variable that is read, and the type it must have as it enters. */
interface Reader {
  readonly name: string
  readonly read: Boxed
  readonly type: Type | undefined
}

export class Step {
  readonly id: string
  readonly label: string
  /** The names under which other decisions say its result. */
  readonly names: readonly string[]
  /** Variables it reads itself. */
  readonly variables: readonly string[]
  readonly columns: readonly DecisionColumn[]
  /** Decisions it requires; filled when all are read. */
  readonly required: Step[] = []
  private readonly models: readonly Model[]
  private readonly readers: readonly Reader[]
  private readonly typedReaders: readonly Reader[]
  /** What the record shows as its inputs; a table shows its own. */
  private readonly shown: readonly Reader[] | undefined
  private readonly logic: Boxed

  constructor(element: Decision, needs: Requirements, models: readonly Model[], reading: Reading) {
    const needed = new Set([...needs.decisions.flatMap(resultNames), ...needs.models.flatMap(callNames)])
    const inputs = new Map(needs.inputs.map((input) => [valueName(input), input]))
    const names = new Names([...needed, ...inputs.keys()], inputs.size === 0)
    const site: Site = { reading, names, place: placeOf(element), owner: element.id ?? valueName(element), depth: 0 }
    checkNames(needs, site)
    this.id = site.owner
    this.label = element.name ?? this.id
    this.names = resultNames(element)
    this.models = models
    this.columns = columnsOf(reading.findings.file, element)
    const box = reading.boxed(element.decisionLogic, site, 'the logic of the decision')
    this.logic = checked(box, reading.types.resolve(element.variable?.typeRef, site.place), 'result')
    this.variables = [...names.used].filter((name) => !needed.has(name))
    this.readers = [...names.used].map((name) => readerOf(name, inputs.get(name), site))
    this.typedReaders = this.readers.filter((reader) => reader.type !== undefined)
    const modelNames = new Set(needs.models.flatMap(callNames))
    const isTable = element.decisionLogic?.$type === 'dmn:DecisionTable'
    this.shown = isTable ? undefined : this.readers.filter((reader) => !modelNames.has(reader.name))
  }

  /** @throws Failure naming the decision */
  take(outer: FeelScope, found: Found, run: DecisionRun): FeelValue {
    try {
      const scope = this.scope(outer, found, run)
      const value = this.logic.evaluate(scope, run)
      if (this.shown !== undefined)
        run.record({
          decision: this.id,
          inputs: shownIn(this.shown, scope, run),
          rules: [],
          output: plain(value, run.meter),
        })
      return value
    } catch (failure) {
      throw prefixed(failure, `decision "${this.label}"`)
    }
  }

  private scope(outer: FeelScope, found: Found, run: DecisionRun): FeelScope {
    if (this.required.length === 0 && this.models.length === 0 && this.typedReaders.length === 0) return outer
    const scope = new LocalScope(outer, outer)
    for (const { name, read, type } of this.typedReaders) {
      if (type === undefined || outer.get(name) === undefined) continue
      try {
        scope.set(name, type.conform(read.evaluate(outer, run), run, true))
      } catch (failure) {
        throw prefixed(failure, `input "${name}"`)
      }
    }
    for (const [name, value] of functionsOf(this.models, run, found.models)) scope.set(name, value)
    for (const step of this.required) for (const name of step.names) scope.set(name, resultOf(step, found))
    return scope
  }
}

function resultOf(step: Step, found: Found): FeelValue {
  const value = found.decisions.get(step)
  if (value === undefined) throw new Failure('value', `Expected the result of "${step.label}" before it is used`)
  return value
}

const shownIn = (readers: readonly Reader[], scope: FeelScope, run: DecisionRun): DecisionTrace['inputs'] =>
  readers
    .filter(({ name }) => scope.get(name) !== undefined)
    .map(({ name, read }) => ({ expression: name, value: plain(read.evaluate(scope, run), run.meter) }))

function readerOf(name: string, input: InputData | undefined, site: Site): Reader {
  const type = input === undefined ? undefined : site.reading.types.resolve(input.variable?.typeRef, site.place)
  return { name, type, read: boxedExpression(name, site) }
}

/** Two required elements of one name could not be told apart. */
function checkNames(needs: Requirements, site: Site): void {
  const names = [...needs.inputs, ...needs.decisions, ...needs.models].map(valueName)
  for (const name of names.filter((one, at) => names.indexOf(one) !== at))
    site.reading.findings.add('ambiguous', site.place, name)
}

/** By its name, as DMN has it, and by its id, as Camunda 8 has it. */
function resultNames(element: Decision): readonly string[] {
  const name = valueName(element)
  return element.id === undefined || element.id === name ? [name] : [name, element.id]
}

/** @returns every decision of the file, linked to those it requires */
export function readSteps(drawing: Drawing, models: ReadonlyMap<object, Model>, reading: Reading): readonly Step[] {
  const steps = new Map<Decision, Step>()
  for (const element of drawing.decisions) {
    const needs = drawing.of(element)
    const called = needs.models.flatMap((model) => models.get(model) ?? [])
    steps.set(element, new Step(element, needs, called, reading))
  }
  for (const [element, step] of steps)
    step.required.push(...drawing.of(element).decisions.flatMap((needed) => steps.get(needed) ?? []))
  return [...steps.values()]
}
