/** Which rows the library executor cannot do, with the reason an operator reads. */
import type { Reasons } from './table.ts'

export const REASONS: Reasons = new Map()
