/** Keywords for values of every type: what is allowed, and choices between schemas. */
import type { JsonValue } from '../../json.ts'
import { isSame } from './equality.ts'
import { schemasIn, strict, type Keyword, type Reader } from './keyword.ts'
import { alsoSaw, fits, nothingSeen, tell, type Rule } from './rule.ts'

const ref: Keyword = {
  name: '$ref',
  read(value, _beside, reader) {
    const { rule, isApart } = reader.referred(String(value))
    return (it, place, run, seen) => {
      const inner = nothingSeen()
      const isGood = rule(it, place, isApart ? { ...run, choice: false } : run, inner)
      if (isGood) alsoSaw(seen, inner)
      return isGood
    }
  },
}

const constant: Keyword = {
  name: 'const',
  read: (wanted) => (value, place, run) =>
    isSame(value, wanted) ||
    tell(run, place, { keyword: 'const', params: { allowedValue: wanted }, message: 'must be equal to constant' }),
}

const enumeration: Keyword = {
  name: 'enum',
  read(values) {
    const allowed = schemasIn(values)
    if (allowed.length === 0) throw new Error('enum must have non-empty array')
    return (value, place, run) =>
      allowed.some((it) => isSame(it, value)) ||
      tell(run, place, {
        keyword: 'enum',
        params: { allowedValues: values },
        message: 'must be equal to one of the allowed values',
      })
  },
}

const not: Keyword = {
  name: 'not',
  read(schema, _beside, reader) {
    const rule = reader.asksNothing(schema) ? always : reader.rule(schema)
    return (value, place, run) =>
      !fits(rule, value, place, nothingSeen()) ||
      tell(run, place, { keyword: 'not', params: {}, message: 'must NOT be valid' })
  },
}

const anyOf: Keyword = {
  name: 'anyOf',
  read(schemas, _beside, reader) {
    const rules = schemasIn(schemas).map((it) => reader.rule(it))
    return (value, place, run, seen) => {
      const before = run.errors.length
      let isGood = false
      for (const rule of rules) {
        const inner = nothingSeen()
        if (!rule(value, place, { ...run, choice: true }, inner)) continue
        isGood = true
        alsoSaw(seen, inner)
      }
      if (!isGood) return tell(run, place, { keyword: 'anyOf', params: {}, message: 'must match a schema in anyOf' })
      run.errors.length = before
      return true
    }
  },
}

const oneOf: Keyword = {
  name: 'oneOf',
  read(schemas, _beside, reader) {
    const rules = schemasIn(schemas).map((it) => reader.rule(it))
    return (value, place, run, seen) => {
      const before = run.errors.length
      const passing: number[] = []
      for (const [index, rule] of rules.entries()) {
        const inner = nothingSeen()
        if (!rule(value, place, { ...run, choice: true }, inner)) continue
        passing.push(index)
        if (passing.length > 1) break
        alsoSaw(seen, inner)
      }
      if (passing.length !== 1)
        return tell(run, place, {
          keyword: 'oneOf',
          params: { passingSchemas: passing.length === 0 ? null : passing },
          message: 'must match exactly one schema in oneOf',
        })
      run.errors.length = before
      return true
    }
  },
}

const allOf: Keyword = {
  name: 'allOf',
  read(schemas, _beside, reader) {
    const rules = schemasIn(schemas).map((it) => reader.rule(it))
    return (value, place, run, seen) => {
      let isGood = true
      for (const rule of rules) {
        if (!rule(value, place, run, seen)) isGood = false
        if (!isGood && !run.all) return false
      }
      return isGood
    }
  },
}

const condition: Keyword = {
  name: 'if',
  read(schema, beside, reader) {
    const { then: ifSo, else: ifNot } = beside
    if (ifSo === undefined && ifNot === undefined) strict('"if" without "then" and "else" is ignored')
    const [thenRule, elseRule] = [clause(ifSo, reader), clause(ifNot, reader)]
    if (!thenRule && !elseRule) return undefined
    const asked = reader.rule(schema)
    return (value, place, run, seen) => {
      const isSo = fits(asked, value, place, seen)
      const failingKeyword = isSo ? 'then' : 'else'
      const rule = isSo ? thenRule : elseRule
      const inner = nothingSeen()
      if (rule === undefined || rule(value, place, run, inner)) {
        alsoSaw(seen, inner)
        return true
      }
      const message = `must match "${failingKeyword}" schema`
      return run.all || run.choice ? tell(run, place, { keyword: 'if', params: { failingKeyword }, message }) : false
    }
  },
}

const clause = (schema: JsonValue | undefined, reader: Reader): Rule | undefined =>
  schema === undefined || reader.asksNothing(schema) ? undefined : reader.rule(schema)

const ofIf = (name: 'then' | 'else'): Keyword => ({
  name,
  read(_schema, beside) {
    if (beside['if'] === undefined) strict(`"${name}" without "if" is ignored`)
    return undefined
  },
})

const always: Rule = () => true

export const ANY_VALUE: readonly Keyword[] = [
  ref,
  constant,
  enumeration,
  not,
  anyOf,
  oneOf,
  allOf,
  condition,
  ofIf('then'),
  ofIf('else'),
]
