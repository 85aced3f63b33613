/** The security server's own services: who is on the bus, what a provider offers, how it is described (PR-META, PR-MREST). */
import type { JsonObject } from '../../../core/json.ts'
import { mayCall, providerOf, type Directory } from './access.ts'
import { BusFault } from './bus-fault.ts'
import type { ClientId, ServiceAddress } from './identifiers.ts'
import type { Registry } from '../registries/registry.ts'
import { jsonReply, type Reply } from '../reply.ts'

export const METADATA_SERVICES: readonly string[] = ['listMethods', 'allowedMethods', 'getOpenAPI']

export function listClients(directory: Directory, query: URLSearchParams, accept: string | undefined): Reply {
  const instance = query.get('xRoadInstance')
  const members = [
    ...directory.registries.map((it) => memberOf(it.provider, it.memberName)),
    ...directory.clients.map((it) => memberOf(it, it)),
  ].filter((it) => instance === null || it.id['xroad_instance'] === instance)
  if (accept?.includes('application/json') === true) return jsonReply(200, { member: members })
  return {
    status: 200,
    headers: { 'Content-Type': 'text/xml;charset=utf-8' },
    body: Buffer.from(xmlList(members), 'utf8'),
  }
}

export function answerMetadata(
  directory: Directory,
  client: ClientId,
  address: ServiceAddress,
  query: URLSearchParams,
): Reply {
  const registry = providerOf(directory, address)
  if (address.serviceCode === 'getOpenAPI') return getOpenApi(registry, query)
  const all = address.serviceCode === 'listMethods'
  const services = registry.services.filter(
    (it) => all || mayCall(directory, client, `${registry.provider}/${it.code}`),
  )
  return jsonReply(200, {
    service: services.map((it) => ({
      object_type: 'SERVICE',
      service_type: 'OPENAPI',
      ...idFields(registry.provider),
      service_code: it.code,
      endpoint_list: it.endpoints.map(({ method, path }) => ({ method, path })),
    })),
  })
}

function getOpenApi(registry: Registry, query: URLSearchParams): Reply {
  const code = query.get('serviceCode')
  if (code === null) throw new BusFault('server.serverproxy.internal_error', 'Missing serviceCode in message body')
  const service = registry.services.find((it) => it.code === code)
  if (!service)
    throw new BusFault('server.serverproxy.unknown_service', `Could not find service '${registry.provider}/${code}'`)
  return jsonReply(200, service.openapi)
}

interface Member {
  readonly id: JsonObject
  readonly name: string
  readonly subsystem_name: string | null
}

function memberOf(id: string, name: string): Member {
  const subsystem = id.split('/')[3]
  const object_type = subsystem === undefined ? 'MEMBER' : 'SUBSYSTEM'
  return { id: { object_type, ...idFields(id) }, name, subsystem_name: subsystem ?? null }
}

function idFields(id: string): JsonObject {
  const [xroad_instance = '', member_class = '', member_code = '', subsystem_code] = id.split('/')
  return { xroad_instance, member_class, member_code, ...(subsystem_code === undefined ? {} : { subsystem_code }) }
}

function xmlList(members: readonly Member[]): string {
  const rows = members.map(({ id, name }) => {
    const field = (tag: string, key: string): string =>
      id[key] === undefined ? '' : `<id:${tag}>${escaped(String(id[key]))}</id:${tag}>`
    return (
      `<xrd:member><xrd:id id:objectType="${String(id['object_type'])}">${field('xRoadInstance', 'xroad_instance')}` +
      `${field('memberClass', 'member_class')}${field('memberCode', 'member_code')}` +
      `${field('subsystemCode', 'subsystem_code')}</xrd:id><xrd:name>${escaped(name)}</xrd:name></xrd:member>`
    )
  })
  return (
    '<?xml version="1.0" encoding="UTF-8"?><xrd:clientList xmlns:xrd="http://x-road.eu/xsd/xroad.xsd" ' +
    `xmlns:id="http://x-road.eu/xsd/identifiers">${rows.join('')}</xrd:clientList>`
  )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
