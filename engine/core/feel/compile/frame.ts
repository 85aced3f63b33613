/**
 * Where a running expression keeps its local names: one frame per evaluation and per call of a function written in FEEL.
 */
import type { Run } from '../run.ts'
import type { FeelScope } from '../scope.ts'
import type { FeelValue } from '../value.ts'

/** The free names of an expression, read from its scope once per evaluation. */
export interface Globals {
  readonly scope: FeelScope
  readonly cache: (FeelValue | undefined)[]
}

export interface Frame {
  readonly slots: FeelValue[]
  /** The frame around the function, as it was when the function was made. */
  readonly parent: Frame | null
  readonly globals: Globals
  /** Of whoever asked for the value, which for a called function is the caller. */
  readonly run: Run
}

/** A construct made ready to run: the parse tree is gone, names are slots. */
export type Code = (frame: Frame) => FeelValue

export function newSlots(size: number): FeelValue[] {
  const slots: FeelValue[] = []
  for (let slot = 0; slot < size; slot += 1) slots.push(null)
  return slots
}

/** The frame `depth` functions further out. */
export function frameOf(frame: Frame, depth: number): Frame {
  let at: Frame = frame
  for (let left = depth; left > 0 && at.parent !== null; left -= 1) at = at.parent
  return at
}

export function slotOf(frame: Frame, depth: number, slot: number): FeelValue {
  return frameOf(frame, depth).slots[slot] ?? null
}
