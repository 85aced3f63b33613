/**
 * 10.5.1, 10.5.5: "a Signal is for general communication within and across Process levels", broadcast to everybody who
 * waits for it at that moment. It reaches one place after the other, in the order in which they began to wait; a place that
 * has stopped waiting meanwhile is passed over.
 */
import { live, type Variables, type Wait } from '../marking.ts'
import type { Play } from '../play.ts'
import { occurs } from './occurrence.ts'

export function broadcast(play: Play, name: string, content: Variables): void {
  const waits = [...live(play.root)].flatMap(({ waits: open }) => open.filter((it) => isFor(it, name)))
  play.reached.push(...waits.sort((one, other) => openedAt(one) - openedAt(other)).map((wait) => ({ wait, content })))
}

const isFor = (wait: Wait, name: string): boolean => wait.kind === 'signal' && wait.name === name
const openedAt = (wait: Wait): number => (wait.kind === 'signal' ? wait.opened : 0)

/** The next place a signal reaches. */
export function reach(play: Play): boolean {
  const next = play.reached.shift()
  if (!next) return false
  const { wait, content } = next
  const isLive = [...live(play.root)].some((it) => it === wait.owner && it.waits.includes(wait))
  if (isLive) occurs(play, wait, content)
  return true
}
