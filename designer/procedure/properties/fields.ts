/** Entries as they come again and again: bound to an attribute of the element, of one of its extensions, to an expression in an element of its own, or to a property of ours. */
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import { namesIn } from '../../../engine/core/bpmn/variable.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Text } from '../../../engine/core/text.ts'
import { stepsBefore } from './before.ts'
import { NONE, type Choice, type Entry, type Subject } from './entry.ts'
import { attribute, body, child, setAttribute, setBody } from './extensions.ts'
import type { Named } from './facts.ts'
import { PROPERTIES, rowValue, setRow } from './rows.ts'

/** What an entry says of itself beside where it is written. */
export type Said = Pick<Entry, 'id' | 'label' | 'hint' | 'rules' | 'words'>

type FeelOptions = Said &
  Pick<Extract<Entry, { kind: 'feel' }>, 'choices' | 'written'> & {
    readonly plain?: boolean
    readonly expected?: JsonObject
  }

/** An attribute of an extension of `holder`, the element itself unless said. */
export function feelAttribute(
  { element, edit }: Subject,
  extension: string,
  name: string,
  { plain = true, ...said }: FeelOptions,
  holder: ModdleElement = element,
): Entry {
  return {
    kind: 'feel',
    ...said,
    plain,
    value: attribute(edit, holder, extension, name),
    write: (value) => (change) => setAttribute(change, holder, extension, name, value),
  }
}

export function textAttribute(
  { element, edit }: Subject,
  extension: string,
  name: string,
  said: Said,
  holder: ModdleElement = element,
): Entry {
  return {
    kind: 'text',
    ltr: true,
    ...said,
    value: attribute(edit, holder, extension, name),
    write: (value) => (change) => setAttribute(change, holder, extension, name, value.trim()),
  }
}

export function choiceAttribute(
  { element, edit }: Subject,
  extension: string,
  name: string,
  choices: readonly Choice[],
  said: Said,
): Extract<Entry, { kind: 'choice' }> {
  return {
    kind: 'choice',
    ...said,
    choices,
    value: attribute(edit, element, extension, name),
    write: (value) => (change) => setAttribute(change, element, extension, name, value),
  }
}

/** A `bpmn:FormalExpression` under the holder: always FEEL. */
export function bodyField(
  { edit }: Subject,
  holder: ModdleElement,
  name: string,
  { plain = false, ...said }: FeelOptions,
): Entry {
  return {
    kind: 'feel',
    ...said,
    plain,
    value: body(edit, holder, name),
    write: (value) => (change) => setBody(change, holder, name, value.trim()),
  }
}

/** When an arrow is taken. */
export function conditionField({ edit }: Subject, way: ModdleElement, said: Said): Entry {
  return {
    kind: 'condition',
    ...said,
    expected: { type: 'boolean' },
    value: body(edit, way, 'conditionExpression'),
    at: child(edit, way, 'sourceRef')?.id ?? '',
    before: () => stepsBefore(edit, way),
    write: (value) => (change) => setBody(change, way, 'conditionExpression', value.trim()),
  }
}

/** A property of ours in zeebe:properties. */
export function ownText({ element, edit }: Subject, name: string, said: Said): Entry {
  return {
    kind: 'text',
    ltr: true,
    ...said,
    value: rowValue(edit, element, PROPERTIES, name) ?? '',
    write: (value) => (change) => setRow(change, element, PROPERTIES, name, value.trim() || undefined),
  }
}

export function ownFeel({ element, edit }: Subject, name: string, said: FeelOptions): Entry {
  return {
    kind: 'feel',
    plain: true,
    ...said,
    value: rowValue(edit, element, PROPERTIES, name) ?? '',
    write: (value) => (change) => setRow(change, element, PROPERTIES, name, value.trim() || undefined),
  }
}

export function ownChoice({ element, edit }: Subject, name: string, choices: readonly Choice[], said: Said): Entry {
  return {
    kind: 'choice',
    ...said,
    choices,
    value: rowValue(edit, element, PROPERTIES, name) ?? '',
    write: (value) => (change) => setRow(change, element, PROPERTIES, name, value || undefined),
  }
}

/** Several names with commas between them. */
export function ownSeveral({ element, edit }: Subject, name: string, choices: readonly Choice[], said: Said): Entry {
  return {
    kind: 'several',
    ...said,
    choices,
    value: namesIn(rowValue(edit, element, PROPERTIES, name)),
    write: (value) => (change) => setRow(change, element, PROPERTIES, name, value.join(',') || undefined),
  }
}

/** An attribute of the element itself that is yes or no; its default is not written. */
export function tick({ edit }: Subject, holder: ModdleElement, name: string, otherwise: boolean, said: Said): Entry {
  const value = edit.get(holder, name)
  return {
    kind: 'check',
    ...said,
    value: typeof value === 'boolean' ? value : otherwise,
    write: (next) => (change) => change.set(holder, name, next === otherwise ? undefined : next),
  }
}

/** One of them, or none. */
export const choicesOf = (named: readonly Named[], none: Text = NONE): readonly Choice[] => [
  { value: '', label: none },
  ...severalOf(named),
]

/** As many of them as one likes. */
export const severalOf = (named: readonly Named[]): readonly Choice[] =>
  named.map(({ id, title }) => ({ value: id, label: title }))
