/** The 10-element process with three user tasks that the bench runs, once as a Masar package and once as plain BPMN. */
import type { PackageFiles } from '../../engine/core/package/files.ts'

const ELEMENTS = `
  <bpmn:startEvent id="start"/>
  <bpmn:userTask id="receive" name="Receive">EXT_TASK</bpmn:userTask>
  <bpmn:SCRIPT id="weigh" name="Weigh">EXT_SCRIPT</bpmn:SCRIPT>
  <bpmn:exclusiveGateway id="complete" default="to_review"/>
  <bpmn:userTask id="review" name="Review">EXT_TASK</bpmn:userTask>
  <bpmn:manualTask id="file" name="File"/>
  <bpmn:userTask id="decide" name="Decide">EXT_TASK</bpmn:userTask>
  <bpmn:exclusiveGateway id="merge"/>
  <bpmn:intermediateThrowEvent id="decided"/>
  <bpmn:endEvent id="end"/>
  <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="receive"/>
  <bpmn:sequenceFlow id="f2" sourceRef="receive" targetRef="weigh"/>
  <bpmn:sequenceFlow id="f3" sourceRef="weigh" targetRef="complete"/>
  <bpmn:sequenceFlow id="to_merge" sourceRef="complete" targetRef="merge">CONDITION</bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="to_review" sourceRef="complete" targetRef="review"/>
  <bpmn:sequenceFlow id="f4" sourceRef="review" targetRef="file"/>
  <bpmn:sequenceFlow id="f5" sourceRef="file" targetRef="decide"/>
  <bpmn:sequenceFlow id="f6" sourceRef="decide" targetRef="merge"/>
  <bpmn:sequenceFlow id="f7" sourceRef="merge" targetRef="decided"/>
  <bpmn:sequenceFlow id="f8" sourceRef="decided" targetRef="end"/>`

const document = (elements: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="ten_definitions" targetNamespace="urn:masar:bench">
 <bpmn:process id="ten" isExecutable="true">${elements}</bpmn:process></bpmn:definitions>`

const condition = (text: string, attributes = ''): string =>
  `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"${attributes}>${text}</bpmn:conditionExpression>`

/** Variables an application begins with. */
export const ANSWERS = {
  applicant: { name: 'ليلى خليل', nationalId: '900000001', phone: '+970590000000' },
  purpose: 'work',
  amount: 25,
  note: 'complete; the documents were seen at the counter',
}

/** Element ids of the user tasks, in order. */
export const TASKS = ['receive', 'review', 'decide'] as const

export function tenPackage(): PackageFiles {
  const task =
    '<bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="clerks"/></bpmn:extensionElements>'
  const script =
    '<bpmn:extensionElements><zeebe:script expression="=amount * 1.16" resultVariable="total"/></bpmn:extensionElements>'
  const bpmn = document(
    ELEMENTS.replaceAll('EXT_TASK', task)
      .replaceAll('SCRIPT id', 'scriptTask id')
      .replace('EXT_SCRIPT', script)
      .replace('</bpmn:SCRIPT>', '</bpmn:scriptTask>')
      .replace('CONDITION', condition('=total &gt; 1000 and purpose = "none"')),
  )
  const workflow = {
    id: 'bench.ten',
    version: '1.0.0',
    title: { ar: 'عشر خطوات', en: 'Ten steps' },
    agency: 'moj',
    start: { process: 'ten', channels: ['api'] },
    roles: { clerks: { ar: 'الموظفون', en: 'Clerks' } },
  }
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  return new Map([
    ['workflow.json', bytes(JSON.stringify(workflow))],
    ['ten.bpmn', bytes(bpmn)],
  ])
}

/** The same process for bpmn-engine: its expressions instead of FEEL, a task instead of the script. */
export function tenPlain(): string {
  return document(
    ELEMENTS.replaceAll('EXT_TASK', '')
      .replaceAll('SCRIPT id', 'task id')
      .replace('EXT_SCRIPT', '')
      .replace('</bpmn:SCRIPT>', '</bpmn:task>')
      .replace('CONDITION', condition('${environment.variables.never}')),
  )
}
