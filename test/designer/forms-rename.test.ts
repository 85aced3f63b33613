/** A form is called otherwise, and everything in the package that speaks of it follows in one step. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { followersOf, renamedForm } from '../../designer/forms/rename-form.ts'
import { FORMS_WORDS as WORDS } from '../../designer/forms/words.ts'
import { checkPackage } from '../../engine/core/package/package.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import { LANGUAGES, type Site } from '../pages/browser.ts'
import { openForm } from './form-page.ts'
import { EMPTY } from './form-scene.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

async function shippedTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const read = await readFolder(folder)
  if (!read.ok) throw new Error(`Expected a package in ${folder}`)
  const { files } = read
  return new Map([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}

test('the steps, the start and the file follow, and nothing else is written otherwise', async () => {
  const files = await shippedTexts('workflows/municipality.craft-licence')
  const [form = ''] = [...files.keys()].flatMap((path) => /^forms\/(.+)\.form\.json$/.exec(path)?.[1] ?? [])
  const changes = renamedForm(files, form, 'renamed-form')
  expect(followersOf(files, form).length).toBeGreaterThan(0)
  const after = new Map(files)
  for (const [path, text] of changes)
    if (text === null) after.delete(path)
    else after.set(path, text)
  const checked = async (all: ReadonlyMap<string, string>): Promise<readonly string[]> => {
    const packed = new Map([...all].map(([path, text]) => [path, new TextEncoder().encode(text)] as const))
    const result = await checkPackage(packed, { package: () => Promise.resolve(undefined) })
    return (result.ok ? [] : result.findings).map((it) => it.message)
  }
  expect(await checked(after)).toEqual(await checked(files))
  for (const path of followersOf(files, form)) {
    const back = (after.get(path) ?? '').replaceAll('renamed-form', form)
    expect(back).toBe(files.get(path))
  }
})

test('a form whose id is part of another id leaves the other alone', () => {
  const drawing =
    '<zeebe:formDefinition formId="apply" /><zeebe:formDefinition formId="apply-again" /><a name="apply"/>'
  const files = new Map([
    ['forms/apply.form.json', '{}'],
    ['a.bpmn', drawing],
    ['workflow.json', '{ "start": { "form": "apply-again" } }'],
  ])
  const changes = renamedForm(files, 'apply', 'ask')
  expect(changes.get('a.bpmn')).toBe(drawing.replace('formId="apply"', 'formId="ask"'))
  expect(changes.has('workflow.json')).toBe(false)
})

describe('in the builder', () => {
  let site: Site
  beforeAll(async () => {
    site = await openDesigner()
  })
  afterAll(() => site.close())

  test.each(LANGUAGES)('it is one step back, in %s', async (language) => {
    const drawing = '<x xmlns:zeebe="z"><zeebe:formDefinition formId="built"/></x>'
    const { page, file } = await openForm(site, language, EMPTY, { 'other.bpmn': drawing })
    await page.getByRole('button', { name: WORDS.rename[language] }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('other.bpmn').waitFor()
    await dialog.getByLabel(WORDS.formId[language]).fill('Not An Id')
    await dialog.getByText(WORDS.formIdBad[language]).waitFor()
    await dialog.getByLabel(WORDS.formId[language]).fill('card-data')
    await dialog.getByLabel(WORDS.formId[language]).press('Enter')
    await page.waitForURL(/forms\/card-data$/)
    expect(await file('forms/card-data.form.json')).toBe(EMPTY)
    expect([await file('forms/built.form.json'), await file('other.bpmn')]).toEqual([
      '',
      drawing.replace('built', 'card-data'),
    ])
    await page.keyboard.press('Control+z')
    await page.getByText('built', { exact: true }).waitFor()
    expect([await file('forms/built.form.json'), await file('other.bpmn')]).toEqual([EMPTY, drawing])
    await page.context().close()
  })
})
