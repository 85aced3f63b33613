/** A calculation that several decisions share (business knowledge model), by the name they call it. */
import type { BusinessKnowledgeModel } from 'dmn-moddle'
import type { FeelValue } from '../feel/feel.ts'
import { UNREADABLE, type Boxed, type Reading, type Site } from './boxed.ts'
import { within } from './finding.ts'
import { compileFunction } from './function.ts'
import { LocalScope } from './local.ts'
import { FEEL_FUNCTIONS } from './metered.ts'
import { Names } from './names.ts'
import { placeOf, valueName, type Drawing } from './requirements.ts'
import type { DecisionRun } from './run.ts'

/** What a name of a decision or model stands for besides variables. */
export interface Model {
  readonly names: readonly string[]
  readonly logic: Boxed
  /** Models it calls itself; filled when all are read. */
  readonly models: Model[]
}

/** @returns every model of the file by its element */
export function readModels(drawing: Drawing, reading: Reading): ReadonlyMap<BusinessKnowledgeModel, Model> {
  const models = new Map<BusinessKnowledgeModel, Model>()
  for (const element of drawing.models) {
    const needed = drawing.of(element).models
    const site: Site = {
      reading,
      names: new Names(needed.flatMap(callNames), false),
      place: placeOf(element),
      owner: element.id ?? valueName(element),
      depth: 0,
    }
    if (FEEL_FUNCTIONS.has(valueName(element))) reading.findings.add('taken-name', site.place, valueName(element))
    models.set(element, { names: callNames(element), logic: readLogic(element, site), models: [] })
  }
  for (const [element, model] of models)
    for (const needed of drawing.of(element).models) {
      const other = models.get(needed)
      if (other !== undefined) model.models.push(other)
    }
  return models
}

function readLogic(element: BusinessKnowledgeModel, site: Site): Boxed {
  const logic = element.encapsulatedLogic
  if (logic !== undefined) return compileFunction(logic, { ...site, place: within(site.place, logic.id, '', '') })
  site.reading.findings.add('missing', site.place, 'the logic of the knowledge model')
  return UNREADABLE
}

/** By its name and by its id, as modellers differ. */
export function callNames(element: BusinessKnowledgeModel): readonly string[] {
  const name = valueName(element)
  return element.id === undefined || element.id === name ? [name] : [name, element.id]
}

/** The functions of these models, for one asking. Circles are refused when the file is read, so this ends. */
export function functionsOf(
  models: readonly Model[],
  run: DecisionRun,
  made: Map<Model, FeelValue>,
): readonly [string, FeelValue][] {
  return models.flatMap((model) => {
    const value = made.get(model) ?? functionOf(model, run, made)
    return model.names.map((name): [string, FeelValue] => [name, value])
  })
}

function functionOf(model: Model, run: DecisionRun, made: Map<Model, FeelValue>): FeelValue {
  const scope = new LocalScope(run.meter)
  for (const [name, value] of functionsOf(model.models, run, made)) scope.set(name, value)
  const value = model.logic.evaluate(scope, run)
  made.set(model, value)
  return value
}
