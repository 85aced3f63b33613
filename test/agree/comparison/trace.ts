/** An executor's events read as facts: which instance of which element within which began, completed or was broken off. */
import type { Event, EventOf } from '../../../engine/core/event.ts'
import { localEntries, type LocalId } from '../../../engine/core/ids.ts'
import type { InstanceState, Wait } from '../../../engine/core/instance.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import { type Observation, told } from './observation.ts'

interface Seen {
  readonly path: string
  readonly element: string
  variables: JsonObject | undefined
  live: boolean
}

export class Trace {
  /** Of the last command, in the order of the executor. */
  facts: string[] = []
  readonly #seen = new Map<LocalId, Seen>()
  readonly #counts = new Map<string, number>()

  read(events: readonly Event[]): void {
    this.facts = []
    for (const event of events) this.#read(event)
  }

  #read(event: Event): void {
    switch (event.kind) {
      case 'elementActivated':
        return this.#begun(event)
      case 'compensationStarted': {
        const { id, element, scope } = event
        this.#seen.set(id, {
          path: this.#numbered(`${this.#at(scope).path}/~${element}`),
          element,
          variables: {},
          live: true,
        })
        this.facts.push(`+ ${this.#at(id).path}`)
        return
      }
      case 'compensationCompleted':
      case 'elementCompleted':
        return this.#over(event.id, '.')
      case 'elementTerminated':
        return this.#over(event.id, 'x')
      case 'flowTaken':
        this.facts.push(this.#numbered(`> ${this.#at(event.scope).path} ${event.flow}`))
        return
      case 'variablesSet': {
        const scope = this.#at(event.scope)
        scope.variables = { ...scope.variables, ...event.values }
        return
      }
      default:
    }
  }

  #begun({ id, element, scope, loopCounter, variables }: EventOf<'elementActivated'>): void {
    const name = loopCounter === undefined ? element : `${element}[${String(loopCounter)}]`
    const path = scope === undefined ? element : this.#numbered(`${this.#at(scope).path}/${name}`)
    this.#seen.set(id, { path, element, variables, live: true })
    this.facts.push(`+ ${path}`)
  }

  #over(id: LocalId, mark: '.' | 'x'): void {
    const seen = this.#at(id)
    seen.live = false
    this.facts.push(`${mark} ${seen.path}`)
  }

  #numbered(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, count)
    return `${name}#${String(count)}`
  }

  #at(id: LocalId): Seen {
    const seen = this.#seen.get(id)
    if (!seen) throw new Error(`Expected element instance ${id} to have begun`)
    return seen
  }

  /** Open waits of the state by the name the reference has for them. */
  waits(state: InstanceState): ReadonlyMap<string, LocalId> {
    return new Map(localEntries(state.waits).map(([id, wait]) => [this.#key(wait), id]))
  }

  #key(wait: Wait): string {
    const { path, element } = this.#at(wait.owner)
    return `${wait.kind} ${path} ${'element' in wait ? wait.element : element}`
  }

  /** The live instance of this name. */
  instance(path: string): LocalId | undefined {
    return [...this.#seen].find(([, seen]) => seen.live && seen.path === path)?.[0]
  }

  /** The incident at an instance. */
  incident(state: InstanceState, path: string): LocalId | undefined {
    const found = Object.entries(state.incidents).find(([, { owner }]) => this.#at(owner).path === path)
    return found?.[0] as LocalId | undefined
  }

  #live({ elements }: InstanceState): readonly Pick<Seen, 'path' | 'variables'>[] {
    return (Object.keys(elements) as LocalId[]).map((id) => ({
      path: this.#at(id).path,
      variables: elements[id]?.variables,
    }))
  }

  observed(state: InstanceState): Observation {
    const scopes = state.status === 'active' ? this.#live(state) : [...this.#seen.values()].slice(0, 1)
    return {
      status: state.status,
      facts: this.facts.toSorted(),
      waits: Object.values(state.waits)
        .map((wait) => `${this.#key(wait)}${detail(wait)}`)
        .sort(),
      incidents: Object.values(state.incidents)
        .map(({ owner }) => this.#at(owner).path)
        .sort(),
      variables: scopes.flatMap(({ path, variables }) => told(path, variables)).sort(),
    }
  }
}

function detail(wait: Wait): string {
  if (wait.kind === 'timer') return ` due ${String(wait.due)}`
  if (wait.kind === 'signal') return ` ${wait.name}`
  return wait.kind === 'message' ? ` ${wait.name}:${wait.key}` : ''
}
