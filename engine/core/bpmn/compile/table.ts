/** Which step of a drawing becomes which element of a program. */
import type { Node } from '../diagram.ts'
import type { FlowNodeType } from '../vocabulary.ts'
import { boundaryEvent, endEvent, intermediateCatchEvent, intermediateThrowEvent, startEvent } from './event.ts'
import { complexGateway, eventBasedGateway, exclusiveGateway, inclusiveGateway, parallelGateway } from './gateway.ts'
import type { Compiling, Kind } from './kind.ts'
import { adHocSubProcess, callActivity, process, subProcess, transaction } from './scope.ts'
import { businessRuleTask, manualTask, receiveTask, scriptTask, sendTask, serviceTask, userTask } from './task.ts'

export const COMPILERS: Readonly<Record<FlowNodeType | 'bpmn:Process', (node: Node, compiling: Compiling) => Kind>> = {
  'bpmn:Process': process,
  'bpmn:StartEvent': startEvent,
  'bpmn:EndEvent': endEvent,
  'bpmn:IntermediateCatchEvent': intermediateCatchEvent,
  'bpmn:IntermediateThrowEvent': intermediateThrowEvent,
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:Task': manualTask,
  'bpmn:ManualTask': manualTask,
  'bpmn:UserTask': userTask,
  'bpmn:ServiceTask': serviceTask,
  'bpmn:SendTask': sendTask,
  'bpmn:ReceiveTask': receiveTask,
  'bpmn:ScriptTask': scriptTask,
  'bpmn:BusinessRuleTask': businessRuleTask,
  'bpmn:SubProcess': subProcess,
  'bpmn:Transaction': transaction,
  'bpmn:AdHocSubProcess': adHocSubProcess,
  'bpmn:CallActivity': callActivity,
  'bpmn:ExclusiveGateway': exclusiveGateway,
  'bpmn:ParallelGateway': parallelGateway,
  'bpmn:InclusiveGateway': inclusiveGateway,
  'bpmn:ComplexGateway': complexGateway,
  'bpmn:EventBasedGateway': eventBasedGateway,
}
