import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { checker } from '../../designer/check/checker.ts'
import { spotOf } from '../../designer/check/place.ts'
import { unzip } from '../../designer/check/unzip.ts'
import { blankPackage } from '../../engine/core/package/blank.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { packZip } from '../../engine/packages/zip.ts'

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')

function filesOf(id: string): ReadonlyMap<string, string> {
  const folder = join(WORKFLOWS, id)
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
  return new Map(
    paths.map((it) => {
      const path = join(it.parentPath, it.name)
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')]
    }),
  )
}

const encoded = (files: ReadonlyMap<string, string>) =>
  new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)]))

const shared = (id: string) => Promise.resolve(encoded(filesOf(id)))

const BLANK = blankPackage({
  packageId: 'test.card',
  title: { ar: 'بطاقة', en: 'Card' },
  agency: 'test' as AgencyId,
})

test('a shipped service with its shared packages has no fault, and one that is spoilt has it told in its place', async () => {
  const checks = checker(shared)
  checks.change(filesOf('moj.non-conviction'))
  expect((await checks.check()).filter((it) => it.severity === 'error')).toEqual([])
  checks.change(new Map([['forms/apply.form.json', '{}']]))
  expect(await checks.check()).toContainEqual(
    expect.objectContaining({ file: 'forms/apply.form.json', severity: 'error' }),
  )
  checks.change(new Map([['forms/apply.form.json', filesOf('moj.non-conviction').get('forms/apply.form.json') ?? '']]))
  expect((await checks.check()).filter((it) => it.severity === 'error')).toEqual([])
})

test('a file that is taken away is missed, and one that comes back is there again', async () => {
  const checks = checker(() => Promise.resolve(undefined))
  checks.change(BLANK)
  const before = await checks.check()
  const form = BLANK.get('forms/apply.form.json') ?? ''
  checks.change(new Map([['forms/apply.form.json', null]]))
  expect(await checks.check()).toContainEqual(expect.objectContaining({ rule: 'package/link', place: '/start/form' }))
  checks.change(new Map([['forms/apply.form.json', form]]))
  expect(await checks.check()).toEqual(before)
})

test('a shared package that the server does not give is asked for again at the next check', async () => {
  let isAway = true
  const checks = checker((id) => (isAway ? Promise.resolve(undefined) : shared(id)))
  checks.change(filesOf('chamber.membership'))
  expect(await checks.check()).toContainEqual(expect.objectContaining({ rule: 'package/uses' }))
  isAway = false
  expect((await checks.check()).filter((it) => it.severity === 'error')).toEqual([])
})

test('what a step knows is there for who writes an expression', async () => {
  const checks = checker(shared)
  checks.change(filesOf('moj.non-conviction'))
  const file = [...filesOf('moj.non-conviction').keys()].find((it) => it.endsWith('.bpmn')) ?? ''
  const id = /<bpmn:process id="([^"]+)"/.exec(filesOf('moj.non-conviction').get(file) ?? '')?.[1] ?? ''
  const { variables } = await checks.known(file, id, false)
  expect(variables.map(({ name }) => name)).toEqual(expect.arrayContaining(['application', 'nationalId', 'purpose']))
})

test('a package is unpacked as the server packed it', async () => {
  const zip = await packZip(encoded(BLANK))
  expect(await unzip(zip)).toEqual(encoded(BLANK))
})

test('a finding leads to where it is mended', () => {
  const finding = { rule: 'x', severity: 'error', message: '' } as const
  expect(spotOf({ ...finding, file: 'card.bpmn', place: 'review' })).toEqual({
    view: 'procedure',
    at: ['card.bpmn', 'review', 'x'],
  })
  expect(spotOf({ ...finding, file: 'templates/notice.ar.txt.hbs', place: 'line 2' })).toEqual({
    view: 'documents',
    at: ['notice.txt', 'line 2'],
  })
  expect(spotOf({ ...finding, file: 'tests/paid.test.json', place: '/steps/0' })).toEqual({
    view: 'trial',
    at: ['test', 'tests/paid.test.json'],
  })
  expect(spotOf({ ...finding, file: 'workflow.json', place: '/' })).toEqual({ view: 'policy', at: ['workflow.json'] })
  expect(spotOf(finding)).toBeUndefined()
})
