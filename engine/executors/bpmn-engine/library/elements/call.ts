/** A called process: the library runs it beside the caller, the case says when it begins and when the call is left. */
import { deskOf } from '../desk.ts'
import {
  Activity,
  CallActivityBehaviour,
  type Content,
  type Context,
  type Drawn,
  type Message,
  onApiMessage,
  stopCall,
} from '../package.ts'
import { afresh, complete, discarded, standing } from '../standing.ts'
import { bodyOf, gathers } from './node.ts'

export function Call(drawn: Drawn, context: Context): Activity {
  return new Activity(CallBehaviour, drawn, context)
}

/** As the library names the run of a process it calls. */
export const calledId = (process: string, call: string): string => `${process}_${call}`

class CallBehaviour extends CallActivityBehaviour {
  override execute(message: Message): void {
    const { executionId } = message.content
    if (gathers(this.activity, this.loopCharacteristics, message)) return
    const desk = deskOf(this.activity.environment)
    const wasOpen = desk.isCalled(calledId(this.calledElement, executionId))
    const ways = bodyOf(this.loopCharacteristics, message) ?? {
      wasOpen,
      open: () => super.execute(wasOpen ? message : afresh(message)),
      finish: (content: Content) => {
        this[stopCall](executionId)
        complete(this.activity, content)
      },
      close: () => {
        this.#breakOff(message.content)
        discarded(this.activity, message.content)
      },
    }
    desk.arrived(standing(this.activity, message, ways))
  }

  /** The end of the called process is told to the case; a call that is broken off takes what it called with it. */
  override [onApiMessage](_calledElement: string, { content }: Message, _routingKey: string, message: Message): void {
    const { type } = message.properties
    if (type === 'stop') this[stopCall](content.executionId)
    else if (type === 'discard') this.#breakOff(content)
  }

  #breakOff(content: Content): void {
    const { calledElement } = this
    this[stopCall](content.executionId)
    this.broker.publish(
      'event',
      'activity.call.cancel',
      { ...content, calledElement, state: 'discard' },
      { type: 'discard' },
    )
  }
}
