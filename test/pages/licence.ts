/** A small service for the desk to be tried with: a clerk looks it over and decides, returns it or refuses it; a second clerk signs. */
import type { AgencyId } from '../../engine/core/ids.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'
import { PEOPLE, type Site } from './browser.ts'
import type { UserId } from '../../engine/core/ids.ts'
import type { Actor } from '../../engine/core/actor.ts'

const text = (ar: string, en: string) => ({ ar, en })
export const GROUP = 'judicial-record-clerk'

const userTask = (id: string, name: string, form: string, more = ''): string =>
  `<bpmn:userTask id="${id}" name="${name}">${extension(
    `<zeebe:userTask/><zeebe:formDefinition formId="${form}"/><zeebe:assignmentDefinition candidateGroups="${GROUP}"/><zeebe:taskSchedule dueDate="P1WD"/>${more}`,
  )}</bpmn:userTask>`

const STEPS = `<bpmn:startEvent id="start"/>
${userTask('review', 'تدقيق الطلب · Review the application', 'review')}
${userTask('sign', 'توقيع الرخصة · Sign the licence', 'sign', '<zeebe:properties><zeebe:property name="masar:fourEyes" value="review"/></zeebe:properties>')}
<bpmn:endEvent id="end"/>
${flow('f1', 'start', 'review')}${flow('f2', 'review', 'sign')}${flow('f3', 'sign', 'end')}`

const FORMS = {
  apply: {
    title: text('طلب رخصة', 'Licence application'),
    schema: {
      type: 'object',
      required: ['shop'],
      properties: { shop: { type: 'string', minLength: 1, maxLength: 100 }, owner: { type: 'string', maxLength: 100 } },
    },
    texts: {
      '/shop': { label: text('اسم المحل', 'Name of the shop') },
      '/owner': { label: text('اسم المالك', 'Name of the owner') },
    },
  },
  review: {
    title: text('التدقيق', 'Review'),
    schema: {
      type: 'object',
      required: ['decision'],
      properties: {
        decision: { type: 'string', enum: ['approve', 'correct', 'refuse'] },
        reason: { type: 'string', minLength: 1, maxLength: 500 },
      },
      anyOf: [{ properties: { decision: { const: 'approve' } }, required: ['decision'] }, { required: ['reason'] }],
    },
    ui: {
      type: 'VerticalLayout',
      elements: [
        {
          type: 'Control',
          scope: '#/properties/decision',
          options: { format: 'radio', outcomes: { return: ['correct'], refuse: ['refuse'] } },
        },
        {
          type: 'Control',
          scope: '#/properties/reason',
          options: { multi: true },
          rule: { effect: 'SHOW', condition: '=get or else(decision, "") in ("correct", "refuse")' },
        },
      ],
    },
    texts: {
      '/decision': {
        label: text('القرار', 'Decision'),
        choices: {
          approve: text('موافقة', 'Approve'),
          correct: text('إعادة للاستكمال', 'Return for correction'),
          refuse: text('رفض', 'Refuse'),
        },
      },
      '/reason': { label: text('سبب القرار', 'Reason for the decision') },
    },
  },
  sign: {
    title: text('التوقيع', 'Signature'),
    schema: {
      type: 'object',
      properties: { remark: { type: 'string', maxLength: 100 }, paper: { $ref: '#/$defs/attachment' } },
      $defs: {
        attachment: {
          type: 'object',
          required: ['digest', 'name', 'size', 'mediaType'],
          properties: {
            digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
            name: { type: 'string', maxLength: 200 },
            size: { type: 'integer', minimum: 1, maximum: 10_000_000 },
            mediaType: { type: 'string', enum: ['application/pdf'] },
          },
        },
      },
    },
    texts: {
      '/remark': { label: text('ملاحظة التوقيع', 'Remark') },
      '/paper': { label: text('الرخصة الموقعة', 'The signed licence') },
      '/paper/digest': { label: text('البصمة', 'Digest') },
      '/paper/name': { label: text('اسم الملف', 'Name') },
      '/paper/size': { label: text('الحجم', 'Size') },
      '/paper/mediaType': { label: text('النوع', 'Type'), choices: { 'application/pdf': text('ملف PDF', 'PDF') } },
    },
  },
}

function licence(): PackageFiles {
  const workflow = {
    id: 'moj.licence',
    version: '1.0.0',
    title: text('رخصة محل', 'Shop licence'),
    agency: 'moj',
    start: { process: 'licence', form: 'apply', channels: ['portal', 'counter', 'api'] },
    roles: { [GROUP]: text('موظف السجل العدلي', 'Judicial-record clerk') },
    search: ['/owner', '/shop'],
  }
  const bytes = (content: string | object): Uint8Array =>
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
  return new Map([
    ['workflow.json', bytes(workflow)],
    ['licence.bpmn', bytes(file(process(STEPS, 'licence')))],
    ...Object.entries(FORMS).map(([name, form]) => [`forms/${name}.form.json`, bytes(form)] as const),
  ])
}

/** Deploys it, and gives the first clerk a colleague of the same group. */
export async function openOffice({ server: { engine } }: Site): Promise<void> {
  const deployed = await engine.deployFiles({ kind: 'system', id: 'setup', agency: 'moj' as AgencyId }, [licence()])
  if (!('deployments' in deployed)) throw new Error(JSON.stringify(deployed))
  const supervisor = await engine.deps.store.accounts.get(PEOPLE.supervisor.id as UserId)
  if (supervisor) await engine.deps.store.accounts.put({ ...supervisor, groups: [...supervisor.groups, GROUP] })
}

/** A citizen has applied. */
export async function applied({ server: { engine } }: Site, shop: string): Promise<string> {
  const { id, agency, roles, groups } = PEOPLE.citizen
  const citizen: Actor = { kind: 'user', id: id as UserId, agency: agency as AgencyId, roles, groups }
  const started = await engine.startInstance(citizen, {
    packageId: 'moj.licence',
    variables: { shop, owner: 'ليلى خليل' },
    channel: 'portal',
  })
  if (isProblem(started)) throw new Error(started.detail)
  return started.reference
}
