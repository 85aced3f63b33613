/** The inspection centres: how a vehicle's last technical inspection ended. */
import { described, record } from '../described.ts'
import { found, unknown, type Registry } from '../registry.ts'
import { BY_PLATE, dayFrom, PLATE, vehicleOf } from './vehicle.ts'

const DEFECTS = [{ ar: 'كفاءة الفرامل دون الحد', en: 'Brakes below the limit' }]

export const inspection: Registry = {
  provider: 'PS/GOV/MOT/inspection',
  title: { ar: 'الفحص الفني للمركبات', en: 'Technical inspection' },
  memberName: 'Ministry of Transport',
  services: [
    described({
      code: 'getResult',
      title: { ar: 'نتيجة الفحص الفني', en: 'Result of the inspection' },
      method: 'GET',
      takes: BY_PLATE,
      gives: record({ plateNo: PLATE, inspection: { type: 'object', nullable: true } }),
      answer({ plateNo }, { now }) {
        const vehicle = vehicleOf(plateNo)
        if (vehicle === undefined) return unknown('plate')
        const failed = vehicle.inspection === 'failed'
        return found({
          plateNo: vehicle.plateNo,
          inspection: {
            result: failed ? 'failed' : 'passed',
            centre: { ar: 'مركز فحص الاختبار، البيرة', en: 'Test Inspection Centre, Al-Bireh' },
            inspectedOn: dayFrom(now, -9),
            validUntil: dayFrom(now, failed ? -9 : 51),
            defects: failed ? DEFECTS : [],
          },
        })
      },
    }),
  ],
}
