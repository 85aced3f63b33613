/** The municipality: a craft licence at once for quiet trades, after an inspection for workshops, factories and kitchens. */
import { described, record } from '../described.ts'
import { found, type Registry } from '../registry.ts'
import { digitsFrom } from './number.ts'
import { ACTIVITIES, COMPANY_NO, GOVERNORATE, LOCALITY, TEXT } from './words.ts'

/** Manufacturing, waste, repair of vehicles, food: the first two digits of the activity. */
const INSPECTED = /^(?:1[0-9]|2[0-9]|3[0-39]|45|56)/
const DAY = 86_400_000

export const craftLicence: Registry = {
  provider: 'PS/GOV/LGU/craft-licence',
  title: { ar: 'رخص الحرف والصناعات', en: 'Craft and industry licences' },
  memberName: 'Ministry of Local Government',
  services: [
    described({
      code: 'apply',
      title: { ar: 'طلب رخصة حرفة', en: 'Apply for a craft licence' },
      method: 'POST',
      takes: record({
        companyNo: COMPANY_NO,
        name: TEXT,
        governorate: GOVERNORATE,
        locality: LOCALITY,
        activities: ACTIVITIES,
      }),
      gives: record({
        applicationNo: { type: 'string' },
        state: { type: 'string', enum: ['issued', 'inspection'] },
        licenceNo: { type: 'string', nullable: true },
        inspectionOn: { type: 'string', format: 'date', nullable: true },
        municipality: TEXT,
      }),
      answer({ companyNo, locality, activities }, { now }) {
        const number = digitsFrom(`licence ${String(companyNo)}`, 6)
        const inspected = (activities as readonly string[]).some((it) => INSPECTED.test(it))
        return found({
          applicationNo: `CL-${number}`,
          state: inspected ? 'inspection' : 'issued',
          licenceNo: inspected ? null : `L-${number}`,
          inspectionOn: inspected ? new Date(now + 7 * DAY).toISOString().slice(0, 10) : null,
          municipality: { ar: `بلدية ${String(locality)}`, en: `Municipality of ${String(locality)}` },
        })
      },
    }),
  ],
}
