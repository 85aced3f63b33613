/**
 * 13.3.4: "If a global Process is called through a Call Activity, then the Call Activity has the same instantiation and
 * termination semantics as a Sub-Process." It is given all variables and gives all back, or those that are mapped alone
 * (zeebe:calledElement).
 */
import type { NodeOf } from '../../drawing/drawing.ts'
import { everythingSeen, type Instance } from '../marking.ts'
import type { Play } from '../play.ts'

export function call(play: Play, instance: Instance, node: NodeOf<'call'>): void {
  const called = play.processes.find(({ id }) => id === node.process)
  if (!called) throw new Error(`Expected the process ${node.process}`)
  play.start(play.call(called, instance, node.everything ? everythingSeen(instance) : { ...instance.variables }))
}
