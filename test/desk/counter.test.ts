import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { eventsOf } from '../../engine/core/history.ts'
import type { UserId } from '../../engine/core/ids.ts'
import type { StartRequest } from '../../engine/commands/start-instance.ts'
import { deployPermit, openHouse, type House } from '../http/house.ts'
import { CITIZEN, code, HUDA, person, RANA, STRANGER, sure } from './people.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const consent = { kind: 'signed', statement: 'I agree that the clerk applies for me' } as const
const counter: StartRequest = {
  packageId: 'test.permit',
  channel: 'counter',
  applicant: '900000002' as UserId,
  variables: { purpose: 'work' },
  consent,
}
const start = (more: Partial<StartRequest> = {}, actor = RANA) =>
  house.engine.startInstance(actor, { ...counter, ...more })
const without = (name: keyof StartRequest): StartRequest =>
  Object.fromEntries(Object.entries(counter).filter(([key]) => key !== name)) as unknown as StartRequest

describe('an application at the counter', () => {
  test('begins with the applicant’s consent and the operator’s name, which stand in its first record', async () => {
    const { id, reference } = sure(await start())
    const said = {
      operator: 'clerk.rana',
      applicant: '900000002',
      consent: 'signed',
      statement: consent.statement,
    }
    const [first] = await house.engine.deps.store.instances.history(id)
    expect([first?.actor, first && eventsOf(first)[0]]).toMatchObject([
      'user:clerk.rana',
      { kind: 'instanceStarted', assistance: said },
    ])
    const { state, assistance } = sure(await house.engine.getInstance(HUDA, reference))
    expect(assistance).toEqual({ ...said, instance: id, agency: 'moj', at: house.clock.now() })
    expect(state).toMatchObject({ elements: { 1: { variables: { application: { channel: 'counter' } } } } })
    expect((await house.engine.replay(id)).same).toBe(true)
  })

  test('names the representative, where one agreed', async () => {
    const kind = 'representative'
    const named = { kind, representative: ' ليلى خليل 400000105 ', statement: 'قرأته على وكيلته' } as const
    const { reference } = sure(await start({ consent: named }))
    const { assistance } = sure(await house.engine.getInstance(HUDA, reference))
    expect(assistance).toMatchObject({ consent: kind, representative: 'ليلى خليل 400000105' })
    expect(code(await start({ consent: { kind, statement: 'x' } }))).toBe('assistance.representative')
    expect(code(await start({ consent: { ...named, kind: 'spoken' } }))).toBe('assistance.representative')
    expect(code(await start({ consent: { ...named, representative: 'x'.repeat(201) } }))).toBe('words.too-long')
  })

  test('is told to the applicant as theirs, without the operator’s name', async () => {
    const { reference } = sure(await start())
    const { timeline } = sure(await house.engine.followInstance(person('900000002'), reference))
    expect(timeline.entries[0]).toMatchObject({ kind: 'received', consent: 'signed' })
    expect(JSON.stringify(timeline)).not.toContain('clerk.rana')
  })

  test('begins once under one key', async () => {
    const idempotencyKey = 'counter 1'
    expect(sure(await start({ idempotencyKey })).created).toBe(true)
    expect(sure(await start({ idempotencyKey })).created).toBe(false)
  })

  test('does not begin without consent, for nobody, for oneself, or by a program', async () => {
    const before = await house.engine.deps.store.instances.count()
    expect(code(await house.engine.startInstance(RANA, without('consent')))).toBe('assistance.consent')
    expect(code(await house.engine.startInstance(RANA, without('applicant')))).toBe('assistance.applicant')
    expect(code(await start({ consent: { ...consent, kind: 'none' as 'signed' } }))).toBe('assistance.consent')
    expect(code(await start({ consent: { ...consent, statement: ' ' } }))).toBe('words.empty')
    expect(code(await start({ applicant: 'clerk.rana' as UserId }))).toBe('assistance.own')
    expect(code(await start({ applicant: 'NO ONE' as UserId }))).toBe('id')
    expect(code(await start({}, person('worker.stamps')))).toBe('assistance.person')
    expect(code(await start({}, STRANGER))).toBe('start.agency')
    expect(code(await start({}, CITIZEN))).toBe('start.agency')
    expect(code(await start({ variables: {} }))).toBe('answers.invalid')
    const inPortal = { ...without('applicant'), channel: 'portal' } as const
    expect(code(await house.engine.startInstance(CITIZEN, inPortal))).toBe('assistance.channel')
    expect(await house.engine.deps.store.instances.count()).toEqual(before)
  })
})
