/** Messages, signals, errors and escalations stand beside the procedure and are referred to; who is called alike is the same one. */
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import type { Text } from '../../../engine/core/text.ts'
import type { Change, Choice, Entry, Subject } from './entry.ts'
import type { Editing } from './editing.ts'
import { child, children, text } from './extensions.ts'
import type { Said } from './fields.ts'
import { freshId, rootsOf } from './tree.ts'

export interface RootKind {
  readonly type: 'bpmn:Message' | 'bpmn:Signal' | 'bpmn:Error' | 'bpmn:Escalation'
  readonly ref: 'messageRef' | 'signalRef' | 'errorRef' | 'escalationRef'
  /** By what both sides know each other. */
  readonly key: 'name' | 'errorCode' | 'escalationCode'
  readonly prefix: string
}

export const MESSAGE: RootKind = { type: 'bpmn:Message', ref: 'messageRef', key: 'name', prefix: 'Message_' }
export const SIGNAL: RootKind = { type: 'bpmn:Signal', ref: 'signalRef', key: 'name', prefix: 'Signal_' }
export const ERROR: RootKind = { type: 'bpmn:Error', ref: 'errorRef', key: 'errorCode', prefix: 'Error_' }
export const ESCALATION: RootKind = {
  type: 'bpmn:Escalation',
  ref: 'escalationRef',
  key: 'escalationCode',
  prefix: 'Escalation_',
}

/** Refers to the one of this key, which is made where there is none. Empty: to none. */
export function refer(
  edit: Editing,
  definitions: ModdleElement,
  holder: ModdleElement,
  kind: RootKind,
  key: string,
): void {
  if (key === '') return edit.set(holder, kind.ref, undefined)
  const known = rootsOf(edit, definitions, kind.type).find((it) => text(edit, it, kind.key) === key)
  edit.set(holder, kind.ref, known ?? addRoot(edit, definitions, kind, key))
}

function addRoot(
  edit: Editing,
  definitions: ModdleElement,
  { type, key, prefix }: RootKind,
  value: string,
): ModdleElement {
  const id = freshId(edit, definitions, prefix)
  const name = key === 'name' ? {} : { name: value }
  const made = edit.make(type, { id, ...name, [key]: value }, definitions)
  edit.set(definitions, 'rootElements', [...children(edit, definitions, 'rootElements'), made])
  return made
}

interface RootWords {
  readonly choose: Said
  readonly other: Said
  readonly none: Text
}

/** One that is known in the file or suggested, and beside it the field for another. */
export function rootEntries(
  { edit, definitions }: Subject,
  holder: ModdleElement,
  kind: RootKind,
  words: RootWords,
  suggested: readonly Choice[] = [],
): readonly Entry[] {
  const value = text(edit, child(edit, holder, kind.ref), kind.key)
  const known = rootsOf(edit, definitions, kind.type)
    .map((it) => text(edit, it, kind.key))
    .filter((it) => it !== '' && suggested.every((one) => one.value !== it))
  const choices: readonly Choice[] = [
    { value: '', label: words.none },
    ...suggested,
    ...known.map((it) => ({ value: it, label: { ar: it, en: it } })),
  ]
  const write =
    (next: string): Change =>
    (change) =>
      refer(change, definitions, holder, kind, next.trim())
  return [
    { kind: 'choice', ...words.choose, value, choices: distinct(choices), write },
    { kind: 'text', ltr: true, ...words.other, value: '', write },
  ]
}

const distinct = (choices: readonly Choice[]): readonly Choice[] => [
  ...new Map(choices.map((it) => [it.value, it])).values(),
]
