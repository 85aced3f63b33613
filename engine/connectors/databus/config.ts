/**
 * What the operator says about the data bus: where the security servers are, who we are there, how long we wait.
 *
 * Hosts, keys and client names come from here only. A package names a service; the connection it goes over is the one of
 * its agency, and only towards the X-Road instances listed for that connection.
 */
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import { isJsonObject } from '../../core/json.ts'
import { clientHeader } from './service-id.ts'

export interface DatabusConfig {
  /** By name, e.g. "main". */
  readonly connections: Readonly<Record<string, BusConnection>>
  /** By agency code, e.g. "moj". An agency that is absent here cannot use the bus. */
  readonly agencies: Readonly<Record<string, AgencyOnBus>>
  /** By service name without version; longer or shorter waits than the connection's. */
  readonly services?: Readonly<Record<string, ServiceSettings>>
  /** Headers a package may add begin with this; "X-Masar-" unless said otherwise. */
  readonly headerPrefix?: string
  /** Member class under which companies that applicants act for are named to providers; "COM" unless said otherwise. */
  readonly companyClass?: string
}

export interface BusConnection {
  readonly dialect: 'xroad-r1'
  /** "https://ss.moj.example" with an optional path; no user, query or fragment. */
  readonly baseUrl: string
  /** X-Road instances that may be asked over it, e.g. ["PS"]. */
  readonly instances: readonly string[]
  /** Milliseconds to reach the security server; 10,000 unless said otherwise. */
  readonly connectMs?: number
  /** Milliseconds for the whole call; 60,000 unless said otherwise, since a security server waits for ever. */
  readonly totalMs?: number
  /** Bytes of an answer we are ready to read; 10 MiB unless said otherwise. */
  readonly replyBytes?: number
  readonly tls?: BusTls
}

/** Paths of PEM files. With key and certificate the security server knows us by mutual TLS. */
export interface BusTls {
  readonly key?: string
  readonly cert?: string
  readonly ca?: string
  readonly servername?: string
}

export interface AgencyOnBus {
  /** X-Road-Client: "PS/GOV/MOJ/masar". */
  readonly client: string
  readonly connection: string
}

export interface ServiceSettings {
  readonly totalMs: number
}

export const CONNECT_MS = 10_000
export const TOTAL_MS = 60_000
export const REPLY_BYTES = 10 * 1024 * 1024
export const HEADER_PREFIX = 'X-Masar-'
export const COMPANY_CLASS = 'COM'

/** Reads the operator's settings; the first thing that is wrong is named. */
export function readDatabusConfig(value: unknown): DatabusConfig | Problem {
  if (!isJsonObject(value)) return wrong('databus', 'an object', value)
  if (!isJsonObject(value['connections'])) return wrong('databus.connections', 'an object of connections', value)
  if (!isJsonObject(value['agencies'])) return wrong('databus.agencies', 'an object of agencies', value)
  for (const [name, connection] of Object.entries(value['connections'])) {
    const problem = connectionProblem(`databus.connections.${name}`, connection)
    if (problem) return problem
  }
  for (const [agency, settings] of Object.entries(value['agencies'])) {
    const problem = agencyProblem(`databus.agencies.${agency}`, settings, Object.keys(value['connections']))
    if (problem) return problem
  }
  const prefix = value['headerPrefix']
  if (prefix !== undefined && !(typeof prefix === 'string' && HEADER_PREFIX_FORM.test(prefix)))
    return wrong('databus.headerPrefix', 'the beginning of a header name like "X-Masar-", not of X-Road\'s own', prefix)
  const companyClass = value['companyClass']
  if (companyClass !== undefined && !(typeof companyClass === 'string' && /^[A-Za-z0-9-]{1,30}$/.test(companyClass)))
    return wrong('databus.companyClass', 'a member class like "COM"', companyClass)
  return servicesProblem(value['services']) ?? (value as unknown as DatabusConfig)
}

const HEADER_PREFIX_FORM = /^X-(?!Road)[A-Za-z0-9-]{1,30}-$/i

function connectionProblem(place: string, value: unknown): Problem | undefined {
  if (!isJsonObject(value)) return wrong(place, 'an object', value)
  if (value['dialect'] !== 'xroad-r1') return wrong(`${place}.dialect`, '"xroad-r1"', value['dialect'])
  if (!isBaseUrl(value['baseUrl']))
    return wrong(`${place}.baseUrl`, 'an http or https address without user, query or fragment', value['baseUrl'])
  const instances = value['instances']
  if (!Array.isArray(instances) || instances.length === 0 || !instances.every((it) => typeof it === 'string'))
    return wrong(`${place}.instances`, 'a list of X-Road instances like ["PS"]', instances)
  for (const key of ['connectMs', 'totalMs', 'replyBytes'])
    if (value[key] !== undefined && !isPositive(value[key]))
      return wrong(`${place}.${key}`, 'a whole number', value[key])
  return tlsProblem(`${place}.tls`, value['tls'])
}

function tlsProblem(place: string, value: unknown): Problem | undefined {
  if (value === undefined) return undefined
  if (!isJsonObject(value)) return wrong(place, 'an object', value)
  for (const [key, item] of Object.entries(value))
    if (!['key', 'cert', 'ca', 'servername'].includes(key) || typeof item !== 'string')
      return wrong(`${place}.${key}`, 'one of key, cert, ca, servername as text', item)
  if ((value['key'] === undefined) !== (value['cert'] === undefined))
    return wrong(place, 'key and cert together', Object.keys(value))
  return undefined
}

function agencyProblem(place: string, value: unknown, connections: readonly string[]): Problem | undefined {
  if (!isJsonObject(value)) return wrong(place, 'an object', value)
  const { client, connection } = value
  if (typeof client !== 'string' || isProblem(clientHeader(client)))
    return wrong(`${place}.client`, 'a client like "PS/GOV/MOJ/masar"', client)
  if (typeof connection !== 'string' || !connections.includes(connection))
    return wrong(`${place}.connection`, `one of ${connections.join(', ')}`, connection)
  return undefined
}

function servicesProblem(value: unknown): Problem | undefined {
  if (value === undefined) return undefined
  if (!isJsonObject(value)) return wrong('databus.services', 'an object', value)
  for (const [name, settings] of Object.entries(value))
    if (!isJsonObject(settings) || !isPositive(settings['totalMs']))
      return wrong(`databus.services["${name}"].totalMs`, 'a whole number of milliseconds', settings)
  return undefined
}

const isPositive = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0

function isBaseUrl(value: unknown): boolean {
  const url = typeof value === 'string' ? URL.parse(value) : null
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false
  return url.username === '' && url.password === '' && url.search === '' && url.hash === ''
}

const wrong = (place: string, expected: string, found: unknown): Problem =>
  invalid('databus.config', `Expected ${expected} at ${place}, but found ${String(JSON.stringify(found)).slice(0, 80)}`)
