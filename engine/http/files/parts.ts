/**
 * A form with files in it (multipart/form-data), taken apart while it arrives: texts into memory, each file straight to
 * whoever takes it. Only what came as a file is one; a text that looks like one stays a text.
 */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { invalid, isProblem, ProblemError, tooLarge, type Problem } from '../../core/problem.ts'

/** Of one form together, whatever is in it. */
const MOST_BYTES = 60_000_000
const MOST_FIELDS = 2_000
const LONGEST_FIELD = 100_000
const LONGEST_NAME = 500

/** For a scope whose routes take such forms. */
export async function readParts(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      fileSize: MOST_BYTES,
      fields: MOST_FIELDS,
      fieldSize: LONGEST_FIELD,
      fieldNameSize: LONGEST_NAME,
    },
  })
}

export interface FilePart {
  /** Of the field. */
  readonly field: string
  /** As the sender calls the file. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

export interface TakenFile<T> {
  readonly field: string
  readonly taken: T | Problem
}

export interface Parts<T> {
  /** Texts by field; a list where a field stands several times. */
  readonly texts: Readonly<Record<string, string | readonly string[]>>
  readonly files: readonly TakenFile<T>[]
}

/**
 * @param take reads the file to its end or leaves it
 * @param most files; one more refuses the form
 */
export async function takeApart<T extends object>(
  request: FastifyRequest,
  most: number,
  take: (part: FilePart) => Promise<T | Problem>,
): Promise<Parts<T>> {
  refuseUnread(request)
  const texts = new Map<string, string | string[]>()
  const files: TakenFile<T>[] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.valueTruncated === true || typeof part.value !== 'string') throw new ProblemError(UNREADABLE)
      const before = texts.get(part.fieldname)
      const text = textOf(part.value)
      texts.set(part.fieldname, before === undefined ? text : [before, text].flat())
    } else if (part.filename === '' || part.filename === undefined) part.file.resume()
    else if (files.length === most) {
      part.file.resume()
      throw new ProblemError(
        tooLarge(
          'attachment.too-many',
          `Expected at most ${most} files in one form; send fewer, or put pages into one`,
        ),
      )
    } else files.push({ field: part.fieldname, taken: await take(filePart(part)) })
  }
  return { texts: Object.fromEntries(texts), files }
}

/** Before a byte of it is read. */
function refuseUnread(request: FastifyRequest): void {
  if (!request.isMultipart())
    throw new ProblemError(
      invalid('attachment.content-type', 'Expected files as multipart/form-data; nothing else is taken for a file'),
    )
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES)
    throw new ProblemError(
      tooLarge('attachment.too-large', `Expected at most ${MOST_BYTES} bytes in one form; send fewer or smaller files`),
    )
}

const filePart = (part: { fieldname: string; filename: string; file: AsyncIterable<Uint8Array> }): FilePart => ({
  field: part.fieldname,
  name: part.filename,
  bytes: part.file,
})

/** Line ends come as CR LF from every browser; here they are what they are everywhere else. */
function textOf(value: string): string {
  const text = value.replaceAll('\r\n', '\n')
  if (!text.isWellFormed() || text.includes('\u0000')) throw new ProblemError(UNREADABLE)
  return text
}

const UNREADABLE = invalid(
  'request.encoding',
  `Expected a form of texts in UTF-8 of at most ${LONGEST_FIELD} bytes each, as browsers send it`,
)

/** The first problem, where there is one: for callers that want all files or none. */
export const allTaken = <T extends object>({ files }: Parts<T>): readonly T[] | Problem => {
  const refused = files.map(({ taken }) => taken).find(isProblem)
  return refused ?? files.flatMap(({ taken }) => (isProblem(taken) ? [] : [taken]))
}
