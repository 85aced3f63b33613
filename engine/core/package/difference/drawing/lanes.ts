/** Lanes: whose steps stand in them. */
import type { Comparison } from '../thing.ts'
import { laneThings, shapesIn } from './shapes.ts'
import { STEP_ASPECTS } from './step-aspects.ts'

export const lanes: Comparison = { things: (side) => shapesIn(side, laneThings), aspects: STEP_ASPECTS }
