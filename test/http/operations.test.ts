import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ProblemError, unavailable } from '../../engine/core/problem.ts'
import { apply, deployPermit, openHouse, type House } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

describe('for the machine room', () => {
  test('a healthy server is alive and ready', async () => {
    expect((await house.call('GET', '/health')).json).toEqual({ status: 'ok' })
    expect((await house.call('GET', '/ready')).json).toEqual({ status: 'ready' })
  })

  test('the operator sees how the store keeps its promise', async () => {
    expect((await house.call('GET', '/api/health', { as: 'operator.omar' })).json).toMatchObject({
      journalMode: 'wal',
    })
  })

  test('a server whose disk takes no writes is alive, not ready, and says so to callers with a time to come back', async () => {
    await using sick = await openHouse()
    await deployPermit(sick)
    const { store } = sick.engine.deps
    const full = new ProblemError(unavailable('store.unavailable', 'Expected room on the disk, but it is full'))
    const health = vi.spyOn(store, 'health').mockRejectedValue(full)
    const commit = vi.spyOn(store, 'commit').mockRejectedValue(full)
    const ready = await sick.call('GET', '/ready')
    const begun = await sick.call('POST', '/api/instances', {
      as: '900000001',
      body: { packageId: 'test.permit', variables: { purpose: 'work' } },
    })
    expect((await sick.call('GET', '/health')).status).toBe(200)
    for (const refused of [ready, begun]) {
      expect([refused.status, refused.json['code']]).toEqual([503, 'store.unavailable'])
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
    }
    health.mockRestore()
    commit.mockRestore()
    expect((await sick.call('GET', '/ready')).status).toBe(200)
    expect((await apply(sick)).reference).toMatch(/^2026-/)
  })

  test('the metrics count what happened, by route and not by address', async () => {
    const { path, reference } = await apply(house)
    await house.call('GET', path, { as: 'clerk.rana' })
    await house.call('GET', '/nowhere/at/all')
    const metrics = await house.call('GET', '/metrics')
    expect(metrics.headers.get('content-type')).toContain('text/plain')
    expect(metrics.text).toMatch(/masar_instances\{[^}]*status="active"[^}]*\} [1-9]/)
    expect(metrics.text).toMatch(/masar_events_total\{[^}]*kind="taskOpened"[^}]*\} [1-9]/)
    expect(metrics.text).toMatch(
      /masar_http_request_seconds_count\{[^}]*route="\/api\/instances\/:id"[^}]*status="200"/,
    )
    expect(metrics.text).toMatch(/route="unknown"[^}]*status="404"/)
    for (const secret of [reference, path.split('/').at(-1) ?? '', '900000001', 'nowhere'])
      expect(metrics.text).not.toContain(secret)
  })

  test('a bug is told without its inside, with the number under which it is logged', async () => {
    await using broken = await openHouse()
    await deployPermit(broken)
    vi.spyOn(broken.engine.deps.store.instances, 'list').mockRejectedValue(new TypeError('secret of the inside'))
    const answer = await broken.call('GET', '/api/instances', { as: 'clerk.rana' })
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('secret')
    expect(answer.json).toMatchObject({ code: 'bug', instance: expect.stringMatching(/^urn:masar:request:/) as string })
  })
})

describe('a server that stops', () => {
  test('is not held up by lines that nobody uses', { timeout: 30_000 }, async () => {
    const stopping = await openHouse()
    const { hostname, port } = new URL(stopping.url)
    const line = connect(Number(port), hostname)
    await once(line, 'connect')
    const closed = once(line, 'close')
    line.on('error', () => {})
    await stopping.close()
    await closed
    expect(line.destroyed).toBe(true)
  })

  test('answers first what it was asked before', async () => {
    const stopping = await openHouse()
    const { store } = stopping.engine.deps
    const arrived = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    const health = store.health.bind(store)
    vi.spyOn(store, 'health').mockImplementation(async () => {
      arrived.resolve()
      await released.promise
      return health()
    })
    const answer = stopping.call('GET', '/ready')
    await arrived.promise
    const closing = stopping.close()
    setTimeout(() => released.resolve(), 200)
    expect((await answer).json).toEqual({ status: 'ready' })
    await closing
  })
})

describe('every answer', () => {
  test('carries the headers that keep browsers from guessing, framing and telling', async () => {
    for (const path of ['/health', '/api/tasks', '/nowhere']) {
      const { headers } = await house.call('GET', path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
      )
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000; includeSubDomains/)
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})
