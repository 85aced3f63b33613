/** A small sound package, and the ways in which a test spoils it. */
import {
  checkPackage,
  type CheckedPackage,
  type PackageCheck,
  type Surroundings,
} from '../../engine/core/package/package.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'

export const text = (en: string) => ({ ar: `نص ${en}`, en })

export const WORKFLOW = {
  id: 'test.permit',
  version: '1.0.0',
  title: text('Permit'),
  agency: 'test',
  start: { process: 'permit', form: 'apply', channels: ['portal'] },
  roles: { clerks: text('Clerks') },
  legalBasis: [{ id: 'law', title: text('Law 1'), verified: false }],
  dataAgreements: [{ service: 'PS/GOV/MOI/civil-registry/getPerson', purpose: text('Identity'), legalBasis: 'law' }],
  fees: [{ id: 'fee', title: text('Fee'), decision: 'fee', legalBasis: 'law', verified: false }],
  deadlines: [{ id: 'answer', title: text('Answer'), duration: 'P3WD', verified: false }],
  retention: [{ what: text('Application'), duration: 'P5Y', verified: false }],
  calendar: { timeZone: 'Asia/Hebron', workingDays: [7, 1, 2, 3, 4], holidays: ['2026-11-15'] },
  policy: { straightThrough: false },
  texts: { refused: text('Refused') },
}

export const FORM = {
  title: text('Application'),
  schema: {
    type: 'object',
    required: ['purpose'],
    additionalProperties: false,
    properties: {
      purpose: { type: 'string', enum: ['work', 'study'] },
      person: { $ref: '#/$defs/person' },
    },
    $defs: { person: { type: 'object', properties: { nationalId: { type: 'string', pattern: '^[0-9]{9}$' } } } },
  },
  ui: {
    type: 'VerticalLayout',
    elements: [
      { type: 'Control', scope: '#/properties/purpose' },
      {
        type: 'Control',
        scope: '#/properties/person/properties/nationalId',
        rule: { effect: 'SHOW', condition: '=purpose = "work"' },
      },
    ],
  },
  texts: {
    '/purpose': { label: text('Purpose'), choices: { work: text('Work'), study: text('Study') } },
    '/person': { label: text('Person') },
    '/person/nationalId': { label: text('National id'), hint: text('Nine digits') },
  },
}

export const STEPS = `<bpmn:startEvent id="start"/>
<bpmn:serviceTask id="lookup">${extension('<zeebe:taskDefinition type="masar:databus"/><zeebe:ioMapping><zeebe:input source="PS/GOV/MOI/civil-registry/getPerson" target="service"/></zeebe:ioMapping>')}</bpmn:serviceTask>
<bpmn:businessRuleTask id="fee_rule">${extension('<zeebe:calledDecision decisionId="fee" resultVariable="fee"/>')}</bpmn:businessRuleTask>
<bpmn:userTask id="review">${extension('<zeebe:userTask/><zeebe:formDefinition formId="apply"/><zeebe:assignmentDefinition candidateGroups="clerks"/>')}</bpmn:userTask>
<bpmn:serviceTask id="print">${extension('<zeebe:taskDefinition type="masar:document"/><zeebe:taskHeaders><zeebe:header key="template" value="permit"/></zeebe:taskHeaders><zeebe:ioMapping><zeebe:input source="={name: purpose}" target="data"/></zeebe:ioMapping>')}</bpmn:serviceTask>
<bpmn:endEvent id="end"/>
${flow('f1', 'start', 'lookup')}${flow('f2', 'lookup', 'fee_rule')}${flow('f3', 'fee_rule', 'review')}${flow('f4', 'review', 'print')}${flow('f5', 'print', 'end')}`

/** The steps, and behind them a choice by a condition. @param more steps beside them */
export const drawn = (condition: string, more = '') =>
  file(
    process(
      `${STEPS.replace(flow('f5', 'print', 'end'), '')}
<bpmn:exclusiveGateway id="choice" default="no"/><bpmn:endEvent id="other"/>${more}
${flow('f5', 'print', 'choice')}${flow('no', 'choice', 'end')}
<bpmn:sequenceFlow id="yes" sourceRef="choice" targetRef="other"><bpmn:conditionExpression>${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      'permit',
    ),
  )

export const DMN = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="Fees" namespace="test">
  <decision id="fee" name="Fee"><variable name="Fee"/><literalExpression><text>25</text></literalExpression></decision>
</definitions>`

const encoder = new TextEncoder()
export const bytes = (content: string | object): Uint8Array =>
  encoder.encode(typeof content === 'string' ? content : JSON.stringify(content))

/** @param changed content by path; null takes a file away */
export function parcel(changed: Readonly<Record<string, string | object | Uint8Array | null>> = {}): PackageFiles {
  const files: Record<string, string | object | Uint8Array | null> = {
    'workflow.json': WORKFLOW,
    'permit.bpmn': file(process(STEPS, 'permit')),
    'fees.dmn': DMN,
    'forms/apply.form.json': FORM,
    'templates/permit.hbs': '<h1>{{name}}</h1>',
    'tests/happy.test.json': { title: text('Happy'), start: { variables: {} }, expect: { status: 'completed' } },
    'README.md': '# Permit',
    ...changed,
  }
  return new Map(
    Object.entries(files).flatMap(([path, content]) =>
      content === null ? [] : [[path, content instanceof Uint8Array ? content : bytes(content)] as const],
    ),
  )
}

export const ALONE: Surroundings = { package: () => Promise.resolve(undefined) }

export const check = (
  changed: Parameters<typeof parcel>[0] = {},
  surroundings: Surroundings = ALONE,
): Promise<PackageCheck> => checkPackage(parcel(changed), surroundings)

export async function sound(
  changed: Parameters<typeof parcel>[0] = {},
  surroundings: Surroundings = ALONE,
): Promise<CheckedPackage> {
  const checked = await check(changed, surroundings)
  if (!checked.ok) throw new Error(JSON.stringify(checked.findings, undefined, 2))
  return checked.package
}

/** "rule file place" of each error. */
export async function errors(
  changed: Parameters<typeof parcel>[0],
  surroundings: Surroundings = ALONE,
): Promise<readonly string[]> {
  const checked = await check(changed, surroundings)
  return checked.ok ? [] : checked.findings.map((it) => `${it.rule} ${it.file ?? ''} ${it.place ?? ''}`)
}
