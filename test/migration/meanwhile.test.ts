import { expect, test } from 'vitest'
import { advanceMigrations } from '../../engine/commands/migration/advance.ts'
import { isProblem, ProblemError, unavailable } from '../../engine/core/problem.ts'
import { line } from '../elements/draw.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { pack, PACKAGE } from '../elements/pack.ts'
import { STAFF, told } from '../elements/staff.ts'
import { service, user } from '../elements/steps.ts'
import { asked, begin, failures, inForce, migrated, read, SECOND, versions } from './batches.ts'

const ask = (type: string) => line(service('Ask', { type }))
const hear = line(user('Hear'))

/** A worker takes a job of this type and does not come back. */
async function hold(office: Office, type: string): Promise<number> {
  const lease = { types: [type], worker: 'w', limit: 1, leaseTime: 3_600_000 }
  const [held] = (await office.engine.activateJobs(STAFF, lease)) as readonly { readonly token: number }[]
  return held?.token ?? 0
}

/** As the worker does, round by round until nothing is due; what it would log. */
async function rounds(office: Office): Promise<readonly string[]> {
  const faults: string[] = []
  const tell = (fault: unknown, doing: string) => faults.push(`${doing}: ${String(fault)}`)
  for (let round = 0; (await advanceMigrations(office.engine.deps, tell)) > 0; round++)
    if (round > 50) throw new Error('Expected the migrations to come to rest')
  return faults
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

test.each([
  ['is damaged', () => Promise.reject(new Error('torn')), 'torn'],
  ['is not there', () => Promise.resolve(undefined), 'none called'],
])('a batch whose package %s says so and waits, and the others go on', async (_, broken, reason) => {
  await inOffice(async (office) => {
    await inForce(office, hear, hear)
    const other = { id: 'moj.other' }
    await office.deploy(pack([hear], other))
    await office.deploy(pack([hear], { ...other, version: SECOND }))
    await begin(office)
    await office.start({}, other.id, '1.0.0')
    const stuck = await asked(office)
    office.clock.set(office.clock.now() + 1)
    const sound = await asked(office, { packageId: other.id })
    const { definitions } = office.engine.deps
    const found = definitions.package.bind(definitions)
    definitions.package = (id, version) => (id === PACKAGE ? broken() : found(id, version))
    expect(await rounds(office)).toEqual([expect.stringContaining(`migration ${stuck}: `)])
    expect(await read(office, sound)).toMatchObject({ status: 'completed', migrated: 1 })
    expect(await read(office, stuck)).toMatchObject({
      status: 'checking',
      trouble: expect.stringContaining(reason) as string,
      due: office.clock.now() + 15_000,
    })
    office.clock.set(office.clock.now() + 15_000)
    expect(await rounds(office)).toEqual([])
    expect((await read(office, stuck)).trouble).toContain(reason)
    definitions.package = found
    office.clock.set(office.clock.now() + 15_000)
    expect(await rounds(office)).toEqual([])
    const mended = await read(office, stuck)
    expect(mended).toMatchObject({ status: 'completed', migrated: 1, failed: 0 })
    expect(mended.trouble).toBeUndefined()
  })()
})

test(
  'a disk that takes nothing for a while is no failure of the applications that were on their way',
  inOffice(async (office) => {
    await inForce(office, hear, hear)
    for (let n = 0; n < 3; n++) await begin(office)
    const id = await asked(office)
    const { store } = office.engine.deps
    const commit = store.commit.bind(store)
    let refused = 0
    store.commit = async (write) => {
      if (write.history?.command !== 'migrate' || ++refused > 2) return commit(write)
      throw new ProblemError(unavailable('store.unavailable', 'Expected room on the disk, but it is full'))
    }
    await rounds(office)
    store.commit = commit
    office.clock.set(office.clock.now() + 15_000)
    await rounds(office)
    expect(await read(office, id)).toMatchObject({ status: 'completed', migrated: 3, failed: 0 })
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
