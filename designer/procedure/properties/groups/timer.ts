/** When a timer goes off: at a moment, after a time, again and again. */
import type { ModdleElement } from '../../../../engine/core/bpmn/element.ts'
import type { Editing } from '../editing.ts'
import type { Entry, Group, Subject } from '../entry.ts'
import { body, setBody } from '../extensions.ts'
import { PROPERTIES, rowValue } from '../rows.ts'
import type { TimerText } from '../timer-text.ts'
import { eventDefinition } from '../tree.ts'
import { interrupts } from './reaction.ts'

const TIMER = 'bpmn:TimerEventDefinition'
const WAYS = ['timeDuration', 'timeDate', 'timeCycle'] as const satisfies readonly TimerText['kind'][]

export const timer: Group = {
  id: 'timer',
  title: { ar: 'المؤقّت', en: 'Timer' },
  isFor: (element, edit) => eventDefinition(edit, element, TIMER) !== undefined,
  entries(subject) {
    const definition = eventDefinition(subject.edit, subject.element, TIMER)
    return definition === undefined ? [] : [entryOf(subject, definition)]
  },
}

function entryOf(subject: Subject, definition: ModdleElement): Entry {
  const { edit } = subject
  const kind = WAYS.find((it) => body(edit, definition, it) !== '') ?? 'timeDuration'
  return {
    kind: 'timer',
    id: 'timer',
    label: { ar: 'متى', en: 'When' },
    value: { kind, text: body(edit, definition, kind) },
    ways: waysOf(subject),
    write: (next) => (change) => setTimer(change, definition, next),
    rules: ['timers', 'clocks', 'feel'],
    words: ['time'],
  }
}

function setTimer(edit: Editing, definition: ModdleElement, { kind, text }: TimerText): void {
  for (const other of WAYS.filter((it) => it !== kind)) edit.set(definition, other, undefined)
  setBody(edit, definition, kind, text.trim())
}

/** On a statutory deadline only a duration means something; what happens once has no cycle. */
function waysOf({ element, edit }: Subject): readonly TimerText['kind'][] {
  if (rowValue(edit, element, PROPERTIES, 'masar:deadline') !== undefined) return ['timeDuration']
  return mayRepeat(edit, element) ? WAYS : WAYS.filter((it) => it !== 'timeCycle')
}

function mayRepeat(edit: Pick<Editing, 'get'>, element: ModdleElement): boolean {
  if (element.$type === 'bpmn:StartEvent')
    return element.$parent?.$type === 'bpmn:Process' || !interrupts(edit, element)
  return element.$type === 'bpmn:BoundaryEvent' && !interrupts(edit, element)
}
