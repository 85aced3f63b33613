/**
 * What is broken off: 13.3.2 "an Activity's execution is interrupted ... all nested Activities that are not in Ready,
 * Active or a final state ... are terminated", and tokens inside are gone.
 */
import { type Instance, live } from '../marking.ts'
import { began, broken, type Play } from '../play.ts'

/** The instance and everything inside it. */
export function terminate(play: Play, instance: Instance): void {
  emptied(play, instance)
  instance.waits = []
  instance.incident = false
  play.note(broken(instance), [began(instance)])
  for (const undoing of [...live(play.root)].filter((it) => it.undoing?.thrower === instance)) terminate(play, undoing)
  const { parent } = instance
  if (!parent) {
    play.status = 'terminated'
    return
  }
  parent.children.splice(parent.children.indexOf(instance), 1)
  parent.because.push(broken(instance))
}

/** Everything inside; the scope itself stays. */
export function emptied(play: Play, scope: Instance): void {
  for (const child of [...scope.children].reverse()) terminate(play, child)
  scope.tokens.length = 0
  play.drop(scope)
  scope.resets.clear()
}
