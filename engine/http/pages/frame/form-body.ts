/** What a form of a page sends: names and texts, a list of texts where a name stands several times. */
import type { FastifyInstance } from 'fastify'
import { invalid, ProblemError, tooLarge } from '../../../core/problem.ts'

export type FormBody = Readonly<Record<string, string | readonly string[]>>

/** Fields beyond this come from no form of ours. */
const MOST_FIELDS = 5_000

export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => formBody(body.toString('latin1')),
  )
}

const MALFORMED = invalid('request.encoding', 'Expected a form as browsers send it, in percent-encoded UTF-8')

/** Line ends come as CR LF from every browser; here they are what they are everywhere else. */
export function formBody(text: string): FormBody {
  if (!/^[\x20-\x7e]*$/.test(text)) throw new ProblemError(MALFORMED)
  const pairs = text === '' ? [] : text.split('&')
  if (pairs.length > MOST_FIELDS)
    throw new ProblemError(tooLarge('request.too-large', `Expected at most ${MOST_FIELDS} fields in one form`))
  const fields = new Map<string, string | string[]>()
  for (const pair of pairs) {
    const [name = '', value = ''] = pair.split(/=(.*)/s).map(textOf)
    const before = fields.get(name)
    fields.set(name, before === undefined ? value : [before, value].flat())
  }
  return Object.fromEntries(fields)
}

function textOf(encoded: string): string {
  try {
    // decodeURIComponent refuses a lone "%" and bytes that are no UTF-8.
    return decodeURIComponent(encoded.replaceAll('+', ' ')).replaceAll('\r\n', '\n')
  } catch {
    throw new ProblemError(MALFORMED)
  }
}

/** The one text of a field; "" where it is absent. Of several the last, which is the button that was pressed. */
export function field(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return ''
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1]
  const last: unknown = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' ? last : ''
}

/** All texts of a field that may stand several times. */
export function fieldsOf(body: unknown, name: string): readonly string[] {
  if (typeof body !== 'object' || body === null) return []
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1]
  return [value].flat().filter((one): one is string => typeof one === 'string')
}
