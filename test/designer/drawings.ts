/** Drawings to try the canvas on. */

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:acme="http://acme.example/bpmn" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" id="definitions" targetNamespace="http://masar.ps/bpmn">`

/** A start, a clerk's task and an end. */
export const SMALL = `${HEAD}
  <bpmn:process id="small" isExecutable="true">
    <bpmn:startEvent id="begun" name="قُدم الطلب · Applied" />
    <bpmn:sequenceFlow id="begun__review" sourceRef="begun" targetRef="review" />
    <bpmn:userTask id="review" name="مراجعة الطلب · Review the application" />
    <bpmn:sequenceFlow id="review__done" name="تم · done" sourceRef="review" targetRef="done" />
    <bpmn:endEvent id="done" name="انتهى · Done" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="small">
      <bpmndi:BPMNShape id="begun_di" bpmnElement="begun"><dc:Bounds x="200" y="202" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="review_di" bpmnElement="review"><dc:Bounds x="300" y="180" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="done_di" bpmnElement="done"><dc:Bounds x="500" y="202" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="begun__review_di" bpmnElement="begun__review"><di:waypoint x="236" y="220" /><di:waypoint x="300" y="220" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="review__done_di" bpmnElement="review__done"><di:waypoint x="400" y="220" /><di:waypoint x="500" y="220" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`

/** From another tool: with extensions, attributes and colours that nobody here knows. */
export const FOREIGN = `${HEAD}
  <bpmn:message id="answer" name="answer-came">
    <bpmn:extensionElements><zeebe:subscription correlationKey="=reference" /></bpmn:extensionElements>
  </bpmn:message>
  <bpmn:process id="foreign" isExecutable="true" acme:owner="الصحة">
    <bpmn:extensionElements>
      <acme:audit level="1"><acme:line no="1">كما كُتب</acme:line></acme:audit>
    </bpmn:extensionElements>
    <bpmn:startEvent id="begun" />
    <bpmn:sequenceFlow id="begun__ask" sourceRef="begun" targetRef="ask" acme:weight="3" />
    <bpmn:serviceTask id="ask" name="سؤال السجل · Ask the register" acme:cost="12.50">
      <bpmn:documentation>كما هو</bpmn:documentation>
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="masar:databus" retries="5" />
        <zeebe:ioMapping><zeebe:input source="=nationalId" target="id" /></zeebe:ioMapping>
        <acme:audit level="7"><acme:line no="2">سطر</acme:line></acme:audit>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="ask__wait" sourceRef="ask" targetRef="wait" />
    <bpmn:intermediateCatchEvent id="wait" name="الجواب · The answer">
      <bpmn:messageEventDefinition id="wait_message" messageRef="answer" />
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="wait__done" sourceRef="wait" targetRef="done" />
    <bpmn:endEvent id="done" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="foreign">
      <bpmndi:BPMNShape id="begun_di" bpmnElement="begun"><dc:Bounds x="200" y="202" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="ask_di" bpmnElement="ask" bioc:stroke="#0d4372" acme:seen="yes"><dc:Bounds x="300" y="180" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="wait_di" bpmnElement="wait"><dc:Bounds x="462" y="202" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="440" y="245" width="80" height="28" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="done_di" bpmnElement="done"><dc:Bounds x="560" y="202" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="begun__ask_di" bpmnElement="begun__ask"><di:waypoint x="236" y="220" /><di:waypoint x="300" y="220" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="ask__wait_di" bpmnElement="ask__wait"><di:waypoint x="400" y="220" /><di:waypoint x="462" y="220" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="wait__done_di" bpmnElement="wait__done"><di:waypoint x="498" y="220" /><di:waypoint x="560" y="220" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`

/** A pool of two lanes, with a sub-process and a way that parts, and another pool close below it. */
export const LANES = `${HEAD}
  <bpmn:collaboration id="both">
    <bpmn:participant id="office" name="الدائرة · Office" processRef="main" />
    <bpmn:participant id="others" name="جهة أخرى · Others" processRef="other" />
  </bpmn:collaboration>
  <bpmn:process id="main" isExecutable="true">
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="clerks" name="الموظفون · Clerks"><bpmn:flowNodeRef>begun</bpmn:flowNodeRef><bpmn:flowNodeRef>choice</bpmn:flowNodeRef><bpmn:flowNodeRef>whole</bpmn:flowNodeRef></bpmn:lane>
      <bpmn:lane id="heads" name="الرؤساء · Heads"><bpmn:flowNodeRef>decide</bpmn:flowNodeRef><bpmn:flowNodeRef>done</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="begun" />
    <bpmn:exclusiveGateway id="choice" />
    <bpmn:subProcess id="whole"><bpmn:startEvent id="in" /><bpmn:task id="inner" /><bpmn:sequenceFlow id="in__inner" sourceRef="in" targetRef="inner" /></bpmn:subProcess>
    <bpmn:userTask id="decide" />
    <bpmn:endEvent id="done" />
    <bpmn:sequenceFlow id="f1" sourceRef="begun" targetRef="choice" />
    <bpmn:sequenceFlow id="f2" sourceRef="choice" targetRef="whole" />
    <bpmn:sequenceFlow id="f3" sourceRef="choice" targetRef="decide" />
    <bpmn:sequenceFlow id="f4" sourceRef="decide" targetRef="done" />
  </bpmn:process>
  <bpmn:process id="other" isExecutable="false"><bpmn:startEvent id="asked" /></bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="both">
      <bpmndi:BPMNShape id="office_di" bpmnElement="office" isHorizontal="true"><dc:Bounds x="100" y="80" width="700" height="410" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="clerks_di" bpmnElement="clerks" isHorizontal="true"><dc:Bounds x="130" y="80" width="670" height="260" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="heads_di" bpmnElement="heads" isHorizontal="true"><dc:Bounds x="130" y="340" width="670" height="150" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="others_di" bpmnElement="others" isHorizontal="true"><dc:Bounds x="100" y="510" width="700" height="120" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="begun_di" bpmnElement="begun"><dc:Bounds x="192" y="192" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="choice_di" bpmnElement="choice" isMarkerVisible="true"><dc:Bounds x="285" y="185" width="50" height="50" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="whole_di" bpmnElement="whole" isExpanded="true"><dc:Bounds x="400" y="110" width="350" height="200" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="in_di" bpmnElement="in"><dc:Bounds x="440" y="192" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="inner_di" bpmnElement="inner"><dc:Bounds x="540" y="170" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="decide_di" bpmnElement="decide"><dc:Bounds x="400" y="375" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="done_di" bpmnElement="done"><dc:Bounds x="582" y="397" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="asked_di" bpmnElement="asked"><dc:Bounds x="192" y="552" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="in__inner_di" bpmnElement="in__inner"><di:waypoint x="476" y="210" /><di:waypoint x="540" y="210" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="f1_di" bpmnElement="f1"><di:waypoint x="228" y="210" /><di:waypoint x="285" y="210" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="f2_di" bpmnElement="f2"><di:waypoint x="335" y="210" /><di:waypoint x="400" y="210" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="f3_di" bpmnElement="f3"><di:waypoint x="310" y="235" /><di:waypoint x="310" y="415" /><di:waypoint x="400" y="415" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="f4_di" bpmnElement="f4"><di:waypoint x="500" y="415" /><di:waypoint x="582" y="415" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`
