/** The Land Authority: whose a parcel is, how large, and whether it is seized. */
import { described, record } from '../described.ts'
import { found, unknown, type Registry } from '../registry.ts'
import { NUMBER, ownersOf, parcelOf } from './parcel.ts'

export const land: Registry = {
  provider: 'PS/GOV/PLA/land',
  title: { ar: 'سجل الأراضي', en: 'Land register' },
  memberName: 'Land Authority',
  services: [
    described({
      code: 'getParcel',
      title: { ar: 'قطعة بحوضها وحيّها ورقمها', en: 'A parcel by basin, block and number' },
      method: 'GET',
      takes: record({ basin: NUMBER, block: NUMBER, parcel: NUMBER }),
      gives: record({
        basin: NUMBER,
        block: NUMBER,
        parcel: NUMBER,
        areaM2: { type: 'number' },
        status: { type: 'string', enum: ['registered', 'underSettlement', 'seized'] },
        owners: { type: 'array', items: { type: 'object' } },
      }),
      answer({ basin, block, parcel }) {
        const entry = parcelOf(basin, block, parcel)
        if (entry === undefined) return unknown('parcel')
        const { areaM2, status = 'registered' } = entry
        const place = { basin: String(basin), block: String(block), parcel: String(parcel) }
        return found({ ...place, areaM2, status, owners: ownersOf(entry) })
      },
    }),
  ],
}
