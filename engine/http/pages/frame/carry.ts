/** What the server carries for its pages: the cookie jar, the built assets, and what a page may load and post to. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { HttpOptions } from '../../api/context.ts'
import { cookieJar, type CookieJar } from '../../session-cookie.ts'
import type { Assets } from './assets.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly cookies: CookieJar
    /** "https://masar.example": behind a proxy the server itself is asked under another name. */
    readonly publicOrigin: string
    /** Content-Security-Policy of every page. */
    readonly pagePolicy: string
    assets: Assets
    newSecret(): string
  }
}

/** Its own scripts, styles and fonts, its own server; nothing written in a page runs, nothing frames it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

/** Signing out leads on to where one signed in, and browsers hold the way on of a form to this list too. */
const policyOf = (signOns: readonly { readonly issuer: string }[]): string =>
  [
    ...POLICY,
    `form-action ${["'self'", ...new Set(signOns.map(({ issuer }) => new URL(issuer).origin))].join(' ')}`,
  ].join(';')

export function carryPages(app: FastifyInstance, { engine, publicUrl, signOns }: HttpOptions): void {
  app.decorate('cookies', cookieJar(publicUrl))
  app.decorate('publicOrigin', new URL(publicUrl).origin)
  app.decorate('pagePolicy', policyOf(signOns))
  app.decorate('newSecret', () => engine.deps.ids.secret())
  app.decorate('assets', NONE)
  app.decorateRequest('visit', undefined)
}

const NONE: Assets = {
  href: (name) => {
    throw new Error(`Expected the pages to be built before one asks for ${name}`)
  },
  file: () => undefined,
}

/** Where nothing is found, a browser gets a page and a program a problem. */
const MACHINES = /^\/(api|fspiop|assets|\.well-known)(\/|$)/

export const wantsPage = (request: FastifyRequest): boolean =>
  request.routeOptions.config?.page === true ||
  (request.is404 && !MACHINES.test(request.url) && /\btext\/html\b/.test(request.headers.accept ?? ''))
