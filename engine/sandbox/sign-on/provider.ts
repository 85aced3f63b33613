/**
 * One OpenID provider of the double: authorization code with PKCE only, one-time codes, signed ID tokens, strict about
 * every address. It asks no password, only who one wants to be.
 */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Provider, type Configuration } from 'oidc-provider'
import { memory } from './memory.ts'
import { choicePage, farewellPage, noticePage, STYLE_POLICY } from './page.ts'
import type { Room } from './double.ts'

const SCOPE = 'openid profile'
const MINUTE = 60
/** Milliseconds. */
const TELLING = 5_000

/** @param issuer address of the provider, with the room's name as its path */
export function openProvider(issuer: string, room: Room): Provider {
  const provider = new Provider(issuer, configuration(issuer, room))
  provider.use(async (context, next) => {
    await next()
    context.set('x-masar-double', 'sign-on')
  })
  return provider
}

function configuration(issuer: string, room: Room): Configuration {
  const { pathname } = new URL(issuer)
  return {
    clients: [
      {
        client_id: room.client.id,
        client_secret: room.client.secret,
        redirect_uris: [...room.client.redirects],
        post_logout_redirect_uris: [...room.client.afterwards],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
        ...(room.client.endings === ''
          ? {}
          : { backchannel_logout_uri: room.client.endings, backchannel_logout_session_required: true }),
      },
    ],
    adapter: memory(Date.now),
    jwks: { keys: [newKey()] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: `${room.name}-session`, interaction: `${room.name}-choice`, resume: `${room.name}-way` },
    },
    scopes: ['openid', 'profile'],
    claims: {
      openid: ['sub'],
      profile: ['name', ...new Set(room.people.flatMap(({ claims }) => Object.keys(claims)))],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: MINUTE,
      AccessToken: 10 * MINUTE,
      IdToken: 10 * MINUTE,
      Interaction: 10 * MINUTE,
      Grant: 60 * MINUTE,
      Session: 60 * MINUTE,
    },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(context, form) {
          context.set('content-security-policy', STYLE_POLICY)
          context.body = farewellPage(room.title, form)
        },
        postLogoutSuccessSource(context) {
          context.set('content-security-policy', STYLE_POLICY)
          context.body = noticePage(room.title, { ar: 'خرجت من خدمة الدخول.', en: 'You are signed out.' })
        },
      },
    },
    fetch: (address, options) => tell(room, address, options),
    interactions: { url: (_context, { uid }) => `${pathname}/choose/${uid}` },
    findAccount(_context, subject) {
      const person = room.people.find((one) => one.subject === subject)
      if (person === undefined) return undefined
      return { accountId: subject, claims: () => ({ sub: subject, name: person.name, ...person.claims }) }
    },
    /** Nobody is asked twice: who has chosen a person lets Masar know their name. */
    async loadExistingGrant({ oidc }) {
      const { session, client, provider } = oidc
      if (session?.accountId === undefined || client === undefined) return undefined
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
      grant.addOIDCScope(SCOPE)
      await grant.save()
      return grant
    },
    renderError(context, { error, error_description }) {
      context.set('content-security-policy', STYLE_POLICY)
      context.type = 'html'
      const detail = `${error}: ${error_description ?? ''}`
      context.body = noticePage(room.title, { ar: 'تعذّر الدخول.', en: detail })
    },
  }
}

/** Masar stands on this machine, where the library would go to nobody; there it goes without its guard, to that one address. */
function tell({ client }: Room, address: string | URL | Request, options: RequestInit | undefined): Promise<Response> {
  if (String(address) !== client.endings) return fetch(address, options)
  const { method = 'GET', headers = {}, body = null } = options ?? {}
  return fetch(address, { method, headers, body, redirect: 'manual', signal: AbortSignal.timeout(TELLING) })
}

/** A new one at each start: nobody keeps what a double has signed. */
function newKey(): object {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'ES256' }
}

export async function choose(
  provider: Provider,
  room: Room,
  request: IncomingMessage,
  response: ServerResponse,
  person: string | undefined,
): Promise<void> {
  await provider.interactionDetails(request, response)
  if (person === undefined) {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': STYLE_POLICY,
      'cache-control': 'no-store',
    })
    response.end(choicePage(room.title, room.people))
    return
  }
  const known = room.people.some(({ subject }) => subject === person)
  const result = known ? { login: { accountId: person } } : { error: 'access_denied', error_description: 'cancelled' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}
