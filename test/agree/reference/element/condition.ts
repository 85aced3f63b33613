/**
 * 10.5.5: a conditional event "is triggered when a condition becomes true", and "the condition Expression MUST become false
 * and then true before the Event can be triggered again". Conditions are looked at after every move, before anything
 * else moves, in the order in which they began to wait; one that is true when its waiting begins becomes true then.
 */
import { evaluate } from '../data.ts'
import { live, type Wait } from '../marking.ts'
import type { Play } from '../play.ts'

type Condition = Extract<Wait, { kind: 'condition' }>

export function lookAtConditions(play: Play): void {
  const waits = [...live(play.root)].flatMap((it) => it.waits.filter((wait) => wait.kind === 'condition'))
  const born = play.birth()
  for (const wait of waits.sort((one, other) => one.opened - other.opened)) look(play, wait, born)
}

function look(play: Play, wait: Condition, born: number): void {
  const held = wait.holds
  wait.holds = evaluate(play, wait.owner, wait.condition) === true
  if (wait.holds && !held) play.reached.push({ wait, content: {}, born })
}
