/** Small drawings for tests: as much XML as a test needs to say, the rest is here. */
import { checkDiagram } from '../../engine/core/bpmn/check.ts'
import type { Links } from '../../engine/core/bpmn/links.ts'
import { readBpmn } from '../../engine/core/bpmn/read.ts'
import { programKey } from '../../engine/core/ids.ts'
import type { Finding } from '../../engine/core/problem.ts'

const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
  'xmlns:acme="https://acme.example/bpmn"',
].join(' ')

/** @param roots messages, errors and whatever else stands beside the process */
export const file = (processes: string, roots = '', attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions ${NAMESPACES} id="definitions" targetNamespace="test" ${attributes}>\n${processes}\n${roots}\n</bpmn:definitions>`

export const process = (body: string, id = 'main', attributes = 'isExecutable="true"'): string =>
  `<bpmn:process id="${id}" ${attributes}>\n${body}\n</bpmn:process>`

export const flow = (id: string, from: string, to: string, condition?: string): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>\n`

export const extension = (inner: string): string => `<bpmn:extensionElements>${inner}</bpmn:extensionElements>`

/** start -> `step` (whose id is "step") -> end, plus what else is drawn in the process. */
export const around = (step: string, beside = '', roots = ''): string =>
  file(
    process(
      `<bpmn:startEvent id="start"/>${step}<bpmn:endEvent id="end"/>${flow('f1', 'start', 'step')}${flow('f2', 'step', 'end')}${beside}`,
    ),
    roots,
  )

export const NO_LINKS: Links = {
  key: (processId) => programKey('test.package', '1.0.0', processId),
  processes: new Map(),
  forms: new Set(),
  open: false,
  unread: false,
  decisions: new Map(),
  roles: new Set(),
  deadlines: new Set(),
  templates: new Set(),
  services: new Set(),
}

/** All findings of a file, of reading and of the rules. */
export async function findingsOf(xml: string, links?: Links): Promise<readonly Finding[]> {
  const read = await readBpmn('test.bpmn', xml)
  return read.ok ? checkDiagram(read.diagram, links) : read.findings
}

/** "rule @ place" of each error. */
export async function errorsOf(xml: string, links?: Links): Promise<readonly string[]> {
  const findings = await findingsOf(xml, links)
  return findings.filter((it) => it.severity === 'error').map((it) => `${it.rule} @ ${it.place ?? ''}`)
}
