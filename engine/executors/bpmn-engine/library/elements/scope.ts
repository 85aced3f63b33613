/** A subprocess: the library runs its inside, the case says when it begins and, once it is empty, when it is left. */
import { deskOf } from '../desk.ts'
import {
  Activity,
  type Content,
  type Context,
  type Drawn,
  type Inside,
  type Message,
  SubProcessBehaviour,
  completeInside,
  insideOf,
  upsertInside,
} from '../package.ts'
import { afresh, discarded, standing } from '../standing.ts'
import { bodyOf, gathers } from './node.ts'

export function Scope(drawn: Drawn, context: Context): Activity {
  return new Activity(ScopeBehaviour, { ...drawn, isSubProcess: true }, context)
}

interface Saved {
  readonly executionId?: string
  readonly completed?: boolean
  /** The inside is over while the subprocess itself is not: the library writes both in the same place. */
  readonly emptied?: boolean
  readonly executions?: readonly unknown[]
}

class ScopeBehaviour extends SubProcessBehaviour {
  override execute(message: Message): void {
    const { isRootScope, executionId } = message.content
    if (isRootScope) this.executionId = executionId
    if (gathers(this.activity, this.loopCharacteristics, message)) return
    const wasOpen = this[insideOf](executionId) !== undefined
    const ways = bodyOf(this.loopCharacteristics, message) ?? {
      wasOpen,
      open: () => this.#enter(wasOpen ? message : afresh(message)),
      finish: (content: Content) => super[completeInside]('execute.completed', content),
      close: () => this.#close(message.content),
    }
    deskOf(this.activity.environment).arrived(standing(this.activity, message, ways))
  }

  #enter(message: Message): void {
    const inside = this[upsertInside](message)
    deskOf(this.activity.environment).opened(message.content.executionId, inside)
    inside.execute(message)
  }

  #close(content: Content): void {
    const inside = this[insideOf](content.executionId)
    if (inside) inside.discard()
    else discarded(this.activity, content)
  }

  override [upsertInside](message: Message): Inside {
    return this.#named(message.content.executionId, () => super[upsertInside](message))
  }

  override getState(): object {
    const state: Saved = super.getState() ?? {}
    return state.executions ? state : { ...state, completed: false, emptied: state.completed }
  }

  override recover(state: Saved | undefined): unknown {
    if (!state?.executionId) return state?.executions ? super.recover(state) : undefined
    const { emptied = state.completed, ...inside } = state
    return this.#named(state.executionId, () => super.recover({ ...inside, completed: emptied }))
  }

  override [completeInside](routingKey: string, content: Content): void {
    if (routingKey === 'execute.completed') deskOf(this.activity.environment).emptied(content.executionId)
    else super[completeInside](routingKey, content)
  }

  /** Elements inside are told which run of the subprocess they belong to. */
  #named<T>(inside: string, make: () => T): T {
    const { environment } = this
    this.environment = environment.clone({ inside })
    try {
      return make()
    } finally {
      this.environment = environment
    }
  }
}
