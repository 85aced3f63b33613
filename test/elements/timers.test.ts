import { expect, test } from 'vitest'
import { checkPackage } from '../../engine/core/package/package.ts'
import { endEvent, line, process, startEvent, type ProcessDrawing } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { after, at, beside, boundary, caught, every, script, user, type Trigger } from './steps.ts'

const waiting = (trigger: Trigger): ProcessDrawing => line(caught('Wait', trigger))

/** It is Monday 23 November 2026, ten o'clock in Hebron. */
test.for([
  ['PT15M', '2026-11-23T10:15'],
  ['PT1H30M', '2026-11-23T11:30'],
  ['P14D', '2026-12-07T10:00'],
  ['P1M', '2026-12-23T10:00'],
  ['="PT" + string(n) + "H"', '2026-11-23T12:00'],
  ['=duration("PT2H")', '2026-11-23T12:00'],
  ['=duration("P1M")', '2026-12-23T10:00'],
  ['P1WD', '2026-11-24T10:00'],
  ['P4WD', '2026-11-29T10:00'],
  ['="P" + string(n) + "WD"', '2026-11-25T10:00'],
] as const)(
  'a duration of %s from Monday at ten ends %s',
  inOffice(async (office, [text, end]) => {
    const it = await office.run(waiting(after(text)), { n: 2 })
    expect(it.due('Wait')).toBe(end)
    await office.until(`${end}:00+02:00`)
    await it.read()
    expect(it.status).toBe('completed')
  }),
)

test.for([
  ['2026-12-01T08:00:00Z', '2026-12-01T10:00'],
  ['2026-12-01T08:00:00+02:00', '2026-12-01T08:00'],
  ['2026-12-01T08:00:00+01:00[Europe/Berlin]', '2026-12-01T09:00'],
  ['2026-12-01T08:00:00', '2026-12-01T08:00'],
  ['2026-12-01', '2026-12-01T00:00'],
  ['=date and time("2026-12-01T08:00:00@Europe/Berlin")', '2026-12-01T09:00'],
  ['=date and time("2026-12-01T08:00:00")', '2026-12-01T08:00'],
  ['=date("2026-12-01")', '2026-12-01T00:00'],
  ['=now() + duration("PT1H")', '2026-11-23T11:00'],
  ['=hearing', '2026-12-05T12:00'],
] as const)(
  'a date of %s is %s on the agency’s clock',
  inOffice(async (office, [text, end]) => {
    const it = await office.run(waiting(at(text)), { hearing: '2026-12-05T12:00:00' })
    expect(it.due('Wait')).toBe(end)
    await office.until(`${end}:00+02:00`)
    await it.read()
    expect(it.status).toBe('completed')
  }),
)

test(
  'a duration of nothing is over at once',
  inOffice(async (office) => {
    expect((await office.run(waiting(after('PT0S')))).status).toBe('completed')
  }),
)

test(
  'a day is a day of the calendar, also when the clock changes that night',
  inOffice(async (office) => {
    office.clock.set(Date.parse('2026-10-23T10:00:00+03:00'))
    const it = await office.run(waiting(after('P2D')))
    expect(it.due('Wait')).toBe('2026-10-25T10:00')
  }),
)

test(
  'working days are the package’s: its weekdays, its holidays, its time zone',
  inOffice(async (office) => {
    const calendar = { timeZone: 'Asia/Amman', workingDays: [1, 2, 3, 4], holidays: ['2026-11-24', '2026-11-25'] }
    const it = await office.run(pack([waiting(after('P2WD'))], { calendar }))
    // Ten o'clock in Hebron is eleven in Amman; Thursday, and then Monday again.
    expect(it.due('Wait')).toBe('2026-11-30T10:00')
  }),
)

test.for([
  ['duration', after('=span'), '"span" is 5'],
  ['date', at('=span'), ''],
] as const)(
  'a %s that cannot be read is an incident with the element and the reason, mended by the variable',
  inOffice(async (office, [, trigger]) => {
    const it = await office.run(waiting(trigger), { span: 5 })
    const incident = await it.incident('Wait')
    expect(incident).toMatchObject({ cause: 'timer' })
    expect(incident.message).toContain('the timer of Wait')
    expect(incident.message).toContain('5')
    await it.mend('Wait', { span: trigger.inner.includes('timeDate') ? '2026-11-23T11:00:00' : 'PT1H' })
    expect(it.due('Wait')).toBe('2026-11-23T11:00')
  }),
)

test(
  'a timer fires once, however long the house was closed',
  inOffice(async (office) => {
    const it = await office.run(waiting(after('PT1H')))
    office.clock.set(office.clock.now() + 30 * 24 * 3_600_000)
    await office.settle()
    await it.read()
    expect(it.path).toEqual(['Start', 'Wait', 'End'])
  }),
)

test(
  'a timer catch event may map what it gives',
  inOffice(async (office) => {
    const it = await office.run(line(caught('Wait', after('PT1H'), { outputs: { late: '=true' } })))
    await office.advance('PT1H')
    await it.read()
    expect(it.variables).toEqual({ late: true })
  }),
)

test.for([
  ['R2/PT1H', ['11:00', '12:00']],
  ['R2/2026-11-23T13:00:00/PT30M', ['13:00', '13:30']],
  ['R2/2026-11-23T13:00:00/2026-11-23T14:00:00', ['13:00', '14:00']],
  ['R2/PT30M/2026-11-23T14:00:00', ['13:30', '14:00']],
] as const)(
  'a cycle of %s comes at %s while the step is open, and not again',
  inOffice(async (office, [cycle, times]) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Hear'),
      beside(boundary('Remind', 'Hear', every(cycle))),
      script('Note', '=append(seen, 1)', 'seen'),
      endEvent('End'),
      'Start -> Hear -> End',
      'Remind -> Note',
    )
    const it = await office.run(drawing, { seen: [] })
    for (const [index, time] of times.entries()) {
      expect(it.due('Remind')).toBe(`2026-11-23T${time}`)
      await office.until(`2026-11-23T${time}:00+02:00`)
      await it.read()
      expect(it.entered('Note')).toBe(index + 1)
    }
    expect(it.waits).toEqual(['task Hear'])
  }),
)

test('a cycle on the way, two kinds at once, none, and texts that are no time are refused', async () => {
  expect(await refused(waiting(every('R3/PT1H')))).toEqual(['bpmn/timers Wait'])
  expect(await refused(waiting(after('1 hour')))).toEqual(['bpmn/timers Wait'])
  expect(await refused(waiting(after('P1WDT1H')))).toEqual(['bpmn/timers Wait'])
  expect(await refused(waiting(after('')))).toEqual(['bpmn/timers Wait'])
  expect(await refused(waiting(at('01.12.2026')))).toEqual(['bpmn/timers Wait'])
  expect(await refused(waiting(after('=duration(')))).toEqual(['bpmn/feel Wait'])
  expect(await refused(waiting({ inner: '<bpmn:timerEventDefinition />' }))).toEqual(['bpmn/timers Wait'])
  const both = after('PT1H').inner.replace(
    '</bpmn:timerEventDefinition>',
    '<bpmn:timeDate>2026-12-01</bpmn:timeDate></bpmn:timerEventDefinition>',
  )
  expect(await refused(waiting({ inner: both }))).toEqual(['bpmn/timers Wait'])
})

test('a timer of which nothing is chosen yet is asked for when it fires, not to keep one of none', async () => {
  const files = pack([waiting({ inner: '<bpmn:timerEventDefinition />' })])
  const checked = await checkPackage(files, { package: () => Promise.resolve(undefined) })
  const [finding] = checked.ok ? [] : checked.findings
  expect([finding?.remedy, finding?.remedyAr]).toEqual([
    expect.stringMatching(/^Choose when the timer fires/),
    expect.stringMatching(/^اختر متى يعمل المؤقّت/),
  ])
  expect(`${finding?.message ?? ''} ${finding?.messageAr ?? ''}`).not.toMatch(/0|found|exactly/)
})
