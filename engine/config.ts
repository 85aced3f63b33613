/**
 * What the operator settles for an installation: where it listens, where its data lies, and its keys to the outside.
 *
 * A JSON file. Wherever a text stands, `{"file": "keys/switch.pem"}` reads that file (relative to the configuration) and
 * `{"env": "NAME"}` the environment, so that no secret has to stand in it. Packages can set nothing of this.
 */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { readDatabusConfig, type DatabusConfig } from './connectors/databus/config.ts'
import { readDocumentsConfig, type DocumentsConfig } from './connectors/documents/config.ts'
import { readNotifyConfig, type NotifyConfig } from './connectors/notify/config.ts'
import { readScannerConfig, type ScannerConfig } from './connectors/scanner/config.ts'
import { account, type PaymentConfig } from './connectors/payments/config.ts'
import type { AttachmentRules } from './core/attachment.ts'
import { readAttachmentRules } from './core/attachment-rules.ts'
import { EXECUTORS, type ExecutorName } from './core/executor.ts'
import { isJsonObject, type JsonValue } from './core/json.ts'
import { DRAFT_ROOM, type DraftRoom } from './core/package-draft.ts'
import { invalid, isProblem, type Problem } from './core/problem.ts'
import { readSignOnConfig, type SignOnConfig } from './http/sign-on/config.ts'

export interface ServerConfig {
  /** Folder of the database; made if absent. */
  readonly data: string
  readonly host: string
  /** 0 = any free port. */
  readonly port: number
  /** How the public reaches this installation; in QR codes. */
  readonly publicUrl: string
  /** fatal, error, warn, info, debug or silent. */
  readonly logLevel: string
  readonly trustedProxies: readonly string[]
  readonly requestsPerMinute: number
  readonly signInsPerMinute: number
  /** Where people are known already, by OpenID Connect: offered on the sign-in page. */
  readonly signOns: readonly SignOnConfig[]
  /** false: in a browser one signs in by a sign-on only. */
  readonly localAccounts: boolean
  /** For applications whose package names none. */
  readonly executor: ExecutorName
  /** Absent connectors: a task that needs one waits until the operator adds it. */
  readonly databus?: DatabusConfig
  readonly payments?: PaymentConfig
  readonly documents?: Omit<DocumentsConfig, 'publicUrl'>
  readonly notify?: NotifyConfig
  /** Which files are taken, and how many; what is left out is as in ATTACHMENT_RULES. */
  readonly attachments?: Partial<AttachmentRules>
  /** What drafts of packages one agency may keep in the designer; what is left out is as in DRAFT_ROOM. */
  readonly drafts?: Partial<DraftRoom>
  /** A virus scanner (clamd); files are taken without one where it is absent. */
  readonly scanner?: Partial<ScannerConfig>
}

export const DEFAULT_CONFIG: ServerConfig = {
  data: 'var',
  host: '127.0.0.1',
  port: 8080,
  publicUrl: 'http://127.0.0.1:8080',
  logLevel: 'info',
  trustedProxies: [],
  requestsPerMinute: 6_000,
  signInsPerMinute: 20,
  signOns: [],
  localAccounts: true,
  executor: 'kernel',
}

type Check = (value: JsonValue) => string | undefined

const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'a text')
const count: Check = (value) => (Number.isInteger(value) && Number(value) > 0 ? undefined : 'a whole number from 1')

/** Key -> what is wrong with its value. Unknown keys are refused. */
const CHECKS: Readonly<Record<keyof ServerConfig, Check>> = {
  data: text,
  host: text,
  port: (value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) < 65_536 ? undefined : 'a port from 0 to 65535',
  publicUrl: (value) =>
    typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '')
      ? undefined
      : 'an http or https address',
  logLevel: (value) =>
    ['fatal', 'error', 'warn', 'info', 'debug', 'silent'].includes(String(value))
      ? undefined
      : 'fatal, error, warn, info, debug or silent',
  trustedProxies: (value) =>
    Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : 'a list of addresses',
  requestsPerMinute: count,
  signInsPerMinute: count,
  signOns: (value) => faultOf(readSignOnConfig(value)),
  localAccounts: (value) => (typeof value === 'boolean' ? undefined : 'true or false'),
  executor: (value) => (EXECUTORS.some((name) => name === value) ? undefined : EXECUTORS.join(' or ')),
  databus: (value) => faultOf(readDatabusConfig(value)),
  payments: (value) => failureOf(() => account(value as unknown as PaymentConfig)),
  documents: (value) => faultOf(readDocumentsConfig(value)),
  notify: (value) => faultOf(readNotifyConfig(value)),
  attachments: (value) => faultOf(readAttachmentRules(value)),
  drafts: (value) =>
    isJsonObject(value) &&
    Object.entries(value).every(([key, most]) => Object.hasOwn(DRAFT_ROOM, key) && count(most) === undefined)
      ? undefined
      : '{ "drafts": …, "bytes": … }, whole numbers from 1',
  scanner: (value) => faultOf(readScannerConfig(value)),
}

export function readConfigFile(file: string): ServerConfig | Problem {
  let parsed: JsonValue
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8')) as JsonValue
  } catch (error) {
    return invalid('config.unreadable', `Expected a configuration in JSON at ${file}, but ${messageOf(error)}`)
  }
  const resolved = resolveReferences(parsed, dirname(resolve(file)), '')
  return isProblem(resolved) ? resolved : readConfig(resolved)
}

export function readConfig(value: JsonValue): ServerConfig | Problem {
  if (!isJsonObject(value)) return invalid('config', 'Expected the configuration to be a JSON object')
  for (const [key, item] of Object.entries(value)) {
    const check = Object.hasOwn(CHECKS, key) ? CHECKS[key as keyof ServerConfig] : undefined
    if (check === undefined)
      return invalid(
        'config.unknown',
        `Expected one of ${Object.keys(CHECKS).join(', ')} in the configuration, but found "${key}"`,
      )
    const expected = check(item)
    if (expected !== undefined)
      return invalid('config.invalid', `Expected ${expected} at "${key}" of the configuration`)
  }
  return { ...DEFAULT_CONFIG, ...(value as unknown as Partial<ServerConfig>) }
}

function resolveReferences(value: JsonValue, folder: string, place: string): JsonValue | Problem {
  if (Array.isArray(value))
    return collect(value.map((item, i) => resolveReferences(item as JsonValue, folder, `${place}/${i}`)))
  if (!isJsonObject(value)) return value
  const keys = Object.keys(value)
  const [key] = keys
  if (keys.length === 1 && key === 'file' && typeof value[key] === 'string')
    return readReference(resolve(folder, value[key]), place)
  if (keys.length === 1 && key === 'env' && typeof value[key] === 'string')
    return (
      process.env[value[key]] ??
      invalid('config.env', `Expected the environment to set ${value[key]} for ${place} of the configuration`)
    )
  const entries: [string, JsonValue][] = []
  for (const [name, item] of Object.entries(value)) {
    const resolved = resolveReferences(item, folder, `${place}/${name}`)
    if (isProblem(resolved)) return resolved
    entries.push([name, resolved])
  }
  return Object.fromEntries(entries)
}

const collect = (items: readonly (JsonValue | Problem)[]): JsonValue | Problem =>
  items.find(isProblem) ?? (items as readonly JsonValue[])

function readReference(file: string, place: string): string | Problem {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return invalid('config.file', `Expected a readable file for ${place} of the configuration, but ${messageOf(error)}`)
  }
}

const faultOf = (read: object | Problem): string | undefined => (isProblem(read) ? read.detail : undefined)

function failureOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
