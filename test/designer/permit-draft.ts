/** A small service being written: an application, a clerk's task and a step that does nothing yet, drawn as an analyst draws. */
import { inBothLanguages } from '../../engine/core/bilingual.ts'
import type { Text } from '../../engine/core/text.ts'

const text = (ar: string, en: string): Text => ({ ar, en })

export const WORKFLOW = {
  id: 'moj.permit',
  version: '1.0.0',
  title: text('تصريح', 'Permit'),
  agency: 'moj',
  start: { process: 'permit', form: 'apply', channels: ['portal'] },
  roles: { clerks: text('موظفو التصاريح', 'Permit clerks'), heads: text('رؤساء الأقسام', 'Heads of section') },
  legalBasis: [{ id: 'law', title: text('قانون التصاريح', 'Law on permits'), verified: false }],
  deadlines: [
    {
      id: 'decision',
      title: text('البت في الطلب', 'Decision on the application'),
      duration: 'P5WD',
      statutory: true,
      verified: false,
    },
  ],
}

const form = (title: Text, name: string, label: Text): string =>
  JSON.stringify(
    {
      title,
      schema: { type: 'object', required: [name], properties: { [name]: { type: 'string', maxLength: 100 } } },
      texts: { [`/${name}`]: { label } },
    },
    undefined,
    2,
  )

interface Step {
  readonly id: string
  readonly tag: string
  readonly name: Text
  readonly x: number
  readonly size: readonly [width: number, height: number]
  readonly inside?: string
}

const ROUND = [36, 36] as const
const BOX = [100, 80] as const

const STEPS: readonly Step[] = [
  { id: 'applied', tag: 'startEvent', name: text('قُدّم الطلب', 'Applied'), x: 160, size: ROUND },
  { id: 'review', tag: 'userTask', name: text('دراسة الطلب', 'Review'), x: 260, size: BOX },
  { id: 'lookup', tag: 'task', name: text('', ''), x: 420, size: BOX },
  {
    id: 'wait',
    tag: 'intermediateCatchEvent',
    name: text('انتظار', 'Wait'),
    x: 580,
    size: ROUND,
    inside:
      '<bpmn:timerEventDefinition id="wait_timer"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>',
  },
  { id: 'done', tag: 'endEvent', name: text('انتهى', 'Done'), x: 680, size: ROUND },
]

const MIDDLE = 200

function drawing(): string {
  const flows = STEPS.slice(1).map((to, at) => ({ id: `f${at + 1}`, from: STEPS[at] ?? to, to }))
  const steps = STEPS.map(({ id, tag, name, inside = '' }) => {
    const ways = flows
      .flatMap((it) => [
        it.to.id === id ? `<bpmn:incoming>${it.id}</bpmn:incoming>` : '',
        it.from.id === id ? `<bpmn:outgoing>${it.id}</bpmn:outgoing>` : '',
      ])
      .toSorted((a, b) => (a < b ? -1 : 1))
      .join('')
    return `<bpmn:${tag} id="${id}"${name.ar === '' ? '' : ` name="${inBothLanguages(name)}"`}>${ways}${inside}</bpmn:${tag}>`
  })
  const shapes = STEPS.map(({ id, x, size: [width, height] }) => {
    const bounds = `x="${x}" y="${MIDDLE - height / 2}" width="${width}" height="${height}"`
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds ${bounds}/></bpmndi:BPMNShape>`
  })
  const edges = flows.map(({ id, from, to }) => {
    const points = [from.x + from.size[0], to.x].map((x) => `<di:waypoint x="${x}" y="${MIDDLE}"/>`).join('')
    return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points}</bpmndi:BPMNEdge>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="moj">
<bpmn:process id="permit" name="تصريح · Permit" isExecutable="true">
${steps.join('\n')}
${flows.map(({ id, from, to }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from.id}" targetRef="${to.id}"/>`).join('\n')}
</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="permit">
${[...shapes, ...edges].join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}

export const PERMIT_DRAFT: Readonly<Record<string, string>> = {
  'workflow.json': `${JSON.stringify(WORKFLOW, undefined, 2)}\n`,
  'permit.bpmn': drawing(),
  'forms/apply.form.json': form(text('طلب تصريح', 'Application for a permit'), 'purpose', text('الغرض', 'Purpose')),
  'forms/review.form.json': form(text('دراسة الطلب', 'Review'), 'remark', text('ملاحظة', 'Remark')),
}
