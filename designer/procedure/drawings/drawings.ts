/** The drawings of a package: its .bpmn files, each a procedure or several, by the names their analyst gave them. */
import { RIGHT_TO_LEFT } from '../../../engine/core/package/blank.ts'
import { inXml } from '../../../engine/core/xml-text.ts'
import type { DraftFiles } from '../../../engine/core/package/file-changes.ts'
import type { Flow } from '../flow/direction.ts'

export const drawingsOf = (files: DraftFiles): readonly string[] =>
  [...files.keys()].filter((path) => path.endsWith('.bpmn')).sort()

export const nameOf = (path: string): string => path.replace(/\.bpmn$/, '')

export type NameFault = 'empty' | 'letters' | 'taken'

/** A drawing may be called by Latin letters, digits, dots and hyphens: it becomes the name of a file. */
export function nameFault(name: string, files: DraftFiles, own?: string): NameFault | undefined {
  if (name.trim() === '') return 'empty'
  if (!/^[a-z][a-z0-9.-]{0,60}$/.test(name.trim())) return 'letters'
  const path = `${name.trim()}.bpmn`
  return path !== own && files.has(path) ? 'taken' : undefined
}

/** The procedure an application begins with, as workflow.json has it. */
function beginning(files: DraftFiles): string | undefined {
  try {
    const workflow: unknown = JSON.parse(files.get('workflow.json') ?? '')
    const start = isRecord(workflow) ? workflow['start'] : undefined
    const process = isRecord(start) ? start['process'] : undefined
    return typeof process === 'string' && process !== '' ? process : undefined
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const PROCESS = /<(?:[\w-]+:)?process\s[^>]*?\bid="([^"]*)"/g

const holds = (xml = '', process: string): boolean => [...xml.matchAll(PROCESS)].some(([, id]) => id === process)

/** The drawing to open first: that of the procedure an application begins with. */
export function firstDrawing(files: DraftFiles): string | undefined {
  const process = beginning(files)
  const all = drawingsOf(files)
  return all.find((path) => process !== undefined && holds(files.get(path), process)) ?? all[0]
}

/** The procedure of a new drawing is the one an application begins with, while no drawing has it; else it is called like its file. */
export function newProcess(name: string, files: DraftFiles): string {
  const process = beginning(files)
  const isDrawn = drawingsOf(files).some((path) => process !== undefined && holds(files.get(path), process))
  return process === undefined || isDrawn ? name : process
}

/** A new drawing with one start, at the side its procedure begins at. */
export function newDrawing(id: string, name: string, flow: Flow): string {
  const x = flow === 'rtl' ? 760 : 180
  const direction = flow === 'rtl' ? RIGHT_TO_LEFT : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="${inXml(id)}.definitions" targetNamespace="http://masar.ps/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
  <bpmn:process id="${inXml(id)}" name="${inXml(name)}" isExecutable="true">${direction}
    <bpmn:startEvent id="start" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${inXml(id)}.diagram">
    <bpmndi:BPMNPlane id="${inXml(id)}.plane" bpmnElement="${inXml(id)}">
      <bpmndi:BPMNShape id="start.shape" bpmnElement="start">
        <dc:Bounds x="${x}" y="180" width="36" height="36" />
      </bpmndi:BPMNShape>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}
