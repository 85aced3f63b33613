/** When a question, a section or a page is shown, hidden, open or closed. */
import { changed, type Command, NO_ELEMENT } from '../command.ts'
import { objectAt, type Pointer, withValue } from '../json/pointer.ts'
import { elementAt } from '../layout.ts'

export interface SetRule {
  readonly at: Pointer
  /** Absent: always. */
  readonly rule?: { readonly effect: Effect; /** FEEL after "=". */ readonly condition: string }
}

export const EFFECTS = ['SHOW', 'HIDE', 'ENABLE', 'DISABLE'] as const
export type Effect = (typeof EFFECTS)[number]

export const setRule: Command<SetRule> = {
  label: { ar: 'تغيير الشرط', en: 'Change the condition' },
  does(form, { at, rule }) {
    if (elementAt(form, at) === undefined) return NO_ELEMENT
    const before = objectAt(form, `${at}/rule`)
    return changed(withValue(form, `${at}/rule`, rule && { ...before, ...rule }), { at })
  },
}
