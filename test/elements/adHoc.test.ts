import { describe, expect, test } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { UserId } from '../../engine/core/ids.ts'
import { endEvent, line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { AGENCY } from './staff.ts'
import {
  adHoc,
  after,
  boundary,
  error,
  eventSub,
  exclusive,
  message,
  parallel,
  script,
  service,
  start,
  user,
  type AdHocPanel,
} from './steps.ts'

/** Three things an inspector may do, one with a report behind it. */
const inspection = (panel: AdHocPanel) =>
  line(
    adHoc('Inspect', panel, user('Visit'), user('Call'), user('Sample'), user('Report'), 'Visit -> Report'),
    user('Decide'),
  )

describe('steps named by the case', () => {
  test(
    'all begin at once, what hangs on them follows, and when all is done the subprocess is',
    inOffice(async (office) => {
      const it = await office.run(inspection({ active: '=steps' }), { steps: ['Visit', 'Sample'] })
      expect(it.waits).toEqual(['task Visit', 'task Sample'])
      await it.task('Visit')
      expect(it.waits).toEqual(['task Sample', 'task Report'])
      await it.task('Sample')
      await it.task('Report')
      expect(it.waits).toEqual(['task Decide'])
      expect(it.entered('Call')).toBe(0)
    }),
  )

  test(
    'may name one twice',
    inOffice(async (office) => {
      const it = await office.run(inspection({ active: '=["Call", "Call"]' }))
      expect(it.waits).toEqual(['task Call', 'task Call'])
    }),
  )

  test(
    'in sequence begin one after the other, each with all that hangs on it',
    inOffice(async (office) => {
      const it = await office.run(inspection({ active: '=["Visit", "Call"]', ordering: 'Sequential' }))
      expect(it.waits).toEqual(['task Visit'])
      await it.task('Visit')
      expect(it.waits).toEqual(['task Report'])
      await it.task('Report')
      expect(it.waits).toEqual(['task Call'])
      await it.task('Call')
      expect(it.waits).toEqual(['task Decide'])
    }),
  )

  test.for([['="Visit"'], ['=["Nobody"]'], ['=["Report"]'], ['=[1]'], ['=null'], ['=unknown']] as const)(
    'that are %s are an incident at the subprocess, with its deadline not yet running',
    inOffice(async (office, [value]) => {
      const it = await office.run(inspection({ active: value }))
      expect((await it.incident('Inspect')).message).toContain('the active elements at Inspect')
      expect(it.waits).toEqual([])
    }),
  )

  test(
    'of an empty list begin nothing, and the subprocess waits for somebody to choose',
    inOffice(async (office) => {
      const it = await office.run(inspection({ active: '=[]' }))
      expect(it.waits).toEqual([])
      expect(it.live('Inspect')).toHaveLength(1)
      await it.activate('Call')
      await it.task('Call')
      expect(it.waits).toEqual(['task Decide'])
    }),
  )
})

describe('steps chosen by people', () => {
  test(
    'begin when they are chosen, as often as they are chosen',
    inOffice(async (office) => {
      const it = await office.run(inspection({ until: '=enough' }), { enough: false })
      await it.activate('Visit', 'Call')
      await it.activate('Call')
      expect(it.waits).toEqual(['task Visit', 'task Call', 'task Call'])
      for (const step of ['Visit', 'Report', 'Call', 'Call']) await it.task(step)
      expect(it.waits).toEqual([])
      expect(it.status).toBe('active')
      await it.activate('Sample')
      await it.task('Sample', { enough: true })
      expect(it.waits).toEqual(['task Decide'])
    }),
  )

  test(
    'in sequence one is done before the next is chosen',
    inOffice(async (office) => {
      const it = await office.run(inspection({ ordering: 'Sequential', until: '=enough' }), { enough: false })
      await it.activate('Visit')
      expect(await it.tryActivate('Call')).toBe('ad-hoc.busy')
      await it.task('Visit')
      expect(await it.tryActivate('Call')).toBe('ad-hoc.busy')
      await it.task('Report')
      await it.activate('Call', 'Sample')
      expect(it.waits).toEqual(['task Call'])
      await it.task('Call')
      expect(it.waits).toEqual(['task Sample'])
    }),
  )

  test(
    'stand in the drawing, in an open subprocess, and have no flow into them; else the choice is refused',
    inOffice(async (office) => {
      const it = await office.run(inspection({ until: '=enough' }), { enough: true })
      expect(await it.tryActivate('Report')).toBe('ad-hoc.element')
      expect(await it.tryActivate('Nobody')).toBe('ad-hoc.element')
      await it.activate('Call')
      await it.task('Call')
      expect(await it.tryActivate('Call')).toBe('ad-hoc.which')
    }),
  )

  test(
    'are chosen by staff in the groups the drawing names, by supervisors, and never in one’s own application',
    inOffice(async (office) => {
      await office.deploy(pack([inspection({ properties: { 'masar:candidateGroups': 'clerks' } })]))
      const it = await office.start()
      const person = (roles: readonly 'clerk'[] | readonly 'supervisor'[], groups: readonly string[]): Actor => ({
        kind: 'user',
        id: 'clerk.rana' as UserId,
        agency: AGENCY,
        roles,
        groups,
      })
      const choose = { elements: [{ element: 'Call' }] }
      const { engine } = office
      expect(await engine.activateAdHoc(person(['clerk'], ['others']), it.id, choose)).toMatchObject({
        code: 'ad-hoc.group',
      })
      expect(await engine.listAdHoc(person(['clerk'], ['others']), it.id)).toEqual([])
      expect(await engine.listAdHoc(person(['clerk'], ['clerks']), it.id)).toMatchObject([
        { element: 'Inspect', choices: [{ element: 'Visit' }, { element: 'Call' }, { element: 'Sample' }] },
      ])
      expect(await engine.activateAdHoc(person(['clerk'], ['clerks']), it.id, choose)).not.toHaveProperty('code')
      expect(await engine.activateAdHoc(person(['supervisor'], []), it.id, choose)).not.toHaveProperty('code')
      await it.read()
      expect(it.waits).toEqual(['task Call', 'task Call'])
    }),
  )
})

describe('the completion condition', () => {
  test(
    'is asked after each step; when it is true what still runs is called off and nothing more begins',
    inOffice(async (office) => {
      const it = await office.run(inspection({ active: '=["Visit", "Call", "Sample"]', until: '=found' }), {
        found: false,
      })
      await it.task('Call')
      expect(it.waits).toEqual(['task Visit', 'task Sample'])
      await it.task('Visit', { found: true })
      expect(it.waits).toEqual(['task Decide'])
      expect(it.terminated).toEqual(['Sample'])
      expect(it.entered('Report')).toBe(0)
    }),
  )

  test(
    'or, where the drawing says so, what still runs is waited for, and nothing that hangs on it begins',
    inOffice(async (office) => {
      const panel = { active: '=["Visit", "Call"]', until: '=found', cancels: false }
      const it = await office.run(inspection(panel), { found: false })
      await it.task('Call', { found: true })
      expect(it.waits).toEqual(['task Visit'])
      expect(await it.tryActivate('Sample')).toBe('ad-hoc.which')
      await it.task('Visit')
      expect(it.entered('Report')).toBe(0)
      expect(it.waits).toEqual(['task Decide'])
    }),
  )

  test(
    'ends a sequence before the next',
    inOffice(async (office) => {
      const panel = { active: '=["Call", "Sample"]', until: '=true', ordering: 'Sequential' } as const
      const it = await office.run(inspection(panel))
      await it.task('Call')
      expect(it.waits).toEqual(['task Decide'])
      expect(it.entered('Sample')).toBe(0)
    }),
  )

  test(
    'without a value stops at the step that is done, whose answers are kept',
    inOffice(async (office) => {
      const it = await office.run(inspection({ active: '=["Call"]', until: '=found' }))
      await it.task('Call', { said: 'x' })
      expect(it.trouble).toEqual(['condition Call'])
      expect(it.variables).toEqual({ said: 'x' })
      await it.mend('Call', { found: true })
      expect(it.waits).toEqual(['task Decide'])
    }),
  )
})

test(
  'one value is collected where each path of steps ends',
  inOffice(async (office) => {
    const panel = { active: '=["Visit", "Call"]', output: ['notes', '=note'] } as const
    const it = await office.run(inspection(panel))
    await it.task('Call', { note: 'called' })
    await it.task('Visit', { note: 'seen' })
    await it.task('Report', { note: 'reported' })
    expect(it.variables).toEqual({ note: 'reported', notes: ['called', 'reported'] })
  }),
)

test(
  'it has variables of its own, and gives what its output mapping says, the collection included',
  inOffice(async (office) => {
    const panel = {
      active: '=["Call"]',
      inputs: { who: '=name' },
      outputs: { first: '=notes[1]' },
      output: ['notes', '=who + "!"'],
    } as const
    const it = await office.run(inspection(panel), { name: 'rana' })
    await it.task('Call')
    expect(it.variables).toEqual({ name: 'rana', first: 'rana!' })
  }),
)

test(
  'gateways and joins inside work as anywhere',
  inOffice(async (office) => {
    const inner = adHoc(
      'Inspect',
      { active: '=["Fork", "Choice"]' },
      parallel('Fork'),
      user('A'),
      user('B'),
      parallel('Join'),
      user('After'),
      exclusive('Choice'),
      user('C'),
      user('D'),
      'Fork -> A -> Join -> After',
      'Fork -> B -> Join',
      'Choice -> C if =true',
      'Choice -> D by default',
    )
    const it = await office.run(line(inner))
    expect(it.waits).toEqual(['task A', 'task B', 'task C'])
    for (const step of ['A', 'B', 'C', 'After']) await it.task(step)
    expect(it.status).toBe('completed')
  }),
)

test(
  'a join inside waits for the step that is not chosen yet, and for none once the condition holds',
  inOffice(async (office) => {
    const joined = (panel: AdHocPanel) =>
      line(
        adHoc(
          'Inspect',
          panel,
          user('A'),
          user('B'),
          parallel('Join'),
          user('After'),
          'A -> Join -> After',
          'B -> Join',
        ),
      )
    const it = await office.run(joined({}))
    await it.activate('A')
    await it.task('A')
    expect(it.trouble).toEqual([])
    await it.activate('B')
    await it.task('B')
    await it.task('After')
    expect(it.status).toBe('completed')
    const panel = { active: '=["A", "B"]', until: '=done', cancels: false }
    await office.deploy(pack([joined(panel)], { version: '1.1.0' }))
    const closed = await office.start({ done: false })
    await closed.task('A')
    await closed.task('B', { done: true })
    expect(closed.entered('After')).toBe(0)
    expect(closed.status).toBe('completed')
  }),
)

test(
  'its deadline, errors from inside and its event subprocesses end it like any subprocess',
  inOffice(async (office) => {
    const inner = adHoc(
      'Inspect',
      { until: '=false' },
      service('Ask'),
      user('Call'),
      eventSub('Withdrawn', start('News', message('withdrawn', '=key')), user('Close'), 'News -> Close'),
    )
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      inner,
      boundary('Late', 'Inspect', after('PT1H')),
      boundary('Gone', 'Inspect', error('GONE')),
      endEvent('End'),
      endEvent('TooLate'),
      endEvent('Nobody'),
      'Start -> Inspect -> End',
      'Late -> TooLate',
      'Gone -> Nobody',
    )
    const late = await office.run(drawing, { key: 'a' })
    await late.activate('Call')
    const gone = await office.start({ key: 'b' })
    await gone.activate('Ask', 'Call')
    await gone.error('Ask', 'GONE')
    expect(gone.path.at(-1)).toBe('Nobody')
    const withdrawn = await office.start({ key: 'k' })
    await withdrawn.activate('Call')
    await office.message('withdrawn', { key: 'k' })
    await withdrawn.read()
    expect(withdrawn.waits).toEqual(['timer Late', 'task Close'])
    expect(await withdrawn.tryActivate('Call')).toBe('ad-hoc.which')
    await withdrawn.task('Close')
    expect(withdrawn.path.at(-1)).toBe('End')
    await office.advance('PT1H')
    await late.read()
    expect(late.path.at(-1)).toBe('TooLate')
  }),
)

test(
  'it may be done once for each item of a list',
  inOffice(async (office) => {
    const panel = { active: '=[step]', loop: { over: '=["Call", "Sample"]', item: 'step' } } as const
    const it = await office.run(inspection(panel))
    expect(it.waits).toEqual(['task Call', 'task Sample'])
    await it.task('Call')
    await it.task('Sample')
    expect(it.waits).toEqual(['task Decide'])
  }),
)

test(
  'steps that are done at once end it at once',
  inOffice(async (office) => {
    const it = await office.run(
      line(adHoc('Count', { active: '=["One", "Two"]' }, script('One', '=1', 'a'), script('Two', '=2', 'b'))),
    )
    expect(it.variables).toEqual({ a: 1, b: 2 })
    expect(it.status).toBe('completed')
  }),
)

test('without steps to choose, with a start or end event, a wrong order, half an output, or steered by a worker it is refused', async () => {
  expect(await refused(line(adHoc('Inspect', {})))).toEqual(['bpmn/start-events Inspect'])
  const ended = adHoc('Inspect', {}, startEvent('In'), user('Call'), endEvent('Out'), 'In -> Call -> Out')
  expect(await refused(line(ended))).toEqual(['bpmn/ad-hoc In', 'bpmn/ad-hoc Out'])
  const wrong = { ...adHoc('Inspect', {}, user('Call')), attributes: ' ordering="Random"' }
  expect(await refused(line(wrong))).toEqual(['bpmn/ad-hoc Inspect'])
  const half = { ...adHoc('Inspect', {}, user('Call')), extensions: '<zeebe:adHoc outputCollection="notes" />' }
  expect(await refused(line(half))).toEqual(['bpmn/ad-hoc Inspect'])
  const job = { ...adHoc('Inspect', {}, user('Call')), extensions: '<zeebe:taskDefinition type="agent" />' }
  expect(await refused(line(job))).toEqual(['bpmn/unsupported-extension Inspect'])
  expect(await refused(line(adHoc('Inspect', { active: 'steps' }, user('Call'))))).toEqual(['bpmn/feel Inspect'])
  expect(await refused(line(adHoc('Inspect', { until: 'done' }, user('Call'))))).toEqual(['bpmn/feel Inspect'])
  const foreign = adHoc('Inspect', { properties: { 'masar:candidateGroups': 'nobody' } }, user('Call'))
  expect(await refused(line(foreign))).toEqual(['bpmn/ad-hoc Inspect'])
})
