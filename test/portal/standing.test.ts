import { describe, expect, test, vi } from 'vitest'
import type { Charge } from '../../engine/core/charge.ts'
import type { Told } from '../../engine/core/timeline/timeline.ts'
import type { Language } from '../../engine/core/text.ts'
import { standingHtml, termsHtml, type Reader } from '../../engine/http/pages/portal/application/standing.ts'
import { timelineHtml } from '../../engine/http/pages/portal/application/timeline.ts'
import { told } from './told.ts'

vi.setConfig({ testTimeout: 60_000 })

const NOW = Date.UTC(2026, 0, 5, 9)

const reader = (language: Language, more: Partial<Reader> = {}): Reader => ({
  language,
  now: NOW,
  charges: [],
  terms: [],
  payerPage: () => undefined,
  ...more,
})

/** What a person reads. */
const plain = (markup: { toString(): string }): string =>
  markup
    .toString()
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')

async function stands(language: Language, test: string, steps?: number, more: Partial<Told> = {}): Promise<string> {
  const { standing } = await told('moj.non-conviction', test, steps, more)
  return plain(standingHtml(standing, reader(language)))
}

describe('a refusal', () => {
  test('is told in Arabic with its ground, the article, and until when and where one may appeal', async () => {
    const says = await stands('ar', 'match-refused')
    expect(says).toContain('رُفض طلبك')
    expect(says).toContain('يوجد حكم نهائي مقيد في السجل العدلي.')
    expect(says).toContain('قرار مجلس الوزراء رقم 97 لسنة 2005')
    expect(says).toContain('خلال 60 يومًا، أي حتى 5 آذار 2026')
    expect(says).toContain('المحكمة الإدارية المختصة')
    expect(says).toContain('لا يُرد عند الرفض')
  })

  test('is told in English alike', async () => {
    const says = await stands('en', 'match-refused')
    expect(says).toContain('within 60 days, that is until 5 March 2026')
    expect(says).toContain('the competent administrative court')
  })
})

describe('a payment', () => {
  const charge = (more: Partial<Charge>): Charge =>
    ({
      id: 'c1',
      billNo: 'B-1',
      money: { amount: '25.00', currency: 'ILS' },
      state: 'requested',
      payer: '{"partyIdType":"MSISDN","partyIdentifier":"970590001234"}',
      createdAt: NOW,
      changedAt: NOW,
      expires: NOW + 3 * 86_400_000,
      ...more,
    }) as Charge

  test('is asked for with every way to pay: the request, the page of the switch, cash with the bill number', async () => {
    const charges = [charge({})]
    const { standing } = await told('moj.non-conviction', 'match-refused', 0, { charges })
    const page = standingHtml(standing, reader('en', { charges, payerPage: (id) => `https://pay.example/${id}` }))
    expect(page.toString()).toContain('href="https://pay.example/c1"')
    expect(plain(page)).toContain('…1234')
    expect(plain(page)).not.toContain('970590001234')
    expect(plain(page)).toContain('with the bill number B-1')
  })

  test('that nobody knows the end of is said to be verified, and not to be paid again', async () => {
    const says = await stands('ar', 'match-refused', 0, { charges: [charge({ state: 'unknown' })] })
    expect(says).toContain('نتحقق من دفعتك')
    expect(says).toContain('لا تدفع ثانية')
  })
})

test('a term of law says its day, that it is over, or since when it stands still', () => {
  const deadline = { id: 'd', title: { ar: 'البت', en: 'Decision' }, duration: 'P3WD', verified: true }
  const says = (more: object) =>
    plain(termsHtml(reader('en', { terms: [{ clock: '1/d', deadline, started: 0, ...more }] })) || '')
  expect(says({ due: NOW + 86_400_000 })).toContain('Decision: 3 working days, that is until 6 January 2026')
  expect(says({ due: NOW - 86_400_000 })).toContain('which ended on 4 January 2026')
  expect(says({ stoppedSince: NOW })).toContain('The time stands still since 5 January 2026')
})

test('no name of a person who works on it stands in what an applicant reads', async () => {
  const { entries, standing } = await told('moj.non-conviction', 'correction-with-answer')
  const page = `${timelineHtml(entries, 'en').toString()}${standingHtml(standing, reader('en')).toString()}`
  expect(page).not.toMatch(/clerk\.rana|supervisor\.huda/)
})
