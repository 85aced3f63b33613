import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import {
  apply,
  complete,
  deployPermit,
  lease,
  openHouse,
  PEOPLE,
  taskOf,
  toStamp,
  type House,
  type Name,
} from '../http/house.ts'

const MINUTE = 60_000

let house: House
beforeEach(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterEach(() => house.close())

const as = (name: Name): Actor => {
  const {
    roles,
    agency = 'moj',
    groups = [],
  }: { roles: readonly string[]; agency?: string; groups?: readonly string[] } = PEOPLE[name]
  return {
    kind: 'user',
    id: name as UserId,
    agency: agency as AgencyId,
    roles: roles as Extract<Actor, { kind: 'user' }>['roles'],
    groups,
  }
}

function done<T>(result: T | Problem): T {
  if (isProblem(result)) throw new Error(result.detail)
  return result
}

const codeOf = (result: unknown): string => (isProblem(result) ? result.code : 'done')

const live = (by: Name = 'analyst.nour') => house.engine.getLiveVersion(as(by), 'test.permit', '1.0.0')

async function at(element: string, by: Name = 'analyst.nour') {
  const { processes } = done(await live(by))
  return processes.flatMap(({ elements }) => elements).find(({ id }) => id === element)
}

describe('a version at work', () => {
  test('shows how many stand at each step, and since when', async () => {
    const begun = house.clock.now()
    for (let n = 0; n < 3; n++) {
      await apply(house)
      house.clock.move(MINUTE)
    }
    expect(await at('review')).toMatchObject({
      count: 3,
      oldest: begun,
      median: begun + MINUTE,
      incidents: 0,
      kind: 'userTask',
      name: { ar: 'review', en: 'review' },
    })
    expect(await at('approve')).toEqual(expect.objectContaining({ count: 0, incidents: 0 }))
    const first = await apply(house)
    await complete(house, await taskOf(house, first), 'clerk.rana', { fit: true })
    expect((await at('review'))?.count).toBe(3)
    expect((await at('approve'))?.count).toBe(1)
    expect(done(await live()).drawings.size).toBe(3)
  })

  test('shows where something stands still, and lists who waits there, the longest first', async () => {
    const stuck = await toStamp(house)
    for (let tries = 0; tries < 2; tries++) {
      house.clock.move(10 * MINUTE)
      const [job] = await lease(house)
      const body = { token: job?.token, reason: 'no ink' }
      await house.call('POST', `${job?.path}/fail`, { as: 'worker.stamps', body })
    }
    expect(await at('stamp')).toMatchObject({ count: 1, incidents: 1 })
    const query = { packageId: 'test.permit', version: '1.0.0', process: 'permit', element: 'stamp' }
    const { items } = done(await house.engine.listStandingInstances(as('analyst.nour'), query))
    expect(items.map(({ reference }) => reference)).toEqual([stuck.reference])
    const nowhere = await house.engine.listStandingInstances(as('analyst.nour'), { ...query, process: 'none' })
    expect(codeOf(nowhere)).toBe('package.not-found')
  })

  test('is shown to those who may read it, and to nobody else', async () => {
    await apply(house)
    for (const by of ['analyst.nour', 'operator.omar', 'operator.platform'] as const)
      expect((await at('review', by))?.count).toBe(1)
    for (const by of ['analyst.other', 'clerk.rana', '900000001'] as const)
      expect(codeOf(await live(by))).toBe('package.not-found')
  })
})

describe('an application moved through', () => {
  test('shows where it stood and what it knew after every event, up to now', async () => {
    const begun = await apply(house)
    await complete(house, await taskOf(house, begun), 'clerk.rana', { fit: true })
    const course = done(await house.engine.followRecord(as('analyst.nour'), begun.reference))
    expect(course).toMatchObject({ id: begun.id, reference: begun.reference, status: 'active' })
    expect(course.moments.map(({ event }) => event)).toEqual(course.moments.map((_, index) => index + 1))
    const moment = (event: number) => house.engine.getInstanceMoment(as('analyst.nour'), begun.id, event)
    const opened = course.moments.find(({ kind, element }) => kind === 'taskOpened' && element === 'review')
    const then = done(await moment(opened?.event ?? 0))
    expect(then.standing.map(({ element }) => element)).toEqual(['permit', 'review'])
    expect(then.variables).toMatchObject({ purpose: 'work' })
    expect(then.variables).not.toHaveProperty('fit')
    const now = done(await moment(course.moments.length))
    expect(now.standing.map(({ element }) => element)).toEqual(['permit', 'approve'])
    expect(now.variables).toMatchObject({ fit: true })
    const closed = course.moments.find(({ kind }) => kind === 'taskClosed')
    expect(closed).toMatchObject({ element: 'review', said: 'clerk.rana', actor: 'user:clerk.rana' })
    expect(codeOf(await moment(course.moments.length + 1))).toBe('history.moment')
  })

  test('is a look into its record, which its applicant is told of', async () => {
    const begun = await apply(house)
    const looks = async () =>
      done(await house.engine.listDataAccesses(as('900000001'), begun.id, { limit: 10 })).accesses.items.map((it) => [
        it.reader,
        it.part,
      ])
    expect(await looks()).toEqual([])
    done(await house.engine.followRecord(as('analyst.nour'), begun.id))
    done(await house.engine.getInstanceMoment(as('analyst.nour'), begun.id, 1))
    expect(await looks()).toEqual([['analyst.nour', 'record']])
  })

  test('is open to staff of its agency alone, and not to its applicant', async () => {
    const begun = await apply(house)
    for (const by of ['analyst.other', 'operator.other', '900000002'] as const) {
      expect(codeOf(await house.engine.followRecord(as(by), begun.id))).toBe('instance.not-found')
      expect(codeOf(await house.engine.getInstanceMoment(as(by), begun.id, 1))).toBe('instance.not-found')
    }
    expect(codeOf(await house.engine.followRecord(as('900000001'), begun.id))).toBe('instance.record')
  })
})
