/** A sentence in both languages: whatever a person reads in Masar is one of these. */
export interface Text {
  readonly ar: string
  readonly en: string
}

export type Language = keyof Text
export const LANGUAGES = ['ar', 'en'] as const satisfies readonly Language[]
