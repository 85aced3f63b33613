/** The civil registry: who a citizen is, by identity number, or a foreign resident by passport. Made-up people. */
import openapi from './get-person.openapi.json' with { type: 'json' }
import register from './people.json' with { type: 'json' }
import { isNationalId } from './national-id.ts'
import {
  asked,
  found,
  unknown,
  unprocessable,
  type Registry,
  type RegistryReply,
  type RegistryRequest,
} from './registry.ts'

type Person = (typeof register.people)[number]
type NameParts = Person['name']['ar']

export const civilRegistry: Registry = {
  provider: 'PS/GOV/MOI/civil-registry',
  title: { ar: 'السجل المدني', en: 'Civil registry' },
  memberName: 'Ministry of Interior',
  services: [{ code: 'getPerson', openapi, endpoints: [{ method: 'GET', path: '/v1', answer: getPerson }] }],
}

function getPerson(request: RegistryRequest): RegistryReply {
  const nationalId = asked(request, 'nationalId')
  if (nationalId === undefined) return byPassport(request)
  if (!isNationalId(nationalId))
    return unprocessable('INVALID_NATIONAL_ID', 'Expected nine digits with a right check digit in nationalId')
  const person = register.people.find((it) => it.nationalId === nationalId)
  return person ? found(entryOf(person)) : unknown('identity number')
}

function byPassport(request: RegistryRequest): RegistryReply {
  const passportNo = asked(request, 'passportNo')
  const nationality = asked(request, 'nationality')
  if (passportNo === undefined || nationality === undefined)
    return unprocessable('MISSING_KEY', 'Expected nationalId, or passportNo and nationality')
  const person = register.people.find((it) => it.passportNo === passportNo && it.nationality === nationality)
  return person ? found(entryOf(person)) : unknown('passport')
}

function entryOf(person: Person) {
  const { purpose: _, ...entry } = person
  const { ar, en } = person.name
  return { ...entry, deathDate: person.deathDate ?? null, fullName: { ar: fullName(ar), en: fullName(en) } }
}

const fullName = (name: NameParts): string => [name.first, name.father, name.grandfather, name.family].join(' ')
