import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AgencyId } from '../../engine/core/ids.ts'
import { service } from '../clock/drawn.ts'
import { openHouse, type House, type Json } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  const stop = { legalBasis: ['article-9'], longest: 'P10D', times: 5 }
  const decision = { duration: 'P3WD', silence: 'approval', stop }
  const files = service({ id: 'test.stopped', legalBasis: ['article-9'], deadlines: { decision } })
  await house.engine.deployFiles({ kind: 'system', id: 'setup', agency: 'moj' as AgencyId }, [files])
})
afterAll(() => house.close())

const begin = async (): Promise<{ readonly id: string }> => {
  const body = { packageId: 'test.stopped', channel: 'api', variables: {} }
  const { json } = await house.call('POST', '/api/instances', { as: 'clerk.rana', body })
  return { id: String(json['id']) }
}

const clockOf = async (id: string): Promise<Json> => {
  const { json } = await house.call('GET', `/api/instances/${id}`, { as: 'clerk.rana' })
  return (json['clocks'] as readonly Json[])[0] ?? {}
}

test('a supervisor stops a deadline over the API and lets it go on; whoever reads the application sees why', async () => {
  const { id } = await begin()
  const before = await clockOf(id)
  const ask = (path: string, body: object, as: 'supervisor.huda' | 'clerk.rana' = 'supervisor.huda') =>
    house.call('POST', `/api/instances/${id}/clocks/${path}`, { as, body })
  const stop = { deadline: 'decision', legalBasis: 'article-9', reason: 'The expert is ill' }
  expect((await ask('stop', stop, 'clerk.rana')).status).toBe(403)
  expect((await ask('stop', { ...stop, legalBasis: 'other' })).json['code']).toBe('clock.legal-basis')
  expect((await ask('stop', { ...stop, until: '2099-01-01T00:00:00Z' })).json['code']).toBe('clock.until')
  expect((await ask('stop', { ...stop, until: 'tomorrow' })).status).toBe(422)
  expect(await ask('stop', stop)).toMatchObject({ status: 200, json: { id, status: 'active' } })
  const stopped = await clockOf(id)
  expect(stopped).toMatchObject({
    id: before['id'],
    stoppedByHand: { legalBasis: 'article-9', reason: 'The expert is ill' },
    account: { duration: 'P3WD', stood: [{ legalBasis: 'article-9' }] },
  })
  expect(Date.parse(String(stopped['due']))).toBeGreaterThan(Date.parse(String(before['due'])))
  expect((await ask('stop', stop)).json['code']).toBe('clock.stands-still')
  expect((await ask('continue', { deadline: 'decision', reason: 'back' })).status).toBe(200)
  expect(await clockOf(id)).not.toHaveProperty('stoppedByHand')
  expect((await ask('continue', { deadline: 'decision', reason: 'back' })).json['code']).toBe('clock.not-stopped')
})
