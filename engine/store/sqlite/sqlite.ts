/** The store in one file on the server's own disk: nothing to install, nothing to administer, everything durable. */
import { existsSync, realpathSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pass, type Failpoint } from '../../core/failpoint.ts'
import type { Store } from '../../core/store.ts'
import { accounts } from './accounts.ts'
import { assistances } from './assistances.ts'
import { arrivals } from './arrivals.ts'
import { attachments } from './attachments.ts'
import { charges } from './charges.ts'
import { WriteQueue } from './write/commit.ts'
import { dataAccesses } from './data-accesses.ts'
import { delegations } from './delegations.ts'
import { deployments } from './deployments.ts'
import { documents } from './documents.ts'
import { drafts } from './drafts.ts'
import { typedForms } from './typed-forms.ts'
import { connect, type Connection } from './file/driver.ts'
import { elementInstances } from './element-instances.ts'
import { evidence } from './evidence.ts'
import { holidays } from './holidays.ts'
import { figures } from './figures.ts'
import { instances } from './instances.ts'
import { jobs } from './jobs.ts'
import { lock } from './file/lock.ts'
import { mandates } from './mandates.ts'
import { messages } from './messages.ts'
import { migrate, readMigrations } from './file/migrate.ts'
import { migrationBatches } from './migration-batches.ts'
import { notes } from './notes.ts'
import { notices } from './notices.ts'
import { packageDrafts } from './package-drafts.ts'
import { publications } from './publications.ts'
import { assertPragmas, limitSize, setPragmas } from './file/pragmas.ts'
import { refunds } from './refunds.ts'
import { serviceFigures } from './service-figures.ts'
import { savedFilters } from './saved-filters.ts'
import { search } from './search.ts'
import { signals } from './signals.ts'
import { suspensions } from './suspensions.ts'
import { tasks } from './tasks.ts'
import { timers } from './timers.ts'
import { committer } from './write/write.ts'

export interface SqliteOptions {
  /** Path, or ':memory:' for a store that lives as long as the process. */
  readonly file: string
  /** Milliseconds to wait for a lock that another tool holds on the file; 5000. */
  readonly busyTimeout?: number
  /** The file grows no further; what does not fit is refused as on a full disk. */
  readonly maxBytes?: number
  readonly failpoint?: Failpoint
}

const MEMORY = ':memory:'
const BUSY_TIMEOUT = 5_000

/** Throws a ProblemError when another server has the file or this version cannot read it. */
export function openSqlite({ file, busyTimeout = BUSY_TIMEOUT, maxBytes, failpoint = pass }: SqliteOptions): Store {
  const inMemory = file === MEMORY
  const path = inMemory || !existsSync(file) ? file : realpathSync(file)
  const unlock = inMemory ? () => {} : lock(path)
  let db: Connection | undefined
  try {
    db = connect(path, busyTimeout, failpoint)
    setPragmas(db, inMemory)
    if (maxBytes !== undefined) limitSize(db, maxBytes)
    const schema = migrate(db, readMigrations(), failpoint)
    return storeOn(db, { inMemory, schema, failpoint, unlock })
  } catch (error) {
    db?.close()
    unlock()
    throw error
  }
}

interface Opened {
  readonly inMemory: boolean
  readonly schema: number
  readonly failpoint: Failpoint
  unlock(): void
}

function storeOn(db: Connection, { inMemory, schema, failpoint, unlock }: Opened): Store {
  const queue = new WriteQueue(db, failpoint)
  const beat = db.statement('UPDATE pulse SET beats = beats + 1')
  const backups = new Set<Promise<void>>()
  let closed: Promise<void> | undefined

  async function health(): Promise<Record<string, string | number>> {
    queue.assertTrusted()
    const durability = assertPragmas(db, inMemory)
    await queue.write(() => beat.run())
    const bytes = Number(db.pragma('page_count')) * Number(db.pragma('page_size'))
    return { engine: 'sqlite', ...durability, schema, bytes }
  }

  async function close(): Promise<void> {
    queue.close()
    await Promise.allSettled(backups)
    db.close()
    unlock()
  }

  return {
    commit: committer(db, queue),
    instances: instances(db),
    elementInstances: elementInstances(db),
    tasks: tasks(db, queue),
    jobs: jobs(db, queue),
    timers: timers(db),
    suspensions: suspensions(db),
    holidays: holidays(db),
    mandates: mandates(db, queue),
    messages: messages(db, queue),
    migrations: migrationBatches(db, queue),
    savedFilters: savedFilters(db, queue),
    search: search(db),
    signals: signals(db, queue),
    arrivals: arrivals(db),
    assistances: assistances(db),
    delegations: delegations(db, queue),
    deployments: deployments(db, queue),
    documents: documents(db, queue),
    drafts: drafts(db, queue),
    packageDrafts: packageDrafts(db, queue),
    publications: publications(db, queue),
    typedForms: typedForms(db, queue),
    dataAccesses: dataAccesses(db, queue),
    attachments: attachments(db, queue),
    serviceFigures: serviceFigures(db),
    evidence: evidence(db, queue),
    figures: figures(db),
    charges: charges(db, queue),
    refunds: refunds(db, queue),
    accounts: accounts(db, queue),
    notes: notes(db),
    notices: notices(db, queue),
    health,
    backup: (toFile) => {
      const running = copyTo(db, toFile).finally(() => backups.delete(running))
      backups.add(running)
      return running
    },
    close: () => (closed ??= close()),
  }
}

/** Complete under its name or not there at all. */
async function copyTo(db: Connection, toFile: string): Promise<void> {
  const partial = `${toFile}.partial`
  await rm(partial, { force: true })
  await db.backup(partial)
  await rename(partial, toFile)
}
