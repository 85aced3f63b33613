/** Several files for one question: drawings, pages of a contract. */
import { isJsonObject, type JsonValue } from '../../engine/core/json.ts'
import { asksFor, FILE_CODES, fileView, isFileSchema, nameOf } from './file.ts'
import type { Kind } from './kind.ts'
import { bounds } from './list.ts'

export const files: Kind = {
  name: 'files',
  keeps: true,
  fits: ({ schema, items }) => schema['type'] === 'array' && isFileSchema(items),
  decode: () => undefined,
  view(value, asked) {
    const all: readonly JsonValue[] = Array.isArray(value) ? value : []
    const { items } = asked.field.schema
    const full = all.length >= bounds(asked.field).most
    return {
      files: all.map((it, index) => fileView(it, asked, `${asked.place}/${String(index)}`)),
      full,
      ...asksFor(isJsonObject(items) ? items : {}, asked),
    }
  },
  shown: (value, asked) =>
    (Array.isArray(value) ? value : [value])
      .map((it: JsonValue) => nameOf(it, asked))
      .join(asked.language === 'ar' ? '، ' : ', '),
  code: (keyword) => FILE_CODES[keyword],
}
