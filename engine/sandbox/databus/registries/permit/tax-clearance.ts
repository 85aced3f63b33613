/** The tax authority: whether a person owes, and the clearance of one who does not. */
import { digitsFrom } from '../company/number.ts'
import { described, record } from '../described.ts'
import { found, unknown } from '../registry.ts'
import { AMOUNT, ILS, isKnown, PERSON, STANDING, TAX_OWING } from './parcel.ts'

export const taxClearance = described({
  code: 'getClearance',
  title: { ar: 'براءة ذمة ضريبية', en: 'Tax clearance' },
  method: 'GET',
  takes: record(PERSON, Object.keys(PERSON)),
  gives: record({
    status: STANDING,
    amount: AMOUNT,
    currency: ILS,
    clearanceNo: { type: 'string', nullable: true },
  }),
  answer(asked) {
    if (!isKnown(asked)) return unknown('taxpayer')
    const person = String(asked['nationalId'] ?? asked['passportNo'])
    const owed = TAX_OWING[person]
    const clearanceNo = owed === undefined ? `TC-${digitsFrom(`clearance ${person}`, 6)}` : null
    return found({
      status: owed === undefined ? 'clear' : 'owing',
      amount: owed ?? '0.00',
      currency: 'ILS',
      clearanceNo,
    })
  },
})
