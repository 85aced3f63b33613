/** The judiciary's register of what is seized or mortgaged: which liens stand against a vehicle. */
import { described, record } from '../described.ts'
import { found, unknown, type Registry } from '../registry.ts'
import { BY_PLATE, dayFrom, PLATE, vehicleOf } from './vehicle.ts'

export const liens: Registry = {
  provider: 'PS/GOV/HJC/liens',
  title: { ar: 'الحجوزات والرهون', en: 'Liens' },
  memberName: 'High Judicial Council',
  services: [
    described({
      code: 'getByPlate',
      title: { ar: 'الحجوزات على مركبة', en: 'Liens on a vehicle' },
      method: 'GET',
      takes: BY_PLATE,
      gives: record({ plateNo: PLATE, liens: { type: 'array', items: { type: 'object' } } }),
      answer({ plateNo }, { now }) {
        const vehicle = vehicleOf(plateNo)
        if (vehicle === undefined) return unknown('plate')
        const standing = (vehicle.liens ?? []).map(({ lienNo, kind, daysAgo, authority }) => ({
          lienNo,
          kind,
          since: dayFrom(now, -daysAgo),
          authority: { ...authority },
        }))
        return found({ plateNo: vehicle.plateNo, liens: standing })
      },
    }),
  ],
}
