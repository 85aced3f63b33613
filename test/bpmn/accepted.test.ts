import { expect, test } from 'vitest'
import { around, extension, findingsOf, NO_LINKS } from './drawing.ts'

const MODELER = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.36.1" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.7.0" xsi:schemaLocation="http://www.omg.org/spec/BPMN/20100524/MODEL BPMN20.xsd">
  <bpmn:process id="Process_1" name="طلب" isExecutable="true">
    <bpmn:documentation>How it goes</bpmn:documentation>
    <bpmn:extensionElements><zeebe:versionTag value="1.0" /></bpmn:extensionElements>
    <bpmn:startEvent id="StartEvent_1"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Activity_1" />
    <bpmn:serviceTask id="Activity_1" name="Send" zeebe:modelerTemplate="io.camunda.connectors.HttpJson.v2" zeebe:modelerTemplateVersion="11" zeebe:modelerTemplateIcon="data:image/svg+xml;base64,AA==">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="io.camunda:http-json:1" retries="3" />
        <zeebe:ioMapping>
          <zeebe:input source="noAuth" target="authentication.type" />
          <zeebe:input source="=&quot;https://&quot; + host" target="url" />
          <zeebe:output source="={ status: response.status }" target="result" />
        </zeebe:ioMapping>
        <zeebe:taskHeaders><zeebe:header key="retryBackoff" value="PT0S" /></zeebe:taskHeaders>
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_1</bpmn:incoming><bpmn:outgoing>Flow_2</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="Event_1"><bpmn:incoming>Flow_2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Activity_1" targetRef="Event_1" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="BPMNDiagram_1"><bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="Process_1">
    <bpmndi:BPMNShape id="StartEvent_1_di" bpmnElement="StartEvent_1" bioc:stroke="#205022" color:border-color="#205022"><dc:Bounds x="182" y="82" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Activity_1_di" bpmnElement="Activity_1"><dc:Bounds x="270" y="60" width="100" height="80" /><bpmndi:BPMNLabel /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="Flow_1_di" bpmnElement="Flow_1"><di:waypoint x="218" y="100" /><di:waypoint x="270" y="100" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`

test('a file as Camunda Modeler saves it for Camunda 8 passes unchanged', async () => {
  expect(await findingsOf(MODELER, NO_LINKS)).toEqual([])
})

test('extensions of other vendors are kept without complaint', async () => {
  const foreign = `<bpmn:manualTask id="step" acme:colour="red">${extension('<acme:cost currency="ILS">5<acme:note id="step">x</acme:note></acme:cost>')}</bpmn:manualTask>`
  expect(await findingsOf(around(foreign), NO_LINKS)).toEqual([])
})

test('another prefix for the same namespace is the same vocabulary', async () => {
  const renamed = around(
    `<bpmn:serviceTask id="step">${extension('<zeebe:taskDefinition type="x"/>')}</bpmn:serviceTask>`,
  )
    .replaceAll('bpmn:', 'b:')
    .replace('xmlns:bpmn', 'xmlns:b')
    .replaceAll('zeebe:', 'z:')
    .replace('xmlns:zeebe', 'xmlns:z')
  expect(await findingsOf(renamed, NO_LINKS)).toEqual([])
})

test('the zeebe prefix on another namespace is another vocabulary', async () => {
  const disguised = around(
    `<bpmn:serviceTask id="step">${extension('<zeebe:taskDefinition type="x"/>')}</bpmn:serviceTask>`,
  ).replace('http://camunda.org/schema/zeebe/1.0', 'https://acme.example/zeebe')
  expect((await findingsOf(disguised, NO_LINKS)).map((it) => it.rule)).toEqual(['bpmn/jobs'])
})
