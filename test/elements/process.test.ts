import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent, xml } from './draw.ts'
import { inOffice } from './office.ts'
import { pack, packXml } from './pack.ts'
import { refused } from './refused.ts'
import { manual, sub, thrown, undefinedTask, user } from './steps.ts'

test(
  'a process runs from its none start to its none end and is over',
  inOffice(async (office) => {
    const it = await office.run(line(manual('Note')), { a: 1 })
    expect(it.path).toEqual(['Start', 'Note', 'End'])
    expect(it.status).toBe('completed')
    expect(it.state.elements).toEqual({})
    expect(it.variables).toEqual({ a: 1 })
  }),
)

test(
  'manual tasks, undefined tasks and none throw events are told in the history and passed at once',
  inOffice(async (office) => {
    const it = await office.run(line(manual('Stamp'), undefinedTask('Anything'), thrown('Milestone')))
    expect(it.path).toEqual(['Start', 'Stamp', 'Anything', 'Milestone', 'End'])
    expect(it.status).toBe('completed')
  }),
)

test(
  'a step without a way out ends its token, as BPMN has it, and one with two ways out goes both',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Ask'),
      user('Left'),
      user('Right'),
      'Start -> Ask -> Left',
      'Ask -> Right',
    )
    const it = await office.run(drawing)
    await it.task('Ask')
    expect(it.waits).toEqual(['task Left', 'task Right'])
    await it.task('Left')
    await it.task('Right')
    expect(it.status).toBe('completed')
  }),
)

test(
  'flows with conditions out of a task go every way that is true',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Ask'),
      user('Small'),
      user('Large'),
      'Start -> Ask',
      'Ask -> Small if =amount < 100',
      'Ask -> Large if =amount > 10',
    )
    const both = await office.run(drawing)
    await both.task('Ask', { amount: 50 })
    expect(both.waits).toEqual(['task Small', 'task Large'])
    const one = await office.start()
    await one.task('Ask', { amount: 5 })
    expect(one.waits).toEqual(['task Small'])
  }),
)

test(
  'called off, everything in it ends, innermost first, and nobody may work on it',
  inOffice(async (office) => {
    const inner = sub('Hearing', {}, startEvent('In'), user('Hear'), endEvent('Out'), 'In -> Hear -> Out')
    const it = await office.run(line(inner))
    await it.cancel()
    expect(it.terminated).toEqual(['Hear', 'Hearing'])
    expect(it.status).toBe('terminated')
    await expect(it.cancel()).rejects.toThrow('instance.over')
  }),
)

test('what a process cannot have is refused', async () => {
  expect(await refused(process('Process_1', endEvent('End')))).toContain('bpmn/start-events Process_1')
  const sleeping = xml(line()).replace('isExecutable="true"', 'isExecutable="false"')
  expect(await refused(packXml(sleeping, 'Process_1'))).toEqual(
    expect.arrayContaining(['bpmn/executable Process_1', 'package/link /start/process']),
  )
  const timed = { ...endEvent('End'), inner: '<bpmn:timerEventDefinition />' }
  expect(await refused(process('Process_1', startEvent('Start'), timed, 'Start -> End'))).toContain(
    'bpmn/unsupported-event End',
  )
})

test(
  'two processes of one file are two programs, and the named one starts',
  inOffice(async (office) => {
    const other = process('Process_2', startEvent('Other'), user('Elsewhere'), 'Other -> Elsewhere')
    await office.deploy(pack([line(user('Here')), other]))
    const it = await office.start()
    expect(it.waits).toEqual(['task Here'])
  }),
)
