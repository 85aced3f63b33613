/** A condition on a text that an answer can never be is told before an application goes the wrong way. */
import { describe, expect, test } from 'vitest'
import { flow } from '../bpmn/drawing.ts'
import { drawn, sound, text } from './parcel.ts'

const choose = { type: 'string', enum: ['approve', 'refuse', 'return'] }
const FORM = {
  title: text('Permit'),
  schema: {
    type: 'object',
    properties: {
      purpose: { type: 'string' },
      decision: choose,
      several: { type: 'array', items: choose },
      visit: { type: 'object', properties: { result: choose } },
      people: { type: 'array', items: { type: 'object', additionalProperties: false, properties: { role: choose } } },
    },
  },
  texts: Object.fromEntries(
    ['/purpose', '/decision', '/several', '/visit', '/visit/result', '/people', '/people/*/role'].map((place) => [
      place,
      {
        label: text(place),
        ...(/decision|several|result|role/.test(place) && {
          choices: { approve: text('Approve'), refuse: text('Refuse'), return: text('Return') },
        }),
      },
    ]),
  ),
}

async function told(condition: string, more = ''): Promise<readonly (readonly (string | undefined)[])[]> {
  const escaped = condition.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const { warnings } = await sound({ 'permit.bpmn': drawn(escaped, more), 'forms/apply.form.json': FORM })
  return warnings
    .filter(({ rule }) => rule === 'variables/never')
    .map(({ place, message, remedy }) => [place, /compared with "(.*)", which/.exec(message)?.[1], remedy])
}

describe('A text that an answer never is', () => {
  test.each([
    ['alone', '=decision = "aprove"', 'aprove', 'Did you mean "approve"?'],
    ['the other way round', '="granted" = decision', 'granted', 'Write the value of one of its choices'],
    ['as what it must not be', '=decision != "refused"', 'refused', 'Did you mean "refuse"?'],
    ['beside what it may be', '=decision in ("approve", "refuze")', 'refuze', 'Did you mean "refuse"?'],
    ['in a list', '=decision in (["approve", "retrn"])', 'retrn', 'Did you mean "return"?'],
    ['inside another answer', '=visit.result = "Approve"', 'Approve', 'Did you mean "approve"?'],
    ['among several', '=list contains(several, "aprove")', 'aprove', 'Did you mean "approve"?'],
    ['of what may be missing', '=get or else(decision, "") = "aprove"', 'aprove', 'Did you mean "approve"?'],
    ['of some entry', '=some p in people satisfies p.role = "aprove"', 'aprove', 'Did you mean "approve"?'],
    ['of entries that are picked', '=count(people[role = "aprove"]) > 0', 'aprove', 'Did you mean "approve"?'],
    ['of items that are picked', '=count(several[item = "aprove"]) > 0', 'aprove', 'Did you mean "approve"?'],
    [
      'deep in a condition',
      '=not(purpose = "x" and (if decision = "aprove" then true else false))',
      'aprove',
      'Did you mean "approve"?',
    ],
  ])('is told: %s', async (_where, condition, asked, remedy) => {
    expect(await told(condition)).toEqual([['yes', asked, remedy]])
  })

  test.each([
    ['one of its choices', '=decision = "approve" or decision != "return"'],
    ['a text that may be anything', '=purpose = "aprove"'],
    ['what stands there where it is missing', '=get or else(decision, "") = ""'],
    ['a name of the expression itself', '=some decision in ["x"] satisfies decision = "x"'],
    ['a part of a text', '=contains(decision, "appr")'],
    ['the order of texts', '=decision > "b"'],
    ['a context of its own', '={decision: "x", is: decision = "x"}.is'],
    ['nothing', '=decision = null'],
    ['another answer', '=decision = purpose'],
  ])('is not told of %s', async (_what, condition) => {
    expect(await told(condition)).toEqual([])
  })

  test('is not told where another step gives that name as it likes', async () => {
    const script = `<bpmn:scriptTask id="s"><bpmn:extensionElements><zeebe:script expression="=purpose" resultVariable="decision"/></bpmn:extensionElements></bpmn:scriptTask>`
    const before = await told('=decision = "other"')
    const { warnings } = await sound({
      'permit.bpmn': drawn('=decision = "other"', script).replace(
        flow('f5', 'print', 'choice'),
        `${flow('f5', 'print', 's')}${flow('f6', 's', 'choice')}`,
      ),
      'forms/apply.form.json': FORM,
    })
    expect(before).toHaveLength(1)
    expect(warnings.filter(({ rule }) => rule === 'variables/never')).toEqual([])
  })

  test('is told in Arabic with the choices there are', async () => {
    const { warnings } = await sound({ 'permit.bpmn': drawn('=decision = "aprove"'), 'forms/apply.form.json': FORM })
    const [found] = warnings.filter(({ rule }) => rule === 'variables/never')
    expect(found).toMatchObject({
      messageAr:
        'المتوقع أحد خيارات "decision" ("approve"، "refuse"، "return")، لكنه يُقارن بالقيمة "aprove" ولا يكونها أبدًا',
      remedyAr: 'هل المقصود "approve"؟',
    })
  })
})

describe('In a decision', () => {
  const rule = (id: string, test: string) =>
    `<rule id="${id}"><inputEntry id="${id}i"><text>${test.replaceAll('"', '&quot;')}</text></inputEntry><outputEntry id="${id}o"><text>5</text></outputEntry></rule>`
  const table = (column: string, ...rules: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x"><decision id="fee" name="Fee"><variable name="Fee"/>
<decisionTable id="t" hitPolicy="FIRST"><input id="c"><inputExpression id="e"><text>${column}</text></inputExpression></input>
<output id="o" name="fee" typeRef="number"/>${rules.join('')}</decisionTable></decision></definitions>`

  async function toldOf(dmn: string, more: Readonly<Record<string, string>> = {}) {
    const { warnings } = await sound({ 'fees.dmn': dmn, 'forms/apply.form.json': FORM, ...more })
    return warnings
      .filter(({ rule: name }) => name === 'variables/never')
      .map(({ file: where, place, message }) => [
        where,
        place,
        message.replace(/^.* of (".*?") .*with (".*"), .*$/, '$1 $2'),
      ])
  }

  test('a cell is told by its rule and its column', async () => {
    const dmn = table(
      'decision',
      rule('r1', '"approve","refuse"'),
      rule('r2', '"aprove"'),
      rule('r3', 'not("retrn")'),
      rule('r4', '-'),
    )
    expect(await toldOf(dmn)).toEqual([
      ['fees.dmn', 'r2', '"decision" "aprove"'],
      ['fees.dmn', 'r3', '"decision" "retrn"'],
    ])
  })

  test('a column that looks into an answer is told, and one that is handed any text is not', async () => {
    expect(await toldOf(table('visit.result', rule('r1', '"Approve"')))).toEqual([
      ['fees.dmn', 'r1', '"visit.result" "Approve"'],
    ])
    expect(await toldOf(table('purpose', rule('r1', '"Approve"')))).toEqual([])
  })

  test('what one of the steps that ask hands over is not told', async () => {
    const dmn = table('decision', rule('r1', '"other"'), rule('r2', '"nobody"'))
    const mapped = `<bpmn:businessRuleTask id="again"><bpmn:extensionElements><zeebe:calledDecision decisionId="fee" resultVariable="other_fee"/><zeebe:ioMapping><zeebe:input source="=purpose" target="decision"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:businessRuleTask>`
    const drawing = drawn('=purpose = "x"', mapped).replace(
      flow('f5', 'print', 'choice'),
      `${flow('f5', 'print', 'again')}${flow('f6', 'again', 'choice')}`,
    )
    expect(await toldOf(dmn, { 'permit.bpmn': drawing })).toEqual([])
    expect(await toldOf(dmn)).toHaveLength(2)
  })
})
