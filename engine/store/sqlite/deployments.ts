/** The services in force: immutable versions, and the timers, messages and signals that start the newest of each. */
import type { DeploymentRow, DeploymentStore, NewDeployment, StartCondition } from '../../core/deployment.ts'
import type { Publication } from '../../core/publication.ts'
import { publicationWriter } from './publications.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { signalRedirection } from './write/holding.ts'

type Added = Awaited<ReturnType<DeploymentStore['add']>>

const COLUMNS = 'package_id AS packageId, version, agency, digest, deployed_at AS deployedAt, deployed_by AS deployedBy'
const VERSION = 'major, minor, patch'

export function deployments(db: Connection, queue: WriteQueue): DeploymentStore {
  const add = adder(db)
  const list = db.query<DeploymentRow>(`SELECT ${COLUMNS} FROM deployments
    WHERE (:agency IS NULL OR agency = :agency) AND (:package IS NULL OR package_id = :package)
    ORDER BY package_id, ${VERSION}`)
  const get = db.query<DeploymentRow>(`SELECT ${COLUMNS} FROM deployments WHERE package_id = ? AND version = ?`)
  const latest = db.query<DeploymentRow>(`SELECT ${COLUMNS} FROM deployments WHERE package_id = ?
    ORDER BY major DESC, minor DESC, patch DESC LIMIT 1`)
  const conditions = db.query<StartCondition>(`SELECT program, element FROM start_conditions
    WHERE agency = :agency AND (:package IS NULL OR package_id = :package) ORDER BY program, element`)
  const zip = db.query<{ zip: Uint8Array }>('SELECT zip FROM deployments WHERE package_id = ? AND version = ?')
  /** The highest version of each package, until one is added: every start asks, and this process alone writes. */
  const newest = new Map<string, DeploymentRow>()

  function highest(packageId: string): DeploymentRow | undefined {
    const found = newest.get(packageId) ?? latest.get(packageId)
    if (found) newest.set(packageId, found)
    return found
  }

  return {
    add: (added, publication) =>
      queue.write(() => {
        newest.clear()
        return add(added, publication)
      }),
    list: async ({ agency = null, packageId = null }) => list.all({ agency, package: packageId }),
    get: async (packageId, version) => get.get(packageId, version),
    latest: async (packageId) => highest(packageId),
    startConditions: async ({ agency, packageId = null }) => conditions.all({ agency, package: packageId }),
    zip: async (packageId, version) => zip.get(packageId, version)?.zip,
  }
}

function adder(db: Connection): (deployments: readonly NewDeployment[], publication?: Publication) => Added {
  const find = db.query<DeploymentRow>(`SELECT ${COLUMNS} FROM deployments WHERE package_id = ? AND version = ?`)
  const insert = db.statement(`
    INSERT INTO deployments (package_id, version, ${VERSION}, agency, digest, deployed_at, deployed_by, zip)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const newer = db.query(`SELECT 1 FROM deployments WHERE package_id = ? AND (${VERSION}) > (?, ?, ?)`)
  const replaceStarts = startReplacer(db)
  const publishing = publicationWriter(db)
  return (deployments, publication) => {
    if (publication && !publishing.fits(publication)) return { kind: 'stale' }
    for (const { packageId, version, digest } of deployments) {
      const there = find.get(packageId, version)
      if (there && there.digest !== digest) return { kind: 'conflict', packageId, version, digest: there.digest }
    }
    let deployed = false
    for (const one of deployments) {
      const { packageId, version, agency, digest, deployedAt, deployedBy, zip } = one
      if (find.get(packageId, version)) continue
      const numbers = version.split('.').map(Number)
      insert.run(packageId, version, ...numbers, agency, digest, deployedAt, deployedBy, zip)
      if (!newer.get(packageId, ...numbers)) replaceStarts(one)
      deployed = true
    }
    if (publication) publishing.write(publication)
    return { kind: deployed ? 'deployed' : 'unchanged' }
  }
}

function startReplacer(db: Connection): (deployment: NewDeployment) => void {
  const removeTimers = db.statement('DELETE FROM start_timers WHERE package_id = ?')
  const removeMessages = db.statement('DELETE FROM start_messages WHERE package_id = ?')
  const removeSignals = db.statement('DELETE FROM start_signals WHERE package_id = ?')
  const removeConditions = db.statement('DELETE FROM start_conditions WHERE package_id = ?')
  const timer = db.statement(
    `INSERT INTO start_timers (program, element, package_id, agency, due, repeat, since, fired, ended)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const message = db.statement(
    'INSERT INTO start_messages (program, element, package_id, agency, name, since, keyed) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const signal = db.statement(
    'INSERT INTO start_signals (program, element, package_id, agency, name) VALUES (?, ?, ?, ?, ?)',
  )
  const redirect = signalRedirection(db)
  const condition = db.statement(
    'INSERT INTO start_conditions (program, element, package_id, agency) VALUES (?, ?, ?, ?)',
  )
  return ({ packageId, agency, deployedAt, startTimers, startMessages, startSignals, startConditions }) => {
    removeTimers.run(packageId)
    removeMessages.run(packageId)
    removeSignals.run(packageId)
    removeConditions.run(packageId)
    for (const { program, element, due, repeat = null, since = null, fired = false, ended = false } of startTimers)
      timer.run(program, element, packageId, agency, due, repeat, since, Number(fired), Number(ended))
    for (const { program, element, name, keyed } of startMessages)
      message.run(program, element, packageId, agency, name, deployedAt, keyed ? 1 : 0)
    for (const { program, element, name } of startSignals) {
      signal.run(program, element, packageId, agency, name)
      redirect(program, element)
    }
    for (const { program, element } of startConditions) condition.run(program, element, packageId, agency)
  }
}
