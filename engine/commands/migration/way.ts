/** The way from one version of a service to another: both deployed, every name of the mapping known in its version. */
import { mistake } from '../../core/finding.ts'
import { localEntries, programKey, programParts, type LocalId, type ProgramKey } from '../../core/ids.ts'
import { PROCESS, type InstanceState } from '../../core/instance.ts'
import type { JobRow } from '../../core/job.ts'
import type { JsonObject } from '../../core/json.ts'
import { PLAIN_MIGRATION, type Migration } from '../../core/migration.ts'
import type { CheckedPackage } from '../../core/package/package.ts'
import { conflict, invalid, isProblem, notFound, type Finding, type Problem } from '../../core/problem.ts'
import type { Program } from '../../core/program.ts'
import type { CommandOf } from '../../core/command.ts'
import type { EngineDeps } from '../../deps.ts'
import { constantsOf } from '../../core/workflow.ts'

export interface Way {
  readonly source: CheckedPackage
  readonly target: CheckedPackage
  readonly migration: Migration
}

export interface WayRequest extends Partial<Migration> {
  readonly packageId: string
  readonly from: string
  readonly to: string
}

export async function wayOf(deps: EngineDeps, request: WayRequest): Promise<Way | Problem> {
  const { packageId, from, to, ...asked } = request
  const source = await packageAt(deps, packageId, from)
  if (isProblem(source)) return source
  const target = await packageAt(deps, packageId, to)
  if (isProblem(target)) return target
  if (source === target)
    return invalid('migration.same', `Expected two versions of ${packageId}, but found ${from} twice; name another one`)
  const migration = { ...PLAIN_MIGRATION, ...asked }
  const strange = await unknownNames(deps, source, target, migration.mapping)
  if (strange.length > 0)
    return invalid(
      'migration.mapping',
      `Expected elements and flows of ${packageId} ${from} and ${to} in the mapping, but ${strange[0]?.message}`,
      strange,
    )
  return { source, target, migration }
}

async function packageAt(deps: EngineDeps, packageId: string, version: string): Promise<CheckedPackage | Problem> {
  return (
    (await deps.definitions.package(packageId, version)) ??
    notFound(
      'package.not-found',
      `Expected a deployed service, but there is none called "${`${packageId} ${version}`.slice(0, 120)}"`,
    )
  )
}

/** Names in the mapping that neither the service nor a shared package it uses knows. */
async function unknownNames(
  deps: EngineDeps,
  source: CheckedPackage,
  target: CheckedPackage,
  mapping: Migration['mapping'],
): Promise<readonly Finding[]> {
  const before = await programsOf(deps, source)
  const after = await programsOf(deps, target)
  return Object.entries(mapping).flatMap(([from, to]) => [
    ...(isKnown(source, before, from) ? [] : [unknown(from, source)]),
    ...(to === '' || isKnown(target, after, to.slice(to.indexOf('/') + 1), true) ? [] : [unknown(to, target)]),
  ])
}

function isKnown(own: CheckedPackage, all: readonly Program[], name: string, anywhere = false): boolean {
  const [id = '', process] = name.split('/').toReversed()
  const programs = process === undefined && !anywhere ? [...own.programs.values()] : all
  return programs.some(
    ({ processId, byId, flows }) =>
      (process === undefined || process === processId) && (byId.has(id) || flows.some((flow) => flow.id === id)),
  )
}

const unknown = (name: string, { workflow: { id, version } }: CheckedPackage): Finding =>
  mistake(
    'migration/mapping',
    { place: name },
    {
      en: `Expected an element or a flow of ${id} ${version}, but there is no "${name.slice(0, 80)}"`,
      ar: `المتوقع عنصر أو مسار من ${id} ${version}، لكن لا يوجد "${name.slice(0, 80)}"`,
    },
    {
      en: 'Write its id as it stands in the diagram; in a called process with that before it: process/element',
      ar: 'اكتب المعرّف كما في المخطط، وفي الإجراء المستدعى مسبوقًا بمعرّفه: process/element',
    },
  )

/** Of the package and of every shared package it uses, whichever version a call may be bound to. */
async function programsOf(deps: EngineDeps, { programs, workflow }: CheckedPackage): Promise<readonly Program[]> {
  const all = [...programs.values()]
  for (const packageId of Object.keys(workflow.uses ?? {}))
    for (const { version } of await deps.store.deployments.list({ packageId })) {
      const used = await deps.definitions.package(packageId, version)
      if (used) all.push(...(await programsOf(deps, used)))
    }
  return all
}

/** The command that takes one application along from where the way begins, and which of its jobs nobody may have taken meanwhile. */
export interface Step {
  readonly command: CommandOf<'migrate'>
  readonly untaken: readonly { readonly id: LocalId; readonly token: number }[]
}

export async function stepOf(deps: EngineDeps, way: Way, state: InstanceState): Promise<Step | Problem> {
  const { packageId, version } = programParts(state.program)
  const { workflow } = way.source
  if (packageId !== workflow.id || version !== workflow.version)
    return conflict(
      'migration.elsewhere',
      `Expected an application at ${workflow.id} ${workflow.version}, but ${state.id} is at ${packageId} ${version} now; read it again`,
    )
  const jobs: JobRow[] = []
  const opened: Record<LocalId, number> = {}
  for (const [id, { kind }] of localEntries(state.waits)) {
    const job = kind === 'job' ? await deps.store.jobs.get(state.id, id) : undefined
    const task = kind === 'task' ? await deps.store.tasks.get(state.id, id) : undefined
    if (job) jobs.push(job)
    if (task) opened[id] = task.openedAt
  }
  return {
    command: {
      kind: 'migrate',
      migration: way.migration,
      to: targetOf(way, state.program),
      busy: jobs.filter(({ unanswered }) => unanswered).map(({ id }) => id),
      opened,
      constants: newConstants(way.target, state),
    },
    untaken: jobs.map(({ id, token }) => ({ id, token })),
  }
}

/** The process of the same id, or the one the mapping names in its place. */
function targetOf({ target, migration: { mapping } }: Way, program: ProgramKey): ProgramKey {
  const { processId } = programParts(program)
  const name = Object.hasOwn(mapping, processId) ? (mapping[processId] ?? processId) : processId
  return programKey(target.workflow.id, target.workflow.version, name)
}

/** What the title page gives every application, where it is not what this one knows already. */
function newConstants({ workflow }: CheckedPackage, state: InstanceState): JsonObject {
  const known = state.elements[PROCESS]?.variables ?? {}
  return Object.fromEntries(
    Object.entries(constantsOf(workflow)).filter(
      ([name, value]) => JSON.stringify(known[name]) !== JSON.stringify(value),
    ),
  )
}
