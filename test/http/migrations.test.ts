import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { apply, beginMigration, complete, deployPermit, items, openHouse, taskOf, type House } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

describe('taking one application over to another version', () => {
  test('is asked for, rehearsed, done, and told in its history', async () => {
    const begun = await apply(house)
    await deployPermit(house, { version: '1.1.0' })
    const ask = (body: object) => house.call('POST', `${begun.path}/migrate`, { as: 'operator.omar', body })
    const program = 'test.permit@1.1.0/permit'
    expect((await ask({ to: '1.1.0', dryRun: true })).json).toMatchObject({ program, changed: false })
    expect((await ask({ to: '1.1.0' })).json).toEqual({
      instance: begun.id,
      reference: begun.reference,
      program,
      changed: true,
    })
    const shown = await house.call('GET', begun.path, { as: 'operator.omar' })
    expect(shown.json).toMatchObject({ program, rev: 2 })
    const again = await ask({ to: '1.1.0' })
    expect([again.status, again.json['code']]).toEqual([422, 'migration.same'])
    await complete(house, await taskOf(house, begun), 'clerk.rana', { fit: true })
  })

  test('tells every reason against it in both languages', async () => {
    const begun = await apply(house, '900000001')
    const answer = await house.call('POST', `${begun.path}/migrate`, {
      as: 'operator.omar',
      body: { to: '1.0.0', mapping: { nothing: 'review' } },
    })
    expect([answer.status, answer.json['code']]).toEqual([422, 'migration.mapping'])
    expect(answer.json['findings']).toMatchObject([
      { rule: 'migration/mapping', place: 'nothing', messageAr: expect.stringMatching(/[\u0600-\u06ff]/) as string },
    ])
  })
})

describe('taking all of a version over', () => {
  test('is begun, followed to its end, and told with what it left', async () => {
    await using own = await openHouse()
    await deployPermit(own)
    const [first, other] = [await apply(own), await apply(own)]
    const id = await beginMigration(own, { mapping: { review: 'approve' } })
    const over = async () => {
      for (;;) {
        const found = await own.call('GET', `/api/migrations/${id}`, { as: 'auditor.aya' })
        if (found.json['endedAt'] !== undefined) return found.json
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    expect(await over()).toMatchObject({
      status: 'completed',
      total: 2,
      ready: 2,
      migrated: 2,
      failed: 0,
      createdBy: 'user:operator.omar',
    })
    for (const { path } of [first, other])
      expect((await own.call('GET', path, { as: 'operator.omar' })).json['program']).toBe('test.permit@1.1.0/permit')
    expect(items(await own.call('GET', `/api/migrations/${id}/failures`, { as: 'operator.omar' }))).toEqual([])
    expect(items(await own.call('GET', '/api/migrations', { as: 'supervisor.huda' }))).toMatchObject([{ id }])
    const canceled = await own.call('POST', `/api/migrations/${id}/cancel`, { as: 'operator.omar' })
    expect([canceled.status, canceled.json['code']]).toEqual([409, 'migration.over'])
  })

  test('is not for another agency', async () => {
    const body = { packageId: 'test.permit', from: '1.0.0', to: '1.1.0' }
    const refused = await house.call('POST', '/api/migrations', { as: 'operator.other', body })
    expect([refused.status, refused.json['code']]).toEqual([403, 'migration.agency'])
  })
})

describe('an application as it was', () => {
  test('is told after each of its events and after each record', async () => {
    const begun = await apply(house)
    await complete(house, await taskOf(house, begun), 'clerk.rana', { fit: true })
    const at = (query: string) => house.call('GET', `${begun.path}/at${query}`, { as: 'auditor.aya' })
    const first = await at('?event=1')
    expect(first.json).toMatchObject({
      event: 1,
      record: 1,
      records: 2,
      elements: {},
      last: { kind: 'instanceStarted' },
    })
    const applied = await at('?record=1')
    expect(applied.json).toMatchObject({ command: 'start', actor: 'user:900000001', variables: { purpose: 'work' } })
    expect(Object.values(applied.json['waits'] as object)).toEqual([{ kind: 'task', owner: '3' }])
    const now = await at('')
    expect(now.json).toMatchObject({ command: 'completeTask', variables: { fit: true } })
    expect(now.json['event']).toBe(now.json['events'])
    const whole = await house.call('GET', begun.path, { as: 'auditor.aya' })
    for (const part of ['elements', 'waits', 'variables', 'status']) expect(now.json[part]).toEqual(whole.json[part])
  })

  test('is not told beyond its history, nor to the applicant', async () => {
    const begun = await apply(house)
    const beyond = await house.call('GET', `${begun.path}/at?event=9999`, { as: 'clerk.rana' })
    expect([beyond.status, beyond.json['code']]).toEqual([422, 'history.moment'])
    for (const query of ['event=0', 'event=1&record=1', 'event=x'])
      expect((await house.call('GET', `${begun.path}/at?${query}`, { as: 'clerk.rana' })).status).toBe(422)
    expect((await house.call('GET', `${begun.path}/at?event=1`, { as: '900000001' })).status).toBe(403)
  })
})
