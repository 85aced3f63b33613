import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { AgencyId } from '../../engine/core/ids.ts'
import {
  apply,
  deployPermit,
  documentDigest,
  giveDocument,
  items,
  openHouse,
  taskOf,
  type Case,
  type House,
} from '../http/house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const looks = async ({ path }: Case) => {
  const answer = await house.call('GET', `${path}/accesses`, { as: '900000001' })
  expect(answer.status).toBe(200)
  return items(answer).map(({ reader, part, subject }) => [reader, part, subject])
}

describe('who read my data', () => {
  test('names everybody who looked into the application, at what, and not its applicant', async () => {
    const begun = await apply(house)
    await giveDocument(house, begun, `MOJ-${begun.id}`)
    expect(await looks(begun)).toEqual([])
    await house.call('GET', begun.path, { as: '900000001' })
    await house.call('GET', begun.path, { as: 'clerk.rana' })
    await house.call('GET', `/api/instances/${begun.reference}`, { as: 'clerk.rana' })
    await house.call('GET', await taskOf(house, begun), { as: 'clerk.rana' })
    await house.call('GET', `${begun.path}/history`, { as: 'supervisor.huda' })
    await house.call('GET', `${begun.path}/at?event=1`, { as: 'auditor.aya' })
    await house.call('GET', `${begun.path}/evidence`, { as: 'auditor.aya' })
    await house.call('GET', `${begun.path}/documents/${documentDigest}`, { as: 'operator.platform' })
    expect(await looks(begun)).toEqual([
      ['operator.platform', 'document', 'رخصة.pdf'],
      ['auditor.aya', 'evidence', undefined],
      ['auditor.aya', 'record', undefined],
      ['supervisor.huda', 'record', undefined],
      ['clerk.rana', 'task', 'review'],
      ['clerk.rana', 'application', undefined],
    ])
  })

  test('says nothing of those who were refused, nor of lists', async () => {
    const begun = await apply(house)
    expect((await house.call('GET', begun.path, { as: 'clerk.other' })).status).toBe(404)
    expect((await house.call('GET', `${begun.path}/documents/${documentDigest}`, { as: 'clerk.rana' })).status).toBe(
      404,
    )
    await house.call('GET', '/api/instances', { as: 'clerk.rana' })
    await house.call('GET', '/api/tasks', { as: 'clerk.rana' })
    expect(await looks(begun)).toEqual([])
  })

  test('tells which registers were asked, for which purpose and under which law', async () => {
    const begun = await apply(house)
    await house.engine.deps.store.evidence.add({
      agency: 'moj' as AgencyId,
      instance: begun.id,
      job: `${begun.id}:4`,
      attempt: 1,
      at: house.clock.now(),
      took: 3,
      client: 'PS/GOV/MOJ/masar',
      service: 'PS/GOV/MOI/civil-registry/getPerson/v1',
      method: 'GET',
      messageId: 'm',
      outcome: 'answered',
    })
    const { json } = await house.call('GET', `${begun.path}/accesses`, { as: '900000001' })
    expect(json['asked']).toEqual([
      {
        at: new Date(house.clock.now()).toISOString(),
        service: 'PS/GOV/MOI/civil-registry/getPerson/v1',
        outcome: 'answered',
        purpose: { ar: 'التحقق من الهوية', en: 'Identity verification' },
        legalBasis: { id: 'law', title: { ar: 'قانون', en: 'A law' }, verified: false },
      },
    ])
  })
})
