import { expect, test } from 'vitest'
import { advanceMigrations } from '../../engine/commands/migration/advance.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { line } from '../elements/draw.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { pack, PACKAGE } from '../elements/pack.ts'
import { STAFF, told } from '../elements/staff.ts'
import { service, user } from '../elements/steps.ts'
import { asked, begin, failures, inForce, migrated, read, versions } from './batches.ts'

const ask = (type: string) => line(service('Ask', { type }))
const hear = line(user('Hear'))

/** A worker takes a job of this type and does not come back. */
async function hold(office: Office, type: string): Promise<number> {
  const lease = { types: [type], worker: 'w', limit: 1, leaseTime: 3_600_000 }
  const [held] = (await office.engine.activateJobs(STAFF, lease)) as readonly { readonly token: number }[]
  return held?.token ?? 0
}

/** As the worker does, round by round until nothing is due. */
async function rounds(office: Office): Promise<void> {
  for (let round = 0; (await advanceMigrations(office.engine.deps)) > 0; round++)
    if (round > 50) throw new Error('Expected the migrations to come to rest')
}

test(
  'an application that ended between two passes is no failure, and nothing is left to try',
  inOffice(async (office) => {
    await inForce(office, ask('ask'), ask('inquire'))
    const it = await begin(office)
    await hold(office, 'ask')
    expect(await migrated(office)).toMatchObject({ status: 'running', failed: 1, pass: 1 })
    await it.cancel()
    await office.advance('PT15S')
    const [batch] = (await office.engine.listMigrations(STAFF, { limit: 1 })).items
    expect(batch).toMatchObject({ status: 'completed', migrated: 0, failed: 0, pass: 1 })
  }),
)

test(
  'an application that could not go over and ended before the batch did is no failure either',
  inOffice(async (office) => {
    const parts = (type: string, last: string) => line(service('Ask', { type }), user(last))
    await inForce(office, parts('ask', 'Decide'), parts('inquire', 'Judge'))
    const homeless = await begin(office)
    await homeless.job('Ask')
    await begin(office)
    await hold(office, 'ask')
    const { id } = await migrated(office)
    expect(await read(office, id)).toMatchObject({ status: 'running', failed: 2 })
    await homeless.task('Decide')
    for (let pass = 1; pass < 6; pass++) await office.advance('PT15S')
    expect(await read(office, id)).toMatchObject({ status: 'completed', migrated: 0, failed: 1 })
  }),
)

test(
  'an application that an operator took to another version meanwhile stays there and is no failure',
  inOffice(async (office) => {
    await inForce(office, ask('ask'), ask('inquire'))
    await office.deploy(pack([ask('ask')], { version: '3.0.0' }))
    const it = await begin(office)
    const token = await hold(office, 'ask')
    const { id } = await migrated(office)
    const moved = await office.engine.migrateInstance(STAFF, it.id, { to: '3.0.0' })
    if (isProblem(moved)) throw new Error(told(moved))
    const [job = ''] = (await it.read()).live('Ask')
    await office.engine.failJob(STAFF, `${it.id}:${job}`, { reason: 'no', backoff: 0 }, token)
    await office.advance('PT15S')
    expect(await versions(office)).toEqual(['3.0.0'])
    expect(await read(office, id)).toMatchObject({ status: 'completed', migrated: 0, failed: 0 })
  }),
)

test(
  'an application that ends while it is checked stands against nothing',
  inOffice(async (office) => {
    await inForce(office, hear, hear)
    const ending = await begin(office)
    await begin(office)
    const id = await asked(office, { strict: true })
    const { migrations } = office.engine.deps.store
    const candidates = migrations.candidates.bind(migrations)
    migrations.candidates = async (...of) => {
      const found = await candidates(...of)
      migrations.candidates = candidates
      await office.engine.cancelInstance(STAFF, ending.id, 'withdrawn')
      return found
    }
    await rounds(office)
    expect(await read(office, id)).toMatchObject({ status: 'completed', total: 1, ready: 1, migrated: 1, report: [] })
  }),
)

test(
  'a batch that is called off while a piece of it runs takes only those along that were on their way',
  inOffice(async (office) => {
    await inForce(office, hear, hear)
    const request = { packageId: PACKAGE, version: '1.0.0', variables: {}, channel: 'api' } as const
    for (let n = 0; n < 300; n++) await office.engine.startInstance(STAFF, request)
    const id = await asked(office)
    const { store } = office.engine.deps
    const commit = store.commit.bind(store)
    store.commit = async (write) => {
      if (write.history?.command === 'migrate') await office.engine.cancelMigration(STAFF, id)
      return commit(write)
    }
    await rounds(office)
    store.commit = commit
    expect(await read(office, id)).toMatchObject({ status: 'canceled', migrated: 256, failed: 0 })
  }),
)

test(
  'nothing is tried again by itself once the batch is over',
  inOffice(async (office) => {
    await inForce(office, ask('ask'), ask('inquire'))
    await begin(office)
    await hold(office, 'ask')
    const { id } = await migrated(office)
    expect(await failures(office, id)).toMatchObject([{ retry: true }])
    await office.engine.cancelMigration(STAFF, id)
    expect(await failures(office, id)).toMatchObject([{ retry: false }])
  }),
)
