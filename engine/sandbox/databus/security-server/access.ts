/** Who is registered at the double's security server, and who may call what: the access rights a provider grants. */
import { BusFault } from './bus-fault.ts'
import { clientText, serviceText, type ClientId, type ServiceAddress } from './identifiers.ts'
import type { Registry, RegistryService } from '../registries/registry.ts'

export interface AccessRight {
  /** "PS/GOV/MOJ/masar". */
  readonly client: string
  /** "PS/GOV/MOI/civil-registry" for all of a provider, or with "/getPerson". */
  readonly service: string
}

export interface Directory {
  readonly registries: readonly Registry[]
  /** Subsystems (or members) connected to this security server. */
  readonly clients: readonly string[]
  readonly access: readonly AccessRight[]
  /** Services their provider has switched off, with the notice. */
  readonly disabled: Readonly<Record<string, string>>
}

/** The agencies that come with the sandbox. */
export const SANDBOX_CLIENTS: readonly string[] = [
  'PS/GOV/MOJ/masar',
  'PS/GOV/MNE/masar',
  'PS/GOV/MOT/masar',
  'PS/GOV/LGU/masar',
]

export function everythingFor(clients: readonly string[], registries: readonly Registry[]): readonly AccessRight[] {
  return clients.flatMap((client) => registries.map((it) => ({ client, service: it.provider })))
}

export function checkRegistered(directory: Directory, client: ClientId): void {
  if (!directory.clients.includes(client.parts.join('/')))
    throw new BusFault('server.clientproxy.unknown_member', `Client '${clientText(client)}' not found`)
}

export function providerOf(directory: Directory, address: ServiceAddress): Registry {
  const registry = directory.registries.find((it) => it.provider === address.provider)
  if (!registry)
    throw new BusFault(
      'server.clientproxy.unknown_member',
      `Could not find addresses for service provider "SERVICE:${serviceText(address)}"`,
    )
  return registry
}

/** In the order of a provider's security server: does it exist, may this client, is it switched on. */
export function serviceFor(
  directory: Directory,
  registry: Registry,
  client: ClientId,
  address: ServiceAddress,
): RegistryService {
  const name = serviceText(address)
  const service = registry.services.find((it) => it.code === address.serviceCode)
  if (!service) throw new BusFault('server.serverproxy.unknown_service', `Unknown service: SERVICE:${name}`)
  if (!mayCall(directory, client, name))
    throw new BusFault('server.serverproxy.access_denied', `Request is not allowed: SERVICE:${name}`)
  const notice = directory.disabled[name]
  if (notice !== undefined)
    throw new BusFault('server.serverproxy.service_disabled', `Service SERVICE:${name} is disabled: ${notice}`)
  return service
}

export function mayCall(directory: Directory, client: ClientId, service: string): boolean {
  const who = client.parts.join('/')
  return directory.access.some((right) => right.client === who && `${service}/`.startsWith(`${right.service}/`))
}
