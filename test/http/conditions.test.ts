import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deployPermit, openHouse, type House, type Name } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const ask = (body: object, as: Name = 'worker.stamps', key?: string) =>
  house.call('POST', '/api/conditions', {
    as,
    body,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  })

test('services begin whose condition holds, once under one key', async () => {
  const low = await ask({ variables: { water: 2 } })
  expect([low.status, low.json]).toEqual([200, { instances: [] }])
  const first = await ask({ variables: { water: 5 } }, 'worker.stamps', 'gauge-1')
  expect(first.status).toBe(200)
  const [begun] = first.json['instances'] as readonly { readonly id: string; readonly created: boolean }[]
  expect(begun).toMatchObject({ created: true })
  const again = await ask({ variables: { water: 5 } }, 'worker.stamps', 'gauge-1')
  expect(again.json['instances']).toMatchObject([{ id: begun?.id, created: false }])
  const shown = await house.call('GET', `/api/instances/${begun?.id ?? ''}`, { as: 'clerk.rana' })
  expect(shown.json).toMatchObject({ program: 'test.permit@1.0.0/relief', variables: { water: 5 } })
})

test('a condition that cannot be evaluated is told with its service and place, in both languages', async () => {
  const failed = await ask({ variables: { water: 'high' } })
  expect([failed.status, failed.json['code']]).toEqual([422, 'condition.failed'])
  expect(failed.json['findings']).toMatchObject([{ file: 'test.permit@1.0.0/relief', place: 'flooded' }])
  expect(JSON.stringify(failed.json)).toMatch(/\p{Script=Arabic}/u)
})

test('nobody asks the services of another agency', async () => {
  const foreign = await ask({ variables: { water: 5 }, agency: 'moj' }, 'worker.other')
  expect([foreign.status, foreign.json['code']]).toEqual([403, 'condition.agency'])
  expect((await ask({ variables: { water: 5 } }, 'worker.other')).json).toEqual({ instances: [] })
})

test.each([
  ['without variables', {}],
  ['with variables that are no object', { variables: [] }],
  ['about a package of no valid name', { variables: {}, packageId: '..' }],
  ['with a name Masar fills itself', { variables: { application: {} } }],
  ['with a key nobody knows', { variables: {}, signal: 'x' }],
])('a question %s is refused', async (_what, body) => {
  expect((await ask(body)).status).toBe(422)
})
