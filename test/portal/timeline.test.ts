import { describe, expect, test, vi } from 'vitest'
import type { Charge, ChargeState } from '../../engine/core/charge.ts'
import type { Timeline, TimelineEntry } from '../../engine/core/timeline/timeline.ts'
import { told } from './told.ts'

vi.setConfig({ testTimeout: 60_000 })

/** An entry in one line of English. */
function line(entry: TimelineEntry): string {
  if (entry.kind === 'step') {
    const { holder } = entry
    const who =
      holder.kind === 'role'
        ? holder.titles.map(({ en }) => en).join(', ')
        : 'service' in holder
          ? holder.service
          : holder.kind
    return `${entry.name.en} [${who}] ${entry.ended?.outcome ?? 'now'}`
  }
  if (entry.kind === 'asked') return `asked: ${entry.name.en} ${entry.ended?.outcome ?? 'now'}`
  if (entry.kind === 'reached') return `reached: ${entry.name.en}`
  if (entry.kind === 'fee') return `fee ${entry.change} ${entry.money.amount}`
  return entry.kind
}

const lines = ({ entries }: Timeline): readonly string[] => entries.map(line)

const PERSON = 'PS/GOV/MOI/civil-registry/getPerson/v1'
const RECORD = 'PS/GOV/MOJ/judicial-record/checkPerson/v1'

describe('what a citizen is told of an application', () => {
  test('is who did what, by office and not by name, up to the decision', async () => {
    const timeline = await told('moj.non-conviction', 'match-refused')
    expect(lines(timeline)).toEqual([
      'received',
      `Identify the applicant [${PERSON}] done`,
      `Search the judicial record [${RECORD}] done`,
      'Review the judgment [Judicial-record clerk] done',
      'A second person confirms the decision [Record supervisor] done',
      'refused',
      'reached: Refused',
      'over',
    ])
    expect(JSON.stringify(timeline)).not.toMatch(/clerk\.rana|supervisor\.huda|rehabilitat|proposal/)
  })

  test('of a refusal is every ground with its article, to whom to appeal and until when, and why the fee is kept', async () => {
    const { standing } = await told('moj.non-conviction', 'match-refused')
    expect(standing).toMatchObject({
      kind: 'decided',
      isOver: true,
      by: {
        kind: 'refused',
        grounds: [
          {
            text: { en: 'A final judgment stands in the judicial record.' },
            article: { ar: expect.stringContaining('97') as string },
          },
        ],
        appeal: { days: 60, to: { en: 'the competent administrative court' } },
        feeStatement: { en: expect.stringContaining('not refunded') as string },
      },
    })
  })

  test('while a clerk has it is which office, under which article and until when', async () => {
    const { standing } = await told('moj.non-conviction', 'match-refused', 0)
    expect(standing).toMatchObject({
      kind: 'with',
      steps: [
        {
          name: { ar: 'مراجعة الحكم', en: 'Review the judgment' },
          holder: { kind: 'role', titles: [{ ar: 'موظف السجل العدلي' }] },
          due: Date.parse('2026-01-07T08:00:00Z'),
          term: { deadline: { duration: 'P3WD' }, legalBasis: { id: 'judicial-record' } },
        },
      ],
    })
  })

  test('when something is asked of them is the question, until when, and afterwards that they answered', async () => {
    const asked = await told('moj.non-conviction', 'correction-with-answer', 4)
    expect(asked.standing).toMatchObject({
      kind: 'answer',
      asked: [
        {
          question: 'ما اسم والدتك، وهل سكنت جنين سنة 2012؟',
          due: Date.parse('2026-01-15T08:00:00Z'),
          task: expect.stringMatching(/^[0-9A-Z]{26}:\d+$/) as string,
        },
      ],
    })
    const answered = await told('moj.non-conviction', 'correction-with-answer')
    expect(lines(answered)).toContain('asked: Complete your application answered')
    const lapsed = await told('moj.non-conviction', 'correction-lapsed')
    expect(lines(lapsed)).toContain('asked: Complete your application lapsed')
  })

  test('names a certificate that was issued, and nothing that Masar decided in a moment', async () => {
    const timeline = await told('moj.non-conviction', 'clear-self', 2)
    expect(lines(timeline)).toEqual([
      'received',
      `Identify the applicant [${PERSON}] done`,
      `Search the judicial record [${RECORD}] done`,
      'Confirm a clear record [Judicial-record clerk] done',
      'reached: Issued',
    ])
    expect(timeline.standing).toMatchObject({ kind: 'decided', isOver: false, by: { name: { ar: 'صدرت' } } })
  })

  test('while it waits for somebody outside is what it waits for', async () => {
    const { standing } = await told('mot.vehicle-renewal', 'inspection-after-12-days', 0)
    expect(standing).toMatchObject({ kind: 'waiting' })
    expect(JSON.stringify(standing)).toMatch(/inspection/i)
  })
})

describe('of the fee', () => {
  const charge = (state: ChargeState, more: Partial<Charge> = {}): Charge =>
    ({
      id: 'c1',
      billNo: 'B-1',
      money: { amount: '25.00', currency: 'ILS' },
      state,
      createdAt: 1,
      changedAt: 5,
      expires: 99,
      ...more,
    }) as Charge
  const fee = async (...charges: readonly Charge[]) => {
    const timeline = await told('moj.non-conviction', 'match-refused', 0, { charges, records: [] })
    return { lines: lines(timeline), standing: timeline.standing.kind }
  }

  test('a citizen is told that it is asked for, until it is certain how it ended', async () => {
    for (const state of ['created', 'requested', 'accepted', 'quoted', 'reserved', 'aborted'] as const)
      expect(await fee(charge(state))).toEqual({ lines: ['fee asked 25.00'], standing: 'pay' })
    expect(await fee(charge('committed', { completedAt: 4 }))).toMatchObject({
      lines: ['fee asked 25.00', 'fee paid 25.00'],
    })
    expect((await fee(charge('rejected'))).lines).toEqual(['fee asked 25.00', 'fee notPaid 25.00'])
  })

  test('that nobody knows yet, where the switch has not said it: neither paid nor unpaid', async () => {
    expect(await fee(charge('unknown'))).toEqual({
      lines: ['fee asked 25.00', 'fee unknown 25.00'],
      standing: 'verifying',
    })
  })

  test('that was asked for again, only the one that is open', async () => {
    expect((await fee(charge('rejected'), charge('requested', { id: 'c2', createdAt: 9 }))).standing).toBe('pay')
  })
})
