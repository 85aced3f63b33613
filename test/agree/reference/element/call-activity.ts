/**
 * 13.3.4: "If a global Process is called through a Call Activity, then the Call Activity has the same instantiation and
 * termination semantics as a Sub-Process." It is given all variables and gives all back, or those that are mapped alone
 * (zeebe:calledElement). As in a subprocess, a condition on its edge that holds already is met before anything begins inside.
 */
import type { NodeOf } from '../../drawing/drawing.ts'
import { everythingSeen, type Instance } from '../marking.ts'
import type { Play } from '../play.ts'

export function call(play: Play, instance: Instance, node: NodeOf<'call'>): void {
  const called = play.processes.find(({ id }) => id === node.process)
  if (!called) throw new Error(`Expected the process ${node.process}`)
  const given = node.everything ? everythingSeen(instance) : { ...instance.variables }
  play.begins(instance, () => play.start(play.call(called, instance, given)))
}
