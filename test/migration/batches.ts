/** Batches in an office: begun, and read as an operator sees them. */
import type { MigrationRequest } from '../../engine/commands/migration/batches.ts'
import type { MigrationBatch } from '../../engine/core/migration-batch.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { ProcessDrawing } from '../elements/draw.ts'
import type { Office } from '../elements/office.ts'
import { pack, PACKAGE } from '../elements/pack.ts'
import { STAFF, told } from '../elements/staff.ts'

export const SECOND = '2.0.0'

export async function inForce(office: Office, one: ProcessDrawing, two: ProcessDrawing): Promise<void> {
  await office.deploy(pack([one]))
  await office.deploy(pack([two], { version: SECOND }))
}

export const begin = (office: Office, variables = {}) => office.start(variables, PACKAGE, '1.0.0')

/** Nothing of it is done yet. */
export async function asked(office: Office, request: Partial<MigrationRequest> = {}): Promise<string> {
  const way = { packageId: PACKAGE, from: '1.0.0', to: SECOND }
  const batch = await office.engine.startMigration(STAFF, { ...way, ...request })
  if (isProblem(batch)) throw new Error(told(batch))
  return batch.id
}

export async function migrated(office: Office, request: Partial<MigrationRequest> = {}): Promise<MigrationBatch> {
  const id = await asked(office, request)
  await office.settle()
  return read(office, id)
}

export async function read(office: Office, id: string): Promise<MigrationBatch> {
  const batch = await office.engine.getMigration(STAFF, id)
  if (isProblem(batch)) throw new Error(told(batch))
  return batch
}

export const versions = async (office: Office): Promise<readonly string[]> =>
  (await office.all()).map(({ state }) => state.program.replace(/.*@(.*)\/.*/, '$1'))

export const failures = async (office: Office, id: string) => {
  const page = await office.engine.listMigrationFailures(STAFF, id, { limit: 50 })
  if (isProblem(page)) throw new Error(told(page))
  return page.items
}
