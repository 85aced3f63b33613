import { expect, test } from 'vitest'
import { checkPackage } from '../../engine/core/package/package.ts'
import { endEvent, line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  complex,
  end,
  eventSub,
  exclusive,
  inclusive,
  manual,
  parallel,
  start,
  sub,
  terminate,
  user,
} from './steps.ts'

/** Three opinions are asked for; what follows hangs on the gateway. */
const opinions = (condition: string, ...more: readonly string[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    parallel('Fork'),
    user('A'),
    user('B'),
    user('C'),
    complex('Some', condition),
    user('Decide'),
    ...(more.some((flow) => flow.includes('Late')) ? [user('Late')] : []),
    'Start -> Fork -> A -> Some',
    'Fork -> B -> Some',
    'Fork -> C -> Some',
    ...more,
  )

test(
  'it goes on with the second of three, takes in the third when it comes, and waits anew',
  inOffice(async (office) => {
    const it = await office.run(opinions('=activationCount >= 2', 'Some -> Decide'))
    await it.task('B')
    expect(it.waits).toEqual(['task A', 'task C'])
    await it.task('A')
    expect(it.waits).toEqual(['task C', 'task Decide'])
    await it.task('Decide')
    expect(it.status).toBe('active')
    await it.task('C')
    expect(it.entered('Decide')).toBe(1)
    expect(it.entered('Some')).toBe(2)
    expect(it.status).toBe('completed')
  }),
)

test(
  'its ways out tell the start from the reset by waitingForStart',
  inOffice(async (office) => {
    const it = await office.run(
      opinions('=activationCount >= 2', 'Some -> Decide if =waitingForStart', 'Some -> Late if =not(waitingForStart)'),
    )
    await it.task('A')
    await it.task('B')
    expect(it.waits).toEqual(['task C', 'task Decide'])
    await it.task('C')
    expect(it.waits).toEqual(['task Decide', 'task Late'])
  }),
)

test(
  'where none of its ways is open the default is taken, at the start and at the reset',
  inOffice(async (office) => {
    const it = await office.run(
      opinions('=activationCount >= 1', 'Some -> Decide if =activationCount > 5', 'Some -> Late by default'),
    )
    await it.task('A')
    expect(it.waits).toEqual(['task B', 'task C', 'task Late'])
    await it.task('B')
    expect(it.waits).toEqual(['task C', 'task Late'])
    await it.task('C')
    expect(it.waits).toEqual(['task Late', 'task Late'])
  }),
)

test(
  'without an open way and a default it is an incident at the start, but not at the reset',
  inOffice(async (office) => {
    const it = await office.run(
      opinions('=activationCount >= 2', 'Some -> Decide if =go and waitingForStart', 'Some -> Late if =false'),
      { go: false },
    )
    await it.task('A')
    await it.task('B')
    expect(it.trouble).toEqual(['condition Some'])
    await it.mend('Some', { go: true })
    expect(it.waits).toEqual(['task C', 'task Decide'])
    await it.task('C')
    expect(it.trouble).toEqual([])
    expect(it.waits).toEqual(['task Decide'])
  }),
)

test(
  'its condition may weigh the flows and ask the variables of the case',
  inOffice(async (office) => {
    const weighed = '=activationCounts.Flow_A_Some >= 1 or (small and activationCount >= 2)'
    const drawing = opinions(weighed, 'Some -> Decide')
    const one = await office.run(drawing, { small: false })
    await one.task('B')
    await one.task('C')
    expect(one.waits).toEqual(['task A'])
    await one.task('A')
    expect(one.waits).toEqual(['task Decide'])
    const two = await office.start({ small: true })
    await two.task('B')
    await two.task('C')
    expect(two.waits).toEqual(['task A', 'task Decide'])
  }),
)

test(
  'a condition without a value holds the scope, and is asked again once it is mended',
  inOffice(async (office) => {
    const it = await office.run(opinions('=activationCount >= needed', 'Some -> Decide'))
    await it.task('A')
    expect((await it.incident('Process_1')).message).toContain('the activation condition of Some')
    await it.task('B')
    await it.mend('Process_1', { needed: 3 })
    expect(it.waits).toEqual(['task C'])
    await it.task('C')
    expect(it.waits).toEqual(['task Decide'])
  }),
)

test(
  'a condition that can no longer hold is an incident, not silence',
  inOffice(async (office) => {
    const it = await office.run(opinions('=activationCount >= 4', 'Some -> Decide'))
    for (const step of ['A', 'B', 'C']) await it.task(step)
    expect(it.trouble).toEqual(['condition Process_1'])
    expect((await it.incident('Process_1')).message).toContain('Flow_A_Some')
  }),
)

test(
  'it resets at once when the tokens it waits for can no longer come',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      user('A'),
      user('B'),
      exclusive('Choice'),
      complex('First', '=activationCount >= 1'),
      user('Decide'),
      user('Closed'),
      endEvent('Out'),
      'Start -> Fork -> A -> First',
      'Fork -> B -> Choice',
      'Choice -> First if =come',
      'Choice -> Out by default',
      'First -> Decide if =waitingForStart',
      'First -> Closed if =not(waitingForStart)',
    )
    const it = await office.run(drawing)
    await it.task('A')
    expect(it.waits).toEqual(['task B', 'task Decide'])
    await it.task('B', { come: false })
    expect(it.waits).toEqual(['task Decide', 'task Closed'])
  }),
)

test(
  'round a loop it starts anew after each reset; a token that comes twice by one flow waits for the next time',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      exclusive('Merge'),
      parallel('Fork'),
      user('A'),
      user('B'),
      complex('First', '=activationCount >= 1'),
      exclusive('Again'),
      endEvent('End'),
      'Start -> Merge -> Fork -> A -> First',
      'Fork -> B -> First',
      'First -> Again if =not(waitingForStart)',
      'First -> End by default',
      'Again -> Merge if =more',
      'Again -> End by default',
    )
    const it = await office.run(drawing, { more: true })
    await it.task('A')
    expect(it.waits).toEqual(['task B'])
    await it.task('B')
    expect(it.waits).toEqual(['task A', 'task B'])
    await it.task('B', { more: false })
    await it.task('A')
    expect(it.entered('First')).toBe(4)
    expect(it.status).toBe('completed')
  }),
)

test(
  'a split without a join behind it takes every way that is true',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      complex('Some'),
      user('A'),
      user('B'),
      user('C'),
      'Start -> Some -> A if =a',
      'Some -> B if =b',
      'Some -> C by default',
    )
    expect((await office.run(drawing, { a: true, b: true })).waits).toEqual(['task A', 'task B'])
    expect((await office.start({ a: false, b: false })).waits).toEqual(['task C'])
  }),
)

test(
  'an inclusive join behind it waits for what its reset may still bring',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      user('A'),
      user('B'),
      user('C'),
      complex('First', '=activationCount >= 1'),
      inclusive('Join'),
      user('After'),
      'Start -> Fork -> A -> First',
      'Fork -> B -> First',
      'Fork -> C -> Join',
      'First -> Join -> After',
    )
    const it = await office.run(drawing)
    await it.task('C')
    expect(it.waits).toEqual(['task A', 'task B'])
    await it.task('A')
    expect(it.waits).toEqual(['task B', 'task After'])
  }),
)

test(
  'its tokens and its state end with the scope: by a terminate end and by an interrupting event subprocess',
  inOffice(async (office) => {
    const part = sub(
      'Part',
      {},
      startEvent('In'),
      parallel('Fork'),
      user('A'),
      user('B'),
      user('Stop'),
      end('Halt', terminate),
      complex('First', '=activationCount >= 1'),
      manual('Note'),
      eventSub('Handler', start('Late', after('PT1H')), user('Close'), 'Late -> Close'),
      'In -> Fork -> A -> First -> Note',
      'Fork -> B -> First',
      'Fork -> Stop -> Halt',
    )
    const stopped = await office.run(line(part))
    await stopped.task('A')
    await stopped.task('Stop')
    expect(stopped.status).toBe('completed')
    const late = await office.start()
    await late.task('A')
    await office.advance('PT1H')
    await late.read()
    expect(late.waits).toEqual(['task Close'])
    await late.task('Close')
    expect(late.status).toBe('completed')
    expect(late.entered('First')).toBe(1)
  }),
)

test('conditions that are asked again at the reset without saying so are warned of', async () => {
  const warned = async (...ways: readonly string[]) => {
    const files = pack([opinions('=activationCount >= 2', ...ways)])
    const checked = await checkPackage(files, { package: () => Promise.resolve(undefined) })
    return checked.ok ? checked.package.warnings.map((it) => `${it.rule} ${it.place ?? ''}`) : ['refused']
  }
  expect(await warned('Some -> Decide if =a', 'Some -> Late by default')).toEqual(['bpmn/complex-gateway Some'])
  expect(await warned('Some -> Decide if =waitingForStart and a', 'Some -> Late if =waitingForStart')).toEqual([])
  expect(await warned('Some -> Decide')).toEqual([])
})

test('a join without a condition, or with one that is no expression, is refused, as is a way out without a condition', async () => {
  const drawing = (condition?: string, ...ways: readonly string[]) =>
    process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      complex('Some', condition),
      user('A'),
      user('B'),
      'Start -> Fork -> Some',
      ...ways,
    )
  const twice = [{ ...drawing(undefined, 'Some -> A') }].map((it) => ({
    ...it,
    flows: [...it.flows, { id: 'Flow_second', from: 'Fork', to: 'Some', isDefault: false }],
  }))[0]
  if (!twice) throw new Error('Expected a drawing')
  expect(await refused({ ...twice, steps: twice.steps.filter((step) => step.id !== 'B') })).toEqual([
    'bpmn/complex-gateway Some',
  ])
  expect(await refused(drawing('=activationCount >= 1', 'Some -> A', 'A -> B'))).toEqual(['bpmn/complex-gateway Some'])
  expect(await refused(opinions('activationCount >= 1', 'Some -> Decide'))).toEqual(['bpmn/feel Some'])
  expect(await refused(drawing(undefined, 'Some -> A', 'Some -> B'))).toEqual([
    'bpmn/conditions Flow_Some_A',
    'bpmn/conditions Flow_Some_B',
  ])
})
