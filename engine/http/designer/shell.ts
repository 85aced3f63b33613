/** The page that carries the designer: its reader's language and name, what its posts are sealed with, and the app. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../core/text.ts'
import { csrfToken } from '../pages/frame/csrf.ts'
import { html, type Html } from '../pages/frame/html.ts'
import { DIRECTION, languageOfPage, wordsIn } from '../pages/frame/language.ts'
import { FRAME_WORDS } from '../pages/frame/words.ts'
import { URLS } from '../pages/urls.ts'
import { atDesigner } from './audience.ts'
import { designerEntry, type Entry } from './static.ts'
import { DESIGNER_WORDS } from './words.ts'

export function shellRoutes(app: FastifyInstance): void {
  for (const url of [URLS.designer(), `${URLS.designer()}/*`])
    app.get(url, { config: { policy: atDesigner, page: true }, schema: { hide: true } }, shell)
}

/** Drawing libraries set the style of single elements; nothing written in the page runs, and no stylesheet comes with it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';')

function shell(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOfPage(request)
  return reply
    .type('text/html; charset=utf-8')
    .header('content-language', language)
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'same-origin')
    .header('cache-control', 'no-store')
    .send(documentOf(request, language, designerEntry()).toString())
}

function documentOf(request: FastifyRequest, language: Language, { script, modules, styles }: Entry): Html {
  const say = wordsIn(DESIGNER_WORDS, language)
  const { actor } = request
  return html`<!doctype html>
<html lang="${language}" dir="${DIRECTION[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="masar-csrf" content="${csrfToken(request)}">
<meta name="masar-person" content="${request.personName ?? ''}" data-id="${actor?.kind === 'user' ? actor.id : ''}" data-agency="${actor?.agency ?? ''}">
<title>${say.title} · ${wordsIn(FRAME_WORDS, language).name}</title>
<link rel="icon" href="data:,">
${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
${modules.map((href) => html`<link rel="modulepreload" href="${href}">`)}
<script type="module" src="${script}"></script>
</head>
<body>
<div id="designer"></div>
<noscript><p class="notice">${say.needsScript}</p></noscript>
</body>
</html>
`
}
