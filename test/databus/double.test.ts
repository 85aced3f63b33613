import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startDatabusDouble, type DatabusDoubleOptions } from '../../engine/sandbox/databus/double.ts'
import { clock, SALMA } from './bus.ts'
import { ask, type Answer, type Ask } from './wire.ts'

const PERSON = `/r1/PS/GOV/MOI/civil-registry/getPerson/v1?nationalId=${SALMA}`
const CLIENT = ['X-Road-Client', 'PS/GOV/MOJ/masar']

async function withDouble(
  test: (send: (request: Ask) => Promise<Answer>, url: string) => Promise<void>,
  options: Partial<DatabusDoubleOptions> = {},
): Promise<void> {
  const double = await startDatabusDouble({ clock, ...options })
  try {
    await test((request) => ask(double.url, request), double.url)
  } finally {
    await double.close()
  }
}

/** Status, X-Road-Error and message of a refusal by the security server. */
function refusal(answer: Answer): readonly unknown[] {
  const body = JSON.parse(answer.text) as { type: string; message: string; detail: string }
  expect(body.type).toBe(answer.headers['x-road-error'])
  expect(body.detail).toMatch(/^[0-9a-f-]{36}$/)
  return [answer.status, body.type, body.message]
}

describe('the security server', () => {
  test.each([
    ['COM/562400101', undefined],
    ['562400101', undefined],
    ['COM/999', 'Unknown represented party: COM/999'],
    ['GOV/562400101', 'Unknown represented party: GOV/562400101'],
    ['PS/COM/562400101', 'Invalid X-Road-Represented-Party: expected [class/]memberCode once'],
  ])('is told for whom it is asked: %s', (party, fault) =>
    withDouble(async (send) => {
      const answer = await send({ path: PERSON, headers: [...CLIENT, 'X-Road-Represented-Party', party] })
      expect(answer.status === 200 ? undefined : refusal(answer)[2]).toBe(fault)
    }),
  )

  test('answers with the ids, the service and the client of the call', () =>
    withDouble(async (send) => {
      const { status, headers } = await send({ path: PERSON, headers: [...CLIENT, 'X-Road-Id', 'abc-1'] })
      expect(status).toBe(200)
      expect(headers).toMatchObject({
        'x-road-id': 'abc-1',
        'x-road-client': 'PS/GOV/MOJ/masar',
        'x-road-service': 'PS/GOV/MOI/civil-registry/getPerson',
        'x-road-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        'x-masar-double': 'databus',
      })
      expect(headers).not.toHaveProperty('x-road-error')
    }))

  test('makes a message id itself when none was sent', () =>
    withDouble(async (send) => {
      expect((await send({ path: PERSON, headers: CLIENT })).headers['x-road-id']).toMatch(/^PS-[0-9a-f-]{36}$/)
    }))

  test('signs over what it saw: method, address, headers and its own request id, then the body', () =>
    withDouble(async (send) => {
      const path = '/r1/PS/GOV/MOJ/judicial-record/checkPerson/v1'
      const body = JSON.stringify({ nationalId: SALMA, اسم: 'سلمى' })
      const sent = [...CLIENT, 'X-Road-Id', 'abc-2', 'Content-Type', 'application/json']
      const { headers } = await send({ method: 'POST', path, headers: [...sent, 'X-Road-Request-Id', 'mine'], body })
      const pairs = [...sent, 'X-Road-Request-Id', String(headers['x-road-request-id'])]
      const lines = pairs.flatMap((name, i) => (i % 2 === 0 ? [`${name}:${pairs[i + 1] ?? ''}\r\n`] : []))
      const sha = (data: Buffer | string): Buffer => createHash('sha512').update(data).digest()
      const head = sha(`POST\r\n${path}\r\n${lines.join('')}`)
      expect(headers['x-road-request-hash']).toBe(sha(Buffer.concat([head, sha(body)])).toString('base64'))
    }))

  test('of several clients in the header takes the last', () =>
    withDouble(async (send) => {
      expect((await send({ path: PERSON, headers: ['X-Road-Client', 'PS/GOV/X/y', ...CLIENT] })).status).toBe(200)
      expect((await send({ path: PERSON, headers: [...CLIENT, 'X-Road-Client', 'PS/GOV/X/y'] })).status).toBe(500)
    }))

  const BAD_ADDRESS = [500, 'server.clientproxy.internal_error', 'Invalid request URI']
  const BAD_NAME = [
    500,
    'server.clientproxy.invalid_client_identifier',
    'Identifier is empty or contains invalid characters',
  ]
  test.each([
    [
      'without a client',
      { path: PERSON },
      [500, 'server.clientproxy.invalid_client_identifier', 'The client identifier is missing'],
    ],
    [
      'with half a client',
      { path: PERSON, headers: ['X-Road-Client', 'PS/GOV'] },
      [500, 'server.clientproxy.internal_error', 'Invalid Client Id'],
    ],
    [
      'of an unknown client',
      { path: PERSON, headers: ['X-Road-Client', 'PS/GOV/MOJ/other'] },
      [500, 'server.clientproxy.unknown_member', "Client 'SUBSYSTEM:PS/GOV/MOJ/other' not found"],
    ],
    ['to too short an address', { path: '/r1/PS/GOV/MOI/civil-registry', headers: CLIENT }, BAD_ADDRESS],
    ['to a name with a percent sign', { path: '/r1/PS/GOV/MOI/a%2525/b', headers: CLIENT }, BAD_NAME],
    ['to a name with a hidden slash', { path: '/r1/PS/GOV/MOI/a%2Fb/c', headers: CLIENT }, BAD_NAME],
    ['to a name with a colon', { path: '/r1/PS/GOV/MOI/a:b/c', headers: CLIENT }, BAD_NAME],
    ['to a name with an invisible character', { path: '/r1/PS/GOV/MOI/a%E2%80%8Bb/c', headers: CLIENT }, BAD_NAME],
    ['to an empty name', { path: '/r1/PS/GOV//a/b', headers: CLIENT }, BAD_NAME],
    [
      'to an unknown provider',
      { path: '/r1/PS/GOV/XXX/a/b', headers: CLIENT },
      [
        500,
        'server.clientproxy.unknown_member',
        'Could not find addresses for service provider "SERVICE:PS/GOV/XXX/a/b"',
      ],
    ],
    [
      'to an unknown service',
      { path: '/r1/PS/GOV/MOI/civil-registry/nope', headers: CLIENT },
      [500, 'server.serverproxy.unknown_service', 'Unknown service: SERVICE:PS/GOV/MOI/civil-registry/nope'],
    ],
  ] satisfies [string, Ask, unknown[]][])('refuses a request %s', (_name, request, expected) =>
    withDouble(async (send) => {
      expect(refusal(await send(request))).toEqual(expected)
    }),
  )

  test('refuses a client that was not granted the service, and one that is switched off', () =>
    withDouble(
      async (send) => {
        const notary = '/r1/PS/GOV/HJC/notary/getPowerOfAttorney/v1?number=POA-2025-1001'
        expect(refusal(await send({ path: notary, headers: CLIENT }))).toEqual([
          500,
          'server.serverproxy.access_denied',
          'Request is not allowed: SERVICE:PS/GOV/HJC/notary/getPowerOfAttorney',
        ])
        expect(refusal(await send({ path: PERSON, headers: CLIENT }))).toEqual([
          500,
          'server.serverproxy.service_disabled',
          'Service SERVICE:PS/GOV/MOI/civil-registry/getPerson is disabled: until Sunday',
        ])
      },
      {
        access: [{ client: 'PS/GOV/MOJ/masar', service: 'PS/GOV/MOI/civil-registry' }],
        disabled: { 'PS/GOV/MOI/civil-registry/getPerson': 'until Sunday' },
      },
    ))

  test('of an older version spells its codes in CamelCase', () =>
    withDouble(
      async (send) => {
        const answer = await send({ path: '/r1/PS/GOV/MOI/civil-registry/nope', headers: CLIENT })
        expect(answer.headers['x-road-error']).toBe('Server.ServerProxy.UnknownService')
        expect(answer.status).toBe(500)
      },
      { errorCodes: 'camel' },
    ))

  test('speaks XML to whoever asks for it', () =>
    withDouble(async (send) => {
      const answer = await send({ path: PERSON, headers: ['Accept', 'text/xml'] })
      expect(answer.headers['content-type']).toContain('text/xml')
      expect(answer.text).toContain('<type>server.clientproxy.invalid_client_identifier</type>')
    }))

  test('answers 400, not 500, when the code begins with client', () =>
    withDouble(async (send, url) => {
      await ask(url, {
        method: 'POST',
        path: '/__double/faults',
        body: '{"kind":"xroadError","code":"client.bad_request"}',
      })
      expect((await send({ path: PERSON, headers: CLIENT })).status).toBe(400)
    }))

  test('lists who is on the bus, in JSON or XML', () =>
    withDouble(async (send) => {
      const json = await send({ path: '/listClients', headers: ['Accept', 'application/json'] })
      expect(JSON.parse(json.text)).toMatchObject({
        member: expect.arrayContaining([
          {
            id: {
              object_type: 'SUBSYSTEM',
              xroad_instance: 'PS',
              member_class: 'GOV',
              member_code: 'MOI',
              subsystem_code: 'civil-registry',
            },
            name: 'Ministry of Interior',
            subsystem_name: 'civil-registry',
          },
        ]),
      })
      expect((await send({ path: '/listClients' })).text).toContain(
        '<id:subsystemCode>civil-registry</id:subsystemCode>',
      )
      const none = await send({ path: '/listClients?xRoadInstance=EE', headers: ['Accept', 'application/json'] })
      expect(JSON.parse(none.text)).toEqual({ member: [] })
    }))

  test('asks for a client before it describes services', () =>
    withDouble(async (send) => {
      expect((await send({ path: '/r1/PS/GOV/MOI/civil-registry/listMethods' })).status).toBe(500)
    }))
})

describe('the registers', () => {
  const record = (id: string): Ask => ({
    path: `/r1/PS/GOV/MOJ/judicial-record/checkPerson/v1?nationalId=${id}`,
    headers: CLIENT,
  })
  const power = (number: string): Ask => ({
    path: `/r1/PS/GOV/HJC/notary/getPowerOfAttorney/v1?number=${number}`,
    headers: CLIENT,
  })

  test('know a clear person, matches, namesakes, one below the threshold and one rehabilitated', () =>
    withDouble(async (send) => {
      const check = async (id: string): Promise<unknown> => JSON.parse((await send(record(id))).text)
      expect(await check('400000014')).toMatchObject({ result: 'clear', entries: [], double: true })
      expect(await check('400000063')).toMatchObject({ result: 'match', entries: [{ belowThreshold: false }] })
      expect(await check('400000071')).toMatchObject({ result: 'possible', recordedBirthYear: 1979 })
      expect(await check('400000089')).toMatchObject({ result: 'possible', recordedBirthYear: 1990 })
      expect(await check('400000097')).toMatchObject({ result: 'match', entries: [{ belowThreshold: true }] })
      expect(await check('400000105')).toMatchObject({ entries: [{ rehabilitatedOn: '2015-02-01' }] })
    }))

  test('know powers of attorney that are valid, expired and revoked, and say when they know none', () =>
    withDouble(async (send) => {
      const status = async (number: string): Promise<unknown> =>
        (JSON.parse((await send(power(number))).text) as { status: unknown }).status
      expect(await status('POA-2025-1001')).toBe('valid')
      expect(await status('POA-2021-1002')).toBe('expired')
      expect(await status('POA-2024-1003')).toBe('revoked')
      expect((await send(power('POA-2025-9999'))).status).toBe(404)
    }))

  test('know one who has died, a minor, and a foreign resident by passport', () =>
    withDouble(async (send) => {
      const person = async (query: string): Promise<unknown> =>
        JSON.parse((await send({ path: `/r1/PS/GOV/MOI/civil-registry/getPerson/v1?${query}`, headers: CLIENT })).text)
      expect(await person('nationalId=400000113')).toMatchObject({ alive: false, deathDate: '2022-06-30' })
      expect(await person('nationalId=400000121')).toMatchObject({ alive: true, birthDate: '2011-10-10' })
      expect(await person('passportNo=N1234567&nationality=JO')).toMatchObject({
        fullName: { en: 'Samer Fahd Nasser Ufuqi' },
      })
      expect(await person('passportNo=N1234567')).toMatchObject({ code: 'MISSING_KEY' })
    }))

  test('turn away another path, another method and a body that is no JSON, themselves', () =>
    withDouble(async (send) => {
      const base = '/r1/PS/GOV/MOJ/judicial-record/checkPerson'
      const statuses = await Promise.all([
        send({ path: base, headers: CLIENT }),
        send({ method: 'DELETE', path: `${base}/v1`, headers: CLIENT }),
        send({ method: 'POST', path: `${base}/v1`, headers: [...CLIENT, 'Content-Type', 'text/plain'], body: 'x' }),
        send({
          method: 'POST',
          path: `${base}/v1`,
          headers: [...CLIENT, 'Content-Type', 'application/json'],
          body: '{',
        }),
      ])
      expect(statuses.map((it) => it.status)).toEqual([404, 405, 415, 415])
      for (const it of statuses) expect(it.headers).not.toHaveProperty('x-road-error')
    }))
})

describe('the double itself', () => {
  test('says on every face that it is one', () =>
    withDouble(async (send) => {
      for (const path of ['/', '/__double/calls', '/nowhere', '/listClients', PERSON])
        expect((await send({ path })).headers['x-masar-double']).toBe('databus')
      const page = (await send({ path: '/' })).text
      expect(page).toContain('<html lang="ar" dir="rtl">')
      expect(page).toContain('نسخة للتجربة')
      expect(page).toContain('This is a double')
    }))

  test('takes orders for trouble over HTTP, counts them down and forgets them on request', () =>
    withDouble(async (send) => {
      const order = (body: string) => send({ method: 'POST', path: '/__double/faults', body })
      expect((await order('{"kind":"status","status":503,"times":2,"skip":1,"service":"PS/GOV/MOI"}')).status).toBe(201)
      const statuses: number[] = []
      for (let i = 0; i < 4; i++) statuses.push((await send({ path: PERSON, headers: CLIENT })).status)
      expect(statuses).toEqual([200, 503, 503, 200])
      await order('{"kind":"silence"}')
      await send({ method: 'DELETE', path: '/__double/faults' })
      expect((await send({ path: PERSON, headers: CLIENT })).status).toBe(200)
    }))

  test.each([
    '',
    '{}',
    '[]',
    '{"kind":"boom"}',
    '{"kind":"delay"}',
    '{"kind":"status","status":99}',
    '{"kind":"toString"}',
  ])('refuses the order %j with what it expected', (body) =>
    withDouble(async (send) => {
      const answer = await send({ method: 'POST', path: '/__double/faults', body })
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Expected')])
    }),
  )

  test('leaves a request to another service alone', () =>
    withDouble(async (send) => {
      await send({
        method: 'POST',
        path: '/__double/faults',
        body: '{"kind":"resetBefore","service":"PS/GOV/HJC/notary"}',
      })
      expect((await send({ path: PERSON, headers: CLIENT })).status).toBe(200)
    }))

  test('stops listening when told to refuse, and comes back', () =>
    withDouble(async (send) => {
      const order = { method: 'POST', path: '/__double/faults', body: '{"kind":"refuse","milliseconds":50}' }
      expect((await send(order)).status).toBe(201)
      const refused: unknown[] = []
      const untilAnswered = async (): Promise<Answer> => {
        try {
          return await send({ path: PERSON, headers: CLIENT })
        } catch (error) {
          refused.push(error)
          return untilAnswered()
        }
      }
      expect((await untilAnswered()).status).toBe(200)
      expect(refused[0]).toMatchObject({ code: 'ECONNREFUSED' })
    }))

  test('enters what the registers carried out in a file, and only that', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'masar-ledger-'))
    const ledger = join(folder, 'effects.jsonl')
    await withDouble(
      async (send) => {
        await send({ path: PERSON, headers: [...CLIENT, 'Idempotency-Key', 'k:1', 'X-Road-Id', 'm-1'] })
        await send({ path: PERSON })
        await send({ method: 'POST', path: '/__double/faults', body: '{"kind":"resetAfterDelivery"}' })
        await expect(send({ path: PERSON, headers: [...CLIENT, 'Idempotency-Key', 'k:2'] })).rejects.toMatchObject({
          code: 'ECONNRESET',
        })
      },
      { ledger },
    )
    const lines = readFileSync(ledger, 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { key: 'k:1', messageId: 'm-1', service: 'PS/GOV/MOI/civil-registry/getPerson', method: 'GET' },
      { key: 'k:2' },
    ])
    rmSync(folder, { recursive: true })
  })

  test('shows what it saw, refused requests too', () =>
    withDouble(async (send) => {
      await send({ path: PERSON })
      const { calls } = JSON.parse((await send({ path: '/__double/calls' })).text) as { calls: unknown[] }
      expect(calls).toMatchObject([{ error: 'server.clientproxy.invalid_client_identifier', delivered: false }])
    }))
})
