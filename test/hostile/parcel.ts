/** Packages an attacker would publish: as much of one as an attack needs to say, the rest is sound. */
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'

export const ATTACKER = 'attacker'
const text = (en: string) => ({ ar: `نص ${en}`, en })
const encoder = new TextEncoder()
const bytes = (content: string | object): Uint8Array =>
  encoder.encode(typeof content === 'string' ? content : JSON.stringify(content))

export interface Attack {
  readonly id?: string
  readonly version?: string
  readonly agency?: string
  /** Elements and flows of the process "main". */
  readonly steps: string
  /** Messages and errors beside the process, and further processes. */
  readonly roots?: string
  readonly workflow?: object
  /** Other files by path. */
  readonly files?: Readonly<Record<string, string | object>>
}

export function attack({ id = 'evil.service', version = '1.0.0', agency = ATTACKER, ...rest }: Attack): PackageFiles {
  const { steps, roots = '', workflow = {}, files = {} } = rest
  const title = {
    id,
    version,
    title: text('Service'),
    agency,
    start: { process: 'main', channels: ['api'] },
    ...workflow,
  }
  return new Map(
    Object.entries({ 'workflow.json': title, 'main.bpmn': file(process(steps), roots), ...files }).map(
      ([path, content]) => [path, bytes(content)],
    ),
  )
}

/** FEEL as it stands inside an XML attribute or text. */
export const xml = (expression: string): string =>
  expression.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Elements one after the other between a start and an end, by flows "f0", "f1" ... */
export function line(...elements: readonly (readonly [id: string, drawn: string])[]): string {
  const ids = ['start', ...elements.map(([id]) => id), 'end']
  const flows = ids.slice(1).map((to, index) => flow(`f${index}`, ids[index] ?? '', to))
  return `<bpmn:startEvent id="start"/>${elements.map(([, drawn]) => drawn).join('')}<bpmn:endEvent id="end"/>${flows.join('')}`
}

/** The elements go round for ever: start -> loop -> elements -> loop. */
export function round(...elements: readonly (readonly [id: string, drawn: string])[]): string {
  const ids = ['loop', ...elements.map(([id]) => id), 'loop']
  const flows = ids.slice(1).map((to, index) => flow(`f${index}`, ids[index] ?? '', to))
  return `<bpmn:startEvent id="start"/><bpmn:exclusiveGateway id="loop"/>${flow('in', 'start', 'loop')}${elements.map(([, drawn]) => drawn).join('')}${flows.join('')}`
}

export const script = (id: string, expression: string, into = id): readonly [string, string] => [
  id,
  `<bpmn:scriptTask id="${id}">${extension(`<zeebe:script expression="${xml(expression)}" resultVariable="${into}"/>`)}</bpmn:scriptTask>`,
]

export const user = (id: string, extensions = '', inside = ''): readonly [string, string] => [
  id,
  `<bpmn:userTask id="${id}">${extension(`<zeebe:userTask/>${extensions}`)}${inside}</bpmn:userTask>`,
]

export const job = (id: string, type: string, mapping = '', more = '', inside = ''): readonly [string, string] => [
  id,
  `<bpmn:serviceTask id="${id}">${extension(`<zeebe:taskDefinition type="${xml(type)}" ${more}/>${mapping === '' ? '' : `<zeebe:ioMapping>${mapping}</zeebe:ioMapping>`}`)}${inside}</bpmn:serviceTask>`,
]

export const input = (source: string, target: string): string =>
  `<zeebe:input source="${xml(source)}" target="${target}"/>`
export const output = (source: string, target: string): string =>
  `<zeebe:output source="${xml(source)}" target="${target}"/>`

export const timerDefinition = (kind: 'timeDuration' | 'timeDate' | 'timeCycle', value: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${xml(value)}</bpmn:${kind}></bpmn:timerEventDefinition>`

export const wait = (
  id: string,
  kind: 'timeDuration' | 'timeDate' | 'timeCycle',
  value: string,
): readonly [string, string] => [
  id,
  `<bpmn:intermediateCatchEvent id="${id}">${timerDefinition(kind, value)}</bpmn:intermediateCatchEvent>`,
]

export const message = (id: string, name: string, key?: string): string =>
  `<bpmn:message id="${id}" name="${xml(name)}">${key === undefined ? '' : extension(`<zeebe:subscription correlationKey="${xml(key)}"/>`)}</bpmn:message>`

export const throwMessage = (id: string, ref: string, key: string, inputs = ''): readonly [string, string] => [
  id,
  `<bpmn:intermediateThrowEvent id="${id}">${extension(`<zeebe:properties><zeebe:property name="masar:correlationKey" value="${xml(key)}"/></zeebe:properties>${inputs === '' ? '' : `<zeebe:ioMapping>${inputs}</zeebe:ioMapping>`}`)}<bpmn:messageEventDefinition messageRef="${ref}"/></bpmn:intermediateThrowEvent>`,
]

export const each = (collection: string, more = '', sequential = false): string =>
  `<bpmn:multiInstanceLoopCharacteristics isSequential="${String(sequential)}">${extension(`<zeebe:loopCharacteristics inputCollection="${xml(collection)}" inputElement="item" ${more}/>`)}</bpmn:multiInstanceLoopCharacteristics>`
