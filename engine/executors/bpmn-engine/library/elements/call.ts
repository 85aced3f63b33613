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
import { complete, standing } from '../standing.ts'
import { bodyOf } from './node.ts'

export function Call(drawn: Drawn, context: Context): Activity {
  return new Activity(CallBehaviour, drawn, context)
}

/** As the library names the run of a process it calls. */
export const calledId = (process: string, call: string): string => `${process}_${call}`

class CallBehaviour extends CallActivityBehaviour {
  override execute(message: Message): void {
    const { executionId } = message.content
    const desk = deskOf(this.activity.environment)
    const ways = bodyOf(this.loopCharacteristics, message) ?? {
      wasOpen: desk.isCalled(calledId(this.calledElement, executionId)),
      open: () => super.execute(message),
      finish: (content: Content) => {
        this[stopCall](executionId)
        complete(this.activity, content)
      },
    }
    desk.arrived(standing(this.activity, message, ways))
  }

  /** The end of the called process is told to the case; a call that is broken off takes what it called with it. */
  override [onApiMessage](calledElement: string, { content }: Message, _routingKey: string, message: Message): void {
    const { type } = message.properties
    if (type === 'stop' || type === 'discard') this[stopCall](content.executionId)
    if (type !== 'discard') return
    this.broker.publish('event', 'activity.call.cancel', { ...content, calledElement, state: 'discard' }, { type })
  }
}
