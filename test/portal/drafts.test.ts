import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor, Role } from '../../engine/core/actor.ts'
import type { Draft } from '../../engine/core/draft.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { DRAFT_LIFE, draftDuty } from '../../engine/commands/drafts.ts'
import { deployPermit, openHouse, type House } from '../http/house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const person = (id: string, agency: string, ...roles: readonly Role[]): Actor => ({
  kind: 'user',
  id: id as UserId,
  agency: agency as AgencyId,
  roles,
  groups: [],
})
const CITIZEN = person('900000001', 'public', 'citizen')
const NEIGHBOUR = person('900000002', 'public', 'citizen')
const CLERK = person('clerk.rana', 'moj', 'clerk')
const OPERATOR = person('operator.platform', 'egov', 'operator')

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const refusal = (answer: unknown): Problem | undefined => (isProblem(answer) ? answer : undefined)
const code = (answer: unknown): string | undefined => refusal(answer)?.code

function sure<T extends object>(answer: T | Problem): T {
  if (isProblem(answer)) throw new Error(`${answer.code}: ${answer.detail}`)
  return answer
}

const begin = async (actor: Actor = CITIZEN): Promise<Draft> =>
  sure(await house.engine.beginDraft(actor, { packageId: 'test.permit' }))

const filled = async (answers = { purpose: 'work' }, actor: Actor = CITIZEN): Promise<Draft> => {
  const draft = await begin(actor)
  return sure(await house.engine.saveDraft(actor, draft.id, { answers, rev: draft.rev }))
}

const applicationsOf = async (citizen: Actor): Promise<number> =>
  (await house.engine.listInstances(citizen, { limit: 200 })).items.length

describe('an application that is being filled in', () => {
  test('is kept as it was left, and gone on with from anywhere', async () => {
    const draft = await begin()
    const saved = sure(
      await house.engine.saveDraft(CITIZEN, draft.id, { answers: { purpose: '' }, place: 'who', rev: draft.rev }),
    )
    expect(saved).toMatchObject({ answers: { purpose: '' }, place: 'who', rev: 2, version: '1.0.0' })
    expect(await house.engine.getDraft(CITIZEN, draft.id)).toEqual(saved)
    expect(await house.engine.listDrafts(CITIZEN)).toContainEqual(saved)
  })

  test('is begun once when the button is pressed twice', async () => {
    const first = await begin(NEIGHBOUR)
    expect(await begin(NEIGHBOUR)).toEqual(first)
    sure(await house.engine.saveDraft(NEIGHBOUR, first.id, { answers: { purpose: 'a' }, rev: 1 }))
    expect((await begin(NEIGHBOUR)).id).not.toBe(first.id)
  })

  test('is not there for anybody else, whatever they may otherwise see', async () => {
    const { id, rev } = await filled()
    for (const stranger of [NEIGHBOUR, CLERK, OPERATOR]) {
      expect(code(await house.engine.getDraft(stranger, id))).toBe('draft.not-found')
      expect(code(await house.engine.saveDraft(stranger, id, { answers: {}, rev }))).toBe('draft.not-found')
      expect(code(await house.engine.submitDraft(stranger, id))).toBe('draft.not-found')
      expect(code(await house.engine.discardDraft(stranger, id))).toBe('draft.not-found')
      expect((await house.engine.listDrafts(stranger)).map((one) => one.id)).not.toContain(id)
    }
    expect(code(await house.engine.getDraft(CITIZEN, 'nonsense'))).toBe('draft.not-found')
  })

  test('is begun by citizens only, for a service that is offered to them', async () => {
    expect(code(await house.engine.beginDraft(CLERK, { packageId: 'test.permit' }))).toBe('draft.citizen')
    expect(code(await house.engine.beginDraft(CITIZEN, { packageId: 'test.none' }))).toBe('package.not-found')
    expect(code(await house.engine.beginDraft(CITIZEN, { packageId: 'test.permit', startEvent: 'x' }))).toBe(
      'start.event',
    )
  })

  test('refuses a word that was typed on another device meanwhile', async () => {
    const draft = await filled()
    const change = { answers: { purpose: 'one' }, rev: draft.rev }
    sure(await house.engine.saveDraft(CITIZEN, draft.id, change))
    expect(code(await house.engine.saveDraft(CITIZEN, draft.id, change))).toBe('draft.changed')
    expect(code(await house.engine.submitDraft(CITIZEN, draft.id, draft.rev))).toBe('draft.changed')
  })

  test('holds no more than a person can type', async () => {
    const draft = await begin()
    const answers = { purpose: 'x'.repeat(300_000) }
    expect(code(await house.engine.saveDraft(CITIZEN, draft.id, { answers, rev: draft.rev }))).toBe('draft.too-large')
    const hostile = JSON.parse('{"__proto__": {"x": 1}}') as { purpose: string }
    expect(code(await house.engine.saveDraft(CITIZEN, draft.id, { answers: hostile, rev: draft.rev }))).toBe(
      'draft.answers',
    )
  })

  test('is thrown away when its owner says so', async () => {
    const draft = await filled()
    expect(await house.engine.discardDraft(CITIZEN, draft.id)).toBe(true)
    expect(code(await house.engine.getDraft(CITIZEN, draft.id))).toBe('draft.not-found')
    expect(code(await house.engine.discardDraft(CITIZEN, draft.id))).toBe('draft.not-found')
  })
})

describe('sending it', () => {
  test('begins the application, and sending it again finds that one', async () => {
    const before = await applicationsOf(CITIZEN)
    const draft = await filled()
    const both = await Promise.all([
      house.engine.submitDraft(CITIZEN, draft.id, draft.rev),
      house.engine.submitDraft(CITIZEN, draft.id, draft.rev),
    ])
    const [first, second] = both.map((answer) => sure(answer))
    const again = sure(await house.engine.submitDraft(CITIZEN, draft.id))
    expect(new Set([first?.reference, second?.reference, again.reference]).size).toBe(1)
    expect(again.created).toBe(false)
    expect(await applicationsOf(CITIZEN)).toBe(before + 1)
    const kept = sure(await house.engine.getDraft(CITIZEN, draft.id))
    expect(kept).toMatchObject({ answers: {}, sent: { reference: again.reference } })
    expect(code(await house.engine.saveDraft(CITIZEN, draft.id, { answers: {}, rev: kept.rev }))).toBe('draft.sent')
    expect(code(await house.engine.discardDraft(CITIZEN, draft.id))).toBe('draft.sent')
  })

  test('is refused while the answers do not fit, and the draft stays', async () => {
    const draft = await filled({ purpose: '' })
    expect(code(await house.engine.submitDraft(CITIZEN, draft.id))).toBe('answers.invalid')
    const saved = sure(
      await house.engine.saveDraft(CITIZEN, draft.id, { answers: { purpose: 'work' }, rev: draft.rev }),
    )
    expect(sure(await house.engine.submitDraft(CITIZEN, saved.id, saved.rev)).created).toBe(true)
  })

  test('waits until the answers were checked against the version in force', async () => {
    const draft = await filled()
    await deployPermit(house, { version: '1.0.1' })
    expect(code(await house.engine.submitDraft(CITIZEN, draft.id))).toBe('draft.service-changed')
    const { answers, rev } = draft
    const saved = sure(await house.engine.saveDraft(CITIZEN, draft.id, { answers, rev }))
    expect(saved.version).toBe('1.0.1')
    expect(sure(await house.engine.submitDraft(CITIZEN, draft.id)).created).toBe(true)
  })
})

test('a month after the last word it is gone, and the worker removes what is left of it', async () => {
  const draft = await filled()
  house.clock.move(DRAFT_LIFE - 1)
  const kept = sure(await house.engine.getDraft(CITIZEN, draft.id))
  const { answers, rev } = kept
  sure(await house.engine.saveDraft(CITIZEN, draft.id, { answers, rev }))
  house.clock.move(DRAFT_LIFE)
  expect(code(await house.engine.getDraft(CITIZEN, draft.id))).toBe('draft.not-found')
  await draftDuty(house.engine.deps)(house.clock.now())
  expect(await house.engine.deps.store.drafts.get(draft.id)).toBeUndefined()
})
