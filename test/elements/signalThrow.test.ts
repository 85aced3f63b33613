import { describe, expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { caught, end, eventSub, parallel, signal, start, sub, thrown, user, type Panel } from './steps.ts'

const listener = process('Process_2', startEvent('Start_2'), caught('Wait', signal('closed')), 'Start_2 -> Wait')
const listeners = () => pack([listener], { id: 'moj.listeners' })

const PLACES: readonly (readonly [name: string, make: (panel?: Panel) => Step])[] = [
  ['Signal throw event', (panel) => thrown('Tell', signal('closed'), panel)],
  ['Signal end event', (panel) => end('Tell', signal('closed'), panel)],
]

describe.for(PLACES)('%s', ([, make]) => {
  const teller = (panel?: Panel) =>
    process('Process_1', startEvent('Start'), user('Close'), make(panel), 'Start -> Close -> Tell')

  test(
    'reaches every other application that waits, with the mapped inputs and nothing else',
    inOffice(async (office) => {
      await office.deploy(listeners(), pack([teller({ inputs: { why: '=reason' } })]))
      const [one, two] = [await office.start({}, 'moj.listeners'), await office.start({}, 'moj.listeners')]
      const it = await office.start({ reason: 'snow', secret: 1 })
      await it.task('Close')
      expect(it.status).toBe('completed')
      for (const other of [one, two]) {
        await other.read()
        expect(other.status).toBe('completed')
        expect(other.variables).toEqual({ why: 'snow' })
      }
      const late = await office.start({}, 'moj.listeners')
      expect(late.waits).toEqual(['signal Wait'])
    }),
  )

  test(
    'with nobody waiting goes on and leaves nothing behind',
    inOffice(async (office) => {
      const it = await office.run(teller())
      await it.task('Close')
      expect(it.status).toBe('completed')
      expect(await office.engine.deps.store.signals.next()).toBeUndefined()
    }),
  )

  test(
    'reaches the waits of its own application before its own token goes on',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        sub(
          'Part',
          {},
          startEvent('In'),
          parallel('Fork'),
          user('Close'),
          caught('Wait', signal('closed')),
          make({ inputs: { why: '="snow"' } }),
          endEvent('Out'),
          eventSub(
            'Alarm',
            start('Rings', signal('closed')),
            user('Evacuate'),
            endEvent('Safe'),
            'Rings -> Evacuate -> Safe',
          ),
          'In -> Fork -> Close -> Tell',
          'Fork -> Wait -> Out',
        ),
        endEvent('End'),
        'Start -> Part -> End',
      )
      const it = await office.run(drawing)
      expect(it.waits).toEqual(['signal Alarm', 'task Close', 'signal Wait'])
      await it.task('Close')
      // The event subprocess was opened first and takes over: the other wait is gone before it is reached.
      expect(it.waits).toEqual(['task Evacuate'])
      expect(it.variables).toEqual({ why: 'snow' })
      await it.task('Evacuate')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'a name that cannot be computed is an incident, and nothing is told before it is mended',
    inOffice(async (office) => {
      await office.deploy(listeners())
      const other = await office.start({}, 'moj.listeners')
      const named = { ...make(), ...signal('=what') }
      const it = await office.run(process('Process_1', startEvent('Start'), named, 'Start -> Tell'))
      expect(it.trouble).toEqual(['signal Tell'])
      expect(it.events.filter(({ kind }) => kind === 'signalThrown')).toEqual([])
      await it.mend('Tell', { what: 'closed' })
      expect(it.status).toBe('completed')
      await other.read()
      expect(other.status).toBe('completed')
    }),
  )

  test('without a name is refused', async () => {
    const nameless = { ...make(), ...signal('') }
    expect(await refused(process('Process_1', startEvent('Start'), nameless, 'Start -> Tell'))).toEqual([
      'bpmn/signals Tell',
    ])
  })
})

describe('Signal start event', () => {
  const service = (id: string, version = '1.0.0') =>
    pack(
      [
        process(
          'Process_1',
          startEvent('Start'),
          start('Alarm', signal('emergency'), { outputs: { where: '=place' } }),
          user('Act'),
          endEvent('End'),
          'Start -> Act -> End',
          'Alarm -> Act',
        ),
      ],
      { id, version },
    )

  test(
    'begins an application of the latest version of each service, once for each broadcast',
    inOffice(async (office) => {
      await office.deploy(service('moj.one'), service('moj.two'))
      await office.deploy(service('moj.one', '1.1.0'))
      expect(await office.signal('emergency', { place: 'Hebron', noise: 1 })).toBe(2)
      const all = await office.all()
      expect(all.map((it) => it.state.program).toSorted()).toEqual([
        'moj.one@1.1.0/Process_1',
        'moj.two@1.0.0/Process_1',
      ])
      for (const it of all) {
        expect(it.path).toEqual(['Alarm'])
        expect(it.variables).toEqual({ where: 'Hebron' })
        expect(it.events.some((event) => event.kind === 'signalCaught' && event.name === 'emergency')).toBe(true)
      }
      await office.signal('emergency', { place: 'Jenin' })
      expect(await office.all()).toHaveLength(4)
    }),
  )

  test(
    'begins one when an application throws it',
    inOffice(async (office) => {
      await office.deploy(service('moj.one'))
      await office.run(line(thrown('Tell', signal('emergency'), { inputs: { place: '="Nablus"' } })))
      const begun = (await office.all()).filter((it) => it.state.program.startsWith('moj.one'))
      expect(begun.map((it) => it.variables)).toEqual([{ where: 'Nablus' }])
    }),
  )

  test('needs a literal name that stands once, and is refused without', async () => {
    const drawing = (...names: readonly string[]) =>
      process(
        'Process_1',
        startEvent('Start'),
        ...names.map((name, index) => start(`Alarm_${index}`, signal(name))),
        endEvent('End'),
        'Start -> End',
        ...names.map((_, index) => `Alarm_${index} -> End`),
      )
    expect(await refused(drawing('emergency', 'fire'))).toEqual([])
    expect(await refused(drawing(''))).toEqual(['bpmn/signals Alarm_0'])
    expect(await refused(drawing('=name'))).toEqual(['bpmn/signals Alarm_0'])
    expect(await refused(drawing('emergency', 'emergency'))).toEqual(['bpmn/signals Alarm_1'])
  })
})
