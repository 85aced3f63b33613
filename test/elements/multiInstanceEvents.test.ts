import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent, tag, formal, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { beside, boundary, escalation, service, signal, user } from './steps.ts'

const ESCALATION = {
  Escalation_first: tag('bpmn:escalation', { id: 'Escalation_first', name: 'FIRST', escalationCode: 'FIRST' }),
  Event_first: tag('bpmn:escalationEventDefinition', { id: 'Event_first', escalationRef: 'Escalation_first' }),
}
const SIGNAL = {
  Signal_done: tag('bpmn:signal', { id: 'Signal_done', name: 'done' }),
  Event_done: tag('bpmn:signalEventDefinition', { id: 'Event_done', signalRef: 'Signal_done' }),
}

/** Three opinions, told of as the behaviour says. */
function telling(attributes: Readonly<Record<string, string>>, inner = '', step: Step = user('Ask')): Step {
  const loop = tag('bpmn:multiInstanceLoopCharacteristics', attributes, tag('bpmn:loopCardinality', {}, '3') + inner)
  return { ...step, inner: loop, roots: { ...ESCALATION, ...SIGNAL } }
}

const complex = (condition: string, event: string) =>
  tag(
    'bpmn:complexBehaviorDefinition',
    { id: 'Complex_1' },
    formal('condition', condition) + tag('bpmn:event', { id: 'Implicit_1' }, event),
  )
const FIRST = '<bpmn:escalationEventDefinition escalationRef="Escalation_first" />'

const around = (step: Step, edge: Step) =>
  process(
    'Process_1',
    startEvent('Start'),
    step,
    edge,
    user('Told'),
    endEvent('End'),
    endEvent('Aside'),
    'Start -> Ask -> End',
    `${edge.id} -> Told -> Aside`,
  )

test(
  'behaviour One tells of the first instance alone, and carries how far the activity is',
  inOffice(async (office) => {
    const ask = telling({ behavior: 'One', oneBehaviorEventRef: 'Event_first' })
    const it = await office.run(around(ask, beside(boundary('Edge', 'Ask', escalation('FIRST')))))
    await it.task('Ask')
    expect(it.waits).toEqual(['task Ask', 'task Ask', 'task Told'])
    expect(it.variables).toMatchObject({
      numberOfInstances: 3,
      numberOfCompletedInstances: 1,
      numberOfActiveInstances: 2,
    })
    await it.task('Ask')
    await it.task('Ask')
    expect(it.entered('Told')).toBe(1)
    await it.task('Told')
    expect(it.status).toBe('completed')
  }),
)

test(
  'an interrupting catch on the edge calls the other instances off',
  inOffice(async (office) => {
    const ask = telling({ behavior: 'One', oneBehaviorEventRef: 'Event_first' })
    const it = await office.run(around(ask, boundary('Edge', 'Ask', escalation('FIRST'))))
    await it.task('Ask')
    expect(it.waits).toEqual(['task Told'])
    expect(it.terminated).toEqual(['Ask', 'Ask', 'Ask'])
  }),
)

test(
  'behaviour None tells of each instance, by a signal that reaches the edge and everybody else who waits for it',
  inOffice(async (office) => {
    const ask = telling({ behavior: 'None', noneBehaviorEventRef: 'Event_done' })
    const it = await office.run(around(ask, beside(boundary('Edge', 'Ask', signal('done')))))
    await it.task('Ask')
    expect(it.waits).toContain('task Told')
    await it.task('Ask')
    expect(it.entered('Told')).toBe(2)
    expect(it.events.filter(({ kind }) => kind === 'signalThrown')).toHaveLength(2)
  }),
)

test(
  'behaviour Complex tells when its condition holds, which sees the counts and the instance',
  inOffice(async (office) => {
    const condition = '=numberOfCompletedInstances = 2 and opinion = "no"'
    const ask = telling({ behavior: 'Complex' }, complex(condition, FIRST))
    const drawing = around(ask, boundary('Edge', 'Ask', escalation('FIRST')))
    const told = await office.run(drawing)
    await told.task('Ask', { opinion: 'no' })
    expect(told.waits).toEqual(['task Ask', 'task Ask'])
    await told.task('Ask', { opinion: 'no' })
    expect(told.waits).toEqual(['task Told'])
    const untold = await office.start()
    for (const opinion of ['no', 'yes', 'no']) await untold.task('Ask', { opinion })
    expect(untold.status).toBe('completed')
    expect(untold.entered('Told')).toBe(0)
  }),
)

test(
  'behaviour All throws nothing, and an event nobody catches is on the record alone',
  inOffice(async (office) => {
    const it = await office.run(line(telling({ behavior: 'All' })))
    for (const opinion of ['a', 'b', 'c']) await it.task('Ask', { opinion })
    expect(it.events.some(({ kind }) => kind === 'escalationThrown' || kind === 'signalThrown')).toBe(false)
    expect(it.status).toBe('completed')
    const ask = telling({ behavior: 'One', oneBehaviorEventRef: 'Event_first' }, '', service('Ask'))
    await office.deploy(pack([line(ask)], { version: '1.1.0' }))
    const alone = await office.start()
    await alone.job('Ask')
    expect(alone.events.filter(({ kind }) => kind === 'escalationThrown')).toHaveLength(1)
    expect(alone.waits).toHaveLength(2)
  }),
)

test(
  'a condition without a value stops the instance with its answers kept',
  inOffice(async (office) => {
    const ask = telling({ behavior: 'Complex' }, complex('=unknown', FIRST))
    const it = await office.run(around(ask, boundary('Edge', 'Ask', escalation('FIRST'))))
    await it.task('Ask', { opinion: 'no' })
    expect((await it.incident('Ask')).message).toContain('the condition of a complex behaviour')
    await it.mend('Ask', { unknown: true })
    expect(it.waits).toEqual(['task Told'])
  }),
)

test('a behaviour without its event, with that of another, or with an event that cannot be thrown is refused', async () => {
  const drawn = (attributes: Readonly<Record<string, string>>, inner = '') => line(telling(attributes, inner))
  expect(await refused(drawn({ behavior: 'One' }))).toEqual(['bpmn/loop-events Ask'])
  expect(await refused(drawn({ behavior: 'None', oneBehaviorEventRef: 'Event_first' }))).toContain(
    'bpmn/loop-events Ask',
  )
  expect(await refused(drawn({ oneBehaviorEventRef: 'Event_first' }))).toEqual(['bpmn/loop-events Ask'])
  expect(await refused(drawn({ behavior: 'Complex' }))).toEqual(['bpmn/loop-events Ask'])
  expect(await refused(drawn({ behavior: 'Some' }))).toEqual(['bpmn/loop-events Ask'])
  const ends = complex('=true', '<bpmn:terminateEventDefinition />')
  expect(await refused(drawn({ behavior: 'Complex' }, ends))).toEqual(['bpmn/loop-events Ask'])
  expect(await refused(drawn({ behavior: 'Complex' }, complex('true', FIRST)))).toEqual(['bpmn/feel Ask'])
})
