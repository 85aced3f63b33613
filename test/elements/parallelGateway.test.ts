import { expect, test } from 'vitest'
import { endEvent, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { boundary, error, exclusive, parallel, script, service, user } from './steps.ts'

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
