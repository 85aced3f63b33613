import { describe, expect, test } from 'vitest'
import { advanceMigrations } from '../../engine/commands/migration/advance.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { line } from '../elements/draw.ts'
import { inOffice } from '../elements/office.ts'
import { PACKAGE } from '../elements/pack.ts'
import { STAFF, told } from '../elements/staff.ts'
import { service, user } from '../elements/steps.ts'
import { begin, failures, inForce, migrated, read, SECOND, versions } from './batches.ts'

describe('all running applications of a version', () => {
  const one = line(user('Hear'), user('Decide'))
  const two = line(user('Hear'), user('Judge'))

  test(
    'go over, those that ended stay, and those begun later are not asked',
    inOffice(async (office) => {
      await inForce(office, one, line(user('Hear'), user('Decide'), user('Tell')))
      const begun = [await begin(office), await begin(office), await begin(office)]
      await begun[0]?.task('Hear')
      await begun[1]?.cancel()
      const batch = await migrated(office)
      expect(batch).toMatchObject({ status: 'completed', total: 2, ready: 2, migrated: 2, failed: 0, report: [] })
      await begin(office)
      expect(await versions(office)).toEqual(['2.0.0', '1.0.0', '2.0.0', '1.0.0'])
    }),
  )

  test(
    'are only checked in a rehearsal, which counts each reason and names some it strikes',
    inOffice(async (office) => {
      await inForce(office, one, two)
      for (let n = 0; n < 7; n++) await (await begin(office)).task('Hear')
      await begin(office)
      const batch = await migrated(office, { dryRun: true })
      expect(batch).toMatchObject({ status: 'checked', total: 8, ready: 1, migrated: 0 })
      expect(batch.report).toMatchObject([{ rule: 'migration/unmapped', count: 7 }])
      const [reason] = batch.report
      expect(reason?.examples).toHaveLength(5)
      expect(reason?.examples[0]).toMatchObject({
        place: 'Decide',
        messageAr: expect.stringMatching(/المتوقع/) as string,
      })
      expect(new Set(await versions(office))).toEqual(new Set(['1.0.0']))
    }),
  )

  test(
    'go over but for those that cannot, which are listed with their reasons',
    inOffice(async (office) => {
      await inForce(office, one, two)
      const stuck = await (await begin(office)).task('Hear')
      await begin(office)
      const batch = await migrated(office)
      expect(batch).toMatchObject({ status: 'completed', total: 2, ready: 1, migrated: 1, failed: 1 })
      expect(await failures(office, batch.id)).toMatchObject([
        { instance: stuck.id, code: 'migration.refused', retry: false, findings: [{ place: 'Decide' }] },
      ])
      const again = await migrated(office, { mapping: { Decide: 'Judge' } })
      expect(again).toMatchObject({ status: 'completed', total: 1, migrated: 1 })
      expect(await versions(office)).toEqual(['2.0.0', '2.0.0'])
    }),
  )

  test(
    'all go over or none where it is strict',
    inOffice(async (office) => {
      await inForce(office, one, two)
      await (await begin(office)).task('Hear')
      await begin(office)
      expect(await migrated(office, { strict: true })).toMatchObject({ status: 'refused', ready: 1, migrated: 0 })
      expect(await versions(office)).toEqual(['1.0.0', '1.0.0'])
      expect(await migrated(office, { strict: true, mapping: { Decide: 'Judge' } })).toMatchObject({
        status: 'completed',
        migrated: 2,
      })
    }),
  )
})

test(
  'an application whose job somebody holds is tried again when the worker has had its time',
  inOffice(async (office) => {
    await inForce(office, line(service('Ask', { type: 'ask' })), line(service('Ask', { type: 'inquire' })))
    const it = await begin(office)
    const lease = { types: ['ask'], worker: 'w', limit: 1, leaseTime: 60_000 }
    const [held] = (await office.engine.activateJobs(STAFF, lease)) as readonly { readonly token: number }[]
    const batch = await migrated(office)
    expect(batch).toMatchObject({ status: 'running', migrated: 0, failed: 1, pass: 1 })
    const [id = ''] = it.live('Ask')
    await office.engine.failJob(STAFF, `${it.id}:${id}`, { reason: 'no', backoff: 0 }, held?.token)
    await office.advance('PT15S')
    expect(await read(office, batch.id)).toMatchObject({ status: 'completed', migrated: 1, failed: 0 })
    expect(await (await it.read()).work('Ask')).toMatchObject({ type: 'inquire' })
  }),
)

test(
  'a migration that is called off takes nobody further, and cannot be called off twice',
  inOffice(async (office) => {
    await inForce(office, line(user('Hear')), line(user('Hear')))
    await begin(office)
    const batch = await office.engine.startMigration(STAFF, { packageId: PACKAGE, from: '1.0.0', to: SECOND })
    if (isProblem(batch)) throw new Error(told(batch))
    expect(await office.engine.cancelMigration(STAFF, batch.id)).toMatchObject({ status: 'canceled' })
    await office.settle()
    expect(await versions(office)).toEqual(['1.0.0'])
    expect(await office.engine.cancelMigration(STAFF, batch.id)).toMatchObject({ code: 'migration.over' })
  }),
)

test(
  'an application that breaks is one failure among the others',
  inOffice(async (office) => {
    await inForce(office, line(user('Hear')), line(user('Hear')))
    const broken = await begin(office)
    await begin(office)
    const { instances } = office.engine.deps.store
    const get = instances.get.bind(instances)
    instances.get = async (id) => {
      const row = await get(id)
      return row && id === broken.id ? { ...row, state: row.state.replace('"Hear"', '"Lost"') } : row
    }
    const begun = await office.engine.startMigration(STAFF, { packageId: PACKAGE, from: '1.0.0', to: SECOND })
    if (isProblem(begun)) throw new Error(told(begun))
    while ((await advanceMigrations(office.engine.deps, () => {})) > 0);
    instances.get = get
    expect(await read(office, begun.id)).toMatchObject({ status: 'completed', migrated: 1, failed: 1 })
    expect(await failures(office, begun.id)).toMatchObject([{ instance: broken.id, code: 'bug' }])
  }),
)
