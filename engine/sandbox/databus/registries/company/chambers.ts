/** The chambers of commerce: membership of each company, its class by the capital. */
import type { JsonObject } from '../../../../core/json.ts'
import { described, record } from '../described.ts'
import { found, type Registry } from '../registry.ts'
import { digitsFrom } from './number.ts'
import { ACTIVITIES, COMPANY_NO, GOVERNORATE, MONEY, TEXT } from './words.ts'

/** Made-up bounds, in units of the capital's own currency. */
const CLASSES = [
  { name: 'first', from: 250_000 },
  { name: 'second', from: 50_000 },
  { name: 'third', from: 0 },
] as const

export const chambers: Registry = {
  provider: 'PS/ORG/CHAMBERS/membership',
  title: { ar: 'الغرف التجارية الصناعية', en: 'Chambers of commerce and industry' },
  memberName: 'Federation of Chambers',
  services: [
    described({
      code: 'register',
      title: { ar: 'قيد عضو', en: 'Enter a member' },
      method: 'POST',
      takes: record({
        companyNo: COMPANY_NO,
        name: TEXT,
        capital: MONEY,
        governorate: GOVERNORATE,
        activities: ACTIVITIES,
      }),
      gives: record({ membershipNo: { type: 'string' }, class: { type: 'string' }, chamber: TEXT }),
      answer({ companyNo, capital, governorate }) {
        const amount = Number((capital as JsonObject)['amount'])
        return found({
          membershipNo: `CH-${digitsFrom(`chamber ${String(companyNo)}`, 6)}`,
          class: CLASSES.find(({ from }) => amount >= from)?.name ?? 'third',
          chamber: {
            ar: `الغرفة التجارية الصناعية، ${String(governorate)}`,
            en: `Chamber of Commerce and Industry, ${String(governorate)}`,
          },
        })
      },
    }),
  ],
}
