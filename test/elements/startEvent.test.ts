import { expect, test } from 'vitest'
import { endEvent, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { at, every, eventSub, message, start, sub, timer, user } from './steps.ts'

/** A service that people, messages or the calendar begin. */
const service = (...more: readonly Step[]) =>
  process(
    'Process_1',
    startEvent('Asked'),
    ...more,
    user('Review'),
    endEvent('End'),
    'Asked -> Review -> End',
    ...more.map((step) => `${step.id} -> Review`),
  )

test(
  'a message begins an application with what it brings',
  inOffice(async (office) => {
    await office.deploy(pack([service(start('Told', message('judgment.registered')))]))
    await office.message('judgment.registered', { variables: { judgment: 7 } })
    const [it] = await office.all()
    expect(it?.path).toEqual(['Told'])
    expect(it?.variables).toEqual({ judgment: 7 })
    expect(it?.waits).toEqual(['task Review'])
  }),
)

test(
  'the start event’s output mapping says what of the message is kept (variables: output mappings)',
  inOffice(async (office) => {
    const told = start('Told', message('judgment.registered'), { outputs: { number: '=judgment.number' } })
    await office.deploy(pack([service(told)]))
    await office.message('judgment.registered', { variables: { judgment: { number: 7 } } })
    const [it] = await office.all()
    expect(it?.variables).toEqual({ number: 7 })
    expect(it?.waits).toEqual(['task Review'])
  }),
)

test(
  'the same message twice begins one application; another of the same name begins another',
  inOffice(async (office) => {
    await office.deploy(pack([service(start('Told', message('judgment.registered')))]))
    expect(await office.message('judgment.registered', { id: 'j-1' })).toBe(true)
    expect(await office.message('judgment.registered', { id: 'j-1' })).toBe(false)
    expect(await office.message('judgment.registered', { id: 'j-2' })).toBe(true)
    expect(await office.all()).toHaveLength(2)
  }),
)

test(
  'a message from before the deployment begins nothing (message events: message correlation)',
  inOffice(async (office) => {
    await office.message('judgment.registered', { timeToLive: 3_600_000 })
    office.clock.set(office.clock.now() + 1000)
    await office.deploy(pack([service(start('Told', message('judgment.registered')))]))
    await office.advance('PT30M')
    expect(await office.all()).toHaveLength(0)
  }),
)

test(
  'only the latest version listens: an older version’s start event is closed',
  inOffice(async (office) => {
    const old = pack([service(start('Told', message('judgment.registered')))])
    await office.deploy(old)
    const next = pack([service(start('Told', message('judgment.corrected')))], { version: '1.1.0' })
    await office.deploy(next)
    await office.message('judgment.registered')
    expect(await office.all()).toHaveLength(0)
    await office.message('judgment.corrected')
    const [it] = await office.all()
    expect(it?.state.program).toBe('moj.elements@1.1.0/Process_1')
  }),
)

test(
  'an older version deployed later does not take the message or the timer from the newest',
  inOffice(async (office) => {
    const both = [start('Told', message('judgment.registered')), start('Again', every('R/PT1H'))] as const
    await office.deploy(pack([service(...both)], { version: '2.0.0' }))
    await office.deploy(pack([service(...both)], { version: '1.5.0' }))
    await office.message('judgment.registered')
    await office.advance('PT1H')
    const programs = (await office.all()).map((it) => it.state.program)
    expect(programs).toEqual(['moj.elements@2.0.0/Process_1', 'moj.elements@2.0.0/Process_1'])
  }),
)

test(
  'a timer begins an application at its date, once, in the agency’s time zone',
  inOffice(async (office) => {
    await office.deploy(pack([service(start('Planned', at('2026-11-24T08:00:00')))]))
    await office.until('2026-11-24T07:59:59+02:00')
    expect(await office.all()).toHaveLength(0)
    await office.until('2026-11-24T08:00:00+02:00')
    expect(await office.all()).toHaveLength(1)
    await office.advance('P3D')
    expect(await office.all()).toHaveLength(1)
  }),
)

test(
  'a cycle begins one as often as it says',
  inOffice(async (office) => {
    await office.deploy(pack([service(start('Again', every('R3/PT1H')))]))
    await office.advance('PT2H30M')
    expect(await office.all()).toHaveLength(2)
    await office.advance('P1D')
    const all = await office.all()
    expect(all).toHaveLength(3)
    expect(all[0]?.path).toEqual(['Again'])
  }),
)

test(
  'a cron line begins one at the agency’s hour on its days (timer events: cron)',
  inOffice(async (office) => {
    await office.deploy(pack([service(start('Daily', every('0 0 9 * * MON-FRI')))]))
    // Monday ten o'clock; Tuesday to Friday at nine, then Monday.
    await office.until('2026-11-30T08:59:00+02:00')
    expect(await office.all()).toHaveLength(4)
    await office.until('2026-11-30T09:00:00+02:00')
    expect(await office.all()).toHaveLength(5)
  }),
)

test(
  'a new version takes over the timer of the old one',
  inOffice(async (office) => {
    await office.deploy(pack([service(start('Again', every('R/PT1H')))]))
    await office.advance('PT90M')
    await office.deploy(pack([service(start('Again', every('R/P1D')))], { version: '1.1.0' }))
    await office.advance('PT5H')
    expect(await office.all()).toHaveLength(1)
    await office.advance('P1D')
    const all = await office.all()
    expect(all.map((it) => it.state.program)).toEqual(['moj.elements@1.0.0/Process_1', 'moj.elements@1.1.0/Process_1'])
  }),
)

test('what a start event cannot have is refused', async () => {
  const plain = (inner: Step) => process('Process_1', inner, endEvent('End'), `${inner.id} -> End`)
  expect(await refused(service(start('Told', message('=name'))))).toEqual(['bpmn/messages Told'])
  expect(await refused(service(start('Late', timer('timeDate', 'tomorrow'))))).toEqual(['bpmn/timers Late'])
  expect(await refused(service(start('Again', every('R0/PT1H'))))).toEqual(['bpmn/timers Again'])
  const twins = service(start('One', message('judgment.registered')), start('Two', message('judgment.registered')))
  expect(await refused(twins)).toEqual(['bpmn/messages Two'])
  const undo: Step = { ...start('Alarm'), inner: '<bpmn:compensateEventDefinition id="C" />' }
  expect(await refused(service(undo))).toEqual(['bpmn/unsupported-event Alarm'])
  expect(await refused(plain(start('Only', message('judgment.registered'))))).toEqual(['package/link /start/process'])
})

test('a subprocess begins with a none start only, an event subprocess with its event', async () => {
  const late = sub('Hearing', {}, start('In', at('2026-12-01')), endEvent('Out'), 'In -> Out')
  const drawing = process('Process_1', startEvent('Start'), late, endEvent('End'), 'Start -> Hearing -> End')
  expect(await refused(drawing)).toContain('bpmn/unsupported-event In')
  const idle = eventSub('Handler', startEvent('In'), endEvent('Out'), 'In -> Out')
  const waiting = process('Process_1', startEvent('Start'), idle, endEvent('End'), 'Start -> End')
  expect(await refused(waiting)).toContain('bpmn/unsupported-event In')
})

test('a start event maps nothing in: an input mapping there is refused, not passed over', async () => {
  const mapped = start('Told', message('judgment.registered'), { inputs: { a: '=1' } })
  expect(await refused(service(mapped))).toEqual(['bpmn/mappings Told'])
})

test('a start form is drawn where people begin, is in the package, and is the one workflow.json names', async () => {
  const form = {
    title: { ar: 'طلب', en: 'Apply' },
    schema: { type: 'object', additionalProperties: false, properties: { a: { type: 'string' } } },
    ui: { type: 'VerticalLayout', elements: [{ type: 'Control', scope: '#/properties/a' }] },
    texts: { '/a': { label: { ar: 'أ', en: 'A' } } },
  }
  const files = { 'forms/apply.form.json': form }
  const withForm = (step: Step): Step => ({ ...step, extensions: '<zeebe:formDefinition formId="apply" />' })
  const asked = process('Process_1', withForm(startEvent('Asked')), endEvent('End'), 'Asked -> End')
  expect(await refused(pack([asked], { files }))).toEqual([])
  expect(await refused(asked)).toEqual(['package/start-form Asked'])
  const told = service(withForm(start('Told', message('judgment.registered'))))
  expect(await refused(pack([told], { files }))).toEqual(['package/start-form Told'])
  const other = process('Process_2', withForm(startEvent('Other')), endEvent('Out'), 'Other -> Out')
  expect(await refused(pack([service(), other], { files }))).toEqual(['package/start-form Other'])
})
