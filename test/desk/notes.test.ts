import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { UserId } from '../../engine/core/ids.ts'
import { apply, deployPermit, openHouse, PEOPLE, type House } from '../http/house.ts'
import { CITIZEN, code, HUDA, person, RANA, STRANGER, sure } from './people.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

describe('a note beside an application', () => {
  test('is read by colleagues with its author and time, by the applicant only when it is for them, without a name', async () => {
    const { reference } = await apply(house)
    sure(await house.engine.addNote(RANA, reference, { audience: 'internal', body: ' صورة الهوية غير واضحة ' }))
    sure(await house.engine.addNote(HUDA, reference, { audience: 'applicant', body: 'نحتاج صورة أوضح' }))
    const at = house.clock.now()
    expect(await house.engine.listNotes(HUDA, reference)).toMatchObject([
      { author: 'clerk.rana', at, audience: 'internal', body: 'صورة الهوية غير واضحة' },
      { author: 'supervisor.huda', at, audience: 'applicant' },
    ])
    const own = sure(await house.engine.listNotes(CITIZEN, reference))
    expect(own.map(({ body, author }) => [body, author])).toEqual([['نحتاج صورة أوضح', undefined]])
    expect(code(await house.engine.listNotes(STRANGER, reference))).toBe('instance.not-found')
  })

  test('is written once when the button is pressed twice', async () => {
    const { reference } = await apply(house)
    const note = { id: house.engine.deps.ids.uuid(), audience: 'internal', body: 'once' } as const
    sure(await house.engine.addNote(RANA, reference, note))
    sure(await house.engine.addNote(RANA, reference, note))
    expect(sure(await house.engine.listNotes(RANA, reference))).toHaveLength(1)
  })

  test('is written by the agency’s clerks, and has words', async () => {
    const { reference } = await apply(house)
    const note = { audience: 'internal', body: 'x' } as const
    expect(code(await house.engine.addNote(CITIZEN, reference, note))).toBe('note.staff')
    expect(code(await house.engine.addNote(person('auditor.aya'), reference, note))).toBe('note.staff')
    expect(code(await house.engine.addNote(STRANGER, reference, note))).toBe('instance.not-found')
    expect(code(await house.engine.addNote(RANA, reference, { ...note, body: ' \n ' }))).toBe('words.empty')
    expect(code(await house.engine.addNote(RANA, reference, { ...note, body: 'x'.repeat(4_001) }))).toBe(
      'words.too-long',
    )
    expect(code(await house.engine.addNote(RANA, reference, { ...note, id: 'mine' }))).toBe('note.id')
  })
})

describe('a saved filter', () => {
  test('is kept for oneself or shown to a group of one’s own', async () => {
    const save = (more: object) =>
      house.engine.saveFilter(RANA, { name: 'Overdue', filter: 'view=groups&due=overdue', ...more })
    const own = sure(await save({}))
    const shared = sure(await save({ name: 'For all', office: 'clerks' }))
    expect(code(await save({ office: 'supervisors' }))).toBe('filter.office')
    expect(code(await save({ name: ' ' }))).toBe('filter.name')
    expect(await house.engine.listFilters(RANA)).toEqual([shared, own])
    const sami = { ...RANA, id: 'clerk.sami' as UserId, groups: PEOPLE['clerk.sami'].groups }
    expect(await house.engine.listFilters(sami)).toEqual([shared])
    expect(code(await house.engine.removeFilter(sami, own.id))).toBe('filter.not-found')
    expect(code(await house.engine.removeFilter(sami, shared.id))).toBe('filter.not-found')
    expect(await house.engine.removeFilter(RANA, shared.id)).toBe(true)
    expect(await house.engine.listFilters(sami)).toEqual([])
  })
})
