import { expect, test } from 'vitest'
import { line, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { script, service, user, type Loop } from './steps.ts'

const founders: Loop = { over: '=founders', item: 'founder', output: ['opinions', '=opinion'] }
const names = { founders: ['rana', 'omar', 'lina'] }

test(
  'in parallel there is one for each item, and the output is in the order of the items, not of completion',
  inOffice(async (office) => {
    const it = await office.run(line(user('Ask', { loop: founders })), names)
    expect(it.waits).toEqual(['task Ask', 'task Ask', 'task Ask'])
    await it.task('Ask', { opinion: 'third' }, 3)
    await it.task('Ask', { opinion: 'first' }, 1)
    await it.task('Ask', { opinion: 'second' })
    expect(it.variables).toEqual({ ...names, opinions: ['first', 'second', 'third'] })
    expect(it.status).toBe('completed')
    // The body, and one inside it for each item (multi-instance: body and inner activity).
    expect(it.entered('Ask')).toBe(4)
  }),
)

test(
  'in sequence the next begins when the one before is done',
  inOffice(async (office) => {
    const it = await office.run(line(user('Ask', { loop: { ...founders, sequential: true } })), names)
    for (const opinion of ['a', 'b', 'c']) {
      expect(it.waits).toEqual(['task Ask'])
      await it.task('Ask', { opinion })
    }
    expect(it.variables).toEqual({ ...names, opinions: ['a', 'b', 'c'] })
  }),
)

test(
  'each sees its item and its number, and not those of the others',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask', { loop: founders })), names)
    expect((await it.work('Ask', 1)).variables).toMatchObject({ founder: 'rana', loopCounter: 1 })
    expect((await it.work('Ask', 3)).variables).toMatchObject({ founder: 'lina', loopCounter: 3 })
    await it.job('Ask', { opinion: 'x', founder: 'changed' }, 1)
    expect((await it.work('Ask', 1)).variables).toMatchObject({ founder: 'omar' })
    expect(it.variables).toEqual(names)
  }),
)

test(
  'the output element is each one’s own: a result never stands in another’s place',
  inOffice(async (office) => {
    const it = await office.run(line(user('Ask', { loop: founders })), { ...names, opinion: 'before' })
    await it.task('Ask', { opinion: 'rana says' }, 1)
    await it.task('Ask', {}, 1)
    await it.task('Ask', { opinion: 'lina says' }, 1)
    expect(it.variables).toEqual({ ...names, opinion: 'before', opinions: ['rana says', null, 'lina says'] })
  }),
)

test(
  'its collection is shown to the process only when all is done',
  inOffice(async (office) => {
    const it = await office.run(line(user('Ask', { loop: founders })), { ...names, opinions: ['old'] })
    await it.task('Ask', { opinion: 'a' })
    expect(it.variables).toMatchObject({ opinions: ['old'] })
  }),
)

test(
  'the output element may be any expression over what the item knows',
  inOffice(async (office) => {
    const loop: Loop = { over: '=[1, 2, 3]', item: 'n', output: ['squares', '={n: n, square: result * result}'] }
    const it = await office.run(line(script('Square', '=n', 'result', { loop })))
    expect(it.variables).toMatchObject({
      squares: [
        { n: 1, square: 1 },
        { n: 2, square: 4 },
        { n: 3, square: 9 },
      ],
    })
  }),
)

test.for([[false], [true]] as const)(
  'a result without a mapping goes to the process, the last one winning; an output mapping keeps it with its item (sequential %s)',
  inOffice(async (office, [sequential]) => {
    const loop: Loop = { over: '=[1, 2]', item: 'n', sequential, output: ['all', '=kept'] }
    const loose = await office.run(line(script('S', '=n', 'result', { loop: { ...loop, output: ['all', '=result'] } })))
    expect(loose.variables).toEqual({ all: [1, 2] })
    const mapped = line(script('S', '=n * 10', 'result', { loop, outputs: { kept: '=result + 1' } }))
    const it = await office.run(pack([mapped], { version: '1.1.0' }))
    expect(it.variables).toEqual({ all: [11, 21] })
  }),
)

test(
  'inputs are mapped for each item, after the item is known',
  inOffice(async (office) => {
    const it = await office.run(
      line(service('Ask', { loop: founders, inputs: { who: '=upper case(founder)' } })),
      names,
    )
    expect((await it.work('Ask', 2)).variables).toEqual({
      founder: 'omar',
      loopCounter: 2,
      who: 'OMAR',
      opinion: null,
    })
  }),
)

test.for([[false], [true]] as const)(
  'of an empty list nothing is done and the output is empty (sequential %s)',
  inOffice(async (office, [sequential]) => {
    const it = await office.run(line(user('Ask', { loop: { ...founders, sequential } })), { founders: [] })
    expect(it.variables).toEqual({ founders: [], opinions: [] })
    expect(it.status).toBe('completed')
    expect(it.path).toEqual(['Start', 'Ask', 'End'])
  }),
)

test.for([['=null'], ['="rana"'], ['={a: 1}'], ['=5']] as const)(
  'a collection of %s is an incident at the body, mended by the variable',
  inOffice(async (office, [value]) => {
    const it = await office.run(line(script('Set', value, 'founders'), user('Ask', { loop: founders })))
    const incident = await it.incident('Ask')
    expect(incident).toMatchObject({ cause: 'expression' })
    expect(incident.message).toContain('the collection at Ask to be a list, but "founders" is')
    await it.mend('Ask', { founders: ['a'] })
    expect(it.waits).toEqual(['task Ask'])
  }),
)

test(
  'a number says how often it is done where there is no list',
  inOffice(async (office) => {
    const loop: Loop = { times: '=members', output: ['votes', '=vote'] }
    const it = await office.run(line(user('Vote', { loop })), { members: 3 })
    expect(it.waits).toEqual(['task Vote', 'task Vote', 'task Vote'])
    for (const vote of ['yes', 'no', 'yes']) await it.task('Vote', { vote })
    expect(it.variables).toEqual({ members: 3, votes: ['yes', 'no', 'yes'] })
    const none = await office.start({ members: 0 })
    expect(none.variables).toEqual({ members: 0, votes: [] })
    expect(none.status).toBe('completed')
  }),
)

test(
  'a plain number is read as one, and in sequence the completion condition ends it early',
  inOffice(async (office) => {
    const loop: Loop = { times: '5', sequential: true, until: '=numberOfCompletedInstances = 2' }
    const it = await office.run(line(user('Vote', { loop })))
    await it.task('Vote')
    await it.task('Vote')
    expect(it.status).toBe('completed')
    expect(it.entered('Vote')).toBe(3)
  }),
)

test.for([['=-1'], ['=1.5'], ['="many"'], ['=null'], ['=[1]'], ['=5000']] as const)(
  'a number of rounds that is %s is an incident at the body, mended by the variable',
  inOffice(async (office, [value]) => {
    const it = await office.run(line(script('Set', value, 'n'), user('Vote', { loop: { times: '=n' } })))
    expect((await it.incident('Vote')).message).toContain('loop cardinality')
    await it.mend('Vote', { n: 1 })
    expect(it.waits).toEqual(['task Vote'])
  }),
)

test('a loop without a list or number, with both, or with half an output is refused', async () => {
  const withLoop = (inner: string): Step => ({ ...user('Ask'), inner })
  const listed = (attributes: string, more = '') =>
    withLoop(
      `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics ${attributes}/></bpmn:extensionElements>${more}</bpmn:multiInstanceLoopCharacteristics>`,
    )
  expect(await refused(line(withLoop('<bpmn:multiInstanceLoopCharacteristics />')))).toEqual(['bpmn/loops Ask'])
  expect(await refused(line(listed('inputCollection="=a" outputCollection="b" ')))).toEqual(['bpmn/loops Ask'])
  expect(await refused(line(listed('inputCollection="a" ')))).toEqual(['bpmn/feel Ask'])
  expect(await refused(line(listed('inputCollection="=a" inputElement="the item" ')))).toEqual(['bpmn/mappings Ask'])
  const both = listed('inputCollection="=a" ', '<bpmn:loopCardinality>5</bpmn:loopCardinality>')
  expect(await refused(line(both))).toEqual(['bpmn/loops Ask'])
  const counted = (times: string) => line(user('Ask', { loop: { times } }))
  expect(await refused(counted('many'))).toEqual(['bpmn/loops Ask'])
  expect(await refused(counted('=1 +'))).toEqual(['bpmn/feel Ask'])
  expect(await refused(line(user('Ask', { loop: { times: '3', item: 'one' } })))).toEqual(['bpmn/loops Ask'])
})
