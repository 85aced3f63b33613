import { expect, test } from 'vitest'
import { endEvent, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { after, boundary, caught, eventBased, exclusive, message, receive, user } from './steps.ts'

const race = (...branches: readonly Step[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    eventBased('First'),
    ...branches,
    endEvent('End'),
    'Start -> First',
    ...branches.map((branch) => `First -> ${branch.id} -> End`),
  )
const paidOrLate = race(
  caught('Paid', message('payment', '=reference'), { outputs: { receipt: '=number' } }),
  caught('Waived', message('waiver', '=reference')),
  caught('Late', after('P3D')),
)
const waivedOrLate = race(receive('Waived', 'waiver', '=reference'), caught('Late', after('P3D')))

test(
  'it waits for all its events; the first decides and the others are forgotten',
  inOffice(async (office) => {
    const it = await office.run(paidOrLate, { reference: 'r-1' })
    expect(it.waits).toEqual(['message Paid', 'message Waived', 'timer Late'])
    await office.message('payment', { key: 'r-1', variables: { number: 17 } })
    await it.read()
    expect(it.status).toBe('completed')
    expect(it.path).toEqual(['Start', 'First', 'Paid', 'End'])
    expect(it.variables).toEqual({ reference: 'r-1', receipt: 17 })
  }),
)

test(
  'a receive task may be one of its branches',
  inOffice(async (office) => {
    const it = await office.run(waivedOrLate, { reference: 'r-1' })
    await office.message('waiver', { key: 'r-1', variables: { by: 'court' } })
    await it.read()
    expect(it.path).toEqual(['Start', 'First', 'Waived', 'End'])
    expect(it.variables).toEqual({ reference: 'r-1', by: 'court' })
  }),
)

test(
  'the timer wins when nothing else happened, and what comes later reaches nobody',
  inOffice(async (office) => {
    const it = await office.run(paidOrLate, { reference: 'r-1' })
    await office.advance('P3D')
    await office.message('payment', { key: 'r-1' })
    await it.read()
    expect(it.path).toEqual(['Start', 'First', 'Late', 'End'])
  }),
)

test(
  'of two messages that came before it, one is taken and the other left',
  inOffice(async (office) => {
    await office.deploy(pack([paidOrLate]))
    await office.message('waiver', { key: 'r-1' })
    await office.message('payment', { key: 'r-1', variables: { number: 1 } })
    const it = await office.start({ reference: 'r-1' })
    expect(it.status).toBe('completed')
    expect(it.entered('Paid') + it.entered('Waived')).toBe(1)
  }),
)

test(
  'one event that cannot be computed is an incident at the gateway; none of the others is opened before',
  inOffice(async (office) => {
    const it = await office.run(paidOrLate)
    const incident = await it.incident('First')
    expect(incident.message).toContain('reference')
    expect(it.waits).toEqual([])
    await it.mend('First', { reference: 'r-1' })
    expect(it.waits).toHaveLength(3)
  }),
)

test(
  'a loop back to it opens its events anew',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      exclusive('Again'),
      eventBased('First'),
      caught('Paid', message('payment', '=reference')),
      caught('Late', after('P1D')),
      endEvent('End'),
      'Start -> Again -> First -> Paid -> End',
      'First -> Late -> Again',
    )
    const it = await office.run(drawing, { reference: 'r-1' })
    await office.advance('P3D')
    await it.read()
    expect(it.entered('Late')).toBe(3)
    expect(it.waits).toEqual(['message Paid', 'timer Late'])
    await office.message('payment', { key: 'r-1' })
    await it.read()
    expect(it.status).toBe('completed')
  }),
)

test(
  'called off, nothing waits any more',
  inOffice(async (office) => {
    const it = await office.run(paidOrLate, { reference: 'r-1' })
    await it.cancel()
    expect(it.waits).toEqual([])
  }),
)

test('branches that cannot wait, that are led to from elsewhere, or that repeat are refused', async () => {
  expect(await refused(race(caught('Late', after('P1D')), user('Review')))).toEqual([
    'bpmn/event-based-gateway Flow_First_Review',
  ])
  expect(await refused(race(caught('Late', after('P1D'))))).toContain('bpmn/connections First')
  const edged = process(
    'Process_1',
    startEvent('Start'),
    eventBased('First'),
    receive('Paid', 'payment', '=reference'),
    boundary('Edge', 'Paid', after('P1D')),
    caught('Late', after('P1D')),
    endEvent('End'),
    'Start -> First -> Paid -> End',
    'First -> Late -> End',
    'Edge -> End',
  )
  expect(await refused(edged)).toEqual(['bpmn/event-based-gateway Flow_First_Paid'])
  const mixed = race(caught('Seen', message('seen', '=reference')), receive('Paid', 'payment', '=reference'))
  expect(await refused(mixed)).toEqual(['bpmn/message-or-receive Paid'])
  const each = receive('Each', 'payment', '=reference', { loop: { over: '=list' } })
  expect(await refused(race(caught('Late', after('P1D')), each))).toEqual(['bpmn/event-based-gateway Flow_First_Each'])
  const mapped = caught('Paid', message('payment', '=reference'), { inputs: { a: '=1' } })
  expect(await refused(race(caught('Late', after('P1D')), mapped))).toEqual(['bpmn/mappings Paid'])
})
