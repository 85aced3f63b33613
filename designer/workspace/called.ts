/** What a draft is called: by its title, in the other language where this one is still missing, and else by its id. */
import type { Language, Text } from '../../engine/core/text.ts'

export const draftCalled = (
  { title, packageId }: { readonly title: Text; readonly packageId: string },
  language: Language,
): string => title[language] || title.ar || title.en || packageId
