import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { putAccount } from '../../cli/running/accounts.ts'
import { sayIn } from '../../cli/text/text.ts'
import { DEFAULT_CONFIG } from '../../engine/config.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { startServer, type RunningServer } from '../../engine/server.ts'
import { line } from '../elements/draw.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { PLATFORM, STAFF, told } from '../elements/staff.ts'
import { script } from '../elements/steps.ts'
import { folderForTest, masar, masarJson } from './masar.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = folderForTest()
const PASSWORD = 'correct horse battery'
const OPERATOR = { id: 'moj.operator', agency: 'moj', roles: ['operator'], groups: [], name: 'Operator' } as const
/** More than one page. */
const APPLICATIONS = 203

let server: RunningServer
let env: Record<string, string>

beforeAll(async () => {
  server = await startServer({ ...DEFAULT_CONFIG, data: join(folder, 'data'), port: 0, logLevel: 'silent' })
  env = { MASAR_SERVER: server.url, MASAR_PASSWORD: PASSWORD, XDG_CONFIG_HOME: join(folder, 'config') }
  const { engine } = server
  await putAccount(engine.deps.store, { ...OPERATOR, password: PASSWORD }, Date.now(), sayIn('en'))
  await masar(['login', OPERATOR.id], { env })
  const deployed = await engine.deployFiles(PLATFORM, [pack([line(script('Divide', '= missing.part', 'half'))])])
  if (isProblem(deployed)) throw new Error(told(deployed))
  for (let n = 0; n < APPLICATIONS; n++)
    await engine.startInstance(STAFF, { packageId: PACKAGE, variables: {}, channel: 'api' })
})
afterAll(() => server.close())

const retry = ['retry', '--element', 'Divide']

test('trying all again in vain ends, and says how many stand still again, why, and some of them', async () => {
  const again = await masarJson<{ resolved: number; failedAgain: readonly object[]; failed: readonly object[] }>(
    retry,
    { env },
  )
  expect(again.code).toBe(EXIT.invalid)
  expect(again.json).toMatchObject({ resolved: 0, failed: [] })
  expect(again.json.failedAgain).toHaveLength(APPLICATIONS)
  const { out, err, code } = await masar(retry, { env })
  expect(code).toBe(EXIT.invalid)
  expect(err).toMatch(/Go on: 0; stand still again at once: 200;/)
  expect(out).toMatch(/^Go on: 0; stand still again at once: 203; could not be tried again: 0\n/)
  expect(out).toMatch(/\n203 {2}Divide {2}.*missing.*\n( {4}[0-9A-Z]{26}:\d+\n){5} {4}… and 198 more/)
  const arabic = await masar([...retry, '--lang', 'ar'], { env })
  expect(arabic.out).toMatch(/وتوقفت ثانية في الحال: 203/)
  expect(arabic.out).toMatch(/… و198 غيرها/)
})

test('ending all of a service ends them all', async () => {
  const ended = await masar(['cancel', '--service', PACKAGE, '--reason', 'closed', '--json'], { env })
  expect(JSON.parse(ended.out)).toEqual({ canceled: APPLICATIONS, failed: [] })
  expect([ended.code, ended.err]).toEqual([EXIT.ok, expect.stringContaining('Ended: 200;')])
  expect(await masarJson(retry, { env })).toEqual({
    code: EXIT.ok,
    json: { resolved: 0, failedAgain: [], failed: [] },
  })
})
