import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { after, boundary, call, error, script, service, sub, user, type Again } from './steps.ts'

const untilGood: Again = { again: '=not(good)' }

test(
  'a step is done again as long as its condition holds, and at least once where it is asked after each round',
  inOffice(async (office) => {
    const it = await office.run(line(user('Correct', { loop: untilGood })), { good: true })
    expect(it.waits).toEqual(['task Correct'])
    await it.task('Correct', { good: false })
    expect(it.waits).toEqual(['task Correct'])
    await it.task('Correct', { good: true })
    expect(it.status).toBe('completed')
    // The body, and one inside it for each round.
    expect(it.entered('Correct')).toBe(3)
    expect(it.path).toEqual(['Start', 'Correct', 'Correct', 'Correct', 'End'])
  }),
)

test(
  'asked before each round it may not be done at all',
  inOffice(async (office) => {
    const drawing = line(user('Correct', { loop: { ...untilGood, before: true } }))
    const never = await office.run(drawing, { good: true })
    expect(never.path).toEqual(['Start', 'Correct', 'End'])
    const once = await office.start({ good: false })
    await once.task('Correct', { good: true })
    expect(once.status).toBe('completed')
    expect(once.entered('Correct')).toBe(2)
  }),
)

test.for([
  [false, [1, 2, 3]],
  [true, [1, 2, 3]],
] as const)(
  'the round sees its number, and the condition how many rounds are done (asked before: %s)',
  inOffice(async (office, [before, rounds]) => {
    const loop: Again = { again: '=loopCounter < 3', before }
    const note = script('Note', '=append(seen, loopCounter)', 'seen', { loop })
    const it = await office.run(line(note), { seen: [] })
    expect(it.variables).toEqual({ seen: rounds })
    expect(it.status).toBe('completed')
  }),
)

test(
  'the maximum ends it whatever the condition says, and alone says how often it is done',
  inOffice(async (office) => {
    const both = await office.run(line(user('Call', { loop: { again: '=true', most: 2 } })))
    await both.task('Call')
    await both.task('Call')
    expect(both.status).toBe('completed')
    const alone = line(script('Count', '=n + 1', 'n', { loop: { again: undefined, most: 4 } }))
    const it = await office.run(pack([alone], { version: '1.1.0' }), { n: 0 })
    expect(it.variables).toEqual({ n: 4 })
  }),
)

test(
  'inputs are mapped for each round anew and outputs go out after each',
  inOffice(async (office) => {
    const ask = service('Ask', {
      loop: { again: '=left > 0' },
      inputs: { page: '=left' },
      outputs: { left: '=left - got' },
    })
    const it = await office.run(line(ask), { left: 3 })
    expect((await it.work('Ask')).variables).toMatchObject({ page: 3, loopCounter: 1 })
    await it.job('Ask', { got: 2 })
    expect((await it.work('Ask')).variables).toMatchObject({ page: 1, loopCounter: 2 })
    await it.job('Ask', { got: 1 })
    expect(it.variables).toEqual({ left: 0 })
    expect(it.status).toBe('completed')
  }),
)

test(
  'a subprocess and a call are repeated whole',
  inOffice(async (office) => {
    const round = sub('Round', { loop: untilGood }, user('Write'), user('Read'), 'Write -> Read')
    const called = process('Process_2', startEvent('In'), user('Elsewhere'), endEvent('Out'), 'In -> Elsewhere -> Out')
    const main = line(round, call('Call', 'Process_2', { child: true, loop: { again: '=not(done)' } }))
    const it = await office.run(pack([main, called]))
    for (const good of [false, true]) {
      expect(it.waits).toEqual(['task Write'])
      await it.task('Write')
      await it.task('Read', { good })
    }
    await it.task('Elsewhere', { done: false })
    await it.task('Elsewhere', { done: true })
    expect(it.variables).toEqual({ good: true, done: true })
    expect(it.status).toBe('completed')
  }),
)

test(
  'events on its edge belong to the whole: one deadline for all rounds, and any round’s error ends the loop',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      service('Ask', { loop: { again: '=not(found)' } }),
      boundary('Late', 'Ask', after('PT1H')),
      boundary('Gone', 'Ask', error('GONE')),
      user('Remind'),
      user('Refuse'),
      endEvent('End'),
      'Start -> Ask -> End',
      'Late -> Remind -> End',
      'Gone -> Refuse -> End',
    )
    const late = await office.run(drawing)
    expect(late.waits).toEqual(['timer Late', 'job Ask'])
    await late.job('Ask', { found: false })
    expect(late.waits).toEqual(['timer Late', 'job Ask'])
    await office.advance('PT1H')
    await late.read()
    expect(late.waits).toEqual(['task Remind'])
    expect(late.terminated).toEqual(['Ask', 'Ask'])
    const gone = await office.start()
    await gone.job('Ask', { found: false })
    await gone.error('Ask', 'GONE')
    expect(gone.waits).toEqual(['task Refuse'])
  }),
)

test(
  'a condition that has no value stops the round with what it did kept, and goes on once it is mended',
  inOffice(async (office) => {
    const it = await office.run(line(user('Correct', { loop: untilGood })))
    await it.task('Correct', { text: 'x' })
    expect((await it.incident('Correct')).message).toContain('the loop condition at Correct')
    expect(it.variables).toEqual({ text: 'x' })
    await it.mend('Correct', { good: false })
    expect(it.waits).toEqual(['task Correct'])
    await it.task('Correct', { good: true })
    expect(it.status).toBe('completed')
  }),
)

test(
  'asked before the first round, it stops the whole, with its deadline not yet running',
  inOffice(async (office) => {
    const loop: Again = { ...untilGood, before: true }
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Correct', { loop }),
      boundary('Late', 'Correct', after('PT1H')),
      endEvent('End'),
      'Start -> Correct -> End',
      'Late -> End',
    )
    const it = await office.run(drawing)
    expect(it.trouble).toEqual(['condition Correct'])
    expect(it.waits).toEqual([])
    await it.mend('Correct', { good: false })
    expect(it.waits).toEqual(['timer Late', 'task Correct'])
  }),
)

test(
  'a loop that never waits stops at the limit of steps instead of running for ever, and is called off',
  { timeout: 30_000 },
  inOffice(async (office) => {
    const it = await office.run(line(script('Spin', '=1', 'n', { loop: { again: '=true' } })))
    expect(it.trouble).toEqual(['limit Spin'])
    await it.cancel()
    expect(it.status).toBe('terminated')
  }),
)

test('a loop that does not say how long it goes on is refused, as is a condition or maximum that cannot be read', async () => {
  const looped = (loop: Again) => line(user('Correct', { loop }))
  expect(await refused(looped({ again: undefined }))).toEqual(['bpmn/loops Correct'])
  expect(await refused(looped({ again: '=true', most: 0 }))).toEqual(['bpmn/loops Correct'])
  expect(await refused(looped({ again: 'not(good)' }))).toEqual(['bpmn/feel Correct'])
  expect(await refused(looped({ again: '=not(' }))).toEqual(['bpmn/feel Correct'])
  const inner =
    '<bpmn:standardLoopCharacteristics loopMaximum="2"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=a" /></bpmn:extensionElements></bpmn:standardLoopCharacteristics>'
  const listed: Step = { ...user('Correct'), inner }
  expect(await refused(line(listed))).toEqual(['bpmn/unsupported-extension Correct'])
})
