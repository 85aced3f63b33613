/** A whole page: what stands around the content, who is signed in, in which language it is read, and what it may load. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../../core/text.ts'
import { actingBanner, actingLink } from './acting-banner.ts'
import { accepts } from './assets.ts'
import { csrfField } from './csrf.ts'
import { fill, html, type Html } from './html.ts'
import { DIRECTION, languageOfPage, wordsIn } from './language.ts'
import { navigationFor, type Section } from './navigation.ts'
import { noticeHtml, takeNotice } from './notice.ts'
import { keepVisit } from './visit.ts'
import { FRAME_WORDS, OTHER_LANGUAGE } from './words.ts'
import { URLS } from '../urls.ts'

export interface PageView {
  /** The page's own heading, without the name of the site. */
  readonly title: string
  /** What stands inside <main>; begins with an <h1>. */
  readonly main: Html
  /** Which entry of the navigation it belongs to. */
  readonly active?: Section
  /** Stands above the content: a notice to everybody on this page. */
  readonly alerts?: Html
  /** Its own stylesheets and scripts by plain name, beside the frame's: ['desk.css', 'desk.js']. */
  readonly assets?: readonly string[]
  /** 200 unless said otherwise; 422 where a form came back with faults. */
  readonly status?: number
  /** Something must be corrected: the title says so first. */
  readonly faulty?: boolean
  /** Pages as wide as the screen, for tables of work; else a column to read. */
  readonly wide?: boolean
  /** Why it was refused, for support. */
  readonly refused?: string
}

const squeeze = promisify(gzip)
/** Shorter ones travel in one packet anyway. */
const WORTH_SQUEEZING = 1_000

export async function page(request: FastifyRequest, reply: FastifyReply, view: PageView): Promise<FastifyReply> {
  const language = languageOfPage(request)
  const text = documentOf(request, reply, view, language).toString()
  keepVisit(request, reply)
  reply
    .code(view.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('content-language', language)
    .header('content-security-policy', request.server.pagePolicy)
    .header('referrer-policy', 'same-origin')
    .header('cache-control', request.actor === undefined ? 'private, no-cache' : 'no-store')
    .header('vary', 'Accept-Encoding, Accept-Language, Cookie')
  if (text.length < WORTH_SQUEEZING || !accepts(request.headers['accept-encoding'], 'gzip')) return reply.send(text)
  return reply.header('content-encoding', 'gzip').send(await squeeze(text))
}

function documentOf(request: FastifyRequest, reply: FastifyReply, view: PageView, language: Language): Html {
  const say = wordsIn(FRAME_WORDS, language)
  const notice = takeNotice(request, reply)
  const title = view.faulty ? say.error.replace('{title}', view.title) : view.title
  return html`<!doctype html>
<html lang="${language}" dir="${DIRECTION[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title} · ${say.name}</title>
<link rel="icon" href="data:,">
${['frame.css', ...(view.assets ?? [])].map((name) => assetTag(request.server.assets.href(name)))}
</head>
<body>
<a class="skip" href="#main">${say.skip}</a>
${header(request, language, view.active)}${actingBanner(request, language)}
<main id="main" tabindex="-1" class="${view.wide ? 'wide' : 'column'}"${view.refused !== undefined && html` data-refused="${view.refused}"`}>
${notice && noticeHtml(notice, language)}${view.alerts}
${view.main}
</main>
<footer class="foot"><div class="foot-inside"><a href="${URLS.verify()}">${say.verify}</a><span>${say.name} · ${say.tagline}</span></div></footer>
</body>
</html>
`
}

const assetTag = (href: string): Html =>
  href.endsWith('.css')
    ? html`<link rel="stylesheet" href="${href}">`
    : html`<script type="module" src="${href}"></script>`

function header(request: FastifyRequest, language: Language, active: Section | undefined): Html {
  const say = wordsIn(FRAME_WORDS, language)
  const entries = navigationFor(request)
  return html`<header class="head"><div class="head-inside">
<a class="brand" href="${URLS.home()}"><span class="brand-name">${say.name}</span> <span class="brand-line">${say.tagline}</span></a>
<div class="head-tools">${languageSwitch(request, language)}${actingLink(request, language)}${account(request, language)}</div>
${entries.length > 0 && sections(entries, active, language)}
</div></header>`
}

function sections(entries: ReturnType<typeof navigationFor>, active: Section | undefined, language: Language): Html {
  const say = wordsIn(FRAME_WORDS, language)
  return html`<nav class="sections" aria-label="${say.sections}"><ul>${entries.map(
    ({ section, href }) =>
      html`<li><a href="${href}"${section === active && html` aria-current="page"`}>${say[section]}</a></li>`,
  )}</ul></nav>`
}

function languageSwitch(request: FastifyRequest, language: Language): Html {
  const other = OTHER_LANGUAGE[language]
  return html`<form method="post" action="${URLS.language()}">${csrfField(request)}
<input type="hidden" name="back" value="${request.url}">
<button class="plain" name="language" value="${other.code}" lang="${other.code}" dir="${DIRECTION[other.code]}">${other.name}</button></form>`
}

function account(request: FastifyRequest, language: Language): Html {
  const say = wordsIn(FRAME_WORDS, language)
  if (request.actor === undefined) {
    const next = request.method === 'GET' ? nextOf(request.url) : undefined
    return html`<a class="plain" href="${URLS.signIn(next)}">${say.signIn}</a>`
  }
  return html`<form method="post" action="${URLS.signOut()}" class="who" aria-label="${say.account}">${csrfField(request)}
<a class="plain who-name" href="${URLS.sessions()}">${fill(say.signedInAs, { name: request.personName ?? '' })}</a>
<button class="plain">${say.signOut}</button></form>`
}

/** The sign-in page itself is nowhere to go on to. */
const nextOf = (url: string): string | undefined =>
  url.split('?')[0] === URLS.signIn() || url === URLS.home() ? undefined : url
