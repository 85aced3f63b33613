import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AgencyId } from '../../engine/core/ids.ts'
import { service } from '../clock/drawn.ts'
import { openHouse, type House, type Name } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const title = { ar: 'إغلاق بسبب الثلوج', en: 'Closed for snow' }
const announce = (body: object, as: Name = 'supervisor.huda') =>
  house.call('POST', '/api/holidays', { as, body: { title, first: '2026-01-05', ...body } })

test('a supervisor announces days, everybody reads them, and an operator withdraws them with a reason', async () => {
  const made = await announce({ last: '2026-01-06', governorate: 'PS-RBH' })
  expect(made.status).toBe(201)
  expect(made.json).toMatchObject({
    agency: 'moj',
    governorate: 'PS-RBH',
    title,
    first: '2026-01-05',
    last: '2026-01-06',
    announced: { by: 'user:supervisor.huda' },
  })
  const id = String(made.json['id'])
  const listed = await house.call('GET', '/api/holidays', { as: '900000001' })
  expect(listed.json['items']).toEqual([])
  const own = await house.call('GET', '/api/holidays', { as: 'clerk.rana' })
  expect(own.json['items']).toEqual([made.json])
  const gone = await house.call('POST', `/api/holidays/${id}/withdraw`, {
    as: 'operator.omar',
    body: { reason: 'no snow' },
  })
  expect(gone.json).toMatchObject({ id, withdrawn: { by: 'user:operator.omar', reason: 'no snow' } })
  const again = await house.call('POST', `/api/holidays/${id}/withdraw`, { as: 'operator.omar', body: { reason: 'x' } })
  expect([again.status, again.json['code']]).toEqual([409, 'holiday.withdrawn'])
})

test('days are changed with a reason: the old ones are withdrawn, the new ones announced', async () => {
  const made = await announce({ first: '2026-01-07' })
  const body = { announcement: { title, first: '2026-01-08' }, reason: 'the moon was seen later' }
  const changed = await house.call('POST', `/api/holidays/${String(made.json['id'])}/change`, {
    as: 'supervisor.huda',
    body,
  })
  expect([changed.status, changed.json]).toMatchObject([201, { first: '2026-01-08', agency: 'moj' }])
  const { json } = await house.call('GET', '/api/holidays', { as: 'clerk.rana' })
  const old = (json['items'] as readonly object[]).find((one) => 'id' in one && one.id === made.json['id'])
  expect(old).toMatchObject({ withdrawn: { by: 'user:supervisor.huda', reason: body.reason } })
})

test('a preview of nothing is refused', async () => {
  const asked = await house.call('POST', '/api/holidays/preview', { as: 'supervisor.huda', body: {} })
  expect(asked.status).toBe(422)
})

test('days of every agency are announced by the installation’s operators, and read by citizens too', async () => {
  expect((await announce({ everyAgency: true })).json['code']).toBe('holiday.agency')
  const made = await announce({ everyAgency: true }, 'operator.platform')
  expect(made.status).toBe(201)
  expect(made.json).not.toHaveProperty('agency')
  const listed = await house.call('GET', '/api/holidays', { as: '900000001' })
  expect(listed.json['items']).toEqual([made.json])
})

test.each([
  ['of another agency', { agency: 'moh' }, 403],
  ['that end before they begin', { last: '2026-01-04' }, 422],
  ['of more than a year', { last: '2028-01-04' }, 422],
  ['that are no days', { first: 'tomorrow' }, 422],
  ['without a title in one language', { title: { en: 'Snow' } }, 422],
  ['in a governorate without a code', { governorate: 'رام الله' }, 422],
])('days %s are refused', async (_what, body, status) => {
  expect((await announce(body)).status).toBe(status)
})

const DAY = 24 * 3_600_000

test('the deadline of a running application moves, and whoever reads the application sees how it stands', async () => {
  const agency = 'moj' as AgencyId
  await house.engine.deployFiles({ kind: 'system', id: 'setup', agency }, [service({ id: 'test.clocked' })])
  const begun = await house.call('POST', '/api/instances', {
    as: 'clerk.rana',
    body: { packageId: 'test.clocked', channel: 'api', variables: {} },
  })
  const read = async () => {
    const shown = await house.call('GET', `/api/instances/${String(begun.json['id'])}`, { as: 'clerk.rana' })
    return (shown.json['clocks'] as readonly { readonly due: string; readonly left: number }[])[0]
  }
  const before = await read()
  expect(before).toMatchObject({
    deadline: 'decision',
    title: { en: 'decision' },
    unit: 'workingDays',
    left: 3,
    overdue: false,
    silence: 'approval',
  })
  const due = Date.parse(before?.due ?? '')
  // Whatever hour it is here now, one of these days was counted.
  const [first, last] = [due - 3 * DAY, due + DAY / 8].map((at) => new Date(at).toISOString().slice(0, 10))
  const shown = await house.call('POST', '/api/holidays/preview', {
    as: 'supervisor.huda',
    body: { announce: { title, first, last } },
  })
  expect(shown.json).toMatchObject({
    deadlines: 1,
    applications: 1,
    services: [{ packageId: 'test.clocked', deadlines: 1 }],
    examples: [{ instance: begun.json['id'], deadline: 'decision', before: before?.due }],
    complete: true,
  })
  await announce({ first, last })
  await vi.waitFor(async () => expect(Date.parse((await read())?.due ?? '')).toBeGreaterThan(due), 10_000)
})
