import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import Fastify from 'fastify'
import { databusCatalogue } from '../../engine/connectors/databus/catalogue.ts'
import { buildDesigner } from '../../designer/build.ts'
import { createApp } from '../../engine/http/app.ts'
import { demandPolicies, roles } from '../../engine/http/policy.ts'
import { createMetrics } from '../../engine/http/metrics.ts'
import { systemClock } from '../../engine/system.ts'
import { ACCESS, CALLERS, type Row } from './access-table.ts'
import {
  apply,
  beginDraft,
  beginMigration,
  beginPackage,
  deployPermit,
  documentDigest,
  giveDocument,
  lease,
  openHouse,
  taskOf,
  toStamp,
  type Answer,
  type Case,
  type House,
  type Name,
} from './house.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

let house: House
beforeAll(async () => {
  await buildDesigner()
  house = await openHouse({ signInsPerMinute: 10_000 })
  await deployPermit(house)
})
afterAll(() => house.close())

async function routesOfApp(): Promise<readonly string[]> {
  const { engine } = house
  const app = await createApp({
    engine,
    metrics: createMetrics(engine.deps.store, engine.deps.wakeup),
    receiveFromSwitch: () => Promise.resolve({ status: 404, headers: {}, body: '' }),
    certificateKeys: { keys: [] },
    catalogue: databusCatalogue(undefined, systemClock),
    publicUrl: house.url,
    signOns: [],
    localAccounts: true,
    logLevel: 'silent',
    requestsPerMinute: 1,
    signInsPerMinute: 1,
    trustedProxies: [],
  })
  await app.ready()
  const routes = app.routeTable.map(({ route }) => route)
  await app.close()
  return routes
}

describe('the table of who may call', () => {
  test('has a row for every route of the server and no other', async () => {
    const routes = (await routesOfApp()).filter((route) => !route.startsWith('HEAD '))
    expect(ACCESS.map(({ route }) => route).sort()).toEqual([...routes].sort())
  })

  test('has a letter for every caller', () => {
    for (const { route, expect: letters } of ACCESS)
      expect([route, lettersOf(letters).length]).toEqual([route, CALLERS.length])
  })
})

test('a route that does not say who may call it stops the server from starting', async () => {
  const app = Fastify()
  demandPolicies(app)
  expect(() => app.get('/open', () => 'hello')).toThrow('Expected the route GET /open to name who may call it')
  expect(() => app.get('/closed', { config: { policy: roles('clerk') } }, () => 'hello')).not.toThrow()
  await app.close()
})

const lettersOf = (letters: string): readonly string[] => [...letters.replaceAll(' ', '')]

/** What stands where a route's address has a name. */
type Places = Readonly<Record<string, string>>

const NOWHERE: Places = {
  instance: '01JDA5Q0000000000000000000',
  task: '01JDA5Q0000000000000000000:3',
  job: '01JDA5Q0000000000000000000:3',
  incident: '01JDA5Q0000000000000000000:3',
  migration: '00000000-0000-4000-8000-000000000000',
  package: 'moj.nothing',
  reference: '2026-0000-0000-0',
  draft: '00000000-0000-4000-8000-000000000000',
  packageDraft: '00000000-0000-4000-8000-000000000000',
  digest: 'f'.repeat(64),
}

async function placesFor({ route }: Row): Promise<Places> {
  if (!route.includes('/:')) return NOWHERE
  const begun: Case = route.includes('/jobs/') ? await toStamp(house) : await apply(house)
  if (route.includes('/documents/')) await giveDocument(house, begun, `MOJ-${begun.id}`)
  const task = route.includes('/tasks/') ? await taskOf(house, begun) : ''
  const job = route.includes('/jobs/') ? (await lease(house)).find(({ instance }) => instance === begun.id) : undefined
  return {
    instance: begun.id,
    task: task.split('/').at(-1) ?? '',
    job: job?.id ?? '',
    incident: `${begun.id}:999`,
    migration: route.includes('/migrations/') ? await beginMigration(house) : '',
    package: 'test.permit',
    reference: begun.reference,
    draft: route.includes('/apply/') ? await beginDraft(house) : '',
    packageDraft: route.includes('/designer/api/drafts/') ? await beginPackage(house) : '',
    digest: documentDigest,
  }
}

function addressOf(route: string, places: Places): string {
  const [, path = ''] = route.split(' ')
  const kind =
    /^\/(?:api|desk|designer\/api(?:\/live)?)\/(instances|applications|tasks|jobs|incidents|accounts|definitions|counter|migrations|drafts|shared)\//.exec(
      path,
    )?.[1] ?? ''
  const id = {
    instances: 'instance',
    applications: 'instance',
    counter: 'package',
    tasks: 'task',
    jobs: 'job',
    incidents: 'incident',
    definitions: 'package',
    migrations: 'migration',
    drafts: 'packageDraft',
    shared: 'package',
  }[kind]
  return path
    .replace(':id', id === undefined ? 'clerk.matrix' : (places[id] ?? ''))
    .replace(':reference', places['reference'] ?? '')
    .replace(':draft', places['draft'] ?? '')
    .replace(':task', places['task'] ?? '')
    .replace(':digest', places['digest'] ?? '')
    .replace(':packageId', places['package'] ?? '')
    .replace(':version', '1.0.0')
    .replace(':event', '1')
    .replace(':number', '562400101')
    .replace(':token', 'a..none')
    .replace(':serial', 'MOJ-2026-NONE0000')
    .replace(':name', 'frame.css')
    .replace('*', 'transfers/1')
}

function ask({ route, body, type, page, form }: Row, as: Name | undefined, places: Places): Promise<Answer> {
  const [method = ''] = route.split(' ')
  if (page)
    return house.browse(method, addressOf(route, places), {
      ...(as && { as }),
      ...(form && { form }),
      ...(body && { body }),
    })
  return house.call(method, addressOf(route, places), {
    ...(as === undefined ? {} : { as }),
    ...(body === undefined ? {} : { body }),
    ...(type === undefined ? {} : { body: 'nothing', headers: { 'content-type': type } }),
  })
}

/** What cannot differ between a thing one may not see and a thing that is not there. */
const seenFrom = (answer: Answer, places: Places): unknown => {
  const longest = Object.values(places).sort((a, b) => b.length - a.length)
  const known = longest.reduce((text, id) => (id === '' ? text : text.replaceAll(id, '<id>')), answer.text)
  const plain = known
    .replace(/urn:masar:request:[0-9a-f-]+/, '<request>')
    .replaceAll(/(name="csrf" value=)"[^"]+"/g, '$1')
  return [answer.status, plain, [...answer.headers.keys()].sort()]
}

async function letterOf(row: Row, as: Name | undefined, places: Places): Promise<string> {
  const answer = await ask(row, as, places)
  const { status } = answer
  const code = answer.json['code'] ?? /data-refused="([^"]+)"/.exec(answer.text)?.[1]
  // What this installation has not is refused to whoever may ask for it.
  if (status >= 500 && status !== 503) return `! ${answer.text}`
  if (answer.json['errorInformation'] !== undefined) return 'x'
  if (status === 401 && row.route !== 'POST /sign-in') return 's'
  if (status === 303 && answer.headers.get('location')?.startsWith('/sign-in?next=')) return 's'
  if (status === 403) return code === 'route.forbidden' ? 'r' : 'o'
  if (status !== 404 || !row.route.includes('/:')) return '+'
  if (row.route.includes(':serial') || row.route.includes('/assets/')) return '+'
  const missing = await ask(row, as, NOWHERE)
  expect(seenFrom(answer, places)).toEqual(seenFrom(missing, NOWHERE))
  return '0'
}

describe('every route, asked by everyone', () => {
  test.each(ACCESS)('$route', async (row) => {
    const found: string[] = []
    const shared = row.route.startsWith('GET ') ? await placesFor(row) : undefined
    for (const caller of CALLERS) found.push(await letterOf(row, caller, shared ?? (await placesFor(row))))
    if (row.route === 'POST /sign-out') await house.letInAgain()
    const named = (letters: readonly string[]) =>
      CALLERS.map((caller, index) => `${caller ?? 'anyone'} ${letters[index] ?? ''}`)
    expect(named(found)).toEqual(named(lettersOf(row.expect)))
  })

  test('what somebody is told who is known is kept by no cache', async () => {
    const readings = ACCESS.filter(({ route }) => /^GET \/(?:api|desk|my|sessions|mandates)/.test(route))
    for (const row of readings) {
      const as = row.route.startsWith('GET /my') ? '900000001' : 'supervisor.huda'
      const answer = await ask(row, as, await placesFor(row))
      expect([row.route, answer.headers.get('cache-control')]).toEqual([row.route, expect.stringMatching(/no-store/)])
    }
  })

  test('by HEAD as by GET', async () => {
    for (const row of ACCESS.filter(({ route }) => route.startsWith('GET ') && !route.includes('*'))) {
      const places = await placesFor(row)
      for (const as of [undefined, 'nobody.yet', 'clerk.other'] as const) {
        const got = await ask(row, as, places)
        const headed = await ask({ ...row, route: row.route.replace('GET', 'HEAD') }, as, places)
        expect([row.route, as, headed.status, headed.text]).toEqual([row.route, as, got.status, ''])
      }
    }
  })
})

describe('a token', () => {
  test.each([
    ['of no session', 'Bearer ' + 'A'.repeat(43)],
    ['of the wrong scheme', 'Basic bW9qOm1vag=='],
    ['that is empty', 'Bearer '],
    ['that is cut short', ''],
    ['with something after it', ''],
    ['twice', ''],
  ])('%s opens nothing', async (what, header) => {
    const real = house.tokenOf('operator.omar')
    const made: Readonly<Record<string, string>> = {
      'that is cut short': `Bearer ${real.slice(0, -1)}`,
      'with something after it': `Bearer ${real} x`,
      twice: `Bearer ${real}, Bearer ${real}`,
    }
    const answer = await house.call('GET', '/api/me', { headers: { authorization: made[what] ?? header } })
    expect([answer.status, answer.json['code']]).toEqual([401, 'session.missing'])
  })

  test('in the address or in a cookie opens nothing', async () => {
    const token = house.tokenOf('operator.omar')
    for (const [path, headers] of [
      [`/api/me?token=${token}&access_token=${token}`, {}],
      ['/api/me', { cookie: `masar=${token}; __Host-masar=${token}; session=${token}` }],
      [
        '/api/me',
        { 'x-masar-user': 'operator.omar', 'x-forwarded-user': 'operator.omar', 'x-masar-roles': 'operator' },
      ],
    ] as const)
      expect((await house.call('GET', path, { headers })).status).toBe(401)
  })
})
