/**
 * What a service task asks of the printer: which template, with which facts, under which name; read once, strictly.
 *
 * Headers: `template` (file in the package's templates/, without .hbs), `operation` issue or revoke, `language` ar or en,
 * `documentType` (what the QR says it is; the template's name unless said). Inputs: `data`, `name` (of the file; its title unless said), `title`, `serial`,
 * `validUntil`, `certificate`, `holder` {name, id}; for revoke `serial` and `reason`. Null is the same as absent.
 */
import { inBothLanguages } from '../../core/bilingual.ts'
import type { ConnectorJob } from '../../core/connector.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts'
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import { type Language, type Text } from '../../core/text.ts'
import { isSerial } from './serial.ts'
import { endOfDay } from './validity.ts'

export interface IssueOrder {
  readonly kind: 'issue'
  readonly template: string
  readonly language: Language
  readonly data: JsonObject
  readonly fileName: string
  readonly title: string
  readonly serial?: string
  /** Epoch ms of the last second of validity. */
  readonly validUntil?: number
  readonly certificate?: CertificateOrder
}

export interface CertificateOrder {
  readonly documentType: string
  readonly holder: string
  readonly idLast4: string
}

export interface RevokeOrder {
  readonly kind: 'revoke'
  readonly serial: string
  readonly reason: string
}

const TEMPLATE = /^[a-z0-9][a-z0-9._-]{0,79}$/
/** Name under which the document itself is known to the template. */
const reservedName = 'document'

export function readOrder(job: ConnectorJob, timeZone: string): IssueOrder | RevokeOrder | Problem {
  const operation = job.headers['operation'] ?? 'issue'
  if (operation === 'issue') return readIssue(job, timeZone)
  if (operation === 'revoke') return readRevoke(job)
  return wrong('operation', 'header operation to be "issue" or "revoke"', operation)
}

function readIssue(job: ConnectorJob, timeZone: string): IssueOrder | Problem {
  const { headers, variables } = job
  const template = headers['template'] ?? ''
  if (!TEMPLATE.test(template))
    return wrong('template', 'header template to name a file of templates/ without .hbs', template)
  const language = headers['language'] ?? 'ar'
  if (language !== 'ar' && language !== 'en') return wrong('language', 'header language to be "ar" or "en"', language)
  const data = variables['data'] ?? {}
  if (!isJsonObject(data)) return wrong('data', 'input data to be a context', data)
  if (Object.hasOwn(data, reservedName))
    return wrong('data', `input data without "${reservedName}", which Masar fills`, data)
  const called = variables['name'] ?? variables['title']
  const name = optionalText(called, language) ?? template
  if (isProblem(name)) return name
  const title = optionalText(variables['title'], language) ?? name.replace(/\.pdf$/i, '')
  if (isProblem(title)) return title
  const validity = readValidity(variables['validUntil'], timeZone)
  const serial = readSerial(variables['serial'])
  const certificate = readCertificate(job, template, language)
  if (isProblem(validity)) return validity
  if (isProblem(serial)) return serial
  if (isProblem(certificate)) return certificate
  return {
    kind: 'issue',
    template,
    language,
    data,
    fileName: fileName(nameInBoth(called) ?? name),
    title,
    ...validity,
    ...serial,
    ...certificate,
  }
}

function readRevoke(job: ConnectorJob): RevokeOrder | Problem {
  const serial = readSerial(job.variables['serial'])
  if (isProblem(serial)) return serial
  if (serial.serial === undefined) return wrong('serial', 'input serial of the certificate to revoke', null)
  const reason = optionalText(job.variables['reason'], 'ar')
  if (reason === undefined || isProblem(reason))
    return wrong('reason', 'input reason as a text', job.variables['reason'])
  return { kind: 'revoke', serial: serial.serial, reason }
}

function readCertificate(job: ConnectorJob, template: string, language: Language) {
  const wanted = job.variables['certificate'] ?? false
  if (typeof wanted !== 'boolean') return wrong('certificate', 'input certificate to be true or false', wanted)
  if (!wanted) return {}
  const holder = job.variables['holder']
  const name = isJsonObject(holder) ? optionalText(holder['name'], language) : undefined
  if (!isJsonObject(holder) || name === undefined || isProblem(name))
    return wrong('holder', 'input holder as { name, id } for a certificate', holder)
  const id = holder['id'] ?? ''
  if (typeof id !== 'string') return wrong('holder', "the holder's id as a text", id)
  const documentType = job.headers['documentType'] ?? template
  const order: CertificateOrder = { documentType, holder: name.slice(0, 120), idLast4: id.slice(-4) }
  return { certificate: order }
}

function readSerial(value: JsonValue | undefined): { serial?: string } | Problem {
  if (value === undefined || value === null) return {}
  if (typeof value === 'string' && isSerial(value)) return { serial: value }
  return wrong('serial', 'input serial of 3 to 40 capital letters, digits and hyphens', value)
}

function readValidity(value: JsonValue | undefined, timeZone: string): { validUntil?: number } | Problem {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'string') return wrong('validUntil', 'input validUntil as a day like "2027-02-23"', value)
  const end = endOfDay(value, timeZone)
  return isProblem(end) ? end : { validUntil: end }
}

function optionalText(value: JsonValue | undefined, language: Language): string | undefined | Problem {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  const other: keyof Text = language === 'ar' ? 'en' : 'ar'
  const chosen = isJsonObject(value) ? (value[language] ?? value[other]) : undefined
  return typeof chosen === 'string' ? chosen : wrong('text', 'a text, or one with "ar" and "en"', value)
}

/** As drawings write names: whoever downloads it reads their own half. */
function nameInBoth(name: JsonValue | undefined): string | undefined {
  if (!isJsonObject(name)) return undefined
  const { ar, en } = name
  return typeof ar === 'string' && typeof en === 'string' && ar !== en ? inBothLanguages({ ar, en }) : undefined
}

/** Nothing in it can leave a folder or end a header. */
function fileName(name: string): string {
  const safe = name
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|;]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .slice(0, 100)
    .trim()
  return /\.pdf$/i.test(safe) ? safe : `${safe || 'document'}.pdf`
}

function wrong(what: string, expected: string, found: unknown): Problem {
  const text = (JSON.stringify(found) ?? 'nothing').slice(0, 80)
  return invalid(`document.${what}`, `Expected ${expected}, but found ${text}; correct the task's inputs`)
}
