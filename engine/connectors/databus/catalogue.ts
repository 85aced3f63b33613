/**
 * The bus's own catalogue, for the designer's palette: everybody on the bus is asked what they offer us, and each service for its description.
 *
 * One provider that is down, or whose description nobody can read, takes nothing away from the others; it is named with the reason. What was read is good for an hour. Who wants it anew gets it anew, once in a while: what an
 * agency was told a moment ago, an answer or a refusal, it is told again without the bus being asked.
 */
import type { Clock } from '../../core/clock.ts'
import type { AgencyId } from '../../core/ids.ts'
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import type {
  OfferedService,
  OfferedServices,
  Provider,
  ServiceCatalogue,
  SilentProvider,
} from '../../core/service-catalogue.ts'
import type { DatabusConfig } from './config.ts'
import { readDescription } from './description/description.ts'
import { busMetadata, UNKNOWN_MEMBER, type BusMember, type BusMetadata, type BusService } from './metadata.ts'

const GOOD_FOR = 60 * 60_000
/** From the end of one reading to the next. */
const REST = 15_000
/** Questions at a time: a catalogue is no reason to keep a security server busy. */
const WIDTH = 6

interface Known {
  readonly answer: Promise<OfferedServices | Problem>
  /** Nothing while the bus is still being asked. */
  told?: { readonly at: number; readonly goodFor: number }
}

export function databusCatalogue(config: DatabusConfig | undefined, clock: Clock): ServiceCatalogue {
  const known = new Map<AgencyId, Known>()

  async function read(agency: AgencyId, keep: (told: Known['told']) => void): Promise<OfferedServices | Problem> {
    let goodFor = REST
    try {
      const answer = await ask(config, agency, clock.now())
      if (!isProblem(answer)) goodFor = GOOD_FOR
      return answer
    } finally {
      keep({ at: clock.now(), goodFor })
    }
  }

  return {
    of(agency, again) {
      const before = known.get(agency)
      const told = before?.told
      if (before && (told === undefined || clock.now() < told.at + (again ? REST : told.goodFor))) return before.answer
      const asked: Known = { answer: read(agency, (it) => Object.assign(asked, { told: it })) }
      known.set(agency, asked)
      return asked.answer
    },
  }
}

async function ask(
  config: DatabusConfig | undefined,
  agency: AgencyId,
  now: number,
): Promise<OfferedServices | Problem> {
  if (config === undefined)
    return invalid('databus.agency', 'Expected a connection to the data bus, but the operator has set up none')
  const bus = busMetadata(config, agency)
  if (isProblem(bus)) return bus
  const { client, connection } = config.agencies[agency] ?? { client: '', connection: '' }
  try {
    const everybody = await members(bus, config.connections[connection]?.instances ?? [])
    if (isProblem(everybody)) return everybody
    const providers = everybody.filter(({ kind, id }) => kind === 'subsystem' && id !== client)
    const told = await inTurns(providers, (provider) => offersOf(bus, provider))
    return {
      asOf: now,
      services: told.flatMap(({ services }) => services).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
      silent: told.flatMap(({ silent }) => silent),
    }
  } finally {
    bus.close()
  }
}

async function members(bus: BusMetadata, instances: readonly string[]): Promise<readonly BusMember[] | Problem> {
  const found: BusMember[] = []
  for (const instance of instances) {
    const list = await bus.listClients(instance)
    if (isProblem(list)) return list
    found.push(...list)
  }
  return found
}

interface Told {
  readonly services: readonly OfferedService[]
  readonly silent: readonly SilentProvider[]
}

const NOTHING: Told = { services: [], silent: [] }

async function offersOf(bus: BusMetadata, { id, name }: BusMember): Promise<Told> {
  const provider: Provider = { id, name }
  const all = await bus.listMethods(id)
  // A subsystem without a server of its own only asks others.
  if (isProblem(all))
    return all.code === UNKNOWN_MEMBER ? NOTHING : { services: [], silent: [{ ...provider, reason: all.detail }] }
  if (all.length === 0) return NOTHING
  const ours = await bus.allowedMethods(id)
  if (isProblem(ours)) return { services: [], silent: [{ ...provider, reason: ours.detail }] }
  const allowed = new Set(ours.map((it) => it.id))
  const services: OfferedService[] = []
  for (const service of all) services.push(...(await describe(bus, provider, service, allowed.has(service.id))))
  return { services, silent: [] }
}

async function describe(
  bus: BusMetadata,
  provider: Provider,
  service: BusService,
  allowed: boolean,
): Promise<readonly OfferedService[]> {
  const code = service.id.slice(provider.id.length + 1)
  const bare = { id: service.id, provider, title: { ar: code, en: code }, allowed, operations: [] }
  if (service.type === 'REST')
    return [{ ...bare, undescribed: 'Expected an OpenAPI description, but the provider has published none' }]
  const text = await bus.getOpenApi(provider.id, code)
  if (isProblem(text)) return [{ ...bare, undescribed: text.detail }]
  const read = readDescription(text, code)
  if ('unreadable' in read) return [{ ...bare, undescribed: read.unreadable }]
  const { title, description } = read
  return read.versions.map(({ version, operations }) => ({
    id: version === '' ? service.id : `${service.id}/${version}`,
    provider,
    title,
    ...(description && { description }),
    allowed,
    operations,
  }))
}

async function inTurns<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  const waiting = items.entries()
  const hand = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await run(item)
  }
  await Promise.all(Array.from({ length: WIDTH }, hand))
  return results
}
