/** A refusal as somebody reads it who came by a page: what it is called, what to do now, in their language. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../../core/problem.ts'
import { STATUS } from '../../problem.ts'
import { PROBLEM_TEXTS, titleOf } from '../../problem-text.ts'
import { URLS } from '../urls.ts'
import { fill, html } from './html.ts'
import { languageOfPage, wordsIn } from './language.ts'
import { redirect } from './notice.ts'
import { page } from './page.ts'
import { FRAME_WORDS, REMEDY_WORDS } from './words.ts'

const RETRY_AFTER_SECONDS = '5'

/** Whoever is not signed in and only wants to read is led to the sign-in page and back. */
export async function refusalPage(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
): Promise<FastifyReply> {
  if (problem.kind === 'unauthenticated' && (request.method === 'GET' || request.method === 'HEAD'))
    return redirect(request, reply, URLS.signIn(request.url))
  if ((problem.kind === 'limited' || problem.kind === 'unavailable') && !reply.hasHeader('retry-after'))
    reply.header('retry-after', RETRY_AFTER_SECONDS)
  return refused(request, reply, {
    title: titleOf(problem)[languageOfPage(request)],
    kind: problem.kind,
    status: STATUS[problem.kind],
    code: problem.code,
  })
}

/** A bug says nothing of itself but the number under which the operator finds it in the log. */
export const bugPage = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
  refused(request, reply, {
    title: PROBLEM_TEXTS.bug[languageOfPage(request)],
    kind: 'bug',
    status: 500,
    code: 'bug',
  })

interface Refusal {
  readonly title: string
  readonly kind: keyof typeof REMEDY_WORDS
  readonly status: number
  readonly code: string
}

function refused(
  request: FastifyRequest,
  reply: FastifyReply,
  { title, kind, status, code }: Refusal,
): Promise<FastifyReply> {
  const language = languageOfPage(request)
  const say = wordsIn(FRAME_WORDS, language)
  const way =
    kind === 'unauthenticated'
      ? html`<a class="button" href="${URLS.signIn()}">${say.signIn}</a>`
      : html`<a class="button button-quiet" href="${URLS.home()}">${say.home}</a>`
  return page(request, reply, {
    title,
    status,
    refused: code,
    main: html`<h1>${title}</h1>
      <p>${REMEDY_WORDS[kind][language]}</p>
      <p>${way}</p>
      ${(kind === 'bug' || kind === 'unavailable') && html`<p class="hint">${fill(say.requestNumber, { number: request.id })}</p>`}`,
  })
}
