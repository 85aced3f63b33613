/** Data objects, which are variables of their name. */
import type { Comparison } from '../thing.ts'
import { dataThings, shapesIn } from './shapes.ts'
import { STEP_ASPECTS } from './step-aspects.ts'

export const data: Comparison = { things: (side) => shapesIn(side, dataThings), aspects: STEP_ASPECTS }
