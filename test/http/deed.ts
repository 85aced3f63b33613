/** A service that asks for files: a deed and a plan with the application, a finding of the clerk's, and a neighbour's consent. */
import type { AgencyId } from '../../engine/core/ids.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import library from '../../forms/library/attachment.form.json' with { type: 'json' }
import { extension, file, flow, process } from '../bpmn/drawing.ts'
import type { Answer, Case, House, Json, Name } from './house.ts'

const text = (ar: string, en: string) => ({ ar, en })
const { attachment } = library.schema.$defs
const words = { label: text('حقل', 'Field') }

const STEPS = `<bpmn:startEvent id="start"/>
<bpmn:userTask id="review">${extension('<zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="clerks"/><zeebe:formDefinition formId="review"/>')}</bpmn:userTask>
<bpmn:userTask id="consent">${extension('<zeebe:userTask/><zeebe:assignmentDefinition assignee="900000002"/><zeebe:formDefinition formId="review"/>')}</bpmn:userTask>
<bpmn:endEvent id="end"/>
${flow('f1', 'start', 'review')}${flow('f2', 'review', 'consent')}${flow('f3', 'consent', 'end')}`

const attachmentTexts = (place: string) => ({
  [place]: words,
  ...Object.fromEntries(['digest', 'name', 'size'].map((part) => [`${place}/${part}`, words])),
  [`${place}/mediaType`]: {
    ...words,
    choices: Object.fromEntries(attachment.properties.mediaType.enum.map((type) => [type, words.label])),
  },
})

/** An entry of a list is called by its list. */
function entryTexts(place: string): object {
  const { [place]: _itself, ...parts } = attachmentTexts(place)
  return parts
}

const FORMS = {
  apply: {
    title: text('طلب', 'Application'),
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        deed: { $ref: '#/$defs/attachment' },
        photos: { type: 'array', maxItems: 3, items: { $ref: '#/$defs/attachment' } },
        plan: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        note: { type: 'string', maxLength: 100 },
      },
      $defs: { attachment },
    },
    texts: {
      ...attachmentTexts('/deed'),
      '/photos': words,
      ...entryTexts('/photos/*'),
      '/plan': words,
      '/note': words,
    },
  },
  review: {
    title: text('تدقيق', 'Review'),
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { finding: { $ref: '#/$defs/attachment' } },
      $defs: { attachment },
    },
    texts: attachmentTexts('/finding'),
  },
}

function deed(): PackageFiles {
  const bytes = (content: string | object): Uint8Array =>
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
  return new Map([
    [
      'workflow.json',
      bytes({
        id: 'test.deed',
        version: '1.0.0',
        title: text('سند', 'Deed'),
        agency: 'moj',
        start: { process: 'deed', form: 'apply', channels: ['portal', 'counter'] },
        roles: { clerks: text('الموظفون', 'Clerks') },
      }),
    ],
    ['deed.bpmn', bytes(file(process(STEPS, 'deed')))],
    ...Object.entries(FORMS).map(([name, form]) => [`forms/${name}.form.json`, bytes(form)] as const),
  ])
}

export async function deployDeed(house: Pick<House, 'engine'>): Promise<void> {
  const setup = { kind: 'system', id: 'setup', agency: 'moj' as AgencyId } as const
  const deployed = await house.engine.deployFiles(setup, [deed()])
  if (!('deployments' in deployed)) throw new Error(JSON.stringify(deployed))
}

/** A PDF of so many bytes that differs from every other. */
export function pdf(mark: string, size = 400): Uint8Array<ArrayBuffer> {
  const [head, tail] = [`%PDF-1.7\n%${mark}\n`, '\nstartxref\n0\n%%EOF\n']
  return new TextEncoder().encode(head + ' '.repeat(Math.max(0, size - head.length - tail.length)) + tail)
}

export const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
    'base64',
  ),
)

export interface Sent {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name?: string
  readonly type?: string
}

export function give(house: House, as: Name | undefined, ...files: readonly Sent[]): Promise<Answer> {
  const body = new FormData()
  for (const { bytes, name = 'سند.pdf', type = 'application/pdf' } of files)
    body.append('file', new Blob([bytes], { type }), name)
  return house.call('POST', '/api/attachments', { body, ...(as === undefined ? {} : { as }) })
}

/** As an answer names it. */
export interface Given extends Json {
  readonly digest: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

export async function given(house: House, as: Name, file: Sent): Promise<Given> {
  const answer = await give(house, as, file)
  const [first] = (answer.json['items'] ?? []) as readonly Json[]
  if (answer.status !== 201 || first === undefined) throw new Error(answer.text)
  const { digest, name, size, mediaType } = first as Given
  return { digest, name, size, mediaType }
}

export const applyWith = (house: House, as: Name, variables: object): Promise<Answer> =>
  house.call('POST', '/api/instances', { as, body: { packageId: 'test.deed', variables } })

export async function begunWith(house: House, as: Name, variables: object): Promise<Case> {
  const answer = await applyWith(house, as, variables)
  if (answer.status !== 201) throw new Error(answer.text)
  const id = String(answer.json['id']) as Case['id']
  return { id, reference: String(answer.json['reference']), path: `/api/instances/${id}` }
}
