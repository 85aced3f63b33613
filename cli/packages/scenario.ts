/** A package's test file, judged before it is played: a misspelt key would otherwise be a test that expects nothing. */
import type { JsonObject } from '../../engine/core/json.ts'
import { mistake } from '../../engine/core/finding.ts'
import { invalid, type Problem } from '../../engine/core/problem.ts'
import { compileSchema, type CompiledSchema } from '../../engine/core/schema/ajv.ts'
import { sentenceOf } from '../../engine/core/schema/sentence.ts'
import type { Scenario } from '../../engine/trial/scenario.ts'
import type { Say } from '../text/text.ts'
import schema from './scenario.schema.json' with { type: 'json' }

export function readScenario(file: string, json: JsonObject, say: Say): Scenario | Problem {
  const errors = judge().validate(json)
  if (errors.length === 0) return json as unknown as Scenario
  const remedy = { en: 'Correct the test file', ar: 'صحّح ملف الاختبار' }
  return invalid(
    'test.invalid',
    say('test.invalid', { file }),
    errors.map((error) => mistake('test/schema', { file, place: error.place || '/' }, sentenceOf(error), remedy)),
  )
}

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
