/** What two packages differ in, told so that a lawyer can read it and nothing is passed over. */
import { assert, asyncProperty, nat, tuple, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerInWords, testInWords } from '../../engine/core/package/difference/decision/cell-words.ts'
import { summaryOf } from '../../engine/core/package/difference/summary.ts'
import { withNewAmounts } from '../../designer/policy/fee-change.ts'
import { openDmn } from '../../engine/core/dmn/rewrite.ts'
import { comparePackages } from '../../engine/core/package/difference/compare.ts'
import type { Difference } from '../../engine/core/package/difference/difference.ts'
import { raised, raiseFor } from '../../engine/core/package/difference/next-version.ts'
import { readPackage } from '../../engine/packages/folder.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'
import { DMN, FORM, parcel, STEPS, text, WORKFLOW } from './parcel.ts'

const NOW = Date.UTC(2026, 0, 5, 9)

type Changed = Parameters<typeof parcel>[0]
const difference = (newer: Changed, older: Changed = {}): Promise<readonly Difference[]> =>
  comparePackages(parcel(older), parcel(newer), NOW)
const plain = (sentence: string): string => sentence.replaceAll(/[\u2066-\u2069]/g, '')
const told = async (newer: Changed, older: Changed = {}): Promise<readonly string[]> =>
  (await difference(newer, older)).map(({ weight, sentence }) => `${weight}: ${plain(sentence.en)}`)

const drawn = (steps: string): string => file(process(steps, 'permit'))
const REVIEW = '<zeebe:assignmentDefinition candidateGroups="clerks"/>'
const table = (amount: string, more = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="Fees" namespace="test">
  <decision id="fee" name="Fee"><variable name="Fee"/><decisionTable hitPolicy="FIRST" id="t">
    <input label="Kind"><inputExpression typeRef="string"><text>kind</text></inputExpression></input>
    <output name="amount" typeRef="string"/><output name="currency" typeRef="string"/>
    <rule id="r1"><inputEntry><text>"a"</text></inputEntry><outputEntry><text>"${amount}"</text></outputEntry><outputEntry><text>"ILS"</text></outputEntry></rule>${more}
  </decisionTable></decision></definitions>`
const priced = {
  ...WORKFLOW,
  fees: [{ ...WORKFLOW.fees[0], examples: [{ title: text('Usual'), given: '={kind: "a"}' }] }],
}

describe('what is told', () => {
  test('of one and the same package nothing', async () => {
    expect(await difference({})).toEqual([])
  })

  test('of a package under another version nothing: whoever publishes names it', async () => {
    expect(await difference({ 'workflow.json': { ...WORKFLOW, version: '2.0.0' } })).toEqual([])
  })

  test('of the packages we ship nothing against themselves, however their workflow.json is set', async () => {
    const read = await readPackage('workflows/mot.vehicle-renewal')
    if (!read.ok) throw new Error('Expected a package')
    expect(await comparePackages(read.files, read.files, NOW)).toEqual([])
    const set = new Map(read.files)
    const json: unknown = JSON.parse(new TextDecoder().decode(read.files.get('workflow.json')))
    set.set('workflow.json', new TextEncoder().encode(JSON.stringify(json)))
    const found = await comparePackages(read.files, set, NOW)
    expect(found.map(({ weight, subject }) => [weight, subject.kind])).toEqual([['look', 'drawing']])
  })

  test('every one of many that share a name, also where a draft has not been judged yet', async () => {
    const fees = (count: number) => ({
      'workflow.json': { ...WORKFLOW, fees: Array.from({ length: count }, () => WORKFLOW.fees[0]) },
    })
    const more = await difference(fees(300), fees(297))
    expect(more.filter(({ change, subject }) => change === 'added' && subject.kind === 'fee')).toHaveLength(3)
  })

  test('what people pay, in the cases the service shows, and the row it stands in', async () => {
    expect(
      await told(
        { 'fees.dmn': table('25'), 'workflow.json': priced },
        { 'fees.dmn': table('20'), 'workflow.json': priced },
      ),
    ).toEqual([
      'money: The fee “Fee” (Usual) goes from 20.00 ILS to 25.00 ILS',
      'money: The result “amount” of row 1 of the decision “Fee” (Kind: a) goes from “20” to “25”',
    ])
  })

  test('a price that only holds from a day on is told with the day', async () => {
    const logic = (later: string): string =>
      DMN.replace(
        '<text>25</text>',
        `<text>{amount: if today() &gt;= date("2027-01-01") then "${later}" else "20", currency: "ILS"}</text>`,
      )
    const found = await told(
      { 'fees.dmn': logic('30'), 'workflow.json': priced },
      { 'fees.dmn': logic('20'), 'workflow.json': priced },
    )
    expect(found).toContain('money: From 1 January 2027 the fee “Fee” (Usual) is 30.00 ILS instead of 20.00 ILS')
  })

  test('what holds up to a day ends with it: the price is told from the day after', async () => {
    const until = (day: string): string =>
      DMN.replace(
        '<text>25</text>',
        `<text>{amount: if today() &lt;= date("${day}") then "20" else "30", currency: "ILS"}</text>`,
      )
    const found = await told(
      { 'fees.dmn': until('2027-01-31'), 'workflow.json': priced },
      { 'fees.dmn': until('2027-03-31'), 'workflow.json': priced },
    )
    expect(found).toContain('money: From 1 February 2027 the fee “Fee” (Usual) is 30.00 ILS instead of 20.00 ILS')
  })

  test('cells of decision tables in words, as a lawyer reads them', () => {
    const words = (test: string): string => plain(testInWords(test).en)
    expect(words('-')).toBe('anything')
    expect(words('< date("2027-01-01")')).toBe('before 2027-01-01')
    expect(words('[date("2026-11-01")..date("2027-01-31")]')).toBe('from 2026-11-01 to 2027-01-31')
    expect(words('[date("2026-11-01")..date("2027-01-31"))')).toBe('from 2026-11-01 before 2027-01-31')
    expect(words('(200..400]')).toBe('more than 200 to 400')
    expect(words('not("a", "b")')).toBe('anything but a or b')
    expect(words('? > 2 * limit')).toBe('? > 2 * limit')
    expect(plain(testInWords('>= 5').ar)).toBe('على الأقل 5')
    expect(plain(testInWords('>= date("2027-01-01")').ar)).toBe('ابتداءً من 2027-01-01')
    expect(plain(answerInWords('"25.00"').ar)).toBe('25.00')
    expect(plain(answerInWords('fee * 2').en)).toBe('fee * 2')
  })

  test('another id or agency as another service, not as law', async () => {
    expect(await told({ 'workflow.json': { ...WORKFLOW, agency: 'moh', id: 'moh.permit' } })).toEqual([
      'service: The id of the package of the service goes from “test.permit” to “moh.permit”',
      'service: The agency of the service goes from “test” to “moh”',
    ])
  })

  test('a new step by where it stands', async () => {
    const found = await told(
      {},
      { 'permit.bpmn': drawn(STEPS.replace('id="review"', 'id="look"').replaceAll('"review"', '"look"')) },
    )
    expect(found).toContain(
      'course: New: the step “review” (after the decision step “fee_rule”, before the automatic step “print”)',
    )
  })

  test('of a new service everything came, and nothing was otherwise before', async () => {
    const all = await comparePackages(new Map(), parcel({}), NOW)
    expect(all.every(({ change }) => change === 'added' || change === 'changed')).toBe(true)
    expect(all.filter(({ sentence }) => /none was given|لم يكن محددًا/.test(sentence.en + sentence.ar))).toEqual([])
    expect(all.length).toBeGreaterThan(10)
  })

  test('a new service in a page, with what it costs and takes', async () => {
    const parts = await summaryOf(parcel({ 'fees.dmn': table('20'), 'workflow.json': priced }), NOW)
    const lines = (title: string): readonly string[] =>
      parts.find((it) => it.title.en === title)?.lines.map(({ en }) => plain(en)) ?? []
    expect(lines('Fees')).toEqual(['Fee (Usual): 20.00 ILS'])
    expect(lines('Deadlines')).toEqual(['Answer: 3 working days (not confirmed by the agency yet)'])
    expect(lines('Steps people do')).toEqual(['review: Clerks'])
    expect(lines('Forms')).toEqual(['Application: 2 questions (1 required)'])
    expect(
      parts.every(({ title, lines: all }) =>
        [title, ...all].every(({ ar, en }) => ar.trim() !== '' && en.trim() !== ''),
      ),
    ).toBe(true)
  })

  test('one question as one, in both languages', async () => {
    const { purpose } = FORM.schema.properties
    const only = {
      ...FORM,
      schema: { ...FORM.schema, properties: { purpose } },
      ui: { ...FORM.ui, elements: FORM.ui.elements.slice(0, 1) },
    }
    const parts = await summaryOf(parcel({ 'forms/apply.form.json': only }), NOW)
    expect(parts.find(({ title }) => title.en === 'Forms')?.lines).toEqual([
      { ar: 'نص Application: سؤال واحد (إلزامي: 1)', en: 'Application: 1 question (1 required)' },
    ])
  })

  test('a condition in the words of the form that asks it; where words say the same, as it is written', async () => {
    const shown = (condition: string): object => ({
      ...FORM,
      texts: { ...FORM.texts, '/purpose': { label: text('Purpose'), choices: { work: text('Work') } } },
      ui: {
        ...FORM.ui,
        elements: [{ type: 'Control', scope: '#/properties/person', rule: { effect: 'SHOW', condition } }],
      },
    })
    const from = (before: string, after: string) =>
      told({ 'forms/apply.form.json': shown(after) }, { 'forms/apply.form.json': shown(before) })
    expect(
      await from(
        '=get or else(purpose, "") = "work"',
        '=purpose = "study" and (person.age >= 18 or person.adult = true)',
      ),
    ).toEqual([
      'people: When it is shown of the question “Person” in the form “Application” goes from “‘Purpose’ is ‘Work’” to “‘Purpose’ is ‘study’ and (‘person.age’ is at least 18 or ‘person.adult’ is yes)”',
    ])
    expect(
      await from(
        '=get or else(copies, null) in (>= 2)',
        '=born <= string(today() - duration("P18Y")) or get or else(ends, null) in (> "2027-01-31")',
      ),
    ).toEqual([
      'people: When it is shown of the question “Person” in the form “Application” goes from “‘copies’ is at least 2” to “‘born’ is no later than the day 18 years before today or ‘ends’ is after 31 January 2027”',
    ])
    const until = (latest: string): Changed => ({
      'forms/apply.form.json': {
        ...FORM,
        ui: {
          ...FORM.ui,
          elements: [{ type: 'Control', scope: '#/properties/person', options: { latest } }],
        },
      },
    })
    expect(await told(until('=date("2027-01-31")'), until('=today() + duration("P3M")'))).toEqual([
      'people: The last day it takes of the question “Person” in the form “Application” goes from “the day 3 months after today” to “31 January 2027”',
    ])
    expect(await from('=get or else(purpose, "") = "work"', '=get or else(purpose, null) = "work"')).toEqual([
      'people: When it is shown of the question “Person” in the form “Application” goes from “=get or else(purpose, "") = "work"” to “=get or else(purpose, null) = "work"”',
    ])
  })

  describe('a question that is only called otherwise in expressions', () => {
    const person = (name: string, more: object = {}): object => ({
      title: text('Application'),
      schema: {
        type: 'object',
        properties: {
          [name]: { type: 'object', properties: { born: { type: 'string' }, town: { type: 'string' } } },
        },
      },
      ui: { type: 'VerticalLayout', elements: [{ type: 'Control', scope: `#/properties/${name}` }] },
      texts: {
        [`/${name}`]: { label: text('Person') },
        [`/${name}/born`]: { label: text('Born') },
        [`/${name}/town`]: { label: text('Town') },
        ...more,
      },
    })
    const from = (older: object, newer: object) =>
      told({ 'forms/apply.form.json': newer }, { 'forms/apply.form.json': older })

    test('as the question it was, and what stands in it by itself not at all', async () => {
      expect(await from(person('person'), person('applicant'))).toEqual([
        'people: The name in expressions of the question “Person” in the form “Application” goes from “person” to “applicant”',
      ])
    })

    test('as two where it asks something else too, or where nobody can say which it was', async () => {
      const asked = await from(person('person'), person('applicant', { '/applicant': { label: text('Applicant') } }))
      expect(asked).toContain('people: New: the question “Applicant” in the form “Application”')
      expect(asked).toContain('people: Removed: the question “Person” in the form “Application”')
      const pair = (one: string, other: string): object => ({
        ...person('person'),
        schema: { type: 'object', properties: { [one]: { type: 'string' }, [other]: { type: 'string' } } },
        texts: { [`/${one}`]: { label: text('Name') }, [`/${other}`]: { label: text('Name') } },
      })
      const both = await from(pair('a', 'b'), pair('c', 'd'))
      expect(both.filter((it) => it.startsWith('people: New: '))).toHaveLength(2)
      expect(both.filter((it) => it.startsWith('people: Removed: '))).toHaveLength(2)
    })
  })

  test('cells by the words of the choices that the form offers', async () => {
    const form = (choice: string): object => ({
      ...FORM,
      schema: { ...FORM.schema, properties: { ...FORM.schema.properties, kind: { enum: ['a', 'b'] } } },
      texts: { ...FORM.texts, '/kind': { label: text('Kind'), choices: { a: text(choice), b: text('Renewal') } } },
    })
    const row = (test: string): string =>
      `<rule id="r2"><inputEntry><text>${test}</text></inputEntry><outputEntry><text>"9"</text></outputEntry><outputEntry><text>"ILS"</text></outputEntry></rule>`
    const both = { 'forms/apply.form.json': form('First time') }
    expect(
      await told(
        { ...both, 'fees.dmn': table('25', row('"b"')) },
        { ...both, 'fees.dmn': table('20', row('not("a")')) },
      ),
    ).toEqual([
      'money: The result “amount” of row 1 of the decision “Fee” (Kind: First time) goes from “20” to “25”',
      'money: The condition “Kind” of row 2 of the decision “Fee” (Kind: Renewal) goes from “anything but First time” to “Renewal”',
    ])
    expect(
      await told(
        { 'forms/apply.form.json': form('First'), 'fees.dmn': table('20') },
        { ...both, 'fees.dmn': table('20') },
      ),
    ).toEqual([
      'people: The words of the choice “a” of the question “Kind” in the form “Application” goes from “First time” to “First”',
    ])
  })

  test('a new row by its case and result', async () => {
    const row =
      '<rule id="r2"><inputEntry><text>"b"</text></inputEntry><outputEntry><text>"9"</text></outputEntry><outputEntry><text>"ILS"</text></outputEntry></rule>'
    expect(await told({ 'fees.dmn': table('20', row) }, { 'fees.dmn': table('20') })).toEqual([
      'money: New: row 2 of the decision “Fee” (Kind: b) (amount: 9, currency: ILS)',
    ])
  })

  test('a fee that is another from a day on: the day as one column, and only the rows it changes', async () => {
    const open =
      '<rule id="r2"><inputEntry><text>"b"</text></inputEntry><outputEntry><text>"9"</text></outputEntry></rule>'
    const draft = await openDmn(table('20', open))
    if (draft === undefined) throw new Error('Expected a decision file')
    withNewAmounts(draft, 'fee', undefined, '2027-01-01', new Map([[0, '25.00']]))
    expect(await told({ 'fees.dmn': await draft.xml() }, { 'fees.dmn': table('20', open) })).toEqual([
      'money: From 1 January 2027 the fee “Fee” (Kind: a) is 25.00 ILS instead of 20.00 ILS',
    ])
  })

  describe('an answer that is another from a day on, by the days', () => {
    const DAY = '<input label="Day"><inputExpression typeRef="date"><text>today()</text></inputExpression></input>'
    const row = (id: string, kind: string, day: string, amount: string, remark = ''): string =>
      `<rule id="${id}"><inputEntry><text>${kind}</text></inputEntry><inputEntry><text>${day.replaceAll('<', '&lt;')}</text></inputEntry>
      <outputEntry><text>${amount}</text></outputEntry><annotationEntry><text>${remark}</text></annotationEntry></rule>`
    const dated = (rows: readonly string[], policy = 'UNIQUE', asked = DAY): Changed => ({
      'fees.dmn': `<?xml version="1.0" encoding="UTF-8"?>
  <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="Fees" namespace="test">
  <decision id="fee" name="Fee"><variable name="Fee"/><decisionTable hitPolicy="${policy}" id="t">
    <input label="Kind"><inputExpression typeRef="string"><text>kind</text></inputExpression></input>${asked}
    <output label="Amount" name="amount" typeRef="number"/><annotation name="Why"/>${rows.join('')}</decisionTable></decision></definitions>`,
    })
    const [year27, year28] = ['date("2027-01-01")', 'date("2028-01-01")']
    const one = dated([row('r1', '"a"', '-', '20')])

    test('twice in one change: each for its time, with what is said of it', async () => {
      const three = [
        row('r1', '"a"', `< ${year27}`, '20'),
        row('r2', '"a"', `[${year27}..${year28})`, '25', 'Decree 7'),
        row('r3', '"a"', `>= ${year28}`, '30'),
      ]
      const found = await difference(dated(three), one)
      expect(found.map(({ sentence }) => plain(sentence.en))).toEqual([
        'From 1 January 2027 until 31 December 2027 the decision “Fee” (Kind: a) gives 25 instead of 20 (Why: Decree 7)',
        'From 1 January 2028 the decision “Fee” (Kind: a) gives 30 instead of 20',
      ])
      expect(found.map(({ sentence }) => plain(sentence.ar))).toEqual([
        'من 1 كانون الثاني 2027 حتى 31 كانون الأول 2027 يعطي القرار «Fee» (Kind: a) 25 بدلًا من 20 (Why: Decree 7)',
        'اعتبارًا من 1 كانون الثاني 2028 يعطي القرار «Fee» (Kind: a) 30 بدلًا من 20',
      ])
      expect(found.map(({ place }) => place)).toEqual(['r2', 'r3'])
    })

    test('taken back, and put off', async () => {
      const on = (day: string): Changed =>
        dated([row('r1', '"a"', `< ${day}`, '20'), row('r2', '"a"', `>= ${day}`, '25')])
      expect(await told(one, on(year27))).toEqual([
        'money: From 1 January 2027 the decision “Fee” (Kind: a) gives 20 instead of 25',
      ])
      expect(await told(on(year28), on(year27))).toEqual([
        'money: From 1 January 2027 until 31 December 2027 the decision “Fee” (Kind: a) gives 20 instead of 25',
      ])
    })

    test('a day the application brings by its name, and where the column is new what it asks', async () => {
      const asked = DAY.replace('today()', 'filedOn').replace('"Day"', '"Filed"')
      const split = dated(
        [row('r1', '"a"', `< ${year27}`, '20'), row('r2', '"a"', `>= ${year27}`, '25')],
        'UNIQUE',
        asked,
      )
      const without = dated(
        [row('r1', '"a"', '', '20').replace('<inputEntry><text></text></inputEntry>', '')],
        'UNIQUE',
        '',
      )
      expect(await told(split, without)).toEqual([
        'money: From 1 January 2027 (by “Filed”) the decision “Fee” (Kind: a) gives 25 instead of 20',
        'money: New: the question “Filed” of the decision “Fee” (filedOn)',
      ])
    })

    test('a row that stands where another is taken before it is told as the row it is', async () => {
      const [before, later] = [row('r1', '"a"', `< ${year27}`, '20'), row('r2', '"a"', `>= ${year27}`, '25')]
      const all = row('r9', '-', '-', '5')
      const found = await told(dated([before, all, later], 'FIRST'), dated([row('r1', '"a"', '-', '20'), all], 'FIRST'))
      expect(found).toContain('money: New: row 3 of the decision “Fee” (Kind: a, Day: from 2027-01-01) (Amount: 25)')
      expect(found.join()).not.toContain('instead of')
    })

    test('where the first row that fits counts, by what the rows above it leave', async () => {
      const sale = row('r1', '"a"', '[date("2026-11-01")..date("2026-11-30")]', '5')
      const older = dated([sale, row('r2', '"a"', '-', '20')], 'FIRST')
      const newer = [sale, row('r2', '"a"', `< ${year27}`, '20'), row('r3', '"a"', `>= ${year27}`, '25')]
      expect(await told(dated(newer, 'FIRST'), older)).toEqual([
        'money: From 1 January 2027 the decision “Fee” (Kind: a) gives 25 instead of 20',
      ])
      const longer = [sale.replace('2026-11-30', '2026-12-31'), row('r2', '"a"', '-', '20')]
      expect(await told(dated(longer, 'FIRST'), older)).toEqual([
        'money: From 1 December 2026 until 31 December 2026 the decision “Fee” (Kind: a) gives 5 instead of 20',
      ])
    })

    test('a day that is left out as the rows say it: nothing holds on it', async () => {
      const gap = dated([row('r1', '"a"', `< ${year27}`, '20'), row('r2', '"a"', `>= ${year28}`, '25')])
      expect((await told(gap, one)).join()).not.toContain('instead of')
    })
  })

  test('a column that is gone as one, and another kind of value by its name', async () => {
    const other = table('20').replace('<output name="currency"', '<output label="Unit" name="unit"')
    expect(await told({ 'fees.dmn': other }, { 'fees.dmn': table('20') })).toEqual([
      'money: Removed: the result “currency” of the decision “Fee”',
      'money: New: the result “Unit” of the decision “Fee”',
      'money: The result “Unit” of row 1 of the decision “Fee” (Kind: a) is now “ILS”; none was given before',
    ])
    expect(
      await told(
        { 'fees.dmn': table('20').replace('typeRef="string"><text>', 'typeRef="number"><text>') },
        { 'fees.dmn': table('20') },
      ),
    ).toEqual(['money: The kind of value of the question “Kind” of the decision “Fee” goes from “text” to “number”'])
  })

  test('which of several rows counts, where it is said on one side only, by what it is', async () => {
    const policy = (written: string): string => table('20').replace(' hitPolicy="FIRST"', written)
    expect(await told({ 'fees.dmn': policy('') }, { 'fees.dmn': policy(' hitPolicy="FIRST"') })).toEqual([
      'money: The choice among fitting rows of the decision “Fee” goes from “The first from the top” to “Exactly one applies”',
    ])
    expect(await told({ 'fees.dmn': policy('') }, { 'fees.dmn': policy(' hitPolicy="UNIQUE"') })).toEqual([
      'look: Drawing only: “fees.dmn” looks otherwise; nothing of what happens changes by it',
    ])
  })

  test('a column that is called otherwise by both names, and nothing of its rows', async () => {
    const sort = table('20')
      .replace('label="Kind"', 'label="Sort"')
      .replace('name="currency"', 'label="Unit" name="currency"')
    expect(await told({ 'fees.dmn': sort }, { 'fees.dmn': table('20') })).toEqual([
      'look: The question “Sort” of the decision “Fee” was called “Kind” before',
      'look: The title of the result “Unit” of the decision “Fee” is now “Unit”; none was given before',
    ])
  })

  test('an empty column of answers or remarks as the column alone', async () => {
    const more = table('20')
      .replace('<rule', '<output name="why"/><annotation name="Remarks"/><rule')
      .replace(
        '</rule>',
        '<outputEntry><text></text></outputEntry><annotationEntry><text></text></annotationEntry></rule>',
      )
    expect(await told({ 'fees.dmn': more }, { 'fees.dmn': table('20') })).toEqual([
      'money: New: the result “why” of the decision “Fee”',
      'look: New: the column of remarks “Remarks” of the decision “Fee”',
    ])
  })

  test('rows that stand elsewhere by the fewest that moved, and whether that says anything', async () => {
    const row = (id: string): string =>
      `<rule id="${id}"><inputEntry><text>"${id}"</text></inputEntry><outputEntry><text>"9"</text></outputEntry><outputEntry><text>"ILS"</text></outputEntry></rule>`
    const [older, newer] = [
      ['b', 'c', 'd'],
      ['c', 'd', 'b'],
    ].map((ids) => table('20', ids.map(row).join('')))
    expect(await told({ 'fees.dmn': newer ?? '' }, { 'fees.dmn': older ?? '' })).toEqual([
      'money: Row 4 of the decision “Fee” (Kind: b) was row 2 before, and the order counts here',
    ])
    const unique = (xml = ''): string => xml.replace('"FIRST"', '"UNIQUE"')
    expect(await told({ 'fees.dmn': unique(newer) }, { 'fees.dmn': unique(older) })).toEqual([
      'look: Row 4 of the decision “Fee” (Kind: b) was row 2 before, and the order says nothing here',
    ])
  })

  test('a formula of several parts by their names, wherever they stand', async () => {
    const part = (name: string, formula: string): string =>
      `<contextEntry><variable name="${name}"/><literalExpression><text>${formula}</text></literalExpression></contextEntry>`
    const formula = (...all: readonly string[]): string =>
      DMN.replace(
        '<literalExpression><text>25</text></literalExpression>',
        `<context>${all.join('')}<contextEntry><literalExpression><text>net</text></literalExpression></contextEntry></context>`,
      )
    const [base, net] = [part('base', '25'), part('net', 'base * 2')]
    const from = (older: string, newer: string) => told({ 'fees.dmn': newer }, { 'fees.dmn': older })
    expect(await from(formula(base, net), formula(base, part('late', '5'), part('net', 'base * 3')))).toEqual([
      'money: The part “net” of the decision “Fee” goes from “base * 2” to “base * 3”',
      'money: The part “late” of the decision “Fee” is now “5”; none was given before',
    ])
    expect(await from(formula(base, net), formula(base, net).replace('>net<', '>base<'))).toEqual([
      'money: The part “the result” of the decision “Fee” goes from “net” to “base”',
    ])
    expect(await from(DMN, DMN.replace('>25<', '>30<'))).toEqual([
      'money: The rule of the decision “Fee” goes from “25” to “30”',
    ])
  })

  test('what a decision asks first by what people call it', async () => {
    const input =
      '<inputData id="kind_in" name="kind"><description>نوع الطلب · Kind of application</description></inputData>'
    const asks = (needs: string): string =>
      table('20')
        .replace('<decisionTable', `${needs}<decisionTable`)
        .replace('</definitions>', `${input}</definitions>`)
    const need = '<informationRequirement id="n1"><requiredInput href="#kind_in"/></informationRequirement>'
    expect(await told({ 'fees.dmn': asks(need) }, { 'fees.dmn': asks('') })).toEqual([
      'money: The list of what is asked first of the decision “Fee” is now “Kind of application”; none was given before',
    ])
    expect(await told({ 'fees.dmn': asks('') }, { 'fees.dmn': table('20') })).toEqual([
      'law: New: the input “Kind of application”',
    ])
  })

  test('a second person that is no longer needed, as a matter of law', async () => {
    const two = STEPS.replace(
      REVIEW,
      `${REVIEW}<zeebe:properties><zeebe:property name="masar:fourEyes" value="other"/></zeebe:properties>`,
    )
    const other = `<bpmn:userTask id="other" name="أخرى · Other">${extension('<zeebe:userTask/>')}</bpmn:userTask>`
    expect(await told({ 'permit.bpmn': drawn(STEPS + other) }, { 'permit.bpmn': drawn(two + other) })).toEqual([
      'law: The step “review” no longer needs a second person (somebody else than who did the step “Other”)',
    ])
  })

  test('who does a step, by the titles of roles', async () => {
    const roles = { clerks: text('Clerks'), chiefs: text('Chiefs') }
    const workflow = { ...WORKFLOW, roles }
    const found = await told(
      { 'permit.bpmn': drawn(STEPS.replace('"clerks"', '"chiefs"')), 'workflow.json': workflow },
      { 'workflow.json': workflow },
    )
    expect(found).toEqual(['people: The step “review” is now done by “Chiefs”, no longer by “Clerks”'])
  })

  test('a condition on a way, and a way that leads elsewhere', async () => {
    const flows = STEPS.replace(flow('f3', 'fee_rule', 'review'), flow('f3', 'fee_rule', 'review', '=fee > 0'))
    expect(await told({ 'permit.bpmn': drawn(flows) })).toEqual([
      'law: The way from the decision step “fee_rule” to the step “review” is now only taken when “‘fee’ is more than 0”',
    ])
    const more = STEPS.replace(
      flow('f4', 'review', 'print'),
      flow('f4', 'review', 'print') + flow('f9', 'review', 'end', '=fee > 0'),
    )
    expect(await told({ 'permit.bpmn': drawn(more) })).toContain(
      'course: New: the way from the step “review” to the end “end” (when “‘fee’ is more than 0”)',
    )
    const moved = STEPS.replace(flow('f4', 'review', 'print'), flow('f4', 'review', 'end'))
    expect(await told({ 'permit.bpmn': drawn(moved) })).toEqual([
      'course: Removed: the way from the step “review” to the automatic step “print”',
      'course: New: the way from the step “review” to the end “end”',
    ])
  })

  test('a question that must now be answered, one that is new and one that is gone', async () => {
    const { purpose, ...rest } = FORM.schema.properties
    const schema = { ...FORM.schema, required: [], properties: { ...rest, why: { type: 'string' } } }
    const form = { ...FORM, schema, texts: { ...FORM.texts, '/why': { label: text('Why') } } }
    const again = { ...FORM, schema: { ...FORM.schema, required: ['purpose', 'person'] } }
    expect(purpose).toBeDefined()
    expect(await told({ 'forms/apply.form.json': again })).toEqual([
      'people: The question “Person” in the form “Application” must now be answered',
    ])
    expect(await told({ 'forms/apply.form.json': form })).toContain(
      'people: New: the question “Why” in the form “Application”',
    )
  })

  test.each([
    [
      'deadlines',
      [{ ...WORKFLOW.deadlines[0], duration: 'P5WD' }],
      'law: The deadline “Answer” goes from “3 working days” to “5 working days”',
    ],
    [
      'retention',
      [{ ...WORKFLOW.retention[0], duration: 'P6Y' }],
      'law: The duration of the retention of “Application” goes from “5 years” to “6 years”',
    ],
    ['dataAgreements', [], 'law: Removed: the data agreement for “PS/GOV/MOI/civil-registry/getPerson”'],
    [
      'legalBasis',
      [{ ...WORKFLOW.legalBasis[0], verified: true }],
      'law: The legal basis “Law 1” is confirmed by the agency',
    ],
    ['signOff', [{ role: 'clerks', title: text('Legal') }], 'law: New: the signature of “Legal”'],
    ['policy', { straightThrough: true }, 'law: The value of the constant “straightThrough” goes from “no” to “yes”'],
    ['roles', { clerks: text('Officers') }, 'people: The name of the role “Officers” goes from “Clerks” to “Officers”'],
    ['executor', 'kernel', 'course: The executor of the service is now “kernel”; none was given before'],
  ])('what workflow.json says under %s', async (key, value, sentence) => {
    expect(await told({ 'workflow.json': { ...WORKFLOW, [key]: value } })).toEqual([sentence])
  })

  test('shapes that only moved as drawing only, however else lines are written', async () => {
    const xml = drawn(STEPS)
    expect(await told({ 'permit.bpmn': xml.replaceAll('\n', '\n  ') })).toEqual([
      'look: Drawing only: “permit.bpmn” looks otherwise; nothing of what happens changes by it',
    ])
  })

  test('a file that cannot be read is named, not passed over', async () => {
    expect(await told({ 'permit.bpmn': '<bpmn:definitions' })).toContain(
      'law: “permit.bpmn” cannot be read on one side, so what changed in it cannot be told',
    )
  })

  test('an extension nobody knows by name is told as a setting', async () => {
    const steps = STEPS.replace('id="print"', 'id="print" isForCompensation="true"')
    expect(await told({ 'permit.bpmn': drawn(steps) })).toEqual([
      'course: The setting isForCompensation of the automatic step “print” is now “yes”; none was given before',
    ])
  })
})

describe('the version proposed', () => {
  test('is a patch for looks, minor for what is new, major for what is gone', async () => {
    const raise = async (changed: Changed): Promise<string> => raiseFor(await difference(changed))
    expect(await raise({ 'README.md': 'other' })).toBe('patch')
    expect(await raise({ 'workflow.json': { ...WORKFLOW, search: ['/purpose'] } })).toBe('minor')
    expect(
      await raise({
        'forms/apply.form.json': { ...FORM, schema: { ...FORM.schema, required: ['purpose', 'person'] } },
      }),
    ).toBe('major')
    expect([raised('1.4.2', 'patch'), raised('1.4.2', 'minor'), raised('1.4.2', 'major')]).toEqual([
      '1.4.3',
      '1.5.0',
      '2.0.0',
    ])
  })
})

/** Edits that mean something, each by the words that carry it. */
const EDITS: readonly ((salt: number) => Changed)[] = [
  (salt) => ({
    'permit.bpmn': drawn(STEPS.replace('"masar:databus"', `"masar:databus" retries="${String(salt + 4)}"`)),
  }),
  (salt) => ({ 'permit.bpmn': drawn(STEPS.replace('target="service"', `target="service${String(salt)}"`)) }),
  (salt) => ({ 'permit.bpmn': drawn(STEPS.replace('id="review"', `id="review" name="N${String(salt)}"`)) }),
  (salt) => ({ 'permit.bpmn': drawn(STEPS.replace('formId="apply"', `formId="apply${String(salt)}"`)) }),
  (salt) => ({ 'permit.bpmn': drawn(STEPS.replace('value="permit"', `value="permit${String(salt)}"`)) }),
  (salt) => ({ 'permit.bpmn': drawn(STEPS.replace('resultVariable="fee"', `resultVariable="fee${String(salt)}"`)) }),
  (salt) => ({ 'fees.dmn': DMN.replace('25', String(salt + 26)) }),
  (salt) => ({ 'templates/permit.hbs': `<h1>{{name}} ${String(salt)}</h1>` }),
  (salt) => ({ 'forms/apply.form.json': { ...FORM, schema: { ...FORM.schema, minProperties: salt } } }),
  (salt) => ({
    'forms/apply.form.json': {
      ...FORM,
      ui: { ...FORM.ui, elements: [...FORM.ui.elements, { type: 'Label', text: text(String(salt)) }] },
    },
  }),
  (salt) => ({
    'workflow.json': { ...WORKFLOW, calendar: { ...WORKFLOW.calendar, closes: `1${String(salt % 10)}:00` } },
  }),
  (salt) => ({ 'workflow.json': { ...WORKFLOW, texts: { refused: text(`R${String(salt)}`) } } }),
  (salt) => ({ 'workflow.json': { ...WORKFLOW, anything: { at: { all: salt } } } }),
  (salt) => ({
    'tests/happy.test.json': { title: text('Happy'), start: { variables: { salt } }, expect: { status: 'completed' } },
  }),
]

test('whatever is edited is told, in both languages, and more than as looks', async () => {
  const edits = uniqueArray(tuple(nat(EDITS.length - 1), nat(99)), {
    minLength: 1,
    maxLength: 4,
    selector: ([edit]) => edit,
  })
  await assert(
    asyncProperty(edits, async (chosen) => {
      const changed = Object.assign({}, ...chosen.map(([edit, salt]) => EDITS[edit]?.(salt))) as NonNullable<Changed>
      const found = await difference(changed)
      for (const path of Object.keys(changed))
        expect(found.some((it) => it.file === path && it.weight !== 'look')).toBe(true)
      for (const { sentence } of found) expect([sentence.ar, sentence.en].every((it) => it.trim() !== '')).toBe(true)
      expect(await comparePackages(parcel(changed), parcel(changed), NOW)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
