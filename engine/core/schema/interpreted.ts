/**
 * The judge of ajv.ts for pages, where a strict content policy lets nobody write code: the same exports, the same verdict,
 * the same places and words, found by reading the schema. A test holds the two against each other.
 */
import type { Where } from '../finding.ts'
import type { JsonObject } from '../json.ts'
import { Interpreter } from './interpreter/interpreter.ts'
import { shapeFault } from './interpreter/shape.ts'
import { judged, type Rule } from './interpreter/rule.ts'
import {
  isHumanSize,
  orTooDeep,
  unfit,
  type SchemaCompilation,
  type SchemaError,
  type SchemaOptions,
} from './judgement.ts'
import { schemaFaults } from './limits.ts'

export type { CompiledSchema, SchemaCompilation, SchemaError, SchemaOptions } from './judgement.ts'

export function compileSchema(schema: JsonObject, where: Where = {}, options: SchemaOptions = {}): SchemaCompilation {
  const faults = options.trusted === true ? [] : schemaFaults(schema, where)
  if (faults.length > 0) return { ok: false, findings: faults }
  const misshapen = shapeFault(schema)
  if (misshapen !== undefined) return { ok: false, findings: [unfit(`schema is invalid: ${misshapen}`, where)] }
  try {
    const rule = new Interpreter(schema).rule(schema)
    const tellsAll = options.allErrors === true || options.trusted === true
    return { ok: true, schema: { schema, validate: (value) => orTooDeep(() => errorsOf(rule, tellsAll, value)) } }
  } catch (error) {
    return { ok: false, findings: [unfit(error, where)] }
  }
}

function errorsOf(rule: Rule, tellsAll: boolean, value: unknown): readonly SchemaError[] {
  const first = judged(rule, value, false)
  return first.length === 0 || !tellsAll || !isHumanSize(value) ? first : judged(rule, value, true)
}
