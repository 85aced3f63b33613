/** The traffic police: which fines of a vehicle are open, and that one was paid. */
import type { JsonObject } from '../../../../core/json.ts'
import { described, record } from '../described.ts'
import { conflicting, found, unknown, type Registry } from '../registry.ts'
import { BY_PLATE, dayFrom, PLATE, vehicleOf, type Vehicle } from './vehicle.ts'

const FINE_NOS = { type: 'array', minItems: 1, maxItems: 100, items: { type: 'string', maxLength: 40 } }

export const trafficFines: Registry = {
  provider: 'PS/GOV/POLICE/fines',
  title: { ar: 'مخالفات السير', en: 'Traffic fines' },
  memberName: 'Police',
  services: [
    described({
      code: 'getOpenFines',
      title: { ar: 'مخالفات غير مدفوعة', en: 'Open fines' },
      method: 'GET',
      takes: BY_PLATE,
      gives: record({ plateNo: PLATE, fines: { type: 'array', items: { type: 'object' } } }),
      answer({ plateNo }, { now }) {
        const vehicle = vehicleOf(plateNo)
        return vehicle ? found({ plateNo: vehicle.plateNo, fines: openOf(vehicle, now) }) : unknown('plate')
      },
    }),
    described({
      code: 'registerPayment',
      title: { ar: 'قيد دفع مخالفات', en: 'Enter a payment of fines' },
      method: 'POST',
      takes: record({
        plateNo: PLATE,
        fineNos: FINE_NOS,
        receiptNo: { type: 'string', minLength: 1, maxLength: 80 },
        amount: { type: 'string', pattern: '^[0-9]+\\.[0-9]{2}$' },
      }),
      gives: record({ plateNo: PLATE, fineNos: FINE_NOS, registered: { type: 'boolean', enum: [true] } }),
      answer({ plateNo, fineNos, amount }, { now }) {
        const vehicle = vehicleOf(plateNo)
        if (vehicle === undefined) return unknown('plate')
        const numbers = fineNos as readonly string[]
        const due = openOf(vehicle, now)
          .filter((it) => numbers.includes(String(it['fineNo'])))
          .reduce((sum, it) => sum + Number(it['amount']), 0)
        if (due !== Number(amount)) return conflicting('AMOUNT_DIFFERS', `Expected ${due.toFixed(2)} for these fines`)
        return found({ plateNo: vehicle.plateNo, fineNos: [...numbers], registered: true })
      },
    }),
  ],
}

const openOf = ({ fines = [] }: Vehicle, now: number): readonly JsonObject[] =>
  fines.map(({ fineNo, amount, daysAgo, offence }) => ({
    fineNo,
    amount,
    currency: 'ILS',
    date: dayFrom(now, -daysAgo),
    offence: { ...offence },
  }))
