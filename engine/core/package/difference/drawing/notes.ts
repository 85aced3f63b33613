/** Notes in the drawing and the dotted lines to what undoes a step. */
import type { Comparison } from '../thing.ts'
import { noteThings, shapesIn } from './shapes.ts'

export const notes: Comparison = {
  things: (side) => shapesIn(side, noteThings),
  aspects: [
    { of: 'text', name: () => ({ ar: 'النص', en: 'the text' }) },
    { of: 'ends', name: () => ({ ar: 'ما يصله', en: 'what it joins' }) },
  ],
}
