/** What an element stands in, as far as that decides what it may be. */
import { is, type Element } from '../canvas/model.ts'

export function insideOf({ parent }: Element): { readonly isSub: boolean; readonly isEventSub: boolean } {
  const isSub = parent !== undefined && is(parent, 'bpmn:SubProcess')
  return { isSub, isEventSub: isSub && parent.businessObject.get('triggeredByEvent') === true }
}
