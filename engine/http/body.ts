/**
 * What a caller sends, before anything of Masar reads it: whole UTF-8, JSON of a human depth, no key that reaches a
 * prototype, no text that a database or a printed page would garble. Refused here, so that nothing behind has to guard.
 */
import type { FastifyInstance } from 'fastify'
import { jsonFault, type JsonFault } from '../core/json.ts'
import { invalid, ProblemError } from '../core/problem.ts'

const JSON_DEPTH = 32

/** JSON is all that is read; any other content type is refused, but where a route asks for it (deployments, callbacks). */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) =>
    bytes.length === 0 ? undefined : parse(decode(bytes)),
  )
  app.addHook('preValidation', async (request) => {
    const { body } = request
    if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return
    const fault = jsonFault(body, JSON_DEPTH) ?? textFault(body, '')
    if (fault) throw new ProblemError(refusal(fault))
  })
}

const refusal = ({ path, reason }: JsonFault) =>
  invalid('request.json', `${reason}, at ${path === '' ? 'the top' : path.slice(0, 200)} of the body`, [
    { rule: 'request/json', severity: 'error', place: path === '' ? '/' : path, message: reason },
  ])

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ProblemError(
      invalid('request.encoding', 'Expected JSON in UTF-8, but the body holds bytes that are not; send it as UTF-8'),
    )
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : ''
    throw new ProblemError(invalid('request.json', `Expected a body of JSON, but ${reason}`))
  }
}

/** @param value JSON that jsonFault has passed, so its depth is bounded. */
function textFault(value: unknown, path: string): JsonFault | null {
  if (typeof value === 'string') return wholeText(value) ? null : { path, reason: WHOLE }
  if (typeof value !== 'object' || value === null) return null
  for (const [key, item] of Object.entries(value)) {
    const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const fault = wholeText(key) ? textFault(item, at) : { path, reason: WHOLE }
    if (fault) return fault
  }
  return null
}

const WHOLE = 'Expected text of whole Unicode characters without U+0000'

const wholeText = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')
