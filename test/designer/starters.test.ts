/** The services to begin from: each sound, its own tests passed and reaching every step, and a draft of its own once it is chosen. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../engine/core/package/draft-files.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { checkTemplate } from '../../engine/core/template/check.ts'
import { definitions } from '../../engine/definitions.ts'
import { cannotRun, executors } from '../../engine/executors.ts'
import { startersIn } from '../../engine/packages/starters.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { runTests } from '../../engine/trial/coverage.ts'

const STARTERS = startersIn(fileURLToPath(new URL('../../engine/starters', import.meta.url)))
const ALL = await STARTERS.list()

async function filesOf(template: string): Promise<PackageFiles> {
  const files = await STARTERS.files(template)
  if (files === undefined) throw new Error(`Expected ${template} among the starters of ${resolve('.')}`)
  return bytesOf(files)
}

const nobody = { zip: () => Promise.resolve(undefined) }

test('there are some, each with what it is for in both languages', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(2)
  for (const { title, description } of ALL)
    expect([title.ar, title.en, description.ar, description.en].every((it) => it.trim() !== '')).toBe(true)
})

describe.each(ALL)('$template', ({ template }) => {
  test('is sound, with nothing to remark', async () => {
    const checked = await definitions(nobody, checkTemplate, undefined, undefined, cannotRun).check([
      await filesOf(template),
    ])
    expect(checked.ok ? checked.packages.flatMap((it) => it.package.warnings) : checked.findings).toEqual([])
  })

  test('passes its own tests, which reach every step of it', async () => {
    const files = await filesOf(template)
    const checked = await definitions(nobody, checkTemplate).check([files])
    const [own] = checked.ok ? checked.packages : []
    if (own === undefined) throw new Error('Expected a sound package')
    const deps = {
      openStore: () => openSqlite({ file: ':memory:' }),
      executor: executors(),
      packages: [files],
      packageId: template,
    }
    const { tests, elements } = await runTests(deps, own.package)
    expect(tests.map(({ file, failures }) => ({ file, failures }))).toEqual(
      tests.map(({ file }) => ({ file, failures: [] })),
    )
    expect(elements.filter((it) => it.tests === 0).map(({ element }) => element)).toEqual([])
  })
})
