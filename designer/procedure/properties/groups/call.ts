/** Which procedure is called: of this package or of a shared one, in which version, from which start. */
import { isWritten } from '../../../../engine/core/bpmn/element.ts'
import { isOf, type Choice, type Entry, type Group, type Subject } from '../entry.ts'
import { attribute, extension, setAttribute } from '../extensions.ts'
import { choicesOf, ownChoice, textAttribute } from '../fields.ts'
import { PROPERTIES, rowValue, setRow } from '../rows.ts'
import type { Callable } from '../facts.ts'

const CALLED = 'zeebe:CalledElement'

export const call: Group = {
  id: 'call',
  title: { ar: 'الإجراء المستدعى', en: 'Called procedure' },
  isFor: isOf('bpmn:CallActivity'),
  entries(subject) {
    const { element, edit, facts } = subject
    const id = attribute(edit, element, CALLED, 'processId')
    const known = facts.processes.find((it) => it.id === id)
    return [
      process(subject, id),
      ...(known && known.starts.length > 0
        ? [
            ownChoice(
              subject,
              'masar:startEvent',
              choicesOf(known.starts, { ar: 'لم تُختر بعد', en: 'Not chosen yet' }),
              {
                id: 'startEvent',
                label: { ar: 'البداية', en: 'Where it begins' },
                rules: ['calls'],
                words: ['masar:startEvent'],
              },
            ),
          ]
        : []),
      ...binding(subject),
      propagate(subject, 'propagateAllParentVariables', true, {
        ar: 'يرى كل متغيرات هذا الإجراء',
        en: 'It sees all variables of this procedure',
      }),
      propagate(subject, 'propagateAllChildVariables', true, {
        ar: 'وتعود كل متغيراته إلى هنا',
        en: 'And all its variables come back here',
      }),
    ]
  },
}

function process({ element, edit, facts }: Subject, value: string): Entry {
  return {
    kind: 'choice',
    id: 'processId',
    label: { ar: 'الإجراء', en: 'Procedure' },
    value,
    choices: [{ value: '', label: { ar: 'لم يُختر بعد', en: 'Not chosen yet' } }, ...facts.processes.map(choiceOf)],
    write: (next) => (change) => {
      setAttribute(change, element, CALLED, 'processId', next)
      const starts = facts.processes.find((it) => it.id === next)?.starts ?? []
      const named = rowValue(edit, element, PROPERTIES, 'masar:startEvent')
      if (named !== undefined && starts.every(({ id }) => id !== named))
        setRow(change, element, PROPERTIES, 'masar:startEvent', undefined)
    },
    rules: ['calls'],
    words: ['call a process', 'processId'],
  }
}

const choiceOf = ({ id, title, from }: Callable): Choice => ({
  value: id,
  label: from === undefined ? title : { ar: `${title.ar} (${from})`, en: `${title.en} (${from})` },
})

function binding(subject: Subject): readonly Entry[] {
  const { element, edit } = subject
  const found = extension(edit, element, CALLED)
  const value =
    found && isWritten(found, 'bindingType') ? attribute(edit, element, CALLED, 'bindingType') : 'deployment'
  const how: Entry = {
    kind: 'choice',
    id: 'bindingType',
    label: { ar: 'أي إصدار منه', en: 'Which version of it' },
    value,
    choices: [
      { value: 'deployment', label: { ar: 'ما نُشر معه', en: 'What was deployed with it' } },
      { value: 'latest', label: { ar: 'الأحدث حين يُستدعى', en: 'The newest when it is called' } },
      { value: 'versionTag', label: { ar: 'الأحدث بوسم', en: 'The newest of a tag' } },
    ],
    write: (next) => (change) => {
      setAttribute(change, element, CALLED, 'bindingType', next === 'deployment' ? undefined : next)
      if (next !== 'versionTag') setAttribute(change, element, CALLED, 'versionTag', undefined)
    },
    rules: ['calls'],
    words: ['bindingType'],
  }
  if (value !== 'versionTag') return [how]
  return [how, textAttribute(subject, CALLED, 'versionTag', { id: 'versionTag', label: { ar: 'الوسم', en: 'Tag' } })]
}

function propagate({ element, edit }: Subject, name: string, otherwise: boolean, label: Entry['label']): Entry {
  const value = edit.get(extension(edit, element, CALLED), name)
  return {
    kind: 'check',
    id: name,
    label,
    value: typeof value === 'boolean' ? value : otherwise,
    write: (next) => (change) => setAttribute(change, element, CALLED, name, next === otherwise ? undefined : next),
  }
}
