/** Over which line, and under which name, an agency asks: decided by the operator's settings alone. */
import type { AgencyId } from '../../core/ids.ts'
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import type { DatabusConfig } from './config.ts'
import type { Line } from './wire/connection.ts'
import { busName, clientHeader, instanceOf, type ServiceId } from './service-id.ts'

export interface Route {
  readonly line: Line
  /** Encoded X-Road-Client. */
  readonly client: string
  /** The same as a person writes it. */
  readonly clientName: string
  readonly totalMs: number
}

export function resolveRoute(
  config: DatabusConfig,
  lines: ReadonlyMap<string, Line>,
  agency: AgencyId,
  service: ServiceId,
): Route | Problem {
  const settings = Object.hasOwn(config.agencies, agency) ? config.agencies[agency] : undefined
  const line = settings && lines.get(settings.connection)
  if (!settings || !line)
    return invalid(
      'databus.agency',
      `Expected agency "${agency}" to have a data bus connection, but found none; add it to the operator's data bus settings`,
    )
  const allowed = config.connections[settings.connection]?.instances ?? []
  if (!allowed.includes(instanceOf(service)))
    return invalid(
      'databus.instance',
      `Expected a service of ${allowed.join(', ')}, but found one of "${instanceOf(service)}"; the connection ` +
        `"${settings.connection}" does not reach it`,
    )
  const client = clientHeader(settings.client)
  if (isProblem(client)) return client
  const totalMs = config.services?.[busName(service)]?.totalMs ?? line.totalMs
  return { line, client, clientName: settings.client, totalMs }
}
