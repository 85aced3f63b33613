import { expect, test } from 'vitest'
import { line } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import { manual, script, service, user } from './steps.ts'

test(
  'inputs are written in order and later ones see earlier ones (variables: input mappings)',
  inOffice(async (office) => {
    const task = service('Ask', { inputs: { a: '=n + 1', b: '=a * 2', n: '=a + b' } })
    const it = await office.run(line(task), { n: 1 })
    expect((await it.work('Ask')).variables).toEqual({ a: 2, b: 4, n: 6 })
    expect(it.variables).toEqual({ n: 1 })
  }),
)

test(
  'paths build contexts, also several into one',
  inOffice(async (office) => {
    const task = service('Ask', {
      inputs: { 'person.name.first': '=name', 'person.id': '=5', 'person.name.last': '="H"' },
    })
    const it = await office.run(line(task), { name: 'Rana', person: { old: true } })
    expect((await it.work('Ask')).variables).toEqual({ person: { name: { first: 'Rana', last: 'H' }, id: 5 } })
    expect(it.variables).toEqual({ name: 'Rana', person: { old: true } })
  }),
)

test(
  'an output path goes into the context that is there and keeps its other parts',
  inOffice(async (office) => {
    const task = user('Review', { outputs: { 'case.review.by': '=by', 'case.review.at': '="today"' } })
    const it = await office.run(line(task), { case: { no: 7, review: { round: 1 } } })
    await it.task('Review', { by: 'rana', noise: 'x' })
    expect(it.variables).toEqual({ case: { no: 7, review: { round: 1, by: 'rana', at: 'today' } } })
  }),
)

test(
  'outputs are written in order, later ones see earlier ones, and only they leave the step',
  inOffice(async (office) => {
    const task = service('Ask', { inputs: { local: '=1' }, outputs: { a: '=answer', b: '=a + local' } })
    const it = await office.run(line(task))
    await it.job('Ask', { answer: 5, more: 6 })
    expect(it.variables).toEqual({ a: 5, b: 6 })
  }),
)

test(
  'without output mappings an answer changes the step’s own variable of that name and does not leave it',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask', { inputs: { n: '=n' } })), { n: 1 })
    await it.job('Ask', { n: 2, m: 3 })
    expect(it.variables).toEqual({ n: 1, m: 3 })
  }),
)

test(
  'plain text is a text, an expression that gives null is null, and text with a path stands as it is',
  inOffice(async (office) => {
    const task = service('Ask', { inputs: { word: 'amount', nothing: '=null', path: 'PS/GOV/MOI', spaced: ' a b ' } })
    const it = await office.run(line(task), { amount: 5 })
    expect((await it.work('Ask')).variables).toEqual({
      word: 'amount',
      nothing: null,
      path: 'PS/GOV/MOI',
      spaced: ' a b ',
    })
  }),
)

test(
  'an output of an unknown name is an incident, and the answers are kept until it is mended',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review', { outputs: { verdict: '=decision.verdict' } })))
    await it.task('Review', { note: 'kept' })
    const incident = await it.incident('Review')
    expect(incident).toMatchObject({ cause: 'expression', element: 'Review' })
    expect(incident.message).toContain('the output verdict at Review')
    expect(incident.message).toContain('"decision.verdict"')
    expect(it.inside('Review')).toEqual({ note: 'kept' })
    await it.mend('Review', { decision: { verdict: 'yes' } })
    expect(it.variables).toEqual({ decision: { verdict: 'yes' }, verdict: 'yes' })
  }),
)

test(
  'an input that fails opens nothing: no task, no job, no message',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask', { inputs: { person: '=applicant.id' } })))
    expect(it.waits).toEqual([])
    expect((await it.incident('Ask')).message).toContain('the input person at Ask')
    await it.mend('Ask', { applicant: { id: 3 } })
    expect((await it.work('Ask')).variables).toEqual({ person: 3 })
  }),
)

test(
  'headers are handed over as text, none where none is written',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask', { headers: { method: 'GET', retries: '5' } })))
    expect((await it.work('Ask')).headers).toEqual({ method: 'GET', retries: '5' })
    await it.cancel()
  }),
)

test(
  'a manual task maps too',
  inOffice(async (office) => {
    const task = {
      ...manual('Stamp'),
      extensions: '<zeebe:properties><zeebe:property name="note" value="by hand" /></zeebe:properties>',
    }
    const it = await office.run(line(task, script('After', '=1', 'x')))
    expect(it.status).toBe('completed')
  }),
)

test('an empty source, a name that is none, and a target twice are refused', async () => {
  expect(await refused(line(service('Ask', { inputs: { a: '' } })))).toEqual(['bpmn/mappings Ask'])
  expect(await refused(line(service('Ask', { inputs: { 'my name': '=1' } })))).toEqual(['bpmn/mappings Ask'])
  expect(await refused(line(service('Ask', { outputs: { 'a..b': '=1' } })))).toEqual(['bpmn/mappings Ask'])
  expect(await refused(line(service('Ask', { inputs: { a: '=1 +' } })))).toEqual(['bpmn/feel Ask'])
  const twice =
    '<zeebe:taskDefinition type="a" /><zeebe:ioMapping><zeebe:input source="=1" target="a" /><zeebe:input source="=2" target="a" /></zeebe:ioMapping>'
  expect(await refused(line({ ...service('Ask'), extensions: twice }))).toEqual(['bpmn/mappings Ask'])
  const misplaced = '<zeebe:ioMapping><zeebe:input source="=1" target="a" /></zeebe:ioMapping>'
  expect(await refused(line({ ...manual('Stamp'), extensions: misplaced }))).toEqual([
    'bpmn/unsupported-extension Stamp',
  ])
})
