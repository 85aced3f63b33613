/** Everybody in a random case: people, workers, the clock, messages, operators. */
import assert from 'node:assert/strict'
import { array, nat } from 'fast-check'
import { localEntries, type LocalId } from '../../engine/core/ids.ts'
import type { Wait } from '../../engine/core/instance.ts'
import type { Case } from './case.ts'

/** Numbers that decide which wait is answered next, and how. */
export const dice = array(nat(1000), { minLength: 8, maxLength: 40 })

/** One step of whoever is next: a person, a worker, the clock, a message, an operator. */
export function act(it: Case, die: number): void {
  const incidents = Object.entries(it.live.incidents)
  const waits = localEntries(it.live.waits)
  const chosen = die % (incidents.length + waits.length)
  const wait = waits[chosen - incidents.length]
  if (wait) answer(it, ...wait, die)
  else it.take({ kind: 'resolveIncident', id: incidents[chosen]?.[0] as LocalId, retries: 2 })
  assert.ok(
    it.status === 'completed' || Object.keys(it.live.waits).length + it.incidents.length > 0,
    'a token got lost',
  )
}

function answer(it: Case, id: LocalId, wait: Wait, die: number): void {
  const variables = { answer: die % 4 }
  switch (wait.kind) {
    case 'task':
      return void it.take({ kind: 'completeTask', id, variables })
    case 'timer':
      it.now = Math.max(it.now, wait.due)
      return void it.take({ kind: 'triggerTimer', id })
    case 'message':
      return void it.take({ kind: 'correlateMessage', id, messageId: `m-${die}`, variables })
    case 'job':
      if (die % 7 === 0) it.take({ kind: 'throwJobError', id, code: 'E', message: 'no', variables })
      else if (die % 5 === 0) it.take({ kind: 'failJob', id, retries: die % 2, due: it.now, reason: 'down' })
      else it.take({ kind: 'completeJob', id, variables })
  }
}

/** Answers everything in order until nothing is left: the oldest first, messages that only listen last. */
export function finish(it: Case): void {
  for (let turn = 0; turn < 500 && it.status === 'active'; turn++) {
    for (const [id] of Object.entries(it.live.incidents))
      it.take({ kind: 'resolveIncident', id: id as LocalId, retries: 2 })
    const waits = localEntries(it.live.waits)
    const next = waits.toSorted(([, one], [, other]) => urgency(one) - urgency(other))[0]
    if (next) answer(it, ...next, 1)
  }
}

/** A message that only listens, such as that of an event subprocess, may come for ever. */
function urgency(wait: Wait): number {
  if (wait.kind === 'task' || wait.kind === 'job') return 0
  if (wait.kind === 'timer') return 1
  return wait.element.startsWith('handler') ? 3 : 2
}
