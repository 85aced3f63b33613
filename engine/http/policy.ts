/**
 * Who may call a route. Every route names it; a route that does not stops the server from starting.
 *
 * The policy says which roles may call at all; whether this person may touch this application or task is judged by
 * core/policy/access.ts on the object itself.
 */
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Actor, Role } from '../core/actor.ts'
import type { Company } from '../core/company.ts'

export type RoutePolicy =
  /** Anyone, signed in or not. */
  | { readonly kind: 'public' }
  /** Anyone signed in. */
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  /** Proves itself by the signature on its body; the handler verifies it before anything else. */
  | { readonly kind: 'signature' }

export const everyone: RoutePolicy = { kind: 'public' }
export const signedIn: RoutePolicy = { kind: 'signedIn' }
export const signature: RoutePolicy = { kind: 'signature' }
export const roles = (...names: readonly Role[]): RoutePolicy => ({ kind: 'roles', roles: names })

/** Who may use the desk at all: staff who work at it, or look after that work. */
export const atDesk: RoutePolicy = roles('clerk', 'supervisor', 'operator', 'auditor')
/** Who gives a task to somebody else, and says when an agency is closed. */
export const overDesk: RoutePolicy = roles('supervisor', 'operator')

/** One line of the route table. */
export interface RouteEntry {
  /** "POST /api/tasks/:id/claim" */
  readonly route: string
  readonly policy: RoutePolicy
}

export interface Lapsed {
  readonly actor: Actor
  readonly token: string
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, with who may call it. */
    readonly routeTable: readonly RouteEntry[]
  }
  interface FastifyContextConfig {
    readonly policy?: RoutePolicy
    /** For people in a browser: the caller is known by the cookie of a session, everywhere else by a bearer token. */
    readonly page?: true
    /** Concerns the person alone: also for somebody whose mandate has ended and who has not said yet for whom they act now, and by a form opened for whomever. */
    readonly anyMandate?: true
    /** form: what somebody typed is kept for them where their session has run out (pages/frame/typed.ts). background: what is typed is saved by it meanwhile. */
    readonly typed?: 'form' | 'background'
  }
  interface FastifyRequest {
    actor: Actor | undefined
    /** sha-256 of the token the caller came with. */
    tokenDigest: string | undefined
    /** Of pages: who was signed in until their session ran out. They are not, and this opens nothing. */
    lapsed: Lapsed | undefined
    /** The token itself, on pages: what their forms are sealed with. */
    sessionToken: string | undefined
    /** The name of a signed-in person, for people. */
    personName: string | undefined
    /** The company the caller said they act for, and may no longer. */
    endedMandate: Company | undefined
  }
}

/** Refuses, while the server is being built, any route without a policy, and keeps the table of the others. */
export function demandPolicies(app: FastifyInstance): void {
  const table: RouteEntry[] = []
  app.decorate('routeTable', table)
  app.addHook('onRoute', ({ method, url, config }: RouteOptions) => {
    if (config?.policy === undefined)
      throw new Error(
        `Expected the route ${String(method)} ${url} to name who may call it in config.policy, but it names nobody`,
      )
    for (const one of [method].flat()) table.push({ route: `${one} ${url}`, policy: config.policy })
  })
}

export function allows(policy: RoutePolicy, actor: Actor | undefined): boolean {
  if (policy.kind === 'public' || policy.kind === 'signature') return true
  if (actor === undefined) return false
  if (policy.kind === 'signedIn' || actor.kind === 'system') return true
  return policy.roles.some((role) => actor.roles.includes(role))
}
