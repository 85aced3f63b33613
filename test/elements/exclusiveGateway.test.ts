import { expect, test } from 'vitest'
import { endEvent, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import { exclusive, parallel, user } from './steps.ts'

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
})
