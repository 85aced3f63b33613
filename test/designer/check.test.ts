import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { blankPackage } from '../../engine/core/package/blank.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { barriers, LANGUAGES, overhang, type Site } from '../pages/browser.ts'
import { openDraft } from './open-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const FILES = Object.fromEntries(
  blankPackage({ packageId: 'moj.card', title: { ar: 'بطاقة', en: 'Card' }, agency: 'moj' as AgencyId }),
)

/** A new service with one thing wrong in it. */
const SPOILT = {
  ...FILES,
  'forms/apply.form.json': (FILES['forms/apply.form.json'] ?? '').replace(
    '"type": "object"',
    '"type": "object", "minlength": 3',
  ),
}

const KEPT = process.env['MASAR_PICTURES']

describe.each(LANGUAGES)('the findings of a draft, in %s', (language) => {
  test('say what is wrong and what to do, lead to where it is mended, and are fit for everybody', async () => {
    const { page, id } = await openDraft(site, { packageId: 'moj.card', files: SPOILT }, 'findings', { language })
    const finding = page.getByRole('listitem').filter({ hasText: 'minlength' })
    await finding.waitFor()
    expect(await finding.textContent()).toContain(language === 'ar' ? 'ما العمل' : 'What to do')
    expect(await page.locator('.tabs .badge').textContent()).toContain('1')
    if (KEPT) {
      mkdirSync(KEPT, { recursive: true })
      await page.screenshot({ path: join(KEPT, `findings-${language}.png`) })
    }
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    await finding.getByRole('link').click()
    expect(decodeURIComponent(new URL(page.url()).pathname)).toBe(
      `/designer/drafts/${id}/forms/forms/apply.form.json//schema`,
    )
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})
