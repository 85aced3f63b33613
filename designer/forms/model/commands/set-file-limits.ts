/** Which files a question takes: of which kinds, how large, how many. */
import { DIGEST_PATTERN } from '../../../../engine/core/attachment-field.ts'
import type { JsonValue } from '../../../../engine/core/json.ts'
import type { Text } from '../../../../engine/core/text.ts'
import type { Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_FIELD, refused } from '../command.ts'
import { ownedAt, schemaOf } from '../fields.ts'
import type { FormJson } from '../form-file.ts'
import { escaped, listAt, objectAt, withValue } from '../json/pointer.ts'
import { entryOf } from '../layout.ts'
import { withOption } from '../options.ts'

export interface SetFileLimits {
  readonly place: Pattern
  /** Media types such as "application/pdf". */
  readonly mediaTypes?: readonly string[]
  readonly maxBytes?: number
}

export const FILE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const

export const setFileLimits: Command<SetFileLimits> = {
  label: { ar: 'تغيير حدود الملف', en: 'Change the limits of the file' },
  does(form, { place, mediaTypes, maxBytes }) {
    const file = entryOf(form, place)
    const schema = schemaOf(form, file)
    if (mediaTypes?.length === 0) return refused('اختر نوعًا واحدًا على الأقل', 'Choose at least one kind of file')
    if (schema['pattern'] === DIGEST_PATTERN) {
      if (maxBytes !== undefined)
        return refused(
          'هذا السؤال لا يحفظ حجم الملف؛ غيّر نوعه إلى ملف',
          'This question does not keep the size: ask for an attachment instead',
        )
      return changed(withOption(form, place, 'accept', mediaTypes && [...mediaTypes]), { place })
    }
    const owned = ownedAt(form, file)
    if (owned === undefined || objectAt(schema, '/properties')['digest'] === undefined) return NO_FIELD
    const sized =
      maxBytes === undefined ? owned.form : withValue(owned.form, `${owned.at}/properties/size/maximum`, maxBytes)
    if (mediaTypes === undefined) return changed(sized, { place })
    const typed = withValue(sized, `${owned.at}/properties/mediaType/enum`, [...mediaTypes])
    return changed(withKindWords(typed, `${file}/mediaType`, mediaTypes), { place })
  },
}

export const FILE_KINDS: Readonly<Record<(typeof FILE_TYPES)[number], Text>> = {
  'application/pdf': { ar: 'وثيقة PDF', en: 'PDF document' },
  'image/jpeg': { ar: 'صورة JPEG', en: 'JPEG picture' },
  'image/png': { ar: 'صورة PNG', en: 'PNG picture' },
}

const wordsFor = (type: string): JsonValue => {
  const known = FILE_TYPES.find((it) => it === type)
  return known === undefined ? { ar: type, en: type } : { ...FILE_KINDS[known] }
}

/** Every kind that is taken has its words. */
function withKindWords(form: FormJson, place: Pattern, mediaTypes: readonly string[]): FormJson {
  const at = `/texts/${escaped(place)}/choices`
  const missing = mediaTypes.filter((it) => !Object.hasOwn(objectAt(form, at), it))
  return missing.reduce<FormJson>((sum, it) => withValue(sum, `${at}/${escaped(it)}`, wordsFor(it)), form)
}

export const mediaTypesIn = (form: FormJson, place: Pattern): readonly string[] => {
  const file = entryOf(form, place)
  return listAt(schemaOf(form, `${file}/mediaType`), '/enum').filter((it) => typeof it === 'string')
}
