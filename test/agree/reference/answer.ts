/** What happens to an application from outside: an answer, a job's end, a time, a message; and what the standard says follows. */
import { terminate } from './element/interruption.ts'
import { choose, enabled } from './element/ad-hoc.ts'
import { occurs } from './element/occurrence.ts'
import { broadcast } from './element/signal.ts'
import { live, waitKey, type Instance, type Variables, type Wait } from './marking.ts'
import type { Play } from './play.ts'

export type Action =
  | { readonly kind: 'complete'; readonly wait: string; readonly variables: Variables }
  /** A job's attempt failed; with no attempts left somebody must look. */
  | { readonly kind: 'fail'; readonly wait: string; readonly retries: number }
  | { readonly kind: 'error'; readonly wait: string; readonly code: string; readonly variables: Variables }
  | { readonly kind: 'timer'; readonly wait: string }
  | { readonly kind: 'message'; readonly wait: string; readonly variables: Variables }
  | { readonly kind: 'signal'; readonly name: string; readonly variables: Variables }
  /** Steps of the ad-hoc subprocess at this path are chosen. */
  | { readonly kind: 'choose'; readonly at: string; readonly steps: readonly string[] }
  /** Somebody corrects what the process knows. */
  | { readonly kind: 'set'; readonly variables: Variables }
  /** Path of an instance with an incident. */
  | { readonly kind: 'retry'; readonly at: string }
  | { readonly kind: 'cancel' }

export function answer(play: Play, action: Action): void {
  play.facts = []
  act(play, action)
  play.settle()
}

function act(play: Play, action: Action): void {
  switch (action.kind) {
    case 'cancel':
      return terminate(play, play.root)
    case 'signal':
      return broadcast(play, action.name, action.variables)
    case 'choose':
      return choose(play, instanceAt(play, action.at), action.steps)
    case 'set':
      Object.assign(play.root.variables, action.variables)
      return
    case 'retry':
      return retry(play, action.at)
    case 'complete':
      return play.complete(found(play, action.wait).owner, action.variables)
    case 'fail': {
      if (action.retries === 0) found(play, action.wait).owner.incident = true
      return
    }
    case 'error': {
      const { owner } = found(play, action.wait)
      if (!play.throwError(owner, action.code, action.variables)) owner.incident = true
      return
    }
    case 'timer':
    case 'message':
      return occurs(play, found(play, action.wait), action.kind === 'message' ? action.variables : {})
  }
}

/** The step is tried again: an error nobody handles is not handled now either; a job may be worked on again. */
function retry(play: Play, path: string): void {
  const instance = instanceAt(play, path)
  const isJob = instance.waits.some(({ kind }) => kind === 'job')
  if (isJob) instance.incident = false
}

function instanceAt(play: Play, path: string): Instance {
  const instance = [...live(play.root)].find((it) => it.path === path)
  if (!instance) throw new Error(`Expected an instance at ${path}`)
  return instance
}

export const waitsOf = (play: Play): readonly Wait[] => [...live(play.root)].flatMap(({ waits }) => waits)

export const incidentsOf = (play: Play): readonly Instance[] => [...live(play.root)].filter(({ incident }) => incident)

function found(play: Play, key: string): Wait {
  const wait = waitsOf(play).find((it) => waitKey(it) === key)
  if (!wait) throw new Error(`Expected an open wait ${key}`)
  return wait
}

/** Steps that somebody may choose now, with where. */
export const choicesOf = (play: Play): readonly { readonly at: string; readonly step: string }[] =>
  [...live(play.root)].flatMap((it) => enabled(it).map(({ id }) => ({ at: it.path, step: id })))
