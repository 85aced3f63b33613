/**
 * The door to SQLite: the slice of better-sqlite3 the store uses, and nothing else in the house imports it.
 *
 * `query` reads, `statement` changes rows, `returning` does both. Before a change the failpoint is told, so that a test
 * can stop the machine between any two of them.
 */
import Database from 'better-sqlite3'
import { pass, type Failpoint } from '../../../core/failpoint.ts'

export type Value = string | number | null | Uint8Array
/** Values in the order of the `?`, or one record for `:name`. */
export type Values = readonly (Value | Readonly<Record<string, Value>>)[]

export interface Query<Row> {
  get(...values: Values): Row | undefined
  all(...values: Values): Row[]
}

export interface Statement {
  /** Returns how many rows it changed. */
  run(...values: Values): number
}

export interface Connection {
  query<Row>(sql: string): Query<Row>
  statement(sql: string): Statement
  returning<Row>(sql: string): Query<Row>
  exec(sql: string): void
  pragma(name: string): string | number
  readonly inTransaction: boolean
  backup(toFile: string): Promise<void>
  close(): void
}

/** @param file path or ':memory:' @param timeout milliseconds to wait for a lock held by another process */
export function connect(file: string, timeout: number, failpoint: Failpoint = pass): Connection {
  const database = new Database(file, { timeout })
  const query = <Row>(sql: string): Query<Row> => database.prepare<unknown[], Row>(sql)
  const statement = (sql: string): Statement => {
    const prepared = database.prepare(sql)
    return {
      run: (...values) => {
        failpoint('store.before-statement')
        return prepared.run(...values).changes
      },
    }
  }
  const returning = <Row>(sql: string): Query<Row> => {
    const prepared = database.prepare<unknown[], Row>(sql)
    const first = <T>(work: () => T): T => {
      failpoint('store.before-statement')
      return work()
    }
    return {
      get: (...values) => first(() => prepared.get(...values)),
      all: (...values) => first(() => prepared.all(...values)),
    }
  }
  return {
    query,
    statement,
    returning,
    exec: (sql) => {
      database.exec(sql)
    },
    pragma: (name) => database.pragma(name, { simple: true }) as string | number,
    get inTransaction() {
      return database.inTransaction
    },
    backup: async (toFile) => {
      await database.backup(toFile)
    },
    close: () => {
      database.close()
    },
  }
}
