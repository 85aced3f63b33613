/** The insurers' pool: whether a vehicle is insured. Who is not listed otherwise is, for another half year. */
import { described, record } from '../described.ts'
import { found, unknown, type Registry } from '../registry.ts'
import { BY_PLATE, dayFrom, PLATE, vehicleOf } from './vehicle.ts'

export const motorInsurance: Registry = {
  provider: 'PS/GOV/PCMA/motor',
  title: { ar: 'تأمين المركبات', en: 'Motor insurance' },
  memberName: 'Capital Market Authority',
  services: [
    described({
      code: 'getPolicy',
      title: { ar: 'وثيقة تأمين مركبة', en: 'The policy of a vehicle' },
      method: 'GET',
      takes: BY_PLATE,
      gives: record({ plateNo: PLATE, policy: { type: 'object', nullable: true } }),
      answer({ plateNo }, { now }) {
        const vehicle = vehicleOf(plateNo)
        if (vehicle === undefined) return unknown('plate')
        const policy = {
          policyNo: `P-${vehicle.plateNo}`,
          insurer: { ar: 'شركة تأمين الاختبار', en: 'Test Insurance Company' },
          kind: 'comprehensive',
          status: 'valid',
          validFrom: dayFrom(now, -180),
          validUntil: dayFrom(now, 185),
        }
        return found({ plateNo: vehicle.plateNo, policy: vehicle.insured === false ? null : policy })
      },
    }),
  ],
}
