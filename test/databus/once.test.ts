import { expect, test } from 'vitest'
import { registry, LEDGER } from './test-registry.ts'
import { withBus, type Rig } from './bus.ts'

const submit = { service: `${LEDGER}/submit/v1`, method: 'POST', body: { amount: '25' } }
const withStatus = { ...submit, statusService: `${LEDGER}/state/v1` }
const options = (): Parameters<typeof withBus>[1] => ({
  double: { registries: [registry()] },
})
const submissions = (rig: Rig): number => rig.double.deliveries().filter((it) => it.method === 'POST').length

test('a submission whose answer was lost is never sent again by itself: a person gets the message number', () =>
  withBus(async (rig) => {
    rig.double.faults.add({ kind: 'resetAfterDelivery' })
    const outcome = await rig.run(submit)
    expect(outcome).toMatchObject({
      kind: 'incident',
      reason: expect.stringContaining(`message ${rig.double.calls()[0]?.messageId ?? '?'}`),
    })
    expect(submissions(rig)).toBe(1)
    expect(rig.evidence.map((row) => row.outcome)).toEqual(['ambiguous', 'ambiguous'])
  }, options()))

test('the same holds when the answer was unreadable, too large, a redirect, a 500, late or from a proxy', () =>
  withBus(async (rig) => {
    const troubles = [
      { kind: 'garbage', form: 'json' },
      { kind: 'garbage', form: 'huge' },
      { kind: 'garbage', form: 'bytes' },
      { kind: 'garbage', form: 'proxy' },
      { kind: 'status', status: 303, location: '/x', delivered: true },
      { kind: 'status', status: 500, delivered: true },
      { kind: 'silence' },
      { kind: 'xroadError', code: 'Server.ServerProxy.ServiceFailed', delivered: true },
    ] as const
    for (const [index, trouble] of troubles.entries()) {
      rig.double.faults.add(trouble)
      const patience = trouble.kind === 'silence' ? { timeout: 0.3 } : {}
      const outcome = await rig.run(
        { ...submit, ...patience },
        { key: `01JDA000000000000000000000:${index + 10}` as never },
      )
      expect(outcome).toMatchObject({ kind: 'incident', reason: expect.stringContaining('may have carried out') })
    }
    expect(submissions(rig)).toBe(troubles.length)
  }, options()))

test('a submission that certainly did not arrive is simply tried again', () =>
  withBus(async (rig) => {
    await rig.double.goDown()
    expect(await rig.run(submit)).toMatchObject({ kind: 'failed', code: 'BUS_UNAVAILABLE' })
    await rig.double.comeBack()
    rig.double.faults.add({ kind: 'xroadError', code: 'server.clientproxy.network_error' })
    expect(await rig.run(submit, { attempt: 2 })).toMatchObject({ kind: 'failed', code: 'BUS_UNAVAILABLE' })
    expect(await rig.run(submit, { attempt: 3, retries: 1 })).toMatchObject({ kind: 'completed' })
    expect(submissions(rig)).toBe(1)
  }, options()))

test('a submission the provider keeps apart by its key is repeated under the same key', () =>
  withBus(async (rig) => {
    rig.double.faults.add({ kind: 'resetAfterDelivery' })
    expect(await rig.run({ ...submit, idempotent: true })).toMatchObject({ kind: 'failed', code: 'BUS_UNAVAILABLE' })
    expect(await rig.run({ ...submit, idempotent: true }, { attempt: 2 })).toMatchObject({
      kind: 'completed',
      variables: { reply: { status: 200, body: { number: 1 } } },
    })
    expect(new Set(rig.double.deliveries().map((it) => it.key)).size).toBe(1)
  }, options()))

test('with a status service a lost answer is fetched instead of sending again', () =>
  withBus(async (rig) => {
    rig.double.faults.add({ kind: 'resetAfterDelivery' })
    const first = await rig.run(withStatus)
    expect(first).toMatchObject({ kind: 'failed', reason: expect.stringContaining('state will be asked') })
    expect(first).not.toHaveProperty('code')
    expect(await rig.run(withStatus, { attempt: 2, retries: 2 })).toMatchObject({
      kind: 'completed',
      variables: { reply: { status: 201, body: { number: 1 } } },
    })
    expect(submissions(rig)).toBe(1)
  }, options()))

test('with a status service that knows nothing of the message it is sent again', () =>
  withBus(async (rig) => {
    rig.double.faults.add({ kind: 'resetBefore' })
    expect(await rig.run(withStatus)).toMatchObject({ kind: 'failed' })
    expect(await rig.run(withStatus, { attempt: 2, retries: 2 })).toMatchObject({ kind: 'completed' })
    expect(rig.double.calls().map((call) => call.method)).toEqual(['POST', 'GET', 'POST'])
    expect(submissions(rig)).toBe(1)
  }, options()))

test('when the status service does not say either, nothing is sent and in the end a person looks', () =>
  withBus(async (rig) => {
    rig.double.faults.add({ kind: 'resetAfterDelivery' })
    await rig.run(withStatus)
    rig.double.faults.add({ kind: 'status', status: 500, times: 2 })
    expect(await rig.run(withStatus, { attempt: 2, retries: 2 })).toMatchObject({ kind: 'failed' })
    expect(await rig.run(withStatus, { attempt: 3, retries: 1 })).toMatchObject({ kind: 'incident' })
    expect(submissions(rig)).toBe(1)
  }, options()))

test('on its last attempt an uncertain submission is an incident, not the BPMN error of an unreachable bus', () =>
  withBus(async (rig) => {
    rig.double.faults.add({ kind: 'resetAfterDelivery' })
    expect(await rig.run(withStatus, { retries: 1 })).toMatchObject({ kind: 'incident' })
  }, options()))

test('after a crash in the middle of a submission it is not sent a second time', () =>
  withBus(async (rig) => {
    await rig.run(submit)
    const sending = rig.evidence[0]
    rig.evidence.splice(1)
    expect(sending).toMatchObject({ errorType: 'SENDING', outcome: 'ambiguous' })
    expect(await rig.run(submit)).toMatchObject({ kind: 'incident', reason: expect.stringContaining('cut off') })
    expect(submissions(rig)).toBe(1)
  }, options()))

test('after a crash between the answer and its taking over it is not sent a second time', () =>
  withBus(async (rig) => {
    expect((await rig.run(submit)).kind).toBe('completed')
    expect(await rig.run(submit)).toMatchObject({ kind: 'incident', reason: expect.stringContaining('status 201') })
    expect(submissions(rig)).toBe(1)
  }, options()))

test('after a person has looked and ordered another attempt, it is sent', () =>
  withBus(async (rig) => {
    rig.double.faults.add({ kind: 'resetBefore' })
    expect((await rig.run(submit)).kind).toBe('incident')
    expect(await rig.run(submit, { attempt: 2, retries: 1 })).toMatchObject({ kind: 'completed' })
    expect(submissions(rig)).toBe(1)
  }, options()))
