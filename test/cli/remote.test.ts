import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { putAccount } from '../../cli/running/accounts.ts'
import { sayIn } from '../../cli/text/text.ts'
import { DEFAULT_CONFIG } from '../../engine/config.ts'
import { startServer, type RunningServer } from '../../engine/server.ts'
import { folderForTest, masar, masarJson } from './masar.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = folderForTest()
const PASSWORD = 'correct horse battery'
const PEOPLE = {
  citizen: { id: '400000014', agency: 'egov', roles: ['citizen'], groups: [] },
  clerk: { id: 'moj.clerk', agency: 'moj', roles: ['clerk'], groups: ['clerks'] },
  supervisor: { id: 'moj.supervisor', agency: 'moj', roles: ['supervisor'], groups: [] },
  operator: { id: 'egov.operator', agency: 'egov', roles: ['operator'], groups: [] },
} as const

let server: RunningServer
let env: Record<string, string>

beforeAll(async () => {
  server = await startServer({
    ...DEFAULT_CONFIG,
    data: join(folder, 'data'),
    port: 0,
    logLevel: 'silent',
    signInsPerMinute: 100,
  })
  env = { MASAR_SERVER: server.url, MASAR_PASSWORD: PASSWORD, XDG_CONFIG_HOME: join(folder, 'config') }
  const { store } = server.engine.deps
  for (const person of Object.values(PEOPLE))
    await putAccount(store, { ...person, name: person.id, password: PASSWORD }, Date.now(), sayIn('en'))
  await run(['init', 'moj.try', '--out', join(folder, 'moj.try')])
  for (const { id } of Object.values(PEOPLE)) await run(['login', id])
})
afterAll(() => server.close())

const as = (part: keyof typeof PEOPLE): readonly string[] => ['--as', PEOPLE[part].id]

async function run<T extends object>(args: readonly string[]): Promise<T> {
  const { code, json } = await masarJson<T>(args, { env })
  if (code !== EXIT.ok) throw new Error(`Expected ${args.join(' ')} to succeed, but: ${JSON.stringify(json)}`)
  return json
}

async function refused(args: readonly string[]): Promise<{ code: number | null; problem: string }> {
  const { code, json } = await masarJson<{ readonly problem: { readonly code: string } }>(args, { env })
  return { code, problem: json.problem.code }
}

const APPLY = ['--set', 'purpose=work', '--set', 'phone="0590000000"']
const apply = (): Promise<{ reference: string; id: string }> => run(['start', 'moj.try', ...APPLY, ...as('citizen')])

describe('signing in', () => {
  test('keeps the token in a file nobody else can read', () => {
    const logins = join(folder, 'config/masar/logins')
    const [file = ''] = readdirSync(logins)
    expect(statSync(join(logins, file)).mode & 0o777).toBe(0o600)
    expect(statSync(logins).mode & 0o777).toBe(0o700)
  })

  test('with a wrong password is refused, and the password is taken from standard input when asked', async () => {
    expect(await masar(['login', 'moj.clerk'], { env: { ...env, MASAR_PASSWORD: 'wrong password' } })).toMatchObject({
      code: EXIT.forbidden,
    })
    const typed = { env: { ...env, MASAR_PASSWORD: '' }, input: `${PASSWORD}\n` }
    expect(await masar(['login', 'moj.clerk', '--password-stdin'], typed)).toMatchObject({ code: EXIT.ok })
    expect(await masar(['login', 'moj.clerk'], { env: { ...env, MASAR_PASSWORD: '' } })).toMatchObject({
      code: EXIT.usage,
    })
  })

  test('out again leaves a token that is worth nothing', async () => {
    const own = { ...env, XDG_CONFIG_HOME: join(folder, 'other') }
    const token = async (): Promise<string> => {
      const { json } = await masarJson<{ file: string }>(['login', 'moj.supervisor'], { env: own })
      const { people } = JSON.parse(readFileSync(json.file, 'utf8')) as { people: Record<string, { token: string }> }
      return people['moj.supervisor']?.token ?? ''
    }
    const kept = await token()
    expect(await masar(['tasks', '--token', kept], { env: own })).toMatchObject({ code: EXIT.ok })
    expect(await masar(['logout'], { env: own })).toMatchObject({ code: EXIT.ok })
    expect(await masar(['tasks', '--token', kept], { env: own })).toMatchObject({ code: EXIT.forbidden })
    expect(await masar(['tasks'], { env: own })).toMatchObject({ code: EXIT.forbidden })
  })
})

describe('a service from deployment to its end', () => {
  test('is deployed once, and deploying the same again changes nothing', async () => {
    const deploy = ['deploy', join(folder, 'moj.try'), ...as('operator')]
    expect(await run(deploy)).toMatchObject({
      changed: true,
      deployments: [{ packageId: 'moj.try', version: '1.0.0' }],
    })
    expect(await run(deploy)).toMatchObject({ changed: false })
    expect(await refused(['deploy', join(folder, 'moj.try'), ...as('citizen')])).toMatchObject({ code: EXIT.forbidden })
  })

  test('is applied for at the counter only with the applicant’s consent', async () => {
    const counter = ['start', 'moj.try', ...APPLY, '--channel', 'counter', '--applicant', '400000014', ...as('clerk')]
    expect(await refused(counter)).toEqual({ code: EXIT.invalid, problem: 'assistance.consent' })
    const { id } = await run<{ id: string }>([...counter, '--consent', 'spoken'])
    const { json } = await masarJson(['show', id, ...as('supervisor')], { env })
    expect(json).toMatchObject({
      assistance: { consent: 'spoken', operator: 'moj.clerk', statement: expect.stringContaining('I agree') as string },
    })
  })

  test('is applied for, taken, answered and looked into', async () => {
    const { reference, id } = await apply()
    expect(await run(['tasks', '--reference', reference, ...as('clerk')])).toMatchObject({
      items: [{ element: 'decide' }],
    })
    expect(await run(['tasks', reference, ...as('clerk')])).toMatchObject({
      element: 'decide',
      variables: { purpose: 'work' },
    })
    await run(['wait', reference, '--for', 'task', ...as('clerk')])
    await run(['claim', reference, ...as('clerk')])
    expect(await refused(['complete', reference, '--answers', '{"decision":"refuse"}', ...as('clerk')])).toEqual({
      code: EXIT.invalid,
      problem: 'answers.invalid',
    })
    await run(['complete', reference, '--draft', '--set', 'decision=grant', ...as('clerk')])
    expect(await run(['complete', reference, '--set', 'decision=grant', ...as('clerk')])).toMatchObject({
      status: 'completed',
    })
    expect(await run(['wait', reference, ...as('citizen')])).toMatchObject({ status: 'completed' })
    const shown = await run<{ history: readonly { command: string }[] }>(['show', id, ...as('clerk')])
    expect(shown).toMatchObject({ reference, status: 'completed', documents: [], charges: [] })
    expect(shown.history.map((it) => it.command)).toEqual(['start', 'assignTask', 'completeTask'])
    const own = await run<object>(['show', reference, ...as('citizen')])
    expect(own).not.toHaveProperty('history')
  })

  test('is read by people in their language', async () => {
    const { reference } = await apply()
    const say = async (args: readonly string[]): Promise<string> => (await masar(args, { env })).out
    expect(await say(['tasks', reference, ...as('clerk'), '--lang', 'ar'])).toMatch(/القرار[\s\S]*grant \(قبول\)/)
    expect(await say(['tasks', ...as('clerk')])).toContain(reference)
    expect(await say(['show', reference, ...as('operator')])).toMatch(/decide +a person[\s\S]*History/)
    expect(await say(['show', reference, ...as('clerk'), '--lang', 'ar'])).toContain('السجل')
    expect(await say(['instances', ...as('citizen')])).toContain(reference)
    expect(await say(['instances', '--status', 'terminated', ...as('clerk')])).toBe('No applications.\n')
  })

  test('is applied for once under one key', async () => {
    const keyed = ['start', 'moj.try', ...APPLY, '--key', 'once', ...as('citizen')]
    const first = await run<{ id: string }>(keyed)
    expect(await run(keyed)).toEqual({ ...first, created: false })
  })

  test('goes a page at a time', async () => {
    await apply()
    const first = await run<{ next: string; items: readonly { id: string }[] }>([
      'instances',
      '--limit',
      '1',
      ...as('citizen'),
    ])
    const second = await run<{ items: readonly { id: string }[] }>([
      'instances',
      '--limit',
      '1',
      '--after',
      first.next,
      ...as('citizen'),
    ])
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
  })
})

describe('operating', () => {
  test('messages are counted once per id', async () => {
    const message = [
      'message',
      'nobody.waits',
      '--key',
      'k',
      '--id',
      'm1',
      '--ttl',
      '60000',
      '--set',
      'a=1',
      ...as('clerk'),
    ]
    expect(await run(message)).toMatchObject({ accepted: true })
    expect(await run(message)).toMatchObject({ accepted: false })
  })

  test('signals are counted once per id', async () => {
    const signal = ['signal', 'nobody.waits', '--id', 's1', '--set', 'a=1', ...as('clerk')]
    expect(await run(signal)).toMatchObject({ accepted: true, reached: 0 })
    expect(await run(signal)).toMatchObject({ accepted: false })
  })

  test('incidents are listed, and where there is none nothing can be retried', async () => {
    const { reference } = await apply()
    expect(await run(['incidents', ...as('operator')])).toMatchObject({ items: [] })
    expect(await refused(['retry', reference, ...as('operator')])).toEqual({
      code: EXIT.notFound,
      problem: 'incident.not-found',
    })
  })

  test('a service is held and let go with a reason each, and the list says by whom', async () => {
    const service = ['--service', 'moj.try', ...as('operator')]
    await run(['suspend', ...service, '--reason', 'the law changes'])
    const held = await masar(['suspensions', ...as('operator')], { env })
    expect(held.out).toMatch(/moj\.try.*egov\.operator.*the law changes/)
    expect(await refused(['resume', ...service])).toEqual({ code: EXIT.usage, problem: 'usage.reason' })
    await run(['resume', ...service, '--reason', 'it is in force'])
    await vi.waitFor(async () => {
      const ended = await masar(['suspensions', '--ended', ...as('operator')], { env })
      expect(ended.out).toMatch(/moj\.try.*the law changes.*egov\.operator: it is in force/)
    }, 10_000)
    expect((await masar(['suspensions', ...as('operator')], { env: { ...env, MASAR_LANG: 'en' } })).code).toBe(EXIT.ok)
  })

  test('an operator lets somebody act for a company, who then applies for it, until it is revoked', async () => {
    const company = ['--company', '562400101', '--name-ar', 'سنابل', '--name-en', 'Sanabel']
    const given = await run<{ id: string }>(['mandate', '400000014', ...company, ...as('operator')])
    expect(await run(['act-for', ...as('citizen')])).toMatchObject({
      items: [{ company: { number: '562400101' }, role: 'representative' }],
    })
    await run(['act-for', '562400101', ...as('citizen')])
    expect(await refused(['start', 'moj.try', ...APPLY, ...as('citizen')])).toEqual({
      code: EXIT.forbidden,
      problem: 'start.company',
    })
    const listed = await masar(['mandates', ...as('operator')], { env: { ...env, MASAR_LANG: 'en' } })
    expect(listed.out).toMatch(/562400101 Sanabel.*400000014.*representative.*all.*in force.*user:egov\.operator/)
    await run(['revoke-mandate', given.id, ...as('operator')])
    expect(await refused(['instances', ...as('citizen')])).toEqual({ code: EXIT.forbidden, problem: 'mandate.ended' })
    await run(['act-for', '--myself', ...as('citizen')])
    await run(['instances', ...as('citizen')])
    const record = await masar(['mandates', '--record', '562400101', '--lang', 'ar', ...as('operator')], { env })
    expect(record.out).toMatch(/أُلغي[^]*استُعمل[^]*مُنح/)
    expect(await refused(['mandate', '400000014', '--name-ar', 'س', ...as('operator')])).toEqual({
      code: EXIT.usage,
      problem: 'usage.company',
    })
  })

  test('a mandate lasts to the end of the day that is named, and from the moment that is named', async () => {
    const company = ['--company', '562400102', '--name-ar', 'زيتون', '--name-en', 'Zaytun']
    const give = ['mandate', '400000014', ...company, ...as('operator')]
    expect(await run([...give, '--from', '2099-11-01T08:00+02:00', '--until', '2099-12-31'])).toMatchObject({
      starts: '2099-11-01T06:00:00.000Z',
      ends: new Date(2100, 0, 1).toISOString(),
    })
    for (const unclear of ['soon', '7', '01/02/2099', '2099-02-30', '2099-02-30T08:00Z', '2099-02-03T08:00'])
      expect(await refused([...give, '--until', unclear])).toEqual({ code: EXIT.usage, problem: 'usage.moment' })
  })

  test('days are announced, listed with who announced them, and withdrawn with a reason', async () => {
    const titles = ['--title-ar', 'ثلوج', '--title-en', 'Snow']
    const made = await run<{ id: string }>(['holiday', '2026-01-05', '2026-01-06', ...titles, ...as('operator')])
    const listed = await masar(['holidays', ...as('operator')], { env: { ...env, MASAR_LANG: 'en' } })
    expect(listed.out).toMatch(/2026-01-05 – 2026-01-06.*egov.*Snow.*user:egov\.operator/)
    expect(await refused(['holiday', '2026-01-05', '2025-01-06', ...titles, ...as('operator')])).toEqual({
      code: EXIT.invalid,
      problem: 'holiday.days',
    })
    const change = ['holiday', '2026-01-06', ...titles, '--closes', '12:00', '--change', made.id, ...as('operator')]
    expect(await refused(change)).toEqual({ code: EXIT.usage, problem: 'usage.reason' })
    const tried = await masar([...change, '--dry-run'], { env: { ...env, MASAR_LANG: 'en' } })
    expect(tried.out).toMatch(/Nothing was done[^]*No deadline that runs moves/)
    const changed = await run<{ id: string; closes: string }>([...change, '--reason', 'half a day'])
    expect(changed.closes).toBe('12:00')
    expect((await masar(['holidays', ...as('operator')], { env })).out).toMatch(/2026-01-06 *12:00.*egov/)
    const elsewhere = await run<{ items: unknown[] }>(['holidays', '--governorate', 'PS-HBN', ...as('operator')])
    expect(elsewhere.items).toHaveLength(2)
    await run(['withdraw-holiday', changed.id, '--reason', 'no snow', ...as('operator')])
    expect((await masar(['holidays', ...as('operator')], { env })).out).toMatch(/user:egov\.operator: no snow/)
  })

  test('accounts are listed and made; a password that nobody gave is shown once', async () => {
    const made = await run<{ password: string }>([
      'account',
      'moj.new',
      '--agency',
      'moj',
      '--role',
      'clerk',
      ...as('operator'),
    ])
    expect(await masar(['login', 'moj.new'], { env: { ...env, MASAR_PASSWORD: made.password } })).toMatchObject({
      code: EXIT.ok,
    })
    await run(['login', 'egov.operator'])
    const listed = await run<{ items: readonly { id: string }[] }>(['account', ...as('operator')])
    expect(listed.items.map((it) => it.id)).toContain('moj.new')
    expect(JSON.stringify(listed)).not.toContain('scrypt')
    expect(
      await refused(['account', 'moj.clerk', '--agency', 'moj', '--role', 'operator', ...as('citizen')]),
    ).toMatchObject({
      code: EXIT.forbidden,
    })
  })

  test('the first operator is written into the data of a stopped server, never beside a running one', async () => {
    const data = join(folder, 'fresh')
    const first = ['account', 'egov.first', '--agency', 'egov', '--role', 'operator', '--data']
    const { password } = await run<{ password: string }>([...first, data])
    expect(await refused([...first, join(folder, 'data')])).toMatchObject({ code: EXIT.unavailable })
    const other = await startServer({ ...DEFAULT_CONFIG, data, port: 0, logLevel: 'silent' })
    const login = ['login', 'egov.first', '--server', other.url]
    expect(await masar(login, { env: { ...env, MASAR_PASSWORD: password } })).toMatchObject({ code: EXIT.ok })
    await other.close()
  })
})

describe('what goes wrong', () => {
  test('has its exit code and says what to do', async () => {
    expect(await refused(['show', '2026-0000-0000-0', ...as('clerk')])).toEqual({
      code: EXIT.notFound,
      problem: 'instance.not-found',
    })
    expect(await refused(['start', 'moj.nothing', ...as('citizen')])).toEqual({
      code: EXIT.notFound,
      problem: 'package.not-found',
    })
    expect(await refused(['start', 'moj.try', ...as('citizen')])).toEqual({
      code: EXIT.invalid,
      problem: 'answers.invalid',
    })
    expect(await refused(['tasks', '--as', 'nobody'])).toEqual({ code: EXIT.forbidden, problem: 'login.missing' })
    expect(await refused(['start', 'moj.try', '--answers', '[1]', ...as('citizen')])).toEqual({
      code: EXIT.usage,
      problem: 'usage.answers',
    })
    expect(await refused(['tasks', '--server', 'ftp://x'])).toEqual({ code: EXIT.usage, problem: 'usage.server' })
    const { reference } = await apply()
    expect(await refused(['wait', reference, '--seconds', '0', ...as('citizen')])).toEqual({
      code: EXIT.unavailable,
      problem: 'wait.over',
    })
    expect(await refused(['document', reference, ...as('citizen')])).toEqual({
      code: EXIT.notFound,
      problem: 'document.not-found',
    })
  })

  test('with findings shows each with its place', async () => {
    const { err } = await masar(['start', 'moj.try', '--set', 'phone=12', ...as('citizen')], { env })
    expect(err).toMatch(/purpose/)
    expect(err).toContain('[answers.invalid]')
  })

  test('a server that is not there, or is something else, is told apart', async () => {
    const stranger = createServer((_request, response) => response.end('<h1>hello</h1>'))
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
    const { port } = stranger.address() as AddressInfo
    const at = ['tasks', '--token', 'x'.repeat(40), '--server', `http://127.0.0.1:${port}`]
    expect(await refused(at)).toEqual({ code: EXIT.unavailable, problem: 'server.strange' })
    await new Promise((resolve) => stranger.close(resolve))
    expect(await refused(at)).toEqual({ code: EXIT.unavailable, problem: 'server.unreachable' })
  })

  test('never shows a stack unless it is asked for', async () => {
    const broken = join(folder, 'unreadable')
    writeFileSync(broken, 'x')
    const plain = await masar(['account', 'egov.x', '--agency', 'egov', '--role', 'operator', '--data', broken], {
      env,
    })
    expect(plain.code).toBe(EXIT.bug)
    expect(plain.err).not.toMatch(/^ +at /m)
    const debug = { env: { ...env, MASAR_DEBUG: '1' } }
    const traced = await masar(['account', 'egov.x', '--agency', 'egov', '--role', 'operator', '--data', broken], debug)
    expect(traced.err).toMatch(/^ +at /m)
  })
})

test('a refusal of the server reads Arabic first to a reader of Arabic', async () => {
  const { code, err } = await masar(['show', '2026-NONE-NONE-0', ...as('citizen'), '--lang', 'ar'], { env })
  expect(code).toBe(EXIT.notFound)
  expect(err).toMatch(/^[^A-Za-z]*\p{Script=Arabic}.*\[instance\.not-found\]\n {2}Expected/u)
})

describe('files', () => {
  test('are given under one’s own name, and known by their digest', async () => {
    const file = join(folder, 'deed.pdf')
    writeFileSync(file, '%PDF-1.7\n%%EOF\n')
    const { items } = await run<{ items: readonly { digest: string }[] }>(['attach', file, ...as('citizen')])
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
    expect(items).toMatchObject([{ digest, name: 'deed.pdf', mediaType: 'application/pdf' }])
    const { out } = await masar(['attach', file, ...as('citizen')], { env: { ...env, MASAR_LANG: 'en' } })
    expect(out.trim()).toBe(`${digest}  deed.pdf (application/pdf, 15 bytes)`)
  })

  test('that are none of the kinds, or not there, are refused', async () => {
    const file = join(folder, 'deed.txt')
    writeFileSync(file, 'a text')
    expect(await refused(['attach', file, ...as('citizen')])).toEqual({
      code: EXIT.invalid,
      problem: 'attachment.kind',
    })
    expect(await refused(['attach', join(folder, 'none.pdf'), ...as('citizen')])).toMatchObject({
      problem: 'file.not-found',
    })
  })
})
