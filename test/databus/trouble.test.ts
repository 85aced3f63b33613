import { describe, expect, test } from 'vitest'
import type { Trouble } from '../../engine/sandbox/databus/faults.ts'
import type { CallOutcome } from '../../engine/core/evidence.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { getSalma, withBus } from './bus.ts'

/** What a reading call that met this trouble ends as, and what the evidence says. */
interface Expected {
  readonly name: string
  readonly trouble: Trouble
  readonly outcome: object
  readonly evidence: CallOutcome
  readonly errorType?: string
  readonly delivered: boolean
}

const UNAVAILABLE = { kind: 'failed', code: 'BUS_UNAVAILABLE' }
const INCIDENT = { kind: 'incident' }

const TROUBLES: readonly Expected[] = [
  {
    name: 'the line is cut before the request was handled',
    trouble: { kind: 'resetBefore' },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    errorType: 'ECONNRESET',
    delivered: false,
  },
  {
    name: 'the line is cut after the register did its work',
    trouble: { kind: 'resetAfterDelivery' },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    errorType: 'ECONNRESET',
    delivered: true,
  },
  {
    name: 'no answer ever comes',
    trouble: { kind: 'silence' },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    errorType: 'TIMEOUT',
    delivered: true,
  },
  {
    name: 'the answer comes too late',
    trouble: { kind: 'delay', milliseconds: 60_000 },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    errorType: 'TIMEOUT',
    delivered: true,
  },
  {
    name: 'the answer is not HTTP',
    trouble: { kind: 'garbage', form: 'bytes' },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    delivered: true,
  },
  {
    name: 'the answer breaks off in the middle of a name',
    trouble: { kind: 'garbage', form: 'json' },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    errorType: 'UNREADABLE_REPLY',
    delivered: true,
  },
  {
    name: 'the answer is larger than we read',
    trouble: { kind: 'garbage', form: 'huge' },
    outcome: INCIDENT,
    evidence: 'refused',
    errorType: 'REPLY_TOO_LARGE',
    delivered: true,
  },
  {
    name: 'the answer belongs to another message',
    trouble: { kind: 'garbage', form: 'otherMessage' },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    errorType: 'NOT_FROM_THE_BUS',
    delivered: true,
  },
  {
    name: 'a proxy in between answers 404, which says nothing about the citizen',
    trouble: { kind: 'garbage', form: 'proxy' },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    errorType: 'NOT_FROM_THE_BUS',
    delivered: true,
  },
  {
    name: 'the provider redirects',
    trouble: { kind: 'status', status: 302, location: 'http://127.0.0.1:9/elsewhere' },
    outcome: INCIDENT,
    evidence: 'refused',
    errorType: 'HTTP_302',
    delivered: false,
  },
  {
    name: 'the provider fails with 500',
    trouble: { kind: 'status', status: 500 },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    errorType: 'HTTP_500',
    delivered: false,
  },
  {
    name: 'the provider is overloaded with 503',
    trouble: { kind: 'status', status: 503 },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    errorType: 'HTTP_503',
    delivered: false,
  },
  {
    name: 'the provider asks for patience with 429',
    trouble: { kind: 'status', status: 429 },
    outcome: UNAVAILABLE,
    evidence: 'notDelivered',
    errorType: 'HTTP_429',
    delivered: false,
  },
  {
    name: 'the provider reports a conflict with 409',
    trouble: { kind: 'status', status: 409, body: { code: 'ALREADY' } },
    outcome: { kind: 'error', code: 'BUS_REFUSED', variables: { reply: { status: 409, body: { code: 'ALREADY' } } } },
    evidence: 'refused',
    delivered: false,
  },
  {
    name: 'our security server cannot reach theirs',
    trouble: { kind: 'xroadError', code: 'server.clientproxy.network_error' },
    outcome: UNAVAILABLE,
    evidence: 'notDelivered',
    errorType: 'server.clientproxy.network_error',
    delivered: false,
  },
  {
    name: 'the bus is being maintained',
    trouble: { kind: 'xroadError', code: 'server.serverproxy.maintenance_mode' },
    outcome: UNAVAILABLE,
    evidence: 'notDelivered',
    delivered: false,
  },
  {
    name: 'their security server lost the provider on the way',
    trouble: { kind: 'xroadError', code: 'server.serverproxy.service_failed', delivered: true },
    outcome: UNAVAILABLE,
    evidence: 'ambiguous',
    delivered: true,
  },
  {
    name: 'we have no right to the service',
    trouble: { kind: 'xroadError', code: 'server.serverproxy.access_denied' },
    outcome: INCIDENT,
    evidence: 'refused',
    delivered: false,
  },
  {
    name: 'the security server finds our request bad',
    trouble: { kind: 'xroadError', code: 'client.bad_request' },
    outcome: INCIDENT,
    evidence: 'refused',
    errorType: 'client.bad_request',
    delivered: false,
  },
]

/** Only those troubles that end by our own patience are given little of it. */
const patience = ({ kind }: Trouble): JsonObject => (kind === 'silence' || kind === 'delay' ? { timeout: 0.3 } : {})

describe('a reading call', () => {
  test.each(TROUBLES)('when $name', (expected) =>
    withBus(async ({ run, double, evidence }) => {
      double.faults.add(expected.trouble)
      expect(await run({ ...getSalma, ...patience(expected.trouble) })).toMatchObject(expected.outcome)
      expect(evidence).toHaveLength(1)
      expect(evidence[0]).toMatchObject({
        outcome: expected.evidence,
        ...(expected.errorType === undefined ? {} : { errorType: expected.errorType }),
      })
      expect(double.deliveries()).toHaveLength(expected.delivered ? 1 : 0)
      expect(await run(getSalma, { attempt: 2, retries: 2 })).toMatchObject({ kind: 'completed' })
    }),
  )
})

test('when nobody listens, nothing was delivered and the next attempt succeeds', () =>
  withBus(async ({ run, double, evidence }) => {
    await double.goDown()
    expect(await run(getSalma)).toMatchObject({ kind: 'failed', code: 'BUS_UNAVAILABLE' })
    expect(evidence).toMatchObject([{ outcome: 'notDelivered', errorType: 'ECONNREFUSED' }])
    await double.comeBack()
    expect(await run(getSalma, { attempt: 2 })).toMatchObject({ kind: 'completed' })
  }))

test('a redirect is not followed, neither elsewhere nor back to the same server', () =>
  withBus(async ({ run, double }) => {
    const other = new URL('/r1/PS/GOV/HJC/notary/getPowerOfAttorney/v1', double.url).href
    for (const status of [301, 302, 303, 307, 308]) {
      double.faults.add({ kind: 'status', status, location: other })
      expect(await run(getSalma)).toMatchObject({ kind: 'incident', reason: expect.stringContaining('not followed') })
    }
    expect(double.calls()).toHaveLength(5)
  }))

test('an answer sent twice is taken once', () =>
  withBus(async ({ run, double, evidence }) => {
    double.faults.add({ kind: 'duplicateReply' })
    expect(await run(getSalma)).toMatchObject({ kind: 'completed', variables: { reply: { status: 200 } } })
    expect(await run(getSalma)).toMatchObject({ kind: 'completed' })
    expect(evidence.map((row) => row.outcome)).toEqual(['answered', 'answered'])
  }))

test.each([
  ['a key that reaches a prototype', '{"name":{"__proto__":{"admin":true}}}'],
  ['data nested too deeply', `${'['.repeat(80)}${']'.repeat(80)}`],
  ['a number without end', '{"n":1e999}'],
])('an answer with %s never becomes a variable', (_name, text) =>
  withBus(async ({ run, double, evidence }) => {
    double.faults.add({ kind: 'status', status: 200, text })
    expect(await run(getSalma)).toMatchObject({ kind: 'failed', code: 'BUS_UNAVAILABLE' })
    expect(evidence[0]?.errorType).toBe('UNREADABLE_REPLY')
  }),
)

test('the operator may give one service a shorter wait', () =>
  withBus(
    async ({ run, double, evidence }) => {
      double.faults.add({ kind: 'silence' })
      expect(await run(getSalma)).toMatchObject({ kind: 'failed' })
      expect(evidence[0]?.errorType).toBe('TIMEOUT')
    },
    { config: (it) => ({ ...it, services: { 'PS/GOV/MOI/civil-registry/getPerson': { totalMs: 200 } } }) },
  ))

test('an author may wait less than the operator allows', () =>
  withBus(async ({ run, double, evidence }) => {
    double.faults.add({ kind: 'silence' })
    expect(await run({ ...getSalma, timeout: 0.2 })).toMatchObject({ kind: 'failed' })
    expect(evidence[0]?.errorType).toBe('TIMEOUT')
  }))

test('the reason of an incident names the code and the number to quote to the operator of the bus', () =>
  withBus(async ({ run, double, evidence }) => {
    double.faults.add({
      kind: 'xroadError',
      code: 'server.serverproxy.access_denied',
      message: 'Request is not allowed',
    })
    const outcome = await run(getSalma)
    expect(outcome).toMatchObject({ reason: expect.stringContaining('server.serverproxy.access_denied') })
    expect(outcome).toMatchObject({ reason: expect.stringContaining(String(evidence[0]?.errorDetail)) })
  }))
