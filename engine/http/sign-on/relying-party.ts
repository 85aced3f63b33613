/**
 * Signing in elsewhere, by OpenID Connect: authorization code with PKCE, state and nonce. Who comes back is believed only
 * with an ID token that the provider signed, for us, now, and for the very request this browser was sent with.
 */
import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type Configuration,
} from 'openid-client'
import { createRemoteJWKSet, errors } from 'jose'
import type { Clock } from '../../core/clock.ts'
import { forbidden, isProblem, unavailable, type Problem } from '../../core/problem.ts'
import type { SignOnConfig } from './config.ts'
import { readLogoutToken, signatures, type Expected, type LogoutToken } from './logout-token.ts'
import type { Claims } from './person.ts'

/** What this browser was sent away with; kept by it alone. */
export interface Journey {
  /** Which sign-on it was sent to. */
  readonly signOn: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Where it wanted to go. */
  readonly next?: string
}

export interface Arrival {
  readonly subject: string
  readonly claims: Claims
  readonly idToken: string
  /** The provider's own session, where it says which. */
  readonly sid?: string
}

export interface RelyingParty {
  readonly config: SignOnConfig
  /** Where to send the browser. */
  depart(next: string | undefined): Promise<{ readonly to: string; readonly journey: Journey } | Problem>
  /** @param query of the address the browser came back to, with its "?" */
  arrive(journey: Journey, query: string): Promise<Arrival | Problem>
  /** Where to send a browser that signs out, so that it is signed out there too; undefined where the provider has no such place. */
  farewell(idToken: string | undefined): Promise<string | undefined>
  /** What a logout token says that the provider sent, not the browser. */
  hear(logoutToken: string): Promise<LogoutToken | Problem>
}

const SCOPE = 'openid profile'
const TIMEOUT_SECONDS = 10
const CLOCKS_DIFFER_SECONDS = 30
/** Addresses and keys of the provider are looked up anew after this. */
const LOOKED_UP_FOR = 3_600_000

export interface Places {
  /** Where the provider sends the browser back to. */
  readonly back: string
  /** Where after signing out. */
  readonly afterwards: string
}

export function relyingParty(config: SignOnConfig, places: Places, clock: Clock): RelyingParty {
  let known: { readonly at: number; readonly provider: Configuration; readonly expected: Expected } | undefined
  const lookedUp = async (): Promise<NonNullable<typeof known>> => {
    if (known !== undefined && clock.now() - known.at <= LOOKED_UP_FOR) return known
    const provider = await lookUp(config)
    known = { at: clock.now(), provider, expected: expectedOf(provider, config) }
    return known
  }
  const provider = async (): Promise<Configuration> => (await lookedUp()).provider
  return {
    config,
    depart: (next) => attempt(async () => depart(await provider(), config, places, next)),
    arrive: (journey, query) =>
      attempt(async () => arrive(await provider(), config, journey, new URL(query, places.back))),
    async farewell(idToken) {
      const to = await attempt(async () => goodbye(await provider(), places, idToken))
      return isProblem(to) ? undefined : to
    },
    hear: (token) => attempt(async () => readLogoutToken(token, (await lookedUp()).expected)),
  }
}

/** Signed as its ID tokens are, with the same keys, which are fetched anew where one is not known. */
function expectedOf(provider: Configuration, { clientId }: SignOnConfig): Expected {
  const { issuer, jwks_uri, id_token_signing_alg_values_supported } = provider.serverMetadata()
  const nowhere: Expected['keys'] = () => {
    throw new Error(`Expected ${issuer} to say where its keys are`)
  }
  return {
    issuer,
    clientId,
    algorithms: signatures(id_token_signing_alg_values_supported),
    keys:
      jwks_uri === undefined
        ? nowhere
        : createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_SECONDS * 1_000 }),
  }
}

function lookUp({ issuer, clientId, clientSecret }: SignOnConfig): Promise<Configuration> {
  const address = new URL(issuer)
  const plain = address.protocol === 'http:' ? [allowInsecureRequests] : []
  const metadata = { client_secret: clientSecret, [clockTolerance]: CLOCKS_DIFFER_SECONDS }
  return discovery(address, clientId, metadata, undefined, {
    execute: [enableNonRepudiationChecks, ...plain],
    timeout: TIMEOUT_SECONDS,
  })
}

async function depart(
  provider: Configuration,
  { id, scope = SCOPE }: SignOnConfig,
  { back }: Places,
  next: string | undefined,
): Promise<{ readonly to: string; readonly journey: Journey }> {
  const verifier = randomPKCECodeVerifier()
  const made = { signOn: id, state: randomState(), nonce: randomNonce(), verifier }
  const journey: Journey = { ...made, ...(next === undefined ? {} : { next }) }
  const to = buildAuthorizationUrl(provider, {
    redirect_uri: back,
    scope,
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return { to: to.href, journey }
}

async function arrive(
  provider: Configuration,
  { claims: names }: SignOnConfig,
  { state, nonce, verifier }: Journey,
  at: URL,
): Promise<Arrival> {
  const tokens = await authorizationCodeGrant(provider, at, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const proven = tokens.claims()
  if (proven === undefined || tokens.id_token === undefined) throw new Error('Expected an ID token that was checked')
  // Many providers keep the ID token short and say the rest where one asks; what the token says goes first.
  const said =
    isShort(proven, names) && provider.serverMetadata().userinfo_endpoint !== undefined
      ? await fetchUserInfo(provider, tokens.access_token, proven.sub)
      : {}
  return {
    subject: proven.sub,
    claims: { ...said, ...proven },
    idToken: tokens.id_token,
    ...(typeof proven['sid'] === 'string' ? { sid: proven['sid'] } : {}),
  }
}

/** It says less than we need. */
const isShort = (proven: Claims, { user, companies }: SignOnConfig['claims']): boolean =>
  proven[user] === undefined || (companies !== undefined && proven[companies] === undefined)

function goodbye(provider: Configuration, { afterwards }: Places, idToken: string | undefined): string | undefined {
  if (provider.serverMetadata().end_session_endpoint === undefined) return undefined
  const hint = idToken === undefined ? {} : { id_token_hint: idToken }
  return buildEndSessionUrl(provider, { post_logout_redirect_uri: afterwards, ...hint }).href
}

/** What goes wrong on the way is nobody's bug here: the provider said no, said something wrong, or did not answer. */
async function attempt<T>(work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AuthorizationResponseError)
      return forbidden('sign-on.refused', 'Expected the sign-on to let you in, but it did not; try again')
    if (isSilence(error)) return unavailable('sign-on.unreachable', 'Expected an answer of the sign-on, but got none')
    if (REFUSALS.some((kind) => error instanceof kind))
      return forbidden('sign-on.invalid', `Expected a sign-in that began here just now, but ${reasonOf(error)}`)
    throw error
  }
}

const REFUSALS = [ClientError, ResponseBodyError, WWWAuthenticateChallengeError] as const

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'it was something else'

const SILENCE = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

function isSilence(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout) return true
  if (error instanceof ClientError) return SILENCE.includes(error.code ?? '')
  return error instanceof TypeError && error.message === 'fetch failed'
}
