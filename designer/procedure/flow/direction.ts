/** Which way a procedure runs on the page: from left to right, or from right to left as Arabic reads. */
import { FLOW_PROPERTY, type Flow } from '../../../engine/core/drawing/turned.ts'
import { is, type Element, type Meaning, type Registry } from '../canvas/model.ts'

export { FLOW_PROPERTY, type Flow }

/** What the analyst chose for the drawing; where nobody did, the way most of its arrows go. */
export function flowOf(root: Element, registry: Registry): Flow {
  return chosenFlow(root) ?? drawnFlow(registry.getAll())
}

export function chosenFlow(root: Element): Flow | undefined {
  for (const process of processesOf(root)) {
    const value = flowProperty(process)?.get('value')
    if (value === 'rtl' || value === 'ltr') return value
  }
  return undefined
}

export function drawnFlow(elements: readonly Element[]): Flow {
  let leftward = 0
  let rightward = 0
  for (const { type, waypoints } of elements) {
    const [first, last] = [waypoints?.[0], waypoints?.at(-1)]
    if (type !== 'bpmn:SequenceFlow' || !first || !last) continue
    if (last.x < first.x) leftward++
    if (last.x > first.x) rightward++
  }
  return leftward > rightward ? 'rtl' : 'ltr'
}

/** The process drawn, or those of the pools. */
export function processesOf({ businessObject }: Element): readonly Meaning[] {
  if (businessObject.$instanceOf('bpmn:Collaboration'))
    return listOf(businessObject.get('participants')).flatMap((pool) => {
      const process = pool.get('processRef')
      return isMeaning(process) ? [process] : []
    })
  return businessObject.$instanceOf('bpmn:Process') ? [businessObject] : []
}

export function propertiesOf(process: Meaning): Meaning | undefined {
  const extensions = process.get('extensionElements')
  if (!isMeaning(extensions)) return undefined
  return listOf(extensions.get('values')).find((it) => it.$type === 'zeebe:Properties')
}

export function flowProperty(process: Meaning): Meaning | undefined {
  return listOf(propertiesOf(process)?.get('properties')).find((it) => it.get('name') === FLOW_PROPERTY)
}

export const isMeaning = (value: unknown): value is Meaning =>
  typeof value === 'object' && value !== null && '$type' in value
export const listOf = (value: unknown): readonly Meaning[] => (Array.isArray(value) ? value.filter(isMeaning) : [])

/** The top of what the element is drawn in. */
export function rootOf(element: Element): Element {
  let at = element
  while (at.parent !== undefined) at = at.parent
  return at
}

export const isPool = (element: Element): boolean => is(element, 'bpmn:Participant')
