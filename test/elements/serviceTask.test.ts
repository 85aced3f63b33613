import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import {
  boundary,
  error,
  ruleByWorker,
  scriptByWorker,
  sendByWorker,
  service,
  throwingByWorker,
  user,
  type Panel,
} from './steps.ts'
import type { Step } from './draw.ts'

/** Everything a worker may do in a drawing, by what it is called there. */
const WORKERS: readonly (readonly [name: string, make: (panel: Panel) => Step])[] = [
  ['service task', (panel) => service('Ask', panel)],
  ['send task', (panel) => sendByWorker('Ask', panel)],
  ['script task with a worker', (panel) => scriptByWorker('Ask', panel)],
  ['business rule task with a worker', (panel) => ruleByWorker('Ask', panel)],
  ['message throw event with a worker', (panel) => throwingByWorker('throw', 'Ask', panel)],
]

test.for(WORKERS)(
  'a %s hands a job over and goes on with what comes back',
  inOffice(async (office, [, make]) => {
    const it = await office.run(line(make({ headers: { method: 'GET' } })), { id: 7 })
    expect(it.waits).toEqual(['job Ask'])
    expect(await it.work('Ask')).toMatchObject({ type: 'Ask', headers: { method: 'GET' }, retries: 3 })
    expect((await it.work('Ask')).variables).toMatchObject({ id: 7 })
    await it.job('Ask', { found: true })
    expect(it.path).toEqual(['Start', 'Ask', 'End'])
    expect(it.variables).toEqual({ id: 7, found: true })
    expect(it.status).toBe('completed')
  }),
)

test(
  'a message end event with a worker ends when the worker has sent it',
  inOffice(async (office) => {
    const drawing = process('Process_1', startEvent('Start'), throwingByWorker('end', 'Tell'), 'Start -> Tell')
    const it = await office.run(drawing)
    expect(it.waits).toEqual(['job Tell'])
    await it.job('Tell', { sent: true })
    expect(it.status).toBe('completed')
    expect(it.variables).toEqual({ sent: true })
  }),
)

test(
  'type and retries may be FEEL over the variables',
  inOffice(async (office) => {
    const task = service('Ask', { type: '="bus-" + registry', retries: '=tries' })
    const it = await office.run(line(task), { registry: 'civil', tries: 5 })
    expect(await it.work('Ask')).toMatchObject({ type: 'bus-civil', retries: 5 })
  }),
)

test(
  'a worker sees the mapped inputs and nothing else where there are some',
  inOffice(async (office) => {
    const task = service('Ask', { inputs: { person: '=applicant.id' } })
    const it = await office.run(line(task), { applicant: { id: 9 }, secret: 'no' })
    expect((await it.work('Ask')).variables).toEqual({ person: 9 })
  }),
)

test(
  'a type that is no text is an incident, mended by the variable',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask', { type: '=registry' })), { registry: 5 })
    const { message, cause } = await it.incident('Ask')
    expect(cause).toBe('expression')
    expect(message).toMatch(/the job type at Ask to be a text.*, but "registry" is 5/)
    await it.mend('Ask', { registry: 'civil' })
    expect(it.waits).toEqual(['job Ask'])
  }),
)

test.for([['=0'], ['=-1'], ['=1.5'], ['="many"'], ['=null']] as const)(
  'a number of attempts of %s is an incident',
  inOffice(async (office, [retries]) => {
    const it = await office.run(line(service('Ask', { retries })))
    const { message } = await it.incident('Ask')
    expect(message).toContain('the number of attempts at Ask')
    expect(it.waits).toEqual([])
  }),
)

test(
  'failed attempts count down; the last one is an incident with the reason, and an operator gives new ones',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask', { retries: '2' })))
    await it.fail('Ask', 'the bus is down')
    expect(it.trouble).toEqual([])
    expect(await it.work('Ask')).toMatchObject({ retries: 1, failures: 1 })
    await it.fail('Ask', 'the bus is down still')
    const incident = await it.incident('Ask')
    expect(incident).toMatchObject({ cause: 'job' })
    expect(incident.message).toContain('the bus is down still')
    await expect(it.job('Ask')).rejects.toThrow('to be free for a worker')
    await it.mend('Ask', {}, 3)
    expect(await it.work('Ask')).toMatchObject({ retries: 3 })
    await it.job('Ask')
    expect(it.status).toBe('completed')
  }),
)

test(
  'an error of the worker is caught on the edge by its code, else by the edge for every code',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      service('Ask'),
      boundary('Unknown', 'Ask', error('NOT_FOUND')),
      boundary('Any', 'Ask', error()),
      user('Correct'),
      user('Look'),
      endEvent('End'),
      'Start -> Ask -> End',
      'Unknown -> Correct',
      'Any -> Look',
    )
    const it = await office.run(drawing)
    await it.error('Ask', 'NOT_FOUND', { hint: 'year of birth' })
    expect(it.waits).toEqual(['task Correct'])
    expect(it.variables).toEqual({ hint: 'year of birth' })
    expect(it.terminated).toEqual(['Ask'])
    const other = await office.start()
    await other.error('Ask', 'TEAPOT')
    expect(other.waits).toEqual(['task Look'])
  }),
)

test(
  'an error nobody catches is an incident; the job can be tried again',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask')))
    await it.error('Ask', 'NOT_FOUND')
    const incident = await it.incident('Ask')
    expect(incident).toMatchObject({ cause: 'error' })
    expect(incident.message).toContain('"NOT_FOUND"')
    await it.mend('Ask')
    await it.job('Ask', { found: 1 })
    expect(it.status).toBe('completed')
  }),
)

test(
  'a job of an application called off is nobody’s any more',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask')))
    await it.cancel()
    expect(it.status).toBe('terminated')
    expect(it.terminated).toEqual(['Ask'])
  }),
)

test('a service task without a type, with strange retries or headers twice is refused', async () => {
  expect(await refused(line({ id: 'Ask', tag: 'serviceTask' }))).toEqual(['bpmn/jobs Ask'])
  expect(await refused(line(service('Ask', { retries: '0' })))).toEqual(['bpmn/jobs Ask'])
  expect(await refused(line(service('Ask', { retries: 'three' })))).toEqual(['bpmn/jobs Ask'])
  const twice =
    '<zeebe:taskDefinition type="a" /><zeebe:taskHeaders><zeebe:header key="k" value="1" /><zeebe:header key="k" value="2" /></zeebe:taskHeaders>'
  expect(await refused(line({ ...service('Ask'), extensions: twice }))).toEqual(['bpmn/jobs Ask'])
  const listened =
    '<zeebe:taskDefinition type="a" /><zeebe:executionListeners><zeebe:executionListener eventType="start" type="x" /></zeebe:executionListeners>'
  expect(await refused(line({ ...service('Ask'), extensions: listened }))).toEqual(['bpmn/unsupported-extension Ask'])
  expect(
    await refused(
      line({
        ...service('Ask'),
        attributes: ' camunda:class="Evil" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
      }),
    ),
  ).toEqual(['bpmn/foreign-engine Ask'])
  expect(await refused(line({ ...service('Ask'), attributes: ' completionQuantity="2"' }))).toContain(
    'bpmn/unsupported-attribute Ask',
  )
})
