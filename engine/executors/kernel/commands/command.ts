/** What every command is to the kernel: it changes the draft by events, or is refused and changes nothing. */
import type { CommandKind, CommandOf } from '../../../core/command.ts'
import type { LocalId } from '../../../core/ids.ts'
import type { Wait } from '../../../core/instance.ts'
import type { JsonObject } from '../../../core/json.ts'
import { type Problem, conflict, tooLarge } from '../../../core/problem.ts'
import type { Run } from '../run.ts'
import { type Visit } from '../visit.ts'
import { noRoom } from '../variables/merge.ts'

export type { CommandOf }
export type Handler<K extends CommandKind> = (run: Run, command: CommandOf<K>) => Problem | undefined

type WaitOf<K extends Wait['kind']> = Extract<Wait, { kind: K }>

/** The open task, job, timer or subscription of this id. */
export function openWait<K extends Wait['kind']>(run: Run, kind: K, id: LocalId): WaitOf<K> | Problem {
  const wait = run.draft.waits[id]
  if (isKind(wait, kind)) return wait
  return conflict(
    `${WORD[kind]}.not-open`,
    `Expected an open ${WORD[kind]} ${id} in instance ${run.draft.id}, but it was completed or canceled, or never opened; read the instance again`,
  )
}

const isKind = <K extends Wait['kind']>(wait: Wait | undefined, kind: K): wait is WaitOf<K> => wait?.kind === kind

const WORD = {
  task: 'task',
  job: 'job',
  timer: 'timer',
  message: 'subscription',
  signal: 'signal-subscription',
  condition: 'condition',
} as const satisfies Record<Wait['kind'], string>

/** Refuses variables the instance has no room for. */
export function checkRoom(visit: Visit, variables: JsonObject): Problem | undefined {
  const full = noRoom(visit, visit.id, variables)
  return full && tooLarge('variables.too-large', full.message)
}

export const given = (variables: JsonObject): JsonObject | undefined =>
  Object.keys(variables).length > 0 ? variables : undefined
