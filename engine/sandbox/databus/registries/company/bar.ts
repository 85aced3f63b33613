/** The Bar: whether an attorney may practise today. Made-up attorneys. */
import { described, record } from '../described.ts'
import { found, unknown, type Registry } from '../registry.ts'
import register from './lawyers.json' with { type: 'json' }
import { TEXT } from './words.ts'

const BAR_NO = { type: 'string', pattern: '^BAR-[0-9]{4}$' }

export const bar: Registry = {
  provider: 'PS/ORG/BAR/lawyers',
  title: { ar: 'نقابة المحامين', en: 'Bar Association' },
  memberName: 'Bar Association',
  services: [
    described({
      code: 'getStatus',
      title: { ar: 'حالة محامٍ', en: 'Standing of an attorney' },
      method: 'GET',
      takes: record({ barNo: BAR_NO }),
      gives: record({
        barNo: BAR_NO,
        name: TEXT,
        status: { type: 'string', enum: ['active', 'suspended', 'struckOff'] },
        since: { type: 'string', format: 'date' },
      }),
      answer({ barNo }) {
        const lawyer = register.lawyers.find((it) => it.barNo === barNo)
        return lawyer ? found({ ...lawyer }) : unknown('attorney')
      },
    }),
  ],
}
