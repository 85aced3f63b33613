/** What is undone, and whether one waits for it. */
import { isElement } from '../../../../engine/core/bpmn/element.ts'
import { isOf, type Entry, type Group, type Subject } from '../entry.ts'
import { child, children } from '../extensions.ts'
import { choicesOf, tick } from '../fields.ts'
import { called, eventDefinition, scopeOf } from '../tree.ts'

const TYPE = 'bpmn:CompensateEventDefinition'
const THROWS = isOf('bpmn:IntermediateThrowEvent', 'bpmn:EndEvent')

export const compensation: Group = {
  id: 'compensation',
  title: { ar: 'إلغاء الأثر', en: 'Compensation' },
  isFor: (element, edit) => THROWS(element) && eventDefinition(edit, element, TYPE) !== undefined,
  entries(subject) {
    const holder = eventDefinition(subject.edit, subject.element, TYPE)
    if (holder === undefined) return []
    const able = undoable(subject)
    const entry: Entry = {
      kind: 'choice',
      id: 'activityRef',
      label: { ar: 'ما يُلغى أثره', en: 'What is undone' },
      value: child(subject.edit, holder, 'activityRef')?.id ?? '',
      choices: choicesOf(
        able.map((it) => called(subject.edit, it)),
        { ar: 'كل ما اكتمل هنا', en: 'Everything completed here' },
      ),
      write: (value) => (change) =>
        change.set(
          holder,
          'activityRef',
          able.find(({ id }) => id === value),
        ),
      rules: ['compensation-throws'],
    }
    return [
      entry,
      tick(subject, holder, 'waitForCompletion', true, {
        id: 'waitForCompletion',
        label: { ar: 'يُنتظر حتى يكتمل', en: 'Wait until it is done' },
      }),
    ]
  },
}

/** Steps of its scope, and out of event subprocesses of the one around, on whose edge compensation is drawn or which hold steps. */
function undoable({ element, edit }: Subject) {
  const scopes = []
  for (let at = scopeOf(element); at; at = edit.get(at, 'triggeredByEvent') === true ? scopeOf(at) : undefined)
    scopes.push(at)
  const steps = scopes.flatMap((it) => children(edit, it, 'flowElements'))
  const hosts = new Set(
    steps
      .filter((it) => it.$type === 'bpmn:BoundaryEvent' && eventDefinition(edit, it, TYPE) !== undefined)
      .map((it) => edit.get(it, 'attachedToRef'))
      .filter(isElement),
  )
  return steps.filter(
    (it) =>
      hosts.has(it) || children(edit, it, 'flowElements').some((inner) => edit.get(inner, 'triggeredByEvent') === true),
  )
}
