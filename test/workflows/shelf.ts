/** The packages we ship, read from their folders and checked together as a deployment would. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkTemplate } from '../../engine/core/template/check.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import type { CheckedPackage } from '../../engine/core/package/package.ts'
import type { Workflow } from '../../engine/core/workflow.ts'
import { definitions, type Definitions } from '../../engine/definitions.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'

const FOLDER = join(import.meta.dirname, '../../workflows')

export const CERTIFICATE = 'moj.non-conviction'

export const names: readonly string[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** By the name of its folder; those that others use first, so that each is checked once. */
export const shelf: ReadonlyMap<string, PackageFiles> = new Map(
  (await Promise.all(names.map(async (name) => [name, await filesOf(name)] as const))).toSorted(
    ([, one], [, other]) => usesOf(one) - usesOf(other),
  ),
)

function usesOf(files: PackageFiles): number {
  const { uses = {} } = JSON.parse(textOf(files.get('workflow.json'))) as Pick<Workflow, 'uses'>
  return Object.keys(uses).length
}

/** A package with the shared ones it uses: what is deployed where its own tests run. */
export function withShared(name: string): readonly PackageFiles[] {
  const wanted = new Set<string>()
  const want = (one: string): void => {
    const files = shelf.get(one)
    if (files === undefined || wanted.has(one)) return
    wanted.add(one)
    const { uses = {} } = JSON.parse(textOf(files.get('workflow.json'))) as Pick<Workflow, 'uses'>
    for (const used of Object.keys(uses)) want(used)
  }
  want(name)
  return [...shelf].filter(([one]) => wanted.has(one)).map(([, files]) => files)
}

export function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

async function filesOf(name: string): Promise<PackageFiles> {
  const read = await readFolder(join(FOLDER, name))
  if (!read.ok) throw new Error(`Expected ${name} to be readable, but ${read.findings[0]?.message ?? 'it is not'}`)
  return read.files
}

let judged: ReturnType<Definitions['check']> | undefined

/** Judged once: some thousand expressions in every package. */
export function checkAll(): ReturnType<Definitions['check']> {
  judged ??= definitions(openSqlite({ file: ':memory:' }).deployments, checkTemplate).check([...shelf.values()])
  return judged
}

export async function checkedPackages(): Promise<readonly CheckedPackage[]> {
  const checked = await checkAll()
  if (!checked.ok) throw new Error(checked.findings.map((it) => `${it.file ?? ''} ${it.message}`).join('\n'))
  return checked.packages.map((it) => it.package)
}

export interface NamedScenario {
  readonly name: string
  readonly packageId: string
  readonly scenario: Scenario
}

export function scenarios(): readonly NamedScenario[] {
  return [...shelf].flatMap(([packageId, files]) =>
    [...files]
      .filter(([path]) => path.startsWith('tests/'))
      .map(([path, bytes]) => {
        const scenario = JSON.parse(textOf(bytes)) as Scenario
        return { name: `${path}: ${scenario.title.en}`, packageId, scenario }
      }),
  )
}
