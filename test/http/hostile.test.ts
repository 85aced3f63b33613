import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { apply, deployPermit, openHouse, taskOf, type Answer, type Case, type House, type Name } from './house.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let house: House
let begun: Case
let task: string
beforeAll(async () => {
  house = await openHouse({ signInsPerMinute: 10_000 })
  await deployPermit(house)
  begun = await apply(house)
  task = await taskOf(house, begun)
})
afterAll(() => house.close())

/** What the store holds that a caller could have put there. */
async function kept(): Promise<unknown> {
  const { store } = house.engine.deps
  const [row, accounts] = await Promise.all([store.instances.get(begun.id), store.accounts.list()])
  const shown = await house.call('GET', task, { as: 'clerk.rana' })
  return [await store.instances.count(), row, accounts.length, shown.json]
}

async function isHealthy(): Promise<void> {
  expect((await house.call('GET', '/ready')).status).toBe(200)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
}
afterEach(isHealthy)

/** Every route that takes JSON, with a body that is right but for what a test does to it. */
const BODIES = (): readonly { route: string; as: Name | undefined; body: Readonly<Record<string, unknown>> }[] => [
  { route: 'POST /api/sessions', as: undefined, body: { user: 'x', password: 'x' } },
  {
    route: 'PUT /api/accounts/clerk.hostile',
    as: 'operator.omar',
    body: { agency: 'moj', name: 'X', roles: [], groups: [], password: '' },
  },
  { route: 'POST /api/instances', as: '900000001', body: { packageId: 'test.permit', variables: { purpose: '' } } },
  { route: `POST ${begun.path}/cancel`, as: 'supervisor.huda', body: { reason: '' } },
  { route: `PATCH ${begun.path}/variables`, as: 'operator.omar', body: { variables: { application: 1 } } },
  { route: `POST ${task}/claim`, as: 'clerk.rana', body: { no: 1 } },
  { route: `POST ${task}/release`, as: 'clerk.rana', body: { no: 1 } },
  { route: `POST ${task}/assign`, as: 'supervisor.huda', body: { assignee: 'nobody', reason: 'x' } },
  { route: `PUT ${task}/draft`, as: 'clerk.sami', body: { variables: 1 } },
  { route: `POST ${task}/complete`, as: 'clerk.rana', body: { variables: {} } },
  { route: 'POST /api/messages', as: 'clerk.rana', body: { name: '' } },
  { route: 'POST /api/jobs/activate', as: 'worker.stamps', body: { types: [], worker: 'x' } },
  { route: `POST /api/jobs/${begun.id}:9/complete`, as: 'worker.stamps', body: { token: 1 } },
  { route: `POST /api/jobs/${begun.id}:9/fail`, as: 'worker.stamps', body: { token: 1, reason: 'x' } },
  { route: `POST /api/jobs/${begun.id}:9/error`, as: 'worker.stamps', body: { token: 1, code: 'X' } },
  { route: `POST /api/incidents/${begun.id}:9/resolve`, as: 'operator.omar', body: { retries: 1 } },
]

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** A spoiled body: what is sent, as what, and under which code it may be refused. */
const SPOILED: Readonly<Record<string, (body: object) => string | Uint8Array>> = {
  'with __proto__ at the top': (body) => `{"__proto__":{"polluted":1},${JSON.stringify(body).slice(1)}`,
  'with __proto__ in the variables': () => '{"variables":{"__proto__":{"polluted":1}}}',
  'with an escaped __proto__': () => '{"variables":{"\\u005f_proto__":{"polluted":1}}}',
  'with constructor.prototype': () => '{"variables":{"constructor":{"prototype":{"polluted":1}}}}',
  'with prototype deep inside': () => '{"variables":{"a":[{"b":{"prototype":1}}]}}',
  'that is an array': () => '[]',
  'that is a number': () => '1',
  'that is null': () => 'null',
  'that is a text': () => '"{}"',
  'that is empty': () => '',
  'that ends too early': (body) => JSON.stringify(body).slice(0, -1),
  'that goes on after its end': (body) => `${JSON.stringify(body)}{}`,
  'nested 33 deep': () => `{"variables":{"a":${nested(33)}}}`,
  'nested 100,000 deep': () => `{"variables":{"a":${nested(100_000)}}}`,
  'nested 100,000 objects deep': () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  'with a number beyond all numbers': () => '{"variables":{"a":1e999}}',
  'with U+0000': () => '{"variables":{"a":"x\\u0000y"}}',
  'with U+0000 in a key': () => '{"variables":{"x\\u0000y":1}}',
  'with half a character': () => '{"variables":{"a":"\\ud800"}}',
  'in invalid UTF-8': () => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'in UTF-16': () => Buffer.from('{"variables":{}}', 'utf16le'),
  'of more than 1 MB': () => `{"variables":{"a":"${'x'.repeat(1024 * 1024)}"}}`,
  'with a field nobody knows': (body) => JSON.stringify({ ...body, tenant: 'moh' }),
  'with 50,000 fields': () =>
    JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`f${String(n)}`, n]))),
}

describe('a body', () => {
  test.each(Object.keys(SPOILED))('%s is refused by every route and nothing of it is kept', async (what) => {
    const before = await kept()
    const none = what === 'that is null' || what === 'that is empty'
    for (const { route, as, body } of BODIES()) {
      if (none && /claim|release|resolve/.test(route)) continue
      const [method = '', path = ''] = route.split(' ')
      const spoil = SPOILED[what]
      if (spoil === undefined) throw new Error(what)
      const sent = spoil(body)
      const answer = await house.call(method, path, {
        ...(as === undefined ? {} : { as }),
        body: typeof sent === 'string' ? sent : new Uint8Array(sent),
        headers: { 'content-type': 'application/json' },
      })
      expectRefusal(`${route} ${what}`, answer)
    }
    expect(await kept()).toEqual(before)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/octet-stream',
    'application/json+evil',
    'text/plain; application/json',
    'application/zip',
    '',
    '*/*',
    'application/json, text/plain',
  ])('sent as "%s" is refused by every route: no form of another site can write here', async (type) => {
    const before = await kept()
    for (const { route, as } of BODIES()) {
      const [method = '', path = ''] = route.split(' ')
      const body = /claim|release/.test(path)
        ? 'variables=1'
        : JSON.stringify({ variables: {}, reason: 'forged', name: 'forged' })
      const answer = await house.call(method, path, {
        ...(as === undefined ? {} : { as }),
        body: new TextEncoder().encode(body),
        headers: { 'content-type': type, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      })
      expectRefusal(`${route} ${type}`, answer)
    }
    expect(await kept()).toEqual(before)
  })

  test('of 32 levels is still taken', async () => {
    const deep = `{"variables":{"a":${nested(30)}}}`
    const saved = await house.call('PUT', `${task}/draft`, {
      as: 'clerk.rana',
      body: deep,
      headers: { 'content-type': 'application/json' },
    })
    expect(saved.status).toBe(204)
  })
})

function expectRefusal(what: string, { status, headers, json }: Answer): void {
  expect([what, status]).toEqual([what, expect.toSatisfy((it: number) => it >= 400 && it < 500)])
  expect([what, headers.get('content-type')]).toEqual([what, 'application/problem+json; charset=utf-8'])
  expect(json).toMatchObject({ status, code: expect.any(String) as string, title: expect.any(String) as string })
}

const IDS = [
  '%00',
  '%2e%2e',
  '..%2f..%2fetc%2fpasswd',
  'a%2fb',
  '%F0%9F%98%80',
  '%D8%B4%D9%87%D8%A7%D8%AF%D8%A9',
  "'%20OR%201=1--",
  '%22%3E%3Cscript%3E',
  '__proto__',
  'constructor',
  'toString',
  ':',
  '1:1',
  '01JDA5Q0000000000000000000:',
  '01JDA5Q0000000000000000000:0',
  '01JDA5Q0000000000000000000:-1',
  '01JDA5Q0000000000000000000:9999999999',
  '01JDA5Q0000000000000000000:99999999999',
  '01JDA5Q0000000000000000000:1:1',
  '01jda5q0000000000000000000',
  '0',
  '-1',
  'NaN',
  '%E2%80%AE',
  '%C0%AF',
  '%zz',
  'a'.repeat(200),
  'a'.repeat(201),
  'a'.repeat(4_000),
  '{}',
  '%7B%7B7*7%7D%7D',
]

describe('an id', () => {
  test.each(IDS)('like "%s" finds nothing anywhere', async (id) => {
    for (const [method, path, as, body] of [
      ['GET', `/api/instances/${id}`, 'clerk.rana', undefined],
      ['GET', `/api/instances/${id}/history`, 'clerk.rana', undefined],
      ['GET', `/api/instances/${id}/evidence`, 'clerk.rana', undefined],
      ['GET', `/api/instances/${id}/documents/${id}`, 'clerk.rana', undefined],
      ['GET', `${begun.path}/documents/${id}`, 'clerk.rana', undefined],
      ['POST', `/api/instances/${id}/cancel`, 'supervisor.huda', { reason: 'x' }],
      ['PATCH', `/api/instances/${id}/variables`, 'operator.omar', { variables: {} }],
      ['GET', `/api/tasks/${id}`, 'clerk.rana', undefined],
      ['POST', `/api/tasks/${id}/claim`, 'clerk.rana', undefined],
      ['POST', `/api/tasks/${id}/complete`, 'clerk.rana', { variables: {} }],
      ['POST', `/api/jobs/${id}/complete`, 'worker.stamps', { token: 1 }],
      ['POST', `/api/incidents/${id}/resolve`, 'operator.omar', {}],
      ['GET', `/api/definitions/${id}`, undefined, undefined],
      ['GET', `/api/deployments/${id}/${id}/package`, 'analyst.nour', undefined],
      ['GET', `/api/certificates/${id}`, undefined, undefined],
    ] as const) {
      const answer = await house.call(method, path, { ...(as ? { as } : {}), ...(body ? { body } : {}) })
      expect([method, path, answer.status]).toEqual([
        method,
        path,
        expect.toSatisfy((it: number) => it === 404 || it === 422),
      ])
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
  })

  test('of an account is a user name and nothing else', async () => {
    for (const id of IDS.filter((one) => !/^[a-z0-9]{1,64}$/.test(one))) {
      const answer = await house.call('PUT', `/api/accounts/${id}`, {
        as: 'operator.omar',
        body: { agency: 'moj', name: 'X', roles: [], groups: [], password: 'long enough by far' },
      })
      expect([id, answer.status]).toEqual([id, expect.toSatisfy((it: number) => it === 404 || it === 422)])
    }
  })
})

describe('a query', () => {
  test.each([
    'after=%00',
    'after=..',
    `after=${'x'.repeat(501)}`,
    `after=${Buffer.from('["01JDA5Q0000000000000000000"]').toString('base64url')}.`,
    `after=${Buffer.from('[{}]').toString('base64url')}`,
    `after=${Buffer.from('[[[[]]]]').toString('base64url')}`,
    'limit=١٠',
    'limit[]=1',
    'limit=1&limit=2',
    'status=open%27',
    '__proto__=1',
    '__proto__[x]=1',
    'constructor=1',
    'reference=',
    `reference=${'1'.repeat(41)}`,
    '%00=%00',
    '%=%',
    '=',
    'view=everything',
    Array.from({ length: 2_000 }, (_, n) => `k${String(n)}=1`).join('&'),
  ])('like "%s" is refused or changes nothing', async (query) => {
    for (const path of ['/api/tasks', '/api/instances', '/api/incidents']) {
      const answer = await house.call('GET', `${path}?${query}`, { as: 'supervisor.huda' })
      expect([path, answer.status]).toEqual([path, expect.toSatisfy((it: number) => it === 200 || it === 422)])
    }
  })
})

/** One raw message over a socket of its own; the answer as text. */
function raw(message: string): Promise<string> {
  const { hostname, port } = new URL(house.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(message))
    let answer = ''
    socket.setTimeout(10_000, () =>
      socket.destroy(new Error(`Expected an answer, but there was none to ${message.slice(0, 80)}`)),
    )
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

const CLOSE = 'Host: localhost\r\nConnection: close\r\n'

describe('a message that is hardly HTTP', () => {
  test.each([
    ['of two lengths', `POST /api/sessions HTTP/1.1\r\n${CLOSE}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    [
      'of a length and chunks',
      `POST /api/sessions HTTP/1.1\r\n${CLOSE}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['of a negative length', `POST /api/sessions HTTP/1.1\r\n${CLOSE}Content-Length: -1\r\n\r\n`],
    ['with a line folded into a header', `GET /api/me HTTP/1.1\r\n${CLOSE}X-A: 1\r\n Authorization: Bearer x\r\n\r\n`],
    ['with a bare line feed in a header', `GET /api/me HTTP/1.1\r\n${CLOSE}X-A: 1\nAuthorization: Bearer x\r\n\r\n`],
    ['with U+0000 in a header', `GET /api/me HTTP/1.1\r\n${CLOSE}X-A: a\u0000b\r\n\r\n`],
    ['with 100 kB of headers', `GET /api/me HTTP/1.1\r\n${CLOSE}X-A: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['without a host', 'GET /api/me HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['of no known method', `BREW /api/me HTTP/1.1\r\n${CLOSE}\r\n`],
    ['of no known version', `GET /api/me HTTP/3.7\r\n${CLOSE}\r\n`],
    ['that is TLS', '\u0016\u0003\u0001\u0002\u0000\u0001'],
    ['that is noise', '\r\n\r\nnoise\r\n\r\n'],
  ])('%s is refused', async (_what, message) => {
    const answer = await raw(message)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  test('and cannot be parsed is answered with a problem in both languages', async () => {
    const answer = Buffer.from(await raw(`GET / HTTP/1.1\r\n${CLOSE}bad header\r\n\r\n`), 'latin1').toString('utf8')
    expect(answer).toContain('application/problem+json')
    expect(answer).toContain('تعذّرت قراءة الطلب')
  })

  test('with a whole address as its target, or another host, serves what its path says', async () => {
    expect(await raw(`GET http://evil.example/health HTTP/1.1\r\n${CLOSE}\r\n`)).toMatch(/^HTTP\/1\.1 (200|404)/)
    expect(await raw('GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200/,
    )
  })

  test('that hides a second request in its body is one request', async () => {
    const hidden = 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n'
    const answer = await raw(
      `GET /nowhere HTTP/1.1\r\n${CLOSE}Content-Length: ${String(hidden.length)}\r\n\r\n${hidden}`,
    )
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
  })
})

test('an Idempotency-Key of any letters is kept as a key and nothing else', async () => {
  for (const key of ["' OR 1=1 --", '__proto__', 'a'.repeat(200), '%00', '../..']) {
    const apply = () =>
      house.call('POST', '/api/instances', {
        as: '900000002',
        body: { packageId: 'test.permit', variables: { purpose: 'work' } },
        headers: { 'idempotency-key': key },
      })
    const [first, again] = [await apply(), await apply()]
    expect([first.status, again.status, again.json['id']]).toEqual([201, 200, first.json['id']])
  }
  for (const key of ['', 'a'.repeat(201)]) {
    const refused = await house.call('POST', '/api/instances', {
      as: '900000002',
      body: { packageId: 'test.permit', variables: { purpose: 'work' } },
      headers: { 'idempotency-key': key },
    })
    expect(refused.status).toBe(422)
  }
})

test('what citizens write is never evaluated: it comes back letter by letter', async () => {
  for (const purpose of [
    '=7*7',
    '${7*7}',
    '#{7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '%{7*7}',
    "'; DROP TABLE tasks; --",
  ]) {
    const answer = await house.call('POST', '/api/instances', {
      as: '900000001',
      body: { packageId: 'test.permit', variables: { purpose } },
    })
    const shown = await house.call('GET', `/api/instances/${String(answer.json['id'])}`, { as: 'clerk.rana' })
    expect(shown.json['variables']).toMatchObject({ purpose })
    expect(shown.headers.get('content-type')).toContain('application/json')
  }
})
