/** The door to the BPMN model reader: the only place that knows bpmn-moddle and the zeebe vocabulary. */
import { BpmnModdle } from 'bpmn-moddle'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { isElement, type ModdleElement } from './element.ts'
import { FOREIGN_ENGINES } from './vocabulary.ts'

/** Zeebe's engine reads `zeebe:publishMessage` on message throw events; the published vocabulary does not list it. */
const PUBLISH_MESSAGE = {
  name: 'PublishMessage',
  superClass: ['Element'],
  properties: ['correlationKey', 'messageId', 'timeToLive'].map((name) => ({ name, isAttr: true, type: 'String' })),
}

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
  const vocabulary = { ...zeebe, types: [...zeebe.types, PUBLISH_MESSAGE] }
  const moddle = new BpmnModdle({ zeebe: vocabulary }, { nsMap: { ...FOREIGN_ENGINES } })
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml)
    if (!isElement(rootElement)) return { unreadable: 'no definitions' }
    return { root: rootElement, warnings: warnings.map(warningOf) }
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
}

function warningOf(warning: unknown): ModdleWarning {
  const it = typeof warning === 'object' && warning !== null ? warning : {}
  const message = 'message' in it && typeof it.message === 'string' ? it.message : 'unreadable content'
  return 'element' in it && isElement(it.element) ? { message, element: it.element } : { message }
}
