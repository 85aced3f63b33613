/** Whether a step is asked by the template of a connector, and by which. */
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import { answersOf, asked, setAnswer, templateIdOf } from '../templates/apply.ts'
import { isBusTemplateId, type BusTemplate } from '../templates/bus-template.ts'
import { faultOf } from '../templates/fault.ts'
import { templateFromDrawing } from '../templates/from-drawing.ts'
import { jobTypeOf, keyOf, shipped, shippedFor, type Property, type Template } from '../templates/template.ts'
import { bilingual } from '../../../engine/core/bilingual.ts'
import type { Text } from '../../../engine/core/text.ts'
import { idOf, newAt } from '../../documents/listed.ts'
import type { Editing } from './editing.ts'
import type { Entry, Group, Subject } from './entry.ts'
import { attribute } from './extensions.ts'
import type { Facts } from './facts.ts'
import { choicesOf } from './fields.ts'

type Reading = Pick<Editing, 'get'>

export interface KnownTemplate {
  readonly template: Template
  readonly expected: BusTemplate['expected']
}

/** Operations of the bus that are known now, by template id. */
export type BusTemplates = ReadonlyMap<string, BusTemplate>

export function templateOf(edit: Reading, element: ModdleElement, bus: BusTemplates): KnownTemplate | undefined {
  const id = templateIdOf(edit, element)
  const ofBus = bus.get(id) ?? (isBusTemplateId(id) ? templateFromDrawing(edit, element) : undefined)
  if (ofBus) return ofBus
  const type = attribute(edit, element, 'zeebe:TaskDefinition', 'type')
  const template =
    shipped(id) ?? (type.startsWith('masar:') && element.$type === 'bpmn:ServiceTask' ? shippedFor(type) : undefined)
  return template && { template, expected: new Map() }
}

/** Its job type, attempts and headers are asked for there. */
export const isServedByTemplate = (edit: Reading, element: ModdleElement): boolean =>
  templateOf(edit, element, new Map()) !== undefined

/** One group of the panel for each group of the template. */
export function connectorGroups(edit: Reading, element: ModdleElement, bus: BusTemplates): readonly Group[] {
  const known = templateOf(edit, element, bus)
  if (known === undefined) return []
  const { template } = known
  return template.groups.map((group) => ({
    id: `template.${group.id}`,
    title: bilingual(group.label),
    isFor: () => true,
    entries: (subject) => entriesOf(subject, known, group.id),
  }))
}

function entriesOf(
  { element, edit, facts }: Subject,
  { template, expected }: KnownTemplate,
  group: string,
): readonly Entry[] {
  const answers = answersOf(edit, element, template)
  return asked(template, answers)
    .filter((it) => it.type !== 'Hidden' && it.group === group)
    .flatMap((property) => {
      const value = answers[keyOf(property)] ?? (property.type === 'Dropdown' ? (property.value ?? '') : '')
      const entry = entryOf(element, template, property, value, expected)
      return isTemplateName(property) && entry.kind === 'text'
        ? templateChosen(entry, jobTypeOf(template), facts)
        : [entry]
    })
}

const EXPRESSION = /=?\{(?:[^{}]|\{[^{}]*\})*\}/g

/** An expression runs from left to right also within Arabic, where its braces and commas would change sides. */
export function withExpressionsWhole({ ar, en }: Text): Text {
  return { ar: ar.replaceAll(EXPRESSION, (it) => `\u2066${it}\u2069`), en }
}

function entryOf(
  element: ModdleElement,
  template: Template,
  property: Property,
  value: string | boolean,
  expected: KnownTemplate['expected'],
): Entry {
  const id = keyOf(property)
  const write = (next: string | boolean) => (change: Editing) => setAnswer(change, element, template, id, next)
  const said = {
    id,
    label: bilingual(property.label ?? id),
    ...(property.description === undefined ? {} : { hint: withExpressionsWhole(bilingual(property.description)) }),
    fault: faultOf(property, value),
    ...findingsOf(property),
  }
  if (property.type === 'Boolean') return { kind: 'check', ...said, value: value === true, write }
  const text = String(value)
  if (property.type === 'Dropdown')
    return {
      kind: 'choice',
      ...said,
      value: text,
      choices: (property.choices ?? []).map((it) => ({ value: it.value, label: bilingual(it.name) })),
      write,
    }
  if (property.feel === 'optional' || property.feel === 'required') {
    const schema = expected.get(id)
    return {
      kind: 'feel',
      ...said,
      value: text,
      plain: property.feel === 'optional',
      ...(schema && { expected: schema }),
      write,
    }
  }
  return { kind: 'text', ltr: true, ...said, value: text, write }
}

const isTemplateName = ({ binding }: Property): boolean =>
  binding.type === 'zeebe:taskHeader' && binding.key === 'template'

/** One of those the package has; a name that is none of them stays to be seen. */
function templateChosen(entry: Extract<Entry, { kind: 'text' }>, jobType: string, facts: Facts): readonly Entry[] {
  const { value } = entry
  const kind = jobType === 'masar:notify' ? 'notice' : 'paper'
  const known = kind === 'notice' ? facts.notices : facts.papers
  const named = [...known, ...(value === '' || known.includes(value) ? [] : [value])]
  return [
    {
      ...entry,
      kind: 'choice',
      choices: choicesOf(
        named.map((id) => ({ id, title: { ar: id, en: id } })),
        NOT_CHOSEN,
      ),
    },
    {
      kind: 'link',
      id: `${entry.id}.open`,
      view: 'documents',
      at: value === '' ? newAt(kind) : [idOf(kind, value)],
      ...(value === '' && { making: { kind, made: (name: string) => entry.write(name) } }),
      label:
        value === '' ? { ar: 'إنشاء قالب', en: 'Write a template' } : { ar: 'فتح القالب', en: 'Open the template' },
    },
  ]
}

const NOT_CHOSEN = { ar: 'لم يُختر بعد', en: 'Not chosen yet' } as const

/** The check speaks of what the drawing holds, not of fields. */
function findingsOf({ binding }: Property): Pick<Entry, 'rules' | 'words'> {
  if (binding.type === 'zeebe:input' && binding.name === 'service')
    return { rules: ['jobs'], words: ['data agreement', 'input "service"'] }
  if (binding.type === 'zeebe:taskHeader' && binding.key === 'template')
    return { rules: ['jobs'], words: ['template of'] }
  if (binding.type === 'zeebe:input' && Object.hasOwn(OF_NOTICE, binding.name))
    return { rules: ['notices'], words: OF_NOTICE[binding.name] ?? [] }
  if (binding.type === 'zeebe:taskDefinition') return { rules: ['jobs'], words: [binding.property] }
  return {}
}

/** By which words a finding on a notice speaks of each of its fields. */
const OF_NOTICE: Readonly<Record<string, readonly string[]>> = {
  'sms.to': ['telephone number'],
  'sms.text': ['text of the SMS'],
  'email.to': ['address for the e-mail'],
  'email.subject': ['subject of the e-mail'],
  'email.text': ['text of the e-mail'],
}
