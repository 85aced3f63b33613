import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventsOf } from '../../engine/core/history.ts'
import type { AgencyId, InstanceId, LocalId, UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { actingFor } from '../../engine/commands/acting.ts'
import {
  complete,
  deployPermit,
  items,
  openHouse,
  taskOf,
  type Answer,
  type Case,
  type House,
  type Name,
} from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SANABEL = { number: '562400101', name: { ar: 'سنابل الخير', en: 'Sanabel Al-Khair' } }
const BAYADER = { number: '562400102', name: { ar: 'بيادر الشمال', en: 'Bayader North' } }
/** Signs for Sanabel. */
const LAYLA = '900000001'
/** Works there. */
const SAMIR = '900000002'
const HOUR = 3_600_000

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house, { id: 'test.both', applicants: ['person', 'company'] })
  await deployPermit(house, { id: 'test.company', applicants: ['company'] })
  await deployPermit(house, { id: 'test.permit' })
  // Reading packages keeps the server busy, which says so.
  await vi.waitUntil(async () => (await house.call('GET', '/health')).status === 200, 20_000)
})
afterAll(() => house.close())

const operator = (): Promise<Answer> =>
  house.call('POST', '/api/mandates', {
    as: 'operator.platform',
    body: { holder: LAYLA, company: SANABEL, role: 'signatory' },
  })

/** Everything that was given before is over; Layla signs for Sanabel again. */
beforeEach(async () => {
  for (const as of [LAYLA, SAMIR] as const) await act(as, null)
  for (const one of items(await house.call('GET', '/api/mandates', { as: 'operator.platform' })))
    if (one['inForce'] === true)
      await house.call('DELETE', `/api/mandates/${String(one['id'])}`, { as: 'operator.platform' })
  if ((await operator()).status !== 201) throw new Error('Expected the operator to give a mandate')
  await act(LAYLA, SANABEL.number)
})

const act = (as: Name, company: string | null): Promise<Answer> =>
  house.call('PUT', '/api/sessions/current/company', { as, body: { company } })

const give = (body: object = {}, as: Name = LAYLA): Promise<Answer> =>
  house.call('POST', '/api/mandates', { as, body: { holder: SAMIR, ...body } })

const revoke = (answer: Answer, as: Name = LAYLA): Promise<Answer> =>
  house.call('DELETE', `/api/mandates/${String(answer.json['id'])}`, { as })

const begin = (as: Name, packageId = 'test.both', more: object = {}): Promise<Answer> =>
  house.call('POST', '/api/instances', { as, body: { packageId, variables: { purpose: 'work' }, ...more } })

async function begun(as: Name, packageId = 'test.both'): Promise<Case> {
  const answer = await begin(as, packageId)
  expect([answer.status, answer.text]).toEqual([201, expect.anything()])
  const id = answer.json['id'] as InstanceId
  return { id, reference: String(answer.json['reference']), path: `/api/instances/${id}` }
}

const code = ({ status, json }: Answer): readonly unknown[] => [status, json['code']]
const references = async (as: Name): Promise<readonly unknown[]> =>
  items(await house.call('GET', '/api/instances', { as })).map((one) => one['reference'])

describe('a mandate', () => {
  test('lets an employee act for the company, in the company’s name and with their own beside it in the record', async () => {
    await give()
    await act(SAMIR, SANABEL.number)
    const { id, path } = await begun(SAMIR)
    const { engine } = house
    const row = await engine.deps.store.instances.get(id)
    expect([row?.applicant, row?.startedBy]).toEqual(['company:562400101', `user:${SAMIR} for company:562400101`])
    const [first] = await engine.deps.store.instances.history(id)
    expect(first?.actor).toBe(`user:${SAMIR} for company:562400101`)
    const process = first && eventsOf(first).find((event) => event.kind === 'elementActivated')
    expect(process?.variables?.['application']).toMatchObject({
      applicant: { id: 'company:562400101', nationalId: SAMIR, company: SANABEL },
    })
    expect((await house.call('GET', path, { as: SAMIR })).status).toBe(200)
  })

  test('keeps the company’s things and one’s own apart, both ways', async () => {
    await give()
    const own = await begun(SAMIR)
    await act(SAMIR, SANABEL.number)
    const theirs = await begun(SAMIR)
    expect(await references(SAMIR)).toContain(theirs.reference)
    expect(await references(SAMIR)).not.toContain(own.reference)
    expect((await house.call('GET', own.path, { as: SAMIR })).status).toBe(404)
    await act(SAMIR, null)
    expect(await references(SAMIR)).toContain(own.reference)
    expect(await references(SAMIR)).not.toContain(theirs.reference)
    expect((await house.call('GET', theirs.path, { as: SAMIR })).status).toBe(404)
  })

  test('lets everybody who has one go on with what another has begun', async () => {
    await give()
    await act(SAMIR, SANABEL.number)
    const { path, reference } = await begun(SAMIR)
    expect((await house.call('GET', path, { as: LAYLA })).status).toBe(200)
    expect(await references(LAYLA)).toContain(reference)
    const start = await house.browse('POST', '/services/test.both', { as: SAMIR, form: {} })
    const draft = start.headers.get('location') ?? ''
    expect((await house.browse('GET', draft, { as: LAYLA })).status).toBe(200)
    const another = await house.browse('POST', '/services/test.both', { as: LAYLA, form: {} })
    expect(another.headers.get('location')).not.toBe(draft)
    await act(SAMIR, null)
    expect((await house.browse('GET', draft, { as: SAMIR })).status).toBe(404)
  })

  test('lets a program sign out also once it is revoked', async () => {
    const mandate = await give()
    await act(SAMIR, SANABEL.number)
    await revoke(mandate)
    const out = await house.call('DELETE', '/api/sessions/current', { as: SAMIR })
    expect([out.status, (await house.call('GET', '/api/companies', { as: SAMIR })).status]).toEqual([204, 401])
    await house.letInAgain()
  })

  test('opens nothing from the moment it is revoked, and nobody goes on as somebody else unasked', async () => {
    const mandate = await give()
    await act(SAMIR, SANABEL.number)
    const { path } = await begun(SAMIR)
    expect((await revoke(mandate)).status).toBe(204)
    for (const address of [path, `${path}/accesses`, '/api/instances', '/api/tasks'])
      expect(code(await house.call('GET', address, { as: SAMIR }))).toEqual([403, 'mandate.ended'])
    expect(code(await begin(SAMIR))).toEqual([403, 'mandate.ended'])
    const page = await house.browse('GET', '/my', { as: SAMIR })
    expect([page.status, page.text]).toEqual([403, expect.stringContaining('data-refused="mandate.ended"')])
    expect(code(await act(SAMIR, SANABEL.number))).toEqual([404, 'mandate.none'])
    expect((await act(SAMIR, null)).status).toBe(204)
    expect((await house.call('GET', path, { as: SAMIR })).status).toBe(404)
  })

  test('opens nothing before it begins and from the moment it ends', async () => {
    const now = house.clock.now()
    const at = (hours: number): string => new Date(now + hours * HOUR).toISOString()
    expect((await give({ starts: at(0.1), ends: at(0.2) })).status).toBe(201)
    expect(code(await act(SAMIR, SANABEL.number))).toEqual([404, 'mandate.none'])
    house.clock.move(0.1 * HOUR)
    expect((await act(SAMIR, SANABEL.number)).status).toBe(204)
    const { path } = await begun(SAMIR)
    house.clock.move(0.1 * HOUR)
    expect(code(await house.call('GET', path, { as: SAMIR }))).toEqual([403, 'mandate.ended'])
  })

  test('reaches the services it names and no other', async () => {
    await act(SAMIR, null)
    await give({ services: ['test.company'] })
    const other = await begun(LAYLA, 'test.both')
    await act(SAMIR, SANABEL.number)
    expect(code(await begin(SAMIR, 'test.both'))).toEqual([403, 'mandate.service'])
    expect((await house.call('GET', other.path, { as: SAMIR })).status).toBe(404)
    const own = await begun(SAMIR, 'test.company')
    expect(await references(SAMIR)).toContain(own.reference)
    expect(await references(SAMIR)).not.toContain(other.reference)
    expect((await house.browse('GET', `/my/${other.reference}`, { as: SAMIR })).status).toBe(404)
    expect((await house.browse('GET', `/my/${own.reference}`, { as: SAMIR })).status).toBe(200)
  })

  test('gives the company’s tasks to whoever acts for it, and to nobody afterwards', async () => {
    const mandate = await give()
    await act(SAMIR, SANABEL.number)
    const { id, reference } = await begun(SAMIR)
    await reachCollection(id, reference)
    const tasks = (as: Name) => house.call('GET', `/api/tasks?reference=${reference}`, { as })
    const [task] = items(await tasks(LAYLA))
    expect(task?.['assignee']).toBe('company:562400101')
    const path = `/api/tasks/${String(task?.['id'])}`
    expect((await house.call('GET', path, { as: SAMIR })).status).toBe(200)
    await act(SAMIR, null)
    expect(items(await tasks(SAMIR))).toEqual([])
    expect((await house.call('GET', path, { as: SAMIR })).status).toBe(404)
    await act(SAMIR, SANABEL.number)
    await complete(house, path, SAMIR, { collected: true })
    await revoke(mandate)
    await act(SAMIR, null)
    expect((await house.call('GET', path, { as: SAMIR })).status).toBe(404)
    const last = (await house.engine.deps.store.instances.history(id)).at(-1)
    expect(last?.actor).toBe(`user:${SAMIR} for company:562400101`)
  })
})

/** The applicant is to collect it. */
async function reachCollection(id: InstanceId, reference: string): Promise<void> {
  const at = { id, reference, path: '' }
  const review = (await taskOf(house, at)).split(':').at(-1) as LocalId
  const moved = await house.engine.modifyInstance({ kind: 'system', id: 'test', agency: 'moj' as AgencyId }, id, {
    reason: 'to the end',
    instructions: [{ kind: 'move', id: review, to: 'collect' }],
  })
  if (isProblem(moved)) throw new Error(moved.detail)
}

describe('giving and revoking', () => {
  test('is for who signs for the company and acts for it now', async () => {
    await give()
    await act(SAMIR, SANABEL.number)
    expect(code(await give({ holder: '900000003' }, SAMIR))).toEqual([403, 'mandate.signatory'])
    await act(LAYLA, null)
    expect(code(await give({ holder: '900000003' }))).toEqual([403, 'mandate.signatory'])
    await act(LAYLA, SANABEL.number)
    expect(code(await give({ holder: '900000003', role: 'signatory' }))).toEqual([403, 'mandate.signatory'])
    expect(code(await give({ holder: '900000003', company: { number: BAYADER.number } }))).toEqual([
      403,
      'mandate.signatory',
    ])
    expect(code(await give({ holder: '900000003' }, 'operator.omar'))).toEqual([403, 'mandate.signatory'])
  })

  test.each([
    ['to oneself', { holder: LAYLA }, 'mandate.self'],
    ['to nobody', { holder: '12' }, 'mandate.holder'],
    ['to a clerk’s name', { holder: 'clerk.rana' }, 'mandate.holder'],
    ['that has ended', { ends: '2020-01-01T00:00:00Z' }, 'mandate.time'],
    ['for a service of people', { services: ['test.permit'] }, 'mandate.services'],
    ['for a service there is none', { services: ['moj.nothing'] }, 'mandate.services'],
  ])('%s is refused', async (_, body, problem) => {
    expect(code(await give(body))).toEqual([422, problem])
  })

  test('is not possible with a mandate of another company, nor seen there', async () => {
    const ours = await give()
    await house.call('POST', '/api/mandates', {
      as: 'operator.platform',
      body: { holder: SAMIR, company: BAYADER, role: 'signatory' },
    })
    await act(SAMIR, BAYADER.number)
    const theirs = await give({ holder: LAYLA }, SAMIR)
    expect(code(await revoke(theirs, LAYLA))).toEqual([204, undefined])
    const other = await give({ holder: '900000003' }, SAMIR)
    expect(code(await revoke(other, LAYLA))).toEqual([404, 'mandate.not-found'])
    const listed = items(await house.call('GET', '/api/mandates', { as: SAMIR }))
    expect(listed.map((one) => one['id'])).not.toContain(ours.json['id'])
    const record = (number: string) => house.call('GET', `/api/companies/${number}/record`, { as: SAMIR })
    expect(code(await record(SANABEL.number))).toEqual([403, 'mandate.signatory'])
    expect((await record(BAYADER.number)).status).toBe(200)
  })

  test('has an end: of one company there are so many at once, those that only begin later counted', async () => {
    const { store } = house.engine.deps
    await house.call('POST', '/api/mandates', {
      as: 'operator.platform',
      body: { holder: LAYLA, company: BAYADER, role: 'signatory' },
    })
    await act(LAYLA, BAYADER.number)
    const now = house.clock.now()
    const planned = Array.from({ length: 199 }, (_, n) => `f0000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
    for (const id of planned)
      await store.mandates.grant(
        {
          id,
          company: BAYADER.number,
          holder: SAMIR as UserId,
          role: 'representative',
          source: 'portal',
          starts: now + HOUR,
          givenBy: `user:${LAYLA} for company:${BAYADER.number}`,
          givenAt: now,
        },
        BAYADER,
      )
    expect(code(await give())).toEqual([409, 'mandate.too-many'])
    for (const id of planned) await store.mandates.revoke(id, now, 'test')
    expect((await give()).status).toBe(201)
  })

  test('is given back by its holder', async () => {
    const mandate = await give()
    expect((await revoke(mandate, SAMIR)).status).toBe(204)
    expect(code(await revoke(mandate, SAMIR))).toEqual([409, 'mandate.over'])
    expect(code(await act(SAMIR, SANABEL.number))).toEqual([404, 'mandate.none'])
  })

  test('and every use of it is in the record', async () => {
    const mandate = await give()
    await act(SAMIR, SANABEL.number)
    await revoke(mandate)
    const record = await house.call('GET', `/api/companies/${SANABEL.number}/record?limit=3`, { as: LAYLA })
    expect(items(record).map(({ kind, holder, by }) => ({ kind, holder, by }))).toEqual([
      { kind: 'revoked', holder: SAMIR, by: `user:${LAYLA} for company:562400101` },
      { kind: 'used', holder: SAMIR, by: `user:${SAMIR} for company:562400101` },
      { kind: 'granted', holder: SAMIR, by: `user:${LAYLA} for company:562400101` },
    ])
  })
})

describe('who may apply', () => {
  test('is said by the service', async () => {
    expect(code(await begin(LAYLA, 'test.permit'))).toEqual([403, 'start.company'])
    await act(LAYLA, null)
    expect(code(await begin(LAYLA, 'test.company'))).toEqual([403, 'start.person'])
    expect((await begin(LAYLA, 'test.both')).status).toBe(201)
    const page = (as: Name, name: string) =>
      house.browse('GET', `/services/${name}`, { as, headers: { 'accept-language': 'en' } })
    expect((await page(LAYLA, 'test.company')).text).toContain('This service is for companies')
    expect((await page(LAYLA, 'test.both')).text).toContain('Apply now')
    const started = await house.browse('POST', '/services/test.company', { as: LAYLA, form: {} })
    expect([started.status, started.text]).toEqual([403, expect.stringContaining('data-refused="start.person"')])
  })

  test('cannot be the company for who does not act for it', async () => {
    await act(LAYLA, null)
    for (const applicant of ['company:562400101', 'company:562400102'])
      expect(code(await begin(LAYLA, 'test.both', { applicant }))).toEqual([403, 'start.applicant'])
  })
})

describe('who may act', () => {
  test.each(['562400102', '562400101 ', '../562400101', 'company:562400101'])(
    'is nobody for a company that gave them no mandate: %s',
    async (company) => {
      expect((await act(SAMIR, company)).status).toBeGreaterThanOrEqual(400)
      const page = await house.browse('POST', '/acting-for', { as: SAMIR, form: { company } })
      expect(page.status).toBe(404)
      expect((await house.call('GET', '/api/me', { as: SAMIR })).json['id']).toBe(SAMIR)
    },
  )

  test('is not told by a header, a query or a cookie', async () => {
    const { path } = await begun(LAYLA)
    await give()
    for (const [address, headers] of [
      [path, { 'masar-acting-for': SANABEL.number, 'x-represented-party': 'company:562400101' }],
      [`${path}?company=${SANABEL.number}`, {}],
      [path, { cookie: `company=${SANABEL.number}; acts_for=${SANABEL.number}` }],
    ] as const)
      expect((await house.call('GET', address, { as: SAMIR, headers })).status).toBe(404)
  })

  test('is not changed by a form from elsewhere', async () => {
    await give()
    const forged = await house.browse('POST', '/acting-for', {
      as: SAMIR,
      form: { company: SANABEL.number, csrf: 'AAAA.BBBB' },
    })
    expect([forged.status, forged.text]).toEqual([403, expect.stringContaining('request.forged')])
    const elsewhere = await house.browse('POST', '/acting-for', {
      as: SAMIR,
      form: { company: SANABEL.number },
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(elsewhere.status).toBe(403)
    expect((await house.call('GET', '/api/me', { as: SAMIR })).json['id']).toBe(SAMIR)
  })

  test('no form that was opened for the company is sent for oneself', async () => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await house.browse('GET', '/my', { as: LAYLA })).text)?.[1] ?? ''
    await act(LAYLA, null)
    const sent = await house.browse('POST', '/services/test.both', { as: LAYLA, form: { csrf } })
    expect([sent.status, sent.text]).toEqual([403, expect.stringContaining('request.forged')])
  })

  test('a page that was opened for the company still lets one choose anew, change the language and sign out', async () => {
    const open = async (): Promise<string> =>
      /name="csrf" value="([^"]+)"/.exec((await house.browse('GET', '/my', { as: LAYLA })).text)?.[1] ?? ''
    const forCompany = await open()
    await act(LAYLA, null)
    const forSelf = await open()
    const sent = async (path: string, form: object): Promise<unknown> => {
      const { status, text } = await house.browse('POST', path, { as: LAYLA, form: { ...form } })
      return [status, /data-refused="([^"]+)"/.exec(text)?.[1]]
    }
    expect(await sent('/acting-for', { csrf: forCompany, company: SANABEL.number })).toEqual([303, undefined])
    expect(await sent('/acting-for', { csrf: forSelf, company: '' })).toEqual([303, undefined])
    expect(await sent('/language', { csrf: forCompany, language: 'en' })).toEqual([303, undefined])
    const [nonce, seal] = forCompany.split('.')
    for (const csrf of [`${nonce}.${seal}.`, `${nonce}.${seal}.company:1`])
      expect(await sent('/language', { csrf, language: 'en' })).toEqual([403, 'request.forged'])
    expect(await sent('/sign-out', { csrf: forCompany })).toEqual([303, undefined])
    expect((await house.call('GET', '/api/me', { as: LAYLA })).status).toBe(401)
    await house.letInAgain()
  })
})

describe('whose application it is', () => {
  test('is told to staff with both names: the company and who sent it', async () => {
    await give()
    await act(SAMIR, SANABEL.number)
    const { reference } = await begun(SAMIR)
    const { text } = await house.browse('GET', `/desk/applications/${reference}`, {
      as: 'clerk.rana',
      headers: { 'accept-language': 'en' },
    })
    expect(text).toContain('Sanabel Al-Khair')
    expect(text).toContain(SANABEL.number)
    const own = await house.browse('GET', `/my/${reference}`, { as: LAYLA, headers: { 'accept-language': 'en' } })
    expect(own.text).toMatch(/sent for the company by <bdi[^>]*>900000002<\/bdi>/)
    const found = (words: string) => house.browse('GET', `/desk/search?text=${words}`, { as: 'clerk.rana' })
    expect((await found('Sanabel+562400101+900000002')).text).toContain(reference)
    expect(text).toMatch(/Sent for the company by<\/dt>\s*<dd><bdi[^>]*>900000002<\/bdi>/)
  })
})

describe('an application of a company that an operator begins anew', () => {
  test('is the company’s again, with the person who had sent it', async () => {
    await give()
    await act(SAMIR, SANABEL.number)
    const { id } = await begun(SAMIR)
    const { engine } = house
    const system = { kind: 'system', id: 'test', agency: 'moj' as AgencyId } as const
    await engine.cancelInstance(system, id, 'by mistake')
    const again = await engine.restartInstance(system, id, { reason: 'was a mistake', at: ['review'] })
    if (isProblem(again)) throw new Error(again.detail)
    const row = await engine.deps.store.instances.get(again.id)
    expect(row?.applicant).toBe('company:562400101')
    const [first] = await engine.deps.store.instances.history(again.id)
    const process = first && eventsOf(first).find((event) => event.kind === 'elementActivated')
    expect(process?.variables?.['application']).toMatchObject({ applicant: { nationalId: SAMIR, company: SANABEL } })
    expect((await house.call('GET', `/api/instances/${again.id}`, { as: SAMIR })).status).toBe(200)
  })
})

describe('who works for an agency by day', () => {
  test('has none of its rights while they act for a company', async () => {
    const { accounts } = house.engine.deps.store
    const account = await accounts.get(SAMIR as UserId)
    if (account === undefined) throw new Error('Expected an account')
    const own = await begun(LAYLA)
    await accounts.put({ ...account, agency: 'moj' as AgencyId, roles: ['citizen', 'supervisor'], groups: ['clerks'] })
    await give({ services: ['test.company'] })
    expect((await house.call('GET', own.path, { as: SAMIR })).status).toBe(200)
    await act(SAMIR, SANABEL.number)
    expect((await house.call('GET', own.path, { as: SAMIR })).status).toBe(404)
    expect(code(await house.call('GET', '/api/accounts', { as: SAMIR }))).toEqual([403, 'route.forbidden'])
    expect((await house.browse('GET', '/desk', { as: SAMIR })).status).toBe(403)
    await accounts.put(account)
  })
})

describe('what a clerk may decide', () => {
  const mandated = (holder: string) =>
    house.call('POST', '/api/mandates', { as: 'operator.platform', body: { holder, company: SANABEL } })

  test('is never an application of a company they have a mandate of', async () => {
    const { id, path, reference } = await begun(LAYLA)
    const task = await taskOf(house, { id, path, reference })
    const mandate = await mandated('clerk.rana')
    const done = await house.call('POST', `${task}/complete`, { as: 'clerk.rana', body: { variables: { fit: true } } })
    expect(code(done)).toEqual([403, 'task.own-application'])
    expect(code(await house.call('POST', `${task}/claim`, { as: 'clerk.rana' }))).toEqual([403, 'task.own-application'])
    const given = await house.call('POST', `${task}/assign`, {
      as: 'supervisor.huda',
      body: { assignee: 'clerk.rana', reason: 'tried' },
    })
    expect(code(given)).toEqual([403, 'task.own-application'])
    expect(code(await house.call('GET', `${path}/history`, { as: 'clerk.rana' }))).toEqual([403, 'instance.record'])
    expect((await house.browse('GET', `/desk/applications/${reference}`, { as: 'clerk.rana' })).status).toBe(404)
    await revoke(mandate, 'operator.platform')
    await complete(house, task, 'clerk.rana', { fit: true })
  })

  test('is not what was given to them before they had the mandate', async () => {
    const { id, path, reference } = await begun(LAYLA)
    const task = await taskOf(house, { id, path, reference })
    await house.call('POST', `${task}/claim`, { as: 'clerk.rana' })
    const mandate = await mandated('clerk.rana')
    const done = await house.call('POST', `${task}/complete`, { as: 'clerk.rana', body: { variables: { fit: true } } })
    expect(code(done)).toEqual([403, 'task.own-application'])
    await revoke(mandate, 'operator.platform')
  })

  test('is not what they sent themselves for a company they may act for no longer', async () => {
    const { engine } = house
    const rana = {
      kind: 'user',
      id: 'clerk.rana' as UserId,
      agency: 'moj' as AgencyId,
      roles: ['clerk'],
      groups: [],
    } as const
    const started = await engine.startInstance(actingFor(rana, { company: SANABEL, role: 'representative' }), {
      packageId: 'test.both',
      variables: { purpose: 'work' },
      channel: 'portal',
    })
    if (!('reference' in started)) throw new Error(JSON.stringify(started))
    const task = await taskOf(house, { ...started, path: '' })
    const done = await house.call('POST', `${task}/complete`, { as: 'clerk.rana', body: { variables: { fit: true } } })
    expect(code(done)).toEqual([403, 'task.own-application'])
  })
})
