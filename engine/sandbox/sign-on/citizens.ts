/**
 * The living people of the sandbox's civil registry, as the national sign-on knows them: by the number on their ID, and with
 * the companies the register of companies names them a signatory of.
 */
import companies from '../databus/registries/company/companies.json' with { type: 'json' }
import registry from '../databus/registries/people.json' with { type: 'json' }
import type { JsonValue } from '../../core/json.ts'
import type { SignOnPerson } from './people.ts'

export const citizens = (): readonly SignOnPerson[] =>
  registry.people.flatMap(({ nationalId, name: { ar }, alive, purpose }) =>
    nationalId === undefined || !alive
      ? []
      : [
          {
            subject: `citizen-${nationalId}`,
            name: `${ar.first} ${ar.father} ${ar.family}`,
            note: { ar: `${nationalId} · ${purpose.ar}`, en: purpose.en },
            claims: { national_id: nationalId, companies: signedForBy(nationalId) },
          },
        ],
  )

const signedForBy = (nationalId: string): JsonValue[] =>
  companies.companies.flatMap(({ companyNo, name, signatories = [] }) =>
    signatories.includes(nationalId) ? [{ number: companyNo, name: { ...name } }] : [],
  )
