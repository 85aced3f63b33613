/** The little a browser keeps for us: which language its reader took, and the token of an open session. */
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Header lines longer than this are not read: we never set so much. */
const LONGEST = 16_000

const pairsOf = ({ headers }: Pick<FastifyRequest, 'headers'>): readonly string[] =>
  (headers.cookie ?? '').slice(0, LONGEST).split(/;\s*/)

/** The value of a cookie (RFC 6265); undefined where it is absent, empty, or there twice with different values. */
export function cookieOf(request: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const found = new Set(
    pairsOf(request)
      .filter((pair) => pair.startsWith(`${name}=`))
      .map((pair) => pair.slice(name.length + 1)),
  )
  const [value] = found
  return found.size === 1 && value !== '' ? value : undefined
}

/** What follows `prefix` in the names of cookies, in the order in which browsers send them: the oldest first. */
export const cookieNames = (request: Pick<FastifyRequest, 'headers'>, prefix: string): readonly string[] =>
  pairsOf(request).flatMap((pair) =>
    pair.startsWith(prefix) ? [pair.slice(prefix.length).split('=', 1)[0] ?? ''] : [],
  )

export interface CookieOptions {
  readonly secure: boolean
  /** Seconds; without it the cookie goes when the browser is closed. */
  readonly maxAge?: number
}

/** Never readable by scripts, and never sent along with a post from another site. */
export function setCookie(reply: FastifyReply, name: string, value: string, { secure, maxAge }: CookieOptions): void {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (secure) parts.push('Secure')
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`)
  reply.header('set-cookie', parts.join('; '))
}

export const clearCookie = (reply: FastifyReply, name: string, secure: boolean): void =>
  setCookie(reply, name, '', { secure, maxAge: 0 })
