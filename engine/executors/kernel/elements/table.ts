/** Every kind of element and the file that knows it. */
import type { ElementKind, ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { loopBehaviour } from '../loops/table.ts'
import { undoing } from '../compensation/undoing.ts'
import type { Visit } from '../visit.ts'
import { adHocSubProcess } from './adHocSubProcess.ts'
import { boundaryEvent } from './boundaryEvent.ts'
import { businessRuleTask } from './businessRuleTask.ts'
import { callActivity } from './callActivity.ts'
import { catchEvent } from './catchEvent.ts'
import { complexGateway } from './complexGateway.ts'
import { endEvent } from './endEvent.ts'
import { eventBasedGateway } from './eventBasedGateway.ts'
import { eventStart } from './eventStart.ts'
import { eventSubProcess } from './eventSubProcess.ts'
import { exclusiveGateway } from './exclusiveGateway.ts'
import { inclusiveGateway } from './inclusiveGateway.ts'
import { manualTask } from './manualTask.ts'
import { parallelGateway } from './parallelGateway.ts'
import { process } from './process.ts'
import { receiveTask } from './receiveTask.ts'
import { scriptTask } from './scriptTask.ts'
import { sendTask } from './sendTask.ts'
import { serviceTask } from './serviceTask.ts'
import { startEvent } from './startEvent.ts'
import { subProcess } from './subProcess.ts'
import { throwEvent } from './throwEvent.ts'
import { transaction } from './transaction.ts'
import { userTask } from './userTask.ts'

const BEHAVIOURS: { readonly [K in ElementKind]: Behaviour<ElementOf<K>> } = {
  process,
  startEvent,
  eventStart,
  endEvent,
  userTask,
  serviceTask,
  sendTask,
  receiveTask,
  scriptTask,
  businessRuleTask,
  manualTask,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  complexGateway,
  eventBasedGateway,
  subProcess,
  transaction,
  adHocSubProcess,
  eventSubProcess,
  callActivity,
  boundaryEvent,
  catchEvent,
  throwEvent,
}

export const behaviour = (kind: ElementKind): Behaviour => BEHAVIOURS[kind] as Behaviour

/** Of an element instance: the body of a loop, and one that is being undone, behave as such whatever their element is. */
export function behaviourOf(visit: Visit): Behaviour {
  if (visit.isUndoing) return undoing
  return visit.isBody && visit.element.loop ? loopBehaviour(visit.element.loop).body : behaviour(visit.element.kind)
}
