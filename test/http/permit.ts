/**
 * A small service for the API to be tried with: two user tasks under four eyes, a stamp by an outside worker, news from a
 * court; a complaint that begins with a message and relief that begins with a signal, or where
 * the water stands high.
 */
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { packZip } from '../../engine/packages/zip.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'

const PERMIT = 'test.permit'
export const STAMP = 'stamp'
export const NEWS = 'judgment'
/** A message of this name begins a complaint. */
const COMPLAINT = 'complaint'
/** A signal of this name begins relief. */
const EMERGENCY = 'emergency'

const text = (ar: string, en: string) => ({ ar, en })

const userTask = (id: string, group: string, more = ''): string =>
  `<bpmn:userTask id="${id}" name="${id}">${extension(
    `<zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="${group}"/>${more}`,
  )}</bpmn:userTask>`

const STEPS = `<bpmn:startEvent id="start"/>
${userTask('review', 'clerks', '<zeebe:formDefinition formId="review"/><zeebe:properties><zeebe:property name="masar:legalBasis" value="law"/></zeebe:properties>')}
${userTask('approve', 'supervisors', '<zeebe:properties><zeebe:property name="masar:fourEyes" value="review"/></zeebe:properties>')}
<bpmn:serviceTask id="stamp">${extension(
  `<zeebe:taskDefinition type="${STAMP}" retries="2"/><zeebe:ioMapping><zeebe:input source="=purpose" target="purpose"/></zeebe:ioMapping>`,
)}</bpmn:serviceTask>
<bpmn:boundaryEvent id="no_ink" attachedToRef="stamp"><bpmn:errorEventDefinition id="no_ink_definition" errorRef="NoInk"/></bpmn:boundaryEvent>
${userTask('refill', 'clerks')}
<bpmn:intermediateCatchEvent id="judged"><bpmn:messageEventDefinition id="judged_definition" messageRef="News"/></bpmn:intermediateCatchEvent>
<bpmn:userTask id="collect" name="collect">${extension(
  '<zeebe:userTask/><zeebe:assignmentDefinition assignee="=application.applicant.id"/><zeebe:formDefinition formId="collect"/>',
)}</bpmn:userTask>
<bpmn:endEvent id="end"/>
<bpmn:endEvent id="end_refilled"/>
${flow('f1', 'start', 'review')}${flow('f2', 'review', 'approve')}${flow('f3', 'approve', 'stamp')}${flow('f4', 'stamp', 'judged')}
${flow('f5', 'judged', 'collect')}${flow('f6', 'collect', 'end')}${flow('f7', 'no_ink', 'refill')}${flow('f8', 'refill', 'end_refilled')}`

const COMPLAINT_STEPS = `<bpmn:startEvent id="complained"><bpmn:messageEventDefinition id="complained_definition" messageRef="Complaint"/></bpmn:startEvent>
${userTask('look', 'clerks')}<bpmn:endEvent id="looked"/>${flow('g1', 'complained', 'look')}${flow('g2', 'look', 'looked')}`

const NEWS_MESSAGE = `<bpmn:message id="News" name="${NEWS}">${extension('<zeebe:subscription correlationKey="=application.reference"/>')}</bpmn:message><bpmn:error id="NoInk" errorCode="NO_INK"/>`

const COMPLAINT_MESSAGE = `<bpmn:message id="Complaint" name="${COMPLAINT}"/>`

const RELIEF_STEPS = `<bpmn:startEvent id="alarmed"><bpmn:signalEventDefinition id="alarmed_definition" signalRef="Emergency"/></bpmn:startEvent>
<bpmn:startEvent id="flooded"><bpmn:conditionalEventDefinition id="flooded_definition"><bpmn:condition xsi:type="bpmn:tFormalExpression">=water &gt; 3</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>
${userTask('relieve', 'clerks')}<bpmn:endEvent id="relieved"/>${flow('h1', 'alarmed', 'relieve')}${flow('h2', 'relieve', 'relieved')}${flow('h3', 'flooded', 'relieve')}`

const EMERGENCY_SIGNAL = `<bpmn:signal id="Emergency" name="${EMERGENCY}"/>`

const field = (en: string, ar: string) => ({ label: text(ar, en) })

const FORMS = {
  apply: {
    title: text('طلب', 'Application'),
    schema: {
      type: 'object',
      required: ['purpose'],
      properties: { purpose: { type: 'string', minLength: 1, maxLength: 100 } },
    },
    texts: { '/purpose': field('Purpose', 'الغرض') },
  },
  review: {
    title: text('تدقيق', 'Review'),
    schema: { type: 'object', required: ['fit'], properties: { fit: { type: 'boolean' } } },
    texts: { '/fit': field('Fit', 'مستوفٍ') },
  },
  collect: {
    title: text('استلام', 'Collection'),
    schema: { type: 'object', required: ['collected'], properties: { collected: { type: 'boolean' } } },
    texts: { '/collected': field('Collected', 'تم الاستلام') },
  },
}

export interface PermitOptions {
  readonly id?: string
  readonly version?: string
  readonly agency?: string
  readonly title?: string
  /** Who may apply; people where absent. */
  readonly applicants?: readonly string[]
}

export function permit({
  id = PERMIT,
  version = '1.0.0',
  agency = 'moj',
  title = 'Permit',
  applicants,
}: PermitOptions = {}): PackageFiles {
  const workflow = {
    id,
    version,
    title: text('رخصة', title),
    agency,
    start: {
      process: 'permit',
      form: 'apply',
      channels: ['portal', 'counter', 'api'],
      ...(applicants && { applicants }),
    },
    roles: { clerks: text('الموظفون', 'Clerks'), supervisors: text('المشرفون', 'Supervisors') },
    legalBasis: [{ id: 'law', title: text('قانون', 'A law'), verified: false }],
    dataAgreements: [
      {
        service: 'PS/GOV/MOI/civil-registry/getPerson',
        purpose: text('التحقق من الهوية', 'Identity verification'),
        legalBasis: 'law',
      },
    ],
  }
  const bytes = (content: string | object): Uint8Array =>
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
  return new Map([
    ['workflow.json', bytes(workflow)],
    ['permit.bpmn', bytes(file(process(STEPS, 'permit'), NEWS_MESSAGE))],
    ['complaint.bpmn', bytes(file(process(COMPLAINT_STEPS, 'complaint'), COMPLAINT_MESSAGE))],
    ['relief.bpmn', bytes(file(process(RELIEF_STEPS, 'relief'), EMERGENCY_SIGNAL))],
    ...Object.entries(FORMS).map(([name, form]) => [`forms/${name}.form.json`, bytes(form)] as const),
  ])
}

export const permitZip = (options: PermitOptions = {}): Promise<Uint8Array> => packZip(permit(options))
