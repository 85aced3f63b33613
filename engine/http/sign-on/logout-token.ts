/**
 * The word of a sign-on that it has ended a session (OpenID Connect Back-Channel Logout 1.0, 2.4 to 2.6): a token that it
 * signed, for us, just now, that says so and cannot be taken for one that lets somebody in.
 */
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import type { Ending } from '../../core/account.ts'
import { forbidden, type Problem } from '../../core/problem.ts'

export interface Expected {
  readonly issuer: string
  readonly clientId: string
  /** With which the provider signs its ID tokens. */
  readonly algorithms: readonly string[]
  readonly keys: JWTVerifyGetKey
}

export type LogoutToken = Omit<Ending, 'signOn' | 'at'>

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
const CLOCKS_DIFFER_SECONDS = 30
/** A word older than this is not heard, so that words heard need not be remembered for longer. */
const OLDEST_SECONDS = 600
const LONGEST_NAME = 255
/** Whoever knows our secret could sign with the others. */
const ASYMMETRIC = /^(?:[RPE]S(?:256|384|512)|EdDSA|Ed25519)$/
/** With a kind of its own, or with none, as older providers do. */
const KINDS: ReadonlySet<string> = new Set(['logout+jwt', 'application/logout+jwt', 'jwt', ''])

export const signatures = (supported: readonly string[] | undefined): readonly string[] =>
  (supported ?? ['RS256']).filter((name) => ASYMMETRIC.test(name))

/** Throws where the keys of the provider cannot be had. */
export async function readLogoutToken(text: string, expected: Expected): Promise<LogoutToken | Problem> {
  try {
    const { payload, protectedHeader } = await jwtVerify(text, expected.keys, {
      issuer: expected.issuer,
      audience: expected.clientId,
      algorithms: [...expected.algorithms],
      clockTolerance: CLOCKS_DIFFER_SECONDS,
      maxTokenAge: OLDEST_SECONDS,
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
    })
    return KINDS.has((protectedHeader.typ ?? '').toLowerCase()) ? endingIn(payload) : refused('its kind')
  } catch (error) {
    if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw error
    return refused(error.code)
  }
}

function endingIn({ jti, sub, sid, events, nonce }: JWTPayload): LogoutToken | Problem {
  if (nonce !== undefined) return refused('a nonce, as a token has that lets somebody in')
  if (!isOfEvent(events)) return refused('another event')
  if (!isName(jti) || ![sub, sid].every((one) => one === undefined || isName(one)))
    return refused('names that are none')
  if (!isName(sub) && !isName(sid)) return refused('neither a person nor a session')
  return { token: jti, ...(isName(sub) ? { subject: sub } : {}), ...(isName(sid) ? { sid } : {}) }
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME

const isOfEvent = (events: unknown): boolean =>
  typeof events === 'object' &&
  events !== null &&
  EVENT in events &&
  typeof events[EVENT] === 'object' &&
  events[EVENT] !== null

const refused = (found: string): Problem =>
  forbidden('sign-on.ending', `Expected a logout token that the sign-on signed for us just now, but found ${found}`)
