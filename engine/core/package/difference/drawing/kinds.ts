/** What the shapes of a drawing are called. */
import type { Text } from '../../../text.ts'

const KINDS: Readonly<Record<string, Text>> = {
  'bpmn:Process': { ar: 'الإجراء', en: 'the procedure' },
  'bpmn:StartEvent': { ar: 'البداية', en: 'the start' },
  'bpmn:EndEvent': { ar: 'النهاية', en: 'the end' },
  'bpmn:IntermediateCatchEvent': { ar: 'الانتظار', en: 'the wait' },
  'bpmn:IntermediateThrowEvent': { ar: 'الحدث', en: 'the event' },
  'bpmn:BoundaryEvent': { ar: 'الحدث على الحافة', en: 'the event on the edge' },
  'bpmn:UserTask': { ar: 'الخطوة', en: 'the step' },
  'bpmn:ServiceTask': { ar: 'الخطوة الآلية', en: 'the automatic step' },
  'bpmn:SendTask': { ar: 'خطوة الإرسال', en: 'the sending step' },
  'bpmn:ReceiveTask': { ar: 'خطوة الاستقبال', en: 'the receiving step' },
  'bpmn:ScriptTask': { ar: 'خطوة الحساب', en: 'the computing step' },
  'bpmn:BusinessRuleTask': { ar: 'خطوة القرار', en: 'the decision step' },
  'bpmn:CallActivity': { ar: 'الإجراء المُستدعى', en: 'the called procedure' },
  'bpmn:SubProcess': { ar: 'المرحلة', en: 'the stage' },
  'bpmn:Transaction': { ar: 'المعاملة الذرية', en: 'the transaction' },
  'bpmn:AdHocSubProcess': { ar: 'المرحلة الحرة', en: 'the ad-hoc stage' },
  'bpmn:ExclusiveGateway': { ar: 'المفترق', en: 'the choice' },
  'bpmn:ParallelGateway': { ar: 'التوازي', en: 'the parallel gateway' },
  'bpmn:InclusiveGateway': { ar: 'المفترق الشامل', en: 'the inclusive choice' },
  'bpmn:ComplexGateway': { ar: 'المفترق المركب', en: 'the complex gateway' },
  'bpmn:EventBasedGateway': { ar: 'مفترق الأحداث', en: 'the choice by what happens first' },
  'bpmn:Lane': { ar: 'المسار', en: 'the lane' },
  'bpmn:DataObjectReference': { ar: 'عنصر البيانات', en: 'the data object' },
  'bpmn:DataObject': { ar: 'البيانات', en: 'the data' },
  'bpmn:DataStoreReference': { ar: 'مخزن البيانات', en: 'the data store' },
  'bpmn:TextAnnotation': { ar: 'الملاحظة', en: 'the note' },
  'bpmn:Association': { ar: 'الخط المنقط', en: 'the dotted line' },
  'bpmn:Participant': { ar: 'المشارك', en: 'the participant' },
  'bpmn:MessageFlow': { ar: 'سهم الرسالة', en: 'the message flow' },
}

const STEP: Text = { ar: 'الخطوة', en: 'the step' }

export const kindCalled = (type: string): Text => KINDS[type] ?? STEP
