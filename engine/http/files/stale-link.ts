/** What somebody reads who opens a link to a file too late, or one that is not for them: alone, or in the place where the file would stand. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../core/problem.ts'
import { html } from '../pages/frame/html.ts'
import { DIRECTION, languageOfPage } from '../pages/frame/language.ts'
import { FRAME_WORDS } from '../pages/frame/words.ts'
import { URLS } from '../pages/urls.ts'
import { STATUS } from '../problem.ts'
import { titleOf } from '../problem-text.ts'
import { STALE_LINK_WORDS } from './words.ts'

/** A program is told in JSON. */
export const isForReading = ({ headers }: FastifyRequest): boolean => /\btext\/html\b/.test(headers.accept ?? '')

/** Says nothing of who is signed in, and has no form: it needs no cookie but that of the language. */
export function staleLinkPage(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const language = languageOfPage(request)
  const { assets, pagePolicy } = request.server
  const title = titleOf(problem)[language]
  const text = html`<!doctype html>
    <html lang="${language}" dir="${DIRECTION[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${FRAME_WORDS.name[language]}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${assets.href('frame.css')}" />
      </head>
      <body>
        <main class="column" data-refused="${problem.code}">
          <h1>${title}</h1>
          <p>${STALE_LINK_WORDS.remedy[language]}</p>
          <p><a href="${URLS.home()}" target="_top">${FRAME_WORDS.home[language]}</a></p>
        </main>
      </body>
    </html>`
  return reply
    .code(STATUS[problem.kind])
    .type('text/html; charset=utf-8')
    .header('content-language', language)
    .header('content-security-policy', pagePolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"))
    .header('cache-control', 'no-store')
    .send(text.toString())
}
