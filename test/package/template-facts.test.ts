import { describe, expect, test } from 'vitest'
import type { CheckedPackage } from '../../engine/core/package/package.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'
import { FORM, sound, text, WORKFLOW } from './parcel.ts'

const attribute = (feel: string): string =>
  feel.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const input = (source: string, target: string): string =>
  `<zeebe:input source="${attribute(source)}" target="${target}"/>`

interface Issued {
  readonly id?: string
  readonly name?: string
  readonly type?: string
  readonly template?: string
  /** Undefined: the step maps other things alone. */
  readonly data?: string | undefined
}

const issue = ({
  id = 'print',
  name = 'إصدار · Issue',
  type = 'document',
  template = 'permit',
  data,
}: Issued): string =>
  `<bpmn:serviceTask id="${id}" name="${name}">${extension(
    `<zeebe:taskDefinition type="masar:${type}"/><zeebe:taskHeaders><zeebe:header key="template" value="${template}"/></zeebe:taskHeaders><zeebe:ioMapping>${input('=true', 'certificate')}${data === undefined ? '' : input(data, 'data')}</zeebe:ioMapping>`,
  )}</bpmn:serviceTask>`

const script = (id: string, name: string, feel: string): string =>
  `<bpmn:scriptTask id="${id}">${extension(`<zeebe:script expression="${attribute(feel)}" resultVariable="${name}"/>`)}</bpmn:scriptTask>`

function inOrder(...steps: readonly string[]): string {
  const ids = ['start', ...steps.map((it) => /id="([^"]+)"/.exec(it)?.[1] ?? ''), 'end']
  const flows = ids.slice(1).map((id, at) => flow(`f${at}`, ids[at] ?? '', id))
  return `<bpmn:startEvent id="start"/>${steps.join('')}<bpmn:endEvent id="end"/>${flows.join('')}`
}

const BARE = { 'templates/permit.hbs': null } as const

async function toldOf(
  steps: readonly string[],
  templates: Readonly<Record<string, string>>,
  surroundings?: Parameters<typeof sound>[1],
  more: Parameters<typeof sound>[0] = {},
): Promise<readonly Finding[]> {
  const files = Object.fromEntries(Object.entries(templates).map(([name, it]) => [`templates/${name}.hbs`, it]))
  const drawn = file(process(inOrder(...steps), 'permit'))
  const { warnings } = await sound({ ...BARE, 'permit.bpmn': drawn, ...files, ...more }, surroundings)
  return warnings.filter(({ rule }) => rule === 'template/unknown')
}

/** "line: what is written -> what was meant", of a template of one step. */
async function told(
  data: string | undefined,
  template: string,
  ...before: readonly string[]
): Promise<readonly string[]> {
  const found = await toldOf([...before, issue({ data })], { permit: template })
  return found.map(({ place, message, remedy = '' }) => {
    const near = /mean "([^"]+)"/.exec(remedy)?.[1] ?? ''
    return `${place?.replace('line ', '') ?? ''}: ${/found "([^"]+)"/.exec(message)?.[1] ?? ''} -> ${near}`
  })
}

const HOLDER = '={holder: {name: {ar: purpose, en: purpose}, id: "1"}, purpose: purpose}'

describe('a name in a template that no step hands over', () => {
  test('is told in both languages, with the line, the step, what is known there and what to do', async () => {
    const found = await toldOf([issue({ data: HOLDER })], { permit: '<p>\n{{text holder.nmae "ar"}}</p>' })
    expect(found).toEqual([
      {
        rule: 'template/unknown',
        severity: 'warning',
        file: 'templates/permit.hbs',
        place: 'line 2',
        message:
          'Expected a value that "Issue" hands over, but found "holder.nmae"; known here: holder.name, holder.id',
        messageAr: 'المتوقع قيمة تسلّمها الخطوة "إصدار"، لكن وُجد "holder.nmae"؛ المعروف هنا: holder.name، holder.id',
        remedy: 'Did you mean "holder.name"? Otherwise add it to the data of the step',
        remedyAr: 'هل المقصود "holder.name"؟ وإلا فأضفه إلى بيانات الخطوة',
      },
    ])
  })

  test.each([
    ['at the top', '{{purpos}}', ['1: purpos -> purpose']],
    ['within one part', '{{code holder.idd}}', ['1: holder.idd -> holder.id']],
    ['before what follows it', '{{holdr.name.ar}}', ['1: holdr.name.ar -> holder.name.ar']],
    ['run together', '{{holderName}}', ['1: holderName -> holder.name']],
    ['without what it stands in', '{{code id}}', ['1: id -> holder.id']],
    ['of a text, which has no parts', '{{purpose.ar}}', ['1: purpose.ar -> purpose']],
    ['of the paper itself', '{{date document.issued}}', ['1: document.issued -> document.issuedAt']],
    ['in a question', '{{#if purpos}}x{{/if}}', ['1: purpos -> purpose']],
    ['in a question within another', '{{#if (and (eq purpos "a") purpose)}}x{{/if}}', ['1: purpos -> purpose']],
    ['in both arms', '{{#unless purpose}}{{a}}{{else}}{{b}}{{/unless}}', ['1: a -> ', '1: b -> ']],
    ['within a part, told as it is written', '{{#with holder}}{{text nmae "ar"}}{{/with}}', ['1: nmae -> name']],
    ['that stands outside the part', '{{#with holder}}{{purpose}}{{/with}}', ['1: purpose -> ../purpose']],
    ['one too far out', '{{#with holder}}{{../holder.idd}}{{/with}}', ['1: ../holder.idd -> ../holder.id']],
    ['from the root', '{{#with holder}}{{@root.purpos}}{{/with}}', ['1: @root.purpos -> @root.purpose']],
    ['of what a block calls it', '{{#with holder as |who|}}{{who.idd}}{{/with}}', ['1: who.idd -> who.id']],
    ['in an option', '{{text holder.name language=purpos}}', ['1: purpos -> purpose']],
  ])('is told %s', async (_where, template, expected) => {
    expect(await told(HOLDER, template)).toEqual(expected)
  })

  test('is told of the entries of a list a script made', async () => {
    const made = script('list', 'all', '=for n in [1, 2] return {name: string(n), shares: n}')
    const template = '{{#each all}}{{this.nmae}} {{number shares}} {{@index}} {{owner}}{{/each}}{{all.name}}'
    expect(await told('={all: all, owner: purpose}', template, made)).toEqual([
      '1: this.nmae -> this.name',
      '1: owner -> ../owner',
      '1: all.name -> all',
    ])
  })

  test('is told of what a form asks and of what scripts put together', async () => {
    const made = script('merge', 'facts', '=context merge([{who: person}, context put({a: 1}, "b", 2)])')
    expect(await told('=facts', '{{who.nationalid}} {{who.nationalId}} {{a}} {{b}} {{c}}', made)).toEqual([
      '1: who.nationalid -> who.nationalId',
      '1: c -> ',
    ])
  })

  test('is told where the step hands over nothing at all', async () => {
    expect(await told(undefined, '{{purpose}} {{document.serial}}')).toEqual(['1: purpose -> '])
  })

  test('is told in each language of a notice, which has nothing of a paper', async () => {
    const notice = issue({ type: 'notify', template: 'told', data: '={who: purpose}' })
    const found = await toldOf([notice], {
      'told.ar.txt': '{{whoo}}',
      'told.en.txt': '{{who}}\n{{document.reference}}',
    })
    expect(found.map(({ file: at, place }) => `${at} ${place}`)).toEqual([
      'templates/told.ar.txt.hbs line 1',
      'templates/told.en.txt.hbs line 2',
    ])
  })

  test('is told of each step that fills the template, by its name', async () => {
    const steps = [issue({ data: '={a: 1}' }), issue({ id: 'again', name: 'ثانية · Again', data: '={a: 1, b: 2}' })]
    const found = await toldOf(steps, { permit: '{{a}} {{b}} {{#if b}}{{b}}{{/if}} {{#if c}}{{a}}{{/if}}' })
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('"Issue" hands over, but found "b"'),
      expect.stringMatching(/"Issue", "Again" hands over, but found "c", so that the choice is always the same/),
    ])
  })

  test('is told of what a shared procedure is handed by the service that calls it', async () => {
    const common = file(process(inOrder(issue({ data: '=data' })), 'common'))
    const shared: CheckedPackage = await sound({
      ...BARE,
      'workflow.json': { ...WORKFLOW, id: 'common', shared: true, start: undefined, fees: undefined },
      'permit.bpmn': common,
    })
    const call = `<bpmn:callActivity id="call" name="نداء · Call">${extension(`<zeebe:calledElement processId="common" propagateAllParentVariables="false"/><zeebe:ioMapping>${input('={a: 1}', 'data')}</zeebe:ioMapping>`)}</bpmn:callActivity>`
    const found = await toldOf(
      [call],
      { permit: '{{a}} {{b}}' },
      { package: () => Promise.resolve(shared) },
      { 'workflow.json': { ...WORKFLOW, uses: { common: '1.0.0' } } },
    )
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('"Call" hands over, but found "b"')])
  })
})

describe('a name in a template is not told', () => {
  const EXTRA = { a: { type: 'object' }, b: { type: 'array' } }
  const form = { ...FORM, schema: { ...FORM.schema, properties: { ...FORM.schema.properties, ...EXTRA } } }
  const texts = { ...FORM.texts, '/a': { label: text('A') }, '/b': { label: text('B') } }

  test.each([
    ['of an answer without a kind', '={a: a, b: b}', '{{a.x}}{{#each b}}{{this.y}}{{/each}}'],
    ['of what nothing is known of', '={a: reply.body}', '{{a.x}}{{#each a}}{{y}}{{/each}}{{#with a}}{{z}}{{/with}}'],
    ['where all of it is unknown', '=reply.body', '{{x}} {{document.serial}}'],
    ['where one way of two is unknown', '=if purpose = "work" then {a: 1} else reply.body', '{{b}}'],
    ['where it may be null or there', '={a: if purpose = "work" then {x: 1} else null}', '{{#if a}}{{a.x}}{{/if}}'],
    ['of a list or text for its length', '={a: [1], b: "x"}', '{{a.length}} {{b.length}} {{a.0}}'],
    ['of words, texts and numbers', '={a: 1}', '{{qr}} {{number a digits=2}} {{#if (eq a 1)}}x{{/if}}'],
  ])('%s', async (_what, data, template) => {
    const found = await toldOf(
      [
        `<bpmn:serviceTask id="lookup">${extension(`<zeebe:taskDefinition type="masar:databus"/><zeebe:ioMapping>${input('PS/GOV/MOI/civil-registry/getPerson', 'service')}</zeebe:ioMapping>`)}</bpmn:serviceTask>`,
        issue({ data }),
      ],
      { permit: template },
      undefined,
      { 'forms/apply.form.json': { ...form, texts } },
    )
    expect(found).toEqual([])
  })

  test('of a template no step fills', async () => {
    expect(await toldOf([issue({ data: '={a: 1}' })], { permit: '{{a}}', other: '{{b}}' })).toEqual([])
  })

  test('more than fifty times of one template', async () => {
    const many = Array.from({ length: 80 }, (_, index) => `{{x${index}}}`).join('\n')
    expect(await told('={a: 1}', many)).toHaveLength(50)
  })
})
