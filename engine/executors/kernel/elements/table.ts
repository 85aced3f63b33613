/** Every kind of element and the file that knows it. */
import type { ElementKind, ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import type { Visit } from '../visit.ts'
import { boundaryEvent } from './boundaryEvent.ts'
import { businessRuleTask } from './businessRuleTask.ts'
import { callActivity } from './callActivity.ts'
import { errorEnd } from './errorEnd.ts'
import { eventBasedGateway } from './eventBasedGateway.ts'
import { eventStart } from './eventStart.ts'
import { eventSubProcess } from './eventSubProcess.ts'
import { exclusiveGateway } from './exclusiveGateway.ts'
import { inclusiveGateway } from './inclusiveGateway.ts'
import { manualTask } from './manualTask.ts'
import { messageCatch } from './messageCatch.ts'
import { messageEnd } from './messageEnd.ts'
import { messageStart } from './messageStart.ts'
import { messageThrow } from './messageThrow.ts'
import { multiInstance } from './multiInstance.ts'
import { noneEnd } from './noneEnd.ts'
import { noneStart } from './noneStart.ts'
import { noneThrow } from './noneThrow.ts'
import { parallelGateway } from './parallelGateway.ts'
import { process } from './process.ts'
import { receiveTask } from './receiveTask.ts'
import { scriptTask } from './scriptTask.ts'
import { sendTask } from './sendTask.ts'
import { serviceTask } from './serviceTask.ts'
import { subProcess } from './subProcess.ts'
import { terminateEnd } from './terminateEnd.ts'
import { timerCatch } from './timerCatch.ts'
import { timerStart } from './timerStart.ts'
import { userTask } from './userTask.ts'

const BEHAVIOURS: { readonly [K in ElementKind]: Behaviour<ElementOf<K>> } = {
  process,
  noneStart,
  messageStart,
  timerStart,
  eventStart,
  noneEnd,
  messageEnd,
  terminateEnd,
  errorEnd,
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
  eventBasedGateway,
  subProcess,
  eventSubProcess,
  callActivity,
  boundaryEvent,
  timerCatch,
  messageCatch,
  messageThrow,
  noneThrow,
}

export const behaviour = (kind: ElementKind): Behaviour => BEHAVIOURS[kind] as Behaviour

/** Of an element instance: a multi-instance body behaves as such, whatever its element is. */
export const behaviourOf = (visit: Visit): Behaviour => (visit.isBody ? multiInstance : behaviour(visit.element.kind))
