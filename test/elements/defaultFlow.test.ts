import { expect, test } from 'vitest'
import { endEvent, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import { inclusive, parallel, user } from './steps.ts'

const choosing = process(
  'Process_1',
  startEvent('Start'),
  user('Check'),
  user('Large'),
  user('Urgent'),
  user('Normal'),
  endEvent('End'),
  'Start -> Check',
  'Check -> Large if =amount > 100',
  'Check -> Urgent if =urgent',
  'Check -> Normal by default',
  'Large -> End',
  'Urgent -> End',
  'Normal -> End',
)

test(
  'out of an activity goes a token on every flow whose condition holds',
  inOffice(async (office) => {
    const it = await office.run(choosing)
    await it.task('Check', { amount: 500, urgent: true })
    expect(it.waits).toEqual(['task Large', 'task Urgent'])
  }),
)

test(
  'and on the default flow only where none holds',
  inOffice(async (office) => {
    const it = await office.run(choosing)
    await it.task('Check', { amount: 5, urgent: false })
    expect(it.waits).toEqual(['task Normal'])
  }),
)

test('a default flow with a condition, or out of a gateway that does not choose, is refused', async () => {
  const conditional = process(
    'Process_1',
    startEvent('Start'),
    inclusive('Gate'),
    user('A'),
    user('B'),
    'Start -> Gate -> A by default',
    'Gate -> B if =true',
  )
  const both = { ...conditional, flows: conditional.flows.map((it) => ({ ...it, condition: '=true' })) }
  expect(await refused(both)).toContain('bpmn/conditions Flow_Gate_A')
  const all = process(
    'Process_1',
    startEvent('Start'),
    parallel('Fork'),
    user('A'),
    user('B'),
    'Start -> Fork -> A by default',
    'Fork -> B',
  )
  expect(await refused(all)).toEqual(['bpmn/unsupported-attribute Fork'])
})
