import { describe, expect, test } from 'vitest'
import { globalId, type LocalId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import type { MigrateRequest } from '../../engine/commands/migration/migrate-instance.ts'
import type { Application } from './application.ts'
import { endEvent, line, process, startEvent, type ProcessDrawing } from './draw.ts'
import { inOffice, type Office } from './office.ts'
import { pack, PACKAGE, type Parcel } from './pack.ts'
import { AGENCY, STAFF, told } from './staff.ts'
import { adHoc, after, beside, boundary, call, message, service, user } from './steps.ts'

const SECOND = '2.0.0'

/** An application of version 1, with version 2 in force beside it. */
async function begun(
  office: Office,
  one: ProcessDrawing,
  two: ProcessDrawing,
  variables = {},
  parcels: readonly [Parcel, Parcel] = [{}, {}],
): Promise<Application> {
  await office.deploy(pack([one], parcels[0]))
  const it = await office.start(variables)
  await office.deploy(pack([two], { ...parcels[1], version: SECOND }))
  return it
}

async function tryMigrate(
  office: Office,
  it: Application,
  request: Partial<MigrateRequest> = {},
): Promise<Problem | undefined> {
  const done = await office.engine.migrateInstance(STAFF, it.id, { to: SECOND, ...request })
  await office.settle()
  await it.read()
  return isProblem(done) ? done : undefined
}

async function migrate(office: Office, it: Application, request: Partial<MigrateRequest> = {}): Promise<void> {
  const refused = await tryMigrate(office, it, request)
  if (refused) throw new Error(told(refused))
}

const against = (problem: Problem | undefined): readonly string[] =>
  problem?.findings?.map(({ rule, place }) => `${rule} ${place}`) ?? []

const rowOf = async (office: Office, it: Application) => office.engine.deps.store.instances.get(it.id)

describe('an application that goes over to another version', () => {
  test(
    'is at that version in every list, and goes on there',
    inOffice(async (office) => {
      const it = await begun(
        office,
        line(user('Hear')),
        line(user('Hear', { groups: 'supervisors', due: 'P2D' }), user('More')),
      )
      await office.advance('P1D')
      await migrate(office, it)
      expect((await rowOf(office, it))?.program).toBe('moj.elements@2.0.0/Process_1')
      const task = await it.desk('Hear')
      expect(task).toMatchObject({ program: 'moj.elements@2.0.0/Process_1', candidateGroups: ['supervisors'] })
      expect(task.due).toBe(task.openedAt + 2 * 86_400_000)
      const seenBy = async (group: string) =>
        (
          await office.engine.deps.store.tasks.list({
            agency: AGENCY,
            visibleTo: { user: 'nobody' as never, groups: [group] },
            limit: 10,
          })
        ).items.length
      expect([await seenBy('clerks'), await seenBy('supervisors')]).toEqual([0, 1])
      await it.task('Hear')
      expect(it.waits).toEqual(['task More'])
    }),
  )

  test(
    'is only asked when it is a rehearsal',
    inOffice(async (office) => {
      const it = await begun(office, line(user('Hear')), line(user('Heard')))
      expect(against(await tryMigrate(office, it, { dryRun: true }))).toEqual(['migration/unmapped Hear'])
      const asked = await office.engine.migrateInstance(STAFF, it.id, {
        to: SECOND,
        dryRun: true,
        mapping: { Hear: 'Heard' },
      })
      expect(asked).toEqual({ program: 'moj.elements@2.0.0/Process_1', changed: false })
      expect((await it.read()).state.program).toBe('moj.elements@1.0.0/Process_1')
    }),
  )

  test(
    'reads the policy of that version',
    inOffice(async (office) => {
      const it = await begun(office, line(user('Hear')), line(user('Hear')), {}, [
        { policy: { months: 3 } },
        { policy: { months: 6 } },
      ])
      await migrate(office, it)
      expect(it.variables).toMatchObject({ policy: { months: 6 } })
    }),
  )

  test(
    'is refused with names no version knows, to no other version, and to one that is not there',
    inOffice(async (office) => {
      const it = await begun(office, line(user('Hear')), line(user('Hear')))
      const wrong = await tryMigrate(office, it, {
        mapping: { Hear: 'Nowhere', Never: 'Hear', 'Process_1/Hear': 'Hear' },
      })
      expect([wrong?.code, ...against(wrong)]).toEqual([
        'migration.mapping',
        'migration/mapping Nowhere',
        'migration/mapping Never',
      ])
      expect((await tryMigrate(office, it, { to: '1.0.0' }))?.code).toBe('migration.same')
      expect((await tryMigrate(office, it, { to: '9.0.0' }))?.code).toBe('package.not-found')
    }),
  )

  test(
    'may go back again',
    inOffice(async (office) => {
      const it = await begun(office, line(user('Hear')), line(user('Heard')))
      await migrate(office, it, { mapping: { Hear: 'Heard' } })
      await migrate(office, it, { to: '1.0.0', mapping: { Heard: 'Hear' } })
      await it.task('Hear')
      expect(it.status).toBe('completed')
    }),
  )
})

describe('timers and messages', () => {
  const edged = (wait: string, name: string): ProcessDrawing =>
    process(
      'Process_1',
      startEvent('Start'),
      user('Hear'),
      beside(boundary('Late', 'Hear', after(wait))),
      boundary('News', 'Hear', message(name, '=id')),
      user('Chase'),
      user('Read'),
      'Start -> Hear',
      'Late -> Chase',
      'News -> Read',
    )

  test(
    'a deadline keeps its time, a message is heard under its new name, and what came before is there',
    inOffice(async (office) => {
      const it = await begun(office, edged('P2D', 'old'), edged('P9D', 'new'), { id: 'a' })
      const due = it.due('Late')
      await office.message('new', { key: 'a', timeToLive: 3_600_000, variables: { said: 1 } })
      await migrate(office, it)
      expect(it.path).toContain('News')
      expect(it.variables).toMatchObject({ said: 1 })
      const other = await office.start({ id: 'b' }, PACKAGE, '1.0.0')
      await migrate(office, other)
      expect(other.due('Late')).toBe(due)
      await office.message('old', { key: 'b' })
      await office.message('new', { key: 'b' })
      expect((await other.read()).waits).toEqual(['task Read'])
    }),
  )
})

describe('jobs', () => {
  const one = line(service('Ask', { type: 'ask', inputs: { id: '=id' } }))
  const two = line(service('Ask', { type: 'inquire', headers: { how: 'new' }, inputs: { number: '=id' } }))

  test(
    'that wait go out under their old key as the new version has them',
    inOffice(async (office) => {
      const it = await begun(office, one, two, { id: 7 })
      const [id = ''] = it.live('Ask')
      await migrate(office, it)
      const job = await it.work('Ask')
      expect(job).toMatchObject({ id, type: 'inquire', headers: { how: 'new' }, variables: { number: 7 } })
      expect(job.program).toBe('moj.elements@2.0.0/Process_1')
      await it.job('Ask')
      expect(it.status).toBe('completed')
    }),
  )

  const lease = async (office: Office) => {
    const jobs = await office.engine.activateJobs(STAFF, { types: ['ask'], worker: 'w', limit: 9, leaseTime: 60_000 })
    if (isProblem(jobs) || !jobs[0]) throw new Error('Expected a job')
    return jobs[0]
  }

  test(
    'that a worker holds, or took and never answered, stay as they are until it has',
    inOffice(async (office) => {
      const it = await begun(office, one, two, { id: 7 })
      const held = await lease(office)
      expect(against(await tryMigrate(office, it))).toEqual(['migration/job Ask'])
      office.clock.set(office.clock.now() + 120_000)
      expect(against(await tryMigrate(office, it))).toEqual(['migration/job Ask'])
      const key = globalId(it.id, held.id)
      await office.engine.failJob(STAFF, key, { reason: 'no', backoff: 0 }, held.token)
      await migrate(office, it)
      expect(await it.work('Ask')).toMatchObject({ type: 'inquire', failures: 1 })
    }),
  )

  test(
    'that are kept are answered by whoever holds them',
    inOffice(async (office) => {
      const it = await begun(office, one, two, { id: 7 })
      const held = await lease(office)
      await migrate(office, it, { jobs: 'keep' })
      expect(await it.work('Ask')).toMatchObject({ type: 'ask', variables: { id: 7 } })
      const done = await office.engine.completeJob(STAFF, globalId(it.id, held.id), {}, held.token)
      if (isProblem(done)) throw new Error(told(done))
      expect((await it.read()).status).toBe('completed')
    }),
  )

  test(
    'taken between the decision and the write are decided on again',
    inOffice(async (office) => {
      const it = await begun(office, one, two, { id: 7 })
      const { store } = office.engine.deps
      const get = store.jobs.get.bind(store.jobs)
      let reads = 0
      store.jobs.get = async (instance, id: LocalId) => {
        const row = await get(instance, id)
        if (reads++ === 0) await lease(office)
        return row
      }
      const refused = await tryMigrate(office, it)
      store.jobs.get = get
      expect(against(refused)).toEqual(['migration/job Ask'])
      expect((await it.read()).state.program).toBe('moj.elements@1.0.0/Process_1')
    }),
  )
})

describe('called processes', () => {
  const shared = (version: string, group: string) =>
    pack([{ ...line(user('Pay', { groups: group })), id: 'pay' }], { id: 'common.pay', version, shared: true })
  const caller = process(
    'Process_1',
    startEvent('Start'),
    call('Charge', 'pay'),
    user('Done'),
    endEvent('End'),
    'Start -> Charge -> Done -> End',
  )
  const uses = (version: string): Parcel => ({ uses: { 'common.pay': version } })

  test(
    'follow into the version the new one uses, or end on their own',
    inOffice(async (office) => {
      await office.deploy(shared('1.0.0', 'clerks'), shared('1.1.0', 'supervisors'))
      const it = await begun(office, caller, caller, {}, [uses('1.0.0'), uses('1.1.0')])
      const other = await office.start({}, PACKAGE, '1.0.0')
      await migrate(office, it)
      expect(await it.desk('Pay')).toMatchObject({ candidateGroups: ['supervisors'], program: 'common.pay@1.1.0/pay' })
      await migrate(office, other, { called: 'keep' })
      expect(await other.desk('Pay')).toMatchObject({ candidateGroups: ['clerks'], program: 'common.pay@1.0.0/pay' })
      for (const one of [it, other]) {
        await one.task('Pay')
        expect(one.waits).toEqual(['task Done'])
      }
    }),
  )
})

test(
  'a called process follows into the version its call is bound to now',
  inOffice(async (office) => {
    const helper = (version: string, task: string) =>
      pack([{ ...line(user(task)), id: 'helper' }], { id: 'common.helper', version, shared: true })
    const bound = call('Call', 'helper')
    const extensions = (bound.extensions ?? '').replace('processId', 'bindingType="latest" processId')
    const caller = line({ ...bound, extensions })
    const uses: Parcel = { uses: { 'common.helper': '1.0.0' } }
    await office.deploy(helper('1.0.0', 'Old'))
    const it = await begun(office, caller, caller, {}, [uses, uses])
    await office.deploy(helper('1.1.0', 'New'))
    expect(against(await tryMigrate(office, it))).toEqual(['migration/unmapped helper/Old'])
    await migrate(office, it, { mapping: { 'helper/Old': 'helper/New' } })
    expect(await it.desk('New')).toMatchObject({ program: 'common.helper@1.1.0/helper' })
    await it.task('New')
    expect(it.status).toBe('completed')
  }),
)

test(
  'a suspended application goes over as well, and goes on when it is resumed',
  inOffice(async (office) => {
    const it = await begun(office, line(service('Ask', { type: 'ask' })), line(service('Ask', { type: 'inquire' })))
    await office.engine.suspendInstance(STAFF, it.id, 'wait')
    await migrate(office, it)
    expect(it.status).toBe('suspended')
    await office.engine.resumeInstance(STAFF, it.id, 'go on')
    await (await it.read()).job('Ask')
    expect(it.status).toBe('completed')
  }),
)

test(
  'steps of an ad-hoc subprocess that were chosen are done in their turn, under their new names',
  inOffice(async (office) => {
    const inspect = (ordering: 'Sequential' | 'Parallel', ...steps: readonly string[]): ProcessDrawing =>
      line(adHoc('Inspect', { active: '=["Visit", "Call"]', ordering }, ...steps.map((id) => user(id))))
    const it = await begun(
      office,
      inspect('Sequential', 'Visit', 'Call'),
      inspect('Sequential', 'Visit', 'Ring', 'Call'),
    )
    expect(it.waits).toEqual(['task Visit'])
    await migrate(office, it, { mapping: { Call: 'Ring' } })
    await it.task('Visit')
    expect(it.waits).toEqual(['task Ring'])
    await office.deploy(pack([inspect('Parallel', 'Visit', 'Call')], { version: '3.0.0' }))
    const other = await office.start({}, PACKAGE, '1.0.0')
    expect(against(await tryMigrate(office, other, { to: '3.0.0' }))).toEqual(['migration/ad-hoc Inspect'])
    await office.deploy(pack([line(user('Visit'))], { version: '4.0.0' }))
    expect(against(await tryMigrate(office, other, { to: '4.0.0' }))).toContain('migration/unmapped Inspect')
  }),
)
