/** A section under a heading, a row of questions beside one another, or a text to read. */
import type { JsonObject } from '../../../../engine/core/json.ts'
import { changed, type Command, NO_ELEMENT, refused } from '../command.ts'
import { listAt, type Pointer } from '../json/pointer.ts'
import { laidOut } from '../layout.ts'
import { put, roomIn } from '../room.ts'

export type SectionKind = keyof typeof SECTIONS

export interface AddSection {
  readonly section: SectionKind
  readonly into: Pointer
  readonly index?: number
}

const SECTIONS = {
  group: { type: 'Group', label: { ar: 'قسم جديد', en: 'New section' }, elements: [] },
  row: { type: 'HorizontalLayout', elements: [] },
  column: { type: 'VerticalLayout', elements: [] },
  text: { type: 'Label', text: { ar: 'نص يقرؤه مقدم الطلب', en: 'A text for the applicant to read' } },
  summary: {
    type: 'Label',
    text: { ar: 'راجع إجاباتك قبل الإرسال', en: 'Check your answers before sending them' },
    options: { summary: true },
  },
} as const satisfies Readonly<Record<string, JsonObject>>

export const addSection: Command<AddSection> = {
  label: { ar: 'إضافة قسم أو نص', en: 'Add a section or a text' },
  does(before, { section, into, index }) {
    const form = laidOut(before)
    const room = roomIn(form, into)
    if (room?.list === undefined) return NO_ELEMENT
    if (room.pages) return refused('ضع الأقسام داخل صفحة', 'Put sections into a page')
    const at = `${room.list}/${String(index ?? listAt(form, room.list).length)}`
    return changed(put(form, room.list, index, [SECTIONS[section]]), { at })
  },
}
