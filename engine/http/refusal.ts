/** What happens to a request that cannot be served: every refusal leaves as a problem, in the caller's language. */
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { invalid, notFound, ProblemError, tooLarge, unavailable, type Problem } from '../core/problem.ts'
import { wantsPage } from './pages/frame/carry.ts'
import { refusalPage } from './pages/frame/refusal-page.ts'
import { sendBug, sendProblem } from './problem.ts'
import { PROBLEM_TEXTS } from './problem-text.ts'

export function answerWithProblems(app: FastifyInstance): void {
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const problem = notFound(
      'route.not-found',
      `Expected a known address, but found none for ${request.method} here; see /api/openapi.json`,
    )
    return wantsPage(request) ? refusalPage(request, reply, problem) : sendProblem(request, reply, problem)
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error)
    if (problem) return sendProblem(request, reply, problem)
    request.log.error(error)
    return sendBug(request, reply)
  })
}

/** Addresses that no router can read never reach a route. */
export function refuseAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(request, reply, MALFORMED_ADDRESS)
}

const MALFORMED_ADDRESS = invalid(
  'request.malformed',
  'Expected an address of valid percent-encoded UTF-8 with parts of at most 200 characters; write it anew',
)

const CONNECTION_STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What is not HTTP at all is answered on the bare connection, which is then closed. */
export function refuseConnection(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const status = CONNECTION_STATUS[error.code ?? ''] ?? '400 Bad Request'
  const { ar, en } = PROBLEM_TEXTS['request.malformed']
  const body = JSON.stringify({
    type: 'urn:masar:problem:request.malformed',
    title: `${en} · ${ar}`,
    status: Number(status.slice(0, 3)),
    detail: 'Expected one well-formed HTTP/1.1 request, but it could not be read; send it anew',
    code: 'request.malformed',
  })
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Expected failures; undefined for bugs. */
export function problemOf(error: FastifyError): Problem | undefined {
  if (error instanceof ProblemError) return error.problem
  if (error.validation) return schemaProblem(error)
  const status = error.statusCode
  if (status === 413)
    return tooLarge('request.too-large', 'Expected a smaller request: at most 1 MB of JSON, or 5 MB for a package')
  if (status === 415)
    return invalid('request.content-type', 'Expected Content-Type: application/json (or application/zip for packages)')
  if (status === 503) return unavailable('server.busy', 'Expected a moment of rest, but the server is busy; try again')
  if (status !== undefined && status >= 400 && status < 500)
    return invalid('request.malformed', `Expected a well-formed request, but ${error.message.slice(0, 300)}`)
  return undefined
}

function schemaProblem(error: FastifyError): Problem {
  return invalid(
    'request.invalid',
    `Expected a ${error.validationContext ?? 'request'} that fits the API description, but ${error.message.slice(0, 300)}`,
    error.validation?.map((one) => ({
      rule: `schema/${one.keyword}`,
      severity: 'error',
      place: one.instancePath || '/',
      message: sentenceOf(one),
    })),
  )
}

/** Names the field nobody knows, which the judge of schemas leaves out of its sentence. */
function sentenceOf({ message = 'is not valid', params }: NonNullable<FastifyError['validation']>[number]): string {
  const unknown = params['additionalProperty']
  return typeof unknown === 'string' ? `${message}: "${unknown.slice(0, 80)}"` : message
}
