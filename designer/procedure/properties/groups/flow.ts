/** When an arrow is taken. */
import type { ModdleElement } from '../../../../engine/core/bpmn/element.ts'
import { FLOW_NODES } from '../../../../engine/core/bpmn/vocabulary.ts'
import type { Editing } from '../editing.ts'
import { isOf, type Entry, type Group, type Subject } from '../entry.ts'
import { child } from '../extensions.ts'
import { conditionField } from '../fields.ts'

const CHOOSING = isOf('bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway')
const FAMILIES: Readonly<Record<string, string>> = FLOW_NODES

export const flow: Group = {
  id: 'flow',
  title: { ar: 'متى يُسلك', en: 'When it is taken' },
  isFor: (element, edit) => element.$type === 'bpmn:SequenceFlow' && chooses(edit, element),
  entries(subject) {
    const { element, edit } = subject
    const from = child(edit, element, 'sourceRef')
    if (from === undefined) return []
    const isDefault = edit.get(from, 'default') === element
    return [byDefault(subject, from, isDefault), ...(isDefault ? [] : [condition(subject)])]
  },
}

function chooses(edit: Pick<Editing, 'get'>, element: ModdleElement): boolean {
  const from = child(edit, element, 'sourceRef')
  return from !== undefined && (CHOOSING(from) || FAMILIES[from.$type] === 'activity')
}

function byDefault({ element }: Subject, from: ModdleElement, value: boolean): Entry {
  return {
    kind: 'check',
    id: 'default',
    label: { ar: 'يُسلك حين لا يُسلك غيره', en: 'Taken when no other is' },
    value,
    write: (next) => (change) => {
      change.set(from, 'default', next ? element : undefined)
      if (next) change.set(element, 'conditionExpression', undefined)
    },
    rules: ['conditions'],
    words: ['default flow'],
  }
}

const condition = (subject: Subject): Entry =>
  conditionField(subject, subject.element, {
    id: 'condition',
    label: { ar: 'متى يُسلك هذا السهم', en: 'When this arrow is taken' },
    rules: ['conditions', 'feel'],
    words: ['condition'],
  })
