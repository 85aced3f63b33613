/** The agencies asked for their opinion on a building permit: each takes the request and answers later, by a message of its own. */
import type { JsonObject } from '../../../../core/json.ts'
import type { Text } from '../../../../core/text.ts'
import { digitsFrom } from '../company/number.ts'
import { GOVERNORATE, LOCALITY } from '../company/words.ts'
import { described, record } from '../described.ts'
import { found, type Registry } from '../registry.ts'
import { NUMBER } from './parcel.ts'

const AGENCIES: readonly { readonly provider: string; readonly title: Text }[] = [
  { provider: 'PS/GOV/MOTA', title: { ar: 'السياحة والآثار', en: 'Tourism and Antiquities' } },
  { provider: 'PS/ORG/ENGINEERS', title: { ar: 'نقابة المهندسين', en: 'Engineers Syndicate' } },
  { provider: 'PS/GOV/PCD', title: { ar: 'الدفاع المدني', en: 'Civil Defence' } },
  { provider: 'PS/GOV/MOH', title: { ar: 'الصحة', en: 'Health' } },
  { provider: 'PS/GOV/MPWH', title: { ar: 'الأشغال العامة والإسكان', en: 'Public Works and Housing' } },
  { provider: 'PS/ORG/ELECTRICITY', title: { ar: 'توزيع الكهرباء', en: 'Electricity distribution' } },
]

const REQUEST_NO = { type: 'string', pattern: '^OP-[0-9]{8}$' } satisfies JsonObject
const COUNT = { type: 'integer', minimum: 1, maximum: 1000 } satisfies JsonObject

/** The number follows from what was asked: asked again, or reminded, the same request is answered. */
export const opinions: readonly Registry[] = AGENCIES.map(({ provider, title }) => ({
  provider: `${provider}/permits`,
  title: { ar: `رخص البناء: ${title.ar}`, en: `Building permits: ${title.en}` },
  memberName: title.en,
  services: [
    described({
      code: 'requestOpinion',
      title: { ar: 'طلب رأي في رخصة بناء', en: 'Ask for an opinion on a building permit' },
      method: 'POST',
      takes: record({
        reference: { type: 'string', minLength: 3, maxLength: 40 },
        round: COUNT,
        reminder: { type: 'boolean' },
        site: record({ governorate: GOVERNORATE, locality: LOCALITY, basin: NUMBER, block: NUMBER, parcel: NUMBER }),
        building: record({
          use: { type: 'string', enum: ['residential', 'commercial', 'industrial', 'public', 'mixed'] },
          floors: COUNT,
          areaM2: { type: 'number', minimum: 0 },
          publicBuilding: { type: 'boolean' },
          extension: { type: 'boolean' },
        }),
        drawings: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        answerWithin: { type: 'string', pattern: '^P[0-9]+(WD|D)$' },
      }),
      gives: record({ requestNo: REQUEST_NO, receivedOn: { type: 'string', format: 'date' } }),
      answer: ({ reference, round }, { now }) =>
        found({
          requestNo: `OP-${digitsFrom(`${provider} ${String(reference)} ${String(round)}`, 8)}`,
          receivedOn: new Date(now).toISOString().slice(0, 10),
        }),
    }),
  ],
}))
