/**
 * The designer in a browser, on a server: how soon the procedure can be worked on by somebody who was never here, how soon a
 * change is checked, how smoothly a large drawing moves, and what is left behind after hours of work.
 */
import { performance } from 'node:perf_hooks'
import type { Page, Response } from 'playwright-core'
import { openDraft } from '../designer/open-draft.ts'
import { shippedFiles } from '../designer/rules-draft.ts'
import { openDesigner } from '../designer/site.ts'
import type { Site } from '../pages/browser.ts'
import { hoursOfWork, type Growth } from './hours.ts'
import { LARGE_DRAWING, largeService } from './large-service.ts'
import { median } from './median.ts'

const ROUNDS = 5
const CHECKED_STEPS = 200
const CHANGES = 25
const DRAGGED_STEPS = 500
const MOVES = 200
const SERVICE = 'moj.non-conviction'

export interface DesignerFigures {
  /** Scripts, styles and fonts that the procedure asks for at first, as they come off the wire, in KB of 1,000 bytes. */
  readonly firstLoadKb: number
  /** Milliseconds from the address to a drawing that answers a click, nothing being in the browser's cache. */
  readonly readyMs: number
  /** Milliseconds from a change of a service of 200 steps to its findings, of the check in the browser. */
  readonly checkMs: number
  readonly slowestCheckMs: number
  readonly framesPerSecond: number
  readonly growth: Growth
}

export async function designerFigures(rounds: number): Promise<DesignerFigures> {
  await using site = await openDesigner({ config: { documents: {} } })
  const opened: { readonly kb: number; readonly ms: number }[] = []
  for (let n = 0; n < ROUNDS; n++) opened.push(await opening(site))
  const checks = await checkTimes(site)
  return {
    firstLoadKb: Math.round(median(opened.map(({ kb }) => kb))),
    readyMs: Math.round(median(opened.map(({ ms }) => ms))),
    checkMs: Math.round(median(checks)),
    slowestCheckMs: Math.round(Math.max(...checks)),
    framesPerSecond: Math.round(await dragging(site)),
    growth: await hoursOfWork(site, rounds),
  }
}

const drawn = (page: Page): Promise<void> => page.locator('[data-shape=drawn]').waitFor()

/** In a window of its own, so that nothing of the one before is kept. */
async function opening(site: Site): Promise<{ readonly kb: number; readonly ms: number }> {
  const { page: first, id } = await openDraft(site, { packageId: SERVICE, files: await shippedFiles(SERVICE) }, 'files')
  await first.context().close()
  const page = await site.visit({ language: 'ar', screen: 'desk', as: 'analyst' })
  const answers: Response[] = []
  page.on('response', (it) => answers.push(it))
  const began = performance.now()
  await page.goto(`/designer/drafts/${id}/procedure`, { waitUntil: 'commit' })
  await drawn(page)
  const step = page.locator('.djs-container g[data-element-id] .djs-hit').nth(2)
  await step.click({ force: true })
  await page.locator('.djs-container .djs-element.selected').first().waitFor({ state: 'attached' })
  const ms = performance.now() - began
  await page.waitForLoadState('networkidle')
  const assets = answers.filter((it) => it.url().includes('/designer/assets/'))
  const sizes = await Promise.all(assets.map(async (it) => (await it.request().sizes()).responseBodySize))
  await page.context().close()
  return { kb: sizes.reduce((sum, size) => sum + size, 0) / 1_000, ms }
}

async function checkTimes(site: Site): Promise<readonly number[]> {
  const draft = { packageId: 'moj.large', files: largeService(CHECKED_STEPS) }
  const { page } = await openDraft(site, draft, `procedure/${LARGE_DRAWING}/step1`)
  await drawn(page)
  await page.getByRole('tab', { name: 'Properties' }).click()
  const name = page.getByLabel('In English', { exact: true }).first()
  const took: number[] = []
  for (let n = 0; n < CHANGES; n++) {
    const began = await page.evaluate(() => performance.now())
    await name.fill(`Step of round ${n}`)
    await name.press('Tab')
    const checked = await page.waitForFunction(
      (began) => performance.getEntriesByName('masar:check').find(({ startTime }) => startTime > began)?.duration,
      began,
    )
    took.push(Number(await checked.jsonValue()))
  }
  await page.context().close()
  return took
}

/** A step of the largest drawing is dragged about by the mouse, the whole drawing being in sight. */
async function dragging(site: Site): Promise<number> {
  const draft = { packageId: 'moj.large', files: largeService(DRAGGED_STEPS) }
  const { page } = await openDraft(site, draft, `procedure/${LARGE_DRAWING}`)
  await drawn(page)
  const box = await page.locator('g[data-element-id=step61] .djs-hit').first().boundingBox()
  if (box === null) throw new Error('Expected the step on the canvas')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 10, y + 10)
  await page.evaluate(() => {
    const count = (): void => {
      performance.mark('frame')
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
  for (let n = 0; n < MOVES; n++) await page.mouse.move(x + 10 + (n % 120), y + 10 + (n % 40))
  const at = await page.evaluate(() => performance.getEntriesByName('frame').map(({ startTime }) => startTime))
  await page.mouse.up()
  await page.context().close()
  return ((at.length - 1) * 1_000) / ((at.at(-1) ?? 0) - (at[0] ?? 0))
}
