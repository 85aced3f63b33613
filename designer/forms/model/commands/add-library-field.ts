/** Asks for what many services ask for, by its definition in the national field library. */
import type { Command } from '../command.ts'
import { freeName, namesIn } from '../fields.ts'
import type { Pointer } from '../json/pointer.ts'
import { laidOut } from '../layout.ts'
import { libraryPart, type LibraryField } from '../library.ts'
import { placed } from '../placed.ts'
import { roomIn } from '../room.ts'

export interface AddLibraryField {
  readonly field: LibraryField
  readonly into: Pointer
  readonly index?: number
  /** How it is called; by its definition where none is said. */
  readonly name?: string
}

export const addLibraryField: Command<AddLibraryField> = {
  label: { ar: 'إضافة حقل من المكتبة الوطنية', en: 'Add a field of the national library' },
  does(form, { field, into, index, name }) {
    const taken = namesIn(form, roomIn(laidOut(form), into)?.within ?? '')
    const part = libraryPart(field, name)
    return placed(form, libraryPart(field, freeName(part.name, taken)), into, index)
  },
}
