import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { startCell, type Cell, type Deployed } from '../../engine/packages/cell/cell.ts'
import type { Deed, Told } from './cell-program.ts'

const PROGRAM = new URL('./cell-program.ts', import.meta.url)
const cells: Cell<Deed, Told>[] = []

afterEach(async () => {
  for (const cell of cells.splice(0)) await cell.end()
})

function start(given: { deployed?: Deployed; gone?: () => void; program?: URL } = {}): Cell<Deed, Told> {
  const cell = startCell<Deed, Told>({ program: PROGRAM, memory: 64, deployed: async () => undefined, ...given })
  cells.push(cell)
  return cell
}

/** A process that is dead and waits for somebody to ask how it ended is gone too. */
function isGone(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'))
  } catch {
    return true
  }
}

describe('What runs in a cell', { timeout: 60_000 }, () => {
  test('is asked once more and answers, and gets bytes as bytes', async () => {
    const cell = start()
    const of = new Uint8Array(3_000_000)
    expect(await cell.ask({ kind: 'size', of }, 30_000)).toEqual({ kind: 'told', what: '3000000' })
    expect(await cell.ask({ kind: 'size', of: of.subarray(1) }, 30_000)).toEqual({ kind: 'told', what: '2999999' })
  })

  test('ends alone when something grows in one piece beyond its bound, which ends the process it is in', async () => {
    let gone = 0
    const cell = start({ gone: () => gone++ })
    expect(await cell.ask({ kind: 'grow' }, 30_000)).toEqual({ kind: 'died' })
    expect(gone).toBe(1)
    expect(await cell.ask({ kind: 'surroundings' }, 30_000)).toEqual({ kind: 'died' })
  })

  test('is given up when it takes too long', async () => {
    const silent = start({ deployed: () => new Promise(() => undefined) })
    expect(await silent.ask({ kind: 'want' }, 300)).toEqual({ kind: 'late' })
  })

  test('says what went wrong where it has a fault of its own, or is none', async () => {
    const faulty = start()
    expect(await faulty.ask({ kind: 'fault' }, 30_000)).toMatchObject({
      kind: 'broken',
      reason: expect.stringContaining('Expected no fault') as unknown,
    })
    // And is gone with it, instead of hearing nothing more.
    expect(await faulty.ask({ kind: 'surroundings' }, 30_000)).toEqual({ kind: 'died' })
    const program = new URL('./not-there.ts', import.meta.url)
    expect(await start({ program }).ask({ kind: 'want' }, 30_000)).toMatchObject({
      kind: 'broken',
      reason: expect.stringContaining('not-there.ts') as unknown,
    })
  })

  test('is handed what is deployed, and told where that cannot be read', async () => {
    const asked: string[] = []
    const deployed: Deployed = async (id, version) => {
      asked.push(`${id}@${version}`)
      return new Uint8Array(7)
    }
    expect(await start().ask({ kind: 'want' }, 30_000)).toEqual({ kind: 'told', what: 'none' })
    expect(await start({ deployed }).ask({ kind: 'want' }, 30_000)).toEqual({ kind: 'told', what: '7' })
    expect(asked).toEqual(['common.shared@1.0.0'])
    const broken = start({ deployed: () => Promise.reject(new Error('Expected a store')) })
    expect(await broken.ask({ kind: 'want' }, 30_000)).toEqual({ kind: 'broken', reason: 'Expected a store' })
  })

  test('sees none of the variables of the server, where its secrets are', async () => {
    process.env['MASAR_TEST_SECRET'] = 'secret'
    const heard = await start().ask({ kind: 'surroundings' }, 30_000)
    delete process.env['MASAR_TEST_SECRET']
    expect(heard).toMatchObject({ kind: 'told' })
    expect(JSON.stringify(heard)).not.toContain('secret')
  })

  test('goes when the server is killed, even while it turns in circles', async () => {
    const owner = fork(new URL('./cell-owner.ts', import.meta.url), { execArgv: [] })
    const [heard] = (await once(owner, 'message')) as [Told]
    const pid = Number(heard.what)
    expect(isGone(pid)).toBe(false)
    owner.kill('SIGKILL')
    await expect.poll(() => isGone(pid)).toBe(true)
  })
})
