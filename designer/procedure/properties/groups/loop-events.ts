/** Whom a step that is done for each of a list tells of it: by a signal or escalation at each that is done, at the first, or where conditions hold. */
import type { ModdleElement } from '../../../../engine/core/bpmn/element.ts'
import type { Editing } from '../editing.ts'
import type { Choice, Entry, Subject } from '../entry.ts'
import { body, child, children, text } from '../extensions.ts'
import { ESCALATION, refer, SIGNAL, type RootKind } from '../root.ts'
import type { Row } from '../rows.ts'
import { freshId, rootsOf } from '../tree.ts'

type Reading = Pick<Editing, 'get'>

const REFERENCES: Readonly<Record<string, string>> = { None: 'noneBehaviorEventRef', One: 'oneBehaviorEventRef' }
const COMPLEX = 'complexBehaviorDefinition'
const RULES = ['loop-events']

const KINDS = [
  { kind: SIGNAL, definition: 'bpmn:SignalEventDefinition', word: 'signal', label: { ar: 'إشارة', en: 'Signal' } },
  {
    kind: ESCALATION,
    definition: 'bpmn:EscalationEventDefinition',
    word: 'escalation',
    label: { ar: 'تصعيد', en: 'Escalation' },
  },
] as const satisfies readonly { kind: RootKind; definition: string; word: string; label: Choice['label'] }[]
type Told = (typeof KINDS)[number]

export function loopEvents(subject: Subject, drawn: ModdleElement): readonly Entry[] {
  const { edit } = subject
  const behavior = text(edit, drawn, 'behavior') || 'All'
  const how: Entry = {
    kind: 'choice',
    id: 'behavior',
    label: { ar: 'يُخبر بإنجاز كل واحد', en: 'It tells that one is done' },
    hint: {
      ar: 'بإشارة أو تصعيد، ويلتقطه حدث على حافة الخطوة.',
      en: 'By a signal or an escalation, which an event on its edge can catch.',
    },
    value: behavior,
    choices: [
      { value: 'All', label: { ar: 'لا', en: 'No' } },
      { value: 'None', label: { ar: 'عند كل واحد', en: 'At each' } },
      { value: 'One', label: { ar: 'عند الأول فقط', en: 'At the first only' } },
      { value: 'Complex', label: { ar: 'حين تصح شروط', en: 'Where conditions hold' } },
    ],
    write: (value) => (change) => setBehavior(change, drawn, value),
    rules: RULES,
  }
  const reference = REFERENCES[behavior]
  if (reference !== undefined) return [how, ...oneEvent(subject, drawn, reference)]
  return behavior === 'Complex' ? [how, conditions(subject, drawn)] : [how]
}

/** What was said of another behaviour means nothing in this one. */
function setBehavior(edit: Editing, drawn: ModdleElement, value: string): void {
  const before = Object.values(REFERENCES).find((it) => child(edit, drawn, it) !== undefined)
  const event = before && child(edit, drawn, before)
  edit.set(drawn, 'behavior', value === 'All' ? undefined : value)
  for (const [name, reference] of Object.entries(REFERENCES))
    edit.set(drawn, reference, name === value ? event : undefined)
  if (value !== 'Complex') edit.set(drawn, COMPLEX, [])
}

/** Every signal and escalation of the file, and a field for another of either. */
function oneEvent(subject: Subject, drawn: ModdleElement, reference: string): readonly Entry[] {
  const { edit, definitions } = subject
  const thrown = child(edit, drawn, reference)
  const told = KINDS.find((it) => it.definition === thrown?.$type)
  const known = KINDS.flatMap((it) =>
    rootsOf(edit, definitions, it.kind.type)
      .map((root) => text(edit, root, it.kind.key))
      .filter((name) => name !== '' && !name.startsWith('='))
      .map((name) => ({ value: `${it.word} ${name}`, label: labelled(it, name) })),
  )
  const write = (it: Told, name: string) => (change: Editing) =>
    change.set(drawn, reference, name === '' ? undefined : definitionOf(change, subject, thrown, it, name))
  return [
    {
      kind: 'choice',
      id: 'behaviorEvent',
      label: { ar: 'بماذا', en: 'By what' },
      value: told && thrown ? `${told.word} ${nameOf(edit, thrown, told)}` : '',
      choices: [{ value: '', label: { ar: 'لم يُختر بعد', en: 'Not chosen yet' } }, ...known],
      write: (value) => {
        const it = KINDS.find(({ word }) => value.startsWith(`${word} `))
        return it ? write(it, value.slice(it.word.length + 1)) : write(SIGNALS, '')
      },
      rules: RULES,
    },
    ...KINDS.map((it): Entry => ({
      kind: 'text',
      ltr: true,
      id: `new.${it.word}`,
      label:
        it === SIGNALS
          ? { ar: 'أو إشارة جديدة باسم', en: 'Or a new signal, called' }
          : { ar: 'أو تصعيد جديد برمز', en: 'Or a new escalation of the code' },
      value: '',
      write: (value) => (value.trim() === '' ? () => undefined : write(it, value.trim())),
    })),
  ]
}

const [SIGNALS] = KINDS

const labelled = ({ label }: Told, name: string): Choice['label'] => ({
  ar: `${label.ar}: ${name}`,
  en: `${label.en}: ${name}`,
})

const nameOf = (edit: Reading, definition: ModdleElement | undefined, { kind }: Told): string =>
  text(edit, child(edit, definition, kind.ref), kind.key)

/** The definition stands beside the procedure; the one that is there is used on where it is of the same kind. */
function definitionOf(
  edit: Editing,
  { definitions }: Subject,
  before: ModdleElement | undefined,
  { kind, definition }: Told,
  name: string,
): ModdleElement {
  const made = before?.$type === definition ? before : addDefinition(edit, definitions, definition)
  refer(edit, definitions, made, kind, name)
  return made
}

function addDefinition(edit: Editing, definitions: ModdleElement, type: string): ModdleElement {
  const made = edit.make(type, { id: freshId(edit, definitions, 'Thrown_') }, definitions)
  edit.set(definitions, 'rootElements', [...children(edit, definitions, 'rootElements'), made])
  return made
}

function conditions(subject: Subject, drawn: ModdleElement): Entry {
  const { edit } = subject
  const rows = children(edit, drawn, COMPLEX).map((it): Row => {
    const [thrown] = children(edit, child(edit, it, 'event'), 'eventDefinitions')
    const told = KINDS.find(({ definition }) => definition === thrown?.$type)
    return { name: told ? nameOf(edit, thrown, told) : '', value: body(edit, it, 'condition') }
  })
  return {
    kind: 'rows',
    id: COMPLEX,
    label: { ar: 'متى وبماذا', en: 'When, and by what' },
    hint: {
      ar: 'اسم إشارة أو رمز تصعيد معروف في المخطط، وشرطه مثل ‎=numberOfCompletedInstances = 2‎.',
      en: 'Name of a signal or code of an escalation of the drawing, and its condition such as =numberOfCompletedInstances = 2.',
    },
    columns: { name: { ar: 'الإشارة أو التصعيد', en: 'Signal or escalation' }, value: { ar: 'الشرط', en: 'Condition' } },
    feel: true,
    rows,
    write: (next) => (change) => setConditions(change, subject, drawn, next),
    rules: [...RULES, 'feel'],
    words: [COMPLEX, 'behavior'],
  }
}

/** Rows are told by what they throw; the others are made anew. */
function setConditions(edit: Editing, subject: Subject, drawn: ModdleElement, rows: readonly Row[]): void {
  const free = [...children(edit, drawn, COMPLEX)]
  const after = rows.map(({ name, value }) => {
    const same = free.find((it) => KINDS.some((told) => nameOf(edit, thrownBy(edit, it), told) === name && name !== ''))
    if (same === undefined) return complex(edit, subject, drawn, name, value)
    free.splice(free.indexOf(same), 1)
    const condition = child(edit, same, 'condition')
    if (condition) edit.set(condition, 'body', value)
    else edit.set(same, 'condition', edit.make('bpmn:FormalExpression', { body: value }, same))
    return same
  })
  edit.set(drawn, COMPLEX, after)
}

const thrownBy = (edit: Reading, definition: ModdleElement): ModdleElement | undefined =>
  children(edit, child(edit, definition, 'event'), 'eventDefinitions')[0]

function complex(
  edit: Editing,
  { definitions }: Subject,
  drawn: ModdleElement,
  name: string,
  value: string,
): ModdleElement {
  const isEscalation = rootsOf(edit, definitions, ESCALATION.type).some((it) => text(edit, it, ESCALATION.key) === name)
  const { kind, definition } = isEscalation ? KINDS[1] : KINDS[0]
  const made = edit.make('bpmn:ComplexBehaviorDefinition', {}, drawn)
  const event = edit.make('bpmn:ImplicitThrowEvent', {}, made)
  const thrown = edit.make(definition, {}, event)
  if (name !== '') refer(edit, definitions, thrown, kind, name)
  edit.set(event, 'eventDefinitions', [thrown])
  edit.set(made, 'condition', edit.make('bpmn:FormalExpression', { body: value }, made))
  edit.set(made, 'event', event)
  return made
}
