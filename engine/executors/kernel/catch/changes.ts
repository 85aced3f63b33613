/** What conditions have to be looked at again for: variables that changed, conditions that are new. */
import type { Event } from '../../../core/event.ts'
import type { LocalId } from '../../../core/ids.ts'
import type { ConditionDefinition, VariableChange } from '../../../core/program.ts'
import type { Draft } from '../state/draft.ts'

/** Where no condition waits, nothing is noted: such an application pays nothing. */
export class Changes {
  readonly #opened = new Set<LocalId>()
  readonly #names = new Map<LocalId, Map<string, VariableChange>>()
  #isAll = false

  /** Before the event is applied to the draft. */
  note(draft: Draft, event: Event): void {
    if (event.kind === 'conditionOpened') this.#opened.add(event.id)
    else if (event.kind === 'instanceResumed') this.#isAll ||= draft.conditions().size > 0
    else if (event.kind === 'variablesSet' && draft.conditions().size > 0) {
      const before = draft.element(event.scope).variables ?? {}
      const names = this.#names.get(event.scope) ?? new Map<string, VariableChange>()
      this.#names.set(event.scope, names)
      for (const name of Object.keys(event.values)) names.set(name, Object.hasOwn(before, name) ? 'update' : 'create')
    }
  }

  /** This condition is to be looked at, whatever changed. */
  again(id: LocalId): void {
    this.#opened.add(id)
  }

  get isEmpty(): boolean {
    return this.#opened.size === 0 && this.#names.size === 0 && !this.#isAll
  }

  isNew(id: LocalId): boolean {
    return this.#isAll || this.#opened.has(id)
  }

  /** Whether a variable that counts for the condition changed in one of these scopes. */
  concern({ condition, variables, changes }: ConditionDefinition, scopes: Iterable<{ readonly id: LocalId }>): boolean {
    const counts = variables ?? [...condition.names, ...condition.openNames]
    for (const { id } of scopes) {
      const names = this.#names.get(id)
      const change = names && counts.find((name) => isChange(names.get(name), changes))
      if (change !== undefined) return true
    }
    return false
  }

  clear(): void {
    this.#opened.clear()
    this.#names.clear()
    this.#isAll = false
  }
}

const isChange = (found: VariableChange | undefined, wanted: readonly VariableChange[] | undefined): boolean =>
  found !== undefined && (wanted === undefined || wanted.includes(found))
