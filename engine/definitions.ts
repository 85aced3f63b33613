/**
 * The services in force, ready to run: deployed packages, read again from the store and checked again before they are
 * trusted, kept in memory by id and version. A version never changes, so nothing here is ever out of date.
 */
import type { ProgramKey } from './core/ids.ts'
import { programParts } from './core/ids.ts'
import {
  checkPackage,
  type CheckedPackage,
  type CannotRun,
  type CheckTemplate,
  type PackageCheck,
  type SharedPackages,
  type Surroundings,
} from './core/package/package.ts'
import { digestOf } from './core/package/digest.ts'
import type { PackageFiles } from './core/package/files.ts'
import { nameOnTitlePage, TITLE_PAGE, usesOnTitlePage } from './core/package/title-page.ts'
import { calendarIn, type Calendar } from './core/policy/calendar.ts'
import type { Templates } from './core/notice-text.ts'
import type { Finding } from './core/problem.ts'
import type { Library, Program } from './core/program.ts'
import type { DeploymentStore } from './core/deployment.ts'
import { scopeOf, type FeelScope } from './core/feel/feel.ts'
import { readZip } from './packages/zip.ts'
import { versionsInForce } from './versions.ts'

export interface Definitions {
  package(id: string, version: string): Promise<CheckedPackage | undefined>
  packageOf(program: ProgramKey): Promise<CheckedPackage | undefined>
  /** What `decide` needs for an application of this program: every program it may reach, its calendar, and what it is found by. */
  context(
    program: ProgramKey,
  ): Promise<{ readonly library: Library; readonly calendar: Calendar; readonly search: readonly string[] }>
  /** Checks packages that are to be deployed together; they may use each other. */
  check(
    packages: readonly PackageFiles[],
  ): Promise<CheckedSet | { readonly ok: false; readonly findings: readonly Finding[] }>
  calendarOf(checked: CheckedPackage): Calendar
  /** A scope without variables, for what is computed at deployment. */
  emptyScope(checked: CheckedPackage, now: number, calendar?: Calendar): FeelScope
}

export interface CheckedSet {
  readonly ok: true
  readonly packages: readonly { readonly package: CheckedPackage; readonly files: PackageFiles }[]
}

/**
 * What was judged sound before, by the digests of a package and of those it uses: the same content is not judged twice.
 */
export type Judgements = Map<string, CheckedPackage>

/**
 * @param cannotRun what an executor cannot run of a package that names it
 * @param pause waited for between files, so that others are served while a large package is read
 */
export function definitions(
  store: Pick<DeploymentStore, 'zip'> & Partial<Pick<DeploymentStore, 'list'>>,
  checkTemplate: CheckTemplate,
  pause: () => Promise<void> = () => Promise.resolve(),
  judgements: Judgements = new Map(),
  cannotRun?: CannotRun,
): Definitions {
  const beside = { checkTemplate, pause, ...(cannotRun && { cannotRun }) }
  const loaded = new Map<string, Promise<CheckedPackage | undefined>>()
  const programs = new Map<ProgramKey, Program>()
  const library: Library = { program: (key) => programs.get(key) }

  async function load(id: string, version: string): Promise<CheckedPackage | undefined> {
    const zip = await store.zip(id, version)
    if (zip === undefined) return undefined
    const read = await readZip(zip)
    const checked = read.ok ? await judge(read.files, { package: find, ...beside }, judgements) : read
    if (!checked.ok)
      throw new Error(
        `Expected ${id} ${version} in the store to be sound, but ${checked.findings[0]?.message ?? 'it is not'}`,
      )
    for (const program of checked.package.programs.values()) programs.set(program.key, program)
    return checked.package
  }

  function find(id: string, version: string): Promise<CheckedPackage | undefined> {
    const key = `${id}@${version}`
    const known = loaded.get(key)
    if (known) return known
    const loading = load(id, version)
    loaded.set(key, loading)
    loading.then(
      (found) => found ?? loaded.delete(key),
      () => loaded.delete(key),
    )
    return loading
  }

  const versions = versionsInForce((packageId) => store.list?.({ packageId }) ?? Promise.resolve([]), find)

  return {
    package: find,
    packageOf(program) {
      const { packageId, version } = programParts(program)
      return find(packageId, version)
    },
    async context(program) {
      const { packageId, version } = programParts(program)
      const found = await find(packageId, version)
      if (found === undefined) throw new Error(`Expected the package of ${program} to be deployed`)
      const bound = found.late.length === 0 ? undefined : await versions.of(found.late)
      const { search = NO_POINTERS } = found.workflow
      return { library: bound ? { ...library, bound } : library, calendar: calendarOf(found), search }
    },
    check: (packages) => checkTogether(packages, { package: find, ...beside }, judgements),
    calendarOf,
    emptyScope: (checked, now, calendar = calendarOf(checked)) => scopeOf({}, now, calendar.timeZone, calendar),
  }
}

const NO_POINTERS: readonly string[] = []

/** A template of the application's own package wins over one of the shared packages it uses. */
export function templatesOf(defined: Pick<Definitions, 'package'>): Templates {
  const find = async (packageId: string, version: string, name: string): Promise<string | undefined> => {
    const found = await defined.package(packageId, version)
    const own = found?.templates.get(name)
    if (own !== undefined) return own
    for (const [id, pinned] of Object.entries(found?.workflow.uses ?? {})) {
      const shared = await find(id, pinned, name)
      if (shared !== undefined) return shared
    }
    return undefined
  }
  return (program, name) => {
    const { packageId, version } = programParts(program)
    return find(packageId, version, name)
  }
}

const calendars = new WeakMap<CheckedPackage, Calendar>()

export function calendarOf(checked: CheckedPackage): Calendar {
  const known = calendars.get(checked)
  if (known) return known
  const calendar = calendarIn(checked.workflow)
  calendars.set(checked, calendar)
  return calendar
}

async function judge(files: PackageFiles, surroundings: Surroundings, judgements: Judgements): Promise<PackageCheck> {
  const key = (await Promise.all([digestOf(files), ...usedDigests(files, surroundings)])).join(' ')
  const known = judgements.get(key)
  if (known) return { ok: true, package: known }
  const checked = await checkPackage(files, surroundings)
  if (checked.ok) judgements.set(key, checked.package)
  return checked
}

/** Of what the title page names; a title page that cannot be read names nothing, and is refused anyway. */
function usedDigests(files: PackageFiles, surroundings: Surroundings): Promise<string>[] {
  return Object.entries(usesOnTitlePage(titlePageIn(files))).map(async ([id, version]) => {
    const used = typeof version === 'string' ? await surroundings.package(id, version) : undefined
    return `${id}=${used?.digest ?? 'none'}`
  })
}

const titlePageIn = (files: PackageFiles): string => new TextDecoder().decode(files.get(TITLE_PAGE))

/** Each behind those of them it uses; those that use each other in a ring find nothing and are refused. */
function usedFirst(packages: readonly PackageFiles[]): readonly PackageFiles[] {
  const named = new Map(packages.map((files) => [nameOnTitlePage(titlePageIn(files)), files]))
  const ordered = new Set<PackageFiles>()
  const met = new Set<PackageFiles>()
  const visit = (files: PackageFiles): void => {
    if (met.has(files)) return
    met.add(files)
    for (const [id, version] of Object.entries(usesOnTitlePage(titlePageIn(files)))) {
      const used = named.get(`${id}@${String(version)}`)
      if (used) visit(used)
    }
    ordered.add(files)
  }
  packages.forEach(visit)
  return [...ordered]
}

/** Each is judged once, after those it uses. */
async function checkTogether(
  packages: readonly PackageFiles[],
  surroundings: Surroundings,
  judgements: Judgements,
): Promise<CheckedSet | { readonly ok: false; readonly findings: readonly Finding[] }> {
  const done = new Map<string, { package: CheckedPackage; files: PackageFiles }>()
  const findings: Finding[] = []
  const shared: SharedPackages['package'] = async (id, version) =>
    done.get(`${id}@${version}`)?.package ?? surroundings.package(id, version)
  for (const files of usedFirst(packages)) {
    const checked = await judge(files, { ...surroundings, package: shared }, judgements)
    if (!checked.ok) {
      findings.push(...checked.findings)
      continue
    }
    const { id, version } = checked.package.workflow
    done.set(`${id}@${version}`, { package: checked.package, files })
  }
  return findings.length === 0 ? { ok: true, packages: [...done.values()] } : { ok: false, findings }
}
