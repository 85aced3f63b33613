import { expect, test } from 'vitest'
import { endEvent, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import { boundary, error, exclusive, inclusive, parallel, script, service, user, after } from './steps.ts'

const choice = (...flows: readonly string[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    exclusive('Gate'),
    user('Small'),
    user('Large'),
    endEvent('End'),
    'Start -> Gate',
    ...flows,
    'Small -> End',
    'Large -> End',
  )

test(
  'an exclusive gateway takes the first flow that is true, in the order of the file',
  inOffice(async (office) => {
    const it = await office.run(choice('Gate -> Small if =amount < 100', 'Gate -> Large if =amount < 1000'), {
      amount: 5,
    })
    expect(it.waits).toEqual(['task Small'])
    const other = await office.start({ amount: 500 })
    expect(other.waits).toEqual(['task Large'])
  }),
)

test(
  'the default flow is taken only when no other is, wherever it stands in the file',
  inOffice(async (office) => {
    const it = await office.run(choice('Gate -> Small by default', 'Gate -> Large if =amount > 100'), { amount: 500 })
    expect(it.waits).toEqual(['task Large'])
    const other = await office.start({ amount: 5 })
    expect(other.waits).toEqual(['task Small'])
  }),
)

test(
  'no true flow and no default is an incident at the gateway, mended by the variable',
  inOffice(async (office) => {
    const it = await office.run(choice('Gate -> Small if =amount < 100', 'Gate -> Large if =amount > 100'), {
      amount: 100,
    })
    const incident = await it.incident('Gate')
    expect(incident).toMatchObject({ cause: 'condition' })
    expect(incident.message).toContain('a flow out of Gate')
    await it.mend('Gate', { amount: 101 })
    expect(it.waits).toEqual(['task Large'])
  }),
)

test(
  'a condition that is not true or false is an incident with the flow, the expression and what it gave',
  inOffice(async (office) => {
    const it = await office.run(choice('Gate -> Small if =amount', 'Gate -> Large by default'), { amount: null })
    const { message } = await it.incident('Gate')
    expect(message).toContain('Flow_Gate_Small')
    expect(message).toContain('"amount" is null')
    await it.mend('Gate', { amount: false })
    expect(it.waits).toEqual(['task Large'])
  }),
)

test(
  'an unknown variable in a condition is an incident, not false',
  inOffice(async (office) => {
    const it = await office.run(choice('Gate -> Small if =amont > 5', 'Gate -> Large by default'), { amount: 6 })
    const { message } = await it.incident('Gate')
    expect(message).toContain('amont')
    expect(it.waits).toEqual([])
    await it.mend('Gate', { amont: 6 })
    expect(it.waits).toEqual(['task Small'])
  }),
)

test(
  'an exclusive gateway merges without waiting: each token goes on',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      user('A'),
      user('B'),
      exclusive('Merge'),
      user('After'),
      endEvent('End'),
      'Start -> Fork -> A -> Merge -> After -> End',
      'Fork -> B -> Merge',
    )
    const it = await office.run(drawing)
    await it.task('A')
    expect(it.waits).toEqual(['task B', 'task After'])
    await it.task('B')
    expect(it.waits).toEqual(['task After', 'task After'])
    await it.task('After')
    await it.task('After')
    expect(it.status).toBe('completed')
  }),
)

test('a choice without conditions, a default with one, and a default elsewhere are refused', async () => {
  expect(await refused(choice('Gate -> Small', 'Gate -> Large if =a'))).toEqual(['bpmn/conditions Flow_Gate_Small'])
  expect(await refused(choice('Gate -> Small if amount > 5', 'Gate -> Large by default'))).toEqual(
    ['bpmn/feel Gate'].map(() => 'bpmn/feel Flow_Gate_Small'),
  )
  expect(await refused(choice('Gate -> Small if =amount >', 'Gate -> Large by default'))).toEqual([
    'bpmn/feel Flow_Gate_Small',
  ])
  const forked = process(
    'Process_1',
    startEvent('Start'),
    parallel('Fork'),
    user('A'),
    user('B'),
    'Start -> Fork',
    'Fork -> A if =a',
    'Fork -> B',
  )
  expect(await refused(forked)).toEqual(['bpmn/conditions Flow_Fork_A'])
  const complex = { ...exclusive('Gate'), tag: 'complexGateway' }
  expect(
    await refused(process('Process_1', startEvent('Start'), complex, endEvent('End'), 'Start -> Gate -> End')),
  ).toEqual(['bpmn/unsupported-element Gate'])
})

const forked = process(
  'Process_1',
  startEvent('Start'),
  parallel('Fork'),
  user('A'),
  user('B'),
  parallel('Join'),
  user('After'),
  endEvent('End'),
  'Start -> Fork -> A -> Join -> After -> End',
  'Fork -> B -> Join',
)

test(
  'a parallel gateway goes all ways and its join waits for all',
  inOffice(async (office) => {
    const it = await office.run(forked)
    expect(it.waits).toEqual(['task A', 'task B'])
    await it.task('B')
    expect(it.waits).toEqual(['task A'])
    await it.task('A')
    expect(it.waits).toEqual(['task After'])
    expect(it.entered('Join')).toBe(1)
    await it.task('After')
    expect(it.status).toBe('completed')
  }),
)

test(
  'a second token of the same branch does not stand in for another branch: it waits for the next round',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      user('A'),
      user('B'),
      parallel('Join'),
      user('After'),
      'Start -> Fork -> A -> Join -> After',
      'Fork -> A',
      'Fork -> B -> Join',
      'Fork -> B',
    )
    const twice = { ...drawing, flows: drawing.flows.map((flow, index) => ({ ...flow, id: `${flow.id}_${index}` })) }
    const it = await office.run(twice)
    expect(it.waits).toEqual(['task A', 'task A', 'task B', 'task B'].toSorted())
    await it.task('A')
    await it.task('A')
    expect(it.entered('After')).toBe(0)
    await it.task('B')
    expect(it.entered('After')).toBe(1)
    await it.task('B')
    expect(it.entered('After')).toBe(2)
  }),
)

test(
  'a token left at a join that no other can complete is an incident, not silence',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      exclusive('Gate'),
      script('A', '=1', 'a'),
      script('B', '=2', 'b'),
      parallel('Join'),
      endEvent('End'),
      'Start -> Gate',
      'Gate -> A if =true',
      'Gate -> B by default',
      'A -> Join -> End',
      'B -> Join',
    )
    const it = await office.run(drawing)
    const { message } = await it.incident('Process_1')
    expect(message).toContain('Flow_A_Join')
    await it.cancel()
    expect(it.status).toBe('terminated')
  }),
)

test(
  'branches that end by an error beside do not reach the join, and the incident says so',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      service('Ask'),
      boundary('Unknown', 'Ask', error('NOT_FOUND')),
      user('B'),
      parallel('Join'),
      endEvent('End'),
      endEvent('Aside'),
      'Start -> Fork -> Ask -> Join -> End',
      'Fork -> B -> Join',
      'Unknown -> Aside',
    )
    const it = await office.run(drawing)
    await it.error('Ask', 'NOT_FOUND')
    await it.task('B')
    expect(it.trouble).toEqual(['condition Process_1'])
    await it.cancel()
  }),
)

const some = (...more: readonly string[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    inclusive('Some'),
    user('A'),
    user('B'),
    user('C'),
    inclusive('Join'),
    user('After'),
    'Start -> Some',
    'Some -> A if =a',
    'Some -> B if =b',
    ...more,
    'A -> Join -> After',
    'B -> Join',
    'C -> Join',
  )

test(
  'an inclusive gateway goes every way that is true and its join waits for exactly those',
  inOffice(async (office) => {
    const drawing = some('Some -> C by default')
    const both = await office.run(drawing, { a: true, b: true })
    expect(both.waits).toEqual(['task A', 'task B'])
    await both.task('A')
    expect(both.waits).toEqual(['task B'])
    await both.task('B')
    expect(both.waits).toEqual(['task After'])
    expect(both.entered('After')).toBe(1)
    const one = await office.start({ a: false, b: true })
    expect(one.waits).toEqual(['task B'])
    await one.task('B')
    expect(one.waits).toEqual(['task After'])
    const none = await office.start({ a: false, b: false })
    expect(none.waits).toEqual(['task C'])
    await none.task('C')
    expect(none.waits).toEqual(['task After'])
  }),
)

test(
  'an inclusive gateway with no true way and no default is an incident, mended by the variables',
  inOffice(async (office) => {
    const it = await office.run(some('Some -> C if =c'), { a: false, b: false, c: false })
    expect(it.trouble).toEqual(['condition Some'])
    await it.mend('Some', { a: true, c: true })
    expect(it.waits).toEqual(['task A', 'task C'])
    await it.task('C')
    await it.task('A')
    expect(it.entered('After')).toBe(1)
  }),
)

test(
  'one condition of several that fails opens none of the ways',
  inOffice(async (office) => {
    const it = await office.run(some('Some -> C if =c'), { a: true, b: true })
    expect(it.trouble).toEqual(['condition Some'])
    expect(it.waits).toEqual([])
    await it.mend('Some', { c: false })
    expect(it.waits).toEqual(['task A', 'task B'])
  }),
)

test(
  'an inclusive join waits for a branch that comes later by a boundary event',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      inclusive('Some'),
      user('A'),
      user('B'),
      boundary('Late', 'B', after('PT1H')),
      user('Remind'),
      inclusive('Join'),
      user('After'),
      endEvent('Aside'),
      'Start -> Some',
      'Some -> A if =true',
      'Some -> B if =true',
      'A -> Join -> After',
      'B -> Aside',
      'Late -> Remind -> Join',
    )
    const it = await office.run(drawing)
    await it.task('A')
    expect(it.waits).toEqual(['task B', 'timer Late'])
    await office.advance('PT1H')
    await it.read()
    expect(it.waits).toEqual(['task Remind'])
    await it.task('Remind')
    expect(it.waits).toEqual(['task After'])
    const other = await office.start()
    await other.task('A')
    await other.task('B')
    expect(other.waits).toEqual(['task After'])
  }),
)

test(
  'a loop through gateways goes round as often as its condition says and leaves no token behind',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      exclusive('Again'),
      script('Count', '=n + 1', 'n'),
      parallel('Fork'),
      script('A', '=n', 'a'),
      script('B', '=n', 'b'),
      parallel('Join'),
      exclusive('Done'),
      endEvent('End'),
      'Start -> Again -> Count -> Fork -> A -> Join -> Done',
      'Fork -> B -> Join',
      'Done -> Again if =n < 50',
      'Done -> End by default',
    )
    const it = await office.run(drawing, { n: 0 })
    expect(it.status).toBe('completed')
    expect(it.entered('Join')).toBe(50)
    expect(it.variables).toEqual({ n: 50, a: 50, b: 50 })
  }),
)
