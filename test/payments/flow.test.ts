/** A citizen pays a fee, or does not: the whole way between the task and the payer's page. */
import { expect, test } from 'vitest'
import { aJob, until, withStreet } from './street.ts'

test('a fee approved on the payer’s page completes the task with a receipt, once', () =>
  withStreet({}, async (street) => {
    const outcome = await street.run()
    expect(outcome.kind).toBe('waiting')
    await until(async () => (await street.charge()).state === 'accepted')
    const { id } = await street.charge()
    const page = await fetch(`${street.double.url}/payer/${id}`)
    expect(page.headers.get('x-masar-double')).toBe('payments')
    expect(await page.text()).toMatch(
      /dir="rtl"[\s\S]*نسخة تجريبية[\s\S]*25 ILS[\s\S]*وزارة العدل[\s\S]*2026-7K3F-9QXM-4/,
    )
    const pressed = await fetch(`${street.double.url}/payer/${id}/approve`, { method: 'POST', redirect: 'manual' })
    expect(pressed.status).toBe(303)
    await until(() => street.told.length > 0)
    await street.calm()
    const charge = await street.charge()
    expect(street.told).toEqual([
      {
        job: aJob().key,
        outcome: {
          kind: 'completed',
          variables: {
            receipt: {
              receiptNo: expect.stringMatching(/^2026-7K3F-9QXM-4\/[0-9A-F]{8}$/),
              amount: '25.00',
              currency: 'ILS',
              paidAt: expect.stringMatching(/^\d{4}-.*Z$/),
              transferId: charge.transferId,
              billNo: '2026-7K3F-9QXM-4',
            },
          },
        },
      },
    ])
    expect(street.double.effects().map((effect) => effect.kind)).toEqual(['charge', 'committed'])
    expect((await street.run()).kind).toBe('completed')
  }))

test('a fee refused by the payer ends as PAYMENT_REJECTED', () =>
  withStreet({}, async (street) => {
    await street.run()
    await until(async () => (await street.charge()).state === 'accepted')
    await fetch(`${street.double.url}/payer/${(await street.charge()).id}/reject`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    })
    await until(() => street.told.length > 0)
    expect(street.told[0]?.outcome).toMatchObject({ kind: 'error', code: 'PAYMENT_REJECTED' })
    expect(await street.run()).toMatchObject({ kind: 'error', code: 'PAYMENT_REJECTED' })
    expect(street.double.effects().map((effect) => effect.kind)).toEqual(['charge'])
  }))

test('a fee nobody pays in time ends as PAYMENT_EXPIRED, told by the switch', () =>
  withStreet({}, async (street) => {
    await street.run(aJob({ expires: 'PT30M' }))
    await until(async () => (await street.charge()).state === 'accepted')
    street.advance(31 * 60_000)
    await until(() => street.told.length > 0)
    expect(street.told[0]?.outcome).toMatchObject({ kind: 'error', code: 'PAYMENT_EXPIRED' })
    expect(street.double.approve((await street.charge()).id)?.stage).toBe('expired')
  }))

test('when the switch forgets to say that time is over we ask, and its answer ends the charge', () =>
  withStreet({}, async (street) => {
    await street.run(aJob({ expires: 'PT30M' }))
    await until(async () => (await street.charge()).state === 'accepted')
    street.double.fault({ kind: 'silence', resource: 'transactionRequests' })
    street.advance(32 * 60_000)
    await until(() => street.double.orders()[0]?.stage === 'expired')
    await street.double.quiet()
    expect(street.told).toEqual([])
    await street.payments.sweep(street.now())
    await until(() => street.told.length > 0)
    expect(street.told[0]?.outcome).toMatchObject({ kind: 'error', code: 'PAYMENT_EXPIRED' })
  }))

test('a fee of zero is receipted at once and never reaches the switch', () =>
  withStreet({}, async (street) => {
    expect(await street.run(aJob({ amount: 0 }))).toMatchObject({
      kind: 'completed',
      variables: { receipt: { amount: '0.00', currency: 'ILS', transferId: null } },
    })
    expect(street.double.calls()).toEqual([])
  }))

test.each([
  ['amount', { amount: '1.999' }, /at most 2 digits/],
  ['amount', { amount: -1 }, /amount like "25.00"/],
  ['currency', { currency: 'XXX' }, /currency of ILS/],
  ['payer', { payer: 'me' }, /"payer".*type and id/],
  ['payer.type', { payer: { type: 'CARD', id: '1' } }, /PERSONAL_ID/],
  ['expires', { expires: 'tomorrow' }, /duration like/],
  ['billNo', { billNo: '' }, /bill number/],
])('a task with a bad %s stops for a person and opens no charge', (_name, variables, message) =>
  withStreet({}, async (street) => {
    const outcome = await street.run(aJob(variables))
    expect(outcome).toMatchObject({ kind: 'incident', reason: expect.stringMatching(message) })
    expect(street.charges.snapshot()).toBe('[[],[]]')
  }),
)

test('dinars are charged with three digits and shekels with two', () =>
  withStreet({}, async (street) => {
    await street.run(aJob({ amount: '12.125', currency: 'JOD' }))
    await until(() => street.double.orders().length === 1)
    expect(street.double.orders()[0]).toMatchObject({ amount: '12.125', currency: 'JOD' })
    const { id } = await street.charge()
    await street.calm()
    street.double.approve(id)
    await until(() => street.told.length > 0)
    expect(street.told[0]?.outcome).toMatchObject({ kind: 'completed', variables: { receipt: { amount: '12.125' } } })
  }))

test('a case that no longer waits for the payment is not paid any more', () =>
  withStreet({ deps: { stillWanted: () => Promise.resolve(false) } }, async (street) => {
    await street.run()
    await until(() => street.double.orders().length === 1)
    await street.calm()
    street.double.approve((await street.charge()).id)
    await until(() => street.double.orders()[0]?.failure !== undefined)
    expect(street.double.orders()[0]).toMatchObject({ stage: 'pending', failure: expect.stringMatching(/^5103/) })
    expect(street.double.effects().map((effect) => effect.kind)).toEqual(['charge'])
  }))

test('money that is another agency’s is asked for in its name, and never for one the operator has not listed', () =>
  withStreet({}, async (street) => {
    await street.run(aJob({ payee: 'police' }))
    await until(() => street.double.orders().length === 1)
    expect(street.double.orders()[0]?.body['payee']).toMatchObject({
      name: 'الشرطة · Police',
      partyIdInfo: { partyIdentifier: 'police-fines', fspId: 'masar' },
    })
    await street.calm()
    street.double.approve((await street.charge()).id)
    await until(() => street.told.length > 0)
    expect(street.told[0]?.outcome).toMatchObject({ kind: 'completed' })
    const outcome = await street.run(aJob({ payee: 'somebody' }, '8'))
    expect(outcome).toMatchObject({ kind: 'incident', reason: expect.stringMatching(/"payee".*moj, police/) })
  }))
