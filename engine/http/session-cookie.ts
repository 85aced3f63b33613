/**
 * Where a browser keeps what makes it known again. `__Host-` cookies belong to this host alone and travel only over TLS;
 * on plain http, which is for trying things out on one's own machine, they go without the prefix.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { forbidden, type Problem } from '../core/problem.ts'
import { clearCookie, cookieNames, cookieOf, setCookie } from './cookies.ts'

export const COOKIES = ['masar', 'masar-before', 'masar-visit', 'masar-notice', 'masar-lang', 'masar-keys'] as const
/** One for each attempt to sign in elsewhere, so that two tabs do not take it from each other. */
export type CookieName = (typeof COOKIES)[number] | `masar-journey-${string}`

export interface CookieJar {
  get(request: FastifyRequest, name: CookieName): string | undefined
  /** What follows `masar-journey-` in the names of those the browser has, the oldest first. */
  journeys(request: FastifyRequest): readonly string[]
  /** @param maxAge seconds; without it until the browser is closed */
  set(reply: FastifyReply, name: CookieName, value: string, maxAge?: number): void
  clear(reply: FastifyReply, name: CookieName): void
  /** Why nobody may sign in over this connection; undefined where they may. */
  insecure(request: FastifyRequest): Problem | undefined
}

/** @param publicUrl how the public reaches this installation; https makes every cookie a secure one */
export function cookieJar(publicUrl: string): CookieJar {
  const secure = publicUrl.startsWith('https:')
  const named = (name: CookieName): string => (secure ? `__Host-${name}` : name)
  return {
    get: (request, name) => cookieOf(request, named(name)),
    journeys: (request) => cookieNames(request, named('masar-journey-')),
    set: (reply, name, value, maxAge) =>
      setCookie(reply, named(name), value, { secure, ...(maxAge === undefined ? {} : { maxAge }) }),
    clear: (reply, name) => clearCookie(reply, named(name), secure),
    insecure: ({ hostname }) =>
      secure || isThisMachine(hostname)
        ? undefined
        : forbidden('session.insecure', 'Expected https for signing in; set publicUrl to the https address people use'),
  }
}

const isThisMachine = (hostname: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname)
