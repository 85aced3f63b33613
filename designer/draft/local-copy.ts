import type { FileChanges } from '../../engine/core/package/file-changes.ts'
/**
 * What was not saved yet, kept in the browser: a browser that is killed, a server that is gone and a session that ran out
 * cost no work. One entry for each draft: the revision it stands on, and the whole of what is different from it.
 */

export interface Unsaved {
  readonly rev: number
  readonly changes: readonly (readonly [path: string, content: string | null])[]
  readonly at: number
}

export interface LocalCopy {
  read(draft: string): Promise<Unsaved | undefined>
  keep(draft: string, rev: number, changes: FileChanges): Promise<void>
  forget(draft: string): Promise<void>
}

const DATABASE = 'masar-designer'
const STORE = 'unsaved'

/** Where a browser keeps nothing (private windows of some), work goes on and is kept by the server alone. */
export function localCopy(who: string): LocalCopy {
  const key = (draft: string): string => `${who} ${draft}`
  return {
    read: (draft) => run<Unsaved | undefined>('readonly', (store) => store.get(key(draft))),
    keep: async (draft, rev, changes) => {
      const entry: Unsaved = { rev, changes: [...changes], at: Date.now() }
      await run('readwrite', (store) => store.put(entry, key(draft)))
    },
    forget: async (draft) => {
      await run('readwrite', (store) => store.delete(key(draft)))
    },
  }
}

let opened: Promise<IDBDatabase> | undefined

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T | undefined> {
  try {
    const database = await (opened ??= open())
    const request = work(database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE))
    return await settled<T>(request)
  } catch {
    return undefined
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
  return settled(request)
}

const settled = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result as T))
    request.addEventListener('error', () => reject(request.error ?? new Error('Expected the browser to keep it')))
  })
