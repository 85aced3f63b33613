/** Packages as they lie before the analyst: folders and .masar files, and folders of such. */
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { TITLE_PAGE } from '../../engine/core/package/title-page.ts'
import { invalid, isProblem, notFound, type Problem } from '../../engine/core/problem.ts'
import { readPackage } from '../../engine/packages/folder.ts'
import type { Say } from '../text/text.ts'

export interface Parcel {
  readonly path: string
  /** The folder's or file's own name. */
  readonly name: string
  readonly files: PackageFiles
}

const ZIPPED = '.masar'

/** Everything the paths name; the findings of all that cannot be read, together. */
export async function readParcels(paths: readonly string[], say: Say): Promise<readonly Parcel[] | Problem> {
  const places: string[] = []
  for (const path of paths) {
    if (!existsSync(path)) return notFound('package.not-found', say('package.notFound', { path }))
    places.push(...((await isShelf(path)) ? await packagesIn(path) : [resolve(path)]))
  }
  const read = await Promise.all(places.map((path) => readParcel(path, say)))
  const problem = read.find(isProblem)
  if (problem === undefined) return read as readonly Parcel[]
  return { ...problem, findings: read.flatMap((it) => (isProblem(it) ? (it.findings ?? []) : [])) }
}

async function readParcel(path: string, say: Say): Promise<Parcel | Problem> {
  const read = await readPackage(path)
  const name = basename(path, ZIPPED)
  if (read.ok) return { path, name, files: read.files }
  return invalid('package.unreadable', say('package.unreadable', { path }), read.findings)
}

/** A folder that is no package itself but holds some. */
async function isShelf(path: string): Promise<boolean> {
  if (!(await stat(path)).isDirectory() || existsSync(join(path, TITLE_PAGE))) return false
  return (await packagesIn(path)).length > 0
}

/** Paths of the packages directly inside a folder, by name. */
export async function packagesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((it) => (it.isDirectory() ? existsSync(join(folder, it.name, TITLE_PAGE)) : it.name.endsWith(ZIPPED)))
    .map((it) => resolve(folder, it.name))
    .sort()
}
