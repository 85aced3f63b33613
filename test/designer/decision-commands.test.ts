/** Decisions changed as the designer changes them: what the engine reads afterwards, and what stays as it was. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { askedBy, feelOf, pathsIn, withSample } from '../../designer/decisions/asked.ts'
import { usesOf } from '../../designer/decisions/catalogue.ts'
import { questionsIn } from '../../designer/decisions/questions.ts'
import { feeEntry, feeTable, isFeePlan, type FeePlan } from '../../designer/decisions/fee-table.ts'
import {
  addInput,
  followed,
  removeDecision,
  setId,
  setRequirement,
  setTitle,
} from '../../designer/decisions/file-commands.ts'
import { newTableFile } from '../../designer/decisions/new-table-file.ts'
import { spelled } from '../../designer/decisions/spelling.ts'
import { COMMANDS } from '../../designer/forms/model/commands/commands.ts'
import { judge } from '../../designer/feel/judge.ts'
import {
  addColumn,
  addRule,
  copyRule,
  moveColumn,
  moveRule,
  removeColumn,
  removeRule,
  setCell,
  setInput,
  setOutput,
  tableIn,
} from '../../designer/decisions/table-commands.ts'
import { parseFeel, scopeOf, toJson } from '../../engine/core/feel/feel.ts'
import { readDmn } from '../../engine/core/dmn/read.ts'
import { openDmn, type DmnDraft } from '../../engine/core/dmn/rewrite.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { done, EMPTY } from './form-scene.ts'

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')
const shipped = readdirSync(WORKFLOWS, { recursive: true })
  .map(String)
  .filter((it) => it.endsWith('.dmn'))
  .map((name) => ({ name, xml: readFileSync(join(WORKFLOWS, name), 'utf8') }))

const TABLE = newTableFile({
  id: 'study_fee',
  title: { ar: 'رسم الدراسة', en: 'Study fee' },
  hitPolicy: 'UNIQUE',
  inputs: [{ expression: 'building.areaM2', type: 'number', label: { ar: 'المساحة', en: 'Area' } }],
  outputs: [{ name: 'ils', type: 'number', label: { ar: 'المبلغ', en: 'Amount' } }],
  rules: [
    ['<= 200', '100'],
    ['> 200', '200'],
  ],
})

async function changed(xml: string, change: (draft: DmnDraft) => void): Promise<string> {
  const draft = await openDmn(xml)
  if (draft === undefined) throw new Error('Expected a decision file')
  change(draft)
  return draft.xml()
}

const inTable = (
  xml: string,
  change: (draft: DmnDraft, table: NonNullable<ReturnType<typeof tableIn>>) => void,
): Promise<string> =>
  changed(xml, (draft) => {
    const table = tableIn(draft, 'study_fee')
    if (table) change(draft, table)
  })

async function asked(xml: string, variables: JsonObject, id = 'study_fee') {
  const read = await readDmn('a.dmn', xml)
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  const result = read.decisions.find((it) => it.id === id)?.evaluate(scopeOf(variables, 0, 'UTC'))
  if (result?.ok !== true) throw new Error(result?.reason ?? 'no such decision')
  return toJson(result.value)
}

const area = (areaM2: number): JsonObject => ({ building: { areaM2 } })

test.each(shipped)('$name keeps what it says when it is opened and written', async ({ xml }) => {
  const written = await changed(xml, () => undefined)
  expect(await changed(written, () => undefined)).toBe(written)
  expect(saidIn(written)).toEqual(saidIn(xml))
})

/** Every attribute and every text, however its characters are escaped; what DMN takes for said may be left out. */
function saidIn(xml: string): readonly string[] {
  const plain = xml
    .replaceAll(' hitPolicy="UNIQUE"', '')
    .replaceAll(/&#10;/g, '\n')
    .replaceAll(/&(#34|quot);/g, "'")
    .replaceAll(/&(#39|apos);/g, "'")
    .replaceAll('&gt;', '>')
  return [...plain.matchAll(/[\w:]+="[^"]*"|<text>[^<]*/g)].map(([one]) => one.replaceAll('"', "'"))
}

test('a new table reads without a finding and answers', async () => {
  expect(await asked(TABLE, area(150))).toBe(100)
})

describe('rules', () => {
  test('one is added with the tests of the case it is for, and answers it', async () => {
    const xml = await inTable(TABLE, (draft, table) => {
      setCell(table, 'input', 1, 0, '(200..400]')
      addRule(draft, table, 2, ['> 400'], ['400'])
    })
    expect([await asked(xml, area(300)), await asked(xml, area(500))]).toEqual([200, 400])
  })

  test('copied, moved and removed', async () => {
    const xml = await inTable(TABLE, (draft, table) => {
      copyRule(draft, table, 0)
      setCell(table, 'output', 1, 0, '150')
      setCell(table, 'input', 1, 0, '> 200')
      removeRule(table, 2)
      moveRule(table, 1, 0)
    })
    const table = tableIn((await openDmn(xml)) as DmnDraft, 'study_fee')
    expect(table?.rule?.map((rule) => rule.inputEntry?.[0]?.text)).toEqual(['> 200', '<= 200'])
    expect(await asked(xml, area(201))).toBe(150)
    const ids = [...xml.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('columns', () => {
  test('a condition, an answer and remarks are added, each with a cell in every rule', async () => {
    const xml = await inTable(TABLE, (draft, table) => {
      for (const side of ['input', 'output', 'annotation'] as const) addColumn(draft, table, side)
      const [, input] = table.input ?? []
      const [, output] = table.output ?? []
      if (input)
        setInput(draft, input, {
          label: 'عام · Public',
          expression: 'building.isPublic',
          type: 'boolean',
          values: 'true, false',
        })
      if (output) setOutput(draft, output, { name: 'currency', type: 'string', fallback: '"ILS"' })
      setCell(table, 'input', 0, 1, 'false')
      setCell(table, 'output', 0, 1, '"JOD"')
      setCell(table, 'annotation', 0, 0, 'ملاحظة')
    })
    expect(await asked(xml, { building: { areaM2: 1, isPublic: false } })).toEqual({ ils: 100, currency: 'JOD' })
    expect(xml).toContain('ملاحظة')
    expect(
      await inTable(xml, (_, table) =>
        ['input', 'output', 'annotation'].forEach((side) =>
          removeColumn(table, side as 'input', side === 'annotation' ? 0 : 1),
        ),
      ),
    ).not.toContain('ملاحظة')
  })

  test('moving one takes its cells along', async () => {
    const xml = await inTable(TABLE, (draft, table) => {
      addColumn(draft, table, 'input')
      const [, input] = table.input ?? []
      if (input) setInput(draft, input, { expression: 'building.use' })
      setCell(table, 'input', 0, 1, '"shop"')
      moveColumn(table, 'input', 1, 0)
    })
    expect(await asked(xml, { building: { areaM2: 1, use: 'shop' } })).toBe(100)
  })
})

describe('decisions', () => {
  test('one with an input may say only that, and gets others', async () => {
    const xml = await changed(TABLE, (draft) => {
      addInput(draft, 'building')
      setRequirement(draft, 'study_fee', { kind: 'requiredInput', id: 'building' }, true)
    })
    expect(await asked(xml, area(1))).toBe(100)
    expect(
      await changed(xml, (draft) =>
        setRequirement(draft, 'study_fee', { kind: 'requiredInput', id: 'building' }, false),
      ),
    ).not.toContain('requiredInput')
  })

  test('a new id is followed by arrows, fees and steps; a title is written in both languages', async () => {
    const { xml = '' } = shipped.find(({ name }) => name === 'lgu.building-permit/fees.dmn') ?? {}
    const next = await changed(xml, (draft) => {
      setId(draft, 'study_rate', 'rate')
      setTitle(draft, 'rate', { ar: 'التعرفة', en: 'Rate' })
    })
    expect(next).toContain('<requiredDecision href="#rate" />')
    expect(next).not.toContain('#study_rate"')
    expect(next).toContain('التعرفة · Rate')
    expect(await asked(next, { building: { publicBuilding: false, areaM2: 180 } }, 'study_fee')).toMatchObject({
      amount: '100.00',
    })
    const files = new Map([
      ['workflow.json', '{\n  "fees": [\n    {\n      "id": "f",\n      "decision": "study_rate"\n    }\n  ]\n}\n'],
      ['a.bpmn', '<zeebe:calledDecision decisionId="study_rate" />'],
      ['b.bpmn', '<zeebe:calledDecision decisionId="study_rate_2" />'],
    ])
    const after = followed(files, 'study_rate', 'rate')
    expect([...after.keys()].sort()).toEqual(['a.bpmn', 'workflow.json'])
    expect(after.get('workflow.json')).toContain('"decision": "rate"')
  })

  test('one that is removed takes the arrows to it along', async () => {
    const { xml = '' } = shipped.find(({ name }) => name === 'lgu.building-permit/fees.dmn') ?? {}
    expect(await changed(xml, (draft) => removeDecision(draft, 'study_rate'))).not.toContain('#study_rate"')
  })
})

describe('what is typed into a cell', () => {
  test.each([
    ['house', 'string', '"house"'],
    ['بيت, محل تجاري', 'string', '"بيت", "محل تجاري"'],
    ['"house"', 'string', '"house"'],
    ['not("house")', 'string', 'not("house")'],
    ['> ٢٠٠', 'number', '> 200'],
    ['>= 2026-01-31', 'date', '>= date("2026-01-31")'],
    ['>= date("2026-01-31")', 'date', '>= date("2026-01-31")'],
    ['نعم', 'boolean', 'true'],
    ['-', 'string', '-'],
  ])('%s in a column of type %s is %s', (text, type, expected) => {
    expect(spelled(text, type)).toBe(expected)
    expect(judge(expected, 'tests', undefined)).toEqual({ kind: 'good' })
  })

  test('what cannot be read is said', () => {
    expect(judge('> > 5', 'tests', undefined)).toMatchObject({ kind: 'wrong' })
  })
})

describe('what a decision is asked with', () => {
  test('is found in its tables with types and values, and in its formulas', async () => {
    const { xml = '' } = shipped.find(({ name }) => name === 'lgu.building-permit/fees.dmn') ?? {}
    const draft = await openDmn(xml)
    const read = await readDmn('fees.dmn', xml)
    const decision = read.ok ? read.decisions.find(({ id }) => id === 'licence_fee') : undefined
    const found = askedBy((draft as DmnDraft).definitions, decision?.inputs ?? [])
    expect(found.find(({ path }) => path === 'building.use')).toMatchObject({
      type: 'string',
      values: expect.arrayContaining(['residential', 'industrial']),
    })
    expect(found.find(({ path }) => path === 'building.areaM2')?.type).toBe('number')
    expect(found.map(({ path }) => path)).not.toContain('building')
  })

  test('a sample is written as FEEL and read back', () => {
    const sample = withSample(withSample({}, 'a.b', 5), 'a.c', 'x "y"')
    const parsed = parseFeel(feelOf(sample))
    const result = parsed.ok ? parsed.expression.evaluate(scopeOf({}, 0, 'UTC')) : undefined
    expect(result?.ok === true && toJson(result.value)).toEqual({ a: { b: 5, c: 'x "y"' } })
    expect(pathsIn('if a.b > 5 then sum(c.d.e) else 0')).toEqual(expect.arrayContaining(['a.b', 'c.d.e']))
  })
})

describe('a fee from simple rows', () => {
  const plan: FeePlan = {
    id: 'fee',
    title: { ar: 'رسم', en: 'Fee' },
    kind: 'byNumber',
    variable: 'building.areaM2',
    currency: 'ILS',
    rows: [
      { on: '200', amount: '100.00' },
      { on: '400', amount: '200.00' },
      { on: '', amount: '400.00' },
    ],
  }

  test('answers with amount and currency on each side of every limit, without gap or overlap', async () => {
    const xml = newTableFile(feeTable(plan))
    const amounts = await Promise.all(
      [200, 201, 400, 400.5].map((areaM2) => asked(xml, { building: { areaM2 } }, 'fee')),
    )
    expect(amounts).toEqual(['100.00', '200.00', '200.00', '400.00'].map((amount) => ({ amount, currency: 'ILS' })))
    const read = await readDmn('fee.dmn', xml)
    expect(read.ok && read.warnings).toEqual([])
  })

  test('by a choice, and the same for everybody', async () => {
    const rows = [
      { on: 'house', amount: '10.00' },
      { on: '', amount: '20.00' },
    ]
    const chosen = newTableFile(feeTable({ ...plan, kind: 'byValue', variable: 'use', rows }))
    expect([await asked(chosen, { use: 'house' }, 'fee'), await asked(chosen, { use: 'shop' }, 'fee')]).toMatchObject([
      { amount: '10.00' },
      { amount: '20.00' },
    ])
    const fixed = newTableFile(feeTable({ ...plan, kind: 'fixed', rows: rows.slice(0, 1) }))
    expect(await asked(fixed, {}, 'fee')).toEqual({ amount: '10.00', currency: 'ILS' })
  })

  test('hangs on a question of the application: a row for each of its answers, in the words of the form', async () => {
    const form = {
      schema: {
        type: 'object',
        properties: {
          goods: { type: 'string', enum: ['paper', 'food'] },
          days: { type: 'integer' },
          note: { type: 'string' },
          list: { type: 'array', items: { type: 'object', properties: { size: { type: 'number' } } } },
        },
      },
      texts: {
        '/goods': {
          label: { ar: 'ماذا تبيع؟', en: 'What do you sell?' },
          choices: { paper: { ar: 'ورق', en: 'Paper' }, food: { ar: 'طعام', en: 'Food' } },
        },
      },
    }
    const files = new Map([
      ['workflow.json', '{"start": {"form": "apply"}}'],
      ['forms/apply.form.json', JSON.stringify(form)],
    ])
    const [goods, days, ...others] = questionsIn(files)
    expect([days?.variable, days?.answers, others]).toEqual(['days', [], []])
    if (goods === undefined) throw new Error('Expected the question with answers')
    const [paper, food] = goods.answers
    const byAnswer: FeePlan = {
      ...plan,
      kind: 'byValue',
      variable: goods.variable,
      question: goods.label,
      rows: [
        { on: 'paper', amount: '10.00', ...(paper && { answer: paper }) },
        { on: '', amount: '20.00', ...(food && { answer: food }) },
      ],
    }
    expect(isFeePlan(byAnswer)).toBe(true)
    const xml = newTableFile(feeTable(byAnswer))
    expect(xml).toContain('ماذا تبيع؟ · What do you sell?')
    expect(await Promise.all(['paper', 'food'].map((it) => asked(xml, { goods: it }, 'fee')))).toMatchObject([
      { amount: '10.00' },
      { amount: '20.00' },
    ])
    expect(feeEntry(byAnswer, 'fee')['examples']).toEqual([
      { title: { ar: 'ورق', en: 'Paper' }, given: '={goods: "paper"}' },
      { title: { ar: 'طعام', en: 'Food' }, given: '={goods: "food"}' },
    ])
  })

  test('hangs on what a citizen is asked, not on the size of a file or the currency of a sum', () => {
    const form = (['file', 'money', 'address', 'number'] as const).reduce(
      (text, kind) => done(text, COMMANDS.addField, { kind, into: '/ui' }),
      EMPTY,
    )
    const asked = questionsIn(
      new Map([
        ['workflow.json', '{"start": {"form": "apply"}}'],
        ['forms/apply.form.json', form],
      ]),
    )
    expect(asked.map(({ variable, label }) => [variable, label.en])).toEqual([
      ['address.governorate', 'Address: Governorate'],
      ['count', 'How many'],
    ])
  })

  test('stands among the fees of the service with an example for each row', () => {
    expect(feeEntry(plan, 'fee')).toMatchObject({
      decision: 'fee',
      examples: [
        { given: '={building: {areaM2: 200}}' },
        { given: '={building: {areaM2: 400}}' },
        { given: '={building: {areaM2: 401}}' },
      ],
    })
  })

  test('is not made of limits that fall, of amounts that are none, or without a name', () => {
    expect(isFeePlan(plan)).toBe(true)
    expect(
      isFeePlan({ ...plan, rows: [plan.rows[1], plan.rows[0], plan.rows[2]].filter((it) => it !== undefined) }),
    ).toBe(false)
    expect(isFeePlan({ ...plan, rows: [{ on: '', amount: 'much' }] })).toBe(false)
    expect(isFeePlan({ ...plan, title: { ar: '', en: 'Fee' } })).toBe(false)
  })
})

test('the steps that use a decision are told by their names, as the drawing means them', () => {
  const drawing =
    '<b:businessRuleTask name="رسم &quot;أ&quot; · Fee &amp; tax" id="rate"><z:calledDecision decisionId="fee" /></b:businessRuleTask>' +
    '<b:businessRuleTask id="other"><z:calledDecision decisionId="tax" /></b:businessRuleTask>'
  expect(usesOf('fee', new Map([['a.bpmn', drawing]]), [])).toEqual([
    { kind: 'step', file: 'a.bpmn', element: 'rate', title: { ar: 'رسم "أ"', en: 'Fee & tax' } },
  ])
})
