/**
 * The name of another agency's service on the data bus, e.g. "PS/GOV/MOI/civil-registry/getPerson/v1".
 *
 * instance / class / member / subsystem / service [/ version]. X-Road REST names have no version of their own: "v1" is
 * the first segment of the path behind the service. Every part is taken from a package, so it is held to the identifier
 * alphabet of PR-REST 4.8 before it comes near an address: no slash, percent, colon, dot-only or invisible character.
 */
import { invalid, type Problem } from '../../core/problem.ts'

export interface ServiceId {
  /** Five parts: instance, class, member, subsystem, service. */
  readonly parts: readonly string[]
  readonly version?: string
}

const PART = /^[A-Za-z0-9 '()+,.=?-]{1,255}$/
const DOTS_ONLY = /^\.+$/
const VERSION = /^v[0-9]{1,4}(\.[0-9]{1,4}){0,2}$/

export function parseServiceId(text: string): ServiceId | Problem {
  const parts = text.split('/')
  if (parts.length !== 5 && parts.length !== 6) return mistake('of five parts and a version', text)
  const names = parts.slice(0, 5)
  if (!names.every(isPart)) return mistake("of letters, digits and '()+,-.=?", text)
  const version = parts[5]
  if (version === undefined) return { parts: names }
  return VERSION.test(version) ? { parts: names, version } : mistake('ending in a version like v1', text)
}

/** The X-Road-Client of an agency, "PS/GOV/MOJ/masar" (the subsystem may be absent), percent-encoded for the header. */
export function clientHeader(text: string): string | Problem {
  const parts = text.split('/')
  if ((parts.length !== 3 && parts.length !== 4) || !parts.every(isPart))
    return invalid(
      'databus.client',
      `Expected a client like "PS/GOV/MOJ/masar", but found "${text.slice(0, 80)}"; correct the agency's data bus settings`,
    )
  return parts.map(encodeURIComponent).join('/')
}

/** The X-Road-Represented-Party of a company: member class and number. */
export const partyHeader = (memberClass: string, code: string): string =>
  [memberClass, code].map(encodeURIComponent).join('/')

export const instanceOf = (id: ServiceId): string => id.parts[0] ?? ''

/** Without the version: what the bus itself calls the service. */
export const busName = (id: ServiceId): string => id.parts.join('/')

export const serviceText = (id: ServiceId): string =>
  id.version === undefined ? busName(id) : `${busName(id)}/${id.version}`

/** "/r1/PS/GOV/MOI/civil-registry/getPerson/v1": each part encoded by itself, the slashes never. */
export function servicePath(id: ServiceId): string {
  const version = id.version === undefined ? '' : `/${id.version}`
  return `/r1/${id.parts.map(encodeURIComponent).join('/')}${version}`
}

/** "/r1/PS/GOV/MOI/civil-registry" of a provider's subsystem, under which the metadata services stand. */
export function providerPath(text: string): string | Problem {
  const parts = text.split('/')
  if (parts.length === 4 && parts.every(isPart)) return `/r1/${parts.map(encodeURIComponent).join('/')}`
  return invalid(
    'databus.provider',
    `Expected a provider like "PS/GOV/MOI/civil-registry", but found "${text.slice(0, 80)}"`,
  )
}

const isPart = (part: string): boolean => PART.test(part) && !DOTS_ONLY.test(part)

function mistake(expected: string, found: string): Problem {
  return invalid(
    'databus.service',
    `Expected a service name ${expected}, like "PS/GOV/MOI/civil-registry/getPerson/v1", but found ` +
      `"${found.slice(0, 80)}"; correct the input "service" of the task`,
  )
}
