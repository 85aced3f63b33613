import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import {
  after,
  beside,
  boundary,
  call,
  end,
  error,
  every,
  manual,
  message,
  publishing,
  receive,
  rule,
  script,
  service,
  sub,
  user,
  type Loop,
} from './steps.ts'

const founders: Loop = { over: '=founders', item: 'founder', output: ['opinions', '=opinion'] }
const names = { founders: ['rana', 'omar', 'lina'] }

test(
  'a completion condition ends the rest; what was not done stays null in the output',
  inOffice(async (office) => {
    const loop = { ...founders, until: '=opinion = "no"' }
    const it = await office.run(line(user('Ask', { loop })), names)
    await it.task('Ask', { opinion: 'yes' }, 2)
    await it.task('Ask', { opinion: 'no' }, 2)
    expect(it.variables).toEqual({ ...names, opinions: [null, 'yes', 'no'] })
    expect(it.terminated).toEqual(['Ask'])
    expect(it.status).toBe('completed')
  }),
)

test(
  'it knows how many there are, are done, and still run (multi-instance: completion condition)',
  inOffice(async (office) => {
    const until =
      '=numberOfInstances = 3 and numberOfCompletedInstances = 2 and numberOfActiveInstances = 1 and numberOfTerminatedInstances = 0'
    const it = await office.run(line(user('Ask', { loop: { ...founders, until } })), names)
    await it.task('Ask', { opinion: 1 })
    expect(it.waits).toHaveLength(2)
    await it.task('Ask', { opinion: 2 })
    expect(it.variables).toEqual({ ...names, opinions: [1, 2, null] })
  }),
)

test(
  'in sequence a condition that holds leaves the rest unbegun',
  inOffice(async (office) => {
    const loop = { ...founders, sequential: true, until: '=numberOfCompletedInstances >= 2' }
    const it = await office.run(line(user('Ask', { loop })), names)
    await it.task('Ask', { opinion: 1 })
    await it.task('Ask', { opinion: 2 })
    expect(it.status).toBe('completed')
    expect(it.terminated).toEqual([])
  }),
)

test(
  'a condition that fails is an incident at that item; the answer is kept and it goes on once mended',
  inOffice(async (office) => {
    const it = await office.run(line(user('Ask', { loop: { ...founders, until: '=quorum < 2' } })), names)
    await it.task('Ask', { opinion: 1 })
    const incident = await it.incident('Ask')
    expect(incident.message).toContain('the completion condition at Ask')
    await it.mend('Ask', { quorum: 5 })
    await it.task('Ask', { opinion: 2 })
    await it.task('Ask', { opinion: 3 })
    expect(it.variables).toMatchObject({ opinions: [1, 2, 3] })
  }),
)

test(
  'its edge belongs to the whole: one timer for all, and an error of one item ends all',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      service('Ask', { loop: founders }),
      boundary('Late', 'Ask', after('PT1H')),
      boundary('Unknown', 'Ask', error('NOT_FOUND')),
      user('Handle'),
      user('Correct'),
      endEvent('End'),
      'Start -> Ask -> End',
      'Late -> Handle',
      'Unknown -> Correct',
    )
    const timed = await office.run(drawing, names)
    expect(timed.waits.filter((wait) => wait.startsWith('timer'))).toEqual(['timer Late'])
    await office.advance('PT1H')
    await timed.read()
    expect(timed.waits).toEqual(['task Handle'])
    const thrown = await office.start(names)
    await thrown.error('Ask', 'NOT_FOUND', {}, 2)
    expect(thrown.waits).toEqual(['task Correct'])
    expect(thrown.terminated).toEqual(['Ask', 'Ask', 'Ask', 'Ask'])
  }),
)

test(
  'a reminder on its edge comes while items are open and stops with the last',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Ask', { loop: founders }),
      beside(boundary('Remind', 'Ask', every('R/PT1H'))),
      manual('Told'),
      endEvent('End'),
      'Start -> Ask -> End',
      'Remind -> Told -> End',
    )
    const it = await office.run(drawing, names)
    await office.advance('PT2H')
    await it.read()
    await it.task('Ask')
    await it.task('Ask')
    await it.task('Ask')
    expect(it.entered('Told')).toBe(2)
    expect(it.status).toBe('completed')
  }),
)

test(
  'a whole subprocess runs for each item with variables of its own',
  inOffice(async (office) => {
    const loop: Loop = { over: '=founders', item: 'founder', output: ['checks', '=check'] }
    const each = sub(
      'Each',
      { loop, inputs: { seen: '=[]' } },
      startEvent('In'),
      user('Check'),
      script('Note', '=append(seen, founder)', 'seen'),
      endEvent('Out'),
      'In -> Check -> Note -> Out',
    )
    const it = await office.run(line(each), names)
    await it.task('Check', { check: 'b' }, 2)
    await it.task('Check', { check: 'a' }, 1)
    await it.task('Check', { check: 'c' }, 1)
    expect(it.variables).toEqual({ ...names, checks: ['a', 'b', 'c'] })
    expect(it.inside('Each', 3)).toMatchObject({ founder: 'omar', seen: ['omar'] })
  }),
)

test(
  'a terminate end inside one item’s subprocess ends only that item',
  inOffice(async (office) => {
    const each = sub(
      'Each',
      { loop: { over: '=founders', item: 'founder' } },
      startEvent('In'),
      user('A'),
      user('B'),
      end('Stop', { inner: '<bpmn:terminateEventDefinition />' }),
      'In -> A -> Stop',
      'In -> B',
    )
    const it = await office.run(line(each), names)
    await it.task('A')
    expect(it.waits.filter((wait) => wait === 'task B')).toHaveLength(2)
    await it.task('A')
    await it.task('A')
    expect(it.status).toBe('completed')
  }),
)

test(
  'a called process runs for each item and gives each its place',
  inOffice(async (office) => {
    const helper = process(
      'Helper',
      startEvent('Begin'),
      script('Twice', '=n * 2', 'result'),
      endEvent('Finish'),
      'Begin -> Twice -> Finish',
    )
    const loop: Loop = { over: '=[1, 2, 3]', item: 'n', output: ['doubled', '=twice'] }
    const step = call('Call', 'Helper', { loop, outputs: { twice: '=result' } })
    const it = await office.run(pack([line(step), helper]))
    expect(it.variables).toEqual({ doubled: [2, 4, 6] })
  }),
)

test(
  'a receive task for each item waits under each item’s key',
  inOffice(async (office) => {
    const loop: Loop = { over: '=founders', item: 'founder', output: ['signed', '=signature'] }
    const it = await office.run(line(receive('Sign', 'signed', '=founder', { loop })), names)
    await office.message('signed', { key: 'lina', variables: { signature: 'L' } })
    await office.message('signed', { key: 'rana', variables: { signature: 'R' } })
    await office.message('signed', { key: 'omar', variables: { signature: 'O' } })
    await it.read()
    expect(it.variables).toEqual({ ...names, signed: ['R', 'O', 'L'] })
  }),
)

test(
  'a send task for each item publishes each, and a decision is made for each',
  inOffice(async (office) => {
    const loop: Loop = { over: '=founders', item: 'founder' }
    const tell = publishing('task', 'Tell', 'invited', { key: '=founder', loop, inputs: { who: '=founder' } })
    const taker = process('Process_2', startEvent('Begin'), receive('Wait', 'invited', '=me'), 'Begin -> Wait')
    await office.deploy(pack([taker], { id: 'moj.takers' }))
    const waiting = await office.start({ me: 'omar' }, 'moj.takers')
    const it = await office.run(line(tell), names)
    expect(it.status).toBe('completed')
    await waiting.read()
    expect(waiting.variables).toEqual({ me: 'omar', who: 'omar' })
    const dmn = `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="n"><decision id="long" name="long"><variable name="long"/><literalExpression><text>string length(founder)</text></literalExpression></decision></definitions>`
    const judged = rule('Judge', 'long', 'size', { loop: { ...loop, output: ['sizes', '=size'] } })
    const sized = await office.run(pack([line(judged)], { version: '1.1.0', files: { 'long.dmn': dmn } }), names)
    expect(sized.variables).toEqual({ ...names, sizes: [4, 4, 4] })
  }),
)

test(
  'one inside another goes through both lists',
  inOffice(async (office) => {
    const inner = script('Cell', '=row * 10 + column', 'cell', {
      loop: { over: '=columns', item: 'column', output: ['cells', '=cell'] },
    })
    const outer = sub(
      'Row',
      { inputs: { cells: '=[]' }, loop: { over: '=rows', item: 'row', output: ['table', '=cells'] } },
      startEvent('In'),
      inner,
      endEvent('Out'),
      'In -> Cell -> Out',
    )
    const it = await office.run(line(outer), { rows: [1, 2], columns: [3, 4] })
    expect(it.variables).toMatchObject({
      table: [
        [13, 14],
        [23, 24],
      ],
    })
  }),
)

test(
  'an item that stands still does not hold up the others; called off, all end',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask', { loop: founders, retries: '1' })), names)
    await it.fail('Ask')
    await it.job('Ask', { opinion: 2 }, 2)
    await it.job('Ask', { opinion: 3 }, 2)
    expect(it.trouble).toEqual(['job Ask'])
    await it.mend('Ask')
    await it.job('Ask', { opinion: 1 })
    expect(it.variables).toMatchObject({ opinions: [1, 2, 3] })
    const other = await office.start(names)
    await other.cancel()
    expect(other.waits).toEqual([])
  }),
)

test(
  'a loop of the diagram back to it begins a new round with the list as it is then',
  inOffice(async (office) => {
    const step: Step = script('Add', '=n + 1', 'plus', {
      loop: { over: '=list', item: 'n', output: ['list', '=plus'] },
    })
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      { id: 'Again', tag: 'exclusiveGateway', size: [50, 50] },
      step,
      { id: 'Done', tag: 'exclusiveGateway', size: [50, 50] },
      endEvent('End'),
      'Start -> Again -> Add -> Done',
      'Done -> Again if =list[1] < 4',
      'Done -> End by default',
    )
    const it = await office.run(drawing, { list: [1, 5] })
    expect(it.variables).toEqual({ list: [4, 8] })
  }),
)

test(
  'a message start of another process is begun once for each item that sends it',
  inOffice(async (office) => {
    const begun = process(
      'Process_2',
      startEvent('Begin'),
      {
        id: 'Told',
        tag: 'startEvent',
        size: [36, 36],
        inner: message('invited').inner,
        roots: message('invited').roots ?? {},
      },
      user('Come'),
      'Begin -> Come',
      'Told -> Come',
    )
    await office.deploy(pack([begun], { id: 'moj.guests' }))
    const tell = publishing('task', 'Tell', 'invited', {
      key: '=founder',
      loop: { over: '=founders', item: 'founder' },
      inputs: { who: '=founder' },
    })
    await office.run(line(tell), names)
    const guests = (await office.all()).filter((one) => one.state.program.startsWith('moj.guests'))
    expect(guests.map((guest) => guest.variables)).toEqual([{ who: 'rana' }, { who: 'omar' }, { who: 'lina' }])
  }),
)
