/**
 * Where an analyst says each thing of a drawing that the engine executes: the field of the panel, or the reason why there is
 * none. test/designer/properties-places.test.ts holds this against what the engine reads.
 */

export type Place =
  /** "group.entry" */
  { readonly fields: readonly string[] } | { readonly reason: string }

const field = (...fields: readonly string[]): Place => ({ fields })
const reason = (text: string): Place => ({ reason: text })

const DRAWN = reason('is drawn on the canvas: shapes, arrows and their ends, markers of the change menu')
const CAMUNDA_TWIN = reason('the collection and element of zeebe say the same, and have a field')
const HOLDS = reason('holds what the fields of its group write')

/** By the name of the BPMN or zeebe attribute or element, or of the property of ours. */
export const PLACES: Readonly<Record<string, Place>> = {
  // What is drawn.
  name: field('general.name', 'link.link'),
  attachedToRef: DRAWN,
  artifacts: DRAWN,
  childLaneSet: DRAWN,
  dataInputAssociations: DRAWN,
  dataObjectRef: DRAWN,
  dataOutputAssociations: DRAWN,
  eventDefinitions: DRAWN,
  flowElements: DRAWN,
  flowNodeRef: DRAWN,
  isForCompensation: DRAWN,
  laneSets: DRAWN,
  lanes: DRAWN,
  loopCharacteristics: field('repetition.loop'),
  messageFlows: DRAWN,
  participants: DRAWN,
  processRef: DRAWN,
  rootElements: DRAWN,
  sourceRef: DRAWN,
  targetRef: DRAWN,
  triggeredByEvent: DRAWN,

  // Arrows and gateways.
  activationCondition: field('gateway.activationCondition'),
  conditionExpression: field('flow.condition', 'gateway.condition'),
  default: field('gateway.default', 'flow.default'),
  eventGatewayType: field('gateway.eventGatewayType'),
  instantiate: field('message.instantiate', 'gateway.instantiate'),

  // Events.
  activityRef: field('compensation.activityRef'),
  cancelActivity: field('reaction.interrupting'),
  condition: field('condition.condition'),
  correlationKey: field('message.correlationKey'),
  errorCode: field('error.error'),
  errorRef: field('error.error'),
  escalationCode: field('escalation.escalation'),
  escalationRef: field('escalation.escalation'),
  isInterrupting: field('reaction.interrupting'),
  messageRef: field('message.message'),
  parallelMultiple: field('several.parallelMultiple'),
  signalRef: field('signal.signal'),
  timeCycle: field('timer.timer'),
  timeDate: field('timer.timer'),
  timeDuration: field('timer.timer'),
  variableEvents: field('condition.variableEvents'),
  variableNames: field('condition.variableNames'),
  waitForCompletion: field('compensation.waitForCompletion'),

  // Repetition.
  behavior: field('repetition.behavior'),
  cancelRemainingInstances: field('ad-hoc.cancelRemainingInstances'),
  completionCondition: field('repetition.completionCondition', 'ad-hoc.completionCondition'),
  complexBehaviorDefinition: field('repetition.complexBehaviorDefinition'),
  event: HOLDS,
  inputCollection: field('repetition.inputCollection'),
  inputDataItem: CAMUNDA_TWIN,
  inputElement: field('repetition.inputElement'),
  isSequential: field('repetition.loop'),
  loopCardinality: field('repetition.loopCardinality'),
  loopCondition: field('repetition.loopCondition'),
  loopDataInputRef: CAMUNDA_TWIN,
  loopDataOutputRef: CAMUNDA_TWIN,
  loopMaximum: field('repetition.loopMaximum'),
  noneBehaviorEventRef: field('repetition.behaviorEvent'),
  oneBehaviorEventRef: field('repetition.behaviorEvent'),
  ordering: field('ad-hoc.ordering'),
  outputCollection: field('repetition.outputCollection', 'ad-hoc.outputCollection'),
  outputDataItem: CAMUNDA_TWIN,
  outputElement: field('repetition.outputElement', 'ad-hoc.outputElement'),
  testBefore: field('repetition.testBefore'),

  // Steps.
  activeElementsCollection: field('ad-hoc.activeElementsCollection'),
  assignee: field('people.assignee'),
  bindingType: field('call.bindingType'),
  candidateGroups: field('people.candidateGroups'),
  candidateUsers: field('people.candidateUsers'),
  decisionId: field('decision.decisionId'),
  dueDate: field('urgency.dueDate'),
  expression: field('script.expression'),
  followUpDate: field('urgency.followUpDate'),
  formId: field('form.formId'),
  priority: field('urgency.priority'),
  processId: field('call.processId'),
  propagateAllChildVariables: field('call.propagateAllChildVariables'),
  propagateAllParentVariables: field('call.propagateAllParentVariables'),
  resultVariable: field('script.resultVariable', 'decision.resultVariable'),
  retries: field('job.retries'),
  type: field('job.type'),
  versionTag: field('call.versionTag'),
  isExecutable: field('process.isExecutable'),

  // Data.
  assignment: field('association.assignment'),
  from: field('association.assignment'),
  inputParameters: field('mappings.inputs'),
  outputParameters: field('mappings.outputs'),
  properties: field('variables.properties'),
  to: field('association.assignment'),
  transformation: field('association.transformation'),
  'masar:default': field('variables.properties'),

  // Properties of ours.
  'masar:candidateGroups': field('ad-hoc.candidateGroups', 'lane.candidateGroups'),
  'masar:correlationKey': field('message.correlationKey'),
  'masar:deadline': field('deadline.deadline'),
  'masar:errorCodeVariable': field('error.errorCodeVariable'),
  'masar:errorMessageVariable': field('error.errorMessageVariable'),
  'masar:escalationCodeVariable': field('escalation.escalationCodeVariable'),
  'masar:flow': reason('which way a drawing runs is chosen at the canvas'),
  'masar:fourEyes': field('people.fourEyes'),
  'masar:governorate': field('deadline.governorate'),
  'masar:legalBasis': field('legal-basis.legalBasis'),
  'masar:messageId': field('message.messageId'),
  'masar:startEvent': field('call.startEvent'),
  'masar:stopsClock': field('deadline.stopsClock'),
  'masar:timeToLive': field('message.timeToLive'),

  // What holds the others.
  body: HOLDS,
  extensionElements: HOLDS,
  key: HOLDS,
  language: reason('expressions are FEEL, which needs no word of it'),
  source: HOLDS,
  target: HOLDS,
  value: HOLDS,
  values: HOLDS,
  'zeebe:AdHoc': HOLDS,
  'zeebe:AssignmentDefinition': HOLDS,
  'zeebe:CalledDecision': HOLDS,
  'zeebe:CalledElement': HOLDS,
  'zeebe:ConditionalFilter': HOLDS,
  'zeebe:FormDefinition': HOLDS,
  'zeebe:IoMapping': HOLDS,
  'zeebe:LoopCharacteristics': HOLDS,
  'zeebe:PriorityDefinition': HOLDS,
  'zeebe:Properties': HOLDS,
  'zeebe:PublishMessage': reason('the properties of ours say the same of a message that is sent, and have fields'),
  'zeebe:Script': HOLDS,
  'zeebe:Subscription': HOLDS,
  'zeebe:TaskDefinition': HOLDS,
  'zeebe:TaskHeaders': field('job.headers'),
  'zeebe:TaskSchedule': HOLDS,
  'zeebe:UserTask': reason('a mark of the format that says nothing of its own'),
  'zeebe:VersionTag': field('process.versionTag'),
}
