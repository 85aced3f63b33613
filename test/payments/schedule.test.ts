/** When a charge is sent again, asked about, or called unknown. */
import { expect, test } from 'vitest'
import { TIMING } from '../../engine/connectors/payments/config.ts'
import { askAgainAt, dueStep, resendAt } from '../../engine/connectors/payments/pursuit/schedule.ts'
import type { Charge, ChargeState } from '../../engine/core/charge.ts'
import { newCharge } from '../../engine/connectors/payments/task-input.ts'
import { aJob } from './street.ts'
import { NOW } from './switchboard.ts'

const DAY = 86_400_000

function charge(state: ChargeState, more: Partial<Charge> = {}): Charge {
  const fresh = newCharge(
    aJob(),
    { fspId: 'masar', switchId: 's', baseUrl: '', privateKey: '', keys: {}, ilpSecret: '' },
    NOW,
  )
  if ('kind' in fresh) throw new Error(fresh.detail)
  return { ...fresh, state, ...more }
}

test.each<[string, ChargeState, Partial<Charge>, number, string]>([
  ['not yet taken by the switch', 'created', {}, NOW, 'request'],
  ['sent eight times without an answer', 'created', { attempts: 8 }, NOW, 'doubt'],
  ['taken, and its time not over', 'requested', {}, NOW + DAY, 'none'],
  ['sent back by a passing fault', 'requested', { reason: '2003 busy' }, NOW + DAY, 'request'],
  ['just over, grace not yet', 'accepted', {}, NOW + 3 * DAY + 59_000, 'none'],
  ['over', 'accepted', {}, NOW + 3 * DAY + 60_000, 'ask'],
  ['over and asked four times in vain', 'accepted', { attempts: 4 }, NOW + 4 * DAY, 'doubt'],
  ['quoted, not acknowledged', 'quoted', { attempts: 3 }, NOW + 1000, 'quote'],
  ['promised', 'reserved', { transferId: 't' }, NOW + 1000, 'transfer'],
  ['promised, long over', 'reserved', { transferId: 't', attempts: 2 }, NOW + 30 * DAY, 'transfer'],
  ['promised, every question in vain', 'reserved', { transferId: 't', attempts: 5 }, NOW, 'doubt'],
  ['aborted, may be paid again', 'aborted', {}, NOW + DAY, 'none'],
  ['unknown after a promise', 'unknown', { transferId: 't', attempts: 500 }, NOW + 300 * DAY, 'transfer'],
  ['unknown without a promise', 'unknown', { attempts: 500 }, NOW + 300 * DAY, 'ask'],
  ['paid', 'committed', {}, NOW + 300 * DAY, 'none'],
  ['refused', 'rejected', {}, NOW + 300 * DAY, 'none'],
  ['expired', 'expired', {}, NOW + 300 * DAY, 'none'],
])('a charge %s: the next step is right', (_name, state, more, now, step) => {
  expect(dueStep(charge(state, more), now, TIMING)).toBe(step)
})

test('questions come after 30 seconds, 2, 10 and 30 minutes; in doubt after an hour, then ever later, at most six hours', () => {
  const minutes = (state: ChargeState, attempts: number) =>
    (askAgainAt(charge(state, { attempts }), NOW, TIMING) - NOW) / 60_000
  expect([0, 1, 2, 3].map((attempts) => minutes('reserved', attempts))).toEqual([0.5, 2, 10, 30])
  expect([0, 1, 2, 3, 1000].map((attempts) => minutes('unknown', attempts))).toEqual([60, 120, 240, 360, 360])
})

test('resends of many charges spread by a tenth each way', () => {
  const seconds = (attempts: number, fraction: number) =>
    (resendAt(charge('created', { attempts }), NOW, TIMING, fraction) - NOW) / 1000
  expect([seconds(0, 0), seconds(0, 0.5), seconds(0, 1)]).toEqual([9, 10, 11])
  expect(seconds(100, 0.5)).toBe(600)
})
