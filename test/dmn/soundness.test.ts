/** Cases a decision table has no rule for, and rules that meet: found for certain, or not told. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDmn } from '../../engine/core/dmn/read.ts'
import { judgeTable, type TableJudgment } from '../../engine/core/dmn/soundness/judge.ts'
import { Findings } from '../../engine/core/dmn/finding.ts'
import { parseDmn } from '../../engine/core/dmn/source.ts'
import { isDecision } from '../../engine/core/dmn/requirements.ts'
import { parseUnaryTests, scopeOf, type FeelValue } from '../../engine/core/feel/feel.ts'
import { definitions, table, type TableOptions } from './file.ts'

async function judged(options: TableOptions): Promise<TableJudgment> {
  const root = await parseDmn(definitions(table(options)), new Findings('a.dmn'))
  const logic = root?.drgElement?.find(isDecision)?.decisionLogic
  if (logic?.$type !== 'dmn:DecisionTable') throw new Error('Expected a decision table')
  return judgeTable(logic)
}

const AREA = { inputs: ['area : number'], outputs: ['fee : number'] }

describe('gaps', () => {
  test('what lies between two ranges is told as the test a rule for it would have', async () => {
    const { gaps } = await judged({ ...AREA, rules: ['<= 200 | 100', '[300..400] | 200', '> 400 | 400'] })
    expect(gaps).toEqual([['(200..300)']])
  })

  test('a single value between two ranges that both leave it out is a gap', async () => {
    expect((await judged({ ...AREA, rules: ['< 200 | 1', '> 200 | 2'] })).gaps).toEqual([['200']])
  })

  test('a table whose last rule takes everything has none', async () => {
    expect((await judged({ ...AREA, hit: 'FIRST', rules: ['< 200 | 1', '- | 2'] })).gaps).toEqual([])
  })

  test('columns are looked at together', async () => {
    const rules = ['true | - | 0', 'false | <= 200 | 100']
    const { gaps } = await judged({ inputs: ['isPublic : boolean', 'area : number'], outputs: ['fee'], rules })
    expect(gaps).toEqual([['false', '> 200']])
  })

  test('of texts the values a column lists are all there are', async () => {
    const rules = ['"house" | 1', '"shop" | 2']
    const listed = await judged({ inputs: ['use : string : "house", "shop", "farm"'], outputs: ['fee'], rules })
    expect(listed.gaps).toEqual([['"farm"']])
    const open = await judged({ inputs: ['use : string'], outputs: ['fee'], rules })
    expect(open.gaps).toEqual([['not("house", "shop")']])
  })

  test('dates are told as dates', async () => {
    const rules = ['< date("2026-01-01") | 1', '> date("2026-12-31") | 2']
    const { gaps } = await judged({ inputs: ['day : date'], outputs: ['fee'], rules })
    expect(gaps).toEqual([['[date("2026-01-01")..date("2026-12-31")]']])
  })

  test('a column of whole numbers is not asked for halves, nor an amount for less than nothing', async () => {
    const { gaps, whole } = await judged({ ...AREA, rules: ['0 | 0', '[1..6] | 1', '[7..12] | 2', '> 12 | 3'] })
    expect(gaps).toEqual([])
    expect(whole).toEqual([0])
  })

  test('zero itself is asked for', async () => {
    expect((await judged({ ...AREA, rules: ['> 0 | 1'] })).gaps).toEqual([['0']])
  })

  test('null is a case where a rule speaks of it, and only there', async () => {
    const inputs = ['reply : string', 'paid : boolean']
    const { gaps } = await judged({ inputs, outputs: ['next'], rules: ['null | true | 1', 'not(null) | - | 2'] })
    expect(gaps).toEqual([['null', 'false']])
  })

  test('a default answers what no rule does, and a table that collects may find nothing', async () => {
    expect((await judged({ ...AREA, outputs: ['fee : number : 1, 2 : 2'], rules: ['< 5 | 1'] })).gaps).toEqual([])
    expect((await judged({ ...AREA, hit: 'COLLECT', rules: ['< 5 | 1'] })).gaps).toEqual([])
  })

  test('a cell that only running it could tell is not guessed at, and said', async () => {
    const inputs = ['name : string']
    const rules = ['starts with(?, "a") | 1', '"b" | 2']
    const { gaps, overlaps, unjudged } = await judged({ inputs, outputs: ['fee'], rules })
    expect({ gaps, overlaps, unjudged }).toEqual({ gaps: [], overlaps: [], unjudged: [1] })
  })
})

test('what is missed is told in as few cases as there are', async () => {
  const rules = ['< 5 | "a" | true | 1', '>= 5 | - | true | 2', '< 5 | not("a") | true | 3']
  const { gaps } = await judged({ inputs: ['n : number', 't : string', 'b : boolean'], outputs: ['o'], rules })
  expect(gaps).toEqual([['-', '-', 'false']])
})

describe('overlaps', () => {
  test('two rules of UNIQUE for one case are told with the case', async () => {
    const { overlaps } = await judged({ ...AREA, rules: ['<= 200 | 100', '[200..400] | 200', '> 400 | 400'] })
    expect(overlaps).toEqual([{ rules: [1, 2], tests: ['200'] }])
  })

  test('under ANY only where the answers differ', async () => {
    const rules = ['<= 200 | 1', '<= 100 | 1', '<= 50 | 2', '> 200 | 3']
    const { overlaps } = await judged({ ...AREA, hit: 'ANY', rules })
    expect(overlaps.map((it) => it.rules)).toEqual([
      [1, 3],
      [2, 3],
    ])
  })

  test('under FIRST a rule whose every case is taken above it never gets a turn', async () => {
    const rules = ['< 100 | 1', '>= 100 | 2', '[50..150] | 3']
    expect((await judged({ ...AREA, hit: 'FIRST', rules })).hidden).toEqual([3])
    expect((await judged({ ...AREA, hit: 'FIRST', rules: ['< 100 | 1', '- | 2'] })).hidden).toEqual([])
  })
})

test('whoever checks a package is told, with the words of the column in both languages', async () => {
  const options = { ...AREA, rules: ['<= 200 | 100', '[200..400] | 200'] }
  const xml = definitions(table(options)).replace('<input>', '<input label="المساحة · Area">')
  const read = await readDmn('fees.dmn', xml)
  expect(
    read.ok && read.warnings.map((it) => [it.rule, it.severity, it.message.split(': ').slice(1).join(': ')]),
  ).toEqual([
    ['dmn/gap', 'warning', 'Expected a rule for every case, but there is none for: Area \u2066> 400\u2069'],
    [
      'dmn/overlap',
      'warning',
      'Expected one rule for each case, but rules 1 and 2 both apply to: Area \u2066200\u2069',
    ],
  ])
  expect(read.ok && read.warnings.map((it) => it.messageAr)).toEqual([
    expect.stringContaining('المساحة'),
    expect.stringContaining('القاعدتين 1 و2'),
  ])
})

test('gaps and overlaps are what running the table shows, whatever the table', async () => {
  const bound = fc.integer({ min: -2, max: 5 })
  const number = fc.oneof(
    fc.constant('-'),
    bound.map(String),
    fc.tuple(fc.constantFrom('<', '<=', '>', '>='), bound).map(([operator, at]) => `${operator} ${String(at)}`),
    fc
      .tuple(fc.constantFrom('[', '('), bound, fc.nat({ max: 4 }), fc.constantFrom(']', ')'))
      .map(([open, from, length, close]) => `${open}${String(from)}..${String(from + length)}${close}`),
    fc.tuple(bound, bound).map(([a, b]) => `not(${String(a)}, ${String(b)})`),
  )
  const text = fc.constantFrom('-', '"a"', '"b"', '"a", "c"', 'not("a")', 'not("b", "c")')
  const truth = fc.constantFrom('-', 'true', 'false')
  const rule = fc.tuple(number, text, truth).map((cells) => `${cells.join(' | ')} | 1`)
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { minLength: 1, maxLength: 5 }), async (rules) => {
      const options = { inputs: ['n : number', 't : string', 'b : boolean'], outputs: ['o'], rules }
      const { gaps, overlaps, whole, more } = await judged(options)
      const read = await readDmn('a.dmn', definitions(table({ ...options, hit: 'RULE ORDER' })))
      if (!read.ok) throw new Error(JSON.stringify(read.findings))
      const [decision] = read.decisions
      const wrong = samples(whole.length > 0).filter((sample) => {
        const result = decision?.evaluate(scopeOf(sample, 0, 'UTC'))
        const fired = result?.ok === true ? (result.trace[0]?.rules ?? []) : []
        const within = (tests: readonly string[]): boolean =>
          tests.every((cell, at) => fits(cell, [sample.n, sample.t, sample.b][at] ?? null))
        const missed = gaps.some(within) ? fired.length > 0 : fired.length === 0 && !more
        const met = overlaps.filter(({ tests }) => within(tests))
        const notMet = met.some((it) => it.rules.some((one) => !fired.includes(one)))
        return missed || notMet || fired.length > 1 !== met.length > 0
      })
      expect(wrong).toEqual([])
    }),
    { numRuns: 100 },
  )
})

/** None below zero: an amount that begins at nothing is not judged there. */
const samples = (whole: boolean) =>
  (whole ? WHOLE : [...WHOLE, ...WHOLE.map((at) => at + 0.5)]).flatMap((n) =>
    ['a', 'b', 'c', 'zz'].flatMap((t) => [true, false].map((b) => ({ n, t, b }))),
  )

const WHOLE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

function fits(source: string, value: FeelValue): boolean {
  const parsed = parseUnaryTests(source)
  if (!parsed.ok) throw new Error(`${source}: ${parsed.reason}`)
  const scope = scopeOf({}, 0, 'UTC')
  const result = parsed.expression.evaluate({ ...scope, get: (name) => (name === '?' ? value : scope.get(name)) })
  return result.ok && result.value === true
}
