/** The tax authority: one number for income tax and value added tax, given to each new company once; and clearances. */
import { described, record } from '../described.ts'
import { taxClearance } from '../permit/tax-clearance.ts'
import { found, type Registry } from '../registry.ts'
import { digitsFrom } from './number.ts'
import { COMPANY_NO, COMPANY_TYPE, GOVERNORATE, MONEY, TEXT } from './words.ts'

const TAX_NO = { type: 'string', pattern: '^7[0-9]{8}$' }

export const tax: Registry = {
  provider: 'PS/GOV/MOF/tax',
  title: { ar: 'ضريبة الدخل وضريبة القيمة المضافة', en: 'Income tax and value added tax' },
  memberName: 'Ministry of Finance',
  services: [
    taxClearance,
    described({
      code: 'registerTaxpayer',
      title: { ar: 'فتح ملف ضريبي', en: 'Register a taxpayer' },
      method: 'POST',
      takes: record({
        companyNo: COMPANY_NO,
        name: TEXT,
        type: COMPANY_TYPE,
        capital: MONEY,
        governorate: GOVERNORATE,
        startsOn: { type: 'string', format: 'date' },
      }),
      gives: record({ taxNo: TAX_NO, office: TEXT, registeredOn: { type: 'string', format: 'date' } }),
      answer: ({ companyNo, governorate }, { now }) =>
        found({
          taxNo: `7${digitsFrom(`tax ${String(companyNo)}`, 8)}`,
          office: {
            ar: `مكتب الضريبة، ${String(governorate)}`,
            en: `Tax office, ${String(governorate)}`,
          },
          registeredOn: new Date(now).toISOString().slice(0, 10),
        }),
    }),
  ],
}
