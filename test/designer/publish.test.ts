/** From a draft to a version in force: signed for exactly what it says, recorded, and back again by a higher version. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '../../engine/core/account.ts'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { apply, deployPermit, openHouse, type House } from '../http/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterEach(() => house.close())

const person = (id: string, groups: readonly string[] = [], agency = 'moj'): Actor => ({
  kind: 'user',
  id: id as UserId,
  agency: agency as AgencyId,
  roles: ['analyst'],
  groups,
})

const NOUR = person('analyst.nour', ['legal'])
const LAYLA = person('lawyer.layla', ['legal', 'finance'])
const FADI = person('treasurer.fadi', ['finance'])
const OTHER = person('analyst.other', ['legal'], 'moh')

function done<T>(result: T | Problem): T {
  if (isProblem(result)) throw new Error(`${result.detail} ${JSON.stringify(result.findings ?? '')}`)
  return result
}
const codeOf = (result: unknown): string => (isProblem(result) ? result.code : 'done')

type Page = Record<string, unknown>
const SIGN_OFF = [
  { role: 'legal', title: { ar: 'القانونية', en: 'Legal' } },
  { role: 'finance', title: { ar: 'المالية', en: 'Finance' } },
]

async function opened(): Promise<string> {
  const created = await house.engine.createPackageDraft(NOUR, {
    kind: 'version',
    packageId: 'test.permit',
    version: '1.0.0',
  })
  return done(created).draft.id
}

async function edit(id: string, change: (page: Page) => Page, by = NOUR): Promise<number> {
  const { draft, files } = done(await house.engine.getPackageDraft(by, id))
  const page = change(JSON.parse(files.get('workflow.json') ?? '') as Page)
  const made = { rev: draft.rev, files: new Map([['workflow.json', `${JSON.stringify(page, undefined, 2)}\n`]]) }
  return done(await house.engine.changePackageDraft(by, id, made)).rev
}

const titled =
  (en: string) =>
  (page: Page): Page => ({ ...page, title: { ar: `رخصة ${en}`, en } })
const plan = async (id: string, by = NOUR) => done(await house.engine.planPublication(by, id))
const sign = (by: Actor, id: string, rev: number, role: string) => house.engine.signPackageDraft(by, id, { rev, role })

describe('a draft that nobody must sign', () => {
  test('says what it would change, proposes a version, becomes it, and goes on from there', async () => {
    const id = await opened()
    const rev = await edit(id, titled('New'))
    const before = await plan(id)
    expect(before).toMatchObject({ against: '1.0.0', proposed: '1.1.0', raise: 'minor', rev, signatures: [] })
    expect(before.differences.map(({ subject, change }) => [subject.kind, change])).toEqual([['service', 'renamed']])
    expect(
      done(await house.engine.publishPackageDraft(NOUR, id, { rev, version: '1.1.0', remark: 'a new name' })),
    ).toEqual({
      packageId: 'test.permit',
      version: '1.1.0',
      rev: rev + 1,
    })
    const after = await plan(id)
    expect(after).toMatchObject({ against: '1.1.0', differences: [], versions: ['1.1.0', '1.0.0'] })
    expect(after.publications).toMatchObject([
      { version: '1.1.0', by: 'analyst.nour', draft: { id, rev: rev + 1 }, remark: 'a new name' },
    ])
    expect(done(await house.engine.getPackageDraft(NOUR, id)).draft.base).toEqual({
      packageId: 'test.permit',
      version: '1.1.0',
    })
  })

  test('is refused on another revision, under a version that is not higher, or where it has faults, and nothing is recorded', async () => {
    const id = await opened()
    const rev = await edit(id, titled('New'))
    const publish = async (with_: { rev: number; version: string }) =>
      codeOf(await house.engine.publishPackageDraft(NOUR, id, with_))
    expect(await publish({ rev: rev - 1, version: '1.1.0' })).toBe('package-draft.changed')
    expect(await publish({ rev, version: '1.0.0' })).toBe('publish.version')
    expect(await publish({ rev, version: 'soon' })).toBe('publish.version')
    const spoilt = await edit(id, (page) => ({ ...page, unknown: 1 }))
    expect(await publish({ rev: spoilt, version: '1.1.0' })).toBe('package.refused')
    expect((await plan(id)).publications).toEqual([])
    expect(codeOf(await house.engine.publishPackageDraft(OTHER, id, { rev, version: '1.1.0' }))).toBe(
      'package-draft.not-found',
    )
  })

  test('says how many run on which version and keep it, and where one stands that has no place any more', async () => {
    await apply(house)
    const id = await opened()
    const { running } = await plan(id)
    expect(running).toMatchObject([{ version: '1.0.0', running: 1, homeless: [] }])
    const { draft, files } = done(await house.engine.getPackageDraft(NOUR, id))
    const [path, xml] = [...files].find(([, text]) => text.includes('id="review"')) ?? ['', '']
    const renamed = xml.replaceAll('"review"', '"looked_at"').replaceAll('formId="looked_at"', 'formId="review"')
    done(await house.engine.changePackageDraft(NOUR, id, { rev: draft.rev, files: new Map([[path, renamed]]) }))
    const [version] = (await plan(id)).running
    expect(version?.homeless.map(({ element, reason }) => [element, reason])).toEqual([['review', 'gone']])
  })
})

describe('a draft that law and finance must sign', () => {
  test('is refused until each has signed, by two people none of whom changed it last', async () => {
    const id = await opened()
    const rev = await edit(id, (page) => ({ ...titled('New')(page), signOff: SIGN_OFF }))
    const publish = () => house.engine.publishPackageDraft(NOUR, id, { rev, version: '1.1.0' })
    expect(codeOf(await publish())).toBe('publish.sign-off')
    expect(codeOf(await sign(NOUR, id, rev, 'legal'))).toBe('sign-off.own-change')
    expect(codeOf(await sign(FADI, id, rev, 'legal'))).toBe('sign-off.group')
    expect(codeOf(await sign(LAYLA, id, rev, 'treasury'))).toBe('sign-off.role')
    done(await sign(LAYLA, id, rev, 'legal'))
    expect(codeOf(await sign(LAYLA, id, rev, 'finance'))).toBe('sign-off.given')
    expect(codeOf(await publish())).toBe('publish.sign-off')
    done(await sign(FADI, id, rev, 'finance'))
    expect(done(await publish()).version).toBe('1.1.0')
  })

  test('any change of content makes signatures void; the version alone does not', async () => {
    const id = await opened()
    const rev = await edit(id, (page) => ({ ...titled('New')(page), signOff: SIGN_OFF.slice(0, 1) }))
    done(await sign(LAYLA, id, rev, 'legal'))
    await edit(id, (page) => ({ ...page, version: '1.5.0' }))
    expect((await plan(id)).signatures).toMatchObject([
      { role: 'legal', signed: { by: 'lawyer.layla' }, lapsed: false },
    ])
    const later = await edit(id, titled('Newer'))
    const [signature] = (await plan(id)).signatures
    expect([signature?.signed, signature?.lapsed]).toEqual([undefined, true])
    expect(codeOf(await house.engine.publishPackageDraft(NOUR, id, { rev: later, version: '1.6.0' }))).toBe(
      'publish.sign-off',
    )
  })
})

test('who could sign for a group is told to those who write the draft, and nobody else is named', async () => {
  const { accounts } = house.engine.deps.store
  const put = (actor: Actor, more: object = {}) =>
    actor.kind === 'user' &&
    accounts.put({ ...actor, name: actor.id, password: '', disabled: false, createdAt: 0, ...more } as Account)
  await put(LAYLA)
  await put(FADI)
  await put(OTHER)
  await put(person('lawyer.gone', ['legal']), { disabled: true })
  await put(person('clerk.rami', ['legal']), { roles: ['clerk'] })
  const id = await opened()
  expect(done(await house.engine.listSigners(NOUR, id))).toMatchObject([
    { group: 'finance', people: ['lawyer.layla', 'treasurer.fadi'] },
    { group: 'legal', people: ['lawyer.layla'] },
  ])
  expect(codeOf(await house.engine.listSigners(OTHER, id))).toBe('package-draft.not-found')
})

describe('signatures the version in force asks for', () => {
  const OPERATOR: Actor = { ...person('operator.omar'), roles: ['operator'] } as Actor
  const LEGAL = SIGN_OFF.slice(0, 1)
  const LEFT_OUT = (page: Page): Page => ({ ...page, signOff: undefined })

  /** Version 1.1.0, signed and in force. */
  async function signedInForce(): Promise<string> {
    const id = await opened()
    const rev = await edit(id, (page) => ({ ...titled('Signed')(page), signOff: LEGAL }))
    done(await sign(LAYLA, id, rev, 'legal'))
    done(await house.engine.publishPackageDraft(NOUR, id, { rev, version: '1.1.0' }))
    return id
  }
  async function zipOf(id: string): Promise<Uint8Array> {
    return done(await house.engine.packPackageDraft(NOUR, id)).zip
  }

  test('are asked for once more where a draft leaves them out', async () => {
    const id = await signedInForce()
    const rev = await edit(id, (page) => LEFT_OUT(titled('Unsigned')(page)))
    const publish = () => house.engine.publishPackageDraft(NOUR, id, { rev, version: '1.2.0' })
    expect((await plan(id)).signatures).toMatchObject([{ role: 'legal', lapsed: true }])
    expect(codeOf(await publish())).toBe('publish.sign-off')
    done(await sign(LAYLA, id, rev, 'legal'))
    expect(done(await publish()).version).toBe('1.2.0')
  })

  test('keep an analyst from deploying the package as a file, with them or without; an operator may', async () => {
    const id = await opened()
    await edit(id, (page) => ({ ...page, version: '1.0.1', signOff: LEGAL }))
    const named = await house.engine.deploy(NOUR, [await zipOf(id)])
    expect(named).toMatchObject({ kind: 'forbidden', code: 'deploy.sign-off' })
    expect(isProblem(named) && named.findings?.[0]?.messageAr).toContain('القانونية')
    const other = await signedInForce()
    await edit(other, (page) => ({ ...LEFT_OUT(page), version: '1.2.0' }))
    const zip = await zipOf(other)
    expect(codeOf(await house.engine.deploy(NOUR, [zip]))).toBe('deploy.sign-off')
    expect(codeOf(await house.engine.deploy(OPERATOR, [zip]))).toBe('done')
  })

  test('stay asked for after going back to a version before them', async () => {
    const id = await signedInForce()
    const back = done(await house.engine.planRollBack(NOUR, 'test.permit', '1.0.0'))
    expect(back.differences.map(({ subject }) => subject.kind)).toEqual(['service'])
    done(await house.engine.rollBackPackage(NOUR, 'test.permit', { to: '1.0.0' }))
    const rev = await edit(id, LEFT_OUT)
    const publish = await house.engine.publishPackageDraft(NOUR, id, { rev, version: '1.3.0' })
    expect(codeOf(publish)).toBe('publish.sign-off')
  })
})

describe('signatures and what happens meanwhile', () => {
  const LEGAL = SIGN_OFF.slice(0, 1)
  const HIBA = person('lawyer.hiba', ['legal'])
  const signing = (en: string) => (page: Page) => ({ ...titled(en)(page), signOff: LEGAL })
  const publish = (id: string, rev: number, version: string, against?: string | null, by = NOUR) =>
    house.engine.publishPackageDraft(by, id, { rev, version, ...(against !== undefined && { against }) })

  test('nobody signs for what they changed since the version in force, also where somebody else made the last change', async () => {
    const id = await opened()
    await edit(id, signing('By the lawyer'), LAYLA)
    const rev = await edit(id, (page) => ({ ...page, search: ['/purpose'] }))
    expect(codeOf(await sign(LAYLA, id, rev, 'legal'))).toBe('sign-off.own-change')
    done(await sign(HIBA, id, rev, 'legal'))
    const published = done(await publish(id, rev, '2.0.0'))
    const next = await edit(id, titled('After it'))
    expect(published.rev).toBeLessThan(next)
    done(await sign(LAYLA, id, next, 'legal'))
  })

  test('who began a draft from nothing wrote it, and who opened the version in force changed nothing yet', async () => {
    const lawyers = done(
      await house.engine.createPackageDraft(LAYLA, { kind: 'version', packageId: 'test.permit', version: '1.0.0' }),
    )
    const rev = await edit(lawyers.draft.id, signing('Opened by the lawyer'))
    done(await sign(LAYLA, lawyers.draft.id, rev, 'legal'))
    const blank = done(
      await house.engine.createPackageDraft(LAYLA, {
        kind: 'blank',
        packageId: 'test.new',
        title: { ar: 'جديدة', en: 'New' },
      }),
    )
    const begun = await edit(blank.draft.id, (page) => ({ ...page, signOff: LEGAL }))
    expect(codeOf(await sign(LAYLA, blank.draft.id, begun, 'legal'))).toBe('sign-off.own-change')
  })

  test('a signature says the change is right against one version: once another is in force it is void', async () => {
    const [id, other] = [await opened(), await opened()]
    const rev = await edit(id, signing('Signed'))
    done(await sign(LAYLA, id, rev, 'legal'))
    const quick = await edit(other, titled('Quick'))
    done(await publish(other, quick, '1.1.0'))
    expect((await plan(id)).signatures).toMatchObject([{ role: 'legal', lapsed: true }])
    expect(codeOf(await publish(id, rev, '1.2.0'))).toBe('publish.sign-off')
    done(await sign(LAYLA, id, rev, 'legal'))
    expect(done(await publish(id, rev, '1.2.0')).version).toBe('1.2.0')
  })

  test('whoever read the difference to a version that is no longer in force is told so, and nothing is done', async () => {
    const [id, other] = [await opened(), await opened()]
    const rev = await edit(id, signing('Late'))
    const quick = await edit(other, titled('Quick'))
    done(await publish(other, quick, '1.1.0', '1.0.0'))
    const late = { rev, against: '1.0.0', role: 'legal' }
    expect(codeOf(await house.engine.signPackageDraft(LAYLA, id, late))).toBe('publish.overtaken')
    expect(codeOf(await publish(id, rev, '1.2.0', '1.0.0'))).toBe('publish.overtaken')
    expect(codeOf(await publish(id, rev, '1.2.0', null))).toBe('publish.overtaken')
    const back = await house.engine.rollBackPackage(NOUR, 'test.permit', { to: '1.0.0', from: '1.0.1' })
    expect(codeOf(back)).toBe('publish.overtaken')
    expect((await plan(id)).versions).toEqual(['1.1.0', '1.0.0'])
  })

  test('of two who sign for one role at once, and of one who signs for two, one signature stands', async () => {
    const id = await opened()
    const rev = await edit(id, (page) => ({ ...titled('Twice')(page), signOff: SIGN_OFF }))
    const two = await Promise.all([sign(LAYLA, id, rev, 'legal'), sign(HIBA, id, rev, 'legal')])
    expect(two.map(codeOf).toSorted()).toEqual(['done', 'sign-off.given'])
    const again = await opened()
    const later = await edit(again, (page) => ({ ...titled('Again')(page), signOff: SIGN_OFF }))
    const both = await Promise.all([sign(LAYLA, again, later, 'legal'), sign(LAYLA, again, later, 'finance')])
    expect(both.map(codeOf).toSorted()).toEqual(['done', 'sign-off.given'])
  })

  test('of two drafts published at once, the one that came second is not put over the first unread', async () => {
    const [one, other] = [await opened(), await opened()]
    const revs = [await edit(one, titled('One')), await edit(other, titled('Other'))] as const
    const codes = (await Promise.all([publish(one, revs[0], '1.1.0'), publish(other, revs[1], '1.2.0')])).map(codeOf)
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect((await plan(one)).versions).toHaveLength(2)
  })

  test('a signature that comes while it is published counts for the next try, never halfway', async () => {
    const id = await opened()
    const rev = await edit(id, signing('Meanwhile'))
    const [published, signed] = await Promise.all([publish(id, rev, '1.1.0'), sign(LAYLA, id, rev, 'legal')])
    done(signed)
    expect(['done', 'publish.sign-off']).toContain(codeOf(published))
    const { versions } = await plan(id)
    expect(versions[0]).toBe(codeOf(published) === 'done' ? '1.1.0' : '1.0.0')
  })

  test('who reads a draft is told which signature is theirs to give, and whom else to ask', async () => {
    const { accounts } = house.engine.deps.store
    for (const actor of [NOUR, LAYLA, FADI])
      if (actor.kind === 'user')
        await accounts.put({ ...actor, name: actor.id, password: '', disabled: false, createdAt: 0 } as Account)
    const id = await opened()
    const rev = await edit(id, (page) => ({ ...titled('Read')(page), signOff: SIGN_OFF }))
    expect((await plan(id)).signatures).toMatchObject([
      { role: 'legal', hindrance: 'own-change', people: ['lawyer.layla'] },
      { role: 'finance', hindrance: 'group', people: ['lawyer.layla', 'treasurer.fadi'] },
    ])
    done(await sign(LAYLA, id, rev, 'legal'))
    expect((await plan(id, LAYLA)).signatures).toMatchObject([
      { role: 'legal', signed: { by: 'lawyer.layla' }, people: [] },
      { role: 'finance', hindrance: 'other-role', people: ['treasurer.fadi'] },
    ])
    const [, finance] = (await plan(id, FADI)).signatures
    expect(finance?.hindrance).toBeUndefined()
  })
})

describe('going back', () => {
  test('is a higher version with the content of the earlier one, recorded with who and why', async () => {
    const id = await opened()
    const rev = await edit(id, titled('New'))
    done(await house.engine.publishPackageDraft(NOUR, id, { rev, version: '1.1.0' }))
    house.clock.move(60_000)
    const before = done(await house.engine.planRollBack(NOUR, 'test.permit', '1.0.0'))
    expect(before).toMatchObject({ from: '1.1.0', proposed: '1.2.0', differences: [{ change: 'renamed' }] })
    const back = await house.engine.rollBackPackage(NOUR, 'test.permit', { to: '1.0.0', remark: 'the name was wrong' })
    expect(done(back)).toEqual({ packageId: 'test.permit', version: '1.2.0' })
    const after = await plan(id)
    expect(after.publications[0]).toMatchObject({ version: '1.2.0', restores: '1.0.0', remark: 'the name was wrong' })
    expect(after.differences).toMatchObject([{ change: 'renamed' }])
  })

  test('leaves drafts with what they were opened from, and says what is in force in its place', async () => {
    const first = await opened()
    const listed = async (id: string) => (await house.engine.listPackageDrafts(NOUR)).find((it) => it.id === id)
    expect(await listed(first)).toMatchObject({ base: { version: '1.0.0' }, inForce: { version: '1.0.0' } })
    const second = await opened()
    const rev = await edit(second, titled('New'))
    done(await house.engine.publishPackageDraft(NOUR, second, { rev, version: '1.1.0' }))
    expect(await listed(first)).toMatchObject({ base: { version: '1.0.0' }, inForce: { version: '1.1.0' } })
    expect(await listed(second)).toMatchObject({ base: { version: '1.1.0' }, inForce: { version: '1.1.0' } })
    expect(await plan(first)).toMatchObject({ base: '1.0.0', against: '1.1.0' })
    done(await house.engine.rollBackPackage(NOUR, 'test.permit', { to: '1.0.0' }))
    const inForce = { version: '1.2.0', restores: '1.0.0' }
    expect(await listed(first)).toMatchObject({ base: { version: '1.0.0' }, inForce })
    expect(await listed(second)).toMatchObject({ base: { version: '1.1.0' }, inForce })
  })

  test('is refused to the newest, to one that is not there, and to other agencies', async () => {
    const back = async (by: Actor, to: string) => codeOf(await house.engine.rollBackPackage(by, 'test.permit', { to }))
    expect(await back(NOUR, '1.0.0')).toBe('roll-back.newest')
    expect(await back(NOUR, '0.9.0')).toBe('package.not-found')
    expect(await back(OTHER, '1.0.0')).toBe('package.not-found')
  })
})
