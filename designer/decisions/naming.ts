/** What people call a decision: in both languages, in its name or in its description. */
import type { Decision } from '../../engine/core/dmn/rewrite.ts'
import { bilingual } from '../../engine/core/bilingual.ts'
import type { Text } from '../../engine/core/text.ts'

/** In its name where that is for people, else in its description. */
export function titleOf({ id = '', name = id, description = '' }: Pick<Decision, 'id' | 'name' | 'description'>): Text {
  return bilingual(isForPeople(name) || description === '' ? name : description)
}

export const isForPeople = (name: string): boolean => name.includes(' · ')
