import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { eventsOf } from '../../engine/core/history.ts'
import { apply, complete, deployPermit, openHouse, taskOf, type Case, type House } from '../http/house.ts'
import { code, HUDA, person, RANA, SAMI, sure } from './people.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const DAY = 24 * 3_600_000
let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const idOf = async (begun: Case): Promise<string> => (await taskOf(house, begun)).slice('/api/tasks/'.length)
const away = (more: object = {}) => ({
  deputy: SAMI.id,
  starts: house.clock.now(),
  ends: house.clock.now() + DAY,
  reason: 'annual leave',
  ...more,
})

describe('a desk in a colleague’s hands', () => {
  test('shows the deputy the tasks, who takes them over and decides in their own name', async () => {
    const begun = await apply(house)
    const id = await idOf(begun)
    sure(await house.engine.claimTask(RANA, id))
    expect(code(await house.engine.completeTask(SAMI, id, { fit: true }))).toBe('task.assigned-to-other')
    sure(await house.engine.delegate(RANA, away()))
    const mine = sure(await house.engine.listInbox(SAMI, { view: 'mine', text: begun.reference, limit: 10 }))
    expect(mine.items).toMatchObject([{ assignee: 'clerk.rana', reference: begun.reference }])
    sure(await house.engine.completeTask(SAMI, id, { fit: true }))
    const history = sure(await house.engine.getHistory(HUDA, begun.reference))
    expect(history.slice(-2).flatMap(eventsOf)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'taskAssigned',
          assignee: 'clerk.sami',
          reason: 'Stands in for clerk.rana',
        }) as object,
        expect.objectContaining({ kind: 'taskClosed', by: 'clerk.sami' }) as object,
      ]),
    )
  })

  test('does not turn one pair of eyes into two', async () => {
    const begun = await apply(house)
    await complete(house, await taskOf(house, begun), 'clerk.sami', { fit: true })
    const id = await idOf(begun)
    sure(await house.engine.claimTask(HUDA, id))
    sure(await house.engine.delegate(HUDA, away()))
    expect(code(await house.engine.completeTask(SAMI, id, {}))).toBe('task.assigned-to-other')
    expect(code(await house.engine.claimTask(SAMI, id))).toBe('task.four-eyes')
  })

  test('holds from its first day to its last, and not after it was ended', async () => {
    const id = await idOf(await apply(house))
    const rana = person('clerk.rana')
    sure(await house.engine.claimTask(rana, id))
    for (const open of await house.engine.listDelegations(rana)) await house.engine.endDelegation(rana, open.id)
    expect(code(await house.engine.claimTask(SAMI, id))).toBe('task.assigned-to-other')
    const later = sure(
      await house.engine.delegate(rana, away({ starts: house.clock.now() + DAY, ends: house.clock.now() + 2 * DAY })),
    )
    expect(code(await house.engine.claimTask(SAMI, id))).toBe('task.assigned-to-other')
    house.clock.move(DAY)
    sure(await house.engine.saveTask(SAMI, id, { fit: true }))
    expect(await house.engine.endDelegation(SAMI, later.id)).toBe(true)
    expect(code(await house.engine.endDelegation(SAMI, later.id))).toBe('delegation.over')
    expect(code(await house.engine.claimTask(SAMI, id))).toBe('task.assigned-to-other')
  })

  test('goes to a colleague of a shared group, from a day to a day, by oneself or a supervisor', async () => {
    const make = (more: object, actor = RANA) => house.engine.delegate(actor, away(more))
    expect(code(await make({ deputy: 'auditor.aya' }))).toBe('delegation.deputy')
    expect(code(await make({ deputy: 'clerk.other' }))).toBe('delegation.deputy')
    expect(code(await make({ deputy: 'clerk.rana' }))).toBe('delegation.deputy')
    expect(code(await make({ deputy: 'nobody' }))).toBe('delegation.deputy')
    expect(code(await make({ ends: house.clock.now() - 1 }))).toBe('delegation.time')
    expect(code(await make({ ends: house.clock.now() + 93 * DAY }))).toBe('delegation.time')
    expect(code(await make({ reason: '' }))).toBe('words.empty')
    expect(code(await make({ principal: 'supervisor.huda' }))).toBe('delegation.own')
    expect(sure(await make({ principal: 'clerk.rana' }, HUDA))).toMatchObject({ madeBy: 'supervisor.huda' })
    expect(code(await make({}, person('900000001')))).toBe('desk.staff')
  })
})
