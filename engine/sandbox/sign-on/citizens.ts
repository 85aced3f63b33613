/**
 * The living people of the sandbox's civil registry, as the national sign-on knows them: by the number on their ID, and with
 * the companies the register of companies names them a signatory of.
 */
import companies from '../databus/registries/company/companies.json' with { type: 'json' }
import registry from '../databus/registries/people.json' with { type: 'json' }
import type { JsonValue } from '../../core/json.ts'
import type { Text } from '../../core/text.ts'
import type { SignOnPerson } from './people.ts'

export const citizens = (): readonly SignOnPerson[] =>
  registry.people.flatMap(({ nationalId, name: { ar }, alive, purpose }) =>
    nationalId === undefined || !alive
      ? []
      : [
          {
            subject: `citizen-${nationalId}`,
            name: `${ar.first} ${ar.father} ${ar.family}`,
            note: noteOn(nationalId, purpose),
            claims: { national_id: nationalId, companies: signedForBy(nationalId) },
          },
        ],
  )

const signatories = (nationalId: string) =>
  companies.companies.filter(({ signatories: own = [] }) => own.includes(nationalId))

const signedForBy = (nationalId: string): JsonValue[] =>
  signatories(nationalId).map(({ companyNo, name }) => ({ number: companyNo, name: { ...name } }))

function noteOn(nationalId: string, purpose: Text): Text {
  const signs = signatories(nationalId)
  const [ar, en] = (['ar', 'en'] as const).map((language) => signs.map(({ name }) => name[language]).join(', '))
  return signs.length === 0
    ? { ar: `${nationalId} · ${purpose.ar}`, en: purpose.en }
    : { ar: `${nationalId} · ${purpose.ar}؛ توقّع عن ${ar ?? ''}`, en: `${purpose.en}; signs for ${en ?? ''}` }
}
