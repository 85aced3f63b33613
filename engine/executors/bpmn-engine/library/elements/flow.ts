/**
 * A flow between two elements. The library also tells the end of every way that was not taken ("discard"), and its joins
 * then wait for the taken ones only; a join of BPMN waits for a token on each flow, so that nothing is told here.
 */
import { deskOf } from '../desk.ts'
import { type Context, type Drawn, SequenceFlow } from '../package.ts'
import { scopeIn } from '../standing.ts'
import { come, hasCrowd } from './crowd.ts'

export class Flow extends SequenceFlow {
  readonly #context: Context

  constructor(drawn: Drawn, context: Context) {
    super(drawn, context)
    this.#context = context
  }

  override take(content?: object): boolean {
    const { environment } = this
    deskOf(environment).took(this.id, scopeIn({ context: this.#context, environment }))
    const target = this.#context.getActivityById(this.targetId)
    if (!target || !hasCrowd(target)) return super.take(content)
    come(target, noteOf(content))
    return true
  }

  override discard(): void {}
}

const noteOf = (content: object | undefined): { readonly note?: number } =>
  content && 'note' in content && typeof content.note === 'number' ? { note: content.note } : {}
