import { describe, expect, test } from 'vitest'
import { around, errorsOf, extension, file, findingsOf, flow, NO_LINKS, process } from './drawing.ts'

const TASK = '<bpmn:manualTask id="step"/>'
const MESSAGE = `<bpmn:message id="m" name="paid">${extension('<zeebe:subscription correlationKey="=reference"/>')}</bpmn:message>`
const ERROR = '<bpmn:error id="e" errorCode="NOT_FOUND"/>'
const JOB = extension('<zeebe:taskDefinition type="masar:databus"/>')

const catching = (id: string, trigger: string) =>
  `<bpmn:intermediateCatchEvent id="${id}">${trigger}</bpmn:intermediateCatchEvent>`
const timer = (inner: string) => `<bpmn:timerEventDefinition>${inner}</bpmn:timerEventDefinition>`
const boundary = (trigger: string, attributes = '') =>
  `<bpmn:boundaryEvent id="b" attachedToRef="step" ${attributes}>${trigger}</bpmn:boundaryEvent><bpmn:endEvent id="bend"/>${flow('fb', 'b', 'bend')}`
const mapped = (inner: string) =>
  `<bpmn:userTask id="step">${extension(`<zeebe:ioMapping>${inner}</zeebe:ioMapping>`)}</bpmn:userTask>`
const choice = (flows: string, attributes = '') =>
  file(
    process(
      `<bpmn:startEvent id="start"/><bpmn:exclusiveGateway id="g" ${attributes}/><bpmn:endEvent id="x"/><bpmn:endEvent id="y"/>${flow('f1', 'start', 'g')}${flows}`,
    ),
  )

interface Case {
  readonly says: string
  readonly xml: string
  /** "rule @ place". */
  readonly error: string
}

const ELEMENTS: readonly Case[] = [
  ['potential owner', '<bpmn:userTask id="step"><bpmn:potentialOwner id="po"/></bpmn:userTask>'],
].map(([says, xml]) => ({
  says: says ?? '',
  xml: around(xml ?? ''),
  error: `bpmn/unsupported-element @ ${says === 'potential owner' ? 'po' : 'step'}`,
}))

const EVENTS: readonly Case[] = ['conditional', 'cancel'].map((it) => ({
  says: `a throw event with a ${it} trigger`,
  xml: around(`<bpmn:intermediateThrowEvent id="step"><bpmn:${it}EventDefinition/></bpmn:intermediateThrowEvent>`),
  error: 'bpmn/unsupported-event @ step',
}))

const ATTRIBUTES: readonly Case[] = [
  ['startQuantity', '<bpmn:manualTask id="step" startQuantity="2"/>'],
  ['implementation', '<bpmn:serviceTask id="step" implementation="java:Evil"/>'],
  ['calledElement of BPMN', '<bpmn:callActivity id="step" calledElement="other"/>'],
].map(([says, xml]) => ({
  says: `${says ?? ''}`,
  xml: around(xml ?? '', '', MESSAGE),
  error: 'bpmn/unsupported-attribute @ step',
}))

const EXTENSIONS: readonly Case[] = [
  [
    'an execution listener',
    '<bpmn:manualTask id="step">',
    '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="spy"/></zeebe:executionListeners>',
  ],
  [
    'a task listener',
    '<bpmn:userTask id="step">',
    '<zeebe:taskListeners><zeebe:taskListener eventType="complete" type="spy"/></zeebe:taskListeners>',
  ],
  ['a task definition on a user task', '<bpmn:userTask id="step">', '<zeebe:taskDefinition type="x"/>'],
  ['an external form', '<bpmn:userTask id="step">', '<zeebe:formDefinition externalReference="https://evil.example"/>'],
  [
    'a form bound to the latest version',
    '<bpmn:userTask id="step">',
    '<zeebe:formDefinition formId="f" bindingType="latest"/>',
  ],
  [
    'a form bound to a version tag',
    '<bpmn:userTask id="step">',
    '<zeebe:formDefinition formId="f" bindingType="versionTag" versionTag="v1"/>',
  ],
  [
    'a called process computed at run time',
    '<bpmn:callActivity id="step">',
    '<zeebe:calledElement processId="p" processIdExpression="=x"/>',
  ],
  [
    'two task definitions',
    '<bpmn:serviceTask id="step">',
    '<zeebe:taskDefinition type="x"/><zeebe:taskDefinition type="y"/>',
  ],
].map(([says, open, inner]) => ({
  says: says ?? '',
  xml: around(`${open ?? ''}${extension(inner ?? '')}</${/bpmn:\w+/.exec(open ?? '')?.[0] ?? ''}>`),
  error: 'bpmn/unsupported-extension @ step',
}))

const ENGINES: readonly Case[] = [
  'class="evil.Bean"',
  'expression="${x}"',
  'delegateExpression="${x}"',
  'asyncBefore="true"',
  'type="external"',
].map((it) => ({
  says: `camunda:${it}`,
  xml: around(`<bpmn:serviceTask id="step" camunda:${it}>${JOB}</bpmn:serviceTask>`),
  error: 'bpmn/foreign-engine @ step',
}))

const FLOWS: readonly Case[] = [
  {
    says: 'a choice with a flow that says nothing',
    xml: choice(flow('a', 'g', 'x', '=amount &gt; 3') + flow('b', 'g', 'y')),
    error: 'bpmn/conditions @ b',
  },
  {
    says: 'a default flow with a condition',
    xml: choice(flow('a', 'g', 'x', '=true') + flow('b', 'g', 'y', '=true'), 'default="b"'),
    error: 'bpmn/conditions @ b',
  },
  {
    says: 'a default flow that leaves another step',
    xml: choice(flow('a', 'g', 'x', '=true') + flow('b', 'g', 'y', '=true'), 'default="f1"'),
    error: 'bpmn/conditions @ g',
  },
  {
    says: 'a condition behind a start event',
    xml: file(process(`<bpmn:startEvent id="start"/><bpmn:endEvent id="x"/>${flow('f1', 'start', 'x', '=true')}`)),
    error: 'bpmn/conditions @ f1',
  },
  {
    says: 'a condition in JavaScript',
    xml: choice(
      flow('a', 'g', 'x', '=true').replace('xsi:type', 'language="javascript" xsi:type') + flow('b', 'g', 'y', '=true'),
    ),
    error: 'bpmn/feel @ a',
  },
  {
    says: 'a condition without "="',
    xml: choice(flow('a', 'g', 'x', '${amount &gt; 3}') + flow('b', 'g', 'y', '=true')),
    error: 'bpmn/feel @ a',
  },
  {
    says: 'a condition that does not parse',
    xml: choice(flow('a', 'g', 'x', '=amount &gt;') + flow('b', 'g', 'y', '=true')),
    error: 'bpmn/feel @ a',
  },
  {
    says: 'a condition of 5,000 characters',
    xml: choice(flow('a', 'g', 'x', `=${'1+'.repeat(2500)}1 = 1`) + flow('b', 'g', 'y', '=true')),
    error: 'bpmn/feel @ a',
  },
  {
    says: 'a flow out of a subprocess',
    xml: around(
      `<bpmn:subProcess id="step"><bpmn:startEvent id="s"/><bpmn:task id="t"/>${flow('i', 's', 't')}${flow('out', 't', 'end')}</bpmn:subProcess>`,
    ),
    error: 'bpmn/flow-scope @ out',
  },
  {
    says: 'a step nobody reaches',
    xml: around(TASK, '<bpmn:manualTask id="lonely"/>'),
    error: 'bpmn/connections @ lonely',
  },
  { says: 'an end event that goes on', xml: around(TASK, flow('f3', 'end', 'step')), error: 'bpmn/connections @ end' },
  {
    says: 'a start event that is reached',
    xml: around(TASK, flow('f3', 'step', 'start')),
    error: 'bpmn/connections @ start',
  },
]

const STARTS: readonly Case[] = [
  {
    says: 'a process without a start',
    xml: file(process('<bpmn:endEvent id="end"/>')),
    error: 'bpmn/start-events @ main',
  },
  {
    says: 'a process that goes round and begins nowhere',
    xml: file(process(`<bpmn:task id="a"/><bpmn:task id="b"/>${flow('f1', 'a', 'b')}${flow('f2', 'b', 'a')}`)),
    error: 'bpmn/start-events @ main',
  },
  {
    says: 'a subprocess that starts by a message',
    xml: around(
      `<bpmn:subProcess id="step"><bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:endEvent id="t"/>${flow('i', 's', 't')}</bpmn:subProcess>`,
      '',
      MESSAGE,
    ),
    error: 'bpmn/unsupported-event @ s',
  },
  {
    says: 'an event subprocess without a trigger',
    xml: around(
      TASK,
      `<bpmn:subProcess id="es" triggeredByEvent="true"><bpmn:startEvent id="s"/><bpmn:endEvent id="t"/>${flow('i', 's', 't')}</bpmn:subProcess>`,
    ),
    error: 'bpmn/unsupported-event @ s',
  },
  {
    says: 'an error event subprocess that does not interrupt',
    xml: around(
      TASK,
      `<bpmn:subProcess id="es" triggeredByEvent="true"><bpmn:startEvent id="s" isInterrupting="false"><bpmn:errorEventDefinition errorRef="e"/></bpmn:startEvent><bpmn:endEvent id="t"/>${flow('i', 's', 't')}</bpmn:subProcess>`,
      ERROR,
    ),
    error: 'bpmn/start-events @ s',
  },
  {
    says: 'a file where nothing is executable',
    xml: file(process('', 'main', 'isExecutable="false"')),
    error: 'bpmn/executable @ main',
  },
]

const WAITS: readonly Case[] = [
  {
    says: 'a timer in another language',
    xml: around(
      catching(
        'step',
        timer('<bpmn:timeDuration xsi:type="bpmn:tFormalExpression" language="groovy">PT1H</bpmn:timeDuration>'),
      ),
    ),
    error: 'bpmn/feel @ step',
  },
  {
    says: 'an event-based gateway that leads to a task',
    xml: file(
      process(
        `<bpmn:startEvent id="start"/><bpmn:eventBasedGateway id="g"/><bpmn:manualTask id="t"/>${catching('c', timer('<bpmn:timeDuration>PT1H</bpmn:timeDuration>'))}${flow('f', 'start', 'g')}${flow('a', 'g', 't')}${flow('b', 'g', 'c')}`,
      ),
    ),
    error: 'bpmn/event-based-gateway @ a',
  },
  {
    says: 'a boundary event on a gateway',
    xml: around('<bpmn:parallelGateway id="step"/>', boundary(timer('<bpmn:timeDuration>PT1H</bpmn:timeDuration>'))),
    error: 'bpmn/boundaries @ b',
  },
  {
    says: 'an error boundary that does not interrupt',
    xml: around(TASK, boundary('<bpmn:errorEventDefinition errorRef="e"/>', 'cancelActivity="false"'), ERROR),
    error: 'bpmn/boundaries @ b',
  },
  {
    says: 'two boundaries for one error',
    xml: around(
      TASK,
      `${boundary('<bpmn:errorEventDefinition errorRef="e"/>')}<bpmn:boundaryEvent id="c" attachedToRef="step"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>${flow('fc', 'c', 'bend')}`,
      ERROR,
    ),
    error: 'bpmn/boundaries @ c',
  },
  {
    says: 'a message catch without a message',
    xml: around(catching('step', '<bpmn:messageEventDefinition/>')),
    error: 'bpmn/messages @ step',
  },
  {
    says: 'a message catch without a key',
    xml: around(
      catching('step', '<bpmn:messageEventDefinition messageRef="n"/>'),
      '',
      '<bpmn:message id="n" name="paid"/>',
    ),
    error: 'bpmn/messages @ step',
  },
  {
    says: 'a send task that says neither key nor worker',
    xml: around('<bpmn:sendTask id="step" messageRef="m"/>', '', MESSAGE),
    error: 'bpmn/messages @ step',
  },
  {
    says: 'an error end without a code',
    xml: around(TASK, '')
      .replace(
        '<bpmn:endEvent id="end"/>',
        '<bpmn:endEvent id="end"><bpmn:errorEventDefinition errorRef="n"/></bpmn:endEvent>',
      )
      .replace('</bpmn:definitions>', '<bpmn:error id="n"/></bpmn:definitions>'),
    error: 'bpmn/errors @ end',
  },
  {
    says: 'a timer in another language',
    xml: around(
      catching(
        'step',
        timer('<bpmn:timeDuration xsi:type="bpmn:tFormalExpression" language="groovy">PT1H</bpmn:timeDuration>'),
      ),
    ),
    error: 'bpmn/feel @ step',
  },
  { says: 'a timer that says nothing', xml: around(catching('step', timer(''))), error: 'bpmn/timers @ step' },
  {
    says: 'a timer that says two things',
    xml: around(
      catching(
        'step',
        timer('<bpmn:timeDuration>PT1H</bpmn:timeDuration><bpmn:timeDate>2026-01-01T00:00:00Z</bpmn:timeDate>'),
      ),
    ),
    error: 'bpmn/timers @ step',
  },
  {
    says: 'a timer in words',
    xml: around(catching('step', timer('<bpmn:timeDuration>three days</bpmn:timeDuration>'))),
    error: 'bpmn/timers @ step',
  },
  {
    says: 'a cycle where a case waits once',
    xml: around(catching('step', timer('<bpmn:timeCycle>R3/PT1H</bpmn:timeCycle>'))),
    error: 'bpmn/timers @ step',
  },
]

const STEPS: readonly Case[] = [
  { says: 'a service task without a type', xml: around('<bpmn:serviceTask id="step"/>'), error: 'bpmn/jobs @ step' },
  {
    says: 'a connector Masar does not have',
    xml: around(
      `<bpmn:serviceTask id="step">${extension('<zeebe:taskDefinition type="masar:notfy"/>')}</bpmn:serviceTask>`,
    ),
    error: 'bpmn/jobs @ step',
  },
  {
    says: 'a thousand retries',
    xml: around(
      `<bpmn:serviceTask id="step">${extension('<zeebe:taskDefinition type="x" retries="1000"/>')}</bpmn:serviceTask>`,
    ),
    error: 'bpmn/jobs @ step',
  },
  {
    says: 'a header named __proto__',
    xml: around(
      `<bpmn:serviceTask id="step">${extension('<zeebe:taskDefinition type="x"/><zeebe:taskHeaders><zeebe:header key="__proto__" value="1"/></zeebe:taskHeaders>')}</bpmn:serviceTask>`,
    ),
    error: 'bpmn/jobs @ step',
  },
  {
    says: 'a script in JavaScript',
    xml: around(
      '<bpmn:scriptTask id="step" scriptFormat="javascript"><bpmn:script>next.constructor("return process")()</bpmn:script></bpmn:scriptTask>',
    ),
    error: 'bpmn/scripts @ step',
  },
  {
    says: 'a script task without an expression',
    xml: around(`<bpmn:scriptTask id="step">${extension('<zeebe:script resultVariable="x"/>')}</bpmn:scriptTask>`),
    error: 'bpmn/scripts @ step',
  },
  {
    says: 'a rule task without a decision',
    xml: around('<bpmn:businessRuleTask id="step"/>'),
    error: 'bpmn/decisions @ step',
  },
  {
    says: 'a decision the package lacks',
    xml: around(
      `<bpmn:businessRuleTask id="step">${extension('<zeebe:calledDecision decisionId="fee" resultVariable="fee"/>')}</bpmn:businessRuleTask>`,
    ),
    error: 'bpmn/decisions @ step',
  },
  {
    says: 'a call of a process that is not there',
    xml: around(
      `<bpmn:callActivity id="step">${extension('<zeebe:calledElement processId="gone"/>')}</bpmn:callActivity>`,
    ),
    error: 'bpmn/calls @ step',
  },
  { says: 'a call without a process', xml: around('<bpmn:callActivity id="step"/>'), error: 'bpmn/calls @ step' },
  {
    says: 'a form the package lacks',
    xml: around(`<bpmn:userTask id="step">${extension('<zeebe:formDefinition formId="gone"/>')}</bpmn:userTask>`),
    error: 'bpmn/user-tasks @ step',
  },
  {
    says: 'a group without a role',
    xml: around(
      `<bpmn:userTask id="step">${extension('<zeebe:assignmentDefinition candidateGroups="clerks"/>')}</bpmn:userTask>`,
    ),
    error: 'bpmn/user-tasks @ step',
  },
  {
    says: 'a group in a FEEL list without a role',
    xml: around(
      `<bpmn:userTask id="step">${extension('<zeebe:assignmentDefinition candidateGroups="=[&quot;clerks&quot;]"/>')}</bpmn:userTask>`,
    ),
    error: 'bpmn/user-tasks @ step',
  },
  {
    says: 'four eyes on a task that is not there',
    xml: around(
      `<bpmn:userTask id="step">${extension('<zeebe:properties><zeebe:property name="masar:fourEyes" value="gone"/></zeebe:properties>')}</bpmn:userTask>`,
    ),
    error: 'bpmn/user-tasks @ step',
  },
  {
    says: 'a priority of 1000',
    xml: around(`<bpmn:userTask id="step">${extension('<zeebe:priorityDefinition priority="1000"/>')}</bpmn:userTask>`),
    error: 'bpmn/user-tasks @ step',
  },
  {
    says: 'an unknown masar: property',
    xml: around(
      `<bpmn:userTask id="step">${extension('<zeebe:properties><zeebe:property name="masar:script" value="1"/></zeebe:properties>')}</bpmn:userTask>`,
    ),
    error: 'bpmn/properties @ step',
  },
  {
    says: 'one target twice',
    xml: around(mapped('<zeebe:input source="=1" target="a"/><zeebe:input source="=2" target="a"/>')),
    error: 'bpmn/mappings @ step',
  },
  {
    says: 'a target that is no name',
    xml: around(mapped('<zeebe:output source="=1" target="a b"/>')),
    error: 'bpmn/mappings @ step',
  },
  {
    says: 'a target into a prototype',
    xml: around(mapped('<zeebe:output source="=1" target="a.__proto__.b"/>')),
    error: 'bpmn/mappings @ step',
  },
  {
    says: 'a multi-instance without a list',
    xml: around('<bpmn:manualTask id="step"><bpmn:multiInstanceLoopCharacteristics/></bpmn:manualTask>'),
    error: 'bpmn/loops @ step',
  },
  {
    says: 'a result list without results',
    xml: around(
      `<bpmn:manualTask id="step"><bpmn:multiInstanceLoopCharacteristics>${extension('<zeebe:loopCharacteristics inputCollection="=items" outputCollection="all"/>')}</bpmn:multiInstanceLoopCharacteristics></bpmn:manualTask>`,
    ),
    error: 'bpmn/loops @ step',
  },
]

const REFERENCES: readonly Case[] = [
  {
    says: 'a flow to a step that is not there',
    xml: around(TASK, flow('f3', 'step', 'gone')),
    error: 'bpmn/unresolved-reference @ f3',
  },
  {
    says: 'a message that is not there',
    xml: around('<bpmn:receiveTask id="step" messageRef="gone"/>'),
    error: 'bpmn/unresolved-reference @ step',
  },
  {
    says: 'an attribute BPMN does not know',
    xml: around('<bpmn:manualTask id="step" autorun="yes"/>'),
    error: 'bpmn/unsupported-attribute @ step',
  },
  {
    says: 'an element zeebe does not know',
    xml: around(`<bpmn:manualTask id="step">${extension('<zeebe:shell run="id"/>')}</bpmn:manualTask>`),
    error: 'bpmn/unsupported-element @ line 4',
  },
  {
    says: 'a foreign element outside of extensions',
    xml: around('<bpmn:manualTask id="step"><acme:run/></bpmn:manualTask>'),
    error: 'bpmn/unsupported-element @ line 4',
  },
  { says: 'another root element', xml: '<html/>', error: 'bpmn/unreadable @ ' },
]

describe.each([
  ['elements', ELEMENTS],
  ['events', EVENTS],
  ['attributes', ATTRIBUTES],
  ['extensions', EXTENSIONS],
  ['other engines', ENGINES],
  ['flows', FLOWS],
  ['starts', STARTS],
  ['waits', WAITS],
  ['steps', STEPS],
  ['references', REFERENCES],
])('a drawing is refused for %s:', (_, cases) => {
  test.each(cases)('$says', async ({ xml, error }) => {
    expect(await errorsOf(xml, NO_LINKS)).toContain(error)
  })
})

test('every finding says in both languages what was expected and what to do', async () => {
  const all = [
    ...ELEMENTS,
    ...EVENTS,
    ...ATTRIBUTES,
    ...EXTENSIONS,
    ...ENGINES,
    ...FLOWS,
    ...STARTS,
    ...WAITS,
    ...STEPS,
    ...REFERENCES,
  ]
  const findings = (await Promise.all(all.map((it) => findingsOf(it.xml, NO_LINKS)))).flat()
  expect(findings.length).toBeGreaterThanOrEqual(all.length)
  for (const finding of findings) {
    expect(finding.file).toBe('test.bpmn')
    expect(finding.message).toMatch(/^Expected /)
    expect(finding.messageAr).toMatch(/\p{Script=Arabic}/u)
    expect(finding.remedy).not.toBe('')
    expect(finding.remedyAr).toMatch(/\p{Script=Arabic}/u)
  }
})

test('a user task that nobody may do is a warning, not an error', async () => {
  const findings = await findingsOf(around('<bpmn:userTask id="step"/>'), NO_LINKS)
  expect(findings.map((it) => [it.severity, it.rule, it.place])).toEqual([['warning', 'bpmn/user-tasks', 'step']])
})

test('all faults of a drawing are told at once', async () => {
  const errors = await errorsOf(
    around('<bpmn:serviceTask id="step" completionQuantity="2"/>', '<bpmn:manualTask id="lonely"/>'),
    NO_LINKS,
  )
  expect(errors).toEqual(['bpmn/unsupported-attribute @ step', 'bpmn/connections @ lonely', 'bpmn/jobs @ step'])
})
