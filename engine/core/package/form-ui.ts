/** How a form is laid out: the published JSON Forms UI schema, with FEEL in its rules and labels in both languages. */
import { feelInArabic } from '../feel/arabic.ts'
import { parseExpression } from '../bpmn/expression.ts'
import { isFeel } from '../feel/feel.ts'
import { mistake, quoted } from '../finding.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import { optionFaults } from './form-options.ts'
import type { Field } from './form-texts.ts'

const LAYOUTS: ReadonlySet<string> = new Set([
  'VerticalLayout',
  'HorizontalLayout',
  'Group',
  'Categorization',
  'Category',
])
const LEAVES: ReadonlySet<string> = new Set(['Control', 'Label', 'ListWithDetail'])
const EFFECTS: ReadonlySet<string> = new Set(['SHOW', 'HIDE', 'ENABLE', 'DISABLE'])

/** @param fields of the schema, by their place in the answers */
export function uiFindings(file: string, ui: JsonValue, fields: ReadonlyMap<string, Field>): readonly Finding[] {
  const findings: Finding[] = []
  visit(ui, '/ui', '', { file, fields, findings })
  return findings
}

interface Visit {
  readonly file: string
  readonly fields: ReadonlyMap<string, Field>
  readonly findings: Finding[]
}

/** @param within place of the list whose entries the element lays out, "" at the top */
function visit(element: JsonValue | undefined, place: string, within: string, it: Visit): void {
  if (element === undefined || !isJsonObject(element))
    return refuse(it, place, { en: 'a layout element', ar: 'عنصر تخطيط' }, element)
  const type = typeof element['type'] === 'string' ? element['type'] : ''
  if (!LAYOUTS.has(type) && !LEAVES.has(type))
    return refuse(
      it,
      `${place}/type`,
      { en: `one of ${[...LAYOUTS, ...LEAVES].join(', ')}`, ar: `واحدًا من ${[...LAYOUTS, ...LEAVES].join('، ')}` },
      element['type'],
    )
  for (const name of ['label', 'text'])
    if (element[name] !== undefined && element[name] !== false && !isText(element[name]))
      refuse(
        it,
        `${place}/${name}`,
        { en: 'a text {ar, en} in both languages', ar: 'نصًا ‎{ar, en}‎ باللغتين' },
        element[name],
      )
  if (element['rule'] !== undefined) checkRule(element['rule'], `${place}/rule`, it)
  const here = LEAVES.has(type) && type !== 'Label' ? checkScope(element, place, within, it) : within
  if (type === 'Label') checkLabelOptions(element, place, it)
  if (here !== within) checkOptions(element, place, here, it)
  const detail = objectAt(element, 'options')['detail']
  if (detail !== undefined && isJsonObject(detail)) visit(detail, `${place}/options/detail`, `${here}/*`, it)
  if (!LAYOUTS.has(type)) return
  const inner = element['elements']
  if (!Array.isArray(inner))
    return refuse(it, `${place}/elements`, { en: 'a list of elements', ar: 'قائمة عناصر' }, inner)
  for (const [index, child] of inner.entries()) visit(child, `${place}/elements/${String(index)}`, within, it)
}

/** "#/properties/applicant/properties/name" names the field "/applicant/name". */
function checkScope(element: JsonObject, place: string, within: string, it: Visit): string {
  const scope = element['scope']
  const field = typeof scope === 'string' ? fieldAt(scope, within) : undefined
  if (field !== undefined && it.fields.has(field)) return field
  refuse(
    it,
    `${place}/scope`,
    {
      en: 'the scope of a field of the schema, like "#/properties/name"',
      ar: 'موضع حقل من المخطط مثل ‎"#/properties/name"‎',
    },
    scope,
  )
  return within
}

/** A Label may be the place where the answers are read over. */
function checkLabelOptions(element: JsonObject, place: string, it: Visit): void {
  for (const [option, value] of Object.entries(objectAt(element, 'options')))
    if (option !== 'summary' || typeof value !== 'boolean')
      refuse(
        it,
        `${place}/options/${option}`,
        { en: 'only "summary", true or false', ar: '"summary" وحده، true أو false' },
        value,
      )
}

function checkOptions(element: JsonObject, place: string, field: string, it: Visit): void {
  const options = element['options']
  if (options === undefined) return
  if (!isJsonObject(options))
    return refuse(it, `${place}/options`, { en: 'options by name', ar: 'خيارات بأسمائها' }, options)
  const { schema = {} } = it.fields.get(field) ?? {}
  for (const { option, expected } of optionFaults(options, schema, field.slice(field.lastIndexOf('/') + 1)))
    refuse(it, `${place}/options/${option}`, expected, options[option])
}

function fieldAt(scope: string, within = ''): string | undefined {
  if (!/^#(?:\/properties\/[^/]+)+$/.test(scope)) return undefined
  return `${within}/${scope.slice('#/properties/'.length).split('/properties/').join('/')}`
}

function checkRule(rule: JsonValue, place: string, it: Visit): void {
  if (!isJsonObject(rule) || typeof rule['effect'] !== 'string' || !EFFECTS.has(rule['effect']))
    return refuse(
      it,
      `${place}/effect`,
      { en: `one of ${[...EFFECTS].join(', ')}`, ar: `واحدًا من ${[...EFFECTS].join('، ')}` },
      rule,
    )
  const { condition } = rule
  if (typeof condition !== 'string' || !isFeel(condition))
    return refuse(
      it,
      `${place}/condition`,
      { en: 'FEEL after "=", such as "=applicantType = \\"agent\\""', ar: 'تعبير FEEL بعد "="' },
      condition,
    )
  const parsed = parseExpression(condition)
  if (!parsed.ok)
    refuse(
      it,
      `${place}/condition`,
      {
        en: `FEEL (${parsed.reason}, at character ${String(parsed.at + 1)})`,
        ar: `تعبير FEEL سليمًا (${feelInArabic(parsed.reason)}، عند المحرف ${String(parsed.at + 1)})`,
      },
      condition,
    )
}

function isText(value: JsonValue | undefined): boolean {
  if (value === undefined || !isJsonObject(value)) return false
  const { ar, en } = value
  return typeof ar === 'string' && ar.trim() !== '' && typeof en === 'string' && en.trim() !== ''
}

function objectAt(element: JsonObject, key: string): JsonObject {
  const value = element[key]
  return value !== undefined && isJsonObject(value) ? value : {}
}

function refuse(it: Visit, place: string, expected: Text, found: JsonValue | undefined): void {
  const shown = found === undefined ? 'nothing' : quoted(JSON.stringify(found))
  it.findings.push(
    mistake(
      'form/ui',
      { file: it.file, place },
      { en: `Expected ${expected.en}, but found ${shown}`, ar: `المتوقع ${expected.ar}، لكن وُجد ${shown}` },
      { en: 'Correct the layout', ar: 'صحّح التخطيط' },
    ),
  )
}
