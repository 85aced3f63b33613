/** A data bus double and a connector pointed at it, for tests over real sockets. */
import { databusConnector, type DatabusConnector } from '../../engine/connectors/databus/databus.ts'
import type { BusConnection, DatabusConfig } from '../../engine/connectors/databus/config.ts'
import type { ConnectorJob, JobOutcome } from '../../engine/core/connector.ts'
import type { BusCallRow, EvidenceStore } from '../../engine/core/evidence.ts'
import type { AgencyId, GlobalId, InstanceId, ProgramKey, Reference } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import {
  startDatabusDouble,
  type DatabusDouble,
  type DatabusDoubleOptions,
} from '../../engine/sandbox/databus/double.ts'

export const NOW = Date.parse('2026-11-23T09:00:00Z')
export const clock = { now: () => NOW }
export const GET_PERSON = 'PS/GOV/MOI/civil-registry/getPerson/v1'
export const SALMA = '400000014'
export const REFERENCE = '2026-7K3F-9QXM-4'

export interface Rig {
  readonly double: DatabusDouble
  readonly connector: DatabusConnector
  readonly evidence: BusCallRow[]
  run(variables: JsonObject, job?: Partial<ConnectorJob>): Promise<JobOutcome>
}

export function evidenceList(rows: BusCallRow[]): EvidenceStore {
  return {
    add: async (row) => void rows.push(row),
    list: async (instance) => rows.filter((it) => it.instance === instance),
    ofJob: async (job) => rows.filter((it) => it.job === job),
  }
}

export function configFor(baseUrl: string, connection: Partial<BusConnection> = {}): DatabusConfig {
  return {
    connections: { main: { dialect: 'xroad-r1', baseUrl, instances: ['PS'], ...connection } },
    agencies: { moj: { client: 'PS/GOV/MOJ/masar', connection: 'main' } },
  }
}

export function job(variables: JsonObject, rest: Partial<ConnectorJob> = {}): ConnectorJob {
  return {
    key: '01JDA000000000000000000000:7' as GlobalId,
    instance: '01JDA000000000000000000000' as InstanceId,
    agency: 'moj' as AgencyId,
    reference: REFERENCE as Reference,
    program: 'moj.non-conviction@1.0.0/non-conviction' as ProgramKey,
    element: 'query_record',
    headers: {},
    variables,
    attempt: 1,
    retries: 3,
    ...rest,
  }
}

export interface RigOptions {
  readonly double?: Partial<DatabusDoubleOptions>
  readonly connection?: Partial<BusConnection>
  readonly config?: (config: DatabusConfig) => DatabusConfig
  /** Number of the company whose application every job is of. */
  readonly company?: string
}

/** Gives the test a running double and closes everything behind it. */
export async function withBus(test: (rig: Rig) => Promise<void>, options: RigOptions = {}): Promise<void> {
  const double = await startDatabusDouble({ clock, ...options.double })
  const evidence: BusCallRow[] = []
  const config = configFor(double.url, options.connection)
  const connector = databusConnector(options.config?.(config) ?? config, {
    evidence: evidenceList(evidence),
    clock,
    companyOf: async () => options.company,
  })
  const never = new AbortController().signal
  try {
    await test({
      double,
      connector,
      evidence,
      run: (variables, rest) => connector.run(job(variables, rest), never),
    })
  } finally {
    connector.close()
    await double.close()
  }
}

export const getSalma: JsonObject = { service: GET_PERSON, query: { nationalId: SALMA } }

/** The variable `reply` of a completed or refused job. */
export function replyOf(outcome: JobOutcome): JsonObject {
  if (!('variables' in outcome) || !outcome.variables) throw new Error(`Expected a reply, but found ${outcome.kind}`)
  return outcome.variables['reply'] as JsonObject
}
