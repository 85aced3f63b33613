/** The national field library as parts an analyst puts into a form: the definitions of `forms/library`, each copied with its texts and its layout. */
import address from '../../../forms/library/address.form.json' with { type: 'json' }
import applicant from '../../../forms/library/applicant.form.json' with { type: 'json' }
import attachment from '../../../forms/library/attachment.form.json' with { type: 'json' }
import bankAccount from '../../../forms/library/bank-account.form.json' with { type: 'json' }
import birthDate from '../../../forms/library/birth-date.form.json' with { type: 'json' }
import declaration from '../../../forms/library/declaration.form.json' with { type: 'json' }
import email from '../../../forms/library/email.form.json' with { type: 'json' }
import iban from '../../../forms/library/iban.form.json' with { type: 'json' }
import money from '../../../forms/library/money.form.json' with { type: 'json' }
import nationalId from '../../../forms/library/national-id.form.json' with { type: 'json' }
import passport from '../../../forms/library/passport.form.json' with { type: 'json' }
import personName from '../../../forms/library/person-name.form.json' with { type: 'json' }
import phone from '../../../forms/library/phone.form.json' with { type: 'json' }
import powerOfAttorney from '../../../forms/library/power-of-attorney.form.json' with { type: 'json' }
import sex from '../../../forms/library/sex.form.json' with { type: 'json' }
import { isJsonObject, type JsonObject } from '../../../engine/core/json.ts'
import type { Text } from '../../../engine/core/text.ts'
import { escaped, listAt, objectAt } from './json/pointer.ts'
import { renameField } from './commands/rename-field.ts'
import type { Part } from './part.ts'

/** In the order in which a form mostly asks for them. */
export const LIBRARY = {
  'person-name': personName,
  'national-id': nationalId,
  'birth-date': birthDate,
  sex,
  address,
  phone,
  email,
  passport,
  applicant,
  'power-of-attorney': powerOfAttorney,
  'bank-account': bankAccount,
  iban,
  money,
  attachment,
  declaration,
} as const satisfies Readonly<Record<string, LibraryFile>>

interface LibraryFile {
  readonly title: Text
  readonly schema: object
  readonly ui: object
  readonly texts: object
}

export type LibraryField = keyof typeof LIBRARY

/** @param name how the field is to be called; its own name where it says none */
export function libraryPart(id: LibraryField, name?: string): Part {
  const file: JsonObject = JSON.parse(JSON.stringify(LIBRARY[id]))
  const [own = ''] = Object.keys(objectAt(file, '/schema/properties'))
  const renamed = name === undefined || name === own ? undefined : renameField.does(file, { place: `/${own}`, name })
  const form = renamed?.ok === true ? renamed.form : file
  const called = renamed?.ok === true && name !== undefined ? name : own
  const prefix = `/${escaped(called)}`
  const elements = listAt(form, '/ui/elements').filter(isJsonObject)
  return {
    name: called,
    schema: objectAt(form, `/schema/properties/${escaped(called)}`),
    defs: objectAt(form, '/schema/$defs'),
    texts: Object.fromEntries(
      Object.entries(objectAt(form, '/texts')).flatMap(([place, it]) =>
        place === prefix || place.startsWith(`${prefix}/`)
          ? [[place.slice(prefix.length), isJsonObject(it) ? it : {}]]
          : [],
      ),
    ),
    options: {},
    elements,
    required: true,
  }
}
