/** When an arrow is taken, chosen by people who write no FEEL: what they can choose from, and that what is written is what they meant. */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { conditionIn, conditionText, type Condition } from '../../designer/conditions/condition.ts'
import { questionsKnown } from '../../designer/conditions/known-questions.ts'
import type { Question } from '../../designer/conditions/question.ts'
import { isChosen } from '../../designer/conditions/condition-choice.tsx'
import { resultsIn } from '../../designer/decisions/results.ts'
import { stepsBefore } from '../../designer/procedure/properties/before.ts'
import { parseFeel, scopeOf } from '../../engine/core/feel/feel.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { bytesOf } from '../../engine/core/package/draft-files.ts'
import { readParts } from '../../engine/core/package/parts.ts'
import { knowledgeOf } from '../../engine/core/package/variables/known.ts'
import { startersIn } from '../../engine/packages/starters.ts'
import { around, flow } from '../bpmn/drawing.ts'
import { drawn } from './drawn.ts'

describe('a condition on what may not be there', () => {
  const told: readonly (readonly [string, Condition])[] = [
    ['=get or else(copies, null) in (>= 2)', { name: 'copies', is: '>=', value: 2, maybe: true }],
    ['=get or else(reply.status, null) = 200', { name: 'reply.status', is: '=', value: 200, maybe: true }],
    ['=list contains(get or else(papers, []), "deed")', { name: 'papers', is: 'has', value: 'deed', maybe: true }],
    ['=get or else(طلب.الغرض, null) = "سفر"', { name: 'طلب.الغرض', is: '=', value: 'سفر', maybe: true }],
    ['=get or else(who, null) != null', { name: 'who', is: '!=', value: null, maybe: true }],
  ]
  test.each(told)('%s is written and read alike', (text, condition) => {
    expect(conditionText(condition)).toBe(text)
    expect(conditionIn(text)).toEqual(condition)
  })

  test.each(told)('%s does not stop an application that has no such answer', (text) => {
    expect(holds(text, {})).toBe(false)
    expect(
      holds(text, { copies: 2, reply: { status: 200 }, papers: ['deed'], who: 'Rana', طلب: { الغرض: 'سفر' } }),
    ).toBe(true)
  })
})

test.each([
  ['=complete', true],
  ['=not(complete)', false],
  ['=complete = true', true],
])('%s, as people write it by hand, is the answer to a yes-or-no question', (text, value) =>
  expect(conditionIn(text)).toEqual({ name: 'complete', is: '=', value }),
)

describe('a condition on a day', () => {
  const ON = Date.UTC(2026, 5, 15, 9)
  const told: readonly (readonly [
    string,
    Omit<Condition, 'name' | 'maybe'>,
    asked: string,
    yes: string,
    no: string,
  ])[] = [
    ['born < "2010-01-01"', { is: '<', value: '2010-01-01' }, 'born', '2009-12-31', '2010-01-01'],
    ['born = string(today())', { is: '=', value: { kind: 'today' } }, 'born', '2026-06-15', '2026-06-14'],
    [
      'born <= string(today() - duration("P18Y"))',
      { is: '<=', value: { kind: 'before', span: { count: 18, unit: 'Y' } } },
      'born',
      '2008-06-15',
      '2008-06-16',
    ],
    [
      'ends > string(today() + duration("P30D"))',
      { is: '>', value: { kind: 'after', span: { count: 30, unit: 'D' } } },
      'ends',
      '2026-07-16',
      '2026-07-15',
    ],
  ]
  const maybe = (text: string): string =>
    text.includes(' = ')
      ? `=${text.replace(/^(\w+) =/, 'get or else($1, null) =')}`
      : `=${text.replace(/^(\w+) (.+)$/, 'get or else($1, null) in ($2)')}`

  test.each(told)('%s holds from its day on, and not before', (text, said, name, yes, no) => {
    expect(conditionText({ name, ...said })).toBe(`=${text}`)
    expect(conditionIn(`=${text}`)).toEqual({ name, ...said })
    expect(holds(`=${text}`, { [name]: yes }, ON)).toBe(true)
    expect(holds(`=${text}`, { [name]: no }, ON)).toBe(false)
  })

  test.each(told)('%s does not stop an application that has no such answer', (text, said, name, yes) => {
    const perhaps = maybe(text)
    expect(conditionText({ name, ...said, maybe: true })).toBe(perhaps)
    expect(conditionIn(perhaps)).toEqual({ name, ...said, maybe: true })
    expect(holds(perhaps, { [name]: yes }, ON)).toBe(true)
    for (const none of [{}, { [name]: null }]) expect(holds(perhaps, none, ON)).toBe(false)
  })

  test.each([
    '=born < string(today()) or string(today())',
    '=born < string(now())',
    '=born < string(today() - duration("P1Y6M"))',
    '=born < string(x)',
  ])('%s says more, and stays FEEL', (text) => expect(conditionIn(text)).toBeUndefined())

  test('is chosen for a question that is answered with a day, and for no other', () => {
    const question = (sort: Question['sort']): Question => ({
      key: 'born',
      name: 'born',
      title: { ar: 'الميلاد', en: 'Born' },
      sort,
      answers: [],
    })
    for (const [text] of told.slice(0, 3)) {
      expect(isChosen(`=${text}`, [question('day')])).toBe(true)
      expect(isChosen(`=${text}`, [question('number')])).toBe(false)
    }
    expect(isChosen('=born < "soon"', [question('day')])).toBe(false)
  })
})

describe('the steps before an arrow', () => {
  const CHOICE = around(
    '<bpmn:userTask id="step"/>',
    `<bpmn:exclusiveGateway id="choice"/><bpmn:task id="left"/><bpmn:task id="right"/><bpmn:exclusiveGateway id="join"/><bpmn:endEvent id="last"/>
    <bpmn:boundaryEvent id="edge" attachedToRef="left"/>
    ${flow('g1', 'step', 'choice')}${flow('g2', 'choice', 'left')}${flow('g3', 'choice', 'right')}${flow('g4', 'left', 'join')}${flow('g5', 'join', 'last')}${flow('g6', 'edge', 'join')}`,
  )
  const stepsOf = async (id: string) => {
    const drawing = await drawn(CHOICE)
    return stepsBefore(drawing.read(), drawing.element(id))
  }

  test('are told nearest first, without those on other ways, and which of them in any case', async () => {
    const { steps, others } = await stepsOf('g5')
    expect(steps.map(({ id, always }) => [id, always])).toEqual([
      ['join', true],
      ['left', false],
      ['edge', false],
      ['choice', true],
      ['step', true],
      ['start', true],
    ])
    expect(others).toContain('right')
  })

  test('hold the step itself whose arrow it is', async () => {
    expect((await stepsOf('g4')).steps[0]).toMatchObject({ id: 'left', always: true })
  })
})

describe('what an analyst can route by in the licence with an inspection', () => {
  let asked: (element: string) => Promise<readonly Question[]>
  beforeAll(async () => {
    const starters = startersIn(fileURLToPath(new URL('../../engine/starters', import.meta.url)))
    const [starter] = (await starters.list()).filter(({ template }) => template.includes('licence'))
    const files = (await starters.files(starter?.template ?? '')) ?? new Map<string, string>()
    const xml = files.get('licence.bpmn') ?? ''
    const parts = await readParts(bytesOf(files), () => Promise.resolve())
    const knowledge = knowledgeOf({ ...parts, shared: new Map() })
    asked = async (element) => {
      const known = knowledge.at('licence.bpmn', element)
      const drawing = await drawn(xml)
      const before = stepsBefore(drawing.read(), drawing.element(element))
      return questionsKnown({ files, known, before, results: await resultsIn(files) })
    }
  })

  test('is the decision of the head, by the words of the form, before all that is further away', async () => {
    const questions = await asked('is_granted')
    expect(questions[0]).toMatchObject({ name: 'decision', sort: 'text' })
    expect(questions[0]?.answers.map(({ value }) => value)).toContain('grant')
    expect(questions[0]?.answers.every(({ label }) => /[\u0600-\u06ff]/.test(label.ar))).toBe(true)
    expect(questions.map(({ name }) => name)).toEqual(expect.arrayContaining(['complete', 'area', 'activity']))
  })

  test('is nothing that is found out later', async () => {
    const names = (await asked('is_complete')).map(({ name }) => name)
    expect(names).toContain('complete')
    expect(names.filter((it) => /^(fee|receipt|decision)\b/.test(it))).toEqual([])
  })

  test('is the fee, by the columns of its table, once it is found', async () => {
    const fee = (await asked('charge')).filter(({ name }) => name.startsWith('fee.'))
    expect(fee.map(({ name }) => name)).toEqual(['fee.amount', 'fee.currency'])
    expect(fee[0]?.title.ar).not.toBe(fee[0]?.title.en)
    expect(fee[0]?.maybe).toBe(true)
  })

  test('shows what stands in the drawing as it would be chosen', async () => {
    expect(isChosen('=complete', await asked('is_complete'))).toBe(true)
    expect(isChosen('=decision = "grant"', await asked('is_granted'))).toBe(true)
    expect(isChosen('=decision = "grant" and area > 20', await asked('is_granted'))).toBe(false)
    expect(isChosen('=decision = "perhaps"', await asked('is_granted'))).toBe(false)
  })
})

function holds(text: string, variables: JsonObject, now = 0): unknown {
  const parsed = parseFeel(text.slice(1))
  if (!parsed.ok) throw new Error(parsed.reason)
  const result = parsed.expression.evaluate(scopeOf(variables, now, 'Asia/Hebron'))
  return result.ok ? result.value : result.reason
}
