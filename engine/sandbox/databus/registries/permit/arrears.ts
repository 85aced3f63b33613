/** The municipality's accounts: what is owed to it for a parcel. */
import { described, record } from '../described.ts'
import { found, unknown, type Registry } from '../registry.ts'
import { AMOUNT, ILS, parcelOf, PERSON, STANDING } from './parcel.ts'

const PLACE = { type: 'string', pattern: '^[0-9]{1,6}/[0-9]{1,6}/[0-9]{1,6}$' }

export const arrears: Registry = {
  provider: 'PS/GOV/LGU/arrears',
  title: { ar: 'ذمم البلدية', en: 'Municipal dues' },
  memberName: 'Ministry of Local Government',
  services: [
    described({
      code: 'getStatus',
      title: { ar: 'الذمم على قطعة', en: 'What is owed for a parcel' },
      method: 'GET',
      takes: record({ ...PERSON, parcel: PLACE }, Object.keys(PERSON)),
      gives: record({ status: STANDING, amount: AMOUNT, currency: ILS }),
      answer({ parcel }) {
        const [basin, block, number] = String(parcel).split('/')
        const entry = parcelOf(basin, block, number)
        if (entry === undefined) return unknown('parcel')
        const { arrears: owed } = entry
        return found({ status: owed === undefined ? 'clear' : 'owing', amount: owed ?? '0.00', currency: 'ILS' })
      },
    }),
  ],
}
