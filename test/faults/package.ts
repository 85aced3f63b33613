/**
 * The procedure the plug is pulled on: a bit of everything that must happen once.
 *
 * register over the data bus -> enter, which must not be repeated -> pay -> review (clerk one) -> decide (clerk two) -> two pieces of news under one key ->
 * a stamp by an outside worker beside a short wait -> end, which tells the archive by a signal; the archive begins a record
 * for each. The two catches wait under the same name and key one after the other, so that news delivered twice shows.
 */
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'
import { ENTER, ENTERED, REGISTER } from './registry.ts'

export const PACKAGE = { id: 'faults.licence', version: '1.0.0' } as const
export const NEWS = 'court.news'
export const STAMP = 'faults.stamp'
/** The process that a licence's signal begins, and the variable that says whose it is. */
const ARCHIVE = 'archive'
export const ARCHIVED = 'archived'
/** What one licence costs. */
const FEE = '25'

const input = (source: string, target: string): string => `<zeebe:input source="${source}" target="${target}"/>`

const job = (type: string, inputs: string): string =>
  extension(`<zeebe:taskDefinition type="${type}"/><zeebe:ioMapping>${inputs}</zeebe:ioMapping>`)

const userTask = (id: string, group: string): string =>
  `<bpmn:userTask id="${id}" name="${id}">${extension(
    `<zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="${group}"/>`,
  )}</bpmn:userTask>`

const catchNews = (id: string): string =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="news"/></bpmn:intermediateCatchEvent>`

const BUS_INPUTS =
  input(REGISTER, 'service') +
  input('POST', 'method') +
  input('/v1', 'path') +
  input('={case: case}', 'body') +
  input('=true', 'idempotent')

const ENTRY_INPUTS =
  input(ENTER, 'service') +
  input('POST', 'method') +
  input('/v1', 'path') +
  input('={entry: case}', 'body') +
  input(ENTERED, 'statusService')

const PAYMENT_INPUTS =
  input(`=&quot;${FEE}&quot;`, 'amount') +
  input('ILS', 'currency') +
  input('={type: &quot;MSISDN&quot;, id: &quot;970591234567&quot;}', 'payer') +
  input('=case', 'note') +
  input('P90D', 'expires')

const STEPS = `<bpmn:startEvent id="start"/>
<bpmn:serviceTask id="register">${job('masar:databus', BUS_INPUTS)}</bpmn:serviceTask>
<bpmn:serviceTask id="enter">${job('masar:databus', ENTRY_INPUTS)}</bpmn:serviceTask>
<bpmn:serviceTask id="pay">${job('masar:payment', PAYMENT_INPUTS)}</bpmn:serviceTask>
${userTask('review', 'reviewers')}
${userTask('decide', 'deciders')}
${catchNews('first_news')}
${catchNews('second_news')}
<bpmn:parallelGateway id="fork"/>
<bpmn:serviceTask id="stamp">${job(STAMP, input('=case', 'case'))}</bpmn:serviceTask>
<bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition id="wait_timer"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">=duration(wait)</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
<bpmn:parallelGateway id="join"/>
<bpmn:endEvent id="end">${extension(`<zeebe:ioMapping>${input('=case', ARCHIVED)}</zeebe:ioMapping>`)}<bpmn:signalEventDefinition signalRef="issued"/></bpmn:endEvent>
${[
  ['start', 'register'],
  ['register', 'enter'],
  ['enter', 'pay'],
  ['pay', 'review'],
  ['review', 'decide'],
  ['decide', 'first_news'],
  ['first_news', 'second_news'],
  ['second_news', 'fork'],
  ['fork', 'stamp'],
  ['fork', 'wait'],
  ['stamp', 'join'],
  ['wait', 'join'],
  ['join', 'end'],
]
  .map(([from = '', to = ''], n) => flow(`f${n}`, from, to))
  .join('')}`

const MESSAGE = `<bpmn:message id="news" name="${NEWS}">${extension('<zeebe:subscription correlationKey="=case"/>')}</bpmn:message>`

const SIGNAL = '<bpmn:signal id="issued" name="licence.issued"/>'

const ARCHIVING = `<bpmn:startEvent id="told"><bpmn:signalEventDefinition signalRef="issued"/></bpmn:startEvent><bpmn:endEvent id="kept"/>${flow('a0', 'told', 'kept')}`

const text = (ar: string, en: string) => ({ ar, en })

const WORKFLOW = {
  ...PACKAGE,
  title: text('رخصة تحت الاختبار', 'Licence under test'),
  agency: 'moj',
  start: { process: 'licence', channels: ['api'] },
  roles: { reviewers: text('المدققون', 'Reviewers'), deciders: text('أصحاب القرار', 'Deciders') },
  legalBasis: [{ id: 'law', title: text('قانون الاختبار', 'Law of tests'), verified: false }],
  dataAgreements: [REGISTER, ENTER, ENTERED].map((service) => ({
    service,
    purpose: text('تسجيل الطلب', 'Registration'),
    legalBasis: 'law',
  })),
}

export function licence(): PackageFiles {
  const bytes = (content: string): Uint8Array => new TextEncoder().encode(content)
  return new Map([
    ['workflow.json', bytes(JSON.stringify(WORKFLOW))],
    ['licence.bpmn', bytes(file(process(STEPS, 'licence'), MESSAGE + SIGNAL))],
    ['archive.bpmn', bytes(file(process(ARCHIVING, ARCHIVE), SIGNAL))],
  ])
}
