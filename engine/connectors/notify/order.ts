/**
 * What a service task asks to tell a citizen, and where; read once, strictly.
 *
 * Inputs: `sms` { to, text }, `email` { to, subject, text }, `language` ar, en or both (header `language` is the default,
 * else both with Arabic first). A text is a string or { ar, en }. With header `template` the texts that are not given are
 * filled from templates/<template>.ar.txt.hbs and .en.txt.hbs with the input `data`.
 */
import type { ConnectorJob } from '../../core/connector.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts'
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import type { Language, Text } from '../../core/text.ts'

export type Preference = Language | 'both'

export interface NoticeOrder {
  readonly language: Preference
  readonly template?: string
  readonly data: JsonObject
  readonly sms?: { readonly to: JsonValue | undefined; readonly text?: Text }
  readonly email?: { readonly to: JsonValue | undefined; readonly subject: Text; readonly text?: Text }
}

const TEMPLATE = /^[a-z0-9][a-z0-9._-]{0,79}$/
const PREFERENCES: readonly string[] = ['ar', 'en', 'both'] satisfies Preference[]

export function readNotices(job: ConnectorJob): NoticeOrder | Problem {
  const { headers, variables } = job
  const language = variables['language'] ?? headers['language'] ?? 'both'
  if (typeof language !== 'string' || !PREFERENCES.includes(language))
    return wrong('language', 'language to be "ar", "en" or "both"', language)
  const template = headers['template']
  if (template !== undefined && !TEMPLATE.test(template))
    return wrong('template', 'header template to name files of templates/ without language and ending', template)
  const data = variables['data'] ?? {}
  if (!isJsonObject(data)) return wrong('data', 'input data to be a context', data)
  const sms = readSms(variables['sms'], template !== undefined)
  const email = readEmail(variables['email'], template !== undefined)
  if (isProblem(sms)) return sms
  if (isProblem(email)) return email
  if (sms.sms === undefined && email.email === undefined)
    return wrong('channels', 'input sms { to, text } or email { to, subject, text }', null)
  const chosen = template === undefined ? {} : { template }
  return { language: language as Preference, data, ...chosen, ...sms, ...email }
}

function readSms(value: JsonValue | undefined, filled: boolean): Pick<NoticeOrder, 'sms'> | Problem {
  if (value === undefined || value === null) return {}
  if (!isJsonObject(value)) return wrong('sms', 'input sms as { to, text }', value)
  const text = readText('sms.text', value['text'], filled)
  return isProblem(text) ? text : { sms: { to: value['to'], ...text } }
}

function readEmail(value: JsonValue | undefined, filled: boolean): Pick<NoticeOrder, 'email'> | Problem {
  if (value === undefined || value === null) return {}
  if (!isJsonObject(value)) return wrong('email', 'input email as { to, subject, text }', value)
  const text = readText('email.text', value['text'], filled)
  const subject = readText('email.subject', value['subject'], false)
  if (isProblem(text)) return text
  if (isProblem(subject)) return subject
  const { ar = '', en = '' } = subject.text ?? {}
  if (/\p{Cc}/u.test(ar + en))
    return wrong('email.subject', 'email.subject in one line, without line breaks', { ar, en })
  return { email: { to: value['to'], subject: { ar, en }, ...text } }
}

function readText(place: string, value: JsonValue | undefined, optional: boolean): { text?: Text } | Problem {
  if ((value === undefined || value === null) && optional) return {}
  if (typeof value === 'string' && value.trim() !== '') return { text: { ar: value, en: value } }
  if (isJsonObject(value)) {
    const { ar, en } = value
    if (typeof ar === 'string' && typeof en === 'string' && ar.trim() !== '' && en.trim() !== '')
      return { text: { ar, en } }
  }
  return wrong(place, `${place} in both languages, { ar, en }`, value)
}

function wrong(what: string, expected: string, found: unknown): Problem {
  const text = (JSON.stringify(found) ?? 'nothing').slice(0, 80)
  return invalid(`notify.${what}`, `Expected ${expected}, but found ${text}; correct the task's inputs`)
}
