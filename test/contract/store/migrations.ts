/** Batches of applications that go over to another version. */
import { describe, expect, it } from 'vitest'
import type { MigrationBatch, MigrationFailure } from '../../../engine/core/migration-batch.ts'
import { PLAIN_MIGRATION } from '../../../engine/core/migration.ts'
import type { ProgramKey } from '../../../engine/core/ids.ts'
import type { Store } from '../../../engine/core/store.ts'
import { AT, committed, instance, MOH, MOJ, reference, start, step } from './given.ts'

const batch = (id: string, more: Partial<MigrationBatch> = {}): MigrationBatch => ({
  id,
  agency: MOJ,
  packageId: 'moj.record',
  from: '1.0.0',
  to: '1.1.0',
  migration: { ...PLAIN_MIGRATION, mapping: { a: 'b' } },
  dryRun: false,
  strict: true,
  status: 'checking',
  actor: { kind: 'system', id: 'test', agency: MOJ },
  createdAt: AT,
  changedAt: AT,
  cursor: '',
  total: 0,
  ready: 0,
  report: [],
  pass: 0,
  due: 0,
  migrated: 0,
  failed: 0,
  ...more,
})

const failure = (id: string, n: number, more: Partial<MigrationFailure> = {}): MigrationFailure => ({
  batch: id,
  instance: instance(n),
  reference: reference(n),
  code: 'migration.refused',
  detail: 'no place',
  findings: [],
  retry: false,
  at: AT,
  ...more,
})

export function migrations(store: () => Store): void {
  describe('a migration of many applications', () => {
    it('is read as it was begun and as far as it has come', async () => {
      await store().migrations.add(batch('one'))
      expect(await store().migrations.get('one')).toEqual(batch('one'))
      expect(await store().migrations.get('none')).toBeUndefined()
      const report = [{ rule: 'r', count: 2, examples: [{ reference: reference(1), message: 'm' }] }]
      const further = batch('one', {
        status: 'running',
        cursor: instance(3),
        total: 5,
        ready: 3,
        report,
        changedAt: AT + 1,
      })
      expect(await store().migrations.advance(further, [failure('one', 2)])).toBe(true)
      expect(await store().migrations.get('one')).toEqual({ ...further, failed: 1 })
    })

    it('is listed newest first, within an agency', async () => {
      for (const id of ['one', 'two', 'three']) await store().migrations.add(batch(id))
      await store().migrations.add(batch('other', { agency: MOH }))
      const first = await store().migrations.list({ agency: MOJ, limit: 2 })
      expect(first.items.map(({ id }) => id)).toEqual(['three', 'two'])
      const rest = await store().migrations.list({ agency: MOJ, limit: 2, after: first.next ?? '' })
      expect(rest.items.map(({ id }) => id)).toEqual(['one'])
      expect((await store().migrations.list({ limit: 9 })).items).toHaveLength(4)
    })

    it('covers the running applications of its version that were there when it began', async () => {
      const other = { program: 'moj.record@1.0.1/main' as ProgramKey }
      await committed(store(), start(1), start(2), start(3), start(4, { created: other }), start(5, { agency: MOH }))
      await committed(store(), step(2, 1, { status: 'completed' }))
      await committed(store(), step(3, 1, { status: 'suspended', restated: true }))
      await store().migrations.add(batch('one'))
      await committed(store(), start(6))
      const found = (limit: number, more: Partial<MigrationBatch> = {}) =>
        store().migrations.candidates(batch('one', more), limit)
      expect(await found(9)).toEqual([instance(1), instance(3)])
      expect(await found(1)).toEqual([instance(1)])
      expect(await found(9, { cursor: instance(1) })).toEqual([instance(3)])
    })

    it('counts an application in the write that takes it along, and forgives what failed before', async () => {
      await committed(store(), start(1))
      await store().migrations.add(batch('one'))
      await store().migrations.advance(batch('one'), [failure('one', 1, { retry: true }), failure('one', 2)])
      expect(await store().migrations.candidates(batch('one', { pass: 1 }), 9)).toEqual([instance(1)])
      const counted = step(1, 1, { changes: [{ kind: 'countMigrated', batch: 'one', instance: instance(1) }] })
      await committed(store(), counted)
      expect(await store().commit(counted)).toEqual({ kind: 'conflict' })
      expect(await store().migrations.get('one')).toMatchObject({ migrated: 1, failed: 1 })
      const { items } = await store().migrations.failures({ batch: 'one', limit: 9 })
      expect(items).toEqual([failure('one', 2)])
    })

    it('forgets what failed of applications that have ended or left its version since', async () => {
      const other = { program: 'moj.record@1.0.1/main' as ProgramKey }
      await committed(store(), start(1), start(2, { created: other }), start(3), start(4))
      for (const id of ['one', 'two']) await store().migrations.add(batch(id))
      for (const id of ['one', 'two'])
        await store().migrations.advance(
          batch(id),
          [1, 2, 3, 4].map((n) => failure(id, n)),
        )
      await committed(store(), step(1, 1, { status: 'completed' }))
      await committed(store(), step(3, 1, { status: 'suspended', restated: true }))
      await store().migrations.forgive('one')
      const left = async (id: string) =>
        (await store().migrations.failures({ batch: id, limit: 9 })).items.map((one) => one.instance)
      expect(await left('one')).toEqual([instance(3), instance(4)])
      expect(await left('two')).toHaveLength(4)
    })

    it('says why it stands still until it goes on', async () => {
      await store().migrations.add(batch('one'))
      const standing = batch('one', { trouble: 'torn', due: AT + 5 })
      await store().migrations.advance(standing, [])
      expect(await store().migrations.get('one')).toEqual(standing)
      await store().migrations.advance(batch('one'), [])
      expect(await store().migrations.get('one')).toEqual(batch('one'))
      await store().migrations.advance(standing, [])
      await store().migrations.cancel('one', AT + 5)
      expect((await store().migrations.get('one'))?.trouble).toBeUndefined()
    })

    it('that waited longest and is due comes next; one that is over never does', async () => {
      await store().migrations.add(batch('one', { changedAt: AT + 2 }))
      await store().migrations.add(batch('two', { changedAt: AT + 1 }))
      await store().migrations.add(batch('later', { due: AT + 50 }))
      expect((await store().migrations.next(AT))?.id).toBe('two')
      expect((await store().migrations.next(AT + 50))?.id).toBe('later')
      await store().migrations.advance(batch('two', { status: 'completed', endedAt: AT }), [])
      expect((await store().migrations.next(AT))?.id).toBe('one')
    })

    it('is called off once, and nothing more is written to it', async () => {
      await store().migrations.add(batch('one'))
      expect(await store().migrations.isOpen('one')).toBe(true)
      expect(await store().migrations.cancel('one', AT + 5)).toBe(true)
      expect(await store().migrations.isOpen('one')).toBe(false)
      expect(await store().migrations.cancel('one', AT + 6)).toBe(false)
      expect(await store().migrations.advance(batch('one', { total: 9 }), [failure('one', 1)])).toBe(false)
      expect(await store().migrations.get('one')).toMatchObject({ status: 'canceled', endedAt: AT + 5, failed: 0 })
      expect(await store().migrations.next(AT + 9)).toBeUndefined()
    })
  })
}
