/** One drawing with every kind of element there is, as a modeller for Camunda 8 would write it. */
import { extension, file, flow, process } from './drawing.ts'

const mapping = (inner: string) => `<zeebe:ioMapping>${inner}</zeebe:ioMapping>`
const timer = (kind: string, text: string) =>
  `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${text}</bpmn:${kind}></bpmn:timerEventDefinition>`

const STEPS = `
<bpmn:startEvent id="start" name="تقديم"/>
<bpmn:startEvent id="by_message"><bpmn:messageEventDefinition messageRef="m_start"/></bpmn:startEvent>
<bpmn:startEvent id="by_timer">${timer('timeCycle', 'R/P1D')}</bpmn:startEvent>
<bpmn:exclusiveGateway id="split" default="to_service"/>
<bpmn:userTask id="review" name="مراجعة">${extension(`
  <zeebe:userTask/><zeebe:formDefinition formId="review" bindingType="deployment"/>
  <zeebe:assignmentDefinition assignee="=clerk" candidateGroups="clerks, supervisors"/>
  <zeebe:taskSchedule dueDate="P3WD" followUpDate="=now()"/><zeebe:priorityDefinition priority="70"/>
  <zeebe:properties><zeebe:property name="masar:fourEyes" value="confirm"/><zeebe:property name="note" value="x"/></zeebe:properties>
  ${mapping('<zeebe:input source="=amount * 2" target="fee.amount"/><zeebe:input source="plain" target="kind"/><zeebe:output source="=decision" target="decision"/>')}`)}
</bpmn:userTask>
<bpmn:boundaryEvent id="late" attachedToRef="review" cancelActivity="false">${timer('timeCycle', 'R3/PT1H')}</bpmn:boundaryEvent>
<bpmn:boundaryEvent id="withdrawn" attachedToRef="review"><bpmn:messageEventDefinition messageRef="m_withdraw"/></bpmn:boundaryEvent>
<bpmn:userTask id="confirm">${extension('<zeebe:assignmentDefinition candidateGroups="supervisors"/>')}</bpmn:userTask>
<bpmn:serviceTask id="lookup">${extension(`
  <zeebe:taskDefinition type="masar:databus" retries="5"/>
  <zeebe:taskHeaders><zeebe:header key="operation" value="get"/></zeebe:taskHeaders>
  ${mapping('<zeebe:input source="PS/GOV/MOI/civil-registry/getPerson" target="service"/>')}`)}
</bpmn:serviceTask>
<bpmn:boundaryEvent id="not_found" attachedToRef="lookup"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>
<bpmn:boundaryEvent id="any_error" attachedToRef="lookup">${extension('<zeebe:properties><zeebe:property name="masar:errorCodeVariable" value="code"/></zeebe:properties>')}<bpmn:errorEventDefinition/></bpmn:boundaryEvent>
<bpmn:scriptTask id="compute">${extension('<zeebe:script expression="=1 + 1" resultVariable="two"/>')}</bpmn:scriptTask>
<bpmn:businessRuleTask id="rule">${extension('<zeebe:calledDecision decisionId="fee" resultVariable="fee"/>')}</bpmn:businessRuleTask>
<bpmn:businessRuleTask id="rule_job">${extension('<zeebe:taskDefinition type="rules"/>')}</bpmn:businessRuleTask>
<bpmn:sendTask id="send" messageRef="m_paid">${extension('<zeebe:publishMessage correlationKey="=reference" messageId="once" timeToLive="PT2H"/>')}</bpmn:sendTask>
<bpmn:receiveTask id="receive" messageRef="m_paid"/>
<bpmn:manualTask id="manual"/>
<bpmn:task id="abstract"/>
<bpmn:parallelGateway id="fork"/>
<bpmn:inclusiveGateway id="some"/>
<bpmn:eventBasedGateway id="first"/>
<bpmn:intermediateCatchEvent id="paid"><bpmn:messageEventDefinition messageRef="m_paid"/></bpmn:intermediateCatchEvent>
<bpmn:intermediateCatchEvent id="waited">${timer('timeDuration', 'PT1H')}</bpmn:intermediateCatchEvent>
<bpmn:intermediateThrowEvent id="milestone"/>
<bpmn:intermediateThrowEvent id="tell">${extension('<zeebe:properties><zeebe:property name="masar:correlationKey" value="=reference"/></zeebe:properties>')}<bpmn:messageEventDefinition messageRef="m_paid"/></bpmn:intermediateThrowEvent>
<bpmn:subProcess id="each"><bpmn:multiInstanceLoopCharacteristics isSequential="true">${extension('<zeebe:loopCharacteristics inputCollection="=founders" inputElement="founder" outputCollection="checks" outputElement="=check"/>')}<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=numberOfCompletedInstances = 2</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>
  <bpmn:startEvent id="each_start"/><bpmn:endEvent id="each_end"><bpmn:errorEventDefinition errorRef="e"/></bpmn:endEvent>${flow('each_flow', 'each_start', 'each_end')}
</bpmn:subProcess>
<bpmn:callActivity id="call">${extension('<zeebe:calledElement processId="helper" propagateAllChildVariables="false"/>')}</bpmn:callActivity>
<bpmn:subProcess id="revoked" triggeredByEvent="true">
  <bpmn:startEvent id="revoke" isInterrupting="false"><bpmn:messageEventDefinition messageRef="m_paid"/></bpmn:startEvent><bpmn:endEvent id="revoked_end"/>${flow('revoked_flow', 'revoke', 'revoked_end')}
</bpmn:subProcess>
<bpmn:endEvent id="done"/>
<bpmn:endEvent id="stop"><bpmn:terminateEventDefinition/></bpmn:endEvent>
<bpmn:endEvent id="told">${extension('<zeebe:taskDefinition type="mail"/>')}<bpmn:messageEventDefinition messageRef="m_paid"/></bpmn:endEvent>
<bpmn:dataObjectReference id="data" dataObjectRef="object"/><bpmn:dataObject id="object"/>
<bpmn:textAnnotation id="note"><bpmn:text>ملاحظة</bpmn:text></bpmn:textAnnotation>
<bpmn:association id="noted" sourceRef="review" targetRef="note"/>`

const FLOWS = [
  flow('s1', 'start', 'split'),
  flow('s2', 'by_message', 'split'),
  flow('s3', 'by_timer', 'split'),
  flow('to_review', 'split', 'review', '=amount &gt; 100'),
  flow('to_service', 'split', 'lookup'),
  flow('r1', 'review', 'confirm'),
  flow('r2', 'late', 'milestone'),
  flow('r3', 'withdrawn', 'stop'),
  flow('r4', 'confirm', 'compute'),
  flow('l1', 'lookup', 'compute'),
  flow('l2', 'not_found', 'manual'),
  flow('l3', 'any_error', 'abstract'),
  flow('c1', 'compute', 'rule'),
  flow('c2', 'rule', 'rule_job'),
  flow('c3', 'rule_job', 'fork'),
  flow('k1', 'fork', 'send'),
  flow('k2', 'fork', 'receive'),
  flow('k3', 'send', 'some'),
  flow('k4', 'receive', 'some'),
  flow('i1', 'some', 'first', '=a'),
  flow('i2', 'some', 'each', '=b'),
  flow('e1', 'first', 'paid'),
  flow('e2', 'first', 'waited'),
  flow('e3', 'paid', 'tell'),
  flow('e4', 'waited', 'call'),
  flow('t1', 'tell', 'told'),
  flow('t2', 'call', 'done'),
  flow('t3', 'each', 'done'),
  flow('t4', 'milestone', 'done'),
].join('')

const ROOTS = `
<bpmn:message id="m_start" name="application.received"/>
<bpmn:message id="m_withdraw" name="application.withdrawn">${extension('<zeebe:subscription correlationKey="=reference"/>')}</bpmn:message>
<bpmn:message id="m_paid" name="payment.done">${extension('<zeebe:subscription correlationKey="=reference"/>')}</bpmn:message>
<bpmn:error id="e" errorCode="NOT_FOUND"/>
<bpmn:collaboration id="pools"><bpmn:participant id="us" processRef="main"/><bpmn:participant id="them" processRef="partner"/>
  <bpmn:messageFlow id="mf" sourceRef="tell" targetRef="them"/></bpmn:collaboration>`

const LANES =
  '<bpmn:laneSet id="lanes"><bpmn:lane id="clerk_lane" name="Clerk"><bpmn:flowNodeRef>review</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>'
const HELPER = process(
  `<bpmn:startEvent id="h_start"/><bpmn:endEvent id="h_end"/>${flow('h_flow', 'h_start', 'h_end')}`,
  'helper',
)
const PARTNER = process('<bpmn:task id="their_own"/>', 'partner', 'isExecutable="false"')

export const richXml: string = file(
  process(`${LANES}${STEPS}${FLOWS}`, 'main', 'isExecutable="true" name="خدمة"') + HELPER + PARTNER,
  ROOTS,
)
