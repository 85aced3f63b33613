/** How a new question of each kind begins: a schema that makes sense, and words in both languages that say what to write instead of them. */
import { DIGEST_PATTERN } from '../../../engine/core/attachment-field.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Text } from '../../../engine/core/text.ts'
import type { KindName } from '../../../forms/kinds/kind.ts'
import { libraryPart, type LibraryField } from './library.ts'
import type { Part } from './part.ts'

type Blueprint = () => Part

const part = (
  name: string,
  label: Text,
  schema: JsonObject,
  more: Partial<Part> & { readonly text?: JsonObject } = {},
): Part => {
  const { text = {}, texts = {}, ...rest } = more
  return {
    name,
    schema,
    defs: {},
    options: {},
    required: false,
    texts: { '': { label: { ...label }, ...text }, ...texts },
    ...rest,
  }
}

const words = (ar: string, en: string): JsonObject => ({ ar, en })
export const TWO_CHOICES = {
  choices: { first: words('الخيار الأول', 'First choice'), second: words('الخيار الثاني', 'Second choice') },
}
export const FIRST_OR_SECOND: JsonObject = { type: 'string', enum: ['first', 'second'] }
const CHOICE: Text = { ar: 'سؤال باختيار واحد', en: 'A question with one answer to choose' }
const ONE_TEXT: JsonObject = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: { type: 'string', minLength: 1, maxLength: 120 } },
}
const NAME = { label: words('الاسم', 'Name') }

const fromLibrary =
  (id: LibraryField, more: Partial<Part> = {}): Blueprint =>
  () => ({ ...libraryPart(id), required: false, ...more })

/** A group of fields that is asked for as one, under its widget. */
const whole =
  (id: LibraryField): Blueprint =>
  () => {
    const { elements: _, ...own } = libraryPart(id)
    return { ...own, required: false }
  }

export const BLUEPRINTS: Readonly<Record<KindName, Blueprint>> = {
  text: () =>
    part('text', { ar: 'سؤال بجواب قصير', en: 'A question with a short answer' }, { type: 'string', maxLength: 120 }),
  longText: () =>
    part(
      'details',
      { ar: 'سؤال بجواب طويل', en: 'A question with a long answer' },
      { type: 'string', maxLength: 1000 },
    ),
  location: () =>
    part(
      'location',
      { ar: 'وصف المكان', en: 'Where the place is' },
      { type: 'string', maxLength: 1000 },
      { options: { widget: 'location' } },
    ),
  number: () => part('count', { ar: 'العدد', en: 'How many' }, { type: 'integer', minimum: 0 }),
  date: () => part('date', { ar: 'التاريخ', en: 'Date' }, { type: 'string', format: 'date' }),
  time: () =>
    part(
      'time',
      { ar: 'الساعة', en: 'Time of day' },
      { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
      { options: { dir: 'ltr' } },
    ),
  yesNo: () => part('yesNo', { ar: 'سؤال بنعم أو لا', en: 'A yes or no question' }, { type: 'boolean' }),
  declaration: fromLibrary('declaration', { required: true }),
  radio: () => part('choice', CHOICE, FIRST_OR_SECOND, { text: TWO_CHOICES, options: { format: 'radio' } }),
  select: () => part('choice', CHOICE, FIRST_OR_SECOND, { text: TWO_CHOICES, options: { widget: 'select' } }),
  search: () => part('choice', CHOICE, FIRST_OR_SECOND, { text: TWO_CHOICES, options: { widget: 'search' } }),
  severalOf: () =>
    part(
      'choices',
      { ar: 'سؤال بعدة إجابات', en: 'A question with several answers to choose' },
      { type: 'array', uniqueItems: true, items: FIRST_OR_SECOND },
      { text: TWO_CHOICES },
    ),
  nationalId: fromLibrary('national-id'),
  phone: fromLibrary('phone'),
  email: fromLibrary('email'),
  iban: fromLibrary('iban'),
  money: whole('money'),
  personName: whole('person-name'),
  address: whole('address'),
  file: fromLibrary('attachment'),
  files: () => {
    const { name, schema, defs, texts } = libraryPart('attachment')
    const label = { label: words('المرفقات', 'Attachments') }
    const inner = Object.entries(texts).filter(([suffix]) => suffix !== '')
    return {
      name: `${name}s`,
      schema: { type: 'array', maxItems: 5, items: schema },
      defs,
      options: {},
      required: false,
      texts: { '': label, ...Object.fromEntries(inner.map(([suffix, it]) => [`/*${suffix}`, it])) },
    }
  },
  signature: () =>
    part(
      'signature',
      { ar: 'أوقّع على ما ورد أعلاه', en: 'I sign what stands above' },
      {
        type: 'object',
        required: ['by', 'at'],
        additionalProperties: false,
        properties: { by: { type: 'string', maxLength: 200 }, at: { type: 'string', format: 'date-time' } },
      },
      {
        options: { widget: 'signature' },
        texts: { '/by': { label: words('الموقّع', 'Signed by') }, '/at': { label: words('وقت التوقيع', 'Signed at') } },
      },
    ),
  group: () =>
    part('group', { ar: 'أسئلة مترابطة', en: 'Questions that belong together' }, ONE_TEXT, {
      texts: { '/name': NAME },
    }),
  list: () =>
    part(
      'list',
      { ar: 'قائمة', en: 'A list' },
      { type: 'array', maxItems: 20, items: ONE_TEXT },
      { texts: { '/*/name': NAME } },
    ),
  table: () =>
    part(
      'rows',
      { ar: 'جدول', en: 'A table' },
      { type: 'array', maxItems: 20, items: ONE_TEXT },
      { texts: { '/*/name': NAME }, options: { widget: 'table' } },
    ),
}

/** A file of which only the digest is known cannot be held to a size; new ones are attachments. */
export const isDigest = (schema: JsonObject): boolean =>
  schema['type'] === 'string' && schema['pattern'] === DIGEST_PATTERN
