/** Who takes part, as drawn for readers: pools and the messages between them. */
import type { Comparison } from '../thing.ts'
import { participantThings, shapesIn } from './shapes.ts'

export const participants: Comparison = {
  things: (side) => shapesIn(side, participantThings),
  aspects: [
    { of: 'name', name: () => ({ ar: 'الاسم', en: 'the name' }), renames: true },
    { of: 'ends', name: () => ({ ar: 'ما يصله', en: 'what it joins' }) },
  ],
}
