import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { putAccount } from '../../cli/running/accounts.ts'
import { sayIn } from '../../cli/text/text.ts'
import { DEFAULT_CONFIG } from '../../engine/config.ts'
import { startServer, type RunningServer } from '../../engine/server.ts'
import { folderForTest, masar, masarJson } from './masar.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = folderForTest()
const PASSWORD = 'correct horse battery'
const PEOPLE = [
  { id: '400000014', agency: 'egov', roles: ['citizen'], groups: [] },
  { id: 'moj.clerk', agency: 'moj', roles: ['clerk'], groups: ['clerks'] },
  { id: 'moj.operator', agency: 'moj', roles: ['operator'], groups: [] },
] as const

let server: RunningServer
let env: Record<string, string>

/** The starter package, one version after another; the task is called so in it. */
function version(number: string, task: string): string {
  const path = join(folder, `moj.try-${number}`)
  cpSync(join(folder, 'moj.try'), path, { recursive: true })
  const edit = (file: string, from: RegExp, to: string): void =>
    writeFileSync(join(path, file), readFileSync(join(path, file), 'utf8').replace(from, to))
  edit('workflow.json', /"version": "1\.0\.0"/, `"version": "${number}"`)
  edit('service.bpmn', / (id|sourceRef|targetRef|bpmnElement)="decide"/g, ` $1="${task}"`)
  return path
}

beforeAll(async () => {
  const data = join(folder, 'data')
  server = await startServer({ ...DEFAULT_CONFIG, data, port: 0, logLevel: 'silent', signInsPerMinute: 100 })
  env = { MASAR_SERVER: server.url, MASAR_PASSWORD: PASSWORD, XDG_CONFIG_HOME: join(folder, 'config') }
  for (const person of PEOPLE)
    await putAccount(
      server.engine.deps.store,
      { ...person, name: person.id, password: PASSWORD },
      Date.now(),
      sayIn('en'),
    )
  await run(['init', 'moj.try', '--out', join(folder, 'moj.try')])
  for (const { id } of PEOPLE) await run(['login', id])
  await run(['deploy', join(folder, 'moj.try'), ...OPERATOR])
})
afterAll(() => server.close())

const OPERATOR = ['--as', 'moj.operator']

async function run<T extends object>(args: readonly string[]): Promise<T> {
  const { code, json } = await masarJson<T>(args, { env })
  if (code !== EXIT.ok) throw new Error(`Expected ${args.join(' ')} to succeed, but: ${JSON.stringify(json)}`)
  return json
}

const apply = (): Promise<{ reference: string; id: string }> =>
  run([
    'start',
    'moj.try',
    '--release',
    '1.0.0',
    '--set',
    'purpose=work',
    '--set',
    'phone="0590000000"',
    '--as',
    '400000014',
  ])

describe('one application', () => {
  test('is rehearsed, refused with its reasons, and goes over with a mapping', async () => {
    await run(['deploy', version('1.1.0', 'judge'), ...OPERATOR])
    const { reference } = await apply()
    const migrate = ['migrate', 'moj.try', '--to', '1.1.0', '--instance', reference, ...OPERATOR]
    const refused = await masar(migrate, { env })
    expect(refused.code).toBe(EXIT.conflict)
    expect(refused.err).toMatch(/decide +\[migration\/unmapped\]/)
    const arabic = await masar([...migrate, '--lang', 'ar'], { env })
    expect(arabic.err).toMatch(/المتوقع عنصر/)
    expect(await run([...migrate, '--map', 'decide=judge', '--dry-run'])).toMatchObject({ changed: false })
    expect(await run([...migrate, '--map', 'decide=judge'])).toMatchObject({ changed: true })
    const shown = await masar(['show', reference, ...OPERATOR], { env })
    expect(shown.out).toMatch(/moj\.try@1\.1\.0/)
    expect(shown.out).toMatch(/decide became judge/)
    await run(['complete', reference, '--set', 'decision=grant', '--as', 'moj.clerk'])
  })

  test('of another service is not taken for one of this', async () => {
    const { reference } = await apply()
    const { code } = await masar(['migrate', 'moj.other', '--to', '1.1.0', '--instance', reference, ...OPERATOR], {
      env,
    })
    expect(code).toBe(EXIT.invalid)
    const wrong = await masar(
      ['migrate', 'moj.try', '--to', '1.1.0', '--instance', reference, '--map', 'x', ...OPERATOR],
      { env },
    )
    expect(wrong.code).toBe(EXIT.usage)
  })
})

describe('all applications of a version', () => {
  test('are rehearsed with counts, taken over with progress, and listed with what could not be', async () => {
    await run(['deploy', version('2.0.0', 'rule'), ...OPERATOR])
    await apply()
    const migrate = ['migrate', 'moj.try', '--from', '1.0.0', '--to', '2.0.0', ...OPERATOR]
    const rehearsed = await masar([...migrate, '--dry-run', '--lang', 'ar'], { env })
    expect(rehearsed.code).toBe(EXIT.invalid)
    expect(rehearsed.out).toMatch(/\[migration\/unmapped\][\s\S]*المتوقع عنصر/)
    const strict = await masarJson<{ status: string }>([...migrate, '--strict', '--wait'], { env })
    expect(strict).toMatchObject({ code: EXIT.invalid, json: { status: 'refused', migrated: 0 } })
    const done = await run<{ id: string; total: number }>([...migrate, '--map', 'decide=rule', '--wait'])
    expect(done).toMatchObject({ status: 'completed', failed: 0, migrated: done.total })
    expect(await run(['migrations', done.id, ...OPERATOR])).toMatchObject({ id: done.id, failures: { items: [] } })
    expect((await masar(['migrations', ...OPERATOR], { env })).out).toMatch(/1\.0\.0 → 2\.0\.0 +completed/)
    expect((await masar(['migrations', done.id, '--cancel', ...OPERATOR], { env })).code).toBe(EXIT.conflict)
    expect((await masar(['migrate', 'moj.try', '--to', '2.0.0', ...OPERATOR], { env })).code).toBe(EXIT.usage)
  })
})

describe('a batch whose package cannot be read', () => {
  test('says so in both languages, and can be called off', async () => {
    const { definitions, store } = server.engine.deps
    const { migrations } = store
    const [found, next] = [definitions.package.bind(definitions), migrations.next.bind(migrations)]
    migrations.next = () => Promise.resolve(undefined)
    const begun = ['migrate', 'moj.try', '--from', '1.0.0', '--to', '2.0.0', '--map', 'decide=rule', ...OPERATOR]
    const { id } = await run<{ id: string }>(begun)
    definitions.package = () => Promise.reject(new Error('its archive is torn'))
    migrations.next = next
    const show = ['migrations', id, ...OPERATOR]
    await vi.waitFor(async () => {
      expect(await run(show)).toMatchObject({ status: 'checking', trouble: 'its archive is torn' })
    }, 20_000)
    expect((await masar(show, { env })).out).toMatch(/stands still\n.*its archive is torn/)
    expect((await masar([...show, '--lang', 'ar'], { env })).out).toMatch(/متعثّرة\n.*its archive is torn/)
    expect((await masar(['migrations', ...OPERATOR], { env })).out).toMatch(/1\.0\.0 → 2\.0\.0 +stands still/)
    expect(await run([...show, '--cancel'])).toMatchObject({ status: 'canceled' })
    expect((await masar(show, { env })).out).not.toMatch(/stands still|torn/i)
    definitions.package = found
  })
})

describe('an application as it was', () => {
  test('is shown after any event and any line of its history', async () => {
    const { reference } = await apply()
    await run(['complete', reference, '--set', 'decision=grant', '--as', 'moj.clerk'])
    const past = ['show', reference, '--as', 'moj.clerk']
    const line = await masar([...past, '--at-record', '1'], { env })
    expect(line.out).toMatch(/decide +a person[\s\S]*purpose +"work"/)
    expect(await run([...past, '--at', '1'])).toMatchObject({ event: 1, elements: {} })
    expect((await masar([...past, '--at', '1', '--lang', 'ar'], { env })).out).toMatch(/بعد الحدث 1 من/)
    expect((await masar([...past, '--at', '1', '--at-record', '1'], { env })).code).toBe(EXIT.usage)
    expect((await masar([...past, '--at', '9999'], { env })).code).toBe(EXIT.invalid)
  })
})

describe('the histories of real applications', () => {
  test('run against a changed package tell what would be decided otherwise, and change nothing', async () => {
    const { reference } = await apply()
    await run(['complete', reference, '--set', 'decision=grant', '--as', 'moj.clerk'])
    const before = await run<object>(['show', reference, ...OPERATOR])
    const one = ['--instance', reference, ...OPERATOR]
    const alike = { code: EXIT.ok, json: { summary: { applications: 1, same: 1, elements: [] } } }
    expect(await masarJson(['replay', join(folder, 'moj.try'), ...one], { env })).toMatchObject(alike)
    expect(await masarJson(['replay', 'moj.try@1.0.0', ...one], { env })).toMatchObject(alike)
    const changed = version('9.0.0', 'ruling')
    expect(await masarJson(['replay', changed, ...one], { env })).toMatchObject({
      code: EXIT.invalid,
      json: { version: '9.0.0', summary: { same: 0 }, applications: [{ reference, followed: 1, lines: 2 }] },
    })
    const told = await masar(['replay', changed, '--limit', '2', ...OPERATOR, '--lang', 'ar'], { env })
    expect(told.out).toMatch(/مهمة +decide[\s\S]*أول اختلاف/)
    expect(await run(['show', reference, ...OPERATOR])).toEqual(before)
    const none = ['replay', join(folder, 'moj.try'), '--since', '2999-01-01', ...OPERATOR]
    expect((await masar(none, { env })).code).toBe(EXIT.notFound)
    const many = ['replay', join(folder, 'moj.try'), '--limit', 'many', ...OPERATOR]
    expect((await masar(many, { env })).code).toBe(EXIT.usage)
  })
})
