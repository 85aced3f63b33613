/**
 * A deployed version at work, as an analyst of its agency sees it: how many applications stand at each step, since when,
 * and where something stands still. Numbers are for every analyst; reference numbers are no look into an application.
 */
import type { Actor } from '../core/actor.ts'
import { bilingual } from '../core/bilingual.ts'
import type { StandingInstance } from '../core/element-instance.ts'
import type { AgencyId, ProgramKey } from '../core/ids.ts'
import type { InstanceState } from '../core/instance.ts'
import { joiningIn } from '../core/joining.ts'
import { fileKindOf } from '../core/package/files.ts'
import { agencyOf } from '../core/policy/access.ts'
import { isProblem, notFound, type Problem } from '../core/problem.ts'
import type { Page } from '../core/page.ts'
import type { Element, Program } from '../core/program.ts'
import type { Text } from '../core/text.ts'
import type { EngineDeps } from '../deps.ts'
import { readZip } from '../packages/zip.ts'
import { noSuchPackage, readableVersion } from './package-drafts/openable.ts'

export interface LiveElement {
  readonly id: string
  readonly name: Text
  readonly kind: Element['kind']
  readonly count: number
  /** Epoch ms since which the one in the middle, and the one that came first, stand there; absent where none does. */
  readonly median?: number
  readonly oldest?: number
  readonly incidents: number
  /** Tokens before it that wait for others, in the first hundreds of running applications: of joins alone. */
  readonly waiting: number
}

export interface LiveProcess {
  readonly id: string
  readonly name: Text
  /** The process itself first, then its elements in the order of the drawing. */
  readonly elements: readonly LiveElement[]
}

export interface LiveVersion {
  readonly packageId: string
  readonly version: string
  readonly agency: AgencyId
  readonly title: Text
  readonly processes: readonly LiveProcess[]
  /** The drawings by path, as they were deployed. */
  readonly drawings: ReadonlyMap<string, string>
}

export async function getLiveVersion(
  deps: EngineDeps,
  actor: Actor,
  packageId: string,
  version: string,
): Promise<LiveVersion | Problem> {
  const row = await readableVersion(deps, actor, packageId, version)
  if (isProblem(row)) return row
  const checked = await deps.definitions.package(packageId, version)
  const zip = await deps.store.deployments.zip(packageId, version)
  if (checked === undefined || zip === undefined) return noSuchPackage
  const processes = await Promise.all(
    [...checked.programs.values()].map((program) => liveProcess(deps, actor, program)),
  )
  return {
    packageId,
    version,
    agency: row.agency,
    title: checked.workflow.title,
    processes,
    drawings: await drawingsIn(zip),
  }
}

async function liveProcess(deps: EngineDeps, actor: Actor, program: Program): Promise<LiveProcess> {
  const query = { program: program.key, ...agencyOf(actor) }
  const [loads, incidents, joining] = await Promise.all([
    deps.store.elementInstances.loads(query),
    deps.store.elementInstances.incidents(query),
    deps.store.elementInstances.joining({ ...query, looked: MOST_LOOKED_AT }),
  ])
  const waiting = waitingIn(joining, program)
  const loadOf = new Map(loads.map((load) => [load.element, load]))
  const elements = program.elements.map(({ id, name, kind }): LiveElement => {
    const load = loadOf.get(id)
    return {
      id,
      name: bilingual(name),
      kind,
      count: load?.count ?? 0,
      ...(load && { median: load.median, oldest: load.oldest }),
      incidents: incidents.get(id) ?? 0,
      waiting: waiting.get(id) ?? 0,
    }
  })
  return { id: program.processId, name: bilingual(program.name), elements }
}

/** Running applications whose states are read for what waits before joins. */
const MOST_LOOKED_AT = 500

function waitingIn(states: readonly InstanceState[], program: Program): ReadonlyMap<string, number> {
  const here = { program: (key: ProgramKey) => (key === program.key ? program : undefined) }
  const found = new Map<string, number>()
  for (const { join, count } of states.flatMap((state) => joiningIn(state, here)))
    found.set(join.id, (found.get(join.id) ?? 0) + count)
  return found
}

async function drawingsIn(zip: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const read = await readZip(zip)
  if (!read.ok) throw new Error('Expected a deployed package to be readable')
  const drawings = [...read.files].filter(([path]) => fileKindOf(path) === 'bpmn')
  return new Map(drawings.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}

export interface StandingQuery {
  readonly packageId: string
  readonly version: string
  readonly process: string
  readonly element: string
  readonly after?: string
}

const AT_ONCE = 20

/** Those that wait longest first. */
export async function listStandingInstances(
  deps: EngineDeps,
  actor: Actor,
  { packageId, version, process, element, after }: StandingQuery,
): Promise<Page<StandingInstance> | Problem> {
  const row = await readableVersion(deps, actor, packageId, version)
  if (isProblem(row)) return row
  const checked = await deps.definitions.package(packageId, version)
  const program: ProgramKey | undefined = checked?.programs.get(process)?.key
  if (program === undefined)
    return notFound('package.not-found', 'Expected a process of this version, but there is none by this id')
  return deps.store.elementInstances.standing({
    program,
    ...agencyOf(actor),
    element,
    limit: AT_ONCE,
    ...(after !== undefined && { after }),
  })
}
