import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type ProcessDrawing, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack, type Parcel } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  boundary,
  call,
  condition,
  end,
  error,
  eventSub,
  manual,
  message,
  script,
  service,
  start,
  sub,
  terminate,
  user,
} from './steps.ts'

const helper = (...steps: readonly Step[]): ProcessDrawing => {
  const all = [startEvent('Begin'), ...steps, endEvent('Finish')]
  return process('Helper', ...all, all.map((step) => step.id).join(' -> '))
}
const caller = (step: Step) => line(step, user('After'))
const both = (step: Step, called: ProcessDrawing, parcel: Parcel = {}) => pack([caller(step), called], parcel)

test(
  'a process of the same file is called, runs inside, and the way goes on when it has ended',
  inOffice(async (office) => {
    const it = await office.run(both(call('Call', 'Helper'), helper(user('Deep'))))
    expect(it.waits).toEqual(['task Deep'])
    await it.task('Deep')
    expect(it.waits).toEqual(['task After'])
    expect(it.path).toEqual(['Start', 'Begin', 'Deep', 'Finish', 'Helper', 'Call'])
  }),
)

test(
  'it sees all its caller sees unless that is switched off (call activities: variable mappings)',
  inOffice(async (office) => {
    const seeing = await office.run(both(call('Call', 'Helper'), helper(script('Use', '=n + 1', 'm'), user('Deep'))), {
      n: 1,
    })
    expect(seeing.inside('Helper')).toMatchObject({ n: 1, m: 2 })
    const blind = both(call('Call', 'Helper', { parent: false, inputs: { k: '=n' } }), helper(user('Deep')), {
      version: '1.1.0',
    })
    const it = await office.run(blind, { n: 1 })
    expect(it.inside('Helper')).toEqual({ k: 1 })
  }),
)

test(
  'what it sets stays inside unless all is passed on or an output mapping says what',
  inOffice(async (office) => {
    const work = helper(script('Set', '=7', 'result'), script('Noise', '=1', 'noise'))
    const none = await office.run(both(call('Call', 'Helper'), work))
    expect(none.variables).toEqual({})
    const all = await office.run(both(call('Call', 'Helper', { child: true }), work, { version: '1.1.0' }))
    expect(all.variables).toMatchObject({ result: 7, noise: 1 })
    const mapped = call('Call', 'Helper', { outputs: { 'answer.value': '=result' } })
    const some = await office.run(both(mapped, work, { version: '1.2.0' }))
    expect(some.variables).toEqual({ answer: { value: 7 } })
  }),
)

test(
  'an output mapping of what the called process never set is an incident at the call, mended by the variable',
  inOffice(async (office) => {
    const it = await office.run(both(call('Call', 'Helper', { outputs: { answer: '=result' } }), helper(manual('M'))))
    const { message: text } = await it.incident('Call')
    expect(text).toContain('the output answer at Call')
    await it.mend('Call', { result: 8 })
    expect(it.variables).toEqual({ result: 8, answer: 8 })
  }),
)

test(
  'an error inside is caught on the edge of the call, whatever scope inside threw it',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      call('Call', 'Helper'),
      boundary('Refused', 'Call', error('REFUSED')),
      user('Handle'),
      user('After'),
      'Start -> Call -> After',
      'Refused -> Handle',
    )
    const deep = sub('Inner', {}, startEvent('In'), service('Ask'), 'In -> Ask')
    const it = await office.run(pack([drawing, helper(deep)]))
    await it.error('Ask', 'REFUSED', { why: 'law' })
    expect(it.waits).toEqual(['task Handle'])
    expect(it.terminated).toEqual(['Ask', 'Inner', 'Helper', 'Call'])
    expect(it.variables).toEqual({ why: 'law' })
  }),
)

test(
  'a condition on the edge of the call that holds already breaks it off before the called process begins',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      call('Call', 'Helper'),
      boundary('Rises', 'Call', condition('=risk > 5')),
      user('Handle'),
      'Start -> Call',
      'Rises -> Handle',
    )
    const it = await office.run(pack([drawing, helper(user('Deep'))]), { risk: 9 })
    expect(it.waits).toEqual(['task Handle'])
    expect([it.entered('Call'), it.entered('Helper'), it.entered('Deep')]).toEqual([1, 0, 0])
  }),
)

test(
  'an error end of the called process is an error at the call',
  inOffice(async (office) => {
    const called = process('Helper', startEvent('Begin'), end('Failed', error('REFUSED')), 'Begin -> Failed')
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      call('Call', 'Helper'),
      boundary('Any', 'Call', error()),
      user('Handle'),
      'Start -> Call',
      'Any -> Handle',
    )
    const it = await office.run(pack([drawing, called]))
    expect(it.waits).toEqual(['task Handle'])
  }),
)

test(
  'an error the called process handles itself does not come out',
  inOffice(async (office) => {
    const called = process(
      'Helper',
      startEvent('Begin'),
      service('Ask'),
      'Begin -> Ask',
      eventSub('Handler', start('Oops', error('REFUSED')), user('Inside'), 'Oops -> Inside'),
    )
    const it = await office.run(pack([caller(call('Call', 'Helper')), called]))
    await it.error('Ask', 'REFUSED')
    expect(it.waits).toEqual(['task Inside'])
    await it.task('Inside')
    expect(it.waits).toEqual(['task After'])
  }),
)

test(
  'a terminate end inside ends only the called process',
  inOffice(async (office) => {
    const called = process(
      'Helper',
      startEvent('Begin'),
      user('Slow'),
      user('Fast'),
      end('Stop', terminate),
      'Begin -> Slow',
      'Begin -> Fast -> Stop',
    )
    const it = await office.run(pack([caller(call('Call', 'Helper')), called]))
    await it.task('Fast')
    expect(it.waits).toEqual(['task After'])
    expect(it.terminated).toEqual(['Slow'])
  }),
)

test(
  'a timer on the edge of the call ends everything called',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      call('Call', 'Helper'),
      boundary('Late', 'Call', after('PT1H')),
      user('Handle'),
      'Start -> Call',
      'Late -> Handle',
    )
    const it = await office.run(pack([drawing, helper(user('Deep'))]))
    await office.advance('PT1H')
    await it.read()
    expect(it.waits).toEqual(['task Handle'])
    expect(it.terminated).toEqual(['Deep', 'Helper', 'Call'])
  }),
)

test(
  'an event subprocess of the called process listens with the called process’s variables',
  inOffice(async (office) => {
    const called = process(
      'Helper',
      startEvent('Begin'),
      user('Deep'),
      'Begin -> Deep',
      eventSub('Handler', start('Note', message('note', '=own')), user('Inside'), 'Note -> Inside'),
    )
    const step = call('Call', 'Helper', { parent: false, inputs: { own: '="h-" + reference' } })
    const it = await office.run(pack([caller(step), called]), { reference: 'r-1' })
    await office.message('note', { key: 'h-r-1' })
    await it.read()
    expect(it.waits).toEqual(['task Inside'])
  }),
)

test(
  'a process that calls itself stops with an incident at the depth limit, and can be called off',
  inOffice(async (office) => {
    const it = await office.run(line(call('Call', 'Process_1')))
    const { cause, message: text } = await it.incident('Call')
    expect(cause).toBe('limit')
    expect(text).toContain('calls one deeper')
    await it.cancel()
    expect(it.status).toBe('terminated')
  }),
)

const shared = (version: string, ...steps: readonly Step[]) =>
  pack([helper(...steps)], { id: 'moj.shared', version, shared: true })

test(
  'a process of a shared package is called in the version that is pinned, also when a newer one is deployed',
  inOffice(async (office) => {
    await office.deploy(
      shared('1.0.0', user('Old')),
      pack([caller(call('Call', 'Helper'))], { uses: { 'moj.shared': '1.0.0' } }),
    )
    const before = await office.start()
    await office.deploy(shared('2.0.0', user('New')))
    const after = await office.start()
    expect([before.waits, after.waits]).toEqual([['task Old'], ['task Old']])
  }),
)

test(
  'two versions deployed side by side: those begun keep theirs, new ones get the latest or the one they name',
  inOffice(async (office) => {
    await office.deploy(
      shared('1.0.0', user('Old')),
      shared('2.0.0', user('New')),
      pack([caller(call('Call', 'Helper'))], { uses: { 'moj.shared': '1.0.0' } }),
    )
    const first = await office.start()
    await office.deploy(pack([caller(call('Call', 'Helper'))], { version: '1.1.0', uses: { 'moj.shared': '2.0.0' } }))
    const second = await office.start()
    const third = await office.start({}, 'moj.elements', '1.0.0')
    expect([first.waits, second.waits, third.waits]).toEqual([['task Old'], ['task New'], ['task Old']])
    await first.task('Old')
    await second.task('New')
    expect([first.waits, second.waits]).toEqual([['task After'], ['task After']])
    expect(first.state.program).toBe('moj.elements@1.0.0/Process_1')
  }),
)

test(
  'the task of a called process belongs to the shared package',
  inOffice(async (office) => {
    await office.deploy(
      shared('1.0.0', user('Old')),
      pack([caller(call('Call', 'Helper'))], { uses: { 'moj.shared': '1.0.0' } }),
    )
    const it = await office.start()
    expect(await it.desk('Old')).toMatchObject({ program: 'moj.shared@1.0.0/Helper', reference: it.state.reference })
  }),
)

test('a call of nothing, of what is not there, of what cannot be called, or by an expression is refused', async () => {
  expect(await refused(line(call('Call', 'Helper')))).toEqual(['bpmn/calls Call'])
  expect(await refused(line({ id: 'Call', tag: 'callActivity' }))).toEqual(['bpmn/calls Call'])
  expect(await refused(line(call('Call', '=process')))).toEqual(['bpmn/feel Call'])
  const listening = process('Helper', start('Told', message('news')), endEvent('Finish'), 'Told -> Finish')
  expect(await refused(pack([caller(call('Call', 'Helper')), listening]))).toEqual(['bpmn/calls Call'])
  expect(await refused(pack([caller(call('Call', 'Helper'))], { uses: { 'moj.shared': '9.0.0' } }))).toContain(
    'package/uses /uses/moj.shared',
  )
})
