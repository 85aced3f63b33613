/** Packages that are being written. */
import { changed, type DraftFiles, type FileChanges } from '../../../engine/core/package/file-changes.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackageDraftId, UserId } from '../../../engine/core/ids.ts'
import { surplus, type DraftChange, type PackageDraft } from '../../../engine/core/package-draft.ts'
import type { Store } from '../../../engine/core/store.ts'
import { AT, MOH, MOJ, user } from './given.ts'

const NOUR = user('analyst.nour')
const SAMI = user('analyst.sami')
const MINUTE = 60_000
const DAY = 24 * 3_600_000

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const id = (n: number): PackageDraftId => uuid(n) as PackageDraftId

const draft = (n: number, more: Partial<PackageDraft> = {}): PackageDraft => ({
  id: id(n),
  agency: MOJ,
  packageId: `moj.service-${n}`,
  title: { ar: 'خدمة', en: '' },
  rev: 1,
  createdAt: AT,
  createdBy: NOUR,
  changedAt: AT + n,
  changedBy: NOUR,
  ...more,
})

const FILES: DraftFiles = new Map([
  ['service.bpmn', '<definitions/>'],
  ['workflow.json', '{"id":"moj.service","title":{"ar":"خدمة"}}'],
])

interface Made extends Partial<Omit<DraftChange, 'files'>> {
  readonly files?: FileChanges
}

let names = 100
const change = (rev: number, more: Made = {}): DraftChange => ({
  rev,
  name: uuid(names++),
  kind: 'changed',
  files: new Map([['service.bpmn', `<definitions n="${rev + 1}"/>`]]),
  at: AT + rev,
  by: NOUR,
  packageId: 'moj.service-1',
  title: { ar: 'خدمة', en: 'Service' },
  lockedUntil: AT + rev + MINUTE,
  ...more,
})

export function packageDrafts(store: () => Store): void {
  const drafts = (): Store['packageDrafts'] => store().packageDrafts

  /** Changes one after the other, each at its time by its person. @returns the files after each revision, by its number */
  async function written(steps: readonly (Made & { readonly at: number })[]): Promise<Map<number, DraftFiles>> {
    const states = new Map([[1, FILES]])
    for (const [index, step] of steps.entries()) {
      const made = change(index + 1, step)
      expect(await drafts().change(id(1), made)).toEqual({ kind: 'changed', rev: index + 2 })
      states.set(index + 2, changed(states.get(index + 1) ?? FILES, made.files))
    }
    return states
  }

  describe('a package draft', () => {
    it('is kept as it is given, with its files', async () => {
      const whole = draft(1, { base: { packageId: 'moj.service-1', version: '1.0.0' }, title: { ar: 'أ', en: 'A' } })
      expect(await drafts().add(whole, FILES, { ar: 'بداية', en: 'Begun' })).toEqual({ kind: 'added' })
      expect(await drafts().get(id(1))).toEqual(whole)
      expect(await drafts().files(id(1), 1)).toEqual(FILES)
      expect(await drafts().sizes(id(1), 1)).toEqual(
        new Map([...FILES].map(([path, text]) => [path, Buffer.byteLength(text)])),
      )
      expect(await drafts().revisions(id(1), 1_000)).toEqual([
        { rev: 1, at: AT, by: NOUR, kind: 'created', label: { ar: 'بداية', en: 'Begun' } },
      ])
      expect(await drafts().revisions(id(1), 0)).toEqual([])
      expect(await drafts().get(id(2))).toBeUndefined()
    })

    it('is one by its id: the second is not taken', async () => {
      await drafts().add(draft(1), FILES)
      expect(await drafts().add(draft(1, { agency: MOH }), new Map())).toEqual({ kind: 'taken' })
      expect((await drafts().get(id(1)))?.agency).toBe(MOJ)
      expect(await drafts().files(id(1), 1)).toEqual(FILES)
    })

    it('is listed for its agency, the one changed last first', async () => {
      await drafts().add(draft(1), FILES)
      await drafts().add(draft(2), FILES)
      await drafts().add(draft(3, { agency: MOH }), FILES)
      const listed = async (query: Parameters<Store['packageDrafts']['list']>[0]) =>
        (await drafts().list(query)).map((one) => one.id)
      expect(await listed({ agency: MOJ })).toEqual([id(2), id(1)])
      expect(await listed({})).toEqual([id(3), id(2), id(1)])
    })

    it('is changed on the revision it stands at, and says who was faster', async () => {
      await drafts().add(draft(1), FILES)
      const files = new Map([
        ['service.bpmn', null],
        ['forms/apply.form.json', '{}'],
      ])
      const label = { ar: 'نموذج', en: 'Form' }
      expect(await drafts().change(id(1), change(1, { files, label, at: AT + 9, by: SAMI }))).toEqual({
        kind: 'changed',
        rev: 2,
      })
      const now = draft(1, { rev: 2, changedAt: AT + 9, changedBy: SAMI, title: { ar: 'خدمة', en: 'Service' } })
      expect(await drafts().get(id(1))).toEqual(now)
      expect(await drafts().files(id(1), 2)).toEqual(changed(FILES, files))
      expect(await drafts().files(id(1), 1)).toEqual(FILES)
      expect([...(await drafts().sizes(id(1), 2)).keys()]).toEqual(['forms/apply.form.json', 'workflow.json'])
      expect(await drafts().change(id(1), change(1))).toEqual({ kind: 'stale', draft: now })
      expect(await drafts().files(id(1), 2)).toEqual(changed(FILES, files))
      expect((await drafts().revisions(id(1), 1_000)).map(({ rev, by, kind }) => [rev, by, kind])).toEqual([
        [2, SAMI, 'changed'],
        [1, NOUR, 'created'],
      ])
      expect(await drafts().change(id(2), change(1))).toEqual({ kind: 'gone' })
    })

    it('takes one of two changes made at the same time', async () => {
      await drafts().add(draft(1), FILES)
      const [one, other] = await Promise.all([
        drafts().change(id(1), change(1)),
        drafts().change(id(1), change(1, { by: SAMI })),
      ])
      expect([one.kind, other.kind].sort()).toEqual(['changed', 'stale'])
    })

    it('knows a change that is sent again, whatever came after it', async () => {
      await drafts().add(draft(1), FILES)
      const first = change(1)
      await drafts().change(id(1), first)
      await drafts().change(id(1), change(2))
      await drafts().lock(id(1), { by: SAMI, now: AT + 5, until: AT + MINUTE, steal: false })
      expect(await drafts().change(id(1), { ...first, at: AT + 6 })).toEqual({ kind: 'repeated', rev: 2 })
      expect((await drafts().get(id(1)))?.rev).toBe(3)
      expect((await drafts().revisions(id(1), 1_000)).length).toBe(3)
    })
  })

  describe('the lock of a package draft', () => {
    const take = (by: UserId, now: number, steal = false) =>
      drafts().lock(id(1), { by, now, until: now + MINUTE, steal })

    it('is one person’s until it runs out, and is renewed by them', async () => {
      await drafts().add(draft(1), FILES)
      expect(await take(NOUR, AT)).toEqual({ kind: 'held', lock: { by: NOUR, until: AT + MINUTE } })
      expect(await take(SAMI, AT + 1)).toEqual({ kind: 'locked', lock: { by: NOUR, until: AT + MINUTE } })
      expect(await take(NOUR, AT + 30_000)).toMatchObject({ kind: 'held', lock: { until: AT + 90_000 } })
      expect(await take(SAMI, AT + 90_000)).toMatchObject({ kind: 'held', lock: { by: SAMI } })
      expect(await drafts().takeovers(id(1))).toEqual([])
    })

    it('keeps others from writing, and lasts while its holder writes', async () => {
      await drafts().add(draft(1), FILES)
      await take(NOUR, AT)
      expect(await drafts().change(id(1), change(1, { by: SAMI }))).toEqual({
        kind: 'locked',
        lock: { by: NOUR, until: AT + MINUTE },
      })
      expect(await drafts().files(id(1), 2)).toEqual(FILES)
      await drafts().change(id(1), change(1, { at: AT + 50_000, lockedUntil: AT + 110_000 }))
      expect(await take(SAMI, AT + 100_000)).toMatchObject({ kind: 'locked' })
      expect(await drafts().change(id(1), change(2, { by: SAMI, at: AT + 110_000 }))).toMatchObject({ kind: 'changed' })
    })

    it('is taken over by who says so, and that is written down', async () => {
      await drafts().add(draft(1), FILES)
      await take(NOUR, AT)
      expect(await take(SAMI, AT + 5, true)).toMatchObject({ kind: 'held', lock: { by: SAMI } })
      expect(await drafts().takeovers(id(1))).toEqual([{ at: AT + 5, by: SAMI, from: NOUR }])
      expect(await drafts().change(id(1), change(1, { by: NOUR, at: AT + 6 }))).toMatchObject({ kind: 'locked' })
    })

    it('is let go by its holder alone', async () => {
      await drafts().add(draft(1), FILES)
      await take(NOUR, AT)
      await drafts().unlock(id(1), SAMI)
      expect(await take(SAMI, AT + 1)).toMatchObject({ kind: 'locked' })
      await drafts().unlock(id(1), NOUR)
      expect(await take(SAMI, AT + 1)).toMatchObject({ kind: 'held' })
    })
  })

  describe('a package draft that is thrown away', () => {
    it('is in no list and takes no change, until it is had back with all its revisions', async () => {
      await drafts().add(draft(1), FILES)
      await drafts().change(id(1), change(1))
      expect(await drafts().discard(id(1), { at: AT + 5, by: SAMI })).toBe('discarded')
      expect(await drafts().discard(id(1), { at: AT + 5, by: SAMI })).toBe('gone')
      expect(await drafts().list({ agency: MOJ })).toEqual([])
      expect(await drafts().get(id(1))).toMatchObject({ discarded: { at: AT + 5, by: SAMI } })
      expect(await drafts().change(id(1), change(2))).toEqual({ kind: 'gone' })
      expect(await drafts().lock(id(1), { by: NOUR, now: AT, until: AT + 1, steal: true })).toEqual({ kind: 'gone' })
      expect(await drafts().recover(id(1))).toBe('recovered')
      expect(await drafts().recover(id(1))).toBe('gone')
      expect((await drafts().list({ agency: MOJ })).map((one) => one.rev)).toEqual([2])
      expect(await drafts().files(id(1), 1)).toEqual(FILES)
    })

    it('stays while somebody else writes in it', async () => {
      await drafts().add(draft(1), FILES)
      await drafts().lock(id(1), { by: NOUR, now: AT, until: AT + MINUTE, steal: false })
      expect(await drafts().discard(id(1), { at: AT + 1, by: SAMI })).toBe('locked')
      expect(await drafts().discard(id(1), { at: AT + 1, by: NOUR })).toBe('discarded')
    })

    it('is forgotten for ever after its time, with everything of it', async () => {
      await drafts().add(draft(1), FILES)
      await drafts().add(draft(2), FILES)
      await drafts().discard(id(1), { at: AT + 5, by: NOUR })
      expect(await drafts().forget(AT + 5, 10)).toBe(0)
      expect(await drafts().forget(AT + 6, 10)).toBe(1)
      expect(await drafts().recover(id(1))).toBe('gone')
      expect(await drafts().get(id(1))).toBeUndefined()
      while (await drafts().clear());
      expect(await drafts().files(id(1), 1)).toEqual(new Map())
      expect(await drafts().revisions(id(1), 1_000)).toEqual([])
      expect(await drafts().files(id(2), 1)).toEqual(FILES)
    })
  })

  describe('the room of an agency for package drafts', () => {
    const noise = (bytes: number): FileChanges =>
      new Map([['README.md', [...crypto.getRandomValues(new Uint8Array(bytes))].map((it) => it.toString(36)).join('')]])

    it('is used up by what drafts and their revisions take, whoever of the agency writes, and not by others', async () => {
      const room = { drafts: 10, bytes: 20_000 }
      expect(await drafts().add(draft(1), FILES, undefined, room)).toEqual({ kind: 'added' })
      expect(await drafts().change(id(1), change(1, { files: noise(8_000) }), room)).toMatchObject({ kind: 'changed' })
      const refused = await drafts().change(id(1), change(2, { files: noise(20_000), by: SAMI }), room)
      expect(refused).toMatchObject({ kind: 'full', lacking: expect.any(Number) })
      expect((await drafts().get(id(1)))?.rev).toBe(2)
      expect(await drafts().add(draft(2), noise(20_000) as DraftFiles, undefined, room)).toMatchObject({ kind: 'full' })
      expect(await drafts().get(id(2))).toBeUndefined()
      expect(await drafts().add(draft(3, { agency: MOH }), noise(8_000) as DraftFiles, undefined, room)).toEqual({
        kind: 'added',
      })
      expect(await drafts().change(id(1), change(2), room)).toMatchObject({ kind: 'changed' })
    })

    it('counts a change that says nothing, too', async () => {
      const room = { drafts: 10, bytes: 10_000 }
      await drafts().add(draft(1), FILES, undefined, room)
      let rev = 1
      while ((await drafts().change(id(1), change(rev, { files: new Map() }), room)).kind === 'changed') rev++
      expect(rev).toBeLessThan(30)
    })

    it('is free again where revisions were made one with others', async () => {
      const room = { drafts: 10, bytes: 20_000 }
      await drafts().add(draft(1), FILES, undefined, room)
      const times = [AT + 1, AT + 2, AT + 3]
      for (const [index, at] of times.entries())
        await drafts().change(id(1), change(index + 1, { at, files: noise(4_000) }))
      expect(await drafts().change(id(1), change(4, { files: noise(8_000) }), room)).toMatchObject({ kind: 'full' })
      const now = AT + 100 * DAY
      await drafts().fold(id(1), surplus(await drafts().revisions(id(1), 1_000), now), now)
      expect(await drafts().change(id(1), change(4, { files: noise(8_000) }), room)).toMatchObject({ kind: 'changed' })
    })

    it('is free again where what was thrown away is given up, the longest ago first', async () => {
      const room = { drafts: 10, bytes: 20_000 }
      for (const n of [1, 2, 3]) await drafts().add(draft(n), noise(5_000) as DraftFiles)
      await drafts().discard(id(2), { at: AT + 5, by: NOUR })
      await drafts().discard(id(1), { at: AT + 6, by: NOUR })
      const refused = await drafts().change(id(3), change(1, { files: noise(4_000) }), room)
      if (refused.kind !== 'full') throw new Error(`Expected no room, but it was ${refused.kind}`)
      expect(await drafts().giveUp(MOJ, 1)).toBeGreaterThan(3_000)
      expect(await drafts().get(id(2))).toBeUndefined()
      expect(await drafts().get(id(1))).toMatchObject({ discarded: { at: AT + 6 } })
      expect(await drafts().giveUp(MOH, 1)).toBe(0)
    })

    it('is for so many drafts, of which one had back is one', async () => {
      const room = { drafts: 2, bytes: 1_000_000 }
      await drafts().add(draft(1), FILES, undefined, room)
      await drafts().discard(id(1), { at: AT + 5, by: NOUR })
      await drafts().add(draft(2), FILES, undefined, room)
      expect(await drafts().add(draft(3), FILES, undefined, room)).toEqual({ kind: 'added' })
      expect(await drafts().add(draft(4), FILES, undefined, room)).toEqual({ kind: 'many' })
      expect(await drafts().recover(id(1), room)).toBe('many')
      await drafts().discard(id(2), { at: AT + 6, by: NOUR })
      expect(await drafts().recover(id(1), room)).toBe('recovered')
    })

    it('is cleared of what is forgotten piece by piece, and its id is free with the last', async () => {
      await drafts().add(draft(1), FILES)
      for (let rev = 1; rev <= 450; rev++) await drafts().change(id(1), change(rev))
      await drafts().discard(id(1), { at: AT + 5, by: NOUR })
      await drafts().forget(AT + 6, 10)
      expect(await drafts().get(id(1))).toBeUndefined()
      expect(await drafts().add(draft(1), FILES)).toEqual({ kind: 'taken' })
      let pieces = 0
      while (await drafts().clear()) pieces++
      expect(pieces).toBeGreaterThan(2)
      expect(await drafts().add(draft(1), FILES)).toEqual({ kind: 'added' })
      expect((await drafts().revisions(id(1), 1_000)).length).toBe(1)
    })

    it('holds as many takeovers of a draft as anybody reads', async () => {
      await drafts().add(draft(1), FILES)
      for (let n = 0; n <= 210; n++)
        await drafts().lock(id(1), { by: n % 2 ? NOUR : SAMI, now: AT + n, until: AT + n + MINUTE, steal: true })
      const listed = await drafts().takeovers(id(1))
      expect([listed.length, listed[0]?.at]).toEqual([200, AT + 210])
    })
  })

  describe('old revisions of a package draft', () => {
    async function thinned(now: number): Promise<readonly number[]> {
      await drafts().fold(id(1), surplus(await drafts().revisions(id(1), 1_000), now), now)
      return (await drafts().revisions(id(1), 1_000)).map(({ rev }) => rev)
    }

    it('all stay for two days, then the last of each ten minutes, then the last of each day', async () => {
      await drafts().add(draft(1), FILES)
      const states = await written([
        { at: AT + MINUTE },
        { at: AT + 2 * MINUTE, files: new Map([['workflow.json', '{}']]) },
        { at: AT + 9 * MINUTE },
        { at: AT + 11 * MINUTE },
        { at: AT + 12 * MINUTE, files: new Map([['forms/a.form.json', '{}']]) },
      ])
      expect(await thinned(AT + DAY)).toEqual([6, 5, 4, 3, 2, 1])
      expect(await thinned(AT + 3 * DAY)).toEqual([6, 4, 1])
      for (const rev of [6, 4, 1]) expect(await drafts().files(id(1), rev)).toEqual(states.get(rev))
      expect(await thinned(AT + 20 * DAY)).toEqual([6, 1])
      for (const rev of [6, 1]) expect(await drafts().files(id(1), rev)).toEqual(states.get(rev))
    })

    it('of one person are never taken for those of another, nor for what was restored', async () => {
      await drafts().add(draft(1), FILES)
      await written([
        { at: AT + 1 },
        { at: AT + 2, by: SAMI },
        { at: AT + 3, kind: 'restored' },
        { at: AT + 4 },
        { at: AT + 5 },
      ])
      expect(await thinned(AT + 100 * DAY)).toEqual([6, 4, 3, 2, 1])
    })

    it('leave what is kept as it was, however often they are thinned out', async () => {
      const step = fc.record({
        after: fc.integer({ min: 1, max: 3 * DAY }),
        by: fc.constantFrom(NOUR, SAMI),
        path: fc.constantFrom('a.bpmn', 'b.bpmn', 'workflow.json'),
        content: fc.option(fc.string()),
      })
      let n = 10
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 30 }),
          fc.array(fc.integer({ min: 1, max: 30 })),
          async (steps, waits) => {
            const own = id(n++)
            await drafts().add(draft(1, { id: own }), FILES)
            const states = new Map([[1, FILES]])
            let now = AT
            for (const [index, { after, by, path, content }] of steps.entries()) {
              now += after
              const files = new Map([[path, content]])
              await drafts().change(own, change(index + 1, { at: now, by, files }))
              states.set(index + 2, changed(states.get(index + 1) ?? FILES, files))
            }
            for (const wait of waits) {
              now += wait * DAY
              await drafts().fold(own, surplus(await drafts().revisions(own, 1_000), now), now)
            }
            const kept = (await drafts().revisions(own, 1_000)).map(({ rev }) => rev)
            expect(kept).toContain(steps.length + 1)
            expect(kept).toContain(1)
            for (const rev of kept)
              expect([...(await drafts().files(own, rev))].sort()).toEqual([...(states.get(rev) ?? [])].sort())
          },
        ),
        { numRuns: 25 },
      )
    })

    it('are looked at once in a while, those longest ago first', async () => {
      await drafts().add(draft(1), FILES)
      await drafts().add(draft(2), FILES)
      await drafts().fold(id(1), [], AT + 10)
      expect(await drafts().unthinned(AT + 20, 5)).toEqual([id(2), id(1)])
      expect(await drafts().unthinned(AT + 10, 5)).toEqual([id(2)])
    })
  })
}
