import { describe, expect, test } from 'vitest'
import { checkPackage } from '../../engine/core/package/package.ts'
import { endEvent, formal, line, process, startEvent, tag, type ProcessDrawing, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { call, message, script, service, start, sub, user } from './steps.ts'

const idOf = (name: string): string => name.replaceAll(' ', '_')

const object = (name: string): string =>
  tag('bpmn:dataObject', { id: `Object_${idOf(name)}` }) +
  tag('bpmn:dataObjectReference', { id: `Data_${idOf(name)}`, name, dataObjectRef: `Object_${idOf(name)}` })
const store = '<bpmn:dataStoreReference id="Store_1" name="Register" />'

const withData = (drawing: ProcessDrawing, ...data: readonly string[]): ProcessDrawing => ({
  ...drawing,
  data: data.join(''),
})

/** Data inputs and outputs of a step by their names. */
function specification(inputs: readonly string[], outputs: readonly string[] = []): string {
  const set = (kind: 'Input' | 'Output', names: readonly string[]) =>
    tag(
      `bpmn:${kind.toLowerCase()}Set`,
      {},
      names.map((name) => `<bpmn:data${kind}Refs>${kind}_${name}</bpmn:data${kind}Refs>`).join(''),
    )
  const list = (kind: 'Input' | 'Output', names: readonly string[]) =>
    names.map((name) => tag(`bpmn:data${kind}`, { id: `${kind}_${name}`, name })).join('')
  return tag(
    'bpmn:ioSpecification',
    {},
    list('Input', inputs) + list('Output', outputs) + set('Input', inputs) + set('Output', outputs),
  )
}

interface Arrow {
  readonly from?: string
  readonly to?: string
  readonly by?: string
  readonly assign?: readonly (readonly [from: string, to: string])[]
}
const arrow =
  (kind: 'Input' | 'Output') =>
  ({ from, to, by, assign = [] }: Arrow): string =>
    tag(
      `bpmn:data${kind}Association`,
      {},
      (from === undefined ? '' : `<bpmn:sourceRef>${from}</bpmn:sourceRef>`) +
        (to === undefined ? '' : `<bpmn:targetRef>${to}</bpmn:targetRef>`) +
        (by === undefined ? '' : formal('transformation', by)) +
        assign.map(([one, other]) => tag('bpmn:assignment', {}, formal('from', one) + formal('to', other))).join(''),
    )
const input = arrow('Input')
const output = arrow('Output')

/** Stands before the loop, where BPMN's schema has it. */
const knows = (step: Step, ...parts: readonly string[]): Step => ({
  ...step,
  inner: parts.join('') + (step.inner ?? ''),
})

describe('a data object', () => {
  test(
    'is the variable of its name: what an arrow brings is an input of the step, what one takes is its output',
    inOffice(async (office) => {
      const ask = knows(
        service('Ask'),
        specification(['amount'], ['decision']),
        input({ from: 'Data_fee', to: 'Input_amount' }),
        output({ from: 'Output_decision', to: 'Data_verdict' }),
      )
      const it = await office.run(withData(line(ask), object('fee'), object('verdict')), { fee: 5, other: 1 })
      expect((await it.work('Ask')).variables).toEqual({ amount: 5 })
      await it.job('Ask', { decision: 'granted', noise: true })
      expect(it.variables).toEqual({ fee: 5, other: 1, verdict: 'granted' })
    }),
  )

  test(
    'may be transformed on the way, or assigned in parts',
    inOffice(async (office) => {
      const ask = knows(
        service('Ask'),
        specification(['amount', 'who']),
        input({ from: 'Data_fee', to: 'Input_amount', by: '=fee * 2' }),
        input({
          to: 'Input_who',
          assign: [
            ['=name', 'who.name'],
            ['="M"', 'who.kind'],
          ],
        }),
        output({ to: 'Data_verdict', by: '=upper case(answer)' }),
      )
      const it = await office.run(withData(line(ask), object('fee'), object('verdict')), { fee: 5, name: 'rana' })
      expect((await it.work('Ask')).variables).toEqual({ amount: 10, who: { name: 'rana', kind: 'M' } })
      await it.job('Ask', { answer: 'yes' })
      expect(it.variables).toMatchObject({ verdict: 'YES' })
    }),
  )

  test(
    'comes before the mappings of zeebe, which see it',
    inOffice(async (office) => {
      const ask = knows(
        service('Ask', { inputs: { total: '=amount + 1' }, outputs: { kept: '=verdict' } }),
        specification(['amount']),
        input({ from: 'Data_fee', to: 'Input_amount' }),
        output({ to: 'Data_verdict', by: '=answer' }),
      )
      const it = await office.run(withData(line(ask), object('fee'), object('verdict')), { fee: 5 })
      expect((await it.work('Ask')).variables).toEqual({ amount: 5, total: 6 })
      await it.job('Ask', { answer: 'yes' })
      expect(it.variables).toEqual({ fee: 5, verdict: 'yes', kept: 'yes' })
    }),
  )

  test(
    'joined to a step as a whole is for readers: the step runs as without it, also where nothing is there yet',
    inOffice(async (office) => {
      const drawn = knows(
        user('Hear'),
        '<bpmn:property id="Property_1" name="__targetRef_placeholder" />',
        input({ from: 'Data_file', to: 'Property_1' }),
        output({ to: 'Data_file' }),
      )
      const it = await office.run(withData(line(drawn), object('file')))
      await it.task('Hear', { file: 'x' })
      expect(it.variables).toEqual({ file: 'x' })
    }),
  )

  test(
    'that is not there is an incident at the step that asks for it, mended by the variable',
    inOffice(async (office) => {
      const ask = knows(service('Ask'), specification(['amount']), input({ from: 'Data_fee', to: 'Input_amount' }))
      const it = await office.run(withData(line(ask), object('fee')))
      expect(it.trouble).toEqual(['expression Ask'])
      await it.mend('Ask', { fee: 5 })
      expect((await it.work('Ask')).variables).toEqual({ amount: 5 })
    }),
  )

  test(
    'is filled by the message that begins the process',
    inOffice(async (office) => {
      const told = knows(start('Told', message('judgment')), output({ to: 'Data_case', by: '=judgment.number' }))
      const asked = withData(
        process('Process_1', startEvent('Asked'), told, user('Hear'), 'Asked -> Hear', 'Told -> Hear'),
        object('case'),
      )
      await office.deploy(pack([asked]))
      await office.message('judgment', { variables: { judgment: { number: 7 } } })
      expect((await office.all())[0]?.variables).toEqual({ case: 7 })
    }),
  )
})

describe('properties', () => {
  const property = (name: string, otherwise?: string): string =>
    tag(
      'bpmn:property',
      { id: `Property_${idOf(name)}`, name },
      otherwise === undefined
        ? ''
        : tag(
            'bpmn:extensionElements',
            {},
            tag('zeebe:properties', {}, tag('zeebe:property', { name: 'masar:default', value: otherwise })),
          ),
    )

  test(
    'of a process begin with their default, or empty, unless the applicant gives them',
    inOffice(async (office) => {
      const drawing = withData(
        line(user('Hear')),
        property('rounds', '=0'),
        property('kind', 'plain'),
        property('note'),
      )
      const it = await office.run(drawing)
      expect(it.variables).toEqual({ rounds: 0, kind: 'plain', note: null })
      expect((await office.start({ rounds: 3 })).variables).toEqual({ rounds: 3, kind: 'plain', note: null })
    }),
  )

  test(
    'of an activity live as long as it does, anew for each instance and each round',
    inOffice(async (office) => {
      const count = sub(
        'Part',
        { loop: { over: '=[1, 2]', sequential: true } },
        script('Add', '=n + 1', 'n'),
        user('Hear'),
      )
      const part: Step = knows(count, property('n', '=10'))
      const it = await office.run(line(part), { n: 1 })
      expect(it.inside('Part', 2)).toMatchObject({ n: 11 })
      await it.task('Hear')
      expect(it.inside('Part', 3)).toMatchObject({ n: 11 })
      await it.task('Hear')
      expect(it.variables).toEqual({ n: 1 })
    }),
  )

  test(
    'of a called process begin with what the call gives',
    inOffice(async (office) => {
      const called = withData(
        process('Process_2', startEvent('In'), user('Elsewhere'), 'In -> Elsewhere'),
        property('a', '=1'),
        property('b', '=2'),
      )
      const main = line(call('Call', 'Process_2', { parent: false, inputs: { a: '=5' } }))
      const it = await office.run(pack([main, called]))
      expect(it.inside('Process_2')).toEqual({ a: 5, b: 2 })
    }),
  )

  test('are called like variables and begin with a constant', async () => {
    expect(await refused(withData(line(), property('two words')))).toEqual(['bpmn/data Property_two_words'])
    expect(await refused(withData(line(), property('n', '=m + 1')))).toEqual(['bpmn/data Property_n'])
    expect(await refused(withData(line(), property('n', '=1 +')))).toEqual(['bpmn/data Property_n'])
    expect(await refused(withData(line(), property('n', '=1 + "a"')))).toEqual(['bpmn/data Property_n'])
  })
})

describe('a multi-instance activity in the words of BPMN', () => {
  const loop = (inner: string): string => tag('bpmn:multiInstanceLoopCharacteristics', {}, inner)

  test(
    'goes through what fills its data input and collects into what its data output fills',
    inOffice(async (office) => {
      const each = loop(
        '<bpmn:loopDataInputRef>Input_list</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>Output_all</bpmn:loopDataOutputRef>' +
          tag('bpmn:inputDataItem', { id: 'Item_in', name: 'founder' }) +
          tag('bpmn:outputDataItem', { id: 'Item_out', name: 'opinion' }),
      )
      const ask = knows(
        { ...user('Ask'), inner: each },
        specification(['list'], ['all']),
        input({ from: 'Data_founders', to: 'Input_list' }),
        output({ from: 'Output_all', to: 'Data_opinions' }),
      )
      const drawing = withData(line(ask), object('founders'), object('opinions'))
      const it = await office.run(drawing, { founders: ['rana', 'omar'] })
      expect(it.inside('Ask', 2)).toEqual({ founder: 'rana', loopCounter: 1, opinion: null })
      await it.task('Ask', { opinion: 'yes' })
      await it.task('Ask', { opinion: 'no' })
      expect(it.variables).toEqual({ founders: ['rana', 'omar'], opinions: ['yes', 'no'] })
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'may name the data object itself',
    inOffice(async (office) => {
      const each = loop(
        '<bpmn:loopDataInputRef>Data_founders</bpmn:loopDataInputRef>' +
          tag('bpmn:inputDataItem', { id: 'Item_in', name: 'founder' }),
      )
      const it = await office.run(withData(line({ ...user('Ask'), inner: each }), object('founders')), {
        founders: ['a'],
      })
      expect(it.inside('Ask', 2)).toEqual({ founder: 'a', loopCounter: 1 })
    }),
  )

  test('does not mix them with those of zeebe, and needs both halves of an output', async () => {
    const reference = '<bpmn:loopDataInputRef>Data_founders</bpmn:loopDataInputRef>'
    const zeebe = '<bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=a" /></bpmn:extensionElements>'
    const drawn = (inner: string) => withData(line({ ...user('Ask'), inner: loop(inner) }), object('founders'))
    expect(await refused(drawn(zeebe + reference))).toEqual(['bpmn/loops Ask'])
    const half = reference + tag('bpmn:outputDataItem', { id: 'Item_out', name: 'opinion' })
    expect(await refused(drawn(half))).toEqual(['bpmn/loops Ask'])
    const unnamed = reference + tag('bpmn:inputDataItem', { id: 'Item_in', name: 'the founder' })
    expect(await refused(drawn(unnamed))).toEqual(['bpmn/loops Ask'])
  })
})

test('data goes between names that are variables, and its expressions can be read', async () => {
  const asking = (...parts: readonly string[]) =>
    withData(line(knows(service('Ask'), specification(['amount']), ...parts)), object('the fee'), object('fee'))
  expect(await refused(asking(input({ from: 'Data_the_fee', to: 'Input_amount' })))).toEqual(['bpmn/data Ask'])
  expect(await refused(asking(output({ to: 'Data_the_fee', by: '=1' })))).toEqual(['bpmn/data Ask'])
  expect(await refused(asking(input({ to: 'Input_amount', by: '=1 +' })))).toEqual(['bpmn/feel Ask'])
  expect(await refused(asking(input({ to: 'Input_amount', by: 'fee' })))).toEqual(['bpmn/feel Ask'])
  expect(await refused(asking(input({ to: 'Input_amount', assign: [['=1', 'a b']] })))).toEqual(['bpmn/data Ask'])
})

test('a data store is for readers: an arrow to one is warned of, a copy is refused', async () => {
  const drawing = (...parts: readonly string[]) =>
    withData(line(knows(service('Ask'), specification([], ['found']), ...parts)), store)
  const shown = pack([drawing(output({ to: 'Store_1' }))])
  const checked = await checkPackage(shown, { package: () => Promise.resolve(undefined) })
  expect(checked.ok && checked.package.warnings.map(({ rule, place }) => `${rule} ${place ?? ''}`)).toEqual([
    'bpmn/data Ask',
  ])
  expect(await refused(drawing(output({ from: 'Output_found', to: 'Store_1' })))).toEqual(['bpmn/data Ask'])
})

test(
  'a data store beside a step changes nothing in how it runs',
  inOffice(async (office) => {
    const ask = knows(user('Ask'), output({ to: 'Store_1' }))
    const it = await office.run(
      withData(process('Process_1', startEvent('Start'), ask, endEvent('End'), 'Start -> Ask -> End'), store),
    )
    await it.task('Ask')
    expect(it.status).toBe('completed')
  }),
)
