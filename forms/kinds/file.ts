/**
 * A file handed in: known by the SHA-256 of what is in it, with name, size and media type beside it, or by that alone. The browser sends it by itself; the answer is
 * put in its place when it was taken (`files.ts`).
 */
import { DIGEST_PATTERN } from '../../engine/core/attachment-field.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { sizeOf } from '../texts/size.ts'
import type { Asked, Kind, KnownFile } from './kind.ts'

export const file: Kind = {
  name: 'file',
  keeps: true,
  fits: ({ schema }) => isFileSchema(schema),
  decode: () => undefined,
  view: (value, asked) => ({
    files: value === undefined ? [] : [fileView(value, asked, asked.place)],
    ...asksFor(asked.field.schema, asked),
  }),
  shown: (value, asked) => nameOf(value, asked),
  code: (keyword) => FILE_CODES[keyword],
}

/** What is asked of size and kind is said in words of files. */
export const FILE_CODES: Readonly<Record<string, string>> = {
  required: 'file',
  maximum: 'fileSize',
  enum: 'fileKind',
  const: 'fileKind',
}

export function isFileSchema(schema: JsonObject): boolean {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {}
  const digest = schema['type'] === 'string' ? schema : properties['digest']
  return isJsonObject(digest) && digest['pattern'] === DIGEST_PATTERN
}

/** What is known of a file from the answer itself, or else from those who took it. */
export function knownFile(value: JsonValue, { files }: Pick<Asked, 'files'>): KnownFile | undefined {
  if (isJsonObject(value)) {
    const { digest, name, size, mediaType } = value
    return typeof digest === 'string'
      ? { digest, name: String(name ?? ''), size: Number(size ?? 0), mediaType: String(mediaType ?? '') }
      : undefined
  }
  return typeof value === 'string' ? files.find((it) => it.digest === value) : undefined
}

export function nameOf(value: JsonValue, asked: Pick<Asked, 'files' | 'language'>): string {
  const known = knownFile(value, asked)
  if (known === undefined) return GIVEN[asked.language]
  return `${known.name} (${sizeOf(known.size, asked.language)})`
}

const GIVEN = { ar: 'ملف مرفق', en: 'A file' } as const

export const fileView = (value: JsonValue, asked: Asked, place: string): JsonObject => ({
  name: nameOf(value, asked),
  digest: knownFile(value, asked)?.digest ?? (typeof value === 'string' ? value : ''),
  remove: `remove:${place}`,
})

/** Which kinds of files the browser offers, by the schema of an attachment or the layout. */
export function asksFor(schema: JsonObject, { field, place }: Asked): JsonObject {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {}
  const media = isJsonObject(properties['mediaType']) ? properties['mediaType']['enum'] : undefined
  const accept = field.options['accept'] ?? media
  return {
    upload: `upload:${place}`,
    ...(Array.isArray(accept) ? { accept: accept.map(String).join(',') } : {}),
  }
}
