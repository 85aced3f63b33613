import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deployPermit, openHouse, type House, type Name } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const broadcast = (body: object, as: Name = 'worker.stamps') =>
  house.call('POST', '/api/signals', { as, body: { name: 'emergency', ...body } })

test('a signal begins the services that start with it and says how many it reached, once per id', async () => {
  const first = await broadcast({ signalId: 'e-1', variables: { about: 'flood' } })
  expect([first.status, first.json]).toEqual([201, { signalId: 'e-1', accepted: true, reached: 1 }])
  const again = await broadcast({ signalId: 'e-1', variables: { about: 'flood' } })
  expect([again.status, again.json]).toEqual([200, { signalId: 'e-1', accepted: false, reached: 1 }])
  const listed = await house.call('GET', '/api/instances?packageId=test.permit', { as: 'clerk.rana' })
  const items = listed.json['items'] as readonly { readonly id: string; readonly program: string }[]
  const begun = items.filter(({ program }) => program === 'test.permit@1.0.0/relief')
  expect(begun).toHaveLength(1)
  const shown = await house.call('GET', `/api/instances/${begun[0]?.id ?? ''}`, { as: 'clerk.rana' })
  expect(shown.json['variables']).toMatchObject({ about: 'flood' })
})

test('a signal nobody waits for reaches nobody', async () => {
  const answer = await broadcast({ name: 'nobody.listens' })
  expect(answer.status).toBe(201)
  expect(answer.json).toMatchObject({ accepted: true, reached: 0 })
})

test('nobody broadcasts in another agency', async () => {
  const foreign = await broadcast({ agency: 'moj' }, 'worker.other')
  expect([foreign.status, foreign.json['code']]).toEqual([403, 'signal.agency'])
  expect((await broadcast({}, 'worker.other')).json).toMatchObject({ reached: 0 })
  expect((await broadcast({ agency: 'moj' }, 'operator.platform')).json).toMatchObject({ reached: 1 })
})

test.each([
  ['without a name', { name: '' }],
  ['with a name of two lines', { name: 'a\nb' }],
  ['with a name longer than 200', { name: 'n'.repeat(201) }],
  ['with an empty id', { signalId: '' }],
  ['with a key, which signals do not have', { correlationKey: 'k' }],
  ['with variables that are no object', { variables: [] }],
  ['for an agency of no valid name', { agency: 'MOJ!' }],
])('a signal %s is refused', async (_what, body) => {
  expect((await broadcast(body)).status).toBe(422)
})
