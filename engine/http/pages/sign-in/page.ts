/** The sign-in page: the sign-ons one can come by, and the form for an account here; or who is signed in already. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../../core/problem.ts'
import type { Language } from '../../../core/text.ts'
import type { HttpOptions } from '../../api/context.ts'
import { titleOf } from '../../problem-text.ts'
import { STATUS } from '../../problem.ts'
import { csrfField } from '../frame/csrf.ts'
import { fill, html, type Html } from '../frame/html.ts'
import { languageOfPage, wordsIn } from '../frame/language.ts'
import { beginningOf } from '../frame/navigation.ts'
import { page } from '../frame/page.ts'
import { URLS } from '../urls.ts'
import { SIGN_IN_WORDS } from './words.ts'

export const LONGEST_NAME = 64
export const LONGEST_PASSWORD = 200

export interface SignInView {
  readonly next: string | undefined
  /** As it was typed. */
  readonly user?: string
  readonly problem?: Problem
}

type Ways = Pick<HttpOptions, 'signOns' | 'localAccounts'>

export function signInPage(
  request: FastifyRequest,
  reply: FastifyReply,
  ways: Ways,
  view: SignInView,
): Promise<FastifyReply> {
  const language = languageOfPage(request)
  const { title } = wordsIn(SIGN_IN_WORDS, language)
  const { problem } = view
  if (request.actor !== undefined && problem === undefined) return alreadyIn(request, reply, language, view)
  return page(request, reply, {
    title,
    ...(problem && { status: STATUS[problem.kind], faulty: true, refused: problem.code }),
    main: html`<h1>${title}</h1>
${problem && alert(problem, language, ways)}
${ways.signOns.length > 0 && signOnList(ways, view, language)}
${ways.localAccounts && localForm(request, ways, view, language)}`,
  })
}

function alreadyIn(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  { next }: SignInView,
): Promise<FastifyReply> {
  const say = wordsIn(SIGN_IN_WORDS, language)
  return page(request, reply, {
    title: say.title,
    main: html`<h1>${say.title}</h1>
<p>${fill(say.signedInAs, { name: request.personName ?? '' })}</p>
<p><a class="button" href="${next ?? beginningOf(request)}">${say.goOn}</a></p>`,
  })
}

/** Says the same whether the name or the password was wrong, and leads to the field. */
function alert(problem: Problem, language: Language, { localAccounts }: Ways): Html {
  const title = titleOf(problem)[language]
  const leadsToField = localAccounts && problem.code.startsWith('session.')
  return html`<div class="notice notice-bad" role="alert"><h2>${SIGN_IN_WORDS.problem[language]}</h2>
<p>${leadsToField ? html`<a href="#user">${title}</a>` : title}</p></div>`
}

const signOnList = ({ signOns }: Ways, { next }: SignInView, language: Language): Html =>
  html`<ul class="ways">${signOns.map(
    ({ id, title }) =>
      html`<li><a class="button" href="${URLS.signOn(id, next)}">${fill(SIGN_IN_WORDS.by[language], { signOn: title[language] })}</a></li>`,
  )}</ul>`

function localForm(
  request: FastifyRequest,
  { signOns }: Ways,
  { next, user = '', problem }: SignInView,
  language: Language,
): Html {
  const say = wordsIn(SIGN_IN_WORDS, language)
  const invalid = problem?.code === 'session.refused' && html` aria-invalid="true"`
  const heading = html`<h2>${say.local}</h2><p class="hint">${say.localHint}</p>`
  return html`<form method="post" action="${URLS.signIn()}" class="panel narrow">${csrfField(request)}
${signOns.length > 0 && heading}
${next !== undefined && html`<input type="hidden" name="next" value="${next}">`}
<div class="field"><label class="label" for="user">${say.user}</label>
<p class="hint" id="user-hint">${say.userHint}</p>
<input class="input" id="user" name="user" dir="ltr" required maxlength="${LONGEST_NAME}" autocomplete="username" autocapitalize="none" spellcheck="false" aria-describedby="user-hint"${invalid} value="${user}"></div>
<div class="field"><label class="label" for="password">${say.password}</label>
<input class="input" id="password" name="password" type="password" dir="ltr" required maxlength="${LONGEST_PASSWORD}" autocomplete="current-password"${invalid}></div>
<button class="button${signOns.length > 0 && ' button-quiet'}">${say.submit}</button>
</form>`
}
