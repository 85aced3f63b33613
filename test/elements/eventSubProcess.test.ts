import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  beside,
  end,
  error,
  eventSub,
  every,
  message,
  parallel,
  script,
  service,
  start,
  sub,
  user,
  type Panel,
} from './steps.ts'

/** A process with a task, and beside it what happens when something comes. */
const guarded = (opening: Step, ...more: readonly Step[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    user('Review'),
    endEvent('End'),
    'Start -> Review -> End',
    eventSub('Handler', opening, ...more, user('Handle'), endEvent('Out'), `${opening.id} -> Handle -> Out`),
  )
const note = (panel: Panel = {}) => start('Note', message('note', '=reference'), panel)

test(
  'an event subprocess listens while its scope runs and no longer',
  inOffice(async (office) => {
    const it = await office.run(guarded(note()), { reference: 'r-1' })
    expect(it.waits).toEqual(['message Handler', 'task Review'])
    await it.task('Review')
    expect(it.status).toBe('completed')
    await office.message('note', { key: 'r-1' })
    await it.read()
    expect(it.entered('Handler')).toBe(0)
  }),
)

test(
  'one that interrupts by a message ends everything else in its scope and takes over',
  inOffice(async (office) => {
    const it = await office.run(guarded(note()), { reference: 'r-1' })
    await office.message('note', { key: 'r-1', variables: { text: 'stop' } })
    await it.read()
    expect(it.terminated).toEqual(['Review'])
    expect(it.waits).toEqual(['task Handle'])
    expect(it.variables).toEqual({ reference: 'r-1', text: 'stop' })
    await it.task('Handle')
    expect(it.status).toBe('completed')
  }),
)

test(
  'one that does not interrupt runs beside, as often as messages come, and the scope waits for it',
  inOffice(async (office) => {
    const it = await office.run(guarded(beside(note())), { reference: 'r-1' })
    await office.message('note', { key: 'r-1' })
    await office.message('note', { key: 'r-1' })
    await it.read()
    expect(it.waits).toEqual(['message Handler', 'task Review', 'task Handle', 'task Handle'])
    await it.task('Review')
    await it.task('Handle')
    expect(it.status).toBe('active')
    await it.task('Handle')
    expect(it.status).toBe('completed')
  }),
)

test(
  'one on a timer takes over at its time; on a cycle it comes again and again',
  inOffice(async (office) => {
    const once = await office.run(guarded(start('Late', after('PT1H'))))
    await office.advance('PT1H')
    await once.read()
    expect(once.waits).toEqual(['task Handle'])
    const cycle = await office.run(pack([guarded(beside(start('Late', every('R2/PT1H'))))], { version: '1.1.0' }))
    await office.advance('PT5H')
    await cycle.read()
    expect(cycle.waits).toEqual(['task Review', 'task Handle', 'task Handle'])
  }),
)

test(
  'one on an error catches what a worker or an error end throws inside its scope, by code before any',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      service('Ask'),
      user('Beside'),
      'Start -> Ask',
      'Start -> Beside',
      eventSub('Any', start('Any_start', error()), user('Look'), 'Any_start -> Look'),
      eventSub('Unknown', start('Unknown_start', error('NOT_FOUND')), user('Correct'), 'Unknown_start -> Correct'),
    )
    const it = await office.run(drawing)
    await it.error('Ask', 'NOT_FOUND', { hint: 1 })
    expect(it.waits).toEqual(['task Correct'])
    expect(it.terminated.toSorted()).toEqual(['Ask', 'Beside'])
    expect(it.variables).toEqual({ hint: 1 })
    const other = await office.start()
    await other.error('Ask', 'TEAPOT')
    expect(other.waits).toEqual(['task Look'])
  }),
)

test(
  'inside a subprocess it ends only what is in there, and the way goes on behind the subprocess',
  inOffice(async (office) => {
    const handler = eventSub('Handler', note(), user('Handle'), 'Note -> Handle')
    const inner = sub('Part', {}, startEvent('In'), user('Hear'), 'In -> Hear', handler)
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      inner,
      user('Beside'),
      user('After'),
      'Start -> Part -> After',
      'Start -> Beside',
    )
    const it = await office.run(drawing, { reference: 'r-1' })
    await office.message('note', { key: 'r-1' })
    await it.read()
    expect(it.terminated).toEqual(['Hear'])
    await it.task('Handle')
    expect(it.waits).toEqual(['task Beside', 'task After'])
  }),
)

test(
  'its input mapping makes variables of its own, its output mapping gives them (event subprocesses: variables)',
  inOffice(async (office) => {
    const opening = note()
    const handler: Step = {
      ...eventSub('Handler', opening, user('Handle'), 'Note -> Handle'),
      extensions:
        '<zeebe:ioMapping><zeebe:input source="=reference + &#34;!&#34;" target="mark" /><zeebe:output source="=mark" target="told" /></zeebe:ioMapping>',
    }
    const drawing = process('Process_1', startEvent('Start'), user('Review'), 'Start -> Review', handler)
    const it = await office.run(drawing, { reference: 'r-1' })
    await office.message('note', { key: 'r-1', variables: { text: 'x' } })
    await it.read()
    expect(it.inside('Handler')).toEqual({ mark: 'r-1!' })
    await it.task('Handle', { mark: 'seen' })
    expect(it.variables).toEqual({ reference: 'r-1', text: 'x', told: 'seen' })
  }),
)

test(
  'an input mapping of its that fails keeps the event: mended, it goes on with what the message brought',
  inOffice(async (office) => {
    const handler: Step = {
      ...eventSub('Handler', note({ outputs: { told: '=text' } }), user('Handle'), 'Note -> Handle'),
      extensions: '<zeebe:ioMapping><zeebe:input source="=missing" target="mark" /></zeebe:ioMapping>',
    }
    const drawing = process('Process_1', startEvent('Start'), user('Review'), 'Start -> Review', handler)
    const it = await office.run(drawing, { reference: 'r-1' })
    await office.message('note', { key: 'r-1', variables: { text: 'x' } })
    await it.read()
    expect((await it.incident('Handler')).message).toContain('the input mark at Handler')
    expect(it.waits).toEqual([])
    await it.mend('Handler', { missing: 'm' })
    expect(it.waits).toEqual(['task Handle'])
    expect(it.variables).toMatchObject({ told: 'x' })
    expect(it.inside('Handler')).toMatchObject({ mark: 'm' })
  }),
)

test(
  'its start event’s output mapping says what of the message is kept',
  inOffice(async (office) => {
    const it = await office.run(guarded(note({ outputs: { told: '=text' } })), { reference: 'r-1' })
    await office.message('note', { key: 'r-1', variables: { text: 'x', noise: 1 } })
    await it.read()
    expect(it.variables).toEqual({ reference: 'r-1', told: 'x' })
  }),
)

test(
  'it may change the variables of the scope it stands in',
  inOffice(async (office) => {
    const handler = eventSub('Handler', note(), script('Mark', '="seen"', 'state'), 'Note -> Mark')
    const inner = sub(
      'Part',
      { inputs: { state: '="new"' }, outputs: { result: '=state' } },
      startEvent('In'),
      user('Hear'),
      'In -> Hear',
      handler,
    )
    const it = await office.run(line(inner), { reference: 'r-1' })
    await office.message('note', { key: 'r-1' })
    await it.read()
    expect(it.variables).toEqual({ reference: 'r-1', result: 'seen' })
  }),
)

test(
  'one that interrupts also ends those beside it that do not, and their listening',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Review'),
      'Start -> Review',
      eventSub('Soft', beside(start('Soft_start', message('soft', '=reference'))), user('S'), 'Soft_start -> S'),
      eventSub('Hard', start('Hard_start', message('hard', '=reference')), user('H'), 'Hard_start -> H'),
    )
    const it = await office.run(drawing, { reference: 'r-1' })
    await office.message('soft', { key: 'r-1' })
    await office.message('hard', { key: 'r-1' })
    await it.read()
    expect(it.waits).toEqual(['task H'])
    expect(it.terminated.toSorted()).toEqual(['Review', 'S', 'Soft'])
    await it.task('H')
    expect(it.status).toBe('completed')
  }),
)

test(
  'an error thrown by the handler itself is caught further out, not by the handler again',
  inOffice(async (office) => {
    const handler = eventSub('Handler', start('Oops', error()), end('Worse', error('WORSE')), 'Oops -> Worse')
    const inner = sub('Part', {}, startEvent('In'), service('Ask'), 'In -> Ask', handler)
    const outer = eventSub('Outer', start('Outer_start', error('WORSE')), user('Look'), 'Outer_start -> Look')
    const drawing = process('Process_1', startEvent('Start'), inner, 'Start -> Part', outer)
    const it = await office.run(drawing)
    await it.error('Ask', 'TEAPOT')
    expect(it.waits).toEqual(['task Look'])
  }),
)

test(
  'an expression of its event that fails holds its scope back until it is mended',
  inOffice(async (office) => {
    const it = await office.run(guarded(note()))
    expect(it.waits).toEqual([])
    expect(it.trouble).toEqual(['message Start'])
    await it.mend('Start', { reference: 'r-1' })
    expect(it.waits).toEqual(['message Handler', 'task Review'])
  }),
)

test('what an event subprocess cannot be is refused', async () => {
  expect(await refused(guarded(beside(start('Oops', error('X')))))).toEqual(['bpmn/start-events Oops'])
  expect(await refused(guarded(start('Late', every('R/PT1H'))))).toEqual(['bpmn/timers Late'])
  expect(await refused(guarded(start('Note', message('note'))))).toEqual(['bpmn/messages Note'])
  const joined = guarded(note())
  expect(
    await refused({
      ...joined,
      flows: [...joined.flows, { id: 'F', from: 'Review', to: 'Handler', isDefault: false }],
    }),
  ).toEqual(['bpmn/connections Handler'])
  const twins = process(
    'Process_1',
    startEvent('Start'),
    parallel('Fork'),
    endEvent('End'),
    'Start -> Fork -> End',
    eventSub('A', start('A_start', error('X')), endEvent('A_end'), 'A_start -> A_end'),
    eventSub('B', start('B_start', error('X')), endEvent('B_end'), 'B_start -> B_end'),
  )
  expect(await refused(twins)).toEqual(['bpmn/boundaries B_start'])
})
