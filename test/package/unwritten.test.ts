import { describe, expect, test } from 'vitest'
import { NEW_NOTICE, NEW_PAPER, unwrittenFindings } from '../../engine/core/template/unwritten.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'
import { sound } from './parcel.ts'

const told = (name: string, text: string): readonly string[] =>
  unwrittenFindings(`templates/${name}.hbs`, text).map(({ place, message }) => `${place ?? ''}: ${message}`)

describe('a template nobody has written', () => {
  test('is told by the check of the package in both languages, with the file, and the package is sound', async () => {
    const { warnings } = await sound({ 'templates/told.ar.txt.hbs': NEW_NOTICE.ar, 'templates/told.en.txt.hbs': ' \n' })
    expect(warnings).toEqual([
      {
        rule: 'template/unwritten',
        severity: 'warning',
        file: 'templates/told.ar.txt.hbs',
        place: 'line 1',
        message: 'Expected what the citizen is told, but it still says "نص الإشعار", as it was made',
        messageAr: 'المتوقع ما يُبلَّغ به المواطن، لكن ما زال مكتوبًا "نص الإشعار" كما أُنشئ',
        remedy: 'Write the notice in both languages, or remove it',
        remedyAr: 'اكتب الإشعار باللغتين، أو احذفه',
      },
      expect.objectContaining({
        file: 'templates/told.en.txt.hbs',
        message: 'Expected what the citizen is told, but it is empty',
        messageAr: 'المتوقع ما يُبلَّغ به المواطن، لكن المكان فارغ',
      }),
    ])
  })

  test('is told at each line that is as it was made', () => {
    expect(told('paper', NEW_PAPER).map((it) => it.slice(0, 7))).toEqual(['line 1:', 'line 2:'])
    expect(told('paper', NEW_PAPER.replace('عنوان الوثيقة', 'شهادة'))).toEqual([
      expect.stringMatching(/^line 2: .*"نص الوثيقة"/),
    ])
    expect(told('told.en.txt', `${NEW_NOTICE.en}\n`)).toHaveLength(1)
  })

  test.each([
    ['', 1],
    ['<style>p { color: red }</style><p>\n</p>{{!-- words --}}', 1],
    ['<p>x</p>', 0],
    ['{{name}}', 0],
    ['{{#if name}}{{/if}}', 1],
  ])('is one that says nothing: %j', (text, count) => {
    expect(told('paper', text)).toHaveLength(count)
  })

  test('is none with a word of its own', () => {
    expect(told('told.ar.txt', `${NEW_NOTICE.ar} عن طلبك`)).toEqual([])
    expect(told('told.en.txt', 'Ready')).toEqual([])
  })
})

const SMS = '<zeebe:input source="=phone" target="sms.to"/>'
const SAID = '<zeebe:input source="{ar: 1}" target="sms.text"/>'
const MAIL = '<zeebe:input source="=mail" target="email.to"/>'

describe('a step that tells a citizen', () => {
  const notified = (inputs: string, headers = ''): string =>
    `<bpmn:startEvent id="start"/><bpmn:serviceTask id="tell">${extension(`<zeebe:taskDefinition type="masar:notify"/>${headers}<zeebe:ioMapping>${inputs}</zeebe:ioMapping>`)}</bpmn:serviceTask><bpmn:endEvent id="end"/>${flow('f1', 'start', 'tell')}${flow('f2', 'tell', 'end')}`

  test.each([
    [
      'no address at all',
      '<zeebe:input source="both" target="language"/>',
      ['a telephone number or an e-mail address'],
    ],
    ['no text', SMS, ['a text of the SMS, or a template of it']],
    ['no number', SAID, ['a telephone number for the SMS']],
    ['neither subject nor text', MAIL, ['a subject of the e-mail', 'a text of the e-mail, or a template of it']],
    ['all it needs', SMS + SAID, []],
    ['a notice handed over whole', '<zeebe:input source="=told" target="sms"/>', []],
  ])('is told, where it names %s', async (_what, inputs, missing) => {
    const { warnings } = await sound({
      'permit.bpmn': file(process(notified(inputs), 'permit')),
      'templates/permit.hbs': null,
    })
    const found = warnings.filter(({ rule }) => rule === 'bpmn/notices')
    expect(found.map(({ message }) => /to have (.+), but/.exec(message)?.[1])).toEqual(missing)
    expect(found.every(({ place, messageAr = '' }) => place === 'tell' && /\p{Script=Arabic}/u.test(messageAr))).toBe(
      true,
    )
  })

  test('needs no text where it has a template', async () => {
    const headers = '<zeebe:taskHeaders><zeebe:header key="template" value="told"/></zeebe:taskHeaders>'
    const { warnings } = await sound({
      'permit.bpmn': file(process(notified(SMS, headers), 'permit')),
      'templates/permit.hbs': null,
      'templates/told.ar.txt.hbs': 'جاهز',
      'templates/told.en.txt.hbs': 'Ready',
    })
    expect(warnings.filter(({ rule }) => rule === 'bpmn/notices')).toEqual([])
  })
})
