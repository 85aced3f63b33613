/** Who asks whom, as the security server's double reads it from address and header: strictly, and written anew beside the connector. */
import { BusFault } from './bus-fault.ts'

export interface ClientId {
  readonly parts: readonly string[]
  /** As it stood in the header. */
  readonly encoded: string
}

export interface ServiceAddress {
  /** Instance, class, member, subsystem. */
  readonly provider: string
  readonly serviceCode: string
  /** What follows the service code: "" or "/v1/x". */
  readonly path: string
  readonly encoded: string
}

const FORBIDDEN = new Set(['%', ':', ';', '/', '\\', '\u200b', '\ufeff'])
const LENGTH = 255

/** "SUBSYSTEM:PS/GOV/MOJ/masar", as security servers print it. */
export const clientText = (id: ClientId): string =>
  `${id.parts.length === 4 ? 'SUBSYSTEM' : 'MEMBER'}:${id.parts.join('/')}`

export const serviceText = (address: ServiceAddress): string => `${address.provider}/${address.serviceCode}`

/** The raw path, still encoded: "/r1/PS/GOV/MOI/civil-registry/getPerson/v1". */
export function readAddress(rawPath: string): ServiceAddress {
  const parts = rawPath.split('/')
  if (parts.length < 7) throw new BusFault('server.clientproxy.internal_error', 'Invalid request URI')
  const names = parts.slice(2, 7).map(decoded)
  names.forEach(checkPart)
  const rest = parts.slice(7)
  return {
    provider: names.slice(0, 4).join('/'),
    serviceCode: names[4] ?? '',
    path: rest.length === 0 ? '' : `/${rest.join('/')}`,
    encoded: parts.slice(2, 7).join('/'),
  }
}

/** Of several X-Road-Client headers the last one counts. */
export function readClient(values: readonly string[]): ClientId {
  const encoded = values.at(-1)
  if (encoded === undefined)
    throw new BusFault('server.clientproxy.invalid_client_identifier', 'The client identifier is missing')
  const parts = encoded.split('/')
  if (parts.length < 3 || parts.length > 4) throw new BusFault('server.clientproxy.internal_error', 'Invalid Client Id')
  const names = parts.map(decoded)
  names.forEach(checkPart)
  return { parts: names, encoded }
}

/** `[class/]memberCode`, at most once; undefined where nobody is represented. */
export function readRepresentedParty(values: readonly string[]): string | undefined {
  const [encoded, ...more] = values
  if (encoded === undefined) return undefined
  const parts = encoded.split('/')
  if (more.length > 0 || parts.length > 2)
    throw new BusFault('client.bad_request', 'Invalid X-Road-Represented-Party: expected [class/]memberCode once')
  const names = parts.map(decoded)
  names.forEach(checkPart)
  return names.join('/')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new BusFault('server.clientproxy.internal_error', 'Malformed percent-encoding in an identifier')
  }
}

function checkPart(part: string): void {
  const bad = part === '' || part.length > LENGTH || [...part].some((it) => FORBIDDEN.has(it) || isControl(it))
  if (bad)
    throw new BusFault(
      'server.clientproxy.invalid_client_identifier',
      'Identifier is empty or contains invalid characters',
    )
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code < 0x20 || (code >= 0x7f && code <= 0x9f)
}
