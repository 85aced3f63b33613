/**
 * A service as large as an analyst's largest: so many steps drawn in rows, with forms, a decision, conditions, mappings and
 * times. The check has nothing against it.
 */
import { blankPackage } from '../../engine/core/package/blank.ts'
import type { AgencyId } from '../../engine/core/ids.ts'

const PER_ROW = 25
const PER_FORM = 20
const APART = 160
const RULES = 20

export const LARGE_DRAWING = 'large.bpmn'

interface Step {
  readonly id: string
  readonly tag: string
  readonly size: readonly [width: number, height: number]
  readonly inside?: string
  /** The way that has a condition leads to the step so many further on. */
  readonly skips?: number
}

/** @param count steps, the arrows between them aside */
export function largeService(count: number): Readonly<Record<string, string>> {
  const about = { packageId: 'moj.large', title: { ar: 'خدمة كبيرة', en: 'Large service' }, agency: 'moj' as AgencyId }
  const page = blankPackage(about)
  const forms = Array.from({ length: Math.ceil(count / PER_FORM) }, (_, at) => [`forms/part${at}.form.json`, form(at)])
  return {
    'workflow.json': page.get('workflow.json') ?? '',
    'forms/apply.form.json': page.get('forms/apply.form.json') ?? '',
    ...Object.fromEntries(forms),
    [LARGE_DRAWING]: drawing(stepsOf(count)),
    'fee.dmn': DECISION,
  }
}

function stepsOf(count: number): readonly Step[] {
  const between = Array.from({ length: count - 2 }, (_, at) => {
    const step = KINDS[at % KINDS.length]?.(at + 1) ?? KINDS[0](at + 1)
    const { skips = 0, ...plain } = step
    return at + 1 + skips < count ? step : plain
  })
  const round = [36, 36] as const
  return [{ id: 'begun', tag: 'startEvent', size: round }, ...between, { id: 'done', tag: 'endEvent', size: round }]
}

const extended = (inside: string): string => `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`

/** In turn: a clerk decides, the way is chosen, a value is made, a fee is found, a day passes. */
const KINDS: readonly [(at: number) => Step, ...((at: number) => Step)[]] = [
  (at) => ({
    id: `step${at}`,
    tag: 'userTask',
    size: [100, 80],
    inside: extended(
      `<zeebe:userTask /><zeebe:formDefinition formId="part${Math.floor(at / PER_FORM)}" /><zeebe:assignmentDefinition candidateGroups="desk" />` +
        `<zeebe:ioMapping><zeebe:input source="=request" target="asked" /><zeebe:output source="=decision${Math.floor(at / PER_FORM)}" target="decided${at}" /></zeebe:ioMapping>`,
    ),
  }),
  (at) => ({ id: `step${at}`, tag: 'exclusiveGateway', size: [50, 50], skips: 3 }),
  (at) => ({
    id: `step${at}`,
    tag: 'scriptTask',
    size: [100, 80],
    inside: extended(`<zeebe:script expression="=string length(request) * ${at} + 1" resultVariable="value${at}" />`),
  }),
  (at) => ({
    id: `step${at}`,
    tag: 'businessRuleTask',
    size: [100, 80],
    inside: extended(
      `<zeebe:calledDecision decisionId="fee" resultVariable="fee${at}" />` +
        `<zeebe:ioMapping><zeebe:input source="=string length(request) + ${at}" target="amount" /></zeebe:ioMapping>`,
    ),
  }),
  (at) => ({
    id: `step${at}`,
    tag: 'intermediateCatchEvent',
    size: [36, 36],
    inside: `<bpmn:timerEventDefinition id="step${at}_timer"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>`,
  }),
]

interface Flow {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly condition?: string
}

function flowsOf(steps: readonly Step[]): readonly Flow[] {
  return steps.slice(0, -1).flatMap(({ id, skips }, from): readonly Flow[] => {
    const next = { id: `${id}__next`, from, to: from + 1 }
    if (skips === undefined) return [next]
    const condition = `=string length(request) &gt; ${from} and application.channel = &quot;portal&quot;`
    return [next, { id: `${id}__skips`, from, to: from + skips, condition }]
  })
}

function drawing(steps: readonly Step[]): string {
  const flows = flowsOf(steps)
  const leads = (at: number): string =>
    [
      ...flows.filter((it) => it.to === at).map((it) => `<bpmn:incoming>${it.id}</bpmn:incoming>`),
      ...flows.filter((it) => it.from === at).map((it) => `<bpmn:outgoing>${it.id}</bpmn:outgoing>`),
    ].join('')
  const drawn = steps.map(({ id, tag, skips, inside = '' }, at) => {
    const otherwise = skips === undefined ? '' : ` default="${id}__next"`
    return `<bpmn:${tag} id="${id}" name="الخطوة رقم ${at} · Step number ${at}"${otherwise}>${inside}${leads(at)}</bpmn:${tag}>`
  })
  const arrows = flows.map(({ id, from, to, condition }) => {
    const inside = condition === undefined ? '' : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`
    const name = condition === undefined ? '' : ' name="طويل · Long"'
    return `<bpmn:sequenceFlow id="${id}"${name} sourceRef="${steps[from]?.id ?? ''}" targetRef="${steps[to]?.id ?? ''}">${inside}</bpmn:sequenceFlow>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="moj">
<bpmn:process id="large" name="خدمة كبيرة · Large service" isExecutable="true">
${[...drawn, ...arrows].join('\n')}
</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="large">
${[...steps.map(shapeOf), ...flows.map((it) => edgeOf(it, steps))].join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}

const middleOf = (at: number): readonly [x: number, y: number] => [
  300 + (at % PER_ROW) * APART,
  200 + Math.floor(at / PER_ROW) * APART,
]

function shapeOf({ id, size: [width, height] }: Step, at: number): string {
  const [x, y] = middleOf(at)
  const bounds = `x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}"`
  return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds ${bounds} /></bpmndi:BPMNShape>`
}

/** Past the steps it skips, an arrow runs below them. */
function edgeOf({ id, from, to }: Flow, steps: readonly Step[]): string {
  const [[x1, y1], [x2, y2]] = [middleOf(from), middleOf(to)]
  const [begins, ends] = [steps[from]?.size[0] ?? 0, steps[to]?.size[0] ?? 0]
  const straight = [
    [x1 + begins / 2, y1],
    [x2 - ends / 2, y2],
  ] as const
  const below = [
    [x1, y1 + 25],
    [x1, y1 + 70],
    [x2, y1 + 70],
    [x2, y2 + 18],
  ] as const
  const points = (to === from + 1 ? straight : below).map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')
  return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points}</bpmndi:BPMNEdge>`
}

const form = (at: number): string =>
  `${JSON.stringify(
    {
      title: { ar: `القسم ${at}`, en: `Part ${at}` },
      schema: {
        type: 'object',
        additionalProperties: false,
        required: [`decision${at}`],
        properties: {
          [`decision${at}`]: { enum: ['accept', 'refuse'] },
          ...Object.fromEntries(
            Array.from({ length: 10 }, (_, n) => [`remark${at}x${n}`, { type: 'string', maxLength: 200 }]),
          ),
        },
      },
      texts: {
        [`/decision${at}`]: {
          label: { ar: 'القرار', en: 'Decision' },
          choices: { accept: { ar: 'قبول', en: 'Accept' }, refuse: { ar: 'رفض', en: 'Refuse' } },
        },
        ...Object.fromEntries(
          Array.from({ length: 10 }, (_, n) => [
            `/remark${at}x${n}`,
            { label: { ar: `ملاحظة ${n}`, en: `Remark ${n}` } },
          ]),
        ),
      },
    },
    undefined,
    2,
  )}\n`

const rules = Array.from({ length: RULES }, (_, at) => {
  const range = at === RULES - 1 ? `&gt;= ${at * 50}` : `[${at * 50}..${at * 50 + 50})`
  return `<rule id="rule${at}"><inputEntry id="rule${at}_in"><text>${range}</text></inputEntry><outputEntry id="rule${at}_out"><text>${at * 10}</text></outputEntry></rule>`
})

const DECISION = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="الرسوم · Fees" namespace="http://masar.ps/dmn">
<inputData id="amount" name="amount"><variable id="amount_variable" name="amount" /></inputData>
<decision id="fee" name="الرسم · Fee"><variable id="fee_variable" name="fee" />
<informationRequirement id="fee_needs_amount"><requiredInput href="#amount" /></informationRequirement>
<decisionTable id="fee_table" hitPolicy="UNIQUE">
<input id="fee_in" label="المقدار · Amount"><inputExpression id="fee_in_expression" typeRef="number"><text>amount</text></inputExpression></input>
<output id="fee_out" label="الرسم · Fee" name="fee" typeRef="number" />
${rules.join('\n')}
</decisionTable></decision>
</definitions>
`
