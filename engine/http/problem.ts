/** How a refusal reads over HTTP: RFC 9457 problem details, one table from problem kind to status, titles in both languages. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem, ProblemKind } from '../core/problem.ts'
import { languageOf } from './language.ts'
import { PROBLEM_TEXTS, titleOf } from './problem-text.ts'

export const STATUS: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  notFound: 404,
  forbidden: 403,
  unauthenticated: 401,
  conflict: 409,
  tooLarge: 413,
  limited: 429,
  unavailable: 503,
}

const RETRY_AFTER_SECONDS = '5'

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const status = STATUS[problem.kind]
  const language = languageOf(request)
  if (problem.kind === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="masar"')
  if ((problem.kind === 'limited' || problem.kind === 'unavailable') && !reply.hasHeader('retry-after'))
    reply.header('retry-after', RETRY_AFTER_SECONDS)
  return send(reply, status, language, {
    ...problem.extensions,
    type: `urn:masar:problem:${problem.code}`,
    title: titleOf(problem)[language],
    status,
    detail: problem.detail,
    code: problem.code,
    instance: `urn:masar:request:${request.id}`,
    ...(problem.findings ? { findings: problem.findings } : {}),
  })
}

/** A bug says nothing of itself to the outside, only the number under which the operator finds it in the log. */
export function sendBug(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request)
  return send(reply, 500, language, {
    type: 'urn:masar:problem:bug',
    title: PROBLEM_TEXTS.bug[language],
    status: 500,
    detail: 'Something went wrong that is not your doing. Give the operator this request number.',
    code: 'bug',
    instance: `urn:masar:request:${request.id}`,
  })
}

const send = (reply: FastifyReply, status: number, language: string, body: object): FastifyReply =>
  reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body))
