/** Who may act for which company, and the record of it. */
import { describe, expect, it } from 'vitest'
import type { Company } from '../../../engine/core/company.ts'
import type { Mandate } from '../../../engine/core/mandate.ts'
import type { Store } from '../../../engine/core/store.ts'
import { AT, instance, start, committed, openTask, user } from './given.ts'

const SANABEL: Company = { number: '562400101', name: { ar: 'سنابل', en: 'Sanabel' } }
const BAYADER: Company = { number: '562400102', name: { ar: 'بيادر', en: 'Bayader' } }
const LAYLA = user('900000001')

const mandate = (n: number, more: Partial<Mandate> = {}): Mandate => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  company: SANABEL.number,
  holder: LAYLA,
  role: 'representative',
  source: 'portal',
  starts: AT,
  givenBy: 'user:900000002 for company:562400101',
  givenAt: AT + n,
  ...more,
})

export function mandates(store: () => Store): void {
  const kept = (): Store['mandates'] => store().mandates

  describe('a mandate', () => {
    it('is kept as it is given, with the company as it is called', async () => {
      const whole = mandate(1, { services: ['moj.record'], ends: AT + 100 })
      await kept().grant(whole, SANABEL)
      expect(await kept().get(whole.id)).toEqual(whole)
      expect(await kept().company(SANABEL.number)).toEqual(SANABEL)
      await kept().grant(mandate(2), { ...SANABEL, name: { ar: 'سنابل الخير', en: 'Sanabel Al-Khair' } })
      expect((await kept().company(SANABEL.number))?.name.en).toBe('Sanabel Al-Khair')
      expect(await kept().company(BAYADER.number)).toBeUndefined()
      expect(await kept().get('none')).toBeUndefined()
    })

    it('is held from its first moment until before its last, or until it is revoked', async () => {
      await kept().grant(mandate(1, { starts: AT + 10, ends: AT + 20 }), SANABEL)
      await kept().grant(mandate(2, { company: BAYADER.number, source: 'register' }), BAYADER)
      await kept().grant(mandate(3, { holder: user('900000003') }), SANABEL)
      const held = async (now: number) => (await kept().heldBy(LAYLA, now)).map((one) => one.company.name.en)
      expect(await held(AT + 9)).toEqual(['Bayader'])
      expect(await held(AT + 10)).toEqual(['Sanabel', 'Bayader'])
      expect(await held(AT + 20)).toEqual(['Bayader'])
      expect(await kept().revoke(mandate(2).id, AT + 30, 'user:x')).toBe(true)
      expect(await held(AT + 30)).toEqual([])
    })

    it('is revoked once and kept, with who did it', async () => {
      await kept().grant(mandate(1), SANABEL)
      expect(await kept().revoke(mandate(1).id, AT + 5, 'user:900000002')).toBe(true)
      expect(await kept().revoke(mandate(1).id, AT + 6, 'user:somebody')).toBe(false)
      expect(await kept().revoke('none', AT + 6, 'user:somebody')).toBe(false)
      const [only] = await kept().list({ company: SANABEL.number })
      expect(only?.mandate).toEqual({ ...mandate(1), revokedAt: AT + 5, revokedBy: 'user:900000002' })
    })

    it('is listed by company and by holder, the newest first, after them those that were revoked', async () => {
      await kept().grant(mandate(1), SANABEL)
      await kept().grant(mandate(2, { company: BAYADER.number }), BAYADER)
      await kept().grant(mandate(3, { holder: user('900000003') }), SANABEL)
      const listed = async (query: Parameters<Store['mandates']['list']>[0]) =>
        (await kept().list(query)).map((one) => one.mandate.givenAt - AT)
      expect(await listed({})).toEqual([3, 2, 1])
      expect(await listed({ company: SANABEL.number })).toEqual([3, 1])
      expect(await listed({ holder: LAYLA })).toEqual([2, 1])
      await kept().revoke(mandate(3).id, AT + 5, 'user:x')
      expect(await listed({})).toEqual([2, 1, 3])
    })

    it('is in the record when it is given, used and revoked, line by line and for good', async () => {
      await kept().grant(mandate(1), SANABEL)
      await kept().grant(mandate(2, { company: BAYADER.number }), BAYADER)
      await kept().use({ at: AT + 3, company: SANABEL.number, holder: LAYLA, by: 'user:900000001' })
      await kept().revoke(mandate(1).id, AT + 4, 'user:900000002')
      const query = { company: SANABEL.number, limit: 2 }
      const first = await kept().record(query)
      expect(first.items).toEqual([
        {
          kind: 'revoked',
          at: AT + 4,
          company: SANABEL.number,
          holder: LAYLA,
          mandate: mandate(1).id,
          by: 'user:900000002',
        },
        { kind: 'used', at: AT + 3, company: SANABEL.number, holder: LAYLA, by: 'user:900000001' },
      ])
      const second = await kept().record({ ...query, after: first.next ?? '' })
      expect(second.items.map(({ kind, at }) => [kind, at])).toEqual([['granted', AT + 1]])
      expect(second.next).toBeUndefined()
    })

    it('narrows what is listed to its services', async () => {
      const applicant = user('company:562400101')
      const program = 'moj.other@1.0.0/main' as never
      await committed(store(), start(1, { created: { applicant }, changes: [openTask(1, 2, { assignee: applicant })] }))
      await committed(store(), start(2, { created: { applicant, program } }))
      const ofServices = async (services: readonly string[]) =>
        (await store().instances.list({ applicant, services, limit: 9 })).items.map(({ id }) => id)
      expect(await ofServices(['moj.record'])).toEqual([instance(1)])
      expect(await ofServices(['moj.other', 'moj.record'])).toEqual([instance(2), instance(1)])
      expect(await ofServices(['moj'])).toEqual([])
      const tasks = async (services: readonly string[]) =>
        (
          await store().tasks.list({
            agency: 'moj' as never,
            status: 'open',
            visibleTo: { user: applicant, groups: [] },
            services,
            limit: 9,
          })
        ).items.length
      expect([await tasks(['moj.record']), await tasks(['moj.other'])]).toEqual([1, 0])
    })
  })
}
