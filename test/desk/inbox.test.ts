import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { InboxQuery } from '../../engine/commands/inbox.ts'
import type { UserId } from '../../engine/core/ids.ts'
import { apply, deployPermit, openHouse, taskOf, type Case, type House } from '../http/house.ts'
import { CITIZEN, code, HUDA, RANA, SAMI, STRANGER, sure } from './people.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const HOUR = 3_600_000
let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const idOf = async (begun: Case): Promise<string> => (await taskOf(house, begun)).slice('/api/tasks/'.length)
const references = async (actor: Actor, query: Partial<InboxQuery> & Pick<InboxQuery, 'view'>): Promise<string[]> =>
  sure(await house.engine.listInbox(actor, { limit: 200, ...query })).items.map(({ reference }) => reference)

describe('the inbox', () => {
  test('shows mine, what my groups may take, and everything to a supervisor', async () => {
    const [one, two] = [await apply(house), await apply(house)]
    sure(await house.engine.claimTask(RANA, await idOf(one)))
    expect(await references(RANA, { view: 'mine' })).toContain(one.reference)
    expect(await references(RANA, { view: 'groups' })).toContain(two.reference)
    expect(await references(RANA, { view: 'groups' })).not.toContain(one.reference)
    expect(await references(HUDA, { view: 'all' })).toEqual(expect.arrayContaining([one.reference, two.reference]))
    expect(await references(HUDA, { view: 'all', state: 'taken' })).toContain(one.reference)
    expect(await references(HUDA, { view: 'all', state: 'taken' })).not.toContain(two.reference)
    expect(await references(HUDA, { view: 'all', state: 'free' })).not.toContain(one.reference)
    expect(code(await house.engine.listInbox(RANA, { view: 'all', limit: 10 }))).toBe('desk.all')
    expect(code(await house.engine.listInbox(CITIZEN, { view: 'mine', limit: 10 }))).toBe('desk.staff')
    expect(await references(STRANGER, { view: 'groups' })).toEqual([])
  })

  test('is narrowed by service and by what people say on the telephone', async () => {
    const begun = await apply(house, '900000002')
    expect(await references(RANA, { view: 'groups', service: 'test.permit' })).toContain(begun.reference)
    expect(await references(RANA, { view: 'groups', service: 'test.other' })).toEqual([])
    expect(await references(RANA, { view: 'groups', text: begun.reference.toLowerCase() })).toEqual([begun.reference])
    expect(await references(RANA, { view: 'groups', text: '٩٠٠٠٠٠٠٠٢' })).toEqual([begun.reference])
    expect(await references(RANA, { view: 'groups', text: 'nobody' })).toEqual([])
  })

  test('keeps what I completed, what my groups did, and to a supervisor what anybody did, the last first', async () => {
    const [one, two] = [await apply(house), await apply(house)]
    for (const begun of [one, two]) sure(await house.engine.completeTask(SAMI, await idOf(begun), { fit: true }))
    expect((await references(SAMI, { view: 'mine', state: 'done' })).slice(0, 2).sort()).toEqual(
      [one.reference, two.reference].sort(),
    )
    expect(await references(RANA, { view: 'mine', state: 'done' })).not.toContain(one.reference)
    expect(await references(RANA, { view: 'groups', state: 'done' })).toEqual(
      expect.arrayContaining([one.reference, two.reference]),
    )
    expect(await references(HUDA, { view: 'all', state: 'done' })).toEqual(
      expect.arrayContaining([one.reference, two.reference]),
    )
    expect(await references(HUDA, { view: 'groups', state: 'done' })).not.toContain(one.reference)
    expect(await references(HUDA, { view: 'all', state: 'done', text: one.reference })).toEqual([one.reference])
    expect(await references(STRANGER, { view: 'groups', state: 'done' })).toEqual([])
  })

  test('counts each view', async () => {
    const before = sure(await house.engine.countInbox(RANA))
    const begun = await apply(house)
    expect(sure(await house.engine.countInbox(RANA)).groups.open).toBe(before.groups.open + 1)
    sure(await house.engine.claimTask(RANA, await idOf(begun)))
    const after = sure(await house.engine.countInbox(RANA))
    expect(after).toEqual({ ...before, mine: { ...before.mine, open: before.mine.open + 1 } })
    expect(after.all).toEqual({ open: 0, overdue: 0 })
    expect(sure(await house.engine.countInbox(HUDA)).all.open).toBeGreaterThan(0)
  })
})

describe('the search', () => {
  test('finds applications of the agency alone, by reference and by the applicant', async () => {
    const begun = await apply(house, '900000002')
    const found = async (actor: Actor, text: string) =>
      sure(await house.engine.searchApplications(actor, { text, limit: 50 })).items.map(({ reference }) => reference)
    expect(await found(RANA, ` ${begun.reference} `)).toEqual([begun.reference])
    expect(await found(RANA, '900000002')).toContain(begun.reference)
    expect(await found(RANA, '90000')).toContain(begun.reference)
    expect(await found(STRANGER, begun.reference)).toEqual([])
    expect(await found(STRANGER, '900000002')).toEqual([])
    expect(code(await house.engine.searchApplications(CITIZEN, { text: 'x', limit: 5 }))).toBe('search.staff')
  })
})

describe('deciding several at once', () => {
  test('decides each by itself with its reason, and says what failed and why', async () => {
    const cases = [await apply(house), await apply(house), await apply(house), await apply(house)]
    const [one, two, three, four] = await Promise.all(cases.map(idOf))
    sure(await house.engine.claimTask(SAMI, two ?? ''))
    const outcomes = sure(
      await house.engine.completeTasks(RANA, [
        { id: one ?? '', answers: { fit: true }, reason: 'all papers are there' },
        { id: two ?? '', answers: { fit: true }, reason: 'all papers are there' },
        { id: three ?? '', answers: { fit: true }, reason: '  ' },
        { id: four ?? '', answers: { fit: 'perhaps' }, reason: 'looks right' },
      ]),
    )
    expect(outcomes.map(({ id, problem }) => [id, problem?.code])).toEqual([
      [one, undefined],
      [two, 'task.assigned-to-other'],
      [three, 'words.empty'],
      [four, 'answers.invalid'],
    ])
    const notes = await Promise.all(cases.map(({ reference }) => house.engine.listNotes(RANA, reference)))
    expect(notes.map((list) => sure(list).map(({ body }) => body))).toEqual([['all papers are there'], [], [], []])
  })

  test('takes fifty at most, and not none', async () => {
    expect(code(await house.engine.completeTasks(RANA, []))).toBe('tasks.number')
    const many = Array.from({ length: 51 }, () => ({ id: 'x', answers: {}, reason: 'x' }))
    expect(code(await house.engine.completeTasks(RANA, many))).toBe('tasks.number')
  })
})

describe('the figures', () => {
  test('tell a supervisor what is open and what was done, per service and person', async () => {
    const id = await idOf(await apply(house))
    house.clock.move(HOUR)
    sure(await house.engine.completeTask(RANA, id, { fit: true }))
    const { tasks } = sure(await house.engine.getFigures(HUDA, 7))
    const rana = tasks.find(({ holder }) => holder.kind === 'person' && holder.id === ('clerk.rana' as UserId))
    expect(rana).toMatchObject({ service: 'test.permit' })
    expect(rana?.done).toBeGreaterThan(0)
    expect(code(await house.engine.getFigures(RANA, 7))).toBe('figures.supervisor')
  })
})
