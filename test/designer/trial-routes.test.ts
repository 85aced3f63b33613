import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { deployPermit, openHouse, type House } from '../http/house.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let house: House
let draft: string
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
  const analyst: Actor = {
    kind: 'user',
    id: 'analyst.nour' as UserId,
    agency: 'moj' as AgencyId,
    roles: ['analyst'],
    groups: [],
  }
  const version = { kind: 'version', packageId: 'test.permit', version: '1.0.0' } as const
  const made = await house.engine.createPackageDraft(analyst, version)
  if (isProblem(made)) throw new Error(made.detail)
  draft = made.draft.id
})
afterAll(() => house.close())

const scenario = {
  title: { ar: 'تجربة', en: 'A try' },
  start: { variables: {} },
  expect: { status: 'active' },
}

describe('a draft tried over HTTP', () => {
  test('tells an analyst of its agency how it begins', async () => {
    const answer = await house.browse('POST', `/designer/api/drafts/${draft}/trial`, {
      as: 'analyst.nour',
      body: { scenario },
    })
    expect([answer.status, answer.json['kind']]).toEqual([200, 'tried'])
    expect(answer.json['beginning']).toMatchObject({ packageId: 'test.permit' })
  })

  test('tells which tests it has, and what they reach', async () => {
    const answer = await house.browse('POST', `/designer/api/drafts/${draft}/tests`, { as: 'analyst.nour', body: {} })
    expect(answer.json).toMatchObject({ kind: 'tested', tests: [] })
    expect(answer.json['elements']).not.toEqual([])
  })

  test('does not exist for an analyst of another agency', async () => {
    const answer = await house.browse('POST', `/designer/api/drafts/${draft}/trial`, {
      as: 'analyst.other',
      body: { scenario },
    })
    expect([answer.status, answer.json['code']]).toEqual([404, 'package-draft.not-found'])
  })

  test('refuses a scenario that is none as what is wrong with it', async () => {
    const answer = await house.browse('POST', `/designer/api/drafts/${draft}/trial`, {
      as: 'analyst.nour',
      body: { scenario: { steps: 'none' } },
    })
    expect(answer.json).toMatchObject({ kind: 'unreadable' })
  })
})
