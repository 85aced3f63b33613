/** Publishing in the browser: what changes is read, the version is put in force, and stands in the record. */
import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { barriers, LANGUAGES, type Site } from '../pages/browser.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const WORDS = {
  ar: { publish: /انشر الإصدار/, record: /نشره/, fresh: 'خدمة جديدة' },
  en: { publish: /Publish version/, record: /published by/, fresh: 'A new service' },
} as const

test.each(LANGUAGES)(
  'an analyst reads what changes, publishes, and finds it in the record, in %s',
  async (language) => {
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto('/designer')
    const id = await page.evaluate(async (packageId) => {
      const csrf = document.querySelector<HTMLMetaElement>('meta[name=masar-csrf]')?.content ?? ''
      const made = await fetch('/designer/api/drafts', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
        body: JSON.stringify({ kind: 'blank', packageId, title: { ar: 'خدمة', en: 'A service' } }),
      })
      const draft = (await made.json()) as { id: string }
      return draft.id
    }, `moj.published-${language}`)
    await page.goto(`/designer/drafts/${id}/publish`)
    const publish = page.getByRole('button', { name: WORDS[language].publish })
    await publish.waitFor()
    await page.getByRole('heading', { name: WORDS[language].fresh }).waitFor()
    expect(await page.getByText(/none was given before|لم يكن محددًا/).count()).toBe(0)
    expect(await barriers(page)).toEqual([])
    if (process.env['PICTURES']) {
      mkdirSync(process.env['PICTURES'], { recursive: true })
      await page.screenshot({ path: `${process.env['PICTURES']}/publish-${language}.png`, fullPage: true })
    }
    await publish.click()
    await page.getByRole('dialog').getByRole('button', { name: WORDS[language].publish }).click()
    await page.getByText(WORDS[language].record).waitFor()
    expect(await page.getByText(WORDS[language].record).count()).toBe(1)
    await page.context().close()
  },
)
