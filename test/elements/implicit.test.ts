import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  beside,
  boundary,
  call,
  caught,
  eventSub,
  exclusive,
  manual,
  message,
  parallel,
  service,
  start,
  sub,
  user,
} from './steps.ts'

test(
  'a process drawn without start and end events begins at every step no flow leads to, and ends where none leads on',
  inOffice(async (office) => {
    const drawing = process('Process_1', user('Ask'), user('Check'), user('Decide'), manual('File'), 'Ask -> Decide')
    const it = await office.run(drawing, { n: 1 })
    expect(it.waits).toEqual(['task Ask', 'task Check'])
    expect(it.path).toEqual(['File'])
    await it.task('Ask')
    await it.task('Check', { checked: true })
    await it.task('Decide')
    expect(it.status).toBe('completed')
    expect(it.variables).toEqual({ n: 1, checked: true })
  }),
)

test(
  'a gateway no flow leads to does its part at the beginning, and one that leads nowhere ends the path',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      parallel('Fork'),
      user('A'),
      user('B'),
      exclusive('Merge'),
      'Fork -> A -> Merge',
      'Fork -> B -> Merge',
    )
    const it = await office.run(drawing)
    expect(it.waits).toEqual(['task A', 'task B'])
    await it.task('A')
    expect(it.status).toBe('active')
    await it.task('B')
    expect(it.entered('Merge')).toBe(2)
    expect(it.status).toBe('completed')
  }),
)

test(
  'an exclusive gateway at the beginning chooses by what the applicant said',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      exclusive('Kind'),
      user('A'),
      user('B'),
      'Kind -> A if =n > 1',
      'Kind -> B if =n <= 1',
    )
    expect((await office.run(drawing, { n: 2 })).waits).toEqual(['task A'])
    expect((await office.start({ n: 0 })).waits).toEqual(['task B'])
  }),
)

test(
  'boundary events, event subprocesses and what follows them are no beginnings; they listen while the process runs',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      user('Ask'),
      user('Check'),
      boundary('Late', 'Ask', after('PT1H')),
      user('Remind'),
      eventSub('Withdrawn', start('News', message('withdrawn', '="k"')), manual('Note'), 'News -> Note'),
      'Late -> Remind',
    )
    const it = await office.run(drawing)
    expect(it.waits).toEqual(['message Withdrawn', 'task Ask', 'timer Late', 'task Check'])
    await office.message('withdrawn', { key: 'k' })
    await it.read()
    expect(it.terminated).toEqual(['Check', 'Ask'])
    expect(it.status).toBe('completed')
  }),
)

test(
  'an event subprocess that cannot listen holds the whole beginning back, and all of it begins once that is mended',
  inOffice(async (office) => {
    const news = beside(start('News', message('news', '=key')))
    const drawing = process(
      'Process_1',
      user('Ask'),
      user('Check'),
      eventSub('Also', news, manual('Note'), 'News -> Note'),
    )
    const it = await office.run(drawing)
    expect(it.waits).toEqual([])
    expect(it.trouble).toEqual(['message Process_1'])
    await it.mend('Process_1', { key: 'k' })
    expect(it.waits).toEqual(['message Also', 'task Ask', 'task Check'])
    await office.message('news', { key: 'k' })
    await it.read()
    expect(it.path).toEqual(['News', 'Note', 'Also'])
    expect(it.waits).toEqual(['message Also', 'task Ask', 'task Check'])
  }),
)

test(
  'a subprocess without a start event begins at its loose steps, with its variables and its deadline',
  inOffice(async (office) => {
    const part = sub('Part', { inputs: { who: '=name' } }, user('Hear'), service('Ask'), user('Write'), 'Hear -> Write')
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      part,
      boundary('Late', 'Part', after('PT1H')),
      endEvent('End'),
      endEvent('Over'),
      'Start -> Part -> End',
      'Late -> Over',
    )
    const it = await office.run(drawing, { name: 'rana' })
    expect(it.waits).toEqual(['timer Late', 'task Hear', 'job Ask'])
    expect((await it.work('Ask')).variables).toMatchObject({ who: 'rana' })
    await it.task('Hear')
    await it.job('Ask')
    await it.task('Write')
    expect(it.path).toEqual(['Start', 'Hear', 'Ask', 'Write', 'Part', 'End'])
    const late = await office.start({ name: 'omar' })
    await office.advance('PT1H')
    await late.read()
    expect(late.terminated).toEqual(['Ask', 'Hear', 'Part'])
    expect(late.path).toEqual(['Start', 'Late', 'Over'])
  }),
)

test(
  'a called process may begin and end without events',
  inOffice(async (office) => {
    const called = process('Process_2', user('Elsewhere'), user('Beside'))
    await office.deploy(pack([line(call('Call', 'Process_2', { child: true })), called]))
    const it = await office.start()
    expect(it.waits).toEqual(['task Elsewhere', 'task Beside'])
    await it.task('Beside', { seen: 1 })
    await it.task('Elsewhere')
    expect(it.variables).toEqual({ seen: 1 })
    expect(it.status).toBe('completed')
  }),
)

test(
  'an application of a process without start events is begun with the form of workflow.json alone',
  inOffice(async (office) => {
    await office.deploy(pack([process('Process_1', user('Ask'))]))
    const named = await office.tryStart({}, 'Ask')
    expect(named?.code).toBe('start.event')
  }),
)

test('where a start event is drawn every other step needs a flow into it, and events always do', async () => {
  const loose = process('Process_1', startEvent('Start'), user('Ask'), user('Loose'), 'Start -> Ask')
  expect(await refused(loose)).toEqual(['bpmn/connections Loose'])
  const waiting = process('Process_1', user('Ask'), caught('Wait', message('news', '="k"')), 'Wait -> Ask')
  expect(await refused(waiting)).toContain('bpmn/connections Wait')
  const stopped = process('Process_1', user('Ask'), endEvent('End'))
  expect(await refused(stopped)).toEqual(['bpmn/connections End'])
})

test('a scope that begins nowhere is refused', async () => {
  const round = process('Process_1', user('A'), user('B'), 'A -> B', 'B -> A')
  expect(await refused(round)).toEqual(['bpmn/start-events Process_1', 'package/link /start/process'].reverse())
  expect(await refused(line(sub('Part', {})))).toEqual(['bpmn/start-events Part'])
})
