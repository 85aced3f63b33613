/** Signing in and out in a browser, with a local account. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isProblem, ProblemError, type Problem } from '../../../core/problem.ts'
import { everyone } from '../../policy.ts'
import { perAddress } from '../../guard.ts'
import { titleOf } from '../../problem-text.ts'
import { STATUS } from '../../problem.ts'
import { actorOf, signIn } from '../../session.ts'
import { csrfField } from '../frame/csrf.ts'
import { field } from '../frame/form-body.ts'
import type { Area } from '../frame/frame.ts'
import { fill, html } from '../frame/html.ts'
import { languageOfPage, wordsIn } from '../frame/language.ts'
import { beginningOf } from '../frame/navigation.ts'
import { redirect } from '../frame/notice.ts'
import { page } from '../frame/page.ts'
import { localPath, URLS } from '../urls.ts'
import { SIGN_IN_WORDS } from './words.ts'

const LONGEST_NAME = 64
const LONGEST_PASSWORD = 200

export const SIGN_IN: Area = {
  routes(app, { engine, options, attempts }) {
    const { accounts } = engine.deps.store

    app.get<{ Querystring: { next?: unknown } }>(URLS.signIn(), { config: { policy: everyone } }, (request, reply) =>
      signInPage(request, reply, { next: localPath(request.query.next) }),
    )

    app.post(
      URLS.signIn(),
      { config: { policy: everyone, rateLimit: perAddress(options.signInsPerMinute) } },
      async (request, reply) => {
        const insecure = app.cookies.insecure(request)
        if (insecure) throw new ProblemError(insecure)
        const next = localPath(field(request.body, 'next'))
        const user = field(request.body, 'user').trim().slice(0, LONGEST_NAME)
        const password = field(request.body, 'password').slice(0, LONGEST_PASSWORD + 1)
        const signedIn = await signIn(engine.deps, attempts, user, password)
        if (isProblem(signedIn)) return signInPage(request, reply, { next, user, problem: signedIn })
        if (request.tokenDigest) await accounts.closeSession(request.tokenDigest)
        app.cookies.set(reply, 'masar', signedIn.token)
        return redirect(request, reply, next ?? beginningOf(request, actorOf(signedIn.account)))
      },
    )

    app.post(URLS.signOut(), { config: { policy: everyone } }, async (request, reply) => {
      if (request.tokenDigest) await accounts.closeSession(request.tokenDigest)
      app.cookies.clear(reply, 'masar')
      app.cookies.clear(reply, 'masar-visit')
      return redirect(request, reply, URLS.signIn(), { tone: 'good', text: SIGN_IN_WORDS.signedOut })
    })
  },
}

interface SignInView {
  readonly next: string | undefined
  readonly user?: string
  readonly problem?: Problem
}

function signInPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { next, user = '', problem }: SignInView,
): Promise<FastifyReply> {
  const language = languageOfPage(request)
  const say = wordsIn(SIGN_IN_WORDS, language)
  const { actor } = request
  if (actor !== undefined && problem === undefined)
    return page(request, reply, {
      title: say.title,
      main: html`<h1>${say.title}</h1>
        <p>${fill(say.signedInAs, { name: request.personName ?? actor.id })}</p>
        <p><a class="button" href="${next ?? beginningOf(request, actor)}">${say.goOn}</a></p>`,
    })
  return page(request, reply, {
    title: say.title,
    ...(problem && { status: STATUS[problem.kind], faulty: true }),
    main: html`<h1>${say.title}</h1>
      ${
        problem &&
        html`<div class="notice notice-bad" role="alert" tabindex="-1">
          <h2>${say.problem}</h2>
          <p><a href="#user">${titleOf(problem)[language]}</a></p>
        </div>`
      }
      <form method="post" action="${URLS.signIn()}" class="panel narrow">
        ${csrfField(request)} ${next !== undefined && html`<input type="hidden" name="next" value="${next}" />`}
        <div class="field">
          <label class="label" for="user">${say.user}</label>
          <p class="hint" id="user-hint">${say.userHint}</p>
          <input
            class="input"
            id="user"
            name="user"
            dir="ltr"
            required
            maxlength="${LONGEST_NAME}"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            aria-describedby="user-hint"
            ${problem && html` aria-invalid="true"`}
            value="${user}"
          />
        </div>
        <div class="field">
          <label class="label" for="password">${say.password}</label>
          <input
            class="input"
            id="password"
            name="password"
            type="password"
            dir="ltr"
            required
            maxlength="${LONGEST_PASSWORD}"
            autocomplete="current-password"
            ${problem && html` aria-invalid="true"`}
          />
        </div>
        <button class="button">${say.submit}</button>
      </form>`,
  })
}
