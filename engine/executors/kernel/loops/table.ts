/** Every kind of repeated activity and the file that knows it. */
import type { LoopState } from '../../../core/instance.ts'
import type { Loop, LoopKind } from '../../../core/program.ts'
import type { Visit } from '../visit.ts'
import type { LoopBehaviour, LoopOf } from './loop.ts'
import { multiInstance } from './multi-instance.ts'
import { standardLoop } from './standard-loop.ts'

const LOOPS: { readonly [K in LoopKind]: LoopBehaviour<LoopOf<K>> } = { multiInstance, standardLoop }

export const loopBehaviour = ({ kind }: Loop): LoopBehaviour<Loop> => LOOPS[kind] as LoopBehaviour<Loop>

/** The loop of an inner instance and how far its body is. */
export function loopAround(visit: Visit): { readonly loop: Loop; readonly state: LoopState } {
  const { loop } = visit.element
  const state = visit.run.draft.element(visit.enclosing).loop
  if (!loop || !state) throw new Error(`Expected ${visit.element.id} ${visit.id} to be inside the body of a loop`)
  return { loop, state }
}
