/** What the operator says about notices: which mail server and which SMS gateway take them. Packages can set none of it. */
import { isJsonObject } from '../../core/json.ts'
import { invalid, type Problem } from '../../core/problem.ts'

/** A channel that is absent cannot be used; a task that needs it ends in an incident that says so. */
export interface NotifyConfig {
  readonly smtp?: SmtpConfig
  readonly sms?: SmsConfig
}

export interface SmtpConfig {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (port 465). */
  readonly secure?: boolean
  /** Refuse to send where the server offers no STARTTLS. */
  readonly requireTls?: boolean
  readonly user?: string
  readonly password?: string
  /** Sender, "no-reply@masar.example.ps". */
  readonly from: string
  readonly fromName?: string
  /** Longest for each step; 20,000 unless said otherwise. */
  readonly timeoutMs?: number
}

export interface SmsConfig {
  /** Where to POST. */
  readonly url: string
  readonly token?: string
  /** Name or number the message comes from, where the gateway asks for it. */
  readonly sender?: string
  /** Written before numbers that begin with a single 0, e.g. "+970". */
  readonly countryCode?: string
  /** Longest for the whole call; 20,000 unless said otherwise. */
  readonly timeoutMs?: number
}

type Check = (value: unknown) => string | undefined

const text: Check = (value) => (typeof value === 'string' && !/\p{Cc}/u.test(value) ? undefined : 'a text in one line')
const truth: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false')
const count: Check = (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? undefined : 'a whole number from 1')
const port: Check = (value) => (count(value) === undefined && Number(value) < 65_536 ? undefined : 'a port')
const mailbox: Check = (value) =>
  typeof value === 'string' && /^[^\s@<>,]+@[^\s@<>,]+$/.test(value)
    ? undefined
    : 'an address like "no-reply@example.ps"'
const address: Check = (value) =>
  typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '')
    ? undefined
    : 'an http or https address'
const prefix: Check = (value) =>
  typeof value === 'string' && /^\+[1-9][0-9]{0,3}$/.test(value) ? undefined : 'a country code like "+970"'

const SMTP: Readonly<Record<keyof SmtpConfig, Check>> = {
  host: text,
  port,
  secure: truth,
  requireTls: truth,
  user: text,
  password: text,
  from: mailbox,
  fromName: text,
  timeoutMs: count,
}
const SMS: Readonly<Record<keyof SmsConfig, Check>> = {
  url: address,
  token: text,
  sender: text,
  countryCode: prefix,
  timeoutMs: count,
}

/** Reads the operator's settings; the first thing that is wrong is named, secrets are not repeated. */
export function readNotifyConfig(value: unknown): NotifyConfig | Problem {
  if (!isJsonObject(value)) return wrong('notify', 'an object')
  for (const key of Object.keys(value))
    if (key !== 'smtp' && key !== 'sms') return wrong(`notify.${key}`, 'only smtp and sms')
  const { smtp, sms } = value
  return (
    (smtp === undefined ? undefined : partProblem('notify.smtp', smtp, SMTP, ['host', 'port', 'from'])) ??
    (sms === undefined ? undefined : partProblem('notify.sms', sms, SMS, ['url'])) ??
    (value as unknown as NotifyConfig)
  )
}

function partProblem(
  place: string,
  value: unknown,
  checks: Readonly<Record<string, Check>>,
  needed: readonly string[],
): Problem | undefined {
  if (!isJsonObject(value)) return wrong(place, 'an object')
  for (const key of needed) if (value[key] === undefined) return wrong(`${place}.${key}`, 'a value')
  for (const [key, item] of Object.entries(value)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined
    const expected = check === undefined ? `one of ${Object.keys(checks).join(', ')}` : check(item)
    if (expected !== undefined) return wrong(`${place}.${key}`, expected)
  }
  return undefined
}

const wrong = (place: string, expected: string): Problem =>
  invalid('notify.config', `Expected ${expected} at ${place} of the configuration, but found something else`)
