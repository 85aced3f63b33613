/**
 * feelin, an independent FEEL, is asked the same questions. The questions keep out of its traps: whole numbers only (it adds doubles), nothing
 * missing or of the wrong type (it answers null), no time zones, no null in conditions, no ranges from high to low (it turns them round), no lists of
 * different lengths compared (it answers null).
 */
import * as fc from 'fast-check'
import { evaluate, unaryTest } from 'feelin'
import { describe, expect, test } from 'vitest'
import { fits, valueOf } from './example.ts'

const variables = {
  n: 7,
  big: 40,
  s: 'foobar',
  t: 'Basma',
  yes: true,
  no: false,
  xs: [5, 3, 8, 3],
  ys: [1, 2],
  person: { age: 30, name: 'Ali' },
  people: [
    { age: 30, name: 'Ali' },
    { age: 12, name: 'Dana' },
  ],
}

type Source = fc.Arbitrary<string>

/** Joins generated parts with the text between them: from`${a} + ${b}`. */
function from(strings: TemplateStringsArray, ...parts: readonly Source[]): Source {
  return fc.tuple(...parts).map((texts) => strings.reduce((all, text, index) => all + (texts[index - 1] ?? '') + text))
}

const whole = fc.integer({ min: 0, max: 9 }).map(String)
const word = fc.constantFrom('"a"', '"foo"', '"bar"', '""', '"Ab c"')

const { truth, number, text, list, date } = fc.letrec<Record<'truth' | 'number' | 'text' | 'list' | 'date', string>>(
  (tie) => {
    const [b, n, s, l, d] = [tie('truth'), tie('number'), tie('text'), tie('list'), tie('date')]
    const depth = { maxDepth: 4, depthSize: 'small' } as const
    return {
      number: fc.oneof(
        depth,
        whole,
        fc.constantFrom('n', 'big', 'person.age', 'people[1].age', 'count(people)'),
        from`(${n} + ${n})`,
        from`(${n} - ${n})`,
        from`(${whole} * ${n})`,
        from`-(${n})`,
        from`(if ${b} then ${n} else ${n})`,
        from`string length(${s})`,
        from`count(${l})`,
        from`sum(append(${l}, ${n}))`,
        from`abs(${n})`,
        from`modulo(${n}, ${fc.constantFrom('3', '-4', '5')})`,
        from`min(${n}, ${n})`,
        from`max([${n}, ${n}])`,
        from`floor(${n})`,
        from`{a: ${n}, b: a + ${n}}.b`,
        from`(function(x) x + ${n})(${n})`,
        from`append(${l}, ${n})[-1]`,
        from`(${d}).year`,
        from`(${d}).day`,
        from`(${whole}) ** 2`,
      ),
      truth: fc.oneof(
        depth,
        fc.constantFrom('true', 'false', 'yes', 'no'),
        from`(${n} < ${n})`,
        from`(${n} >= ${n})`,
        from`(${n} = ${n})`,
        from`(${n} != ${n})`,
        from`(${s} = ${s})`,
        from`(${s} < ${s})`,
        from`([${n}, ${n}] = [${n}, ${n}])`,
        from`(${d} < ${d})`,
        from`(${b} and ${b})`,
        from`(${b} or ${b})`,
        from`not(${b})`,
        from`(${n} between ${whole} and 9)`,
        from`(${n} in [${whole}..9])`,
        from`(${n} in (< ${n}, > ${n}))`,
        from`(${n} in (${n}, ${n}))`,
        from`(some x in ${l} satisfies x > ${n})`,
        from`(every x in ${l} satisfies x > ${n})`,
        from`list contains(${l}, ${n})`,
        from`contains(${s}, ${s})`,
        from`starts with(${s}, ${s})`,
        from`ends with(${s}, ${s})`,
        from`((${n}) instance of number)`,
        from`((${s}) instance of number)`,
      ),
      text: fc.oneof(
        depth,
        word,
        fc.constantFrom('s', 't', 'person.name', 'people[-1].name'),
        from`(${s} + ${s})`,
        from`upper case(${s})`,
        from`lower case(${s})`,
        from`substring(${s}, ${fc.constantFrom('1', '2', '3')})`,
        from`substring before(${s}, "a")`,
        from`substring after(${s}, "o")`,
        from`string(${n})`,
        from`string(${l})`,
        from`string(${d})`,
        from`string join([${s}, ${s}], "-")`,
        from`(if ${b} then ${s} else ${s})`,
        from`day of week(${d})`,
      ),
      list: fc.oneof(
        depth,
        fc.constantFrom('[]', 'xs', 'ys', 'people.age', 'people[age > 18].age'),
        from`[${n}, ${n}]`,
        from`(for x in ${l} return x + ${n})`,
        from`(for i in 1..${fc.constantFrom('1', '3', '4')} return i * ${n})`,
        from`(for x in ${l}, y in ys return x - y)`,
        from`(${l})[item > ${n}]`,
        from`append(${l}, ${n})`,
        from`concatenate(${l}, ${l})`,
        from`reverse(${l})`,
        from`sort(${l}, function(a, b) a < b)`,
        from`distinct values(${l})`,
        from`union(${l}, ${l})`,
        from`flatten([${l}, [${l}]])`,
        from`index of(${l}, ${n})`,
        from`sublist(append(${l}, 1), 1)`,
      ),
      date: fc.oneof(
        depth,
        fc.constantFrom('date("2026-11-23")', 'date(2024, 2, 29)', '@"1999-12-31"'),
        from`(${d} + duration("P${whole}M"))`,
        from`(${d} - duration("P${whole}Y"))`,
      ),
    }
  },
)

function askFeelin(source: string): unknown {
  const { value, warnings } = evaluate(source, variables)
  return warnings.length > 0 ? warnings : JSON.parse(JSON.stringify(value))
}

describe('Another FEEL says the same of', () => {
  test.each([
    ['numbers', number],
    ['conditions', truth],
    ['texts', text],
    ['lists', list],
    ['dates', date],
  ])('%s', (_kind, sources) => {
    fc.assert(
      fc.property(sources, (source) => {
        fc.pre(source.length < 1000)
        expect(valueOf(source, variables)).toEqual(askFeelin(source))
      }),
      { numRuns: 400 },
    )
  })

  test('entries of decision tables', () => {
    const bound = fc.integer({ min: -5, max: 12 }).map(String)
    const low = fc.integer({ min: -5, max: 2 }).map(String)
    const high = fc.integer({ min: 3, max: 12 }).map(String)
    const single = fc.oneof(
      bound,
      from`${fc.constantFrom('<', '<=', '>', '>=')} ${bound}`,
      from`${fc.constantFrom('[', '(', ']')}${low}..${high}${fc.constantFrom(']', ')', '[')}`,
      from`? ${fc.constantFrom('<', '>', '=')} n`,
      fc.constant('n'),
    )
    const entry = fc.oneof(single, from`${single}, ${single}`, from`not(${single})`, fc.constant('-'))
    fc.assert(
      fc.property(entry, fc.integer({ min: -6, max: 13 }), (source, input) => {
        expect(fits(source, input, variables)).toBe(unaryTest(source, { ...variables, '?': input }).value)
      }),
      { numRuns: 400 },
    )
  })
})
