import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arena, NEIGHBOUR, type Arena } from './arena.ts'
import { attack } from './parcel.ts'
import { RUNAWAYS } from './runaways.ts'

let it: Arena
beforeAll(async () => {
  it = await arena()
})
afterAll(() => it.close())

describe('A procedure that would run away stops with an incident', { timeout: 60_000 }, () => {
  let version = 0

  test.each(Object.entries(RUNAWAYS))('%s', async (_title, { attack: parts, variables = {}, says }) => {
    const refused = await it.deploy(attack({ ...parts, version: `1.0.${version++}` }))
    expect(refused?.findings ?? refused).toBeUndefined()
    const id = await it.start('evil.service', variables)
    const { incidents, elements } = await it.state(id)
    const [first] = Object.values(incidents)
    expect(first?.message).toMatch(says)
    expect(Object.keys(elements).length).toBeLessThanOrEqual(11_000)
    expect(await it.recorded(id)).toBeLessThan(30_000_000)
  })

  test('and its neighbour comes through', async () => {
    const id = await it.start(NEIGHBOUR)
    it.clock.set(it.clock.now() + 2_000)
    await it.untilQuiet()
    expect((await it.state(id)).status).toBe('completed')
    expect(it.faults).toEqual([])
  })
})
