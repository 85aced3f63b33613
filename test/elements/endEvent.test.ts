import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import { end, error, parallel, script, sub, terminate, user } from './steps.ts'

test(
  'a process with several end events is over when the last token has ended',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      user('A'),
      user('B'),
      endEvent('End_A'),
      endEvent('End_B'),
      'Start -> Fork -> A -> End_A',
      'Fork -> B -> End_B',
    )
    const it = await office.run(drawing)
    await it.task('A')
    expect(it.status).toBe('active')
    await it.task('B')
    expect(it.status).toBe('completed')
    expect(it.path).toEqual(['Start', 'Fork', 'A', 'End_A', 'B', 'End_B'])
  }),
)

test(
  'a terminate end ends everything else in the process',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      user('Refuse'),
      user('Review'),
      end('Stop', terminate),
      endEvent('End'),
      'Start -> Fork -> Refuse -> Stop',
      'Fork -> Review -> End',
    )
    const it = await office.run(drawing)
    await it.task('Refuse')
    expect(it.status).toBe('completed')
    expect(it.terminated).toEqual(['Review'])
  }),
)

test(
  'a terminate end inside a subprocess ends only that',
  inOffice(async (office) => {
    const inner = sub(
      'Hearing',
      {},
      startEvent('In'),
      parallel('Fork'),
      user('Withdraw'),
      user('Hear'),
      end('Stop', terminate),
      endEvent('Out'),
      'In -> Fork -> Withdraw -> Stop',
      'Fork -> Hear -> Out',
    )
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Both'),
      inner,
      user('Beside'),
      user('After'),
      endEvent('End'),
      'Start -> Both -> Hearing -> After -> End',
      'Both -> Beside -> End',
    )
    const it = await office.run(drawing)
    await it.task('Withdraw')
    expect(it.terminated).toEqual(['Hear'])
    expect(it.waits).toEqual(['task Beside', 'task After'])
    await it.task('After')
    await it.task('Beside')
    expect(it.status).toBe('completed')
  }),
)

test(
  'of nested subprocesses, multi-instance ones too, a terminate end ends the one it stands in and nothing around it',
  inOffice(async (office) => {
    const inner = sub(
      'Inner',
      { loop: { over: '=[1, 2]', item: 'n' } },
      startEvent('In'),
      parallel('Split'),
      user('Hear'),
      user('Withdraw'),
      end('Stop', terminate),
      'In -> Split -> Hear',
      'Split -> Withdraw -> Stop',
    )
    const outer = sub('Outer', {}, inner, user('Beside'))
    const it = await office.run(line(outer))
    expect(it.waits).toEqual(['task Hear', 'task Withdraw', 'task Hear', 'task Withdraw', 'task Beside'])
    await it.task('Withdraw')
    expect(it.waits).toEqual(['task Hear', 'task Withdraw', 'task Beside'])
    await it.task('Withdraw')
    expect(it.waits).toEqual(['task Beside'])
    expect(it.terminated).toEqual(['Hear', 'Hear'])
    await it.task('Beside')
    expect(it.status).toBe('completed')
  }),
)

test(
  'parallel paths may meet in one end event; each token ends there and the process with the last',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      user('A'),
      user('B'),
      endEvent('End'),
      'Start -> Fork -> A -> End',
      'Fork -> B -> End',
    )
    const it = await office.run(drawing)
    await it.task('B')
    expect(it.status).toBe('active')
    await it.task('A')
    expect(it.entered('End')).toBe(2)
    expect(it.status).toBe('completed')
  }),
)

test(
  'a terminate end drops tokens that wait before a join',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      script('Fast', '=1', 'fast'),
      user('Slow'),
      user('Refuse'),
      parallel('Join'),
      end('Stop', terminate),
      endEvent('End'),
      'Start -> Fork -> Fast -> Join -> End',
      'Fork -> Slow -> Join',
      'Fork -> Refuse -> Stop',
    )
    const it = await office.run(drawing)
    await it.task('Refuse')
    expect(it.status).toBe('completed')
    expect(it.entered('Join')).toBe(0)
  }),
)

test(
  'an error end that nobody catches is an incident that names the code',
  inOffice(async (office) => {
    const drawing = process('Process_1', startEvent('Start'), end('Failed', error('REFUSED')), 'Start -> Failed')
    const it = await office.run(drawing)
    const incident = await it.incident('Failed')
    expect(incident).toMatchObject({ cause: 'error' })
    expect(incident.message).toContain('"REFUSED"')
    await it.mend('Failed')
    expect(it.trouble).toEqual(['error Failed'])
    await it.cancel()
  }),
)

test('ends that lead on, starts that are led to, and steps nobody reaches are refused', async () => {
  const drawing = process(
    'Process_1',
    startEvent('Start'),
    endEvent('End'),
    user('Lost'),
    'Start -> End',
    'End -> Start',
  )
  expect(await refused(drawing)).toEqual(['bpmn/connections Start', 'bpmn/connections End', 'bpmn/connections Lost'])
})

test('an error end without a code, or with one that is only known later, is refused', async () => {
  const bare = process('Process_1', startEvent('Start'), end('Failed', error()), 'Start -> Failed')
  expect(await refused(bare)).toEqual(['bpmn/errors Failed'])
  const later = process('Process_1', startEvent('Start'), end('Failed', error('=code')), 'Start -> Failed')
  expect(await refused(later)).toEqual(['bpmn/errors Failed'])
})
