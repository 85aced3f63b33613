import { describe, expect, test } from 'vitest'
import type { CheckedPackage } from '../../engine/core/package/package.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'
import { ALONE, bytes, check, DMN, errors, FORM, sound, STEPS, text, WORKFLOW } from './parcel.ts'

describe('a sound package', () => {
  test('comes out with its programs, decisions, forms, templates and tests', async () => {
    const checked = await sound()
    expect(checked.workflow.id).toBe('test.permit')
    expect([...checked.programs.keys()]).toEqual(['permit'])
    expect(checked.programs.get('permit')?.key).toBe('test.permit@1.0.0/permit')
    expect([...checked.decisions.keys()]).toEqual(['fee'])
    expect([...checked.forms.keys()]).toEqual(['apply'])
    expect(checked.templates.get('permit')).toBe('<h1>{{name}}</h1>')
    expect(checked.tests.map((it) => it.file)).toEqual(['tests/happy.test.json'])
    expect(checked.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(checked.warnings).toEqual([])
  })

  test('judges answers by its form and says what is wrong in both languages', async () => {
    const form = (await sound()).forms.get('apply')
    expect(form?.validate({ purpose: 'work', person: { nationalId: '900000001' } })).toEqual([])
    const findings = form?.validate({ person: { nationalId: 'abc' }, extra: 1 }) ?? []
    expect(findings.map((it) => [it.rule, it.place])).toEqual([
      ['answers/required', '/'],
      ['answers/additionalProperties', '/'],
      ['answers/pattern', '/person/nationalId'],
    ])
    for (const it of findings) expect(it.messageAr).toMatch(/\p{Script=Arabic}/u)
  })

  test('advises on an example of a fee that comes to no amount, and on one that cannot be read', async () => {
    const fee = (given: string) => ({ ...WORKFLOW.fees[0], examples: [{ title: text('A case'), given }] })
    const advised = async (decision: string, given: string): Promise<readonly string[]> => {
      const dmn = DMN.replace('<text>25</text>', `<text>${decision}</text>`)
      const workflow = JSON.stringify({ ...WORKFLOW, fees: [fee(given)] })
      const { warnings } = await sound({ 'workflow.json': workflow, 'fees.dmn': dmn })
      for (const it of warnings) expect(it.messageAr).toMatch(/\p{Script=Arabic}/u)
      return warnings.filter((it) => it.rule === 'package/fee-example').map((it) => it.place ?? '')
    }
    const place = '/fees/0/examples/0/given'
    const { warnings } = await sound({
      'workflow.json': JSON.stringify({ ...WORKFLOW, fees: [fee('={}')] }),
      'fees.dmn': DMN.replace('<text>25</text>', '<text>{amount: age, currency: "ILS"}</text>'),
    })
    const advice = warnings.find((it) => it.place === place)
    expect(advice?.messageAr).toMatch(/المتوقع متغير اسمه \u2066age\u2069/)
    expect(await advised('{amount: "25.00", currency: "ILS"}', '={}')).toEqual([])
    expect(
      await advised(
        '{amount: string(working days between(date("2026-11-26"), date("2026-11-29"))), currency: "ILS"}',
        '={}',
      ),
    ).toEqual([])
    expect(await advised('25', '={}')).toEqual([place])
    expect(await advised('{amount: "25.005", currency: "ILS"}', '={}')).toEqual([place])
    expect(await advised('{amount: "25.00", currency: "ILS"}', '={')).toEqual([place])
    expect(await advised('{amount: "25.00", currency: "ILS"}', '=5')).toEqual([place])
  })

  test('tells which events start a case without a person', async () => {
    const started = STEPS.replace(
      '<bpmn:startEvent id="start"/>',
      `<bpmn:startEvent id="start"/><bpmn:startEvent id="counter"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>${flow('f0', 'counter', 'lookup')}`,
    )
    const checked = await sound({
      'permit.bpmn': file(process(started, 'permit'), '<bpmn:message id="m" name="application.received"/>'),
    })
    expect(checked.starts).toEqual([{ kind: 'message', processId: 'permit', element: 'counter' }])
  })

  test('keeps its name whatever the order of its files, and loses it with one byte', async () => {
    const { digest } = await sound()
    expect((await sound()).digest).toBe(digest)
    expect((await sound({ 'README.md': '# Permit ' })).digest).not.toBe(digest)
    expect((await sound({ 'README.md': null })).digest).not.toBe(digest)
  })

  test('passes on warnings', async () => {
    const nobody = STEPS.replace('<zeebe:assignmentDefinition candidateGroups="clerks"/>', '')
    expect((await sound({ 'permit.bpmn': file(process(nobody, 'permit')) })).warnings).toMatchObject([
      { severity: 'warning', rule: 'bpmn/user-tasks', file: 'permit.bpmn', place: 'review' },
    ])
  })
})

const without = <T extends object>(value: T, ...keys: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as keyof T))) as Partial<T>

const form = (changed: object) => ({ ...FORM, ...changed })
const workflow = (changed: object) => ({ ...WORKFLOW, ...changed })
const schema = (properties: object, texts: object = {}) => ({
  'forms/apply.form.json': { title: FORM.title, schema: { type: 'object', properties }, texts },
})

type Spoiled = readonly [says: string, changed: Parameters<typeof errors>[0], error: string]

const MANIFEST: readonly Spoiled[] = [
  ['no workflow.json', { 'workflow.json': null }, 'workflow/content workflow.json '],
  ['workflow.json that is no JSON', { 'workflow.json': '{' }, 'package/json workflow.json '],
  ['workflow.json that is a list', { 'workflow.json': '[]' }, 'package/json workflow.json '],
  [
    'a key that stands twice',
    { 'workflow.json': `{"id":"a.b",${JSON.stringify(WORKFLOW).slice(1)}` },
    'package/json workflow.json ',
  ],
  [
    'a key named __proto__',
    { 'workflow.json': `{"__proto__":{},${JSON.stringify(WORKFLOW).slice(1)}` },
    'package/json workflow.json /__proto__',
  ],
  [
    'JSON nested a thousand deep',
    { 'workflow.json': `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}` },
    `package/json workflow.json ${'/a'.repeat(64)}`,
  ],
  ['an unknown key', { 'workflow.json': workflow({ scripts: {} }) }, 'workflow/schema workflow.json /'],
  ['no title', { 'workflow.json': without(WORKFLOW, 'title') }, 'workflow/schema workflow.json /'],
  [
    'a title in one language',
    { 'workflow.json': workflow({ title: { en: 'Permit' } }) },
    'workflow/schema workflow.json /title',
  ],
  [
    'an empty Arabic title',
    { 'workflow.json': workflow({ title: { ar: ' ', en: 'Permit' } }) },
    'workflow/schema workflow.json /title/ar',
  ],
  ['an id with a path in it', { 'workflow.json': workflow({ id: '../other' }) }, 'workflow/schema workflow.json /id'],
  [
    'a version that is none',
    { 'workflow.json': workflow({ version: 'latest' }) },
    'workflow/schema workflow.json /version',
  ],
  [
    'neither start nor shared',
    { 'workflow.json': without(WORKFLOW, 'start') },
    'workflow/content workflow.json /start',
  ],
  [
    'a start process that is not there',
    { 'workflow.json': workflow({ start: { process: 'gone', channels: ['portal'] } }) },
    'package/link workflow.json /start/process',
  ],
  [
    'a start form that is not there',
    { 'workflow.json': workflow({ start: { process: 'permit', form: 'gone', channels: ['portal'] } }) },
    'package/link workflow.json /start/form',
  ],
  [
    'a channel nobody knows',
    { 'workflow.json': workflow({ start: { process: 'permit', channels: ['fax'] } }) },
    'workflow/schema workflow.json /start/channels/0',
  ],
  [
    'applicants nobody knows',
    { 'workflow.json': workflow({ start: { process: 'permit', channels: ['portal'], applicants: ['robot'] } }) },
    'workflow/schema workflow.json /start/applicants/0',
  ],
  [
    'no applicant at all',
    { 'workflow.json': workflow({ start: { process: 'permit', channels: ['portal'], applicants: [] } }) },
    'workflow/schema workflow.json /start/applicants',
  ],
  [
    'companies that have no portal to apply in',
    { 'workflow.json': workflow({ start: { process: 'permit', channels: ['counter'], applicants: ['company'] } }) },
    'workflow/content workflow.json /start/applicants',
  ],
  [
    'a fee without its decision',
    { 'workflow.json': workflow({ fees: [{ id: 'fee', title: text('Fee'), decision: 'gone', verified: false }] }) },
    'package/link workflow.json /fees/0/decision',
  ],
  [
    'a law that is not written down',
    { 'workflow.json': workflow({ legalBasis: [] }) },
    'workflow/content workflow.json /dataAgreements/0/legalBasis',
  ],
  [
    'a law written down twice',
    { 'workflow.json': workflow({ legalBasis: [...WORKFLOW.legalBasis, ...WORKFLOW.legalBasis] }) },
    'workflow/content workflow.json /legalBasis/1/id',
  ],
  [
    'a deadline in words',
    {
      'workflow.json': workflow({
        deadlines: [{ id: 'a', title: text('A'), duration: 'three days', verified: false }],
      }),
    },
    'workflow/content workflow.json /deadlines/0/duration',
  ],
  [
    'a time zone that is none',
    { 'workflow.json': workflow({ calendar: { timeZone: 'Mars/Olympus' } }) },
    'workflow/content workflow.json /calendar/timeZone',
  ],
  [
    'an eighth weekday',
    { 'workflow.json': workflow({ calendar: { workingDays: [8] } }) },
    'workflow/schema workflow.json /calendar/workingDays/0',
  ],
  [
    'a shared package that is not there',
    { 'workflow.json': workflow({ uses: { 'common.pay': '1.0.0' } }) },
    'package/uses workflow.json /uses/common.pay',
  ],
  [
    'a package that uses itself',
    { 'workflow.json': workflow({ uses: { 'test.permit': '1.0.0' } }) },
    'workflow/content workflow.json /uses/test.permit',
  ],
]

const FORMS: readonly Spoiled[] = [
  [
    'a form without a schema',
    { 'forms/apply.form.json': without(FORM, 'schema') },
    'form/schema forms/apply.form.json /',
  ],
  [
    'a form with a function',
    { 'forms/apply.form.json': form({ onSubmit: 'alert(1)' }) },
    'form/schema forms/apply.form.json /',
  ],
  [
    'a form title in one language',
    { 'forms/apply.form.json': form({ title: { ar: 'طلب' } }) },
    'form/schema forms/apply.form.json /title',
  ],
  [
    'a field without a label',
    { 'forms/apply.form.json': form({ texts: without(FORM.texts, '/person/nationalId') }) },
    'form/texts forms/apply.form.json /person/nationalId',
  ],
  [
    'a choice without words',
    {
      'forms/apply.form.json': form({
        texts: { ...FORM.texts, '/purpose': { label: text('Purpose'), choices: { work: text('Work') } } },
      }),
    },
    'form/texts forms/apply.form.json /purpose',
  ],
  [
    'a label for a field that is not there',
    { 'forms/apply.form.json': form({ texts: { ...FORM.texts, '/gone': { label: text('Gone') } } }) },
    'form/texts forms/apply.form.json /gone',
  ],
  [
    'a control for a field that is not there',
    { 'forms/apply.form.json': form({ ui: { type: 'Control', scope: '#/properties/gone' } }) },
    'form/ui forms/apply.form.json /ui/scope',
  ],
  [
    'a layout nobody knows',
    { 'forms/apply.form.json': form({ ui: { type: 'Iframe' } }) },
    'form/ui forms/apply.form.json /ui/type',
  ],
  [
    'a label of the layout in one language',
    { 'forms/apply.form.json': form({ ui: { type: 'Label', text: 'Hello' } }) },
    'form/ui forms/apply.form.json /ui/text',
  ],
  [
    'a rule in JavaScript',
    {
      'forms/apply.form.json': form({
        ui: { type: 'Control', scope: '#/properties/purpose', rule: { effect: 'SHOW', condition: 'alert(1)' } },
      }),
    },
    'form/ui forms/apply.form.json /ui/rule/condition',
  ],
  ...(
    [
      ['an option nobody knows', { colour: 'red' }, 'colour'],
      ['a widget nobody knows', { widget: 'iframe' }, 'widget'],
      ['a widget for other answers', { widget: 'date' }, 'widget'],
      ['a condition in JavaScript', { visible: 'alert(1)' }, 'visible'],
      ['a computed value that does not parse', { computed: '=1 +' }, 'computed'],
      ['a value computed from itself', { computed: '=purpose + "x"' }, 'computed'],
      ['a first day of what is no date', { earliest: '=today()' }, 'earliest'],
      ['people that are no names', { writable: ['the clerk'] }, 'writable'],
      ['choices that are no expression', { choices: ['a', 'b'] }, 'choices'],
      ['outcomes that are no answers of the question', { outcomes: { refuse: ['nobody knows'] } }, 'outcomes'],
      ['outcomes of a meaning nobody knows', { outcomes: { postpone: [] } }, 'outcomes'],
    ] as const
  ).map(([title, options, option]): [string, Record<string, object>, string] => [
    title,
    { 'forms/apply.form.json': form({ ui: { type: 'Control', scope: '#/properties/purpose', options } }) },
    `form/ui forms/apply.form.json /ui/options/${option}`,
  ]),
  [
    'a field that only a task nobody draws may change',
    {
      'forms/apply.form.json': form({
        ui: { type: 'Control', scope: '#/properties/purpose', options: { writable: ['applicant', 'reveiw'] } },
      }),
    },
    'form/people forms/apply.form.json /ui/options/writable',
  ],
  [
    'a rule that does not parse',
    {
      'forms/apply.form.json': form({
        ui: { type: 'Control', scope: '#/properties/purpose', rule: { effect: 'SHOW', condition: '=1 +' } },
      }),
    },
    'form/ui forms/apply.form.json /ui/rule/condition',
  ],
]

const SCHEMAS: readonly Spoiled[] = [
  [
    'a keyword nobody knows',
    schema({ a: { type: 'string', customValidator: 'x' } }),
    'schema/invalid forms/apply.form.json /schema',
  ],
  [
    'a reference to another host',
    schema({ a: { $ref: 'http://169.254.169.254/meta' } }),
    'schema/limits forms/apply.form.json /properties/a/$ref',
  ],
  [
    'a reference to a place that is not there',
    schema({ a: { $ref: '#/$defs/gone' } }),
    'schema/limits forms/apply.form.json /properties/a/$ref',
  ],
  [
    'a schema that contains itself',
    schema({ a: { $ref: '#/properties/a' } }),
    'schema/recursive forms/apply.form.json /schema',
  ],
  [
    'a dynamic reference',
    schema({ a: { $dynamicRef: '#x' } }),
    'schema/limits forms/apply.form.json /properties/a/$dynamicRef',
  ],
  ['$data', schema({ a: { const: 1, $data: '1/b' } }), 'schema/limits forms/apply.form.json /properties/a/$data'],
  [
    'a look-ahead',
    schema({ a: { type: 'string', pattern: '(?=a)' } }),
    'schema/limits forms/apply.form.json /properties/a/pattern',
  ],
  [
    'a back-reference',
    schema({ a: { type: 'string', pattern: '(a)\\1' } }),
    'schema/limits forms/apply.form.json /properties/a/pattern',
  ],
  [
    'a pattern of a thousand characters',
    schema({ a: { type: 'string', pattern: 'a'.repeat(1000) } }),
    'schema/limits forms/apply.form.json /properties/a/pattern',
  ],
  [
    'a pattern that explodes',
    schema({ a: { type: 'string', pattern: '((a{100}){100}){100}' } }),
    'schema/limits forms/apply.form.json /properties/a/pattern',
  ],
  [
    'uniqueItems on objects',
    schema({ a: { type: 'array', uniqueItems: true, items: { type: 'object' } } }),
    'schema/limits forms/apply.form.json /properties/a/uniqueItems',
  ],
  [
    'an enum of 3,000',
    schema({ a: { enum: Array.from({ length: 3000 }, (_, i) => i) } }),
    'schema/limits forms/apply.form.json /properties/a/enum',
  ],
  [
    '3,000 fields',
    schema(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`f${i}`, {}]))),
    'schema/too-large forms/apply.form.json /schema',
  ],
  [
    '20 levels',
    schema({ a: Array.from({ length: 20 }).reduce<object>((inner) => ({ not: inner }), {}) }),
    `schema/too-large forms/apply.form.json /properties/a${'/not'.repeat(15)}`,
  ],
  [
    'references that multiply',
    {
      'forms/apply.form.json': {
        title: FORM.title,
        schema: {
          type: 'object',
          properties: { a: { $ref: '#/$defs/l6' } },
          $defs: {
            l0: { type: 'string' },
            ...Object.fromEntries(
              Array.from({ length: 6 }, (_, i) => [
                `l${i + 1}`,
                { anyOf: Array.from({ length: 10 }, () => ({ $ref: `#/$defs/l${i}` })) },
              ]),
            ),
          },
        },
      },
    },
    'schema/too-large forms/apply.form.json /schema',
  ],
]

const FILES: readonly Spoiled[] = [
  [
    '101 forms',
    Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`forms/f${i}.form.json`, '{}'])),
    'package/too-large  ',
  ],
  [
    'three drawings of 1.9 MB',
    Object.fromEntries(['a', 'b', 'c'].map((it) => [`${it}.bpmn`, ' '.repeat(1_900_000)])),
    'package/too-large  ',
  ],
  [
    'a BPMN file that is not UTF-8',
    { 'permit.bpmn': new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]) },
    'package/encoding permit.bpmn ',
  ],
  ['no BPMN file', { 'permit.bpmn': null }, 'package/no-process  '],
  [
    'one process in two files',
    { 'copy.bpmn': file(process(STEPS, 'permit')) },
    'package/duplicate-process permit.bpmn permit',
  ],
  ['one decision in two files', { 'copy.dmn': DMN }, 'package/duplicate-decision fees.dmn fee'],
  ['a DMN file with a doctype', { 'fees.dmn': `<!DOCTYPE a>${DMN}` }, 'xml/doctype fees.dmn line 1'],
  ['a decision the process asks for and nobody holds', { 'fees.dmn': null }, 'bpmn/decisions permit.bpmn fee_rule'],
  ['a form a task asks for and nobody holds', { 'forms/apply.form.json': null }, 'bpmn/user-tasks permit.bpmn review'],
  ['a template a task asks for and nobody holds', { 'templates/permit.hbs': null }, 'bpmn/jobs permit.bpmn print'],
  [
    'a bus service without an agreement',
    { 'workflow.json': workflow({ dataAgreements: [] }) },
    'bpmn/jobs permit.bpmn lookup',
  ],
  ['a group without a role', { 'workflow.json': workflow({ roles: {} }) }, 'bpmn/user-tasks permit.bpmn review'],
  ['a template of 300 kB', { 'templates/permit.hbs': 'x'.repeat(300_000) }, 'package/too-large templates/permit.hbs '],
  [
    'a template that is not text',
    { 'templates/permit.hbs': new Uint8Array([0xff, 0xfe]) },
    'package/encoding templates/permit.hbs ',
  ],
  ['a test that is no JSON', { 'tests/happy.test.json': 'yes' }, 'package/json tests/happy.test.json '],
  ['a file that climbs out', { '../../etc/cron.d/evil': 'x' }, 'package/path ../../etc/cron.d/evil '],
  ['an absolute path', { '/etc/passwd': 'x' }, 'package/path /etc/passwd '],
  ['a Windows path', { 'forms\\evil.form.json': '{}' }, 'package/path forms\\evil.form.json '],
  ['a drive', { 'c:/evil.bpmn': 'x' }, 'package/path c:/evil.bpmn '],
  ['a script', { 'hooks/install.js': 'x' }, 'package/path hooks/install.js '],
  ['a file in capitals', { 'Permit.bpmn': 'x' }, 'package/twins Permit.bpmn '],
  ['a name with a NUL', { 'permit\u0000.bpmn': 'x' }, 'package/path permit\u0000.bpmn '],
  ['nine folders', { 'templates/a/b/c/d/e/f/g/h.hbs': 'x' }, 'package/path templates/a/b/c/d/e/f/g/h.hbs '],
  [
    '501 files',
    Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`templates/t${i}.hbs`, 'x'])),
    'package/too-large  ',
  ],
  ['21 MB', { 'README.md': new Uint8Array(21_000_000) }, 'package/too-large  '],
]

describe.each([
  ['its title page', MANIFEST],
  ['its forms', FORMS],
  ['its schemas', SCHEMAS],
  ['its files', FILES],
])('a package is refused for %s:', (_, cases) => {
  test.each(cases)('%s', async (_says, changed, error) => {
    expect(await errors(changed)).toContain(error)
  })
})

test('every finding names its file and speaks both languages', async () => {
  for (const [, changed] of [...MANIFEST, ...FORMS, ...SCHEMAS, ...FILES]) {
    const checked = await check(changed)
    expect(checked.ok).toBe(false)
    if (checked.ok) continue
    for (const it of checked.findings) {
      expect(it.message).toMatch(/^Expected /)
      expect(it.messageAr).toMatch(/\p{Script=Arabic}/u)
      expect(it.remedyAr).toMatch(/\p{Script=Arabic}/u)
      expect(JSON.parse(JSON.stringify(it))).toEqual(it)
    }
  }
})

test('an agreement on a service covers its versions', async () => {
  const asking = (service: string) => ({
    'permit.bpmn': file(process(STEPS.replace('PS/GOV/MOI/civil-registry/getPerson', service), 'permit')),
  })
  expect(await errors(asking('PS/GOV/MOI/civil-registry/getPerson/v1'))).toEqual([])
  expect(await errors(asking('PS/GOV/MOI/civil-registry/getPersonals/v1'))).toEqual(['bpmn/jobs permit.bpmn lookup'])
})

test('an executor this version does not have is refused', async () => {
  expect(await errors({ 'workflow.json': workflow({ executor: 'spiff' }) })).toEqual([
    'workflow/schema workflow.json /executor',
  ])
})

test('a notice asks for its template once in each language', async () => {
  const sent = STEPS.replace('masar:document', 'masar:notify').replace('target="data"', 'target="sms.to"')
  const notice = { 'permit.bpmn': file(process(sent, 'permit')) }
  expect(await errors({ ...notice, 'templates/permit.ar.txt.hbs': 'نص' })).toEqual(['bpmn/jobs permit.bpmn print'])
  expect(await errors({ ...notice, 'templates/permit.ar.txt.hbs': 'نص', 'templates/permit.en.txt.hbs': 'x' })).toEqual(
    [],
  )
})

test('the faults of all files are told at once', async () => {
  const found = await errors({
    'workflow.json': workflow({ version: 'x' }),
    'permit.bpmn': file(process('<bpmn:endEvent id="t"/>', 'permit')),
    'fees.dmn': '<a/>',
    'forms/apply.form.json': '{}',
    'templates/permit.hbs': 'x'.repeat(300_000),
  })
  expect(new Set(found.map((it) => it.split(' ')[1]))).toEqual(
    new Set(['workflow.json', 'permit.bpmn', 'fees.dmn', 'forms/apply.form.json', 'templates/permit.hbs']),
  )
})

test('a flood of faults is cut to what a person can read', async () => {
  const names = Array.from({ length: 5000 }, (_, i) => `t${i}`).join(',')
  const flooded = STEPS.replace(
    '</bpmn:extensionElements></bpmn:userTask>',
    `<zeebe:properties><zeebe:property name="masar:fourEyes" value="${names}"/></zeebe:properties></bpmn:extensionElements></bpmn:userTask>`,
  )
  const checked = await check({ 'permit.bpmn': file(process(flooded, 'permit')) })
  expect(checked).toMatchObject({ ok: false })
  expect(checked.ok ? [] : checked.findings).toHaveLength(500)
  expect(checked.ok ? undefined : checked.findings.at(-1)?.message).toBe(
    'Expected at most 500 findings, but found 5000',
  )
})

test('a template is also held against the rules of whoever fills it', async () => {
  const found = await errors(
    {},
    {
      ...ALONE,
      checkTemplate: (name) => [{ rule: 'template/test', severity: 'error', file: name, message: 'Expected none' }],
    },
  )
  expect(found).toEqual(['template/test templates/permit.hbs '])
})

describe('shared packages', () => {
  const HELPER = process(
    `<bpmn:startEvent id="s"/><bpmn:userTask id="ask">${extension('<zeebe:formDefinition formId="correction"/><zeebe:assignmentDefinition assignee="=who"/>')}</bpmn:userTask><bpmn:endEvent id="e"/>${flow('a', 's', 'ask')}${flow('b', 'ask', 'e')}`,
    'common-correct',
  )
  const helper = (): Promise<CheckedPackage> =>
    sound({
      'workflow.json': { id: 'common.correct', version: '1.2.0', title: text('Correct'), agency: 'egov', shared: true },
      'permit.bpmn': file(HELPER),
      'forms/apply.form.json': null,
      'fees.dmn': null,
      'templates/permit.hbs': null,
    })
  const CALL = STEPS.replace(
    /<bpmn:serviceTask id="print">.*<\/bpmn:serviceTask>/,
    `<bpmn:callActivity id="print">${extension('<zeebe:calledElement processId="common-correct"/>')}</bpmn:callActivity>`,
  )
  const calling = (version: string) => ({
    'workflow.json': workflow({ uses: { 'common.correct': version } }),
    'permit.bpmn': file(process(CALL, 'permit')),
  })

  test('are called by process id and pinned by version', async () => {
    const shared = await helper()
    const around = {
      package: (id: string, version: string) =>
        Promise.resolve(id === 'common.correct' && version === '1.2.0' ? shared : undefined),
    }
    const checked = await sound(
      { ...calling('1.2.0'), 'forms/correction.form.json': { title: text('Correction'), schema: { type: 'object' } } },
      around,
    )
    const call = checked.programs.get('permit')?.elements.find((it) => it.kind === 'callActivity')
    expect(call).toMatchObject({ called: 'common.correct@1.2.0/common-correct' })
    expect(await errors(calling('9.9.9'), around)).toContain('package/uses workflow.json /uses/common.correct')
  })

  test('leave forms to the package that calls them, which must have them', async () => {
    const shared = await helper()
    expect(shared.wanted).toEqual({ forms: ['correction'], templates: [] })
    expect(await errors(calling('1.2.0'), { package: () => Promise.resolve(shared) })).toEqual([
      'package/link workflow.json /uses/common.correct',
    ])
  })

  test('must say that they are shared', async () => {
    const other = await sound()
    expect(await errors(workflowUsing(), { package: () => Promise.resolve(other) })).toContain(
      'package/uses workflow.json /uses/test.permit2',
    )
  })

  const workflowUsing = () => ({ 'workflow.json': bytes(workflow({ uses: { 'test.permit2': '1.0.0' } })) })
})
