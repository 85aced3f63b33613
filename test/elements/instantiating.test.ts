import { describe, expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  boundary,
  caught,
  eventBased,
  eventSub,
  instantiating,
  manual,
  message,
  receive,
  start,
  sub,
  user,
} from './steps.ts'

/** A shared package, since nobody applies for what a message begins. */
const begunByMessage = (...parts: Parameters<typeof process> extends [string, ...infer P] ? P : never) =>
  pack([line(user('Ask')), process('Process_2', ...parts)])

describe('an instantiating receive task', () => {
  test(
    'begins an application for each message, with what the message brings',
    inOffice(async (office) => {
      const told = instantiating(receive('Told', 'judgment.registered'))
      await office.deploy(begunByMessage(told, user('Review'), 'Told -> Review'))
      await office.message('judgment.registered', { variables: { judgment: 7 } })
      await office.message('judgment.registered', { variables: { judgment: 8 } })
      const [one, two] = await office.all()
      expect(one?.path).toEqual(['Told'])
      expect(one?.waits).toEqual(['task Review'])
      expect(one?.variables).toEqual({ judgment: 7 })
      expect(two?.variables).toEqual({ judgment: 8 })
    }),
  )

  test(
    'maps what it brings, and the event subprocesses of the process listen from then on',
    inOffice(async (office) => {
      const told = instantiating(receive('Told', 'registered', undefined, { outputs: { number: '=judgment.number' } }))
      const handler = eventSub('Also', start('Later', after('PT1H')), manual('Note'), 'Later -> Note')
      await office.deploy(begunByMessage(told, user('Review'), handler, 'Told -> Review'))
      await office.message('registered', { variables: { judgment: { number: 7 } } })
      const [it] = await office.all()
      expect(it?.variables).toEqual({ number: 7 })
      expect(it?.waits).toEqual(['timer Also', 'task Review'])
      await office.advance('PT1H')
      await it?.read()
      expect(it?.terminated).toEqual(['Review'])
    }),
  )

  test(
    'whose event subprocess cannot listen is held with its message, and begins once that is mended',
    inOffice(async (office) => {
      const told = instantiating(receive('Told', 'registered', undefined, { outputs: { number: '=judgment' } }))
      const handler = eventSub('Also', start('News', message('news', '=key')), manual('Note'), 'News -> Note')
      await office.deploy(begunByMessage(told, user('Review'), handler, 'Told -> Review'))
      await office.message('registered', { variables: { judgment: 7 } })
      const [it] = await office.all()
      expect(it?.trouble).toEqual(['message Told'])
      await it?.mend('Told', { key: 'k' })
      expect(it?.variables).toEqual({ key: 'k', number: 7 })
      expect(it?.waits).toEqual(['message Also', 'task Review'])
    }),
  )

  test(
    'stands beside start events, each of which begins an application of its own',
    inOffice(async (office) => {
      const told = instantiating(receive('Told', 'registered'))
      const drawing = process(
        'Process_1',
        startEvent('Asked'),
        told,
        user('Review'),
        'Asked -> Review',
        'Told -> Review',
      )
      await office.run(drawing)
      await office.message('registered')
      expect((await office.all()).map((it) => it.path)).toEqual([['Asked'], ['Told']])
    }),
  )

  test('stands at the beginning of a process and nowhere else, is done once and has no events on its edge', async () => {
    const told = instantiating(receive('Told', 'registered'))
    const reached = process('Process_1', startEvent('Start'), told, 'Start -> Told')
    expect(await refused(reached)).toContain('bpmn/connections Told')
    const inside = line(sub('Part', {}, told, user('Review'), 'Told -> Review'))
    expect(await refused(inside)).toContain('bpmn/instantiation Told')
    const edged = [told, boundary('Late', 'Told', after('PT1H')), user('A'), 'Late -> A'] as const
    expect(await refused(begunByMessage(...edged))).toEqual(['bpmn/instantiation Told'])
    const looped = instantiating(receive('Told', 'registered', undefined, { loop: { times: '2' } }))
    expect(await refused(begunByMessage(looped, user('A'), 'Told -> A'))).toEqual(['bpmn/instantiation Told'])
    const loose = begunByMessage(told, user('A'), user('Loose'), 'Told -> A')
    expect(await refused(loose)).toEqual(['bpmn/connections Loose'])
    const twins = begunByMessage(
      told,
      instantiating(receive('Again', 'registered')),
      user('A'),
      'Told -> A',
      'Again -> A',
    )
    expect(await refused(twins)).toEqual(['bpmn/messages Again'])
    expect(await refused(process('Process_1', told, user('A'), 'Told -> A'))).toEqual(['package/link /start/process'])
  })
})

/** Whichever order comes in, paper or payment, one of them begins the case. */
const gate = (type?: 'Parallel') => [
  instantiating(eventBased('Gate'), type),
  caught('Paid', message('paid', '=order')),
  caught('Sent', message('sent', '=order')),
  user('Book'),
  user('File'),
  'Gate -> Paid -> Book',
  'Gate -> Sent -> File',
]

describe('an instantiating event-based gateway', () => {
  test(
    'begins an application for whichever of its messages comes, and goes that way alone',
    inOffice(async (office) => {
      await office.deploy(begunByMessage(...gate()))
      await office.message('sent', { key: 'o-1', variables: { order: 'o-1' } })
      await office.message('paid', { key: 'o-2', variables: { order: 'o-2' } })
      const [sent, paid] = await office.all()
      expect(sent?.path).toEqual(['Gate', 'Sent'])
      expect(sent?.waits).toEqual(['task File'])
      expect(paid?.path).toEqual(['Gate', 'Paid'])
      expect(paid?.waits).toEqual(['task Book'])
    }),
  )

  test(
    'in parallel the first message begins the application and the others are awaited; all are needed',
    inOffice(async (office) => {
      await office.deploy(begunByMessage(...gate('Parallel')))
      await office.message('sent', { key: 'o-1', variables: { order: 'o-1' } })
      const [it] = await office.all()
      expect(it?.waits).toEqual(['task File', 'message Paid'])
      await it?.task('File')
      expect(it?.status).toBe('active')
      await office.message('paid', { key: 'o-2', variables: { order: 'o-2' } })
      await office.message('paid', { key: 'o-1', variables: { order: 'o-1', sum: 5 } })
      await it?.read()
      expect(it?.waits).toEqual(['task Book'])
      expect(it?.variables).toEqual({ order: 'o-1', sum: 5 })
      await it?.task('Book')
      expect(it?.status).toBe('completed')
      const all = await office.all()
      expect(all).toHaveLength(2)
      expect(all[1]?.waits).toEqual(['task Book', 'message Sent'])
    }),
  )

  test(
    'in parallel two messages of one conversation at the same moment begin one application and not two',
    inOffice(async (office) => {
      await office.deploy(begunByMessage(...gate('Parallel')))
      const news = { key: 'o-1', variables: { order: 'o-1' } }
      await Promise.all([office.message('sent', news), office.message('paid', news)])
      const all = await office.all()
      expect(all).toHaveLength(1)
      expect(all[0]?.waits.toSorted()).toEqual(['task Book', 'task File'])
    }),
  )

  test(
    'in parallel an awaited message whose key has no value is an incident at its event, mended by the variable',
    inOffice(async (office) => {
      await office.deploy(begunByMessage(...gate('Parallel')))
      await office.message('sent', { key: 'o-1' })
      const [it] = await office.all()
      expect(it?.trouble).toEqual(['message Paid'])
      await it?.mend('Paid', { order: 'o-1' })
      expect(it?.waits).toEqual(['task File', 'message Paid'])
    }),
  )

  test('leads to messages alone, which in parallel have keys, and is parallel only where it begins a process', async () => {
    const timed = [
      instantiating(eventBased('Gate')),
      caught('Paid', message('paid', '=o')),
      caught('Late', after('P1D')),
    ]
    const ways = [user('A'), 'Gate -> Paid -> A', 'Gate -> Late -> A']
    expect(await refused(begunByMessage(...timed, ...ways))).toEqual(['bpmn/instantiation Late'])
    const keyless = [instantiating(eventBased('Gate'), 'Parallel'), receive('Paid', 'paid'), receive('Sent', 'sent')]
    const pair = [user('A'), 'Gate -> Paid -> A', 'Gate -> Sent -> A']
    expect(await refused(begunByMessage(...keyless, ...pair))).toEqual([
      'bpmn/instantiation Paid',
      'bpmn/instantiation Sent',
    ])
    const plain: Step = { ...eventBased('Gate'), attributes: ' eventGatewayType="Parallel"' }
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      plain,
      caught('Paid', message('paid', '=o')),
      caught('Late', after('P1D')),
      endEvent('End'),
      'Start -> Gate -> Paid -> End',
      'Gate -> Late -> End',
    )
    expect(await refused(drawing)).toEqual(['bpmn/instantiation Gate'])
  })
})

test(
  'of a message start with a correlation key one application per key runs; what comes meanwhile begins the next',
  inOffice(async (office) => {
    const told = start('Told', message('inspected', '=plot'))
    await office.deploy(begunByMessage(told, user('Review'), 'Told -> Review'))
    await office.message('inspected', { key: 'p-1', variables: { round: 1 } })
    await office.message('inspected', { key: 'p-1', variables: { round: 2 } })
    await office.message('inspected', { key: 'p-2', variables: { round: 3 } })
    await office.message('inspected', { variables: { round: 4 } })
    const [first, ...others] = await office.all()
    expect(others.map((it) => it.variables['round'])).toEqual([3, 4])
    await first?.task('Review')
    await office.advance('PT1M')
    expect((await office.all()).map((it) => it.variables['round'])).toEqual([1, 3, 4, 2])
  }),
)
