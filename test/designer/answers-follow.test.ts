/** A question, or one of its choices, called otherwise is called so wherever the package means its answer, and nowhere else. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { answersFollow, choicesFollow } from '../../designer/forms/following/answer.ts'
import { changedText, COMMANDS } from '../../designer/forms/model/commands/commands.ts'
import { bytesOf } from '../../engine/core/package/draft-files.ts'
import { checkTemplate } from '../../engine/core/template/check.ts'
import { definitions } from '../../engine/definitions.ts'
import { fromXml, inXml } from '../../engine/core/xml-text.ts'
import { cannotRun, executors } from '../../engine/executors.ts'
import { startersIn } from '../../engine/packages/starters.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { runTests } from '../../engine/trial/coverage.ts'

const STARTERS = startersIn(fileURLToPath(new URL('../../engine/starters', import.meta.url)))
const APPLY = 'forms/apply.form.json'
const nobody = { zip: () => Promise.resolve(undefined) }

type Files = ReadonlyMap<string, string>

async function starter(template: string): Promise<Files> {
  const files = await STARTERS.files(template)
  if (files === undefined) throw new Error(`Expected the starter ${template}`)
  return new Map(files)
}

function renamed(files: Files, place: string, name: string): Files {
  const form = changedText(files.get(APPLY) ?? '', COMMANDS.renameField, { place, name })
  if (!form.ok) throw new Error(form.reason.en)
  return new Map([...files, ...answersFollow(files, APPLY, place, name), [APPLY, form.text]])
}

/** What the check says, and of each of the package's own tests what it was not content with. */
async function judged(files: Files, packageId: string): Promise<object> {
  const bytes = bytesOf(files)
  const checked = await definitions(nobody, checkTemplate, undefined, undefined, cannotRun).check([bytes])
  const [own] = checked.ok ? checked.packages : []
  if (own === undefined) return { findings: checked.ok ? [] : checked.findings }
  const openStore = () => openSqlite({ file: ':memory:' })
  const deps = { openStore, executor: executors(), packages: [bytes], packageId }
  const { tests } = await runTests(deps, own.package)
  return { warnings: own.package.warnings, failures: tests.flatMap(({ failures }) => failures) }
}

describe.each([
  ['starter.certificate-with-fee', ['fullName', 'purpose', 'urgent', 'mobile']],
  ['starter.licence-with-inspection', ['tradeName', 'activity', 'area', 'mobile']],
] as const)('in the service %s', (template, questions) => {
  test.each(questions)(
    '%s is called otherwise, and the package is as sound as it was and passes its own tests',
    async (name) => {
      const files = renamed(await starter(template), `/${name}`, 'calledOtherwise')
      expect(files.get(APPLY)).toContain('calledOtherwise')
      expect(await judged(files, template)).toEqual({ warnings: [], failures: [] })
    },
  )
})

describe.each([
  ['starter.certificate-with-fee', APPLY, 'purpose', ['work', 'study', 'other']],
  ['starter.certificate-with-fee', 'forms/review.form.json', 'decision', ['grant', 'refuse']],
  ['starter.licence-with-inspection', APPLY, 'activity', ['shop', 'food', 'workshop', 'other']],
  ['starter.licence-with-inspection', 'forms/decide.form.json', 'decision', ['grant', 'refuse']],
] as const)('in the service %s, where %s asks for %s', (template, form, name, values) => {
  test.each(values)('the choice %s is called otherwise, and all goes on as it did', async (from) => {
    const before = await starter(template)
    const place = `/${name}`
    const text = changedText(before.get(form) ?? '', COMMANDS.renameChoice, { place, from, to: 'called-otherwise' })
    if (!text.ok) throw new Error(text.reason.en)
    const beside = choicesFollow(before, form, place, from, 'called-otherwise')
    const after = new Map([...before, ...beside, [form, text.text]])
    expect(await judged(after, template)).toEqual({ warnings: [], failures: [] })
    const back = choicesFollow(after, form, place, 'called-otherwise', from)
    const meant = (files: Files) => [...files].map(([file, text]) => [file, fromXml(text)])
    expect(meant(new Map([...after, ...back, [form, before.get(form) ?? '']]))).toEqual(meant(before))
  })
})

const ASK = JSON.stringify({ schema: { properties: { guests: { type: 'integer' } } } })
const follow = (path: string, text: string, others: readonly (readonly [string, string])[] = []): string =>
  answersFollow(new Map([[APPLY, ASK], [path, text], ...others]), APPLY, '/guests', 'people').get(path) ?? text

describe('what is meant follows, and nothing else', () => {
  test.each([
    [
      'a condition',
      '<a>=guests &gt; 5 and "guests" != x.guests</a>',
      '<a>=people &gt; 5 and &quot;guests&quot; != x.guests</a>',
    ],
    [
      'an input, in either quotes',
      `<zeebe:input source='=guests' target="n"/>`,
      `<zeebe:input source='=people' target="n"/>`,
    ],
    [
      'what a decision is handed under its own name',
      '<businessRuleTask id="a"><zeebe:input source="=guests" target="guests"/></businessRuleTask>',
      '<businessRuleTask id="a"><zeebe:input source="=people" target="people"/></businessRuleTask>',
    ],
    [
      'what a connector is handed',
      '<serviceTask id="a"><zeebe:input source="=guests" target="guests"/></serviceTask>',
      '<serviceTask id="a"><zeebe:input source="=people" target="guests"/></serviceTask>',
    ],
    ['a name of a loop', '<a>=for guests in list return guests</a>', undefined],
    ['a text that is no expression', '<a name="guests">guests</a>', undefined],
    ['an expression nobody can read', '<a>=guests +</a>', undefined],
  ])('in a drawing: %s', (_, before, after) => {
    expect(follow('a.bpmn', before)).toBe(after ?? before)
  })

  test('in a decision: what it asks for, what it is asked with, and not the texts it answers with', () => {
    const before =
      '<inputData id="i" name="guests"><variable id="v" name="guests"/></inputData><text>guests * 2</text><text>&quot;guests&quot;</text>'
    expect(follow('fee.dmn', before)).toBe(
      '<inputData id="i" name="people"><variable id="v" name="people"/></inputData><text>people * 2</text><text>&quot;guests&quot;</text>',
    )
  })

  test('on the title page: examples of fees, and what is searched for', () => {
    const page = (name: string): string =>
      `{"search": ["${name}", "other.guests"], "fees": [{"id": "guests", "examples": [{"given": "={${name}: 50, other: {guests: 1}}"}]}]}`
    expect(follow('workflow.json', page('guests'))).toBe(page('people'))
  })

  test('in a test: answers of the steps that ask for it, and what is known then', () => {
    const scenario = (name: string): string =>
      `{"start": {"variables": {"${name}": 1}}, "steps": [{"complete": "mend", "as": "a", "answers": {"${name}": 2}}, {"complete": "other", "as": "a", "answers": {"guests": 3}}, {"variables": {"${name}": 2}}], "expect": {"variables": {"${name}": 2}}}`
    const drawing = '<bpmn:userTask id="mend"><zeebe:formDefinition formId="apply"/></bpmn:userTask>'
    const others = [
      ['workflow.json', '{"start": {"form": "apply"}}'],
      ['a.bpmn', drawing],
    ] as const
    expect(follow('tests/a.test.json', scenario('guests'), others)).toBe(scenario('people'))
  })

  test.each([
    ['another form', 'forms/other.form.json', ASK],
    ['a script', 'b.bpmn', '<zeebe:script expression="=1" resultVariable="guests"/>'],
    ['a call', 'b.bpmn', '<callActivity id="c"><zeebe:input source="=guests" target="guests"/></callActivity>'],
    ['an output', 'b.bpmn', '<zeebe:output source="=x" target="guests.count"/>'],
    ['a decision', 'b.dmn', '<decision id="d"><variable name="guests"/></decision>'],
  ])('nothing does where %s gives a variable of that name too', (_, path, text) => {
    expect(follow('a.bpmn', '<a>=guests</a>', [[path, text]])).toBe('<a>=guests</a>')
  })
})

const CHOOSE = JSON.stringify({ schema: { properties: { goods: { enum: ['food', 'cloth'] } } } })
const revalued = (path: string, text: string, others: readonly (readonly [string, string])[] = []): string =>
  choicesFollow(new Map([[APPLY, CHOOSE], [path, text], ...others]), APPLY, '/goods', 'food', 'meals').get(path) ?? text

test.each(['a(b', 'a.*', '[', 'full name'])('a name no expression could write, %s, stops nothing', (name) => {
  const files = new Map([
    ['a.bpmn', '<businessRuleTask id="a"><zeebe:input source="=x" target="x"/></businessRuleTask>'],
    ['templates/a.hbs', '{{#if (eq x "food")}}{{/if}}'],
  ])
  expect(answersFollow(files, APPLY, `/${name}`, 'people').size).toBe(0)
  expect(choicesFollow(files, APPLY, `/${name}`, 'food', 'meals').size).toBe(0)
})

describe('a choice called otherwise is followed where the answer is compared with it, and nowhere else', () => {
  test.each([
    ['a condition', 'goods = "food" and other = "food"', 'goods = "meals" and other = "food"'],
    ['the other way round', '"food" != goods', '"meals" != goods'],
    ['one of several', 'goods in ("food", "cloth")', 'goods in ("meals", "cloth")'],
    ['a list of several', 'goods in (["cloth", "food"])', 'goods in (["cloth", "meals"])'],
    ['what a list holds', 'list contains(goods, "food")', 'list contains(goods, "meals")'],
    ['an entry of a list', 'some it in goods satisfies it = "food"', 'some it in goods satisfies it = "meals"'],
    ['entries picked out', 'count(goods[item = "food"]) > 0', 'count(goods[item = "meals"]) > 0'],
    ['what may be missing', 'get or else(goods, "") = "food"', 'get or else(goods, "") = "meals"'],
    [
      'what may be missing among several',
      'list contains(get or else(goods, []), "food")',
      'list contains(get or else(goods, []), "meals")',
    ],
    ['what hangs on it', 'if goods = "food" then "food" else goods', 'if goods = "meals" then "food" else goods'],
    ['a name of a loop', 'for goods in list return goods = "food"', undefined],
    ['part of a text', 'contains(goods, "food")', undefined],
    ['an expression nobody can read', 'goods = "food" +', undefined],
  ])('in a drawing: %s', (_, before, after) => {
    const drawn = (source: string): string => `<a x="${inXml(`=${source}`)}"/>`
    expect(revalued('a.bpmn', drawn(before))).toBe(drawn(after ?? before))
  })

  test('in a decision: cells of its column and what the column says is possible, and what formulas compare', () => {
    const decision = (value: string): string =>
      `<decisionTable><input id="i"><inputExpression><text>other</text></inputExpression></input>` +
      `<input id="j"><inputExpression><text>goods</text></inputExpression><inputValues><text>${inXml(`"${value}","cloth"`)}</text></inputValues></input>` +
      `<rule id="r"><inputEntry id="a"><text>"food"</text></inputEntry><inputEntry id="b"><text>${inXml(`not("${value}")`)}</text></inputEntry>` +
      `<outputEntry id="c"><text>"food"</text></outputEntry></rule></decisionTable><text>if goods = ${inXml(`"${value}"`)} then 1 else 2</text>`
    expect(fromXml(revalued('fee.dmn', decision('food')))).toBe(fromXml(decision('meals')))
  })

  test('in conditions of documents, by either quotes, whatever holds it', () => {
    const paper = (value: string): string =>
      `{{#if (eq goods "${value}")}}food{{/if}}{{#if (ne data.goods '${value}')}}{{/if}}{{#if (eq othergoods "food")}}{{/if}}`
    expect(revalued('templates/paper.hbs', paper('food'))).toBe(paper('meals'))
  })

  test('in examples of fees and in tests, alone and among several', () => {
    const page = (value: string): string =>
      `{"start": {"form": "apply"}, "fees": [{"id": "food", "examples": [{"given": "={other: \\"food\\", goods: \\"${value}\\"}"}]}]}`
    expect(revalued('workflow.json', page('food'))).toBe(page('meals'))
    const scenario = (value: string): string =>
      `{"start": {"variables": {"goods": "${value}", "other": "food"}}, "steps": [{"variables": {"goods": ["cloth", "${value}"]}}]}`
    expect(revalued('tests/a.test.json', scenario('food'), [['workflow.json', page('food')]])).toBe(scenario('meals'))
  })
})
