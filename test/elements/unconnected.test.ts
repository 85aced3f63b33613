import { expect, test } from 'vitest'
import { endEvent, process, startEvent, type Step } from './draw.ts'
import { refused } from './refused.ts'
import {
  adHoc,
  after,
  allNeeded,
  beside,
  boundary,
  call,
  cancel,
  caught,
  compensation,
  complex,
  condition,
  end,
  error,
  escalation,
  eventBased,
  eventSub,
  exclusive,
  inclusive,
  instantiating,
  link,
  manual,
  message,
  parallel,
  publishing,
  receive,
  rule,
  script,
  sendByWorker,
  service,
  several,
  signal,
  start,
  sub,
  terminate,
  thrown,
  undefinedTask,
  user,
  type Loop,
  type Trigger,
} from './steps.ts'

const each = (sequential: boolean): Loop => ({ over: '=list', sequential })
const both = several(message('one', '=key'), signal('two'))

const ON_THE_WAY: readonly (readonly [says: string, step: Step])[] = [
  ['task', undefinedTask('X')],
  ['user task', user('X')],
  ['manual task', manual('X')],
  ['service task', service('X')],
  ['send task', sendByWorker('X')],
  ['receive task', receive('X', 'news', '=key')],
  ['script task', script('X', '=1', 'one')],
  ['business rule task', rule('X', 'fee', 'fee')],
  ['call activity', call('X', 'Process_1')],
  ['subprocess', sub('X', {}, startEvent('In'), endEvent('Out'), 'In -> Out')],
  ['step done for each item in parallel', user('X', { loop: each(false) })],
  ['step done for each item in sequence', user('X', { loop: each(true) })],
  ['step done as long as a condition holds', user('X', { loop: { again: '=more' } })],
  ['ad-hoc subprocess', adHoc('X', {}, user('Call'))],
  ['sequential ad-hoc subprocess', adHoc('X', { ordering: 'Sequential' }, user('Call'))],
  ['user task with a property', { ...user('X'), inner: '<bpmn:property id="P" name="p" />' }],
  ['exclusive gateway', exclusive('X')],
  ['parallel gateway', parallel('X')],
  ['inclusive gateway', inclusive('X')],
  ['complex gateway', complex('X')],
  ['event-based gateway', eventBased('X')],
  ['message catch event', caught('X', message('news', '=key'))],
  ['timer catch event', caught('X', after('PT1H'))],
  ['signal catch event', caught('X', signal('alarm'))],
  ['conditional catch event', caught('X', condition('=ready'))],
  ['multiple catch event', caught('X', both)],
  ['parallel multiple catch event', allNeeded(caught('X', both))],
  ['milestone', thrown('X')],
  ['message throw event', publishing('throw', 'X', 'news', { key: '=key' })],
  ['signal throw event', thrown('X', signal('alarm'))],
  ['escalation throw event', thrown('X', escalation('E'))],
  ['compensation throw event', thrown('X', compensation())],
  ['multiple throw event', thrown('X', several(signal('one'), signal('two')))],
  ['link throw event', thrown('X', link('L'))],
  ['end event', endEvent('X')],
  ['message end event', publishing('end', 'X', 'news', { key: '=key' })],
  ['signal end event', end('X', signal('alarm'))],
  ['escalation end event', end('X', escalation('E'))],
  ['error end event', end('X', error('E'))],
  ['compensation end event', end('X', compensation())],
  ['terminate end event', end('X', terminate)],
  ['multiple end event', end('X', several(signal('one'), signal('two')))],
  ['cancel end event', end('X', cancel)],
]

test.each(ON_THE_WAY)('a %s that no flow leads to is refused', async (_, step) => {
  const drawing = process('Process_1', startEvent('Start'), user('Step'), endEvent('End'), step, 'Start -> Step -> End')
  expect(await refused(drawing)).toContain('bpmn/connections X')
})

const STARTS: readonly (readonly [says: string, trigger: Trigger | undefined])[] = [
  ['none', undefined],
  ['message', message('news')],
  ['timer', after('PT1H')],
  ['signal', signal('alarm')],
  ['conditional', condition('=ready')],
  ['multiple', several(signal('one'), signal('two'))],
]

test.each(STARTS)('a %s start event that leads nowhere is refused', async (_, trigger) => {
  const drawing = process('Process_1', startEvent('Start'), start('X', trigger), endEvent('End'), 'Start -> End')
  expect(await refused(drawing)).toContain('bpmn/connections X')
})

test('a parallel multiple start event that leads nowhere is refused', async () => {
  const all = allNeeded(start('X', several(message('one'), message('two'))))
  expect(await refused(process('Process_1', startEvent('Start'), all, endEvent('End'), 'Start -> End'))).toContain(
    'bpmn/connections X',
  )
})

const EDGES: readonly (readonly [says: string, trigger: Trigger])[] = [
  ['message', message('news', '=key')],
  ['timer', after('PT1H')],
  ['signal', signal('alarm')],
  ['conditional', condition('=ready')],
  ['escalation', escalation('E')],
  ['multiple', both],
]
const INTERRUPTING: typeof EDGES = [...EDGES, ['error', error('E')]]

const edged = (edge: Step) =>
  process('Process_1', startEvent('Start'), user('Step'), edge, endEvent('End'), 'Start -> Step -> End')

test.each(INTERRUPTING)('a %s boundary event that leads nowhere is refused', async (_, trigger) => {
  expect(await refused(edged(boundary('X', 'Step', trigger)))).toContain('bpmn/connections X')
})

test.each(EDGES)('a %s boundary event that leads nowhere and leaves its host going is refused', async (_, trigger) => {
  expect(await refused(edged(beside(boundary('X', 'Step', trigger))))).toContain('bpmn/connections X')
})

test('a parallel multiple boundary event that leads nowhere is refused, interrupting or not', async () => {
  const edge = allNeeded(boundary('X', 'Step', both))
  expect(await refused(edged(edge))).toContain('bpmn/connections X')
  expect(await refused(edged(beside(edge)))).toContain('bpmn/connections X')
})

test('a cancel boundary event that leads nowhere is refused', async () => {
  expect(await refused(edged(boundary('X', 'Step', cancel)))).toContain('bpmn/connections X')
})

test('a compensation boundary event that flows lead out of is refused', async () => {
  const drawing = process(
    'Process_1',
    startEvent('Start'),
    user('Step'),
    boundary('X', 'Step', compensation()),
    endEvent('End'),
    'Start -> Step -> End',
    'X -> End',
  )
  expect(await refused(drawing)).toContain('bpmn/connections X')
})

const listening = (begin: Step) =>
  process('Process_1', startEvent('Start'), endEvent('End'), eventSub('On', begin, user('React')), 'Start -> End')

test.each(INTERRUPTING)('a %s start of an event subprocess that leads nowhere is refused', async (_, trigger) => {
  expect(await refused(listening(start('X', trigger)))).toContain('bpmn/connections X')
})

test.each(EDGES)('and so is one that leaves its scope going: %s', async (_, trigger) => {
  expect(await refused(listening(beside(start('X', trigger))))).toContain('bpmn/connections X')
})

test('a parallel multiple or compensation start of an event subprocess that leads nowhere is refused', async () => {
  const all = allNeeded(start('X', both))
  expect(await refused(listening(all))).toContain('bpmn/connections X')
  expect(await refused(listening(beside(all)))).toContain('bpmn/connections X')
  expect(await refused(listening(start('X', compensation())))).toContain('bpmn/connections X')
})

test('an event subprocess that flows lead to is refused', async () => {
  const on = eventSub('On', start('Told', signal('alarm')), user('React'), 'Told -> React')
  const drawing = process('Process_1', startEvent('Start'), endEvent('End'), on, 'Start -> On', 'On -> End')
  expect(await refused(drawing)).toContain('bpmn/connections On')
})

test.each([undefined, 'Parallel'] as const)(
  'a gateway that begins the process by what happens first, and to which flows lead, is refused',
  async (type) => {
    const first = instantiating(eventBased('X'), type)
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      first,
      caught('One', message('one')),
      caught('Two', message('two')),
      endEvent('End'),
      'Start -> X -> One -> End',
      'X -> Two -> End',
    )
    expect(await refused(drawing)).toContain('bpmn/connections X')
  },
)
