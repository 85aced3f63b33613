/** All that an analyst can do to a form. A new command is a file here and its line. */
import type { Changed, Command } from '../command.ts'
import { formText, readFormText } from '../form-file.ts'
import { forbidden } from '../forbidden.ts'
import { addField } from './add-field.ts'
import { addLibraryField } from './add-library-field.ts'
import { addPage } from './add-page.ts'
import { addSection } from './add-section.ts'
import { changeKind } from './change-kind.ts'
import { dissolveSection } from './dissolve-section.ts'
import { layOutInside } from './lay-out-inside.ts'
import { moveElement } from './move-element.ts'
import { placeField } from './place-field.ts'
import { removeElement } from './remove-element.ts'
import { removeField } from './remove-field.ts'
import { renameChoice } from './rename-choice.ts'
import { renameField } from './rename-field.ts'
import { setChoiceSource } from './set-choice-source.ts'
import { setChoices } from './set-choices.ts'
import { setConstraint } from './set-constraint.ts'
import { setFileLimits } from './set-file-limits.ts'
import { setLabel } from './set-label.ts'
import { setOption } from './set-option.ts'
import { setRequired } from './set-required.ts'
import { setRule } from './set-rule.ts'
import { setText } from './set-text.ts'
import { setTicked } from './set-ticked.ts'
import { setTitle } from './set-title.ts'

export const COMMANDS = {
  addField,
  addLibraryField,
  addPage,
  addSection,
  changeKind,
  dissolveSection,
  layOutInside,
  moveElement,
  placeField,
  removeElement,
  removeField,
  renameChoice,
  renameField,
  setChoiceSource,
  setChoices,
  setConstraint,
  setFileLimits,
  setLabel,
  setOption,
  setRequired,
  setRule,
  setText,
  setTicked,
  setTitle,
} as const

export type CommandName = keyof typeof COMMANDS
export type AskedOf<Name extends CommandName> = (typeof COMMANDS)[Name] extends Command<infer Asked> ? Asked : never

export type ChangedText =
  | Exclude<Changed, { readonly ok: true }>
  | (Extract<Changed, { readonly ok: true }> & { readonly text: string })

/** The text of the file after a command; what the command does not speak of reads as before, letter by letter. */
export function changedText<Asked>(text: string, command: Command<Asked>, asked: Asked): ChangedText {
  const read = readFormText(text)
  if (!read.ok) return read
  const done = command.does(read.form, asked)
  if (!done.ok) return done
  const reason = forbidden(read.form, done.form)
  return reason ? { ok: false, reason } : { ...done, text: formText(read.source, done.form) }
}
