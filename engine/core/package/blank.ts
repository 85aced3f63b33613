/**
 * The package an analyst begins with: a citizen applies, a clerk looks at it, and it is over. It is drawn, it passes the
 * check once it is named in both languages, and everything in it is there to be changed.
 */
import { inBothLanguages } from '../bilingual.ts'
import type { Flow } from '../drawing/turned.ts'
import type { AgencyId } from '../ids.ts'
import type { Text } from '../text.ts'
import { inXml } from '../xml-text.ts'
import { jsonText } from './title-page.ts'

export interface NewPackage {
  readonly packageId: string
  /** A language that is not known yet is empty, and the check asks for it. */
  readonly title: Text
  readonly agency: AgencyId
  /** Which way the drawing runs; left to right unless said. */
  readonly flow?: Flow
}

export const FIRST_VERSION = '0.1.0'

export function blankPackage({ packageId, title, agency, flow = 'ltr' }: NewPackage): ReadonlyMap<string, string> {
  const process = lastWord(packageId)
  return new Map([
    ['workflow.json', jsonText(titlePage({ packageId, title, agency }, process))],
    [`${process}.bpmn`, drawing(process, title, flow)],
    ['forms/apply.form.json', jsonText(FORM)],
  ])
}

/** "craft-licence" of "municipality.craft-licence"; what the procedure and its file are called. */
export const lastWord = (packageId: string): string => packageId.split('.').at(-1) ?? packageId

const DESK: Text = { ar: 'موظفو الخدمة', en: 'Service desk' }

export const titlePage = ({ packageId, title, agency }: NewPackage, process: string): object => ({
  id: packageId,
  version: FIRST_VERSION,
  title,
  agency,
  start: { process, form: 'apply', channels: ['portal', 'counter'] },
  roles: { desk: DESK },
})

const FORM = {
  title: { ar: 'الطلب', en: 'Application' },
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    required: ['request'],
    properties: { request: { type: 'string', minLength: 1, maxLength: 1000 } },
  },
  ui: {
    type: 'VerticalLayout',
    elements: [{ type: 'Control', scope: '#/properties/request', options: { multi: true } }],
  },
  texts: { '/request': { label: { ar: 'ما الذي تطلبه؟', en: 'What do you apply for?' } } },
}

const APPLIED = inBothLanguages({ ar: 'قُدّم الطلب', en: 'Applied' })
const REVIEW = inBothLanguages({ ar: 'دراسة الطلب', en: 'Review the application' })
const DONE = inBothLanguages({ ar: 'انتهى الطلب', en: 'Done' })

/** A name in one language stands alone: the other one is still to be written. */
const nameOf = (title: Text): string => [title.ar, title.en].filter((text) => text.trim() !== '').join(' · ')

/** The middle of the drawing, around which it is turned for readers of Arabic. */
const AXIS = 330

/** Of a procedure that runs from right to left, as a drawing says it. */
export const RIGHT_TO_LEFT = `
    <bpmn:extensionElements>
      <zeebe:properties>
        <zeebe:property name="masar:flow" value="rtl" />
      </zeebe:properties>
    </bpmn:extensionElements>`

function drawing(process: string, title: Text, flow: Flow): string {
  const at = (x: number, width = 0): number => (flow === 'rtl' ? 2 * AXIS - x - width : x)
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions_1" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="${process}" name="${inXml(nameOf(title))}" isExecutable="true">${flow === 'rtl' ? RIGHT_TO_LEFT : ''}
    <bpmn:startEvent id="start_applied" name="${APPLIED}">
      <bpmn:outgoing>flow_to_review</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="task_review" name="${REVIEW}">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateGroups="desk" />
      </bpmn:extensionElements>
      <bpmn:incoming>flow_to_review</bpmn:incoming>
      <bpmn:outgoing>flow_to_done</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="end_done" name="${DONE}">
      <bpmn:incoming>flow_to_done</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="flow_to_review" sourceRef="start_applied" targetRef="task_review" />
    <bpmn:sequenceFlow id="flow_to_done" sourceRef="task_review" targetRef="end_done" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram_1">
    <bpmndi:BPMNPlane id="plane_1" bpmnElement="${process}">
      <bpmndi:BPMNShape id="start_applied_di" bpmnElement="start_applied">
        <dc:Bounds x="${at(172, 36)}" y="152" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="${at(145, 90)}" y="195" width="90" height="27" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="task_review_di" bpmnElement="task_review">
        <dc:Bounds x="${at(280, 100)}" y="130" width="100" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end_done_di" bpmnElement="end_done">
        <dc:Bounds x="${at(452, 36)}" y="152" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="${at(425, 90)}" y="195" width="90" height="27" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="flow_to_review_di" bpmnElement="flow_to_review">
        <di:waypoint x="${at(208)}" y="170" />
        <di:waypoint x="${at(280)}" y="170" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow_to_done_di" bpmnElement="flow_to_done">
        <di:waypoint x="${at(380)}" y="170" />
        <di:waypoint x="${at(452)}" y="170" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}
