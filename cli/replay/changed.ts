/** The package that histories are run against: a folder or file at hand, or a version that is deployed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CheckedPackage } from '../../engine/core/package/checked.ts'
import type { Holiday } from '../../engine/core/holiday.ts'
import { isSameProcess, programKey, programParts, type ProgramKey } from '../../engine/core/ids.ts'
import { invalid, isProblem, type Problem } from '../../engine/core/problem.ts'
import type { Library, Program } from '../../engine/core/program.ts'
import { calendarOf } from '../../engine/definitions.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { replay, type Line, type Replayed } from '../../engine/replay/replay.ts'
import { readParcels, type Parcel } from '../packages/parcel.ts'
import { openWorkshop } from '../packages/workshop.ts'
import type { Api } from '../remote/api.ts'
import { holidayFrom, type ShownHoliday } from '../remote/holiday.ts'
import type { Terminal } from '../terminal.ts'
import { constantsOf } from '../../engine/core/workflow.ts'

export interface ChangedPackage {
  readonly packageId: string
  readonly version: string
  replay(lines: readonly Line[]): Replayed
}

/** @param name path, or "package@version" of what is deployed */
export async function openChanged(
  name: string,
  shared: string | undefined,
  api: Api,
  terminal: Terminal,
): Promise<ChangedPackage | Problem> {
  const [packageId = '', version] = name.split('@')
  const holidays = await holidaysOf(api)
  if (isProblem(holidays)) return holidays
  if (version === undefined || name.includes('/')) return openParcels([name], shared, holidays, terminal)
  const folder = await mkdtemp(join(tmpdir(), 'masar-replay-'))
  try {
    const files = await download(api, packageId, version, folder)
    return isProblem(files) ? files : await openParcels(files, shared ?? folder, holidays, terminal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function holidaysOf(api: Api): Promise<readonly Holiday[] | Problem> {
  const page = await api.get<{ readonly items: readonly ShownHoliday[] }>('/api/holidays')
  return isProblem(page) ? page : page.items.map(holidayFrom)
}

/** The package first, then every shared package it uses. */
async function download(
  api: Api,
  packageId: string,
  version: string,
  folder: string,
): Promise<readonly string[] | Problem> {
  const place = `/api/deployments/${encodeURIComponent(packageId)}/${encodeURIComponent(version)}/package`
  const bytes = await api.download(place)
  if (isProblem(bytes)) return bytes
  const path = join(folder, `${packageId}-${version}.masar`)
  await writeFile(path, bytes)
  const paths = [path]
  for (const [id, pinned] of Object.entries(await usesOf(bytes))) {
    const used = await download(api, id, pinned, folder)
    if (isProblem(used)) return used
    paths.push(...used)
  }
  return paths
}

async function usesOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const { readZip } = await import('../../engine/packages/zip.ts')
  const read = await readZip(bytes)
  const title = read.ok ? read.files.get('workflow.json') : undefined
  const { uses = {} } = JSON.parse(new TextDecoder().decode(title)) as { uses?: Readonly<Record<string, string>> }
  return uses
}

async function openParcels(
  paths: readonly string[],
  shared: string | undefined,
  holidays: readonly Holiday[],
  { say }: Terminal,
): Promise<ChangedPackage | Problem> {
  const parcels = await readParcels(paths, say)
  if (isProblem(parcels)) return parcels
  const [first] = parcels
  if (first === undefined || (paths.length === 1 && parcels.length > 1))
    return invalid('usage.onePackage', say('usage.onePackage', { path: paths[0] ?? '' }))
  const workshop = await openWorkshop(parcels, shared)
  const { checked, findings } = await workshop.judge(first)
  if (checked === undefined) return invalid('package.refused', say('replay.refused', { name: first.name }), findings)
  const used: CheckedPackage[] = []
  for (const parcel of await workshop.withShared(checked, first)) used.push(await soundOf(workshop, parcel))
  return changedOf(checked, used, holidays)
}

async function soundOf(workshop: Awaited<ReturnType<typeof openWorkshop>>, parcel: Parcel): Promise<CheckedPackage> {
  const { checked } = await workshop.judge(parcel)
  if (checked === undefined) throw new Error(`Expected ${parcel.name} to be sound, since what uses it is`)
  return checked
}

function changedOf(
  checked: CheckedPackage,
  all: readonly CheckedPackage[],
  holidays: readonly Holiday[],
): ChangedPackage {
  const { id, version } = checked.workflow
  const programs = new Map<ProgramKey, Program>()
  for (const one of [checked, ...all]) for (const program of one.programs.values()) programs.set(program.key, program)
  const library: Library = {
    program: (key) => programs.get(key),
    /** Whatever version a call asks for, there is the one at hand. */
    bound: (key) => programs.get(key) ?? [...programs.values()].find((one) => isSameProcess(one.key, key)),
  }
  const constants = constantsOf(checked.workflow)
  const around = { library, calendar: calendarOf(checked), holidays, executor: kernel, constants }
  return {
    packageId: id,
    version,
    replay: (lines) => replay(lines, { ...around, program: programKey(id, version, processOf(lines)) }),
  }
}

/** The process the application began in. */
function processOf([first]: readonly Line[]): string {
  const started = first?.events.find((event) => event.kind === 'instanceStarted')
  return started?.kind === 'instanceStarted' ? programParts(started.program).processId : ''
}
