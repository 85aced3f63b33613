import { describe, expect, test } from 'vitest'
import { answer, ask, findingsOf, fired, read, table } from './file.ts'

const ages = (
  hit: string,
  rules: readonly string[],
  outputs: readonly string[] = ['group'],
  aggregation?: string,
): string =>
  table({ hit, ...(aggregation === undefined ? {} : { aggregation }), inputs: ['age : number'], outputs, rules })

describe('UNIQUE', () => {
  const rules = ['< 18 | "minor"', '[18..65) | "adult"', '>= 65 | "senior"']

  test('the one rule that matches answers, and the record names it', async () => {
    const decisions = await read(ages('UNIQUE', rules))
    expect(answer(decisions, 'd', { age: 40 })).toBe('adult')
    expect(ask(decisions, 'd', { age: 40 })).toMatchObject({
      ok: true,
      trace: [{ decision: 'd', inputs: [{ expression: 'age', value: 40 }], rules: [2], output: 'adult' }],
    })
  })

  test('a table without a hit policy is UNIQUE', async () => {
    const decisions = await read(table({ inputs: ['age'], outputs: ['group'], rules: ['< 18 | "a"', '< 20 | "b"'] }))
    expect(answer(decisions, 'd', { age: 19 })).toBe('b')
    expect(ask(decisions, 'd', { age: 3 }).ok).toBe(false)
  })

  test('two rules that match are a failure naming both', async () => {
    const decisions = await read(ages('UNIQUE', [...rules, '40 | "forty"']))
    expect(ask(decisions, 'd', { age: 40 })).toEqual({
      ok: false,
      code: 'value',
      reason: 'decision "d": Expected one rule to match (hit policy UNIQUE), but rules 2, 4 match',
    })
  })

  test('no rule that matches answers null, and no rule is said to have fired', async () => {
    const decisions = await read(ages('UNIQUE', ['< 18 | "minor"']))
    expect(answer(decisions, 'd', { age: 40 })).toBeNull()
    expect(fired(decisions, 'd', { age: 40 })).toEqual([])
  })

  test('no rule that matches answers the default where there is one', async () => {
    const decisions = await read(ages('UNIQUE', ['< 18 | "minor"'], ['group : string :  : "grown" ']))
    expect(answer(decisions, 'd', { age: 40 })).toBe('grown')
  })
})

describe('FIRST', () => {
  test('the first rule from the top answers, whatever matches below', async () => {
    const decisions = await read(ages('FIRST', ['> 100 | "very old"', '> 10 | "old"', '- | "young"']))
    expect(answer(decisions, 'd', { age: 50 })).toBe('old')
    expect(fired(decisions, 'd', { age: 50 })).toEqual([2])
    expect(answer(decisions, 'd', { age: 5 })).toBe('young')
  })

  test('rules below the first match are not even tested', async () => {
    const decisions = await read(
      table({ hit: 'FIRST', inputs: ['age'], outputs: ['x'], rules: ['5 | 1', '? + "a" = 1 | 2'] }),
    )
    expect(answer(decisions, 'd', { age: 5 })).toBe(1)
    expect(ask(decisions, 'd', { age: 6 })).toMatchObject({ ok: false, code: 'type' })
  })
})

describe('ANY', () => {
  const rules = ['> 10 | "yes"', '> 20 | "yes"', '> 30 | "no"']

  test('rules that say the same all fire', async () => {
    const decisions = await read(ages('ANY', rules))
    expect(answer(decisions, 'd', { age: 25 })).toBe('yes')
    expect(fired(decisions, 'd', { age: 25 })).toEqual([1, 2])
  })

  test('rules that say different things are a failure naming both answers', async () => {
    const decisions = await read(ages('ANY', rules))
    expect(ask(decisions, 'd', { age: 35 })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('rule 1 gives the string "yes" and rule 3 gives the string "no"'),
    })
  })

  test('answers with several outputs are compared as a whole', async () => {
    const decisions = await read(ages('ANY', ['> 1 | 1 | "a"', '> 2 | 1.0 | "a"', '> 3 | 1 | "b"'], ['n', 't']))
    expect(answer(decisions, 'd', { age: 3 })).toEqual({ n: 1, t: 'a' })
    expect(ask(decisions, 'd', { age: 4 }).ok).toBe(false)
  })

  test('dates and lists that are equal count as the same answer', async () => {
    const same = 'date("2026-01-01")'
    const decisions = await read(
      ages('ANY', [`> 1 | [${same}, 2]`, `> 2 | [${same}, 2]`, '> 3 | [date("2026-01-02"), 2]']),
    )
    expect(answer(decisions, 'd', { age: 3 })).toEqual(['2026-01-01', 2])
    expect(ask(decisions, 'd', { age: 4 }).ok).toBe(false)
  })
})

describe('PRIORITY', () => {
  const risks = ['risk : string : "high", "medium", "low"']

  test('the most important answer wins, by the order of the output values', async () => {
    const decisions = await read(ages('PRIORITY', ['> 10 | "low"', '> 20 | "high"', '> 15 | "medium"'], risks))
    expect(answer(decisions, 'd', { age: 25 })).toBe('high')
    expect(fired(decisions, 'd', { age: 25 })).toEqual([2])
    expect(answer(decisions, 'd', { age: 18 })).toBe('medium')
  })

  test('the second output decides where the first is equal', async () => {
    const rules = ['> 1 | "low" | 1', '> 1 | "low" | 3', '> 1 | "low" | 2']
    const decisions = await read(ages('PRIORITY', rules, [...risks, 'n : number : 3, 2, 1']))
    expect(answer(decisions, 'd', { age: 2 })).toEqual({ risk: 'low', n: 3 })
  })

  test('an answer that is not among the output values is a finding where it is plain', async () => {
    const findings = await findingsOf(ages('PRIORITY', ['> 10 | "huge"'], risks))
    expect(findings).toMatchObject([{ rule: 'dmn/not-allowed', place: 'd_rule_1', severity: 'error' }])
  })

  test('without output values there is no priority, which is a finding', async () => {
    const findings = await findingsOf(ages('PRIORITY', ['> 10 | "low"']))
    expect(findings).toMatchObject([{ rule: 'dmn/no-priorities' }])
  })
})

describe('RULE ORDER and OUTPUT ORDER', () => {
  const rules = ['> 10 | "low"', '> 20 | "high"', '> 15 | "medium"', '> 100 | "high"']
  const risks = ['risk : string : "high", "medium", "low"']

  test('RULE ORDER lists all answers from the top of the table', async () => {
    const decisions = await read(ages('RULE ORDER', rules))
    expect(answer(decisions, 'd', { age: 25 })).toEqual(['low', 'high', 'medium'])
    expect(fired(decisions, 'd', { age: 25 })).toEqual([1, 2, 3])
  })

  test('OUTPUT ORDER lists all answers, the most important first', async () => {
    const decisions = await read(ages('OUTPUT ORDER', rules, risks))
    expect(answer(decisions, 'd', { age: 25 })).toEqual(['high', 'medium', 'low'])
  })

  test('OUTPUT ORDER without output values is a finding', async () => {
    expect(await findingsOf(ages('OUTPUT ORDER', rules))).toMatchObject([{ rule: 'dmn/no-priorities' }])
  })

  test('a list policy that matches nothing answers an empty list', async () => {
    const decisions = await read(
      ages('RULE ORDER', rules),
      table({ id: 'e', hit: 'OUTPUT ORDER', inputs: ['age'], outputs: risks, rules }),
    )
    expect(answer(decisions, 'd', { age: 1 })).toEqual([])
    expect(answer(decisions, 'e', { age: 1 })).toEqual([])
  })
})

describe('COLLECT', () => {
  const rules = ['> 10 | 0.1', '> 20 | 0.2', '> 30 | 5', '> 30 | 5']

  test('without an operator it lists all answers', async () => {
    const decisions = await read(ages('COLLECT', rules))
    expect(answer(decisions, 'd', { age: 25 })).toEqual([0.1, 0.2])
    expect(answer(decisions, 'd', { age: 1 })).toEqual([])
    expect(fired(decisions, 'd', { age: 31 })).toEqual([1, 2, 3, 4])
  })

  test('with several outputs it lists contexts', async () => {
    const decisions = await read(ages('COLLECT', ['> 1 | 1 | "a"', '> 2 | 2 | "b"'], ['n', 't']))
    expect(answer(decisions, 'd', { age: 3 })).toEqual([
      { n: 1, t: 'a' },
      { n: 2, t: 'b' },
    ])
  })

  test.each([
    ['SUM', 25, 0.3],
    ['SUM', 31, 10.3],
    ['MIN', 31, 0.1],
    ['MAX', 31, 5],
    ['COUNT', 31, 4],
    ['COUNT', 1, 0],
    ['SUM', 1, null],
    ['MIN', 1, null],
    ['MAX', 1, null],
  ])('%s of the answers at age %d is %s', async (aggregation, age, expected) => {
    const decisions = await read(ages('COLLECT', rules, ['n'], aggregation))
    expect(answer(decisions, 'd', { age })).toBe(expected)
  })

  test('a sum of texts is a failure', async () => {
    const decisions = await read(ages('COLLECT', ['> 1 | "a"', '> 1 | "b"'], ['n'], 'SUM'))
    expect(ask(decisions, 'd', { age: 2 })).toMatchObject({ ok: false, code: 'type' })
  })

  test('an operator over several outputs is a finding', async () => {
    expect(await findingsOf(ages('COLLECT', ['> 1 | 1 | 2'], ['n', 'm'], 'SUM'))).toMatchObject([
      { rule: 'dmn/hit-policy' },
    ])
  })

  test('defaults answer in a list', async () => {
    const decisions = await read(ages('COLLECT', ['> 10 | 1'], ['n : number : - : 7']))
    expect(answer(decisions, 'd', { age: 1 })).toEqual([7])
  })
})

test('a hit policy DMN does not know is a finding, and so is an operator without COLLECT', async () => {
  expect(await findingsOf(ages('BEST', ['> 1 | 1']))).toMatchObject([{ rule: 'dmn/hit-policy', file: 'rules.dmn' }])
  expect(await findingsOf(ages('UNIQUE', ['> 1 | 1'], ['n'], 'SUM'))).toMatchObject([{ rule: 'dmn/hit-policy' }])
})
