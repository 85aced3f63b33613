import { expect, test } from 'vitest'
import type { LocalId } from '../../engine/core/ids.ts'
import { endEvent, line, process, startEvent } from '../elements/draw.ts'
import { inOffice } from '../elements/office.ts'
import { pack } from '../elements/pack.ts'
import { adHoc, after, boundary, call, eventSub, message, parallel, start, sub, user } from '../elements/steps.ts'

/** Arabic, and no English sentence in it. */
const ARABIC: unknown = expect.stringMatching(/^(?=.*\p{Script=Arabic})(?!.*\b(?:it|none|has|the|no)\b)/u)

const twoSteps = line(user('Check'), user('Decide'))

const inParallel = process(
  'Process_1',
  startEvent('Start'),
  parallel('Fork'),
  user('Left'),
  user('Right'),
  parallel('Join'),
  user('Last'),
  endEvent('End'),
  'Start -> Fork -> Left -> Join -> Last -> End',
  'Fork -> Right -> Join',
)

const nested = process(
  'Process_1',
  startEvent('Start'),
  user('Before'),
  sub('Part', {}, startEvent('In'), user('Inner'), user('Other'), endEvent('Out'), 'In -> Inner -> Other -> Out'),
  boundary('Late', 'Part', after('P3D')),
  user('After'),
  endEvent('End'),
  'Start -> Before -> Part -> After -> End',
  'Late -> After',
)

test(
  'a step is moved to another, with the reason and where it stood before and after on the record',
  inOffice(async (office) => {
    const it = await office.run(twoSteps)
    await it.modify({ kind: 'move', id: it.at('Check'), to: 'Decide' })
    expect(it.waits).toEqual(['task Decide'])
    expect(it.terminated).toEqual(['Check'])
    const began = it.events.find((event) => event.kind === 'modificationBegan')
    const ended = it.events.find((event) => event.kind === 'modificationEnded')
    expect(began).toMatchObject({ reason: 'put right', before: [{ element: 'Check' }] })
    expect(ended).toMatchObject({ after: [{ element: 'Decide' }] })
    expect((await it.task('Decide')).status).toBe('completed')
  }),
)

test(
  'a step is begun beside those at work, and both are needed to end',
  inOffice(async (office) => {
    const it = await office.run(twoSteps)
    await it.modify({ kind: 'start', element: 'Decide', variables: { urgent: true } })
    expect(it.waits).toEqual(['task Check', 'task Decide'])
    expect(it.inside('Decide')).toEqual({ urgent: true })
    await it.task('Check')
    expect(it.waits).toEqual(['task Decide', 'task Decide'])
    await it.task('Decide')
    expect(it.status).toBe('active')
    expect((await it.task('Decide')).status).toBe('completed')
  }),
)

test(
  'a step inside a part that is not at work begins the part with it: its deadline runs and its variables are its own',
  inOffice(async (office) => {
    const it = await office.run(nested)
    await it.modify({ kind: 'move', id: it.at('Before'), to: 'Other' })
    expect(it.waits.toSorted()).toEqual(['task Other', 'timer Late'])
    expect(it.entered('In')).toBe(0)
    await it.task('Other')
    expect(it.waits).toEqual(['task After'])
  }),
)

test(
  'two steps begun in one part that is not at work share it',
  inOffice(async (office) => {
    const it = await office.run(nested)
    await it.modify({ kind: 'start', element: 'Inner' }, { kind: 'start', element: 'Other' })
    expect(it.live('Part')).toHaveLength(1)
    expect(it.waits.filter((wait) => wait.startsWith('task'))).toEqual(['task Before', 'task Inner', 'task Other'])
  }),
)

test(
  'a part begun by hand listens with its event subprocesses',
  inOffice(async (office) => {
    const it = await office.run(
      process(
        'Process_1',
        startEvent('Start'),
        user('Before'),
        sub(
          'Part',
          {},
          startEvent('In'),
          user('Inner'),
          endEvent('Out'),
          'In -> Inner -> Out',
          eventSub('On', start('Told', message('told', '="k"')), user('Answer'), 'Told -> Answer'),
        ),
        endEvent('End'),
        'Start -> Before -> Part -> End',
      ),
    )
    await it.modify({ kind: 'move', id: it.at('Before'), to: 'Inner' })
    await office.message('told', { key: 'k' })
    expect((await it.read()).waits).toEqual(['task Answer'])
  }),
)

test(
  'the part around the last step that is cancelled is cancelled with it, up to the whole application',
  inOffice(async (office) => {
    const it = await office.run(nested)
    await it.task('Before')
    await it.modify({ kind: 'cancel', id: it.at('Inner') })
    expect([it.status, it.waits]).toEqual(['terminated', []])
    expect(it.events.at(-1)).toMatchObject({ kind: 'modificationEnded', after: [] })
  }),
)

test(
  'cancelling one branch leaves its join waiting, until the waiting token is dropped or the join is begun by hand',
  inOffice(async (office) => {
    const it = await office.run(inParallel)
    await it.task('Left')
    await it.modify(
      { kind: 'cancel', id: it.at('Right') },
      { kind: 'drop', scope: '1' as LocalId, flow: 'Flow_Left_Join' },
      { kind: 'start', element: 'Join' },
    )
    expect(it.waits).toEqual(['task Last'])
    expect((await it.task('Last')).status).toBe('completed')
  }),
)

test(
  'a part that is cancelled while a step of it is begun is begun anew with that step, in whichever order they are asked for',
  inOffice(async (office) => {
    const it = await office.run(nested)
    await it.task('Before')
    const part = it.at('Part')
    await it.modify({ kind: 'cancel', id: part }, { kind: 'start', element: 'Other' })
    expect(it.waits.toSorted()).toEqual(['task Other', 'timer Late'])
    expect(it.at('Part')).not.toBe(part)
    await it.modify({ kind: 'start', element: 'Inner' }, { kind: 'cancel', id: it.at('Part') })
    expect(it.waits.toSorted()).toEqual(['task Inner', 'timer Late'])
    await it.modify({ kind: 'move', id: it.at('Part'), to: 'Other' })
    expect(it.waits.toSorted()).toEqual(['task Other', 'timer Late'])
  }),
)

test(
  'a place that is named and cancelled by the same instructions is refused',
  inOffice(async (office) => {
    const it = await office.run(nested)
    await it.task('Before')
    const part = it.at('Part')
    const refused = await it.tryModify({ kind: 'cancel', id: part }, { kind: 'start', element: 'Other', scope: part })
    expect(refused?.findings).toMatchObject([{ rule: 'modify/not-live', place: part, messageAr: ARABIC }])
    expect(it.waits.toSorted()).toEqual(['task Inner', 'timer Late'])
  }),
)

test(
  'a step of an ad-hoc subprocess that is cancelled counts as never chosen: another may be',
  inOffice(async (office) => {
    const it = await office.run(line(adHoc('Inspect', {}, user('Visit'), user('Call')), user('Decide')))
    await it.activate('Visit')
    await it.modify({ kind: 'cancel', id: it.at('Visit') })
    expect([it.status, it.live('Inspect').length, it.waits]).toEqual(['active', 1, []])
    await it.activate('Visit', 'Call')
    await it.modify({ kind: 'cancel', id: it.at('Visit') })
    await it.task('Call')
    expect(it.waits).toEqual(['task Decide'])
  }),
)

test(
  'in sequence the next step of an ad-hoc subprocess follows the one that is cancelled',
  inOffice(async (office) => {
    const panel = { active: '=["Visit", "Call"]', ordering: 'Sequential' } as const
    const it = await office.run(line(adHoc('Inspect', panel, user('Visit'), user('Call')), user('Decide')))
    await it.modify({ kind: 'cancel', id: it.at('Visit') })
    expect(it.waits).toEqual(['task Call'])
    await it.task('Call')
    expect(it.waits).toEqual(['task Decide'])
  }),
)

test(
  'a step of an ad-hoc subprocess begun by hand counts as chosen: the subprocess ends with it',
  inOffice(async (office) => {
    const it = await office.run(line(user('Before'), adHoc('Inspect', {}, user('Visit'), user('Call')), user('Decide')))
    await it.modify({ kind: 'move', id: it.at('Before'), to: 'Visit' })
    await it.modify({ kind: 'move', id: it.at('Visit'), to: 'Call' })
    await it.task('Call')
    expect(it.waits).toEqual(['task Decide'])
  }),
)

test(
  'variables are set before anything is begun',
  inOffice(async (office) => {
    const it = await office.run(twoSteps, { amount: 1 })
    await it.modify({ kind: 'set', variables: { amount: 2 } }, { kind: 'move', id: it.at('Check'), to: 'Decide' })
    expect(it.variables).toEqual({ amount: 2 })
  }),
)

test(
  'one item of a multi-instance step can be cancelled: its place stays empty and the others go on',
  inOffice(async (office) => {
    const each = { over: '=[1, 2]', item: 'n', output: ['all', '=n'] } as const
    const it = await office.run(line(user('Ask', { loop: each })))
    await it.modify({ kind: 'cancel', id: it.at('Ask', 2) })
    expect(it.status).toBe('active')
    await it.task('Ask')
    expect([it.status, it.variables]).toEqual(['completed', { all: [null, 2] }])
  }),
)

test(
  'a step inside a called process is moved within it',
  inOffice(async (office) => {
    const called = process(
      'Called',
      startEvent('In'),
      user('One'),
      user('Two'),
      endEvent('Out'),
      'In -> One -> Two -> Out',
    )
    const it = await office.run(pack([line(call('Call', 'Called')), called]))
    await it.modify({ kind: 'move', id: it.at('One'), to: 'Two' })
    expect(it.waits).toEqual(['task Two'])
    expect((await it.task('Two')).status).toBe('completed')
  }),
)

test(
  'a suspended application can be put right before it is resumed',
  inOffice(async (office) => {
    const it = await office.run(nested)
    await it.suspend()
    await it.modify({ kind: 'move', id: it.at('Before'), to: 'Inner' })
    await office.advance('P5D')
    expect((await it.read()).waits.toSorted()).toEqual(['task Inner', 'timer Late'])
    await it.resume()
    expect(it.waits).toEqual(['task After'])
  }),
)

test(
  'every instruction that cannot be carried out is told with its reason, and nothing is changed',
  inOffice(async (office) => {
    const it = await office.run(nested)
    const before = it.events.length
    const refused = await it.tryModify(
      { kind: 'cancel', id: '99' as LocalId },
      { kind: 'cancel', id: '1' as LocalId },
      { kind: 'start', element: 'Nowhere' },
      { kind: 'start', element: 'Process_1' },
      { kind: 'drop', scope: '1' as LocalId, flow: 'Flow_Start_Before' },
      { kind: 'start', element: 'After' },
    )
    expect(refused).toMatchObject({ kind: 'invalid', code: 'modify.refused' })
    expect(refused?.findings?.map(({ rule, place }) => `${rule} ${place}`)).toEqual([
      'modify/not-live 99',
      'modify/whole-process 1',
      'modify/unknown-element Nowhere',
      'modify/no-scope Process_1',
      'modify/no-token Flow_Start_Before',
    ])
    for (const { messageAr, remedyAr } of refused?.findings ?? [])
      expect([messageAr, remedyAr]).toEqual([ARABIC, ARABIC])
    expect(it.events.length).toBe(before)
  }),
)

test(
  'where two would do, the place has to be named',
  inOffice(async (office) => {
    const it = await office.run(nested)
    await it.modify({ kind: 'start', element: 'Part' }, { kind: 'start', element: 'Part' })
    expect(it.live('Part')).toHaveLength(2)
    expect((await it.tryModify({ kind: 'start', element: 'Other' }))?.findings?.[0]?.rule).toBe('modify/no-scope')
    await it.modify({ kind: 'start', element: 'Other', scope: it.at('Part', 2) })
    expect(it.waits.filter((wait) => wait === 'task Other')).toHaveLength(1)
  }),
)
