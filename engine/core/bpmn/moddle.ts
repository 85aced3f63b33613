/** The door to the BPMN model reader: the only place that knows bpmn-moddle and the vocabularies of zeebe and Camunda 7. */
import { BpmnModdle } from 'bpmn-moddle'
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' }
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { isElement, type ModdleElement } from './element.ts'
import { FOREIGN_ENGINES } from './vocabulary.ts'

/** Zeebe's engine reads `zeebe:publishMessage` on message throw events; the published vocabulary does not list it. */
const PUBLISH_MESSAGE = {
  name: 'PublishMessage',
  superClass: ['Element'],
  properties: ['correlationKey', 'messageId', 'timeToLive'].map((name) => ({ name, isAttr: true, type: 'String' })),
}

export const ZEEBE = { ...zeebe, types: [...zeebe.types, PUBLISH_MESSAGE] }

/** What the reader could not make sense of. */
export interface ModdleWarning {
  readonly message: string
  readonly element?: ModdleElement
}

export type ModdleResult =
  | { readonly root: ModdleElement; readonly warnings: readonly ModdleWarning[] }
  | { readonly unreadable: string }

/** Only for text that `scanXml` let pass. */
export async function parseBpmn(xml: string): Promise<ModdleResult> {
  const moddle = new BpmnModdle({ zeebe: ZEEBE }, { nsMap: { ...FOREIGN_ENGINES } })
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml)
    if (!isElement(rootElement)) return { unreadable: 'no definitions' }
    return { root: rootElement, warnings: warnings.map(warningOf) }
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
}

/** An element that can be changed, as an import does. */
export interface MutableElement extends ModdleElement {
  $parent?: ModdleElement
  readonly $descriptor?: {
    readonly properties: readonly { readonly ns: { readonly prefix: string; readonly localName: string } }[]
  }
  set(name: string, value: unknown): void
}

/** A drawing that another engine's vocabulary is read with as well, to be rewritten. */
export interface ForeignDrawing {
  readonly root: MutableElement
  create(type: string, values: Readonly<Record<string, unknown>>): MutableElement
  /** The whole file, with everything in it that nobody touched. */
  write(): Promise<string>
}

/** Without the names of element templates, which zeebe's vocabulary has as well; they are read as they are written. */
const CAMUNDA = { ...camunda, types: camunda.types.filter(({ name }) => name !== 'TemplateSupported') }

/** Only for text that `scanXml` let pass. */
export const parseForeign = (xml: string): Promise<ForeignDrawing | Unreadable> =>
  parseToChange(new BpmnModdle({ zeebe: ZEEBE, camunda: CAMUNDA }), xml)

/** A drawing in the words of BPMN and zeebe, to be changed and written again. */
export const parseDrawing = (xml: string): Promise<ForeignDrawing | Unreadable> =>
  parseToChange(new BpmnModdle({ zeebe: ZEEBE }), xml)

interface Unreadable {
  readonly unreadable: string
}

async function parseToChange(moddle: BpmnModdle, xml: string): Promise<ForeignDrawing | Unreadable> {
  try {
    const { rootElement } = await moddle.fromXML(xml)
    if (!isMutable(rootElement)) return { unreadable: 'no definitions' }
    return {
      root: rootElement,
      create(type, values) {
        const made = moddle.create(type, values)
        if (!isMutable(made)) throw new Error(`Expected ${type} to be an element that can be changed`)
        return made
      },
      write: async () => (await moddle.toXML(rootElement, { format: true })).xml,
    }
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
}

/** Attributes of Camunda 7 that are written on the element, without their prefix. */
export function foreignNames(element: MutableElement): readonly string[] {
  const known = element.$descriptor?.properties ?? []
  const read = known.filter(({ ns }) => ns.prefix === 'camunda' && Object.hasOwn(element, ns.localName))
  const unread = Object.keys(element.$attrs ?? {}).filter((name) => name.startsWith('camunda:'))
  return [...read.map(({ ns }) => ns.localName), ...unread.map((name) => name.slice('camunda:'.length))]
}

export const isMutable = (value: unknown): value is MutableElement => isElement(value) && 'set' in value

function warningOf(warning: unknown): ModdleWarning {
  const it = typeof warning === 'object' && warning !== null ? warning : {}
  const message = 'message' in it && typeof it.message === 'string' ? it.message : 'unreadable content'
  return 'element' in it && isElement(it.element) ? { message, element: it.element } : { message }
}
