/** Procedures and their steps. */
import type { Comparison } from '../thing.ts'
import { nodeThings, shapesIn } from './shapes.ts'
import { STEP_ASPECTS } from './step-aspects.ts'

export const steps: Comparison = { things: (side) => shapesIn(side, nodeThings), aspects: STEP_ASPECTS }
