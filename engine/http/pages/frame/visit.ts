/** A browser that was here before without signing in: known by a random secret and nothing else, so that its forms are its own. */
import type { FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit | undefined
  }
}

export interface Visit {
  readonly secret: string
  /** The browser does not have it yet. */
  readonly fresh: boolean
}

const SECRET = /^[A-Za-z0-9_-]{43}$/

/** What the forms of this browser are sealed with. */
export const secretOf = (request: FastifyRequest): string => request.sessionToken ?? visitOf(request).secret

function visitOf(request: FastifyRequest): Visit {
  const kept = request.server.cookies.get(request, 'masar-visit')
  request.visit ??=
    kept !== undefined && SECRET.test(kept)
      ? { secret: kept, fresh: false }
      : { secret: request.server.newSecret(), fresh: true }
  return request.visit
}

/** Once the page is made: a secret it used for the first time goes with it. */
export function keepVisit(request: FastifyRequest, reply: FastifyReply): void {
  if (request.visit?.fresh) request.server.cookies.set(reply, 'masar-visit', request.visit.secret)
}
