/** Where somebody is signed in: with what, how, since when, last used when; one ended, or all but this one. Nobody sees another's. */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Session } from '../../../core/account.ts'
import { humanOf } from '../../../core/actor.ts'
import type { UserId } from '../../../core/ids.ts'
import { notFound, ProblemError } from '../../../core/problem.ts'
import type { Language } from '../../../core/text.ts'
import { actorOfRequest, type ApiContext } from '../../api/context.ts'
import { readDevice } from '../../device.ts'
import { signedIn } from '../../policy.ts'
import { isOpen } from '../../session.ts'
import { csrfField } from '../frame/csrf.ts'
import { moment } from '../frame/dates.ts'
import { bdi, fill, html, type Html } from '../frame/html.ts'
import { languageOfPage, wordsIn } from '../frame/language.ts'
import { redirect } from '../frame/notice.ts'
import { page } from '../frame/page.ts'
import { URLS } from '../urls.ts'
import { BROWSER_WORDS, SESSION_WORDS, SYSTEM_WORDS } from './session-words.ts'

const config = { policy: signedIn, anyMandate: true } as const

export function sessionPages(app: FastifyInstance, context: ApiContext): void {
  const { accounts } = context.engine.deps.store

  app.get(URLS.sessions(), { config }, (request, reply) => sessionsPage(context, request, reply))

  app.post<{ Params: { id: string } }>('/sessions/:id/end', { config }, async (request, reply) => {
    const own = await openSessions(context, personOf(request))
    const session = own.find(({ tokenDigest }) => nameOf(tokenDigest) === request.params.id)
    if (session === undefined) throw new ProblemError(noSuchSession)
    await accounts.closeSession(session.tokenDigest)
    return redirect(request, reply, URLS.sessions(), { tone: 'good', text: SESSION_WORDS.ended })
  })

  app.post(URLS.endOtherSessions(), { config }, async (request, reply) => {
    await accounts.closeSessionsOf(personOf(request), request.tokenDigest)
    return redirect(request, reply, URLS.sessions(), { tone: 'good', text: SESSION_WORDS.othersEnded })
  })
}

function personOf(request: FastifyRequest): UserId {
  const actor = actorOfRequest(request)
  if (actor.kind !== 'user') throw new Error('Expected a page to be asked for by a person')
  return humanOf(actor)
}

async function openSessions({ engine: { deps } }: ApiContext, person: UserId): Promise<readonly Session[]> {
  const now = deps.clock.now()
  return (await deps.store.accounts.sessionsOf(person)).filter((session) => isOpen(session, now))
}

const NAME_LENGTH = 16

/** In addresses; opens nothing and tells nothing of the token. */
const nameOf = (tokenDigest: string): string =>
  createHash('sha256').update(`session ${tokenDigest}`).digest('hex').slice(0, NAME_LENGTH)

async function sessionsPage(context: ApiContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOfPage(request)
  const say = wordsIn(SESSION_WORDS, language)
  const sessions = await openSessions(context, personOf(request))
  const isHere = ({ tokenDigest }: Session): boolean => tokenDigest === request.tokenDigest
  const sorted = [...sessions.filter(isHere), ...sessions.filter((session) => !isHere(session))]
  return page(request, reply, {
    title: say.title,
    main: html`<h1>${say.title}</h1>
      <p>${say.hint}</p>
      <ul class="list">
        ${sorted.map((session) => html`<li>${row(context, request, session, isHere(session), language)}</li>`)}
      </ul>
      ${
        sorted.length > 1 &&
        html`<form method="post" action="${URLS.endOtherSessions()}">
          ${csrfField(request)}<button class="button button-quiet">${say.endOthers}</button>
        </form>`
      }`,
  })
}

function row(
  { options }: ApiContext,
  request: FastifyRequest,
  { tokenDigest, device, signOn, createdAt, lastSeenAt }: Session,
  isHere: boolean,
  language: Language,
): Html {
  const say = wordsIn(SESSION_WORDS, language)
  const way = options.signOns.find(({ id }) => id === signOn)?.title[language] ?? say.local
  const id = nameOf(tokenDigest)
  return html`<h2 id="session-${id}">
      ${deviceName(device, language)} ${isHere && html`<span class="tag tag-good">${say.here}</span>`}
    </h2>
    <p class="hint">${fill(say.by, { way })}</p>
    <p class="hint">${say.since} ${moment(createdAt, language)} · ${say.lastUsed} ${moment(lastSeenAt, language)}</p>
    ${
      !isHere &&
      html`<form method="post" action="${URLS.endSession(id)}">
        ${csrfField(request)}<button class="plain" aria-describedby="session-${id}">${say.end}</button>
      </form>`
    }`
}

/** Names of browsers are said in Latin letters everywhere. */
function deviceName(kept: string | undefined, language: Language): Html {
  const { browser, system } = readDevice(kept)
  if (browser === undefined) return html`${SESSION_WORDS.program[language]}`
  return html`${bdi(BROWSER_WORDS[browser])}${system && html` · ${bdi(SYSTEM_WORDS[system])}`}`
}

const noSuchSession = notFound(
  'session.not-found',
  'Expected a session of yours that is open, but there is none by this name; it may have ended already',
)
