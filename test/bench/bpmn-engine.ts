/**
 * bpmn-engine on the same process, its state saved at each wait and recovered before the next answer, as anyone must who
 * wants to survive a restart with it: JSON.stringify of getState() into SQLite, one transaction per wait.
 */
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { Engine, type BpmnEngineExecuteOptions } from 'bpmn-engine'
import { ANSWERS, TASKS, tenPlain } from './ten-process.ts'

const INSTANCES = 40

/** Answers run on to the next wait before `signal` returns. Transitions per second: a start and three answers per instance, as the other rows count. */
export async function bpmnEngineRate(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'masar-peer-'))
  const db = new Database(join(folder, 'peer.db'))
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec('CREATE TABLE states (id INTEGER PRIMARY KEY, state TEXT) STRICT')
    const save = db.prepare('INSERT INTO states VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state')
    const load = db.prepare<[number], { state: string }>('SELECT state FROM states WHERE id = ?')
    const source = tenPlain()
    for (let id = 1; id <= 5; id++) await instance(id)
    const began = performance.now()
    for (let id = 10; id < 10 + INSTANCES; id++) await instance(id)
    return Math.round(((INSTANCES * (TASKS.length + 1)) / (performance.now() - began)) * 1_000)

    async function instance(id: number): Promise<void> {
      const engine = new Engine({ name: 'bench', source })
      await engine.execute({ listener: silent(), variables: ANSWERS })
      save.run(id, JSON.stringify(await engine.getState()))
      await engine.stop()
      for (const task of TASKS) {
        const recovered = new Engine({ name: 'bench' }).recover(JSON.parse(load.get(id)?.state ?? '') as never)
        const execution = await recovered.resume({ listener: silent() })
        execution.signal({ id: task, note: 'complete; the documents were seen' })
        save.run(id, JSON.stringify(await recovered.getState()))
        if (recovered.state === 'running') await recovered.stop()
      }
    }
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const silent = (): Listener => new EventEmitter() as unknown as Listener

type Listener = NonNullable<BpmnEngineExecuteOptions['listener']>
