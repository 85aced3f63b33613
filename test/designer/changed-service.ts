/** A service in force and a draft that changes it in everything a lawyer would read: fee, form, deadline, step, signatures. */
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { PEOPLE, type Site } from '../pages/browser.ts'

export const ANALYST = {
  kind: 'user',
  id: PEOPLE.analyst.id as UserId,
  agency: PEOPLE.analyst.agency as AgencyId,
  roles: ['analyst'],
  groups: [],
} as const

export const SERVICE = 'moj.non-conviction'
export const IN_FORCE = '1.1.0'

export function done<T>(result: T | Problem): T {
  if (isProblem(result)) throw new Error(`${result.detail} ${JSON.stringify(result.findings ?? '')}`)
  return result
}

type Page = Record<string, unknown>
export const page =
  (change: (page: Page) => Page) =>
  (text: string): string =>
    `${JSON.stringify(change(JSON.parse(text) as Page), undefined, 2)}\n`

/** By file: what is written in it instead. */
export type Edits = Readonly<Record<string, (text: string) => string>>

/** @returns the draft's id and revision */
export async function changed(
  { server: { engine } }: Site,
  edits: Edits,
  version = IN_FORCE,
): Promise<{ readonly id: string; readonly rev: number; readonly files: DraftFiles }> {
  const made = done(await engine.createPackageDraft(ANALYST, { kind: 'version', packageId: SERVICE, version }))
  const files = new Map(Object.entries(edits).map(([path, edit]) => [path, edit(made.files.get(path) ?? '')]))
  const { rev } = done(await engine.changePackageDraft(ANALYST, made.draft.id, { rev: made.draft.rev, files }))
  return { id: made.draft.id, rev, files: new Map([...made.files, ...files]) }
}

const replaced =
  (...pairs: readonly (readonly [string, string])[]) =>
  (text: string): string =>
    pairs.reduce((all, [from, to]) => {
      if (!all.includes(from)) throw new Error(`Expected ${from} in the file`)
      return all.replace(from, to)
    }, text)

export const SIGN_OFF = [
  { role: 'legal', title: { ar: 'الشؤون القانونية', en: 'Legal affairs' } },
  { role: 'finance', title: { ar: 'الشؤون المالية', en: 'Finance' } },
]

const SECOND_LOOK = `<bpmn:userTask id="second_look" name="نظرة ثانية · Second look"><bpmn:extensionElements><zeebe:userTask /><zeebe:formDefinition formId="confirm-clear" /><zeebe:assignmentDefinition candidateGroups="record-supervisor" /></bpmn:extensionElements><bpmn:incoming>confirm_clear__second_look</bpmn:incoming><bpmn:outgoing>confirm_clear__is_confirmed</bpmn:outgoing></bpmn:userTask>`

/** A second pair of eyes after the clerk. */
export const SECOND_STEP = replaced(
  [
    '<bpmn:outgoing>confirm_clear__is_confirmed</bpmn:outgoing>',
    '<bpmn:outgoing>confirm_clear__second_look</bpmn:outgoing>',
  ],
  ['<bpmn:exclusiveGateway id="is_confirmed"', `${SECOND_LOOK}<bpmn:exclusiveGateway id="is_confirmed"`],
  [
    '<bpmn:sequenceFlow id="confirm_clear__is_confirmed" sourceRef="confirm_clear"',
    '<bpmn:sequenceFlow id="confirm_clear__second_look" sourceRef="confirm_clear" targetRef="second_look" /><bpmn:sequenceFlow id="confirm_clear__is_confirmed" sourceRef="second_look"',
  ],
  [
    '<bpmndi:BPMNShape id="is_confirmed.shape"',
    `<bpmndi:BPMNShape id="second_look.shape" bpmnElement="second_look"><dc:Bounds x="3803" y="700" width="130" height="84" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id="confirm_clear__second_look.edge" bpmnElement="confirm_clear__second_look"><di:waypoint x="3868" y="818" /><di:waypoint x="3868" y="784" /></bpmndi:BPMNEdge><bpmndi:BPMNShape id="is_confirmed.shape"`,
  ],
  ['تأكيد خلو السجل · Confirm a clear record', 'التحقق من خلو السجل · Check for a clear record'],
)

export const ALL_CHANGES: Edits = {
  'workflow.json': page((all) => ({
    ...all,
    deadlines: (all['deadlines'] as readonly Page[]).map((one, index) =>
      index === 0 ? { ...one, duration: 'P5WD' } : one,
    ),
    signOff: SIGN_OFF,
  })),
  'fees.dmn': replaced(['<text>"25.00"</text>', '<text>"30.00"</text>']),
  'forms/apply.form.json': page(withMoreAsked),
  'non-conviction.bpmn': SECOND_STEP,
}

/** The e-mail must be answered now, and the mother's name is asked. */
function withMoreAsked(form: Page): Page {
  const [schema, texts, ui] = [form['schema'] as Page, form['texts'] as Page, form['ui'] as Page]
  const [first = {}, ...others] = ui['elements'] as readonly Page[]
  const mother = { type: 'Control', scope: '#/properties/motherName' }
  return {
    ...form,
    schema: {
      ...schema,
      properties: { ...(schema['properties'] as Page), motherName: { type: 'string', maxLength: 80 } },
      required: [...(schema['required'] as readonly string[]), 'email', 'motherName'],
    },
    ui: { ...ui, elements: [{ ...first, elements: [...(first['elements'] as readonly Page[]), mother] }, ...others] },
    texts: { ...texts, '/motherName': { label: { ar: 'اسم الأم', en: 'Mother’s name' } } },
  }
}
