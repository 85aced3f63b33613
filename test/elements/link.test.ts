import { describe, expect, test } from 'vitest'
import { endEvent, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import { caught, exclusive, inclusive, link, parallel, script, start, end, sub, thrown, user } from './steps.ts'

const page = (...more: readonly (Step | string)[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    user('Before'),
    thrown('Out', link('page 2')),
    caught('In', link('page 2')),
    user('Behind'),
    endEvent('End'),
    'Start -> Before -> Out',
    'In -> Behind -> End',
    ...more,
  )

describe('Link throw event', () => {
  test(
    'goes on at the catching event of its name in the same step',
    inOffice(async (office) => {
      const it = await office.run(page())
      expect(it.waits).toEqual(['task Before'])
      await it.task('Before')
      expect(it.waits).toEqual(['task Behind'])
      await it.task('Behind')
      expect(it.status).toBe('completed')
      expect(it.path).toEqual(['Start', 'Before', 'Out', 'In', 'Behind', 'End'])
    }),
  )

  test(
    'may be one of several to the same place, also in a loop and inside a subprocess',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        sub(
          'Part',
          {},
          startEvent('P_in'),
          thrown('First', link('again')),
          caught('Again', link('again')),
          script('Count', '=get or else(n, 0) + 1', 'n'),
          exclusive('Gate'),
          thrown('Back', link('again')),
          endEvent('P_out'),
          'P_in -> First',
          'Again -> Count -> Gate',
          'Gate -> Back if =n < 3',
          'Gate -> P_out by default',
        ),
        user('After'),
        'Start -> Part -> After',
      )
      const it = await office.run(drawing)
      expect(it.variables).toEqual({ n: 3 })
      expect(it.waits).toEqual(['task After'])
      expect(it.entered('Again')).toBe(3)
    }),
  )

  test('is refused with a way out, without a name, without its other end, and across a border', async () => {
    expect(await refused(page('Out -> Behind'))).toEqual(['bpmn/connections Out'])
    expect(await refused(page(thrown('Lost', link('')), 'Before -> Lost'))).toEqual(['bpmn/link-events Lost'])
    expect(await refused(page(thrown('Lost', link('page 9')), 'Before -> Lost'))).toEqual(['bpmn/link-events Lost'])
    const inside = sub('Part', {}, startEvent('P_in'), thrown('Over', link('page 2')), 'P_in -> Over')
    expect(await refused(page(inside, 'Before -> Part'))).toEqual(['bpmn/link-events Over'])
  })
})

describe('Link intermediate catch event', () => {
  test(
    'is a way into an inclusive join like any other',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        inclusive('Fork'),
        user('Near'),
        user('Far'),
        thrown('Out', link('join')),
        caught('In', link('join')),
        inclusive('Join'),
        user('After'),
        'Start -> Fork',
        'Fork -> Near if =true',
        'Fork -> Far if =true',
        'Near -> Join',
        'Far -> Out',
        'In -> Join',
        'Join -> After',
      )
      const it = await office.run(drawing)
      await it.task('Near')
      expect(it.waits).toEqual(['task Far'])
      await it.task('Far')
      expect(it.waits).toEqual(['task After'])
    }),
  )

  test(
    'is a way into a parallel join, one token for each',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        parallel('Fork'),
        user('Near'),
        thrown('Out', link('join')),
        caught('In', link('join'), { outputs: { seen: '=1' } }),
        parallel('Join'),
        user('After'),
        'Start -> Fork',
        'Fork -> Near -> Join',
        'Fork -> Out',
        'In -> Join',
        'Join -> After',
      )
      const it = await office.run(drawing)
      expect(it.variables).toEqual({ seen: 1 })
      await it.task('Near')
      expect(it.waits).toEqual(['task After'])
    }),
  )

  test('is refused with a way in, alone, a second time in one scope, and where it says another end', async () => {
    expect(await refused(page('Before -> In'))).toEqual(['bpmn/connections In'])
    expect(await refused(page(caught('Lost', link('page 9')), 'Lost -> Behind'))).toEqual(['bpmn/link-events Lost'])
    expect(await refused(page(caught('Twin', link('page 2')), 'Twin -> Behind'))).toEqual(['bpmn/link-events Twin'])
    const other = {
      inner: '<bpmn:linkEventDefinition id="L9" name="page 9"><bpmn:target>L9</bpmn:target></bpmn:linkEventDefinition>',
    }
    const said = page(thrown('Other', other), caught('There', link('page 9')), 'Before -> Other', 'There -> Behind')
    expect(await refused(said)).toEqual(['bpmn/link-events Other'])
    const beginning = process('Process_1', start('Start', link('x')), end('End', link('x')), 'Start -> End')
    expect(await refused(beginning)).toEqual(
      expect.arrayContaining(['bpmn/unsupported-event Start', 'bpmn/unsupported-event End']),
    )
  })
})
