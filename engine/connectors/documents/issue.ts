/**
 * Issues a paper: fills the template, signs the mark, prints the PDF, keeps it, enters a certificate in the register.
 *
 * A job delivered twice gets the paper it made the first time: it is looked for by the job before anything is printed,
 * and document and register are written in one step. The same facts at the same time give the same bytes.
 */
import { createHash } from 'node:crypto'
import type { ConnectorJob, JobOutcome } from '../../core/connector.ts'
import type { CertificateRow, DocumentRow, DocumentStore } from '../../core/document.ts'
import type { Digest, ProgramKey } from '../../core/ids.ts'
import type { Clock } from '../../core/clock.ts'
import type { JsonValue } from '../../core/json.ts'
import { type CertificateSigner, verifyUrl } from './certificate.ts'
import type { IssueOrder } from './order.ts'
import { pageOf } from './printing/page.ts'
import type { Printer } from './printing/printer.ts'
import type { Renderers } from './templates/renderers.ts'
import { freeSerial } from './serial.ts'
import { checkTemplate } from '../../core/template/check.ts'
import { dayOf } from './validity.ts'

export interface IssueDeps {
  readonly documents: DocumentStore
  readonly templates: (program: ProgramKey, name: string) => Promise<string | undefined>
  readonly clock: Clock
  readonly renderers: Renderers
  readonly printer: Printer
  /** Undefined when the operator has configured no key. */
  readonly signer: () => Promise<CertificateSigner | undefined>
  readonly publicUrl: string
  readonly timeZone: string
}

export async function issue(job: ConnectorJob, order: IssueOrder, deps: IssueDeps): Promise<JobOutcome> {
  const [made] = await deps.documents.bySource(job.instance, job.key)
  if (made !== undefined) {
    const entry = await deps.documents.certificateOf(made.digest)
    return outcomeOf(made, entry?.instance === job.instance ? entry.serial : undefined, order, deps.timeZone)
  }

  const template = await deps.templates(job.program, order.template)
  if (template === undefined)
    return incident(`Expected templates/${order.template}.hbs in the package of ${job.program}, but it is not there`)
  const [finding] = checkTemplate(`templates/${order.template}.hbs`, template)
  if (finding !== undefined) return incident(`${finding.message} (${finding.file}, ${finding.place ?? ''})`)

  const issuedAt = Math.floor(deps.clock.now() / 1000) * 1000
  const serial = await serialFor(job, order, issuedAt, deps)
  const mark = await markFor(job, order, { serial, issuedAt }, deps)
  if (mark.kind === 'incident') return mark
  const filled = await deps.renderers.render({
    template,
    data: JSON.stringify({ ...order.data, document: facts(job, order, { serial, issuedAt }, deps.timeZone) }),
    medium: 'html',
    setting: { language: order.language, timeZone: deps.timeZone, ...mark.setting },
  })
  if (filled.kind === 'refused') return incident(`${filled.reason} (templates/${order.template}.hbs)`)
  const page = await pageOf({ title: order.title, language: order.language, body: filled.text })
  const printed = await print(page, issuedAt, deps.printer)
  if (printed.kind === 'failed') return printed
  return keep(job, order, { serial, issuedAt, bytes: printed.bytes }, deps)
}

interface Made {
  readonly serial: string | undefined
  readonly issuedAt: number
}

/** Certificates always carry a number; other papers only one that is given. */
async function serialFor(
  job: ConnectorJob,
  order: IssueOrder,
  at: number,
  deps: IssueDeps,
): Promise<string | undefined> {
  if (order.serial !== undefined || order.certificate === undefined) return order.serial
  return freeSerial(deps.documents, job, dayOf(at, deps.timeZone).slice(0, 4))
}

async function markFor(
  job: ConnectorJob,
  order: IssueOrder,
  { serial, issuedAt }: Made,
  deps: IssueDeps,
): Promise<{ kind: 'mark'; setting: { verifyUrl?: string } } | Incident> {
  const { certificate, validUntil } = order
  if (certificate === undefined || serial === undefined) return { kind: 'mark', setting: {} }
  const taken = await deps.documents.certificate(serial)
  if (taken !== undefined) return incident(`Expected a new serial, but ${serial} is in the register already`)
  const signer = await deps.signer().catch(messageOf)
  if (typeof signer === 'string') return incident(`${signer}; the operator corrects documents.signing`)
  if (signer === undefined)
    return incident('Expected a key to sign certificates, but none is configured; the operator sets documents.signing')
  const jws = await signer.sign({
    iss: job.agency,
    sub: serial,
    doc: certificate.documentType,
    name: certificate.holder,
    id4: certificate.idLast4,
    iat: issuedAt / 1000,
    ...(validUntil === undefined ? {} : { exp: Math.floor(validUntil / 1000) }),
    dig: createHash('sha256').update(canonical(order.data)).digest('base64url'),
  })
  return { kind: 'mark', setting: { verifyUrl: verifyUrl(deps.publicUrl, jws) } }
}

/** What a template reads as {{document.serial}} and so on. */
function facts(job: ConnectorJob, order: IssueOrder, { serial, issuedAt }: Made, timeZone: string) {
  return {
    serial: serial ?? null,
    reference: job.reference,
    issuedAt: new Date(issuedAt).toISOString(),
    validUntil: order.validUntil === undefined ? null : dayOf(order.validUntil, timeZone),
  }
}

async function print(
  page: string,
  at: number,
  printer: Printer,
): Promise<{ kind: 'printed'; bytes: Uint8Array } | { kind: 'failed'; reason: string; code: string }> {
  try {
    return { kind: 'printed', bytes: await printer.print(page, at) }
  } catch (error) {
    const [reason] = messageOf(error).split('\n')
    return {
      kind: 'failed',
      reason: `Expected the page to be printed, but the browser failed: ${reason}`,
      code: 'DOCUMENT_FAILED',
    }
  }
}

async function keep(
  job: ConnectorJob,
  order: IssueOrder,
  { serial, issuedAt, bytes }: Made & { readonly bytes: Uint8Array },
  deps: IssueDeps,
): Promise<JobOutcome> {
  const digest = createHash('sha256').update(bytes).digest('hex') as Digest
  const { agency, instance } = job
  const row: DocumentRow = {
    digest,
    agency,
    instance,
    source: job.key,
    mediaType: 'application/pdf',
    name: order.fileName,
    size: bytes.length,
    createdAt: issuedAt,
  }
  const validity = order.validUntil === undefined ? {} : { validUntil: order.validUntil }
  const entry: CertificateRow | undefined =
    serial === undefined ? undefined : { serial, agency, instance, digest, issuedAt, status: 'valid', ...validity }
  await deps.documents.add(row, bytes, entry)
  return outcomeOf(row, serial, order, deps.timeZone)
}

/** Every key is always there, null where it does not apply, so that FEEL may name it. */
function outcomeOf(
  row: DocumentRow,
  serial: string | undefined,
  { validUntil }: IssueOrder,
  timeZone: string,
): JobOutcome {
  return {
    kind: 'completed',
    variables: {
      document: {
        digest: row.digest,
        name: row.name,
        size: row.size,
        mediaType: row.mediaType,
        serial: serial ?? null,
        issuedAt: new Date(row.createdAt).toISOString(),
        validUntil: validUntil === undefined ? null : dayOf(validUntil, timeZone),
        url: `documents/${row.digest}`,
      },
    },
  }
}

/** JSON with sorted keys and no spaces: the same facts always give the same digest. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonical(item)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item as JsonValue)}`).join(',')}}`
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

type Incident = { readonly kind: 'incident'; readonly reason: string }

const incident = (reason: string): Incident => ({ kind: 'incident', reason })
