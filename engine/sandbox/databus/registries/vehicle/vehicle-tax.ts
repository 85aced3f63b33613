/** Customs and tax: whether anything is owed for a vehicle, or customs hold it. */
import { described, record } from '../described.ts'
import { found, unknown, type Registry } from '../registry.ts'
import { BY_PLATE, PLATE, vehicleOf } from './vehicle.ts'

export const vehicleTax: Registry = {
  provider: 'PS/GOV/MOF/vehicles-tax',
  title: { ar: 'جمارك المركبات وضرائبها', en: 'Customs and tax on vehicles' },
  memberName: 'Ministry of Finance',
  services: [
    described({
      code: 'getStatus',
      title: { ar: 'الوضع الضريبي والجمركي', en: 'Where a vehicle stands' },
      method: 'GET',
      takes: BY_PLATE,
      gives: record({
        plateNo: PLATE,
        status: { type: 'string', enum: ['clear', 'owing', 'hold'] },
        amount: { type: 'string' },
        currency: { type: 'string', enum: ['ILS'] },
      }),
      answer({ plateNo }) {
        const vehicle = vehicleOf(plateNo)
        if (vehicle === undefined) return unknown('plate')
        const { tax: status = 'clear' } = vehicle
        return found({
          plateNo: vehicle.plateNo,
          status,
          amount: status === 'owing' ? '820.00' : '0.00',
          currency: 'ILS',
        })
      },
    }),
  ],
}
