/** What every route works with, and how its result leaves. */
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../core/actor.ts'
import { isProblem, ProblemError, unauthenticated, type Problem } from '../../core/problem.ts'
import type { ServiceCatalogue } from '../../core/service-catalogue.ts'
import type { SpecimenPrinter } from '../../core/specimen.ts'
import type { Engine } from '../../engine.ts'
import type { Attempts } from '../attempts.ts'
import type { FileLinks } from '../files/links.ts'
import type { Metrics } from '../metrics.ts'
import type { SignOnConfig } from '../sign-on/config.ts'
import type { Parties } from '../sign-on/parties.ts'

export interface HttpOptions {
  readonly engine: Engine
  readonly metrics: Metrics
  readonly receiveFromSwitch: SwitchReceiver
  readonly certificateKeys: CertificateKeys
  /** Absent where no documents are configured: nothing is printed here. */
  readonly specimen?: SpecimenPrinter
  /** What other agencies offer on the data bus. */
  readonly catalogue: ServiceCatalogue
  /** Where else people may prove who they are. */
  readonly signOns: readonly SignOnConfig[]
  /** Whether a browser may sign in with the password of an account here. */
  readonly localAccounts: boolean
  /** How the public reaches this installation. */
  readonly publicUrl: string
  /** Where the switch lets a citizen pay a charge, where it has such a page. */
  readonly payerPage?: (charge: string) => string | undefined
  /** pino level; 'silent' in tests. */
  readonly logLevel: string
  /** Requests a minute and address; sign-in has its own, stricter. */
  readonly requestsPerMinute: number
  readonly signInsPerMinute: number
  /** Addresses or CIDR ranges of proxies in front whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
}

export interface ApiContext {
  readonly engine: Engine
  readonly options: HttpOptions
  /** Failed sign-ins, whichever way they were tried. */
  readonly attempts: Attempts
  readonly links: FileLinks
  /** The sign-ons outside. */
  readonly parties: Parties
}

/** One request of the payment switch, as it came off the wire. */
export interface SwitchRequest {
  readonly method: string
  /** Path and query as sent. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

export interface SwitchResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type SwitchReceiver = (request: SwitchRequest) => Promise<SwitchResponse>

/** Public keys with which anyone verifies a certificate, as a JWK set (RFC 7517). */
export interface CertificateKeys {
  readonly keys: readonly object[]
}

/** A result, or the problem thrown to the error handler. */
export function orThrow<T>(result: T | Problem): T {
  if (isProblem(result)) throw new ProblemError(result)
  return result as T
}

/** The caller of a route whose policy let only signed-in callers through. */
export function actorOfRequest(request: FastifyRequest): Actor {
  if (request.actor === undefined)
    throw new ProblemError(unauthenticated('session.missing', 'Expected a signed-in caller'))
  return request.actor
}
