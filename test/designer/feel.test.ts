import { resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Page } from 'playwright-core'
import { blankPackage } from '../../engine/core/package/blank.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { barriers, LANGUAGES, type Site } from '../pages/browser.ts'
import { screenshot } from './screenshot.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 })

const ROOT = resolve(import.meta.dirname, '../..')
const FILES = blankPackage({ packageId: 'moj.card', title: { ar: 'بطاقة', en: 'Card' }, agency: 'moj' as AgencyId })
const [DRAWING = ''] = [...FILES.keys()].filter((it) => it.endsWith('.bpmn'))
const PROCESS = /<bpmn:process id="([^"]+)"/.exec(FILES.get(DRAWING) ?? '')?.[1] ?? ''

/** The field alone on the designer's page, in front of a draft that is not saved. */
const PAGE = `
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { FeelInput } from './designer/feel/feel-input.tsx'
import { InLanguage } from './designer/language/language.tsx'
const session = { id: 'one', saving: { kind: 'saving' }, files: new Map(${JSON.stringify([...FILES])}), subscribe: () => () => undefined }
function Asked() {
  const [value, setValue] = useState('')
  return <main class="page"><h1>FEEL</h1><FeelInput label="Condition" value={value} onChange={setValue} session={session}
    file=${JSON.stringify(DRAWING)} element=${JSON.stringify(PROCESS)} expected="truth" data={{ application: { channel: 'portal' } }} /></main>
}
render(<InLanguage><Asked /></InLanguage>, document.getElementById('designer'))
`

async function bundled(entry: { readonly contents: string; readonly loader: 'tsx' | 'ts' }): Promise<string> {
  const { outputFiles } = await build({
    stdin: { ...entry, resolveDir: ROOT },
    bundle: true,
    write: false,
    outdir: 'unused',
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'empty' },
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

let site: Site
let script: string
let worker: string
beforeAll(async () => {
  site = await openDesigner()
  script = await bundled({ contents: PAGE, loader: 'tsx' })
  worker = await bundled({ contents: "import './designer/check/worker.ts'", loader: 'ts' })
})
afterAll(() => site.close())

async function opened(page: Page): Promise<void> {
  const js = (body: string) => ({ contentType: 'text/javascript', body })
  await page.route('**/designer/assets/main-*.js', (route) => route.fulfill(js(script)))
  await page.route('**/designer/assets/worker.ts', (route) => route.fulfill(js(worker)))
  await page.goto('/designer')
}

describe.each(LANGUAGES)('the field for an expression, in %s', (language) => {
  test('offers what is known, takes it by the keyboard, shows the value, and tells where it breaks off', async () => {
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await opened(page)
    const field = page.getByRole('textbox', { name: 'Condition' })
    await field.pressSequentially('=appl')
    const offers = page.getByRole('listbox')
    await offers.getByRole('option', { name: /^application/ }).waitFor()
    expect(await field.getAttribute('aria-activedescendant')).not.toBeNull()
    expect(await field.evaluate((it) => getComputedStyle(it).direction)).toBe('ltr')
    await screenshot(page, `feel-${language}`)
    expect(await barriers(page)).toEqual([])
    await field.press('Enter')
    expect(await field.inputValue()).toBe('=application')
    await field.pressSequentially('.chan')
    await field.press('Tab')
    await field.pressSequentially(' = "portal"')
    expect(await field.inputValue()).toBe('=application.channel = "portal"')
    await page.locator('.feel-value').filter({ hasText: 'true' }).waitFor()
    await field.fill('=application.channel = ')
    await page
      .locator('.field-error')
      .filter({ hasText: language === 'ar' ? 'عند الحرف' : 'At character' })
      .waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await field.fill('=')
    await field.press('Control+Space')
    await offers.waitFor()
    await field.press('Escape')
    await offers.waitFor({ state: 'hidden' })
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})
