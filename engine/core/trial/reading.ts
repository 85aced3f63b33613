/** A package's test file, judged before it is played: a misspelt key would otherwise be a test that expects nothing. */
import { mistake } from '../finding.ts'
import type { JsonValue } from '../json.ts'
import type { Finding } from '../problem.ts'
import { compileSchema, type CompiledSchema, type SchemaError } from '../schema/ajv.ts'
import { sentenceOf } from '../schema/sentence.ts'
import type { Text } from '../text.ts'
import type { Scenario } from './scenario.ts'
import schema from './scenario.schema.json' with { type: 'json' }

export type ScenarioReading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export function readScenario(file: string, json: JsonValue): ScenarioReading {
  const errors = judge().validate(json)
  if (errors.length === 0) return { ok: true, scenario: json as unknown as Scenario }
  const remedy = { en: 'Correct the test file', ar: 'صحّح ملف الاختبار' }
  const findings = tellable(errors).map((error) =>
    mistake('test/schema', { file, place: error.place || '/' }, told(error), remedy),
  )
  return { ok: false, findings }
}

/** A step that is of no kind fails every kind: that is told once, not once for each. */
function tellable(errors: readonly SchemaError[]): readonly SchemaError[] {
  const none = new Set(errors.filter(({ keyword }) => keyword === 'oneOf').map(({ place }) => place))
  return errors.filter(({ keyword, place }) => keyword !== 'required' || !none.has(place))
}

const STEPS = schema.$defs.step.oneOf.map(({ required }) => required.join(' + ')).join(', ')

const told = (error: SchemaError): Text =>
  error.keyword === 'oneOf'
    ? { en: `Expected a step of exactly one kind: ${STEPS}`, ar: `يجب أن تكون الخطوة من نوع واحد: ${STEPS}` }
    : sentenceOf(error)

let compiled: CompiledSchema | undefined

/** Ours, so it compiles: anything else is a bug. */
function judge(): CompiledSchema {
  if (compiled) return compiled
  const made = compileSchema(schema, { file: 'scenario.schema.json' }, { trusted: true })
  if (!made.ok)
    throw new Error(`Expected scenario.schema.json to compile, but ${made.findings[0]?.message ?? 'it does not'}`)
  compiled = made.schema
  return compiled
}
