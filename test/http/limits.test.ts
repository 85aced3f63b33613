import { describe, expect, test, vi } from 'vitest'
import { openHouse } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('too many requests', () => {
  test('of one signed-in person are refused until the minute is over, and nobody else is', async () => {
    await using house = await openHouse({ requestsPerMinute: 5 })
    const ask = (as: 'clerk.rana' | 'clerk.sami') => house.call('GET', '/api/me', { as })
    for (let n = 0; n < 5; n++) expect((await ask('clerk.rana')).status).toBe(200)
    const refused = await ask('clerk.rana')
    expect([refused.status, refused.json['code']]).toEqual([429, 'rate.limited'])
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(5)
    expect((await ask('clerk.sami')).status).toBe(200)
  })

  test('are counted also where they were refused or led nowhere', async () => {
    for (const path of ['/api/me', '/nowhere', '/api/instances/none']) {
      await using house = await openHouse({ requestsPerMinute: 3 })
      for (let n = 0; n < 3; n++) expect((await house.call('GET', path)).status).not.toBe(429)
      expect([path, (await house.call('GET', path)).status]).toEqual([path, 429])
    }
  })

  test('stay those of one address, whatever it says of itself', async () => {
    await using house = await openHouse({ requestsPerMinute: 3 })
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) {
      const headers = {
        'x-forwarded-for': `10.0.0.${String(n)}`,
        'x-real-ip': `10.0.0.${String(n)}`,
        forwarded: `for=10.0.0.${String(n)}`,
      }
      statuses.push((await house.call('GET', '/health', { headers })).status)
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429, 429])
  })

  test('are told apart by address where a proxy the operator named passes them on', async () => {
    await using house = await openHouse({ requestsPerMinute: 1, trustedProxies: ['127.0.0.1'] })
    const ask = (address: string) => house.call('GET', '/health', { headers: { 'x-forwarded-for': address } })
    expect((await ask('203.0.113.1')).status).toBe(200)
    expect((await ask('203.0.113.2')).status).toBe(200)
    expect((await ask('203.0.113.1')).status).toBe(429)
    expect((await ask('198.51.100.7, 203.0.113.1')).status).toBe(429)
  })

  test('with made-up tokens are still those of one address', async () => {
    await using house = await openHouse({ requestsPerMinute: 3 })
    const statuses: number[] = []
    for (let n = 0; n < 5; n++)
      statuses.push((await house.call('GET', '/health', { token: `made-up-token-number-${String(n)}` })).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })

  test('from one subscriber with many IPv6 addresses are those of one', async () => {
    await using house = await openHouse({ requestsPerMinute: 2, trustedProxies: ['127.0.0.1'] })
    const ask = (address: string) => house.call('GET', '/health', { headers: { 'x-forwarded-for': address } })
    expect((await ask('2001:db8:1:2::1')).status).toBe(200)
    expect((await ask('2001:db8:1:2:aaaa::2')).status).toBe(200)
    expect((await ask('2001:db8:1:2:bbbb:1:2:3')).status).toBe(429)
    expect((await ask('2001:db8:1:3::1')).status).toBe(200)
  })
})

describe('guessing passwords', () => {
  test('from one address ends after a few, also with a made-up or a real token', async () => {
    for (const token of [() => undefined, (n: number) => `made-up-token-number-${String(n)}`]) {
      await using house = await openHouse({ signInsPerMinute: 2 })
      const statuses: number[] = []
      for (let n = 0; n < 4; n++) {
        const made = token(n)
        const answer = await house.call('POST', '/api/sessions', {
          body: { user: `someone.${String(n)}`, password: 'a guess' },
          ...(made === undefined ? {} : { token: made }),
        })
        statuses.push(answer.status)
      }
      expect(statuses).toEqual([401, 401, 429, 429])
    }
    await using house = await openHouse({ signInsPerMinute: 1 })
    const guess = (as: 'clerk.rana' | 'clerk.sami') =>
      house.call('POST', '/api/sessions', { as, body: { user: 'clerk.huda', password: 'a guess' } })
    expect([(await guess('clerk.rana')).status, (await guess('clerk.sami')).status]).toEqual([401, 429])
  })

  test('of one account from many addresses ends too, and goes on a quarter of an hour later', async () => {
    await using house = await openHouse({ signInsPerMinute: 1_000, trustedProxies: ['127.0.0.1'] })
    const guess = (n: number) =>
      house.call('POST', '/api/sessions', {
        body: { user: 'clerk.rana', password: 'a guess' },
        headers: { 'x-forwarded-for': `203.0.113.${String(n)}` },
      })
    const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => guess(n)))
    const codes = answers.map(({ json }) => String(json['code']))
    expect(codes.filter((code) => code === 'session.limited')).toHaveLength(4)
    house.clock.move(16 * 60_000)
    expect((await guess(99)).json['code']).not.toBe('session.limited')
  })
})
