/**
 * Choices of a form that the register of another agency gives: `"choices": { "service", "path"?, "query"?, "offer", "keep"? }`. Only a service that a data agreement of the package
 * covers may be asked, with purpose and legal basis.
 */
import { feelInArabic } from '../feel/arabic.ts'
import { parseExpression } from '../bpmn/expression.ts'
import { withoutVersion } from '../bpmn/rules/jobs.ts'
import { isFeel } from '../feel/feel.ts'
import { mistake, quoted } from '../finding.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import type { Parts } from './parts.ts'

const KEYS: ReadonlySet<string> = new Set(['service', 'path', 'query', 'offer', 'keep'])
const SERVICE =
  /^(?!(?:.*\/)?\.+(?:\/|$))[A-Za-z0-9 '()+,.=?-]{1,255}(?:\/[A-Za-z0-9 '()+,.=?-]{1,255}){4}(?:\/v\d{1,4}(?:\.\d{1,4}){0,2})?$/
const QUERY_NAME = /^[A-Za-z0-9._~[\]-]{1,100}$/
const KEEP = /^(?:PT[1-9]\d{0,3}[MH]|P[1-9]\d?D)$/

/** undefined: it is as it should be. */
export function callFault(call: JsonObject): Text | undefined {
  const stray = Object.keys(call).find((key) => !KEYS.has(key))
  if (stray !== undefined) return { en: `only ${[...KEYS].join(', ')}`, ar: `${[...KEYS].join(' و')} فقط` }
  const { service, path = '', query = {}, offer, keep } = call
  if (typeof service !== 'string' || !SERVICE.test(service)) return SERVICE_TEXT
  if (!isJsonObject(query) || !Object.keys(query).every((name) => QUERY_NAME.test(name))) return QUERY_TEXT
  const inputs = [path, ...Object.values(query)]
  const wrong = inputs.map((it) => inputFault(it)).find((it) => it !== undefined)
  if (wrong) return wrong
  if (typeof offer !== 'string' || !isFeel(offer) || !namesOf(offer).includes('reply')) return OFFER_TEXT
  if (keep === undefined) return undefined
  if (typeof keep !== 'string' || !KEEP.test(keep)) return KEEP_TEXT
  return inputs.some((it) => typeof it === 'string' && namesOf(it).includes('person')) ? PERSON_TEXT : undefined
}

const SERVICE_TEXT: Text = {
  en: 'a "service" of the data bus, such as "PS/GOV/MTIT/post/listOffices/v1"',
  ar: '"service" خدمة على ناقل البيانات مثل "PS/GOV/MTIT/post/listOffices/v1"',
}
const QUERY_TEXT: Text = {
  en: '"query" with names of letters, digits and . _ ~ [ ] -',
  ar: '"query" بأسماء من حروف وأرقام و. _ ~ [ ] -',
}
const OFFER_TEXT: Text = {
  en: '"offer", FEEL over "reply" that gives a list of values or of { value, ar, en }',
  ar: '"offer" تعبير FEEL على "reply" يعطي قائمة قيم أو قائمة { value, ar, en }',
}
const KEEP_TEXT: Text = {
  en: '"keep" of minutes, hours or days, such as "PT1H"',
  ar: '"keep" بالدقائق أو الساعات أو الأيام مثل "PT1H"',
}
const PERSON_TEXT: Text = {
  en: 'no "keep" where it is asked with "person": what is kept is shown to everybody',
  ar: 'ألا يُذكر "keep" حيث يُسأل بـ"person": فما يُحفظ يُعرض على الجميع',
}

function inputFault(value: JsonValue): Text | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return undefined
  if (typeof value !== 'string')
    return { en: 'texts, numbers or FEEL as inputs of the call', ar: 'نصوصًا أو أعدادًا أو تعابير FEEL مدخلاتٍ للطلب' }
  const parsed = parseExpression(value)
  return parsed.ok
    ? undefined
    : { en: `FEEL (${parsed.reason})`, ar: `تعبير FEEL سليمًا (${feelInArabic(parsed.reason)})` }
}

function namesOf(text: string): readonly string[] {
  const parsed = parseExpression(text)
  return parsed.ok ? [...parsed.expression.names, ...parsed.expression.openNames] : []
}

/** Every service a form asks stands under an agreement of the package. */
export function callFindings({ workflow, forms }: Parts): readonly Finding[] {
  const agreed = new Set((workflow?.dataAgreements ?? []).map((it) => it.service))
  return [...forms.values()].flatMap(({ id, ui }) =>
    servicesIn(ui, '/ui')
      .filter(({ service }) => !agreed.has(service) && !agreed.has(withoutVersion(service)))
      .map(({ place, service }) => unagreed(`forms/${id}.form.json`, place, service)),
  )
}

interface Asked {
  readonly place: string
  readonly service: string
}

function servicesIn(element: JsonValue | undefined, place: string): readonly Asked[] {
  if (Array.isArray(element))
    return element.flatMap((it: JsonValue, index) => servicesIn(it, `${place}/${String(index)}`))
  if (!isJsonObject(element)) return []
  return Object.entries(element).flatMap(([key, value]) => {
    const at = `${place}/${key}`
    if (key !== 'choices' || !isJsonObject(value)) return servicesIn(value, at)
    return typeof value['service'] === 'string' ? [{ place: `${at}/service`, service: value['service'] }] : []
  })
}

function unagreed(file: string, place: string, service: string): Finding {
  return mistake(
    'form/agreement',
    { file, place },
    {
      en: `Expected a data agreement for ${quoted(service)} in workflow.json, but found none`,
      ar: `يجب أن توجد اتفاقية بيانات للخدمة ${quoted(service)} في workflow.json، لكن لم توجد`,
    },
    {
      en: 'Add it to dataAgreements with purpose and legal basis',
      ar: 'أضفها إلى dataAgreements مع الغرض والسند القانوني',
    },
  )
}
