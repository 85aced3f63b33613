import { expect, test } from 'vitest'
import { evidenceList, configFor, getSalma, job, clock, NOW, REFERENCE, replyOf, SALMA, withBus } from './bus.ts'
import { databusConnector } from '../../engine/connectors/databus/databus.ts'
import type { BusCallRow } from '../../engine/core/evidence.ts'

const header = (headers: readonly (readonly [string, string])[], name: string): readonly string[] =>
  headers.filter(([it]) => it.toLowerCase() === name).map(([, value]) => value)

test('a citizen is looked up by identity number and the answer becomes a variable, in Arabic too', () =>
  withBus(async ({ run }) => {
    const outcome = await run(getSalma)
    expect(outcome.kind).toBe('completed')
    expect(replyOf(outcome)).toMatchObject({
      status: 200,
      body: { nationalId: SALMA, alive: true, fullName: { ar: 'سلمى خالد يوسف الزيتاوي' } },
      evidence: { service: 'PS/GOV/MOI/civil-registry/getPerson/v1', at: '2026-11-23T09:00:00.000Z' },
    })
  }))

test('the request carries exactly one client, the reference number, the idempotency key and no number of the security server', () =>
  withBus(async ({ run, double }) => {
    await run({ ...getSalma, userId: 'PS400000022' })
    const [call] = double.calls()
    const headers = call?.headers ?? []
    expect(header(headers, 'x-road-client')).toEqual(['PS/GOV/MOJ/masar'])
    expect(header(headers, 'x-road-issue')).toEqual([REFERENCE])
    expect(header(headers, 'x-road-userid')).toEqual(['PS400000022'])
    expect(header(headers, 'idempotency-key')).toEqual(['01JDA000000000000000000000:7'])
    expect(header(headers, 'x-road-id')).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)])
    expect(header(headers, 'x-road-request-id')).toEqual([])
    expect(header(headers, 'x-road-request-hash')).toEqual([])
    expect(header(headers, 'accept')).toEqual(['application/json'])
  }))

test('where the application is a company’s, the provider is told for whom it is asked, whatever the procedure says', () =>
  withBus(
    async ({ run, double }) => {
      expect((await run(getSalma)).kind).toBe('completed')
      expect(header(double.calls()[0]?.headers ?? [], 'x-road-represented-party')).toEqual(['COM/562400101'])
      const forged = await run({ ...getSalma, headers: { 'X-Road-Represented-Party': 'COM/562400102' } })
      expect(forged.kind).toBe('incident')
    },
    { company: '562400101' },
  ))

test('under the class the operator names for companies', () =>
  withBus(
    async ({ run, double }) => {
      const outcome = await run(getSalma)
      expect(header(double.calls()[0]?.headers ?? [], 'x-road-represented-party')).toEqual(['BUSINESS/562400101'])
      expect(outcome.kind).not.toBe('completed')
    },
    { company: '562400101', config: (config) => ({ ...config, companyClass: 'BUSINESS' }) },
  ))

test('where somebody applies for themselves, nobody is named as represented', () =>
  withBus(async ({ run, double }) => {
    await run(getSalma)
    expect(header(double.calls()[0]?.headers ?? [], 'x-road-represented-party')).toEqual([])
  }))

test('without a user in the inputs no X-Road-UserId is sent', () =>
  withBus(async ({ run, double }) => {
    await run(getSalma)
    expect(header(double.calls()[0]?.headers ?? [], 'x-road-userid')).toEqual([])
  }))

test('the version of the service is the first segment of the path', () =>
  withBus(async ({ run, double }) => {
    await run(getSalma)
    expect(double.calls()[0]?.address).toBe(`/r1/PS/GOV/MOI/civil-registry/getPerson/v1?nationalId=${SALMA}`)
  }))

test('every attempt has the same X-Road-Id, and the security server gives each its own request id', () =>
  withBus(async ({ run, double, evidence }) => {
    double.faults.add({ kind: 'xroadError', code: 'server.serverproxy.service_failed' })
    await run(getSalma)
    await run(getSalma, { attempt: 2, retries: 2 })
    const ids = double.calls().map((call) => call.messageId)
    expect(new Set(ids).size).toBe(1)
    expect(new Set(double.calls().map((call) => call.requestId)).size).toBe(2)
    expect(evidence.map((row) => row.attempt)).toEqual([1, 2])
  }))

test('another piece of work has another X-Road-Id', () =>
  withBus(async ({ run, double }) => {
    await run(getSalma)
    await run(getSalma, { key: '01JDA000000000000000000000:8' as never })
    expect(new Set(double.calls().map((call) => call.messageId)).size).toBe(2)
  }))

test('the evidence of an answered call names everything one needs to fetch the signed container', () =>
  withBus(async ({ run, evidence, double }) => {
    await run(getSalma)
    const [call] = double.calls()
    expect(evidence).toEqual([
      {
        agency: 'moj',
        instance: '01JDA000000000000000000000',
        job: '01JDA000000000000000000000:7',
        attempt: 1,
        at: NOW,
        took: 0,
        client: 'PS/GOV/MOJ/masar',
        service: 'PS/GOV/MOI/civil-registry/getPerson/v1',
        method: 'GET',
        messageId: call?.messageId,
        requestId: call?.requestId,
        requestHash: expect.stringMatching(/^[A-Za-z0-9+/]{86}==$/),
        responseDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        status: 200,
        outcome: 'answered',
      },
    ])
  }))

test('the evidence is durable before the outcome is told: if it cannot be written, there is no outcome', () =>
  withBus(async ({ double }) => {
    const full = { ...evidenceList([]), add: () => Promise.reject(new Error('disk full')) }
    const connector = databusConnector(configFor(double.url), { evidence: full, clock })
    await expect(connector.run(job(getSalma), new AbortController().signal)).rejects.toThrow('disk full')
    connector.close()
  }))

test('a person who is not in the register is a NOT_FOUND the procedure can catch', () =>
  withBus(async ({ run, evidence }) => {
    const outcome = await run({ ...getSalma, query: { nationalId: '499999993' } })
    expect(outcome).toMatchObject({ kind: 'error', code: 'NOT_FOUND', variables: { reply: { status: 404 } } })
    expect(evidence.map((row) => row.outcome)).toEqual(['notFound'])
  }))

test('a request the register will not have is BUS_REFUSED with its reasons', () =>
  withBus(async ({ run, evidence }) => {
    const outcome = await run({ ...getSalma, query: { nationalId: '123' } })
    expect(outcome).toMatchObject({
      kind: 'error',
      code: 'BUS_REFUSED',
      variables: { reply: { status: 422, body: { code: 'INVALID_NATIONAL_ID' } } },
    })
    expect(evidence.map((row) => row.outcome)).toEqual(['refused'])
  }))

test('an Arabic body arrives byte for byte, with its digest in the evidence', () =>
  withBus(async ({ run, double, evidence }) => {
    const body = { nationalId: SALMA, note: 'اسم الأب: خالد — «تجربة» ١٢٣' }
    const outcome = await run({
      service: 'PS/GOV/MOJ/judicial-record/checkPerson/v1',
      method: 'POST',
      idempotent: true,
      body,
    })
    expect(outcome.kind).toBe('completed')
    expect(JSON.parse(double.calls()[0]?.body ?? '')).toEqual(body)
    expect(evidence[0]?.requestDigest).toBe(double.deliveries()[0]?.bodyDigest)
  }))

test('the author may give the reply another name', () =>
  withBus(async ({ run }) => {
    const outcome = await run(getSalma, { headers: { resultVariable: 'person' } })
    expect(outcome).toMatchObject({ kind: 'completed', variables: { person: { status: 200 } } })
  }))

test('an author may add headers with the allowed prefix', () =>
  withBus(async ({ run, double }) => {
    await run({ ...getSalma, headers: { 'X-Masar-Purpose': 'identity' } })
    expect(header(double.calls()[0]?.headers ?? [], 'x-masar-purpose')).toEqual(['identity'])
  }))

test('calls that may be repeated share a connection, each of the others has one of its own', () =>
  withBus(async ({ run, double }) => {
    const connections = (): number => new Set(double.calls().map((call) => call.connection)).size
    for (let i = 0; i < 3; i++) await run(getSalma)
    expect(connections()).toBe(1)
    const post = { service: 'PS/GOV/MOJ/judicial-record/checkPerson/v1', method: 'POST', body: { nationalId: SALMA } }
    for (let i = 0; i < 3; i++) await run(post, { key: `01JDA000000000000000000000:${i + 20}` as never })
    expect(connections()).toBe(4)
  }))

test('a shutdown in the middle of a call ends the attempt and leaves evidence', () =>
  withBus(async ({ connector, double, evidence }) => {
    double.faults.add({ kind: 'silence' })
    const stop = new AbortController()
    const running = connector.run(job(getSalma), stop.signal)
    await waitUntil(() => double.deliveries().length === 1)
    stop.abort()
    expect(await running).toMatchObject({ kind: 'failed', code: 'BUS_UNAVAILABLE' })
    expect(evidence.map((row) => row.errorType)).toEqual(['ABORTED'])
  }))

test('a shutdown before the call starts sends nothing', () =>
  withBus(async ({ connector, double, evidence }) => {
    const rows: BusCallRow[] = evidence
    expect(await connector.run(job(getSalma), AbortSignal.abort())).toMatchObject({ kind: 'failed' })
    expect(double.calls()).toEqual([])
    expect(rows.map((row) => row.outcome)).toEqual(['notDelivered'])
  }))

async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
