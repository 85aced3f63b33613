import { expect, test } from 'vitest'
import { endEvent, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  at,
  beside,
  boundary,
  call,
  end,
  error,
  every,
  manual,
  message,
  service,
  sub,
  terminate,
  user,
} from './steps.ts'

const hosted = (host: Step, edge: Step, ...more: readonly Step[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    host,
    edge,
    user('Handle'),
    user('After'),
    ...more,
    endEvent('End'),
    `Start -> ${host.id} -> After -> End`,
    `${edge.id} -> Handle -> End`,
  )
const reviewed = (edge: Step) => hosted(user('Review'), edge)

test(
  'an interrupting timer takes over when its time comes first, and the host’s task leaves the desk',
  inOffice(async (office) => {
    const it = await office.run(reviewed(boundary('Late', 'Review', after('P3D'))))
    expect(it.waits).toEqual(['task Review', 'timer Late'])
    await office.advance('P3D')
    await it.read()
    expect(it.waits).toEqual(['task Handle'])
    expect(it.terminated).toEqual(['Review'])
    expect(it.path).toEqual(['Start', 'Late'])
  }),
)

test(
  'the timer is gone when the host is done in time',
  inOffice(async (office) => {
    const it = await office.run(reviewed(boundary('Late', 'Review', after('P3D'))))
    await it.task('Review')
    expect(it.waits).toEqual(['task After'])
    await office.advance('P10D')
    await it.read()
    expect(it.waits).toEqual(['task After'])
  }),
)

test(
  'one that does not interrupt fires once for a duration and as often as a cycle says',
  inOffice(async (office) => {
    const once = await office.run(reviewed(beside(boundary('Late', 'Review', after('PT1H')))))
    await office.advance('PT5H')
    await once.read()
    expect(once.waits).toEqual(['task Review', 'task Handle'])
    await once.cancel()
    const cycle = pack([reviewed(beside(boundary('Late', 'Review', every('R3/PT1H'))))], { version: '2.0.0' })
    const often = await office.run(cycle)
    await office.advance('PT2H')
    await often.read()
    expect(often.entered('Late')).toBe(2)
    await office.advance('PT5H')
    await often.read()
    expect(often.entered('Late')).toBe(3)
    expect(often.waits).toEqual(['task Review', 'task Handle', 'task Handle', 'task Handle'])
    await often.task('Review')
    for (let left = 3; left > 0; left--) await often.task('Handle')
    await often.task('After')
    expect(often.status).toBe('completed')
    expect(often.entered('End')).toBe(4)
  }),
)

test.for([
  ['="R2/PT1H"', 2],
  ['=cycle(2, duration("PT1H"))', 2],
  ['R2/2026-11-23T12:00:00/P1D', 2],
  ['R/P1WD', 3],
  ['0 30 9 * * *', 5],
] as const)(
  'a cycle of %s comes %i times in five days',
  inOffice(async (office, [text, times]) => {
    const it = await office.run(reviewed(beside(boundary('Late', 'Review', every(text)))))
    await office.advance('P5D')
    await it.read()
    expect(it.entered('Late')).toBe(times)
  }),
)

test(
  'an endless cycle ends with its host',
  inOffice(async (office) => {
    const it = await office.run(reviewed(beside(boundary('Late', 'Review', every('R/PT1H')))))
    await office.advance('PT3H')
    await it.read()
    expect(it.entered('Late')).toBe(3)
    await it.task('Review')
    await office.advance('PT3H')
    await it.read()
    expect(it.entered('Late')).toBe(3)
  }),
)

test(
  'a date in the past is due at once',
  inOffice(async (office) => {
    const it = await office.run(reviewed(boundary('Late', 'Review', at('=deadline'))), {
      deadline: '2026-01-01T00:00:00Z',
    })
    expect(it.waits).toEqual(['task Handle'])
  }),
)

test(
  'a message takes over with what it brings, by its key; the timer beside it is forgotten',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Review'),
      boundary('Withdrawn', 'Review', message('withdrawal', '=reference')),
      boundary('Late', 'Review', after('P3D')),
      user('Handle'),
      endEvent('End'),
      'Start -> Review -> End',
      'Withdrawn -> Handle -> End',
      'Late -> End',
    )
    const it = await office.run(drawing, { reference: 'r-1' })
    expect(it.waits).toEqual(['task Review', 'message Withdrawn', 'timer Late'])
    await office.message('withdrawal', { key: 'r-1', variables: { reason: 'moved' } })
    await it.read()
    expect(it.waits).toEqual(['task Handle'])
    expect(it.variables).toEqual({ reference: 'r-1', reason: 'moved' })
  }),
)

test(
  'a message that does not interrupt comes again and again; the same one twice counts once',
  inOffice(async (office) => {
    const it = await office.run(reviewed(beside(boundary('Note', 'Review', message('note', '=reference')))), {
      reference: 'r-1',
    })
    await office.message('note', { key: 'r-1', id: 'n-1' })
    await office.message('note', { key: 'r-1', id: 'n-1' })
    await office.message('note', { key: 'r-1', id: 'n-2' })
    await it.read()
    expect(it.waits).toEqual(['task Review', 'message Note', 'task Handle', 'task Handle'])
    await it.task('Review')
    await office.message('note', { key: 'r-1', id: 'n-3' })
    await it.read()
    expect(it.entered('Note')).toBe(2)
  }),
)

test(
  'messages that came before the host are taken by an edge that does not interrupt, every one of them',
  inOffice(async (office) => {
    await office.deploy(pack([reviewed(beside(boundary('Note', 'Review', message('note', '=reference'))))]))
    await office.message('note', { key: 'r-1' })
    await office.message('note', { key: 'r-1' })
    await office.message('note', { key: 'r-1' })
    const it = await office.start({ reference: 'r-1' })
    await office.advance('PT10S')
    await it.read()
    expect(it.entered('Note')).toBe(3)
  }),
)

test(
  'a message that came before the host breaks it off at once where the edge interrupts',
  inOffice(async (office) => {
    await office.deploy(pack([reviewed(boundary('Withdrawn', 'Review', message('withdrawal', '=reference')))]))
    await office.message('withdrawal', { key: 'r-1' })
    const it = await office.start({ reference: 'r-1' })
    expect(it.waits).toEqual(['task Handle'])
    expect(it.terminated).toEqual(['Review'])
  }),
)

test(
  'its output mapping keeps what it says of what the event brings, outside the host (boundary events: variables)',
  inOffice(async (office) => {
    const host = service('Ask', { inputs: { local: '=1' } })
    const edge = boundary('Unknown', 'Ask', error('NOT_FOUND'), { outputs: { 'lookup.problem': '=problem' } })
    const it = await office.run(hosted(host, edge), { lookup: { tries: 1 } })
    await it.error('Ask', 'NOT_FOUND', { problem: 'nobody', local: 2 })
    expect(it.variables).toEqual({ lookup: { tries: 1, problem: 'nobody' } })
  }),
)

test(
  'the host’s own variables are not seen at its edge once it has ended',
  inOffice(async (office) => {
    const host = service('Ask', { inputs: { local: '=1' } })
    const edge = boundary('Unknown', 'Ask', error('NOT_FOUND'), { outputs: { copy: '=local' } })
    const it = await office.run(hosted(host, edge))
    await it.error('Ask', 'NOT_FOUND')
    const { message: text } = await it.incident('Unknown')
    expect(text).toContain('local')
    await it.mend('Unknown', { local: 3 })
    expect(it.variables).toEqual({ local: 3, copy: 3 })
  }),
)

test(
  'the code and the message of an error go where the properties say',
  inOffice(async (office) => {
    const properties = { 'masar:errorCodeVariable': 'code', 'masar:errorMessageVariable': 'why' }
    const it = await office.run(hosted(service('Ask'), boundary('Any', 'Ask', error(), { properties })))
    await it.error('Ask', 'TEAPOT')
    expect(it.variables).toEqual({ code: 'TEAPOT', why: 'because of TEAPOT' })
  }),
)

test(
  'an edge timer sees the host’s inputs; one that cannot be computed holds the host back until it is mended',
  inOffice(async (office) => {
    const host = user('Review', { inputs: { days: '=limit' } })
    const it = await office.run(hosted(host, boundary('Late', 'Review', after('="P" + string(days) + "D"'))), {
      limit: 'many ',
    })
    const { cause, element, message: text } = await it.incident('Review')
    expect([cause, element]).toEqual(['timer', 'Review'])
    expect(text).toContain('Late')
    expect(it.waits).toEqual([])
    await it.mend('Review', { limit: 5 })
    expect(it.waits).toEqual(['task Review', 'timer Late'])
    expect(it.due('Late')).toBe('2026-11-28T10:00')
  }),
)

test(
  'an edge of a subprocess ends everything inside it, also what was called',
  inOffice(async (office) => {
    const inner = sub(
      'Part',
      {},
      startEvent('In'),
      call('Call', 'Process_2'),
      user('Beside'),
      'In -> Call',
      'In -> Beside',
    )
    const called = process('Process_2', startEvent('Start_2'), user('Deep'), 'Start_2 -> Deep')
    const edge = boundary('Late', 'Part', after('PT1H'))
    const it = await office.run(pack([hosted(inner, edge), called]))
    expect(it.waits).toEqual(
      ['timer Late', 'task Deep', 'task Beside'].toSorted((a, b) => it.waits.indexOf(a) - it.waits.indexOf(b)),
    )
    await office.advance('PT1H')
    await it.read()
    expect(it.waits).toEqual(['task Handle'])
    expect(it.terminated).toEqual(expect.arrayContaining(['Deep', 'Process_2', 'Call', 'Beside', 'Part']))
  }),
)

test(
  'an error inside a subprocess ends at the nearest edge that knows its code',
  inOffice(async (office) => {
    const deep = sub('Deep', {}, startEvent('In_2'), end('Failed', error('REFUSED')), 'In_2 -> Failed')
    const part = sub(
      'Part',
      {},
      startEvent('In'),
      deep,
      boundary('Other', 'Deep', error('TEAPOT')),
      manual('Unused'),
      endEvent('Out'),
      'In -> Deep -> Out',
      'Other -> Unused',
    )
    const it = await office.run(hosted(part, boundary('Refused', 'Part', error('REFUSED'))))
    expect(it.waits).toEqual(['task Handle'])
    expect(it.terminated).toEqual(['Failed', 'Deep', 'Part'])
  }),
)

test(
  'an error that breaks off a subprocess takes the other branches inside with it',
  inOffice(async (office) => {
    const part = sub(
      'Part',
      {},
      startEvent('In'),
      user('Long'),
      service('Ask'),
      endEvent('Out'),
      'In -> Long -> Out',
      'In -> Ask -> Out',
    )
    const it = await office.run(hosted(part, boundary('Refused', 'Part', error('REFUSED'))))
    await it.error('Ask', 'REFUSED')
    expect(it.waits).toEqual(['task Handle'])
    expect(it.terminated).toEqual(expect.arrayContaining(['Long', 'Ask', 'Part']))
  }),
)

test(
  'a host that stands still with an incident can still be taken over by its edge',
  inOffice(async (office) => {
    const it = await office.run(hosted(service('Ask', { retries: '1' }), boundary('Late', 'Ask', after('PT1H'))))
    await it.fail('Ask')
    expect(it.trouble).toEqual(['job Ask'])
    await office.advance('PT1H')
    await it.read()
    expect(it.trouble).toEqual([])
    expect(it.waits).toEqual(['task Handle'])
  }),
)

test(
  'two edges due at the same moment: the first takes the host, the other has nothing to take',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Review'),
      boundary('One', 'Review', after('PT1H')),
      boundary('Two', 'Review', after('PT1H')),
      user('First'),
      user('Second'),
      'Start -> Review',
      'One -> First',
      'Two -> Second',
    )
    const it = await office.run(drawing)
    await office.advance('PT1H')
    await it.read()
    expect(it.waits).toEqual(['task First'])
  }),
)

test('what an edge cannot be is refused', async () => {
  const refusedEdge = (edge: Step) => refused(reviewed(edge))
  expect(await refusedEdge(beside(boundary('Edge', 'Review', error('X'))))).toEqual(['bpmn/boundaries Edge'])
  expect(await refusedEdge(boundary('Edge', 'Review', every('R/PT1H')))).toEqual(['bpmn/timers Edge'])
  expect(await refusedEdge(boundary('Edge', 'Review', terminate))).toEqual(['bpmn/unsupported-event Edge'])
  expect(await refusedEdge(boundary('Edge', 'Review'))).toEqual(['bpmn/unsupported-event Edge'])
  expect(await refusedEdge(boundary('Edge', 'Start', after('PT1H')))).toEqual(['bpmn/boundaries Edge'])
  expect(await refusedEdge(boundary('Edge', 'Review', after('soon')))).toEqual(['bpmn/timers Edge'])
  expect(await refusedEdge(boundary('Edge', 'Review', after('PT1H'), { inputs: { a: '=1' } }))).toEqual([
    'bpmn/mappings Edge',
  ])
  const twins = hosted(service('Ask'), boundary('One', 'Ask', error('X')), boundary('Two', 'Ask', error('X')))
  expect(
    await refused({ ...twins, flows: [...twins.flows, { id: 'F', from: 'Two', to: 'Handle', isDefault: false }] }),
  ).toEqual(['bpmn/boundaries Two'])
  const linked: Step = { ...boundary('Edge', 'Review'), inner: '<bpmn:linkEventDefinition id="E" name="x" />' }
  expect(await refusedEdge(linked)).toContain('bpmn/unsupported-event Edge')
})
