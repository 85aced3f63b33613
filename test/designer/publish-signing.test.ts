/** Signing, being refused without a signature, publishing and going back, in the browser, with what changes drawn side by side. */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bytesOf } from '../../engine/core/package/draft-files.ts'
import { barriers, LANGUAGES, NON_CONVICTION, overhang, type Site } from '../pages/browser.ts'
import { ALL_CHANGES, changed, page as titlePage, SERVICE } from './changed-service.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner({ packages: NON_CONVICTION })
})
afterAll(() => site.close())

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  const size = page.viewportSize() ?? { width: 1280, height: 900 }
  await page.setViewportSize({ ...size, height: 2200 })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  await page.setViewportSize(size)
}

const latest = async (): Promise<string> =>
  (await site.server.engine.deps.store.deployments.latest(SERVICE as never))?.version ?? ''

const WORDS = {
  ar: {
    publish: /^انشر الإصدار/,
    missing: /لا يُنشر قبل أن يوقّع/,
    sign: { legal: /^وقّع باسم .*القانونية/, finance: /^وقّع باسم .*المالية/ },
    signed: /وقّع .*ليان شاهين/,
    canSign: /يمكن أن يوقّع: .*ليان شاهين/,
    remark: 'ملاحظة تُحفظ مع التوقيع',
    force: /سارٍ الآن/,
    next: 'التغيير التالي',
    before: 'قبل',
    after: 'بعد',
    back: /^عُد إلى الإصدار/,
    keep: /يبقى عليه حتى نهايته|لا طلبات جارية/,
    fee: /الرسم .*من .*25\.00 ILS.* إلى .*30\.00 ILS/,
    feeBack: /الرسم .*من .*30\.00 ILS.* إلى .*25\.00 ILS/,
  },
  en: {
    publish: /^Publish version/,
    missing: /not published before these have signed/,
    sign: { legal: /^Sign for .*Legal/, finance: /^Sign for .*Finance/ },
    signed: /signed by .*ليان شاهين/,
    canSign: /Can sign: .*ليان شاهين/,
    remark: 'A remark kept with the signature',
    force: /is in force now/,
    next: 'Next change',
    before: 'Before',
    after: 'After',
    back: /^Go back to version/,
    keep: /Each keeps it to its end|No application is under way/,
    fee: /The fee .* goes from 25\.00 ILS to 30\.00 ILS/,
    feeBack: /The fee .* goes from 30\.00 ILS to 25\.00 ILS/,
  },
} as const

describe.each(LANGUAGES)('a change that law and finance must sign, in %s', (language) => {
  const words = WORDS[language]

  test('is refused until both signed, is published, and gone back from with the difference in sight', async () => {
    const before = await latest()
    const { id } = await changed(site, ALL_CHANGES, before)
    const address = `/designer/drafts/${id}/publish`
    const open = async (as: 'analyst' | 'lawyer' | 'treasurer'): Promise<Page> => {
      const page = await site.visit({ language, screen: 'desk', as })
      page.setDefaultTimeout(60_000)
      await page.goto(address)
      await page.getByRole('button', { name: words.publish }).waitFor()
      return page
    }

    const analyst = await open('analyst')
    await analyst.getByText(words.fee).first().waitFor()
    await analyst.getByText(words.missing).waitFor()
    await analyst.getByText(words.canSign).waitFor()
    expect(await analyst.getByRole('button', { name: words.publish }).isDisabled()).toBe(true)
    expect(await analyst.getByRole('button', { name: words.sign.legal }).count()).toBe(0)
    await expect.poll(() => analyst.locator('.publish-canvas[data-drawn]').count()).toBe(2)
    await analyst.getByRole('button', { name: words.next }).click()
    await expect.poll(() => analyst.locator('.publish-at').innerText()).toMatch(/1/)
    expect(await barriers(analyst)).toEqual([])
    expect(await overhang(analyst)).toBe(0)
    await picture(analyst, `publish-signing-${language}`)

    const lawyer = await open('lawyer')
    await lawyer.getByRole('button', { name: words.sign.legal }).click()
    const asked = lawyer.getByRole('dialog')
    await asked.getByLabel(words.remark).fill('راجعتُ المهلة')
    await picture(lawyer, `publish-sign-${language}`)
    await asked.getByRole('button', { name: words.sign.legal }).click()
    await lawyer.getByText(words.signed).waitFor()
    await lawyer.getByText('راجعتُ المهلة').waitFor()
    await lawyer.context().close()

    // Who waits at the page sees that a colleague has signed.
    await analyst.evaluate(() => window.dispatchEvent(new Event('focus')))
    await analyst.getByText(words.signed).waitFor()

    const treasurer = await open('treasurer')
    await treasurer.getByRole('button', { name: words.sign.finance }).click()
    await treasurer.getByRole('dialog').getByRole('button', { name: words.sign.finance }).click()
    await treasurer.locator('[data-signed=finance]').waitFor()
    await treasurer.context().close()

    await analyst.evaluate(() => window.dispatchEvent(new Event('focus')))
    const publish = analyst.getByRole('button', { name: words.publish })
    await expect.poll(() => publish.isEnabled()).toBe(true)
    await publish.click()
    await analyst.getByRole('dialog').getByText(words.keep).waitFor()
    await analyst.getByRole('dialog').getByRole('button', { name: words.publish }).click()
    await analyst.getByText(words.force).waitFor()
    expect(await latest()).not.toBe(before)

    await analyst.getByRole('button', { name: words.back }).and(analyst.getByText(before)).click()
    const back = analyst.getByRole('dialog')
    await back.getByText(words.feeBack).first().waitFor()
    await back.getByText(words.keep).waitFor()
    await expect.poll(() => back.locator('.publish-canvas[data-drawn]').count()).toBe(2)
    expect(await barriers(analyst)).toEqual([])
    await picture(analyst, `publish-back-${language}`)
    await back.getByRole('button', { name: words.back }).click()
    await back.waitFor({ state: 'detached' })
    await analyst.getByText(words.feeBack).first().waitFor({ state: 'detached' })
    const { publications } = site.server.engine.deps.store
    await expect.poll(async () => (await publications.publications(SERVICE))[0]?.restores).toBe(before)
    expect(site.complaints).toEqual([])
    await analyst.context().close()
  })
})

test('what changes follows the draft and what is published meanwhile, without opening the page again', async () => {
  const version = await latest()
  const { id } = await changed(site, { 'workflow.json': titled('One') }, version)
  const other = await changed(site, { 'workflow.json': titled('Two') }, version)
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'analyst' })
  page.setDefaultTimeout(60_000)
  await page.goto(`/designer/drafts/${id}/policy/service`)
  const title = page.getByLabel('English').first()
  await title.waitFor()
  await page.getByRole('link', { name: 'Publish' }).click()
  await page.getByText('One', { exact: false }).first().waitFor()
  await page.getByRole('link', { name: 'Policy' }).click()
  await page.getByLabel('English').first().fill('Three')
  await page.getByRole('link', { name: 'Publish' }).click()
  await page.getByText(/goes from .* to .*Three/).waitFor()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await page.getByText(/goes from .* to .*One/).waitFor()
  await site.deploy(
    bytesOf(
      new Map(
        [...other.files].map(([path, text]) => [path, text.replace(`"version": "${version}"`, '"version": "9.0.0"')]),
      ),
    ),
  )
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await page.getByText(/Another version of this service was published meanwhile: .*9\.0\.0/).waitFor()
  await page.getByText(/goes from .*Two.* to .*One/).waitFor()
  expect(await page.getByText(/goes from .*Two.* to .*One/).count()).toBe(1)
  await page.context().close()
})

const titled = (en: string) => titlePage((all) => ({ ...all, title: { ar: `خدمة ${en}`, en } }))
