import { expect, test } from 'vitest'
import { endEvent, line, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import { script, sub } from './steps.ts'

test(
  'a script task computes FEEL into its result variable',
  inOffice(async (office) => {
    const it = await office.run(line(script('Fee', '=amount * 2 + 1', 'fee')), { amount: 20 })
    expect(it.path).toEqual(['Start', 'Fee', 'End'])
    expect(it.variables).toEqual({ amount: 20, fee: 41 })
  }),
)

test(
  'its output mapping keeps the result to itself and gives what it says',
  inOffice(async (office) => {
    const fee = script('Fee', '={net: 20, tax: 4}', 'result', { outputs: { 'bill.total': '=result.net + result.tax' } })
    const it = await office.run(line(fee), { bill: { no: 1 } })
    expect(it.variables).toEqual({ bill: { no: 1, total: 24 } })
  }),
)

test(
  'a script that fails is an incident with its expression and the reason, and leaves nothing behind',
  inOffice(async (office) => {
    const it = await office.run(line(script('Fee', '=amount * 2', 'fee')), { amount: 'twenty' })
    const incident = await it.incident('Fee')
    expect(incident).toMatchObject({ cause: 'expression' })
    expect(incident.message).toContain('"amount * 2"')
    expect(it.variables).toEqual({ amount: 'twenty' })
    await it.mend('Fee', { amount: 20 })
    expect(it.variables).toEqual({ amount: 20, fee: 40 })
    expect(it.status).toBe('completed')
  }),
)

test(
  'now and today are the moment and the day of the command, in the agency’s time zone',
  inOffice(async (office) => {
    office.clock.set(Date.parse('2026-11-23T23:30:00Z'))
    const it = await office.run(line(script('Day', '=string(today())', 'day')))
    expect(it.variables).toEqual({ day: '2026-11-24' })
  }),
)

test(
  'its result goes to the nearest scope that has the variable, else to the process (variables: propagation)',
  inOffice(async (office) => {
    const inner = sub(
      'Part',
      { inputs: { own: '=0' } },
      startEvent('In'),
      script('A', '=own + 1', 'own'),
      script('B', '=own + 1', 'other'),
      endEvent('Out'),
      'In -> A -> B -> Out',
    )
    const it = await office.run(line(inner), { own: 100 })
    expect(it.variables).toEqual({ own: 100, other: 2 })
    expect(it.inside('Part')).toEqual({ own: 1 })
  }),
)

test('a script of another language, half a script, and one that does not parse are refused', async () => {
  expect(await refused(line(script('Fee', 'amount', 'fee')))).toEqual(['bpmn/feel Fee'])
  expect(await refused(line(script('Fee', '=amount +', 'fee')))).toEqual(['bpmn/feel Fee'])
  expect(await refused(line(script('Fee', '=1', 'the fee')))).toEqual(['bpmn/mappings Fee'])
  expect(
    await refused(line({ ...script('Fee', '=1', 'fee'), extensions: '<zeebe:script expression="=1" />' })),
  ).toEqual(['bpmn/scripts Fee'])
  const js = {
    id: 'Fee',
    tag: 'scriptTask',
    attributes: ' scriptFormat="javascript"',
    inner: '<bpmn:script>process.exit()</bpmn:script>',
  }
  expect(await refused(line(js))).toContain('bpmn/scripts Fee')
})
