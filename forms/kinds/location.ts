/** A place told in words, for who has no map: "behind the mosque of Al-Bireh, second house on the left". */
import { longText } from './longText.ts'
import type { Kind } from './kind.ts'

export const location: Kind = { ...longText, name: 'location', fits: () => false }
