import { execFile, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { PEOPLE } from '../../cli/running/people.ts'
import { EICAR } from '../../engine/sandbox/scanner/double.ts'
import { begin, collect, folderForTest, masar, masarJson } from './masar.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

const folder = folderForTest()
const FREE = [
  '--databus-port',
  '0',
  '--payments-port',
  '0',
  '--notify-port',
  '0',
  '--smtp-port',
  '0',
  '--sign-on-port',
  '0',
  '--scanner-port',
  '0',
]
const running = new Set<ChildProcess>()
afterAll(() => running.forEach((child) => child.kill('SIGKILL')))

interface Kept<T> {
  readonly json: T
  /** Asks it to end; its exit code. */
  stop(): Promise<number | null>
}

/** Runs until it has printed its one JSON document, and goes on. */
async function keep<T>(args: readonly string[]): Promise<Kept<T>> {
  const child = begin([...args, '--json'])
  running.add(child)
  const [out, err] = [collect(child.stdout), collect(child.stderr)]
  const ended = once(child, 'close').then(([code]) => code as number | null)
  for (;;) {
    const json = parsed<T>(out())
    if (json !== undefined)
      return {
        json,
        async stop() {
          child.kill('SIGTERM')
          const code = await ended
          running.delete(child)
          if (parsed(out()) === undefined) throw new Error(`Expected one JSON document, but found: ${out()}`)
          return code
        },
      }
    const code = await Promise.race([ended, new Promise<'more'>((resolve) => setTimeout(() => resolve('more'), 50))])
    if (code !== 'more')
      throw new Error(`Expected ${args[0]} to keep running, but it ended with ${code}: ${out()}${err()}`)
  }
}

function parsed<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}

interface Demo {
  readonly url: string
  readonly sandbox: { readonly payer: string; readonly outbox: string; readonly configFile: string }
  readonly people: readonly { readonly id: string; readonly password: string }[]
  readonly services: readonly string[]
  readonly refused?: object
  readonly walk: readonly string[]
}

const demo = (data: string): readonly string[] => ['demo', '--data', data, '--port', '0', ...FREE]

describe('demo', () => {
  const data = join(folder, 'demo')
  const desk = join(folder, 'desk')
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') }
  const shell = (lines: readonly string[]): Promise<{ stdout: string }> =>
    promisify(execFile)('bash', ['-euo', 'pipefail', '-c', lines.join('\n')], { cwd: desk, env })

  test('the walk it prints goes from an application to a certificate that verifies; a restart keeps everything', async () => {
    mkdirSync(desk)
    const first = await keep<Demo>(demo(data))
    expect(first.json.refused).toBeUndefined()
    expect(first.json.services).toContain('moj.non-conviction 1.1.0')
    const { stdout } = await shell(first.json.walk)
    const [reference = ''] = /2\d{3}-\w{4}-\w{4}-\w/.exec(stdout) ?? []
    expect(stdout).toContain('A genuine certificate')
    expect(readFileSync(join(desk, 'certificate.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    const outbox = await (await fetch(first.json.sandbox.outbox)).text()
    expect(outbox).toContain(reference)
    expect(await first.stop()).toBe(EXIT.ok)

    const second = await keep<Demo>(demo(data))
    expect(second.json.people).toEqual(first.json.people)
    const { password = '' } = second.json.people.find((it) => it.id === PEOPLE.citizen.id) ?? {}
    const own = {
      env: { XDG_CONFIG_HOME: join(folder, 'config'), MASAR_SERVER: second.json.url, MASAR_PASSWORD: password },
    }
    expect(await masar(['login', PEOPLE.citizen.id], own)).toMatchObject({ code: EXIT.ok })
    const shown = await masarJson<object>(['show', reference], own)
    expect(shown.json).toMatchObject({
      reference,
      charges: [{ state: 'committed', money: { amount: '25.00', currency: 'ILS' } }],
    })
    const register = ['--keys', 'keys.json', '--register', second.json.url]
    const checked = await masarJson<object>(['verify', 'certificate.pdf', ...register], { cwd: desk })
    expect(checked).toMatchObject({ code: EXIT.ok, json: { genuine: true, register: { status: 'valid' } } })
    expect(await (await fetch(second.json.sandbox.outbox)).text()).toContain(reference)
    writeFileSync(join(desk, 'harmful.pdf'), `%PDF-1.7\n${EICAR}\n%%EOF\n`)
    const harmful = await masar(['attach', 'harmful.pdf'], { ...own, cwd: desk })
    expect([harmful.code === EXIT.ok, harmful.err]).toEqual([false, expect.stringContaining('Eicar-Test-Signature')])
    expect(await second.stop()).toBe(EXIT.ok)
  })

  test('keeps keys and passwords for the owner alone', () => {
    for (const file of [
      'accounts.json',
      'keys/masar.pem',
      'keys/switch.pem',
      'keys/certificates.pem',
      'keys/ilp.secret',
    ])
      expect(statSync(join(data, file)).mode & 0o077).toBe(0)
    expect(readFileSync(join(data, 'masar.json'), 'utf8')).not.toContain('PRIVATE KEY')
  })

  test('says where to go, in both languages, whoever reads', async () => {
    const { code, out } = await masar([...demo(join(folder, 'once')), '--once'])
    expect(code).toBe(EXIT.ok)
    for (const words of ['مسار يعمل الآن', 'Masar is running', '/api/openapi.json', '/payer', '/outbox', 'masar verify'])
      expect(out).toContain(words)
    for (const { id } of Object.values(PEOPLE)) expect(out).toContain(id)
  })
})

describe('serve', () => {
  test('listens, answers, and ends in order when asked', async () => {
    const data = join(folder, 'served')
    const served = await keep<{ url: string }>(['serve', '--port', '0', '--data', data])
    expect(await (await fetch(`${served.json.url}/ready`)).json()).toEqual({ status: 'ready' })
    expect(await (await fetch(`${served.json.url}/api/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' })
    const second = await masarJson<object>(['serve', '--port', '0', '--data', data])
    expect(second.code).toBe(EXIT.unavailable)
    const { port } = new URL(served.json.url)
    const taken = await masarJson<object>(['serve', '--port', port, '--data', join(folder, 'elsewhere')])
    expect(taken).toMatchObject({ code: EXIT.conflict, json: { problem: { code: 'run.port-taken' } } })
    expect(await served.stop()).toBe(EXIT.ok)
    expect(existsSync(join(data, 'masar.db'))).toBe(true)
  })

  test('a configuration that does not fit is refused with the place', async () => {
    const config = join(folder, 'masar.json')
    const refused = async (text: string): Promise<object> => {
      writeFileSync(config, text)
      const { code, json } = await masarJson<{ problem: { code: string; detail: string } }>([
        'serve',
        '--config',
        config,
      ])
      expect(code).toBe(EXIT.invalid)
      return json.problem
    }
    expect(await refused('{')).toMatchObject({ code: 'config.unreadable' })
    expect(await refused('{"prot": 1}')).toMatchObject({ detail: expect.stringContaining('"prot"') as string })
    expect(await refused('{"port": 70000}')).toMatchObject({ detail: expect.stringContaining('"port"') as string })
    expect(await refused('{"data": {"env": "MASAR_NOT_SET"}}')).toMatchObject({ code: 'config.env' })
    expect(await masar(['serve', '--port', 'x'])).toMatchObject({ code: EXIT.usage })
  })
})

describe('sandbox', () => {
  test('doubles say that they are, and the configuration it writes is one a server takes', async () => {
    const sandbox = await keep<{
      databus: string
      payments: string
      notify: string
      configFile: string
      double: boolean
    }>(['sandbox', '--data', join(folder, 'sandbox'), '--masar', 'http://127.0.0.1:0', ...FREE])
    const { databus, payments, notify, configFile, double } = sandbox.json
    expect(double).toBe(true)
    for (const place of [databus, `${payments}/payer`, `${notify}/outbox`])
      expect(await (await fetch(place)).text()).toMatch(/double/i)
    const served = await keep<{ url: string }>(['serve', '--config', configFile])
    const keys = (await (await fetch(`${served.json.url}/.well-known/jwks.json`)).json()) as { keys: readonly object[] }
    expect(keys.keys).toHaveLength(1)
    expect(await served.stop()).toBe(EXIT.ok)
    expect(await sandbox.stop()).toBe(EXIT.ok)
  })
})
