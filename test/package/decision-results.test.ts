/** What a decision gives is known where its result is written about: its kind, its parts, the values its rules can write. */
import { describe, expect, test } from 'vitest'
import { readDmn } from '../../engine/core/dmn/read.ts'
import { readParts } from '../../engine/core/package/parts.ts'
import { knowledgeOf } from '../../engine/core/package/variables/known.ts'
import { parcel } from './parcel.ts'

const cell = (tag: string, text: string): string => `<${tag}><text>${text}</text></${tag}>`

interface Drawn {
  readonly attributes?: string
  readonly outputs: readonly string[]
  /** Answers of each rule. */
  readonly rules: readonly (readonly string[])[]
  readonly items?: string
  readonly variable?: string
}

const drawn = ({
  attributes = '',
  outputs,
  rules,
  items = '',
  variable = '<variable name="fee"/>',
}: Drawn): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="Fees" namespace="test">${items}
<decision id="fee" name="fee">${variable}<decisionTable id="t" ${attributes}>
<input id="i"><inputExpression><text>purpose</text></inputExpression></input>
${outputs.join('')}
${rules.map((answers, index) => `<rule id="r${index}">${cell('inputEntry', `"p${index}"`)}${answers.map((it) => cell('outputEntry', it)).join('')}</rule>`).join('')}
</decisionTable></decision></definitions>`

async function result(dmn: string): Promise<unknown> {
  const read = await readDmn('fees.dmn', dmn)
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return read.decisions.at(-1)?.result
}

const ONE = ['<output id="o" name="amount" typeRef="number"/>']
const TWO = ['<output id="o" name="amount" typeRef="number"/>', '<output id="q" name="kind" typeRef="string"/>']
const RULES = [
  ['1', '"low"'],
  ['2', '"high"'],
]
const BOTH = {
  type: 'object',
  properties: { amount: { type: 'number' }, kind: { type: 'string', enum: ['low', 'high'] } },
}

describe('what a decision table gives', () => {
  test.each<readonly [string, Drawn, unknown]>([
    ['one value of its column', { outputs: ONE, rules: [['1'], ['2']] }, { type: 'number' }],
    [
      'the texts that its rules write',
      { outputs: ['<output id="o"/>'], rules: [['"a"'], ['"b"'], ['"a"']] },
      { type: 'string', enum: ['a', 'b'] },
    ],
    [
      'any text, where one is worked out',
      { outputs: ['<output id="o" typeRef="string"/>'], rules: [['"a"'], ['purpose']] },
      { type: 'string' },
    ],
    [
      'a kind that nobody declared',
      { outputs: ['<output id="o"/>'], rules: [['true'], ['false']] },
      { type: 'boolean' },
    ],
    ['nothing that anybody knows', { outputs: ['<output id="o"/>'], rules: [['purpose']] }, undefined],
    [
      'a day',
      { outputs: ['<output id="o" typeRef="date"/>'], rules: [['today()']] },
      { type: 'string', format: 'date' },
    ],
    ['an object of several columns', { outputs: TWO, rules: RULES }, BOTH],
    [
      'a list of each rule that holds',
      { outputs: TWO, rules: RULES, attributes: 'hitPolicy="COLLECT"' },
      { type: 'array', items: BOTH },
    ],
    [
      'a list in order',
      { outputs: ONE, rules: [['1']], attributes: 'hitPolicy="RULE ORDER"' },
      { type: 'array', items: { type: 'number' } },
    ],
    [
      'the sum of what is collected',
      { outputs: ONE, rules: [['1']], attributes: 'hitPolicy="COLLECT" aggregation="SUM"' },
      { type: 'number' },
    ],
    [
      'the texts its column lists',
      {
        outputs: ['<output id="o" typeRef="string"><outputValues><text>"a", "b", "c"</text></outputValues></output>'],
        rules: [['"a"']],
      },
      { type: 'string', enum: ['a', 'b', 'c'] },
    ],
    [
      'what a type of the file has',
      {
        outputs: ['<output id="o" typeRef="tFee"/>'],
        rules: [['{amount: 1, kind: "x"}']],
        items:
          '<itemDefinition name="tFee"><itemComponent name="amount"><typeRef>number</typeRef></itemComponent><itemComponent name="kind"><typeRef>string</typeRef><allowedValues><text>"x","y"</text></allowedValues></itemComponent></itemDefinition>',
      },
      { type: 'object', properties: { amount: { type: 'number' }, kind: { type: 'string', enum: ['x', 'y'] } } },
    ],
  ])('is %s', async (_what, table, expected) => {
    expect(await result(drawn(table))).toEqual(expected)
  })

  test('ends, however many types are made of each other', async () => {
    const part = (name: string, of: string): string =>
      `<itemComponent name="${name}"><typeRef>${of}</typeRef></itemComponent>`
    const items = Array.from(
      { length: 30 },
      (_, at) =>
        `<itemDefinition name="t${at}">${at === 29 ? '<typeRef>string</typeRef>' : part('a', `t${at + 1}`) + part('b', `t${at + 1}`)}</itemDefinition>`,
    )
    const found = await result(
      drawn({ outputs: ['<output id="o" typeRef="t0"/>'], rules: [['purpose']], items: items.join('') }),
    )
    expect(JSON.stringify(found).length).toBeLessThan(20_000)
  })
})

test('the variable of a step that asks a decision is known by its kind and its choices', async () => {
  const files = parcel({ 'fees.dmn': drawn({ outputs: TWO, rules: RULES }) })
  const parts = await readParts(files, () => Promise.resolve())
  const { variables } = knowledgeOf({ ...parts, shared: new Map() }).at('permit.bpmn', 'review')
  expect(variables.find(({ name }) => name === 'fee')?.type).toMatchObject({
    kind: 'object',
    fields: [
      { name: 'amount', type: { kind: 'number' } },
      { name: 'kind', type: { kind: 'text', choices: ['low', 'high'] } },
    ],
  })
})
