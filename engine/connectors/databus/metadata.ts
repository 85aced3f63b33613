/**
 * What can be asked on the data bus: who is there, which services they offer, how those are described.
 *
 * For the designer's palette and the operator's checks. Security servers write their lists in snake_case while their
 * published annex says camelCase; both are read.
 */
import type { AgencyId } from '../../core/ids.ts'
import { invalid, isProblem, unavailable, type Problem } from '../../core/problem.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts'
import type { DatabusConfig } from './config.ts'
import { closeLine, openLine, type Line } from './wire/connection.ts'
import { readReply } from './wire/reply.ts'
import { clientHeader, providerPath } from './service-id.ts'
import { exchange } from './wire/transport.ts'
import { header } from './verdict.ts'

export interface BusMember {
  readonly kind: 'member' | 'subsystem'
  /** "PS/GOV/MOI" or "PS/GOV/MOI/civil-registry". */
  readonly id: string
  readonly name: string
}

export interface BusService {
  /** "PS/GOV/MOI/civil-registry/getPerson". */
  readonly id: string
  readonly type: 'OPENAPI' | 'REST'
  readonly endpoints: readonly { readonly method: string; readonly path: string }[]
}

export interface BusMetadata {
  /** Everybody on the bus, of this X-Road instance or of the security server's own. */
  listClients(instance?: string): Promise<readonly BusMember[] | Problem>
  /** Services of a provider, "PS/GOV/MOI/civil-registry". */
  listMethods(provider: string): Promise<readonly BusService[] | Problem>
  /** Only those our agency may call. */
  allowedMethods(provider: string): Promise<readonly BusService[] | Problem>
  /** The OpenAPI description as the provider wrote it: JSON or YAML text. */
  getOpenApi(provider: string, serviceCode: string): Promise<string | Problem>
  close(): void
}

/** The bus knows no server of this provider. */
export const UNKNOWN_MEMBER = 'databus.unknown-member'

export function busMetadata(config: DatabusConfig, agency: AgencyId): BusMetadata | Problem {
  const settings = Object.hasOwn(config.agencies, agency) ? config.agencies[agency] : undefined
  const connection = settings && config.connections[settings.connection]
  if (!settings || !connection)
    return invalid('databus.agency', `Expected agency "${agency}" to have a data bus connection, but found none`)
  const client = clientHeader(settings.client)
  if (isProblem(client)) return client
  const line = openLine(connection)
  const headers = { 'X-Road-Client': client }
  const methods =
    (service: string) =>
    async (provider: string): Promise<readonly BusService[] | Problem> => {
      const path = providerPath(provider)
      if (isProblem(path)) return path
      const reply = await fetchJson(line, `${path}/${service}`, headers)
      return isProblem(reply) ? reply : servicesOf(reply)
    }
  return {
    async listClients(instance) {
      const query = instance === undefined ? '' : `?xRoadInstance=${encodeURIComponent(instance)}`
      const reply = await fetchJson(line, `/listClients${query}`, {})
      return isProblem(reply) ? reply : membersOf(reply)
    },
    listMethods: methods('listMethods'),
    allowedMethods: methods('allowedMethods'),
    async getOpenApi(provider, serviceCode) {
      const path = providerPath(provider)
      if (isProblem(path)) return path
      const answer = await fetchText(line, `${path}/getOpenAPI?serviceCode=${encodeURIComponent(serviceCode)}`, headers)
      return isProblem(answer) ? answer : answer.body.toString('utf8')
    },
    close: () => closeLine(line),
  }
}

async function fetchText(line: Line, path: string, headers: Readonly<Record<string, string>>) {
  const base = line.baseUrl.pathname.replace(/\/$/, '')
  const wire = {
    method: 'GET',
    path: `${base}${path}`,
    headers: { Accept: 'application/json', 'Accept-Encoding': 'identity', ...headers },
    totalMs: line.totalMs,
    fresh: false,
  }
  const sent = await exchange(line, wire, new AbortController().signal)
  if (sent.kind === 'answer' && sent.status === 200) return sent
  const found = sent.kind === 'lost' ? sent.code : (header(sent.headers, 'x-road-error') ?? `status ${sent.status}`)
  // Spelt "UnknownMember" by security servers up to 7.7.
  const unknown = found.toLowerCase().replaceAll('_', '').endsWith('.unknownmember')
  const code = unknown ? UNKNOWN_MEMBER : 'databus.metadata'
  return unavailable(code, `Expected the security server to describe its services, but found ${found}`)
}

async function fetchJson(
  line: Line,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<JsonValue | Problem> {
  const answer = await fetchText(line, path, headers)
  if (isProblem(answer)) return answer
  const reply = readReply(answer.headers, answer.body)
  return reply.kind === 'read' ? reply.body : unavailable('databus.metadata', reply.reason)
}

function membersOf(reply: JsonValue): readonly BusMember[] {
  return listOf(reply, 'member').map((entry) => {
    const id = isJsonObject(entry['id']) ? entry['id'] : {}
    const subsystem = field(id, 'subsystem_code', 'subsystemCode')
    return {
      kind: subsystem === undefined ? 'member' : 'subsystem',
      id: joined(id, subsystem),
      name: field(entry, 'subsystem_name', 'subsystemName') ?? field(entry, 'name', 'name') ?? '',
    }
  })
}

function servicesOf(reply: JsonValue): readonly BusService[] {
  const entries = listOf(reply, 'service')
  return (entries.length > 0 ? entries : listOf(reply, 'member')).map((entry) => ({
    id: `${joined(entry, field(entry, 'subsystem_code', 'subsystemCode'))}/${field(entry, 'service_code', 'serviceCode') ?? ''}`,
    type: field(entry, 'service_type', 'serviceType') === 'OPENAPI' ? 'OPENAPI' : 'REST',
    endpoints: [...listOf(entry, 'endpoint_list'), ...listOf(entry, 'endpointList')].map((it) => ({
      method: field(it, 'method', 'method') ?? '*',
      path: field(it, 'path', 'path') ?? '/**',
    })),
  }))
}

function joined(id: JsonObject, subsystem: string | undefined): string {
  const parts = [
    field(id, 'xroad_instance', 'xRoadInstance'),
    field(id, 'member_class', 'memberClass'),
    field(id, 'member_code', 'memberCode'),
    subsystem,
  ]
  return parts.filter((part) => part !== undefined).join('/')
}

function listOf(value: JsonValue, name: string): readonly JsonObject[] {
  const list = isJsonObject(value) ? value[name] : undefined
  return Array.isArray(list) ? list.filter(isJsonObject) : []
}

function field(entry: JsonObject, snake: string, camel: string): string | undefined {
  const value = entry[snake] ?? entry[camel]
  return typeof value === 'string' ? value : undefined
}
