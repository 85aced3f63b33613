/**
 * The npm package bpmn-engine, as far as this executor uses it: its engine, and the elements of bpmn-elements it is made
 * of. The one door to both; what they are is written down here, since their own types promise less than we rely on.
 */
import * as elements from 'bpmn-elements'
import * as tasks from 'bpmn-elements/tasks'
import * as bpmnEngine from 'bpmn-engine'
import type { JsonObject } from '../../../core/json.ts'

/** Parts of its elements that it does not promise to keep; with each new version of the library they must be looked at. */
export const upsertInside = '_upsertExecution'
export const insideOf = '_getExecutionById'
export const completeInside = '_completeExecution'
export const onApiMessage = '_onApiMessage'
export const stopCall = '_stop'

/** What stands in a message between the library's elements. */
export interface Content {
  readonly id: string
  readonly type: string
  readonly executionId: string
  /** The run of the whole element, not of one item of a loop. */
  readonly isRootScope?: boolean
  /** Of one item of a loop, from 0. */
  readonly index?: number
  readonly isMultiInstance?: boolean
  /** Set on what was saved and is run again after recovery. */
  readonly isRecovered?: boolean
  readonly parent?: Parent
  readonly inbound?: readonly Inbound[]
  readonly outbound?: readonly Outbound[]
  readonly note?: number
  readonly adopt?: string
  /** It only comes to leave: what it stood for has ended. */
  readonly leaving?: number
  /** Of one token of several that are in the element together. */
  readonly isOfCrowd?: boolean
}

/** What it lies in. */
export interface Parent extends Around {
  /** What that lies in, innermost first. */
  readonly path?: readonly Around[]
}

interface Around {
  readonly id: string
  readonly type: string
  readonly executionId?: string
}

interface Inbound {
  readonly id: string
  readonly isSequenceFlow?: boolean
  readonly note?: number
}

export interface Outbound {
  readonly id: string
  readonly action: 'take' | 'discard'
  readonly note?: number
}

export interface Message {
  readonly fields: { readonly routingKey: string; readonly redelivered?: boolean }
  readonly content: Content
  readonly properties: { readonly type?: string }
  ack(): void
}

export type OnMessage = (routingKey: string, message: Message) => void

export interface Broker {
  publish(exchange: string, key: string, content: object, options?: object): void
  subscribeTmp(exchange: string, pattern: string, on: OnMessage, options: object): void
  cancel(consumerTag: string): void
  getQueue(name: string): { purge(): void } | undefined
}

export interface Environment {
  readonly options: Readonly<Record<string, unknown>>
  clone(options?: object): Environment
  recover(state: unknown): Environment
}

export interface Context {
  readonly environment: Environment
  /** The process or subprocess whose inside this is. */
  readonly owner?: { readonly executionId?: string }
  getActivityById(id: string): Activity | null
  clone(environment: Environment, owner: unknown): Context
}

export interface Activity {
  readonly id: string
  readonly type: string
  readonly broker: Broker
  readonly environment: Environment
  readonly context: Context
  readonly behaviour: { readonly loopCharacteristics?: { readonly Behaviour: LoopClass } }
  readonly isRunning: boolean
  readonly status?: string
  readonly outbound: readonly OutboundFlow[]
  run(content?: object): void
  discard(): void
  evaluateOutbound(
    from: object,
    takeOne: boolean,
    callback: (error: Error | null, outbound?: readonly Outbound[]) => void,
  ): void
}

interface OutboundFlow {
  readonly id: string
  take(content: object): void
}

type LoopClass = new (activity: Activity, definition: unknown) => Loop

/** Runs the items of a multi-instance activity. */
export interface Loop {
  execute(message: Message): void
}

/** One element as it stands in the drawing the library reads. */
export interface Drawn {
  readonly id: string
  readonly type: string
  readonly parent: { readonly id: string; readonly type: string }
  readonly behaviour: Readonly<Record<string, unknown>>
}

/** The inside of a process or subprocess while it runs. */
export interface Inside {
  readonly executionId: string
  readonly completed: boolean
  readonly environment: { getState(): object }
  execute(message: Message): void
  discard(): void
  recover(state: unknown): Inside
  getActivityById(id: string): Activity | undefined
}

export interface Process {
  readonly id: string
  readonly executionId?: string
  readonly execution?: Inside
}

export interface Definition {
  readonly broker: Broker
  readonly execution?: { readonly processes: readonly Process[] }
  run(): void
  resume(): void
  getState(): object
}

interface Engine {
  recover(state: object): Engine
  readonly execution: { readonly definitions: readonly Definition[] }
}

type BehaviourOf<B extends object> = new (activity: Activity, context: Context) => B

/** What runs a subprocess inside its activity. */
export interface ScopeBehaviour {
  readonly id: string
  readonly activity: Activity
  readonly context: Context
  readonly broker: Broker
  readonly loopCharacteristics?: Loop
  environment: Environment
  executionId: string | undefined
  execute(message: Message): void
  getState(): object | undefined
  recover(state: unknown): unknown
  [upsertInside](message: Message): Inside
  [insideOf](executionId: string): Inside | undefined
  [completeInside](routingKey: string, content: Content): void
}

/** What calls another process. */
export interface CallBehaviour {
  readonly activity: Activity
  readonly broker: Broker
  readonly loopCharacteristics?: Loop
  calledElement: string
  execute(message: Message): void
  [onApiMessage](calledElement: string, executeMessage: Message, routingKey: string, message: Message): void
  [stopCall](executionId: string): void
}

interface FlowBehaviour {
  readonly id: string
  readonly targetId: string
  readonly environment: Environment
  take(content?: object): boolean
  discard(content?: object): void
}

export const Engine = bpmnEngine.Engine as unknown as new (options: object) => Engine
export const Activity = elements.Activity as unknown as new (
  behaviour: unknown,
  drawn: object,
  context: Context,
) => Activity
export const SequenceFlow = elements.SequenceFlow as unknown as new (drawn: object, context: Context) => FlowBehaviour
export const SubProcessBehaviour = (tasks as unknown as { SubProcessBehaviour: BehaviourOf<ScopeBehaviour> })
  .SubProcessBehaviour
export const CallActivityBehaviour = (tasks as unknown as { CallActivityBehaviour: BehaviourOf<CallBehaviour> })
  .CallActivityBehaviour

/** What `getState` gives, as JSON. */
export const stateOf = (definition: Definition): JsonObject =>
  JSON.parse(JSON.stringify(definition.getState())) as JsonObject
