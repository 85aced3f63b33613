import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { JobError, Refused, worker, type Job, type JobShape } from '../../cli/client/worker.ts'
import { hashPassword } from '../../engine/http/password.ts'
import { deployPermit, items, openHouse, toStamp, type Case, type House } from '../http/house.ts'
import { permit } from '../http/permit.ts'
import { folderForTest, masar, ROOT } from './masar.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

interface Jobs {
  readonly stamp: JobShape & { readonly variables: { readonly purpose: string }; readonly errors: 'NO_INK' }
}

const PASSWORD = 'long enough by far'
const folder = folderForTest()

let house: House
beforeAll(async () => {
  house = await openHouse({ requestsPerMinute: 1_000_000, signInsPerMinute: 10_000 })
  await deployPermit(house)
  const { accounts } = house.engine.deps.store
  const account = await accounts.get('worker.stamps' as never)
  if (account) await accounts.put({ ...account, password: await hashPassword(PASSWORD) })
})
afterAll(() => house.close())

const machine = (token: string | (() => Promise<string>) = house.tokenOf('worker.stamps')) =>
  worker<Jobs>({ server: house.url, token, name: 'one' })

const standing = async ({ path }: Case): Promise<readonly string[]> => {
  const { json } = await house.call('GET', path, { as: 'operator.omar' })
  return Object.values(json['elements'] as Record<string, { readonly element: string }>).map(({ element }) => element)
}

/** The job of this application; those of others are left for their tests. */
async function jobOf({ id }: Case): Promise<Job<Jobs['stamp']>> {
  const jobs = await machine().activate(['stamp'], { limit: 100, leaseTime: 60_000 })
  const job = jobs.find(({ instance }) => instance === id)
  if (job === undefined) throw new Error('Expected a job to stamp')
  return job
}

describe('the client for external workers', () => {
  test('takes a job and completes it', async () => {
    const begun = await toStamp(house)
    const job = await jobOf(begun)
    expect(job).toMatchObject({ type: 'stamp', reference: begun.reference, variables: { purpose: 'work' }, retries: 2 })
    await machine().complete(job, { stampedBy: 'one' })
    expect(await standing(begun)).toContain('judged')
  })

  test('throws an error that the drawing catches', async () => {
    const begun = await toStamp(house)
    await machine().throwError(await jobOf(begun), new JobError('NO_INK'))
    expect(await standing(begun)).toContain('refill')
  })

  test('reports a failed attempt, and an incident with the last', async () => {
    const begun = await toStamp(house)
    await machine().fail(await jobOf(begun), { reason: 'out of ink', retries: 0 })
    const incidents = await house.call('GET', '/api/incidents?limit=200', { as: 'operator.omar' })
    expect(items(incidents).find((one) => one['instance'] === begun.id)?.['message']).toContain('out of ink')
  })

  test('says why it was refused', async () => {
    const begun = await toStamp(house)
    const job = await jobOf(begun)
    await machine().complete(job, {})
    await expect(machine().complete(job, {})).rejects.toBeInstanceOf(Refused)
    await expect(machine('A'.repeat(43)).activate(['stamp'])).rejects.toMatchObject({
      status: 401,
      code: 'session.missing',
    })
  })

  test('signs in anew when its session has ended', async () => {
    const tokens = ['A'.repeat(43), house.tokenOf('worker.stamps')]
    expect(await machine(async () => tokens.shift() ?? '').activate(['stamp'])).toEqual([])
    expect(tokens).toEqual([])
  })

  test('does all the work there is: results, errors, and what fails', async () => {
    const cases = [await toStamp(house), await toStamp(house), await toStamp(house)]
    const [done, inkless, broken] = cases
    const stopping = new AbortController()
    const seen = new Set<string>()
    await machine().run(
      {
        stamp(job) {
          seen.add(job.instance)
          if (cases.every(({ id }) => seen.has(id))) setImmediate(() => stopping.abort())
          if (job.instance === inkless?.id) return new JobError('NO_INK')
          if (job.instance === broken?.id) throw new Error('the machine is broken')
          return { stampedBy: 'one' }
        },
      },
      { signal: stopping.signal },
    )
    if (!done || !inkless || !broken) throw new Error('Expected three applications')
    expect(await standing(done)).toContain('judged')
    expect(await standing(inkless)).toContain('refill')
    expect(await standing(broken)).toContain('stamp')
  })
})

describe('the worker in the README', () => {
  const text = /<!-- worker -->\s*```ts\n(.*?)```/s.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1] ?? ''
  const source = join(folder, 'package')
  const file = join(folder, 'stamps.ts')

  beforeAll(async () => {
    for (const [name, bytes] of permit()) {
      mkdirSync(join(source, name, '..'), { recursive: true })
      writeFileSync(join(source, name), bytes)
    }
    const types = ['types', source, '--out', join(folder, 'permit.ts'), '--worker', join(folder, 'worker.ts')]
    const { code, err } = await masar(types)
    if (code !== 0) throw new Error(err)
    writeFileSync(file, text)
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  })

  const compile = (changed: string): string => {
    writeFileSync(file, changed)
    const options = ['--noEmit', '--strict', '--ignoreConfig', '--target', 'es2024', '--module', 'nodenext']
    const roots = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types'), '--allowImportingTsExtensions']
    try {
      execFileSync(join(ROOT, 'node_modules/.bin/tsc'), [...options, ...roots, file], { encoding: 'utf8', cwd: folder })
      return ''
    } catch (error) {
      return String((error as { readonly stdout?: string }).stdout)
    } finally {
      writeFileSync(file, text)
    }
  }

  test('compiles against the types of its package, and only as they are', () => {
    expect(compile(text)).toBe('')
    expect(compile(text.replace("'NO_INK'", "'NO_PAPER'"))).toContain('NO_PAPER')
    expect(compile(text.replace('variables.purpose ', 'variables.purpos '))).toContain('purpos')
    expect(compile(text.replace('async stamp(', 'async stump('))).toContain('stump')
  })

  test('runs, and does its job', async () => {
    const begun = await toStamp(house)
    const env = { ...process.env, MASAR_SERVER: house.url, MASAR_USER: 'worker.stamps', MASAR_PASSWORD: PASSWORD }
    const child = spawn(process.execPath, [file], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = new Promise<string>((resolve, reject) => {
      let all = ''
      child.stdout.on('data', (piece: Buffer) => {
        all += piece.toString()
        if (all.includes(begun.reference)) resolve(all)
      })
      let errors = ''
      child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()))
      child.once('exit', () => reject(new Error(errors)))
    })
    expect(await said).toContain(`stamped ${begun.reference} for work`)
    await vi.waitFor(async () => expect(await standing(begun)).toContain('judged'), { timeout: 20_000 })
    child.removeAllListeners('exit')
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await gone).toBe(0)
  })
})
