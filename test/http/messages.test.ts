import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  apply,
  complete,
  deployPermit,
  items,
  lease,
  openHouse,
  taskOf,
  toNews,
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

const publish = (body: object, as: Name = 'worker.stamps') =>
  house.call('POST', '/api/messages', { as, body: { name: 'judgment', ...body } })

const elementsOf = async (path: string): Promise<string> =>
  JSON.stringify((await house.call('GET', path, { as: 'clerk.rana' })).json['elements'])

test('news for an application that waits reaches it at once', async () => {
  const begun = await toNews(house)
  const published = await publish({ correlationKey: begun.reference, variables: { verdict: 'clear' } })
  expect(published.status).toBe(201)
  expect(published.json).toMatchObject({ accepted: true, instances: [begun.id] })
  const shown = await house.call('GET', begun.path, { as: 'clerk.rana' })
  expect(shown.json['variables']).toMatchObject({ verdict: 'clear' })
  expect(await elementsOf(begun.path)).toContain('collect')
})

test('news that comes before the application waits for it is kept and found', async () => {
  const begun = await toStamp(house)
  const early = await publish({ correlationKey: begun.reference, variables: { verdict: 'early' } })
  expect(early.json).toMatchObject({ accepted: true, instances: [] })
  const job = (await lease(house)).find(({ instance }) => instance === begun.id)
  await house.call('POST', `${job?.path ?? ''}/complete`, { as: 'worker.stamps', body: { token: job?.token } })
  await expect.poll(() => elementsOf(begun.path)).toContain('collect')
})

test('news whose time is over reaches nobody', async () => {
  const begun = await toStamp(house)
  await publish({ correlationKey: begun.reference, timeToLive: 1_000 })
  house.clock.move(2_000)
  const job = (await lease(house)).find(({ instance }) => instance === begun.id)
  await house.call('POST', `${job?.path ?? ''}/complete`, { as: 'worker.stamps', body: { token: job?.token } })
  const late = await publish({ correlationKey: begun.reference, variables: { verdict: 'late' } })
  expect(late.json['instances']).toEqual([begun.id])
  expect((await house.call('GET', begun.path, { as: 'clerk.rana' })).json['variables']).toMatchObject({
    verdict: 'late',
  })
})

test('news sent twice under one id counts once, also when both come at the same moment', async () => {
  const begun = await toNews(house)
  const same = { correlationKey: begun.reference, messageId: `court-${begun.reference}` }
  const answers = await Promise.all(Array.from({ length: 6 }, () => publish(same)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201])
  const later = await publish(same)
  expect([later.status, later.json]).toEqual([200, { messageId: same.messageId, accepted: false, instances: [] }])
  const history = items(await house.call('GET', `${begun.path}/history`, { as: 'auditor.aya' }))
  expect(history.filter(({ command }) => command === 'correlateMessage')).toHaveLength(1)
})

test('news for another key reaches nobody', async () => {
  const begun = await toNews(house)
  expect((await publish({ correlationKey: `${begun.reference}x` })).json['instances']).toEqual([])
  expect(await elementsOf(begun.path)).toContain('judged')
})

test('a message begins an application where the service says so, once per id', async () => {
  const complaint = { name: 'complaint', messageId: 'complaint-1', variables: { about: 'noise' } }
  const first = await publish(complaint)
  const again = await publish(complaint)
  expect(first.json['instances']).toHaveLength(1)
  expect(again.json).toMatchObject({ accepted: false, instances: [] })
  const [id] = first.json['instances'] as readonly string[]
  const begun = await house.call('GET', `/api/instances/${id ?? ''}`, { as: 'clerk.rana' })
  expect(begun.json).toMatchObject({ program: 'test.permit@1.0.0/complaint', variables: { about: 'noise' } })
})

test('nobody publishes for another agency', async () => {
  const begun = await toNews(house)
  const foreign = await publish({ correlationKey: begun.reference, agency: 'moj' }, 'worker.other')
  expect([foreign.status, foreign.json['code']]).toEqual([403, 'message.agency'])
  const own = await publish({ correlationKey: begun.reference }, 'worker.other')
  expect(own.json['instances']).toEqual([])
  expect(await elementsOf(begun.path)).toContain('judged')
  const platform = await publish({ correlationKey: begun.reference, agency: 'moj' }, 'operator.platform')
  expect(platform.json['instances']).toEqual([begun.id])
})

test.each([
  ['without a name', { name: '' }],
  ['with a name of two lines', { name: 'a\nb' }],
  ['with a name longer than 200', { name: 'n'.repeat(201) }],
  ['with a key longer than 500', { correlationKey: 'k'.repeat(501) }],
  ['with an empty id', { messageId: '' }],
  ['that lives longer than a year', { timeToLive: 31_622_400_001 }],
  ['that lives less than no time', { timeToLive: -1 }],
  ['that lives half a millisecond', { timeToLive: 0.5 }],
  ['with variables that are no object', { variables: [] }],
  ['for an agency of no valid name', { agency: 'MOJ!' }],
])('a message %s is refused', async (_what, body) => {
  expect((await publish(body)).status).toBe(422)
})

test('an application that needs no news is not disturbed by it', async () => {
  const begun = await apply(house)
  await publish({ correlationKey: begun.reference })
  await complete(house, await taskOf(house, begun), 'clerk.rana', { fit: true })
  expect(await elementsOf(begun.path)).toContain('approve')
})
