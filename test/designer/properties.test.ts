/** What the panel writes about an element is what the check accepts and what the engine then does. */
import { describe, expect, test } from 'vitest'
import { EXTENSIONS, FLOW_NODES, MASAR_PROPERTIES } from '../../engine/core/bpmn/vocabulary.ts'
import type { Links } from '../../engine/core/bpmn/links.ts'
import { programKey } from '../../engine/core/ids.ts'
import type { Entry } from '../../designer/procedure/properties/entry.ts'
import { factsOf } from '../../designer/procedure/properties/facts.ts'
import { GROUPS } from '../../designer/procedure/properties/groups.ts'
import { around, file, flow, NO_LINKS, process } from '../bpmn/drawing.ts'
import {
  answer,
  answered,
  elementOf,
  entriesOf,
  meant,
  plain,
  programOf,
  subjectOf,
  type Answered,
} from './answering.ts'
import { drawn } from './drawn.ts'

const LINKS: Links = {
  ...NO_LINKS,
  forms: new Set(['review']),
  roles: new Set(['clerks', 'heads']),
  legalBasis: new Set(['law']),
  deadlines: new Set(['answer', 'visit']),
  statutory: new Map([['answer', { duration: 'P3WD', lastDay: { dayOff: 'moves', ends: 'hour' } }]]),
  decisions: new Map([['fee', {} as never]]),
  processes: new Map([
    ['helper', { key: programKey('test.package', '1.0.0', 'helper'), begins: true, choices: ['one', 'two'] }],
  ]),
}

/** A way through "step", and beside it what else the drawing needs. */
const STEP = (tag: string, inside = '', beside = '', roots = ''): string =>
  around(`<bpmn:${tag} id="step">${inside}</bpmn:${tag}>`, beside, roots)

const event = (tag: string, definition: string, attributes = ''): string =>
  STEP(tag, `<bpmn:${definition} id="step_definition"${attributes}/>`)

/** "event" hangs on the service task "step". */
const onEdge = (definition: string, attributes = ''): string =>
  around(
    '<bpmn:serviceTask id="step"><bpmn:extensionElements><zeebe:taskDefinition type="masar:payment"/></bpmn:extensionElements></bpmn:serviceTask>',
    `<bpmn:boundaryEvent id="event" attachedToRef="step" ${attributes}><bpmn:${definition} id="event_definition"/></bpmn:boundaryEvent><bpmn:endEvent id="other"/>${flow('f3', 'event', 'other')}`,
  )

const CLOCKED = (step: string, beside = ''): string =>
  around(
    `<bpmn:subProcess id="step"><bpmn:extensionElements><zeebe:properties><zeebe:property name="masar:deadline" value="answer"/></zeebe:properties></bpmn:extensionElements>
    <bpmn:startEvent id="in"/>${step}<bpmn:endEvent id="out"/>${flow('g1', 'in', 'inner')}${flow('g2', 'inner', 'out')}</bpmn:subProcess>`,
    beside,
  )

interface Told {
  readonly says: string
  readonly drawing: string
  readonly element?: string
  readonly answers: readonly Answered[]
  /** Of the compiled element. */
  readonly means: object
}

const TOLD: readonly Told[] = [
  {
    says: 'a user task is called in both languages, given to groups and a person, and shows a form',
    drawing: STEP('userTask'),
    answers: [
      ['general.name', { ar: 'مراجعة', en: 'Review' }],
      ['form.formId', 'review'],
      ['people.candidateGroups', ['clerks', 'heads']],
      ['people.assignee', '=application.applicant.id'],
      ['people.candidateUsers', 'clerk.rana,clerk.sami'],
      ['legal-basis.legalBasis', ['law']],
      ['urgency.dueDate', 'P3WD'],
      ['urgency.followUpDate', 'P1D'],
      ['urgency.priority', '70'],
    ],
    means: {
      name: 'مراجعة · Review',
      properties: { 'masar:legalBasis': 'law' },
      kind: {
        kind: 'userTask',
        task: {
          form: 'review',
          candidateGroups: 'clerks,heads',
          assignee: '=application.applicant.id',
          candidateUsers: 'clerk.rana,clerk.sami',
          dueDate: 'P3WD',
          followUpDate: 'P1D',
          priority: '70',
        },
      },
    },
  },
  {
    says: 'four eyes name the other task',
    drawing: around('<bpmn:userTask id="first"/><bpmn:userTask id="step"/>', flow('f3', 'first', 'step')).replace(
      'targetRef="step"',
      'targetRef="first"',
    ),
    answers: [
      ['people.fourEyes', ['first']],
      ['people.candidateGroups', ['clerks']],
    ],
    means: { kind: { task: { fourEyes: ['first'] } } },
  },
  {
    says: 'a job has a type, attempts, headers, inputs and outputs',
    drawing: STEP('serviceTask'),
    answers: [
      ['job.type', 'moj.stamp'],
      ['job.retries', '5'],
      ['job.headers', [{ name: 'colour', value: 'black' }]],
      [
        'mappings.inputs',
        [
          { name: 'number', value: '=n' },
          { name: 'who.name', value: 'x' },
        ],
      ],
      ['mappings.outputs', [{ name: 'stamp', value: '=result' }]],
    ],
    means: {
      kind: { kind: 'serviceTask', job: { type: 'moj.stamp', retries: '5' } },
      inputs: [
        { source: '=n', target: ['number'] },
        { source: 'x', target: ['who', 'name'] },
      ],
      outputs: [{ source: '=result', target: ['stamp'] }],
      headers: { colour: 'black' },
    },
  },
  {
    says: 'a script computes into a variable',
    drawing: STEP('scriptTask'),
    answers: [
      ['script.expression', '=a + 1'],
      ['script.resultVariable', 'b'],
    ],
    means: { kind: { kind: 'scriptTask', expression: '=a + 1', resultVariable: 'b' } },
  },
  {
    says: 'a business rule task asks a table',
    drawing: STEP('businessRuleTask'),
    answers: [
      ['decision.decisionId', 'fee'],
      ['decision.resultVariable', 'fee'],
    ],
    means: { kind: { kind: 'businessRuleTask', decisionId: 'fee', resultVariable: 'fee' } },
  },
  {
    says: 'a call names the procedure, its start, its version and what is seen',
    drawing: STEP('callActivity'),
    answers: [
      ['call.processId', 'helper'],
      ['call.startEvent', 'two'],
      ['call.bindingType', 'versionTag'],
      ['call.versionTag', 'stable'],
      ['call.propagateAllParentVariables', false],
      ['call.propagateAllChildVariables', false],
    ],
    means: {
      kind: {
        kind: 'callActivity',
        startElement: 'two',
        binding: { kind: 'versionTag', tag: 'stable' },
        propagateAllParentVariables: false,
        propagateAllChildVariables: false,
      },
    },
  },
  {
    says: 'a receive task waits for a message by its key',
    drawing: STEP('receiveTask'),
    answers: [
      ['message.newMessage', 'judgment'],
      ['message.correlationKey', '=reference'],
    ],
    means: { kind: { kind: 'receiveTask', message: { name: 'judgment', correlationKey: '=reference' } } },
  },
  {
    says: 'a send task publishes a message to one application',
    drawing: STEP('sendTask'),
    answers: [
      ['message.newMessage', 'judgment'],
      ['message.correlationKey', '=reference'],
      ['message.messageId', '=number'],
      ['message.timeToLive', 'PT1H'],
    ],
    means: {
      kind: {
        send: {
          kind: 'publish',
          name: 'judgment',
          correlationKey: '=reference',
          messageId: '=number',
          timeToLive: 'PT1H',
        },
      },
    },
  },
  {
    says: 'what the file says in zeebe:publishMessage is changed there',
    drawing: STEP(
      'sendTask',
      '<bpmn:extensionElements><zeebe:publishMessage correlationKey="=old"/></bpmn:extensionElements>',
    ),
    answers: [
      ['message.newMessage', 'judgment'],
      ['message.correlationKey', '=fresh'],
    ],
    means: { kind: { send: { correlationKey: '=fresh' } } },
  },
  {
    says: 'a timer goes off after working days',
    drawing: event('intermediateCatchEvent', 'timerEventDefinition'),
    answers: [['timer.timer', { kind: 'timeDuration', text: 'P3WD' }]],
    means: { kind: { trigger: { kind: 'timer', timer: { kind: 'duration', after: 'P3WD' } } } },
  },
  {
    says: 'a timer goes off at a moment',
    drawing: event('intermediateCatchEvent', 'timerEventDefinition'),
    answers: [
      ['timer.timer', { kind: 'timeDuration', text: 'P3D' }],
      ['timer.timer', { kind: 'timeDate', text: '2026-12-31T12:00:00Z' }],
    ],
    means: { kind: { trigger: { kind: 'timer', timer: { kind: 'date', at: '2026-12-31T12:00:00Z' } } } },
  },
  {
    says: 'a timer beside a step goes off again and again',
    drawing: onEdge('timerEventDefinition', 'cancelActivity="false"'),
    element: 'event',
    answers: [['timer.timer', { kind: 'timeCycle', text: 'R3/PT1H' }]],
    means: { kind: { interrupting: false, trigger: { timer: { kind: 'cycle', every: 'R3/PT1H' } } } },
  },
  {
    says: 'an event on an edge ends its step or leaves it running',
    drawing: onEdge('timerEventDefinition'),
    element: 'event',
    answers: [
      ['timer.timer', { kind: 'timeDuration', text: 'PT1H' }],
      ['reaction.interrupting', false],
    ],
    means: { kind: { interrupting: false } },
  },
  {
    says: 'an error of the connector is caught, and what it was is kept',
    drawing: onEdge('errorEventDefinition'),
    element: 'event',
    answers: [
      ['error.error', 'PAYMENT_EXPIRED'],
      ['error.errorCodeVariable', 'code'],
      ['error.errorMessageVariable', 'why'],
    ],
    means: {
      kind: { trigger: { kind: 'error', code: 'PAYMENT_EXPIRED', codeVariable: 'code', messageVariable: 'why' } },
    },
  },
  {
    says: 'an escalation is caught',
    drawing: around(
      `<bpmn:subProcess id="step"><bpmn:startEvent id="in"/><bpmn:endEvent id="out"/>${flow('g1', 'in', 'out')}</bpmn:subProcess>`,
      `<bpmn:boundaryEvent id="event" attachedToRef="step"><bpmn:escalationEventDefinition id="d"/></bpmn:boundaryEvent><bpmn:endEvent id="other"/>${flow('f3', 'event', 'other')}`,
    ),
    element: 'event',
    answers: [
      ['escalation.newEscalation', 'LATE'],
      ['escalation.escalationCodeVariable', 'code'],
    ],
    means: { kind: { trigger: { kind: 'escalation', code: 'LATE', codeVariable: 'code' } } },
  },
  {
    says: 'an escalation is thrown',
    drawing: event('intermediateThrowEvent', 'escalationEventDefinition'),
    answers: [['escalation.newEscalation', 'LATE']],
    means: { kind: { throws: { kind: 'escalation', code: 'LATE' } } },
  },
  {
    says: 'a signal is thrown',
    drawing: event('intermediateThrowEvent', 'signalEventDefinition'),
    answers: [['signal.newSignal', 'closing']],
    means: { kind: { throws: { kind: 'signal', signal: { name: 'closing' } } } },
  },
  {
    says: 'a condition is waited for, listening to some changes',
    drawing: event('intermediateCatchEvent', 'conditionalEventDefinition'),
    answers: [
      ['condition.condition', '=paid'],
      ['condition.variableNames', 'paid'],
      ['condition.variableEvents', ['update']],
    ],
    means: { kind: { trigger: { condition: { condition: '=paid', variables: ['paid'], changes: ['update'] } } } },
  },
  {
    says: 'a step is done for each of a list, until enough is done',
    drawing: STEP('userTask'),
    answers: [
      ['people.candidateGroups', ['clerks']],
      ['repetition.loop', 'sequential'],
      ['repetition.inputCollection', '=founders'],
      ['repetition.inputElement', 'founder'],
      ['repetition.outputCollection', 'results'],
      ['repetition.outputElement', '=result'],
      ['repetition.completionCondition', '=enough'],
    ],
    means: {
      loop: {
        kind: 'multiInstance',
        sequential: true,
        inputCollection: '=founders',
        inputElement: 'founder',
        outputCollection: 'results',
        outputElement: '=result',
        completionCondition: '=enough',
      },
    },
  },
  {
    says: 'a step is done so many times at once',
    drawing: STEP('userTask'),
    answers: [
      ['people.candidateGroups', ['clerks']],
      ['repetition.loop', 'parallel'],
      ['repetition.loopCardinality', '3'],
    ],
    means: { loop: { kind: 'multiInstance', sequential: false, loopCardinality: '3' } },
  },
  {
    says: 'a step is done again as long as a condition holds',
    drawing: STEP('userTask'),
    answers: [
      ['people.candidateGroups', ['clerks']],
      ['repetition.loop', 'loop'],
      ['repetition.loopCondition', '=not(approved)'],
      ['repetition.loopMaximum', '5'],
      ['repetition.testBefore', true],
    ],
    means: { loop: { kind: 'standardLoop', loopCondition: '=not(approved)', loopMaximum: 5, testBefore: true } },
  },
  {
    says: 'a step for each of a list tells of the first that is done, by a new signal',
    drawing: STEP('userTask'),
    answers: [
      ['people.candidateGroups', ['clerks']],
      ['repetition.loop', 'parallel'],
      ['repetition.inputCollection', '=items'],
      ['repetition.behavior', 'One'],
      ['repetition.new.signal', 'first'],
    ],
    means: { loop: { kind: 'multiInstance', events: [{ when: 'first', thrown: { signal: { name: 'first' } } }] } },
  },
  {
    says: 'it tells of each by an escalation that is known, and of none when that is taken back',
    drawing: STEP('userTask', '', '', '<bpmn:escalation id="E" name="late" escalationCode="LATE"/>'),
    answers: [
      ['people.candidateGroups', ['clerks']],
      ['repetition.loop', 'sequential'],
      ['repetition.loopCardinality', '3'],
      ['repetition.behavior', 'One'],
      ['repetition.behaviorEvent', 'escalation LATE'],
      ['repetition.behavior', 'None'],
    ],
    means: { loop: { events: [{ when: 'each', thrown: { code: 'LATE' } }] } },
  },
  {
    says: 'it tells where conditions hold, by signals and known escalations',
    drawing: STEP('userTask', '', '', '<bpmn:escalation id="E" name="late" escalationCode="LATE"/>'),
    answers: [
      ['people.candidateGroups', ['clerks']],
      ['repetition.loop', 'parallel'],
      ['repetition.loopCardinality', '3'],
      ['repetition.behavior', 'Complex'],
      [
        'repetition.complexBehaviorDefinition',
        [
          { name: 'two', value: '=numberOfCompletedInstances = 2' },
          { name: 'LATE', value: '=numberOfTerminatedInstances > 0' },
        ],
      ],
    ],
    means: {
      loop: {
        events: [
          { when: '=numberOfCompletedInstances = 2', thrown: { signal: { name: 'two' } } },
          { when: '=numberOfTerminatedInstances > 0', thrown: { code: 'LATE' } },
        ],
      },
    },
  },
  {
    says: 'a step has variables of its own',
    drawing: STEP('subProcess', '<bpmn:startEvent id="in"/><bpmn:endEvent id="out"/>' + flow('g1', 'in', 'out')),
    answers: [
      [
        'variables.properties',
        [
          { name: 'count', value: '=0' },
          { name: 'note', value: '' },
        ],
      ],
    ],
    means: {
      locals: [
        { source: '=0', target: ['count'] },
        { source: '=null', target: ['note'] },
      ],
    },
  },
  {
    says: 'an event with several triggers needs all of them',
    drawing: around(
      '<bpmn:intermediateCatchEvent id="step"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition><bpmn:signalEventDefinition id="s" signalRef="S"/></bpmn:intermediateCatchEvent>',
      '',
      '<bpmn:signal id="S" name="go"/>',
    ),
    answers: [['several.parallelMultiple', true]],
    means: { kind: { trigger: { kind: 'multiple', parallel: true } } },
  },
  {
    says: 'an ad-hoc subprocess is chosen in by groups and ends by a condition',
    drawing: STEP('adHocSubProcess', '<bpmn:manualTask id="visit"/>'),
    answers: [
      ['ad-hoc.candidateGroups', ['clerks']],
      ['ad-hoc.ordering', 'Sequential'],
      ['ad-hoc.activeElementsCollection', '=["visit"]'],
      ['ad-hoc.completionCondition', '=enough'],
      ['ad-hoc.cancelRemainingInstances', false],
      ['ad-hoc.outputCollection', 'results'],
      ['ad-hoc.outputElement', '=result'],
    ],
    means: {
      kind: {
        kind: 'adHocSubProcess',
        ordering: 'sequential',
        cancelRemaining: false,
        activeElements: '=["visit"]',
        completionCondition: '=enough',
        outputCollection: 'results',
        outputElement: '=result',
      },
    },
  },
  {
    says: 'a message begins an application at a receive task',
    drawing: file(process(`<bpmn:receiveTask id="step"/><bpmn:endEvent id="end"/>${flow('f2', 'step', 'end')}`)),
    answers: [
      ['message.newMessage', 'request'],
      ['message.instantiate', true],
    ],
    means: { kind: { kind: 'receiveTask', message: { name: 'request' }, instantiate: true } },
  },
]

describe('the panel writes what the engine does:', () => {
  test.each(TOLD)('$says', async ({ drawing, element = 'step', answers, means }) => {
    const made = await answered(drawing, element, answers)
    const program = await programOf(made, LINKS)
    expect(plain(elementOf(program, element))).toMatchObject(meant(means))
  })

  test.each(TOLD)('$says; and all of it can be taken back', async ({ drawing, element = 'step', answers }) => {
    const made = await drawn(drawing)
    const before = await made.write()
    answer(made, element, answers)
    for (const _ of answers) made.undo()
    expect(await made.write()).toBe(before)
  })

  test('arrows say when they are taken, and one is taken when no other is', async () => {
    const made = await drawn(
      around('<bpmn:exclusiveGateway id="step"/>', `<bpmn:endEvent id="other"/>${flow('f3', 'step', 'other', '=old')}`),
    )
    answer(made, 'f2', [['flow.condition', '=approved']])
    answer(made, 'f3', [['flow.default', true]])
    const program = await programOf(made, LINKS)
    const told = plain(program.flows.map(({ id, condition }) => [id, condition]))
    expect(told).toEqual(
      expect.arrayContaining([
        ['f2', 'approved'],
        ['f3', null],
      ]),
    )
    answer(made, 'step', [['gateway.default', 'f2']])
    expect(entriesOf(subjectOf(made, 'f2')).has('flow.condition')).toBe(false)
    answer(made, 'f3', [['flow.condition', '=refused']])
    await programOf(made, LINKS)
  })

  test('a gateway asks itself when each of its arrows is taken, but for the one taken when no other is', async () => {
    const made = await drawn(
      around('<bpmn:exclusiveGateway id="step"/>', `<bpmn:endEvent id="other"/>${flow('f3', 'step', 'other')}`),
    )
    answer(made, 'step', [
      ['gateway.condition.f2', '=approved'],
      ['gateway.default', 'f3'],
    ])
    const asked = [...entriesOf(subjectOf(made, 'step')).keys()].filter((it) => it.startsWith('gateway.'))
    expect(asked).toEqual(['gateway.default', 'gateway.condition.f2'])
    const { flows } = await programOf(made, LINKS)
    expect(plain(flows.map(({ id, condition }) => [id, condition]))).toEqual(
      expect.arrayContaining([
        ['f2', 'approved'],
        ['f3', null],
      ]),
    )
  })

  test('a connector names one of the papers of the package, and leads there; a table is called as people call it', async () => {
    const files = new Map([
      ['templates/permit.hbs', ''],
      ['templates/told.ar.txt.hbs', ''],
      ['fee.dmn', '<decision id="fee" name="fee">\n    <description>الرسم · The fee</description></decision>'],
    ])
    const facts = factsOf(files)
    expect(facts.decisions).toEqual([{ id: 'fee', file: 'fee.dmn', title: { ar: 'الرسم', en: 'The fee' } }])
    const made = await drawn(STEP('serviceTask'))
    answer(made, 'step', [['job.type', 'masar:document']])
    const entry = (): readonly Entry[] =>
      [...entriesOf(subjectOf(made, 'step', facts))].flatMap(([id, it]) =>
        /\.template(\.open)?$/.test(id) ? [it] : [],
      )
    const [template, open] = entry()
    if (template?.kind !== 'choice') throw new Error('Expected a choice')
    expect(open).toMatchObject({ view: 'documents', at: ['new', 'paper'], making: { kind: 'paper' } })
    expect(template.choices.map(({ value }) => value)).toEqual(['', 'permit'])
    made.change(template.write('permit'))
    expect(entry()).toMatchObject([{ value: 'permit' }, { view: 'documents', at: ['permit'] }])
  })

  test('a step that asks a table leads to that one, wherever it stands; where it asks none, one is made there, named as the step', async () => {
    const facts = factsOf(
      new Map([
        ['a.dmn', '<decision id="first" name="first"></decision>'],
        ['fees.dmn', '<decision id="other" name="other"></decision><decision id="fee" name="fee"></decision>'],
      ]),
    )
    const made = await drawn(STEP('businessRuleTask'))
    const link = (): Entry | undefined => entriesOf(subjectOf(made, 'step', facts)).get('decision.openDecision')
    expect(link()).toMatchObject({
      view: 'decisions',
      making: { kind: 'decision', taken: ['first', 'other', 'fee'] },
      label: { en: 'Make a table' },
    })
    const choice = entriesOf(subjectOf(made, 'step', facts)).get('decision.decisionId')
    if (choice?.kind !== 'choice') throw new Error('Expected a choice')
    made.change(choice.write('fee'))
    expect(link()).toMatchObject({ view: 'decisions', at: ['fees.dmn', 'fee'], label: { en: 'Open the table' } })
  })

  test.each(['people.candidateGroups', 'people.fourEyes', 'legal-basis.legalBasis'])(
    'of as many as one likes, %s, "none" is no choice',
    async (id) => {
      const made = await drawn(around('<bpmn:userTask id="first"/><bpmn:userTask id="step"/>', ''))
      const entry = entriesOf(subjectOf(made, 'step')).get(id)
      if (entry?.kind !== 'several') throw new Error('Expected several')
      expect(entry.choices.length).toBeGreaterThan(0)
      expect(entry.choices.map(({ value }) => value)).not.toContain('')
    },
  )

  test('a deadline of law is carried, its governorate told, and its clock stands still', async () => {
    const made = await drawn(
      CLOCKED(
        '<bpmn:userTask id="inner"/>',
        `<bpmn:boundaryEvent id="event" attachedToRef="step"><bpmn:timerEventDefinition id="d"/></bpmn:boundaryEvent><bpmn:endEvent id="other"/>${flow('f3', 'event', 'other')}`,
      ),
    )
    answer(made, 'step', [['deadline.governorate', 'PS-HBN']])
    answer(made, 'event', [
      ['deadline.deadline', 'answer'],
      ['timer.timer', { kind: 'timeDuration', text: 'P3WD' }],
    ])
    answer(made, 'inner', [
      ['deadline.stopsClock', 'some'],
      ['people.candidateGroups', ['clerks']],
    ])
    const program = await programOf(made, LINKS)
    expect(plain([...(program.deadlines ?? [])])).toMatchObject([
      ['step', { id: 'answer', governorate: 'PS-HBN' }],
      ['event', { id: 'answer' }],
    ])
    expect([...(program.stops ?? [])]).toEqual([['inner', ['answer']]])
    answer(made, 'inner', [['deadline.stopsClock', 'true']])
    expect([...((await programOf(made, LINKS)).stops ?? [])]).toEqual([['inner', 'all']])
  })

  test('on a deadline of law a timer is offered durations alone', async () => {
    const made = await drawn(onEdge('timerEventDefinition', 'cancelActivity="false"'))
    const ways = () => {
      const entry = entriesOf(subjectOf(made, 'event')).get('timer.timer')
      return entry?.kind === 'timer' ? entry.ways : []
    }
    expect(ways()).toEqual(['timeDuration', 'timeDate', 'timeCycle'])
    answer(made, 'event', [['deadline.deadline', 'answer']])
    expect(ways()).toEqual(['timeDuration'])
  })

  test('a lane gives its tasks to groups', async () => {
    const made = await drawn(
      file(
        process(
          `<bpmn:laneSet id="lanes"><bpmn:lane id="lane"><bpmn:flowNodeRef>step</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet><bpmn:startEvent id="start"/><bpmn:userTask id="step"/><bpmn:endEvent id="end"/>${flow('f1', 'start', 'step')}${flow('f2', 'step', 'end')}`,
        ),
      ),
    )
    answer(made, 'lane', [['lane.candidateGroups', ['clerks']]])
    const program = await programOf(made, LINKS)
    expect(plain(elementOf(program, 'step'))).toMatchObject({ task: { candidateGroups: 'clerks' } })
  })

  test('what is undone is chosen among the steps that can be', async () => {
    const made = await drawn(
      file(
        process(
          `<bpmn:startEvent id="start"/><bpmn:manualTask id="pay"/><bpmn:boundaryEvent id="undo" attachedToRef="pay"><bpmn:compensateEventDefinition id="u"/></bpmn:boundaryEvent>
          <bpmn:manualTask id="refund" isForCompensation="true"/><bpmn:association id="a" sourceRef="undo" targetRef="refund" associationDirection="One"/>
          <bpmn:endEvent id="step"><bpmn:compensateEventDefinition id="c"/></bpmn:endEvent>${flow('f1', 'start', 'pay')}${flow('f2', 'pay', 'step')}`,
        ),
      ),
    )
    const entry = entriesOf(subjectOf(made, 'step')).get('compensation.activityRef')
    expect(entry?.kind === 'choice' ? entry.choices.map(({ value }) => value) : []).toEqual(['', 'pay'])
    answer(made, 'step', [
      ['compensation.activityRef', 'pay'],
      ['compensation.waitForCompletion', false],
    ])
    const program = await programOf(made, LINKS)
    expect(elementOf(program, 'step')).toMatchObject({
      throws: { kind: 'compensation', activity: program.byId.get('pay'), waits: false },
    })
  })

  test('a procedure is called, tagged and told to run', async () => {
    const made = await drawn(STEP('manualTask').replace(' isExecutable="true"', ''))
    answer(made, 'main', [
      ['process.isExecutable', true],
      ['process.versionTag', 'stable'],
      ['general.name', { ar: 'رخصة', en: 'Licence' }],
    ])
    expect(await programOf(made, LINKS)).toMatchObject({ name: 'رخصة · Licence', versionTag: 'stable' })
  })
})

describe('the panel', () => {
  test('has something to say of every element the engine executes', async () => {
    for (const type of Object.keys(FLOW_NODES)) {
      const tag = type.charAt(5).toLowerCase() + type.slice(6)
      const made = await drawn(file(process(`<bpmn:${tag} id="step"/>`)))
      expect([type, ...entriesOf(subjectOf(made, 'step')).keys()]).toContain('general.name')
    }
  })

  test('leaves out none of the extensions and properties that the engine reads', async () => {
    const reads = [
      ...new Set([
        ...Object.values(EXTENSIONS)
          .flat()
          // Marks of the format alone, and what is written as properties instead.
          .filter((it) => it !== 'zeebe:UserTask' && it !== 'zeebe:PublishMessage')
          .map((it) => it.replace('zeebe:', 'zeebe:').replace(/:(.)/, (found) => found.toLowerCase())),
        ...Object.keys(MASAR_PROPERTIES),
      ]),
    ]
    const written: string[] = []
    for (const { drawing, element = 'step', answers } of TOLD)
      written.push(await (await answered(drawing, element, answers)).write())
    // The others are answered in tests of their own; which way a drawing runs is chosen at the canvas.
    const others = ['masar:flow', 'zeebe:versionTag', 'masar:governorate', 'masar:deadline', 'masar:stopsClock']
    expect(reads.filter((it) => !others.includes(it) && !written.some((xml) => xml.includes(it)))).toEqual([])
  })

  test('asks for nothing twice, and says everything in both languages', async () => {
    const seen = new Set<string>()
    for (const { drawing, element = 'step' } of TOLD) {
      const subject = subjectOf(await drawn(drawing), element)
      for (const group of GROUPS.filter((it) => it.isFor(subject.element, subject.edit))) {
        const entries = group.entries(subject)
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
        for (const { label, hint } of entries)
          for (const text of [group.title, label, ...(hint ? [hint] : [])]) {
            expect(text.ar).toMatch(/\p{Script=Arabic}/u)
            expect(text.en).not.toMatch(/\p{Script=Arabic}/u)
            seen.add(text.en)
          }
      }
    }
    expect(seen.size).toBeGreaterThan(50)
  })

  test('keeps a mapping as it stands in the file when another beside it changes', async () => {
    const made = await drawn(
      STEP(
        'serviceTask',
        '<bpmn:extensionElements><zeebe:taskDefinition type="x"/><zeebe:ioMapping acme:kept="yes"><zeebe:input source="=1" target="a" acme:by="hand"/><zeebe:input source="=2" target="b"/></zeebe:ioMapping></bpmn:extensionElements>',
      ),
    )
    answer(made, 'step', [
      [
        'mappings.inputs',
        [
          { name: 'a', value: '=1' },
          { name: 'c', value: '=3' },
        ],
      ],
    ])
    const xml = await made.write()
    expect(xml).toContain('<zeebe:input source="=1" target="a" acme:by="hand" />')
    expect(xml).toContain('acme:kept="yes"')
    expect(xml).toContain('<zeebe:input source="=3" target="c" />')
    expect(xml).not.toContain('target="b"')
  })

  test('takes a name in one language for that language, and both when both are there', async () => {
    const made = await drawn(STEP('manualTask').replace('id="step"', 'id="step" name="خطوة"'))
    const name = () =>
      entriesOf(subjectOf(made, 'step')).get('general.name')?.kind === 'both' &&
      entriesOf(subjectOf(made, 'step')).get('general.name')
    expect(name()).toMatchObject({ value: { ar: 'خطوة', en: '' } })
    answer(made, 'step', [['general.name', { ar: 'خطوة', en: 'Step' }]])
    expect(await made.write()).toContain('name="خطوة · Step"')
  })

  test('offers the starts of a called procedure that has several', async () => {
    const made = await drawn(STEP('callActivity'))
    expect(entriesOf(subjectOf(made, 'step')).has('call.startEvent')).toBe(false)
    answer(made, 'step', [['call.processId', 'helper']])
    expect(entriesOf(subjectOf(made, 'step')).has('call.startEvent')).toBe(true)
  })
})
