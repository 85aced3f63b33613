/**
 * A decision file of a package becomes decisions that can be asked, or the list of everything that is wrong with it.
 *
 * Read: DMN 1.2 to 1.5 with decision tables of every hit policy, literal expressions, contexts, invocations, lists,
 * relations, functions, knowledge models, item definitions and required decisions. Refused: imports, decision services,
 * expression languages other than FEEL, functions in Java or PMML, and what only DMN 1.4 or later knows (conditional,
 * for, filter boxes). A decision that declares input data may say no other names; one that declares none takes its
 * names from the variables of the application, as files drawn for Camunda 8 do.
 */
import type { Definitions } from 'dmn-moddle'
import { scanXml } from '../bpmn/scan.ts'
import { normalName } from '../feel/parse/character.ts'
import type { JsonObject } from '../json.ts'
import type { Finding } from '../problem.ts'
import type { Reading } from './boxed.ts'
import type { Decision } from './decision.ts'
import { Findings, within, type Place } from './finding.ts'
import { boxed } from './kinds.ts'
import { callNames, readModels } from './knowledge.ts'
import { Drawing, isDecision } from './requirements.ts'
import { ResultSchemas } from './result-schema.ts'
import { Ruling } from './ruling.ts'
import { tableAdvice } from './soundness/advice.ts'
import { parseDmn } from './source.ts'
import { readSteps, type Step } from './step.ts'
import { Types } from './item-definitions.ts'

export type DmnRead =
  | { readonly ok: true; readonly decisions: readonly Decision[]; readonly warnings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

const MOST_ELEMENTS = 500
const BOOLEAN_ATTRIBUTES: ReadonlySet<string> = new Set(['isCollection'])

/** @param file its name within the package, for the findings */
export async function readDmn(file: string, xml: string): Promise<DmnRead> {
  const scanned = scanXml(file, xml, BOOLEAN_ATTRIBUTES)
  if (scanned.length > 0) return { ok: false, findings: scanned }
  const findings = new Findings(file)
  const root = await parseDmn(xml, findings)
  if (root === undefined || findings.list.length > 0) return { ok: false, findings: findings.list }
  const steps = readDefinitions(root, findings)
  if (findings.list.length > 0) return { ok: false, findings: findings.list }
  const results = resultsOf(root)
  const decisions = steps.map((step) => new Ruling(step, results.get(step.id)))
  return { ok: true, decisions, warnings: warningsOf(file, root) }
}

function resultsOf({ drgElement = [], itemDefinition = [] }: Definitions): ReadonlyMap<string, JsonObject> {
  const schemas = new ResultSchemas(itemDefinition)
  return new Map(
    drgElement.filter(isDecision).flatMap((it) => {
      const result = schemas.of(it)
      return it.id !== undefined && result ? [[it.id, result] as const] : []
    }),
  )
}

/** What reads and runs, and may yet surprise whoever wrote it. */
const warningsOf = (file: string, { drgElement = [] }: Definitions): readonly Finding[] =>
  drgElement.filter(isDecision).flatMap((decision) => tableAdvice(file, decision))

function readDefinitions(root: Definitions, findings: Findings): readonly Step[] {
  const place: Place = within({ id: undefined, words: { en: '', ar: '' } }, root.id, '', '')
  if ((root.drgElement?.length ?? 0) > MOST_ELEMENTS) {
    findings.add('too-large', place, `${String(root.drgElement?.length)} elements (at most ${String(MOST_ELEMENTS)})`)
    return []
  }
  checkSupported(root, place, findings)
  const types = new Types(root.itemDefinition ?? [], findings)
  const drawing = new Drawing(root, findings)
  if (drawing.decisions.length === 0) findings.add('missing', place, 'a decision')
  const reading: Reading = { findings, types, parameters: parametersOf(drawing), boxed }
  const models = readModels(drawing, reading)
  return readSteps(drawing, models, reading)
}

function checkSupported(root: Definitions, place: Place, findings: Findings): void {
  for (const language of [root.expressionLanguage, root.typeLanguage])
    if (language !== undefined && !/FEEL/i.test(language))
      findings.add('unsupported', place, `the language ${language}`)
  if ((root.import?.length ?? 0) > 0) findings.add('unsupported', place, 'an import of another file')
  for (const element of root.drgElement ?? [])
    if (element.$type === 'dmn:DecisionService')
      findings.add('unsupported', within(place, element.id, '', ''), 'a decision service')
}

function parametersOf(drawing: Drawing): ReadonlyMap<string, readonly string[]> {
  return new Map(
    drawing.models.flatMap((model) => {
      const parameters = (model.encapsulatedLogic?.formalParameter ?? []).map((parameter) =>
        normalName(parameter.name ?? ''),
      )
      return callNames(model).map((name): [string, readonly string[]] => [name, parameters])
    }),
  )
}
