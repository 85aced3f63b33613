import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import { manual, script, service, sub, user, type Panel } from './steps.ts'

const part = (panel: Panel, ...inside: readonly Step[]): Step => {
  const all = [startEvent('In'), ...inside, endEvent('Out')]
  return sub('Part', panel, ...all, all.map((step) => step.id).join(' -> '))
}

test(
  'a subprocess runs inside its process and is left when all inside has ended',
  inOffice(async (office) => {
    const it = await office.run(line(part({}, user('Hear')), user('After')))
    expect(it.waits).toEqual(['task Hear'])
    await it.task('Hear')
    expect(it.path).toEqual(['Start', 'In', 'Hear', 'Out', 'Part'])
    expect(it.waits).toEqual(['task After'])
  }),
)

test(
  'its input mapping makes variables of its own, which end with it (embedded subprocesses: variable mappings)',
  inOffice(async (office) => {
    const it = await office.run(line(part({ inputs: { n: '=n + 1' } }, script('Count', '=n + 1', 'n'))), { n: 1 })
    expect(it.inside('Part')).toEqual({ n: 3 })
    expect(it.variables).toEqual({ n: 1 })
  }),
)

test(
  'its output mapping gives what it says, evaluated inside',
  inOffice(async (office) => {
    const it = await office.run(
      line(part({ inputs: { n: '=10' }, outputs: { 'sum.n': '=n', twice: '=sum.n * 2' } }, manual('M'))),
      { n: 1 },
    )
    expect(it.variables).toEqual({ n: 1, sum: { n: 10 }, twice: 20 })
  }),
)

test(
  'what is set inside without a mapping goes to the process, and outside sees it',
  inOffice(async (office) => {
    const it = await office.run(line(part({}, user('Hear')), script('Use', '=verdict', 'copy')))
    await it.task('Hear', { verdict: 'yes' })
    expect(it.variables).toEqual({ verdict: 'yes', copy: 'yes' })
  }),
)

test(
  'an inner variable shadows an outer one of the same name for everything inside, jobs included',
  inOffice(async (office) => {
    const deep = sub('Deep', { inputs: { who: '="deep"' } }, startEvent('In_2'), service('Ask'), 'In_2 -> Ask')
    const it = await office.run(line(part({ inputs: { who: '="part"', only: '=1' } }, deep)), { who: 'process' })
    expect((await it.work('Ask')).variables).toMatchObject({ who: 'deep', only: 1 })
    await it.job('Ask', { who: 'answered' })
    expect(it.inside('Deep')).toEqual({ who: 'answered' })
    expect(it.inside('Part')).toEqual({ who: 'part', only: 1 })
    expect(it.variables).toEqual({ who: 'process' })
  }),
)

test(
  'two tokens make two subprocesses, each with its own variables',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      script('A', '="a"', 'a'),
      script('B', '="b"', 'b'),
      part({ inputs: { own: '=0' }, outputs: { last: '=own' } }, user('Hear')),
      endEvent('End'),
      'Start -> A -> Part -> End',
      'Start -> B -> Part',
    )
    const it = await office.run(drawing)
    expect(it.waits).toEqual(['task Hear', 'task Hear'])
    await it.task('Hear', { own: 1 })
    expect(it.variables).toMatchObject({ last: 1 })
    await it.task('Hear', { own: 2 })
    expect(it.variables).toMatchObject({ last: 2 })
    expect(it.inside('Part', 1)).toEqual({ own: 1 })
    expect(it.inside('Part', 2)).toEqual({ own: 2 })
  }),
)

test(
  'inputs and outputs that fail are incidents at the subprocess, mended by the variables',
  inOffice(async (office) => {
    const it = await office.run(line(part({ inputs: { n: '=missing' }, outputs: { m: '=n.x' } }, user('Hear'))))
    expect((await it.incident('Part')).message).toContain('the input n at Part')
    await it.mend('Part', { missing: 5 })
    await it.task('Hear')
    expect((await it.incident('Part')).message).toContain('the output m at Part')
    await it.set({ n: { x: 7 } }, it.live('Part')[0])
    await it.mend('Part')
    expect(it.variables).toEqual({ missing: 5, m: 7 })
    expect(it.status).toBe('completed')
  }),
)

test('a subprocess that begins nowhere and flows across its border are refused', async () => {
  const endless = sub('Part', {}, user('Hear'), user('Again'), 'Hear -> Again', 'Again -> Hear')
  expect(await refused(line(endless))).toEqual(['bpmn/start-events Part'])
  const crossing = process(
    'Process_1',
    startEvent('Start'),
    part({}, user('Hear')),
    endEvent('End'),
    'Start -> Part',
    'Hear -> End',
  )
  expect(await refused(crossing)).toContain('bpmn/flow-scope Flow_Hear_End')
})
