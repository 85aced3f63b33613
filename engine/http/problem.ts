/** How a refusal reads over HTTP: RFC 9457 problem details, one table from problem kind to status, titles in both languages. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem, ProblemKind } from '../core/problem.ts'
import type { Language, Text } from '../core/text.ts'

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

const TITLES: Readonly<Record<ProblemKind, Text>> = {
  invalid: { en: 'What was sent is not valid', ar: 'البيانات المرسلة غير صالحة' },
  notFound: { en: 'Not found', ar: 'غير موجود' },
  forbidden: { en: 'Not allowed', ar: 'غير مسموح' },
  unauthenticated: { en: 'Sign in first', ar: 'يجب تسجيل الدخول أولاً' },
  conflict: { en: 'Something changed in the meantime', ar: 'تغيّر شيء في هذه الأثناء' },
  tooLarge: { en: 'Too large', ar: 'الحجم أكبر من المسموح' },
  limited: { en: 'Too many requests', ar: 'عدد الطلبات أكبر من المسموح' },
  unavailable: { en: 'Not available right now', ar: 'الخدمة غير متاحة حالياً' },
}

/** Arabic unless the caller prefers English: the first of the two named in Accept-Language. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase()
  const [ar, en] = [wanted.search(/\bar\b/), wanted.search(/\ben\b/)]
  return en >= 0 && (ar < 0 || en < ar) ? 'en' : 'ar'
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const status = STATUS[problem.kind]
  const language = languageOf(request)
  if (problem.kind === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="masar"')
  if (problem.kind === 'limited' || problem.kind === 'unavailable') reply.header('retry-after', '5')
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(
      JSON.stringify({
        type: `urn:masar:problem:${problem.code}`,
        title: TITLES[problem.kind][language],
        status,
        detail: problem.detail,
        code: problem.code,
        instance: `urn:masar:request:${request.id}`,
        ...(problem.findings ? { findings: problem.findings } : {}),
      }),
    )
}
