/**
 * The packages an analyst works on, judged together: shared ones that the others use are found among those given, in
 * the folders beside them, or where --with says.
 */
import { basename, dirname } from 'node:path'
import type { CheckedPackage } from '../../engine/core/package/checked.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { nameOnTitlePage, TITLE_PAGE } from '../../engine/core/package/title-page.ts'
import { readPackage } from '../../engine/packages/folder.ts'
import { packagesIn, type Parcel } from './parcel.ts'

export interface Judged {
  readonly parcel: Parcel
  readonly findings: readonly Finding[]
  /** Absent where there are errors. */
  readonly checked?: CheckedPackage
}

export interface Workshop {
  judge(parcel: Parcel): Promise<Judged>
  /** The package and every shared package it uses, directly or not. */
  withShared(checked: CheckedPackage, parcel: Parcel): Promise<readonly Parcel[]>
}

/** @param folder where to look for shared packages; beside each given package unless said otherwise */
export async function openWorkshop(given: readonly Parcel[], folder: string | undefined): Promise<Workshop> {
  const { checkPackage } = await import('../../engine/core/package/package.ts')
  const { checkTemplate } = await import('../../engine/core/template/check.ts')
  const { cannotRun } = await import('../../engine/executors.ts')
  const shelf = openShelf(given, folder)
  const judged = new Map<Parcel, Promise<Judged>>()

  /** @param users those being judged now that use this one: a package that uses itself finds nothing */
  function judge(parcel: Parcel, users: readonly Parcel[] = []): Promise<Judged> {
    const known = judged.get(parcel)
    if (known !== undefined) return known
    const judging = judgeAnew(parcel, [...users, parcel])
    judged.set(parcel, judging)
    return judging
  }

  async function judgeAnew(parcel: Parcel, users: readonly Parcel[]): Promise<Judged> {
    const result = await checkPackage(parcel.files, {
      checkTemplate,
      cannotRun,
      async package(id, version) {
        const shared = await shelf(`${id}@${version}`)
        return shared === undefined || users.includes(shared) ? undefined : (await judge(shared, users)).checked
      },
    })
    return result.ok
      ? { parcel, findings: result.package.warnings, checked: result.package }
      : { parcel, findings: result.findings }
  }

  async function withShared(checked: CheckedPackage, parcel: Parcel): Promise<readonly Parcel[]> {
    const all = new Set([parcel])
    for (const [id, version] of Object.entries(checked.workflow.uses ?? {})) {
      const shared = await shelf(`${id}@${version}`)
      const inner = shared === undefined ? undefined : (await judge(shared)).checked
      if (shared !== undefined && inner !== undefined) for (const one of await withShared(inner, shared)) all.add(one)
    }
    return [...all]
  }

  return { judge: (parcel) => judge(parcel), withShared }
}

/** By "id@version"; the folders beside are read only when something is asked for that was not given. */
function openShelf(
  given: readonly Parcel[],
  folder: string | undefined,
): (name: string) => Promise<Parcel | undefined> {
  const known = new Map<string, Parcel>()
  const note = (parcel: Parcel): void => {
    const name = nameOnTitlePage(new TextDecoder().decode(parcel.files.get(TITLE_PAGE)))
    if (name !== undefined && !known.has(name)) known.set(name, parcel)
  }
  given.forEach(note)
  let beside: Promise<void> | undefined

  async function readBeside(): Promise<void> {
    const folders = folder === undefined ? new Set(given.map((it) => dirname(it.path))) : [folder]
    for (const place of folders)
      for (const path of await packagesIn(place)) {
        const read = await readPackage(path)
        if (read.ok) note({ path, name: basename(path, '.masar'), files: read.files })
      }
  }

  return async (name) => {
    if (!known.has(name)) await (beside ??= readBeside())
    return known.get(name)
  }
}
