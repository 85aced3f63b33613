import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../engine/core/history.ts'
import { globalId, programKey } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { replay, type Replayed } from '../../engine/replay/replay.ts'
import { summaryOf } from '../../engine/replay/summary.ts'
import type { Application } from '../elements/application.ts'
import { endEvent, line, process, startEvent, type ProcessDrawing } from '../elements/draw.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { pack, PACKAGE, type Parcel } from '../elements/pack.ts'
import { STAFF } from '../elements/staff.ts'
import {
  after,
  boundary,
  call,
  caught,
  error,
  exclusive,
  message,
  rule,
  script,
  service,
  sub,
  user,
} from '../elements/steps.ts'

/** The history of an application run against another version of its package. */
async function against(
  office: Office,
  it: Application,
  two: ProcessDrawing,
  parcel: Parcel = {},
  constants: JsonObject = {},
): Promise<Replayed> {
  const version = parcel.version ?? '2.0.0'
  await office.deploy(pack([two], { ...parcel, version }))
  const { store, definitions } = office.engine.deps
  const program = programKey(PACKAGE, version, 'Process_1')
  const context = await definitions.context(program)
  const before = await store.instances.get(it.id)
  const lines = (await store.instances.history(it.id)).map((record) => ({ ...record, events: eventsOf(record) }))
  const replayed = replay(lines, { ...context, program, executor: kernel, constants })
  expect(await store.instances.get(it.id)).toEqual(before)
  return replayed
}

/** "line kind element name: recorded -> replayed" */
const told = ({ differences }: Replayed): readonly string[] =>
  differences.map(
    ({ record, kind, element, name, recorded, replayed }) =>
      `${record} ${kind} ${[element, name].filter(Boolean).join('.')}: ${JSON.stringify(recorded)} -> ${JSON.stringify(replayed)}`,
  )

const gate = (condition: string): ProcessDrawing =>
  process(
    'Process_1',
    startEvent('Start'),
    user('Hear'),
    exclusive('Gate'),
    user('Grant'),
    user('Refuse'),
    'Start -> Hear -> Gate',
    `Gate -> Grant if ${condition}`,
    'Gate -> Refuse by default',
  )

describe('a history run against a version that decides alike', () => {
  test(
    'differs nowhere: tasks, jobs, errors, timers, messages, items, calls and corrections',
    inOffice(async (office) => {
      await office.deploy(pack([{ ...line(user('Sign')), id: 'signing' }], { id: 'common.sign', shared: true }))
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        user('Hear', { outputs: { verdict: '=answer' } }),
        sub(
          'Part',
          { loop: { over: '=["a", "b"]', item: 'who', sequential: true } },
          startEvent('In'),
          service('Ask'),
          'In -> Ask',
        ),
        service('Check'),
        boundary('Unfit', 'Check', error('UNFIT')),
        caught('Pause', after('PT1H')),
        caught('News', message('news', '=id')),
        script('Sum', '=number + 1', 'sum'),
        call('Signing', 'signing'),
        endEvent('End'),
        'Start -> Hear -> Part -> Check -> End',
        'Unfit -> Pause -> News -> Sum -> Signing -> End',
      )
      const uses = { uses: { 'common.sign': '1.0.0' } }
      await office.deploy(pack([drawing], uses))
      const it = await office.start({ id: 'k' })
      await it.task('Hear', { answer: 'yes' })
      await it.job('Ask', { first: 1 })
      await it.fail('Ask', 'down', 1)
      await it.job('Ask', { second: 2 })
      await it.error('Check', 'UNFIT', { because: 'paper' })
      await office.advance('PT2H')
      await office.message('news', { key: 'k', variables: { said: true } })
      await (await it.read()).mend('Sum', { number: 1 })
      await it.task('Sign', { signed: true })
      expect(it.status).toBe('completed')
      const replayed = await against(office, it, drawing, uses)
      expect(told(replayed)).toEqual([])
      expect(replayed.followed).toBe(replayed.lines)
    }),
  )

  test(
    'differs nowhere where a worker answered while it was suspended, which counts when it goes on',
    inOffice(async (office) => {
      const drawing = line(service('Ask'), user('Review'))
      const it = await office.run(drawing)
      const leased = await office.engine.activateJobs(STAFF, {
        types: ['Ask'],
        worker: 'w',
        limit: 1,
        leaseTime: 9_000,
      })
      if (isProblem(leased)) throw new Error(leased.detail)
      await it.suspend()
      for (const { id, token } of leased)
        await office.engine.completeJob(STAFF, globalId(it.id, id), { found: true }, token)
      await it.resume()
      await it.task('Review', { ok: true })
      const replayed = await against(office, it, drawing)
      expect(told(replayed)).toEqual([])
      expect([replayed.followed, replayed.lines]).toEqual([6, 6])
    }),
  )
})

describe('a history run against a version that decides otherwise', () => {
  test(
    'shows the other way of a gateway, the task opened there, and where the course ends',
    inOffice(async (office) => {
      const it = await office.run(gate('=amount > 100'), { amount: 150 })
      await it.task('Hear')
      await it.task('Grant', { done: true })
      const replayed = await against(office, it, gate('=amount > 200'))
      expect(told(replayed)).toEqual([
        '2 way Gate: "Flow_Gate_Grant" -> "Flow_Gate_Refuse"',
        expect.stringMatching(/^2 task Grant: .* -> undefined$/) as string,
        expect.stringMatching(/^2 task Refuse: undefined -> /) as string,
        '3 path Grant: "completeTask" -> undefined',
      ])
      expect([replayed.followed, replayed.lines]).toEqual([2, 3])
    }),
  )

  test(
    'shows who is asked, and what a script sets, and goes on',
    inOffice(async (office) => {
      const version = (groups: string, sum: string) => line(script('Fee', sum, 'fee'), user('Hear', { groups }))
      const it = await office.run(version('clerks', '=20 + 5'))
      await it.task('Hear')
      const replayed = await against(office, it, version('supervisors', '=20 + 10'))
      expect(told(replayed)).toEqual([
        '1 variable Process_1.fee: 25 -> 30',
        expect.stringMatching(/^1 task Hear: .*clerks.* -> .*supervisors/) as string,
      ])
      expect(replayed.followed).toBe(2)
    }),
  )

  test(
    'shows what a table gives',
    inOffice(async (office) => {
      const table = (fee: number) => ({
        'fee.dmn': `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="fees" namespace="urn:fees">
<decision id="fee" name="fee"><literalExpression id="e"><text>${fee}</text></literalExpression></decision></definitions>`,
      })
      const drawing = line(rule('Rate', 'fee', 'fee'), user('Hear'))
      const it = await office.run(pack([drawing], { files: table(25) }))
      const replayed = await against(office, it, drawing, { files: table(40) })
      expect(told(replayed)).toEqual(['1 decision Rate.fee: 25 -> 40', '1 variable Process_1.fee: 25 -> 40'])
    }),
  )

  test(
    'shows an incident, and a job with another body',
    inOffice(async (office) => {
      const ask = (source: string) => line(service('Ask', { inputs: { sum: source } }))
      const it = await office.run(ask('=n'), { n: 1 })
      expect(told(await against(office, it, ask('=n * 2')))).toEqual([
        expect.stringMatching(/^1 job Ask: .*"sum":1.*"sum":2/) as string,
      ])
      const broken = await against(office, it, ask('=nothing'), { version: '3.0.0' })
      expect(broken.differences.map(({ kind, element }) => `${kind} ${element}`)).toEqual(['job Ask', 'incident Ask'])
    }),
  )

  test(
    'reads the policy of that version',
    inOffice(async (office) => {
      const drawing = line(script('Months', '=policy.months', 'months'), user('Hear'))
      const it = await office.run(pack([drawing], { policy: { months: 3 } }))
      const policy = { months: 6 }
      const replayed = await against(office, it, drawing, { policy }, { policy })
      expect(told(replayed)).toEqual(['1 variable Process_1.months: 3 -> 6'])
    }),
  )

  test(
    'goes on over a migration in the history',
    inOffice(async (office) => {
      const it = await office.run(line(user('Hear'), user('Tell')))
      await office.deploy(pack([line(user('Hear'), user('Tell', { groups: 'supervisors' }))], { version: '2.0.0' }))
      await office.engine.migrateInstance({ kind: 'system', id: 'test', agency: it.state.agency }, it.id, {
        to: '2.0.0',
      })
      await it.read()
      await it.task('Hear')
      await it.task('Tell')
      const replayed = await against(office, it, line(user('Hear'), user('Tell', { groups: 'supervisors' })), {
        version: '3.0.0',
      })
      expect(told(replayed)).toEqual([])
      expect(replayed.followed).toBe(4)
    }),
  )
})

test(
  'many histories together tell at which elements most of them differ',
  inOffice(async (office) => {
    await office.deploy(pack([gate('=amount > 100')]))
    const all: Replayed[] = []
    for (const [n, amount] of [50, 150, 180, 250].entries()) {
      const it = await office.start({ amount }, PACKAGE, '1.0.0')
      await it.task('Hear')
      all.push(await against(office, it, gate('=amount > 200'), { version: `2.0.${n}` }))
    }
    const summary = summaryOf(all)
    expect(summary).toMatchObject({ applications: 4, same: 2 })
    expect(summary.elements[0]).toEqual({ kind: 'way', element: 'Gate', name: '', applications: 2, first: 2 })
  }),
)
