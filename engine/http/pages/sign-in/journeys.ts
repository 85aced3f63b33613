/** What a browser remembers of the ways it was sent on to sign in elsewhere: one for each attempt, for ten minutes. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isJsonObject } from '../../../core/json.ts'
import type { Journey } from '../../sign-on/relying-party.ts'

/** Time to prove who one is, in seconds. */
const PATIENCE = 600
/** Attempts that are open at the same time; one more, and the oldest is forgotten: a browser may send only so much. */
const MOST = 4

const nameOf = (state: string) => `masar-journey-${state.slice(0, 12)}` as const

export function keepJourney(request: FastifyRequest, reply: FastifyReply, journey: Journey): void {
  const { cookies } = request.server
  const open = cookies.journeys(request)
  for (const old of open.slice(0, Math.max(0, open.length - MOST + 1))) cookies.clear(reply, `masar-journey-${old}`)
  cookies.set(reply, nameOf(journey.state), written(journey), PATIENCE)
}

/** Once: whoever comes back a second time by the same way was there already. */
export function takeJourney(request: FastifyRequest, reply: FastifyReply, state: unknown): Journey | undefined {
  if (typeof state !== 'string' || !/^[\w-]{12,200}$/.test(state)) return undefined
  const name = nameOf(state)
  const journey = read(request.server.cookies.get(request, name))
  if (journey !== undefined) request.server.cookies.clear(reply, name)
  return journey
}

const written = (journey: Journey): string => Buffer.from(JSON.stringify(journey)).toString('base64url')

function read(cookie: string | undefined): Journey | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8'))
    if (!isJsonObject(value)) return undefined
    const { signOn, state, nonce, verifier, next } = value
    if (typeof signOn !== 'string' || typeof state !== 'string') return undefined
    if (typeof nonce !== 'string' || typeof verifier !== 'string') return undefined
    return { signOn, state, nonce, verifier, ...(typeof next === 'string' ? { next } : {}) }
  } catch {
    return undefined
  }
}
