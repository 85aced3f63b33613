/** What can be seen of an application after a command, whoever plays it: the ground on which players are compared. */
import { type Variables, live, waitKey } from '../reference/marking.ts'
import { incidentsOf, waitsOf } from '../reference/answer.ts'
import type { Play } from '../reference/play.ts'

export interface Observation {
  readonly status: string
  /** Elements begun, completed and broken off, and flows taken, by this command. */
  readonly facts: readonly string[]
  readonly waits: readonly string[]
  readonly incidents: readonly string[]
  /** Of every live scope, or of the process at its end. */
  readonly variables: readonly string[]
}

export const ASPECTS = ['status', 'facts', 'waits', 'incidents', 'variables'] as const

export function observed(play: Play): Observation {
  const scopes = play.status === 'active' ? [...live(play.root)] : [play.root]
  return {
    status: play.status,
    facts: play.facts.map(({ key }) => key).sort(),
    waits: waitsOf(play)
      .map((wait) => {
        if (wait.kind === 'timer') return `${waitKey(wait)} due ${String(wait.due)}`
        if (wait.kind === 'signal') return `${waitKey(wait)} ${wait.name}`
        return wait.kind === 'message' ? `${waitKey(wait)} ${wait.name}:${wait.key}` : waitKey(wait)
      })
      .sort(),
    incidents: incidentsOf(play)
      .map(({ path }) => path)
      .sort(),
    variables: scopes.flatMap(({ path, variables }) => told(path, variables)).sort(),
  }
}

export function told(path: string, variables: Variables | undefined): readonly string[] {
  const entries = Object.entries(variables ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
  return entries.length === 0 ? [] : [`${path} ${JSON.stringify(entries)}`]
}
