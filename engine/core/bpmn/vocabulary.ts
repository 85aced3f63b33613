/**
 * What a procedure may be drawn with. Whatever is not in these tables is refused at deployment, never passed over.
 *
 * The words are BPMN's and those of Camunda 8 (zeebe). Two additions: `zeebe:publishMessage`, which its engine reads and
 * its published vocabulary lacks, and properties whose name begins with "masar:".
 */

export const FLOW_NODES = {
  'bpmn:StartEvent': 'event',
  'bpmn:EndEvent': 'event',
  'bpmn:IntermediateCatchEvent': 'event',
  'bpmn:IntermediateThrowEvent': 'event',
  'bpmn:BoundaryEvent': 'event',
  'bpmn:Task': 'activity',
  'bpmn:UserTask': 'activity',
  'bpmn:ServiceTask': 'activity',
  'bpmn:SendTask': 'activity',
  'bpmn:ReceiveTask': 'activity',
  'bpmn:ScriptTask': 'activity',
  'bpmn:BusinessRuleTask': 'activity',
  'bpmn:ManualTask': 'activity',
  'bpmn:SubProcess': 'activity',
  'bpmn:Transaction': 'activity',
  'bpmn:AdHocSubProcess': 'activity',
  'bpmn:CallActivity': 'activity',
  'bpmn:ExclusiveGateway': 'gateway',
  'bpmn:ParallelGateway': 'gateway',
  'bpmn:InclusiveGateway': 'gateway',
  'bpmn:ComplexGateway': 'gateway',
  'bpmn:EventBasedGateway': 'gateway',
} as const

/** Steps with steps inside. */
export const SUB_PROCESSES: ReadonlySet<string> = new Set([
  'bpmn:SubProcess',
  'bpmn:Transaction',
  'bpmn:AdHocSubProcess',
])

export type FlowNodeType = keyof typeof FLOW_NODES

/**
 * What may stand beside the steps and is none itself: notes and groups are for people; data, associations and
 * participants are read where they say something.
 */
export const DRAWING: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
  'bpmn:TextAnnotation',
  'bpmn:Association',
  'bpmn:Group',
  'bpmn:Category',
  'bpmn:DataStore',
  'bpmn:Collaboration',
  'bpmn:ItemDefinition',
])

/** Root elements that carry meaning. */
export const ROOT_ELEMENTS: ReadonlySet<string> = new Set([
  'bpmn:Process',
  'bpmn:Message',
  'bpmn:Error',
  'bpmn:Signal',
  'bpmn:Escalation',
  'bpmn:SignalEventDefinition',
  'bpmn:EscalationEventDefinition',
])

/** Which triggers an event may have at which place; 'none' is an event without one. */
export const EVENT_TRIGGERS = {
  start: [
    'none',
    'bpmn:MessageEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:ConditionalEventDefinition',
  ],
  subProcessStart: ['none'],
  eventSubProcessStart: [
    'bpmn:MessageEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:ConditionalEventDefinition',
    'bpmn:EscalationEventDefinition',
    'bpmn:ErrorEventDefinition',
    'bpmn:CompensateEventDefinition',
  ],
  end: [
    'none',
    'bpmn:MessageEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:TerminateEventDefinition',
    'bpmn:EscalationEventDefinition',
    'bpmn:ErrorEventDefinition',
    'bpmn:CompensateEventDefinition',
    'bpmn:CancelEventDefinition',
  ],
  catch: [
    'bpmn:MessageEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:ConditionalEventDefinition',
    'bpmn:LinkEventDefinition',
  ],
  throw: [
    'none',
    'bpmn:MessageEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:EscalationEventDefinition',
    'bpmn:LinkEventDefinition',
    'bpmn:CompensateEventDefinition',
  ],
  boundary: [
    'bpmn:MessageEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:ConditionalEventDefinition',
    'bpmn:EscalationEventDefinition',
    'bpmn:ErrorEventDefinition',
    'bpmn:CompensateEventDefinition',
    'bpmn:CancelEventDefinition',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type EventPlace = keyof typeof EVENT_TRIGGERS

const NEWS = [
  'bpmn:MessageEventDefinition',
  'bpmn:TimerEventDefinition',
  'bpmn:SignalEventDefinition',
  'bpmn:ConditionalEventDefinition',
] as const
const NEWS_AND_TROUBLE = [...NEWS, 'bpmn:ErrorEventDefinition', 'bpmn:EscalationEventDefinition'] as const
const TOLD = ['bpmn:MessageEventDefinition', 'bpmn:SignalEventDefinition', 'bpmn:EscalationEventDefinition'] as const

/** Which triggers an event may have beside others. Compensation, cancel and link mean something by themselves only. */
export const TOGETHER: Readonly<Record<EventPlace, readonly string[]>> = {
  start: NEWS,
  subProcessStart: [],
  eventSubProcessStart: NEWS_AND_TROUBLE,
  end: [...TOLD, 'bpmn:ErrorEventDefinition', 'bpmn:TerminateEventDefinition'],
  catch: NEWS,
  throw: TOLD,
  boundary: NEWS_AND_TROUBLE,
}

/** Which may be needed together, where parallelMultiple is set. */
export const ALL_NEEDED: ReadonlySet<string> = new Set(NEWS)

const SENDS = ['zeebe:TaskDefinition', 'zeebe:TaskHeaders', 'zeebe:IoMapping', 'zeebe:PublishMessage'] as const
const WORKS = ['zeebe:TaskDefinition', 'zeebe:TaskHeaders', 'zeebe:IoMapping'] as const

/** zeebe extension elements by the element they stand on; zeebe:Properties may stand anywhere. */
export const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'bpmn:Process': ['zeebe:VersionTag'],
  'bpmn:Message': ['zeebe:Subscription'],
  'bpmn:ConditionalEventDefinition': ['zeebe:ConditionalFilter'],
  'bpmn:MessageEventDefinition': ['zeebe:PublishMessage'],
  'bpmn:MultiInstanceLoopCharacteristics': ['zeebe:LoopCharacteristics'],
  'bpmn:StartEvent': ['zeebe:IoMapping', 'zeebe:FormDefinition'],
  'bpmn:EndEvent': SENDS,
  'bpmn:IntermediateThrowEvent': SENDS,
  'bpmn:IntermediateCatchEvent': ['zeebe:IoMapping'],
  'bpmn:BoundaryEvent': ['zeebe:IoMapping'],
  'bpmn:UserTask': [
    'zeebe:UserTask',
    'zeebe:FormDefinition',
    'zeebe:AssignmentDefinition',
    'zeebe:TaskSchedule',
    'zeebe:PriorityDefinition',
    'zeebe:TaskHeaders',
    'zeebe:IoMapping',
  ],
  'bpmn:ServiceTask': WORKS,
  'bpmn:SendTask': SENDS,
  'bpmn:ReceiveTask': ['zeebe:IoMapping'],
  'bpmn:ScriptTask': ['zeebe:Script', ...WORKS],
  'bpmn:BusinessRuleTask': ['zeebe:CalledDecision', ...WORKS],
  'bpmn:CallActivity': ['zeebe:CalledElement', 'zeebe:IoMapping'],
  'bpmn:SubProcess': ['zeebe:IoMapping'],
  'bpmn:Transaction': ['zeebe:IoMapping'],
  'bpmn:AdHocSubProcess': ['zeebe:IoMapping', 'zeebe:AdHoc'],
}

/** Scopes a statutory clock may begin and end with. */
const CLOCKED = [
  'bpmn:Process',
  'bpmn:SubProcess',
  'bpmn:Transaction',
  'bpmn:AdHocSubProcess',
  'bpmn:CallActivity',
] as const

/** Names we give meaning to in zeebe:properties, and where. */
export const MASAR_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  /** Which way the drawing runs, ltr or rtl: for who draws it, nothing is executed otherwise. */
  'masar:flow': ['bpmn:Process'],
  'masar:fourEyes': ['bpmn:UserTask'],
  'masar:legalBasis': ['bpmn:UserTask'],
  'masar:startEvent': ['bpmn:CallActivity'],
  'masar:candidateGroups': ['bpmn:AdHocSubProcess'],
  'masar:deadline': [
    ...CLOCKED,
    'bpmn:UserTask',
    'bpmn:BoundaryEvent',
    'bpmn:IntermediateCatchEvent',
    'bpmn:StartEvent',
  ],
  'masar:governorate': [
    ...CLOCKED,
    'bpmn:UserTask',
    'bpmn:BoundaryEvent',
    'bpmn:IntermediateCatchEvent',
    'bpmn:StartEvent',
  ],
  'masar:stopsClock': [
    'bpmn:UserTask',
    'bpmn:ServiceTask',
    'bpmn:ReceiveTask',
    'bpmn:CallActivity',
    'bpmn:SubProcess',
    'bpmn:Transaction',
    'bpmn:AdHocSubProcess',
    'bpmn:IntermediateCatchEvent',
    'bpmn:EventBasedGateway',
  ],
  'masar:correlationKey': ['bpmn:SendTask', 'bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'],
  'masar:messageId': ['bpmn:SendTask', 'bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'],
  'masar:timeToLive': ['bpmn:SendTask', 'bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'],
  'masar:errorCodeVariable': ['bpmn:BoundaryEvent', 'bpmn:StartEvent'],
  'masar:errorMessageVariable': ['bpmn:BoundaryEvent', 'bpmn:StartEvent'],
  'masar:escalationCodeVariable': ['bpmn:BoundaryEvent', 'bpmn:StartEvent'],
}

/** Namespaces of engines whose attributes change what happens; moddle gives them these prefixes whatever the file used. */
export const FOREIGN_ENGINES: Readonly<Record<string, string>> = {
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://activiti.org/bpmn': 'activiti',
  'http://flowable.org/bpmn': 'flowable',
}

/** Attributes that XML Schema lets one write as 1 or 0; the model reader takes 1 for false. */
export const BOOLEANS: ReadonlySet<string> = new Set([
  'isExecutable',
  'cancelActivity',
  'isInterrupting',
  'triggeredByEvent',
  'cancelRemainingInstances',
  'isSequential',
  'testBefore',
  'isForCompensation',
  'waitForCompletion',
  'instantiate',
  'parallelMultiple',
  'propagateAllChildVariables',
  'propagateAllParentVariables',
])
