import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  apply,
  deployPermit,
  document,
  documentDigest,
  giveDocument,
  items,
  openHouse,
  taskOf,
  toStamp,
  type House,
  type Name,
} from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const start = (as: Name, body: object, key?: string) =>
  house.call('POST', '/api/instances', {
    as,
    body: { packageId: 'test.permit', variables: { purpose: 'work' }, ...body },
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  })

describe('applying', () => {
  test('gives a reference number and the address of the application', async () => {
    const begun = await start('900000001', {})
    expect(begun.status).toBe(201)
    expect(begun.json['reference']).toMatch(/^2026-/)
    const followed = await house.call('GET', begun.headers.get('location') ?? '', { as: '900000001' })
    expect(followed.json).toMatchObject({
      reference: begun.json['reference'],
      status: 'active',
      applicant: '900000001',
    })
    const byReference = await house.call('GET', `/api/instances/${String(begun.json['reference'])}`, {
      as: '900000001',
    })
    expect(byReference.json['id']).toBe(begun.json['id'])
  })

  test('twice with one key finds the same application', async () => {
    const first = await start('900000001', {}, 'key-1')
    const again = await start('900000001', {}, 'key-1')
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.json).toMatchObject({ id: first.json['id'], reference: first.json['reference'], created: false })
  })

  test('at the same moment with one key begins one application', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => start('900000002', {}, 'key-rush')))
    expect(new Set(answers.map(({ json }) => json['id'])).size).toBe(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  test('with the key of another person begins an application of its own', async () => {
    const mine = await start('900000001', {}, 'key-shared')
    const theirs = await start('900000002', {}, 'key-shared')
    expect([mine.status, theirs.status]).toEqual([201, 201])
    expect(theirs.json['id']).not.toBe(mine.json['id'])
  })

  test('with a key that was used for other words is refused', async () => {
    await start('900000001', {}, 'key-2')
    const other = await start('900000001', { variables: { purpose: 'study' } }, 'key-2')
    expect([other.status, other.json['code']]).toEqual([409, 'start.key-reused'])
  })

  test.each([
    ['without the answer the form asks for', { variables: {} }, 422, 'answers.invalid'],
    ['with an answer nobody asked for', { variables: { purpose: 'work', approved: true } }, 422, 'answers.unasked'],
    ['with a name Masar fills itself', { variables: { purpose: 'work', application: {} } }, 422, 'answers.reserved'],
    ['for a service nobody deployed', { packageId: 'test.none' }, 404, 'package.not-found'],
    ['for a version nobody deployed', { version: '9.9.9' }, 404, 'package.not-found'],
    ['for somebody else', { applicant: '900000002' }, 403, 'start.applicant'],
    ['at a counter as a citizen', { channel: 'counter' }, 403, 'start.agency'],
    ['in a way the service does not offer', { channel: 'mission' }, 422, 'start.channel'],
    ['with a field the API does not know', { status: 'approved' }, 422, 'request.invalid'],
  ])('%s is refused and keeps nothing', async (_what, body, status, code) => {
    const before = await house.engine.deps.store.instances.count()
    const refused = await start('900000001', body)
    expect([refused.status, refused.json['code']]).toEqual([status, code])
    expect(await house.engine.deps.store.instances.count()).toEqual(before)
  })

  test('a fault in the answers is told with its place in both languages', async () => {
    const refused = await start('900000001', { variables: { purpose: '' } })
    expect(items({ ...refused, json: { items: refused.json['findings'] } })[0]).toMatchObject({
      place: '/purpose',
      message: expect.stringMatching(/\w/) as string,
      messageAr: expect.stringMatching(/[\u0600-\u06ff]/) as string,
    })
  })

  test('a clerk applies at the counter for the person in front of them, not for nobody of that form', async () => {
    const counter = { channel: 'counter', applicant: '900000002', consent: { kind: 'spoken', statement: 'أوافق' } }
    const begun = await start('clerk.rana', counter)
    expect(begun.status).toBe(201)
    const followed = await house.call('GET', `/api/instances/${String(begun.json['id'])}`, { as: '900000002' })
    expect(followed.json).toMatchObject({
      applicant: '900000002',
      assistance: { consent: 'spoken', statement: 'أوافق' },
    })
    expect(followed.text).not.toContain('clerk.rana')
    const inward = await house.call('GET', `/api/instances/${String(begun.json['id'])}`, { as: 'supervisor.huda' })
    expect(inward.json).toMatchObject({ assistance: { operator: 'clerk.rana' } })
    const refused = await start('clerk.rana', { ...counter, applicant: 'Nobody At All!' })
    expect(refused.json['code']).toBe('id')
  })

  test.each([
    ['without a word of consent', {}, 'assistance.consent'],
    ['with consent of an unknown kind', { consent: { kind: 'assumed', statement: 'x' } }, 'request.invalid'],
    ['with consent to nothing', { consent: { kind: 'spoken' } }, 'request.invalid'],
    [
      'by a representative without a name',
      { consent: { kind: 'representative', statement: 'x' } },
      'assistance.representative',
    ],
    ['for nobody', { applicant: undefined, consent: { kind: 'spoken', statement: 'x' } }, 'assistance.applicant'],
  ])('at the counter %s nothing begins', async (_what, more, code) => {
    const refused = await start('clerk.rana', { channel: 'counter', applicant: '900000002', ...more })
    expect([refused.status, refused.json['code']]).toEqual([422, code])
  })

  test('staff of another agency cannot apply at this counter', async () => {
    expect((await start('clerk.other', { channel: 'counter' })).json['code']).toBe('start.agency')
  })
})

describe('looking', () => {
  test('the applicant sees the application and not what the procedure knows; staff see both', async () => {
    const { path } = await apply(house)
    const outward = await house.call('GET', path, { as: '900000001' })
    const inward = await house.call('GET', path, { as: 'clerk.rana' })
    expect(Object.keys(outward.json)).not.toContain('variables')
    expect(inward.json['variables']).toMatchObject({ purpose: 'work' })
    expect((await house.call('GET', path, { as: '900000002' })).status).toBe(404)
    expect((await house.call('GET', path, { as: 'clerk.other' })).status).toBe(404)
  })

  test('the history says who did what, oldest first', async () => {
    const begun = await toStamp(house)
    const history = await house.call('GET', `${begun.path}/history`, { as: 'auditor.aya' })
    expect(items(history).map(({ seq, actor, command }) => [seq, actor, command])).toEqual([
      [1, 'user:900000001', 'start'],
      [2, 'user:clerk.rana', 'completeTask'],
      [3, 'user:supervisor.huda', 'completeTask'],
    ])
  })

  test('a clerk who applied as a citizen sees no inner record of it, in whatever agency', async () => {
    await deployPermit(house, { id: 'health.permit', agency: 'moh' })
    for (const packageId of ['test.permit', 'health.permit']) {
      const agency = packageId === 'test.permit' ? 'clerk.rana' : 'clerk.other'
      const begun = await house.call('POST', '/api/instances', {
        as: agency,
        body: { packageId, channel: 'api', applicant: 'clerk.sami', variables: { purpose: 'own' } },
      })
      const path = `/api/instances/${String(begun.json['id'])}`
      expect((await house.call('GET', path, { as: 'clerk.sami' })).json).not.toHaveProperty('variables')
      for (const part of ['history', 'evidence']) {
        const refused = await house.call('GET', `${path}/${part}`, { as: 'clerk.sami' })
        expect([packageId, part, refused.status, refused.json['code']]).toEqual([
          packageId,
          part,
          403,
          'instance.record',
        ])
      }
    }
  })

  test('whoever is not staff lists only their own applications', async () => {
    await apply(house, '900000002')
    const own = items(await house.call('GET', '/api/instances?limit=200', { as: '900000002' }))
    expect(own.length).toBeGreaterThan(0)
    expect(own.every(({ applicant }) => applicant === '900000002')).toBe(true)
    for (const name of ['worker.stamps', 'nobody.yet'] as const)
      expect(items(await house.call('GET', '/api/instances', { as: name }))).toEqual([])
  })

  test('the pages of a list hold every application once, newest first', async () => {
    await using crowd = await openHouse()
    await deployPermit(crowd)
    const made: string[] = []
    for (let n = 0; n < 23; n++) {
      made.push((await apply(crowd, n % 2 === 0 ? '900000001' : '900000002')).id)
      crowd.clock.move(1)
    }
    const read: string[] = []
    let after = ''
    for (;;) {
      const page = await crowd.call('GET', `/api/instances?limit=5${after}`, { as: 'clerk.rana' })
      read.push(...items(page).map(({ id }) => String(id)))
      await apply(crowd)
      if (page.json['next'] === undefined) break
      after = `&after=${encodeURIComponent(String(page.json['next']))}`
    }
    expect(read).toEqual(made.toReversed())
  })

  test.each([
    'limit=0',
    'limit=201',
    'limit=-1',
    'limit=1e3',
    'limit=x',
    'after=',
    'after=x',
    'after=WzFd',
    'status=gone',
    'nonsense=1',
    'limit=5&limit=6',
  ])('a list asked with %s is refused', async (query) => {
    const refused = await house.call('GET', `/api/instances?${query}`, { as: 'clerk.rana' })
    expect(refused.status).toBe(422)
  })

  test('the list narrows by package, status, reference and incidents', async () => {
    const { reference } = await apply(house)
    const found = async (query: string) =>
      items(await house.call('GET', `/api/instances?${query}`, { as: 'clerk.rana' }))
    expect(await found(`reference=${reference}`)).toHaveLength(1)
    expect(await found(`reference=${reference}&status=completed`)).toHaveLength(0)
    expect(await found(`reference=${reference}&packageId=test.permit&status=active`)).toHaveLength(1)
    expect(await found(`reference=${reference}&packageId=test.per`)).toHaveLength(0)
    expect(await found(`reference=${reference}&incidents=true`)).toHaveLength(0)
  })
})

describe('steering', () => {
  test('a supervisor ends an application with a reason, and its tasks with it', async () => {
    const begun = await apply(house)
    const task = await taskOf(house, begun)
    const ended = await house.call('POST', `${begun.path}/cancel`, {
      as: 'supervisor.huda',
      body: { reason: 'withdrawn' },
    })
    expect(ended.json).toMatchObject({ id: begun.id, status: 'terminated' })
    const late = await house.call('POST', `${task}/claim`, { as: 'clerk.rana' })
    expect([late.status, late.json['code']]).toEqual([409, 'task.closed'])
    const again = await house.call('POST', `${begun.path}/cancel`, { as: 'supervisor.huda', body: { reason: 'again' } })
    expect([again.status, again.json['code']]).toEqual([409, 'instance.over'])
  })

  test('an operator corrects a variable', async () => {
    const { path } = await apply(house)
    const changed = await house.call('PATCH', `${path}/variables`, {
      as: 'operator.omar',
      body: { variables: { purpose: 'study' } },
    })
    expect(changed.status).toBe(200)
    expect((await house.call('GET', path, { as: 'clerk.rana' })).json['variables']).toMatchObject({ purpose: 'study' })
  })

  test.each([
    ['constructor', 422],
    ['__proto__', 422],
    ['toString', 422],
    ['0', 422],
    ['1 ', 422],
    ['9999999999', 409],
  ])('a variable in the place "%s" is refused', async (scope, status) => {
    const { path } = await apply(house)
    const refused = await house.call('PATCH', `${path}/variables`, {
      as: 'operator.omar',
      body: { variables: { purpose: 'x' }, scope },
    })
    expect(refused.status).toBe(status)
  })
})

describe('papers', () => {
  test('are downloaded as attachments that no browser runs or guesses at', async () => {
    const begun = await apply(house)
    await giveDocument(house, begun, 'MOJ-2026-AAAA0001', `شهادة "1" (it's)\n.pdf`)
    const listed = await house.call('GET', begun.path, { as: '900000001' })
    expect(listed.json['documents']).toMatchObject([{ digest: documentDigest, createdAt: '2026-11-23T09:00:00.000Z' }])
    const got = await house.call('GET', `${begun.path}/documents/${documentDigest}`, { as: '900000001' })
    expect(got.text).toBe(new TextDecoder().decode(document))
    const disposition = got.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9._%!~-]+$/)
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(`شهادة "1" (it's)\n.pdf`)
    expect(got.headers.get('content-type')).toBe('application/pdf')
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(got.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(got.headers.get('cache-control')).toBe('private, no-store')
    expect(got.headers.get('etag')).toBe(`"${documentDigest}"`)
  })

  test('of another person, or of another application, are not found', async () => {
    const begun = await apply(house)
    const other = await apply(house, '900000002')
    await giveDocument(house, begun, 'MOJ-2026-AAAA0002')
    for (const [as, path] of [
      ['900000002', begun.path],
      ['900000002', other.path],
      ['clerk.other', begun.path],
    ] as const) {
      const refused = await house.call('GET', `${path}/documents/${documentDigest}`, { as })
      expect(refused.status).toBe(404)
    }
  })

  test('anyone with the serial number learns whether a certificate holds, and nothing of its holder', async () => {
    const begun = await apply(house)
    await giveDocument(house, begun, 'MOJ-2026-AAAA0003')
    const valid = await house.call('GET', '/api/certificates/MOJ-2026-AAAA0003')
    expect(valid.json).toEqual({
      serial: 'MOJ-2026-AAAA0003',
      agency: 'moj',
      status: 'valid',
      issuedAt: '2026-11-23T09:00:00.000Z',
      validUntil: '2027-02-21T09:00:00.000Z',
    })
    await house.engine.deps.store.documents.revoke('MOJ-2026-AAAA0003', house.clock.now(), 'judgment 1/2026')
    const revoked = await house.call('GET', '/api/certificates/MOJ-2026-AAAA0003')
    expect(revoked.json).toMatchObject({ status: 'revoked', revokedAt: '2026-11-23T09:00:00.000Z' })
    expect(revoked.text).not.toContain('judgment')
    const unknown = await house.call('GET', '/api/certificates/MOJ-2026-AAAA9999')
    expect([unknown.status, unknown.json['code']]).toEqual([404, 'certificate.not-found'])
  })
})
