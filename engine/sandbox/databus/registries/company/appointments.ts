/** The central appointment system: an hour at an office for a person, the next one free from the third day on. */
import { described, record } from '../described.ts'
import { found, type Registry } from '../registry.ts'
import { digitsFrom } from './number.ts'
import { GOVERNORATE, TEXT } from './words.ts'

const DAY = 86_400_000
/** Friday and Saturday. */
const CLOSED: readonly number[] = [5, 6]

export const appointments: Registry = {
  provider: 'PS/GOV/MTDE/mawaeed',
  title: { ar: 'مواعيد', en: 'Mawaeed appointments' },
  memberName: 'Ministry of Telecommunications and Digital Economy',
  services: [
    described({
      code: 'bookSlot',
      title: { ar: 'حجز موعد', en: 'Book an appointment' },
      method: 'POST',
      takes: record({
        office: { type: 'string', minLength: 1, maxLength: 60 },
        governorate: GOVERNORATE,
        person: record({ name: TEXT, id: { type: 'string', minLength: 5, maxLength: 30 } }),
        reference: { type: 'string', minLength: 1, maxLength: 40 },
      }),
      gives: record({ slotNo: { type: 'string' }, at: { type: 'string', format: 'date-time' }, place: TEXT }),
      answer({ office, governorate, person, reference }, { now }) {
        return found({
          slotNo: `SLOT-${digitsFrom(JSON.stringify([office, person, reference]), 6)}`,
          at: `${openDay(now + 3 * DAY)}T08:00:00Z`,
          place: {
            ar: `دائرة مراقبة الشركات، ${String(governorate)}`,
            en: `Companies Controller's office, ${String(governorate)}`,
          },
        })
      },
    }),
  ],
}

function openDay(time: number): string {
  const day = new Date(time)
  return CLOSED.includes(day.getUTCDay()) ? openDay(time + DAY) : day.toISOString().slice(0, 10)
}
