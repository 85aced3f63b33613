/**
 * 10.5.1, 10.5.5: "a Signal is for general communication within and across Process levels", broadcast to everybody who
 * waits for it at that moment. It reaches one place after the other, in the order in which they began to wait; a place that
 * has stopped waiting meanwhile is passed over.
 */
import { live, type Variables, type Wait } from '../marking.ts'
import type { Play } from '../play.ts'

export function broadcast(play: Play, name: string, content: Variables): void {
  const waits = [...live(play.root)].flatMap(({ waits: open }) => open.filter((it) => isFor(it, name)))
  const born = play.birth()
  const reached = waits.sort((one, other) => openedAt(one) - openedAt(other))
  play.reached.push(...reached.map((wait) => ({ wait, content, born })))
}

const isFor = (wait: Wait, name: string): boolean => wait.kind === 'signal' && wait.name === name
const openedAt = (wait: Wait): number => (wait.kind === 'signal' ? wait.opened : 0)
