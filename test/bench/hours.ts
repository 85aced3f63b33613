/** Hours of an analyst's work in one window: views opened and left, steps renamed and taken back, previews opened and closed; and what of it is held when it is over. */
import type { CDPSession, Page } from 'playwright-core'
import { openDraft } from '../designer/open-draft.ts'
import { shippedFiles } from '../designer/rules-draft.ts'
import type { Site } from '../pages/browser.ts'

const SERVICE = 'moj.non-conviction'
/** Everything is loaded and every cache has what it keeps. */
const WARM_UP = 5

/** What is held at the end beyond what was held at the beginning. */
export interface Growth {
  readonly rounds: number
  /** Of 1,000 bytes. */
  readonly heapKb: number
  readonly nodes: number
  readonly listeners: number
}

export async function hoursOfWork(site: Site, rounds: number): Promise<Growth> {
  const { page } = await openDraft(site, { packageId: SERVICE, files: await shippedFiles(SERVICE) }, 'findings')
  const devtools = await page.context().newCDPSession(page)
  for (let n = 0; n < WARM_UP; n++) await round(page, n)
  const before = await held(page, devtools)
  for (let n = 0; n < rounds; n++) await round(page, n)
  const after = await held(page, devtools)
  await page.context().close()
  return {
    rounds,
    heapKb: Math.round((after.heap - before.heap) / 1_000),
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
  }
}

/** One view after the other, as its tab is pressed; where something can be changed, it is changed and taken back. */
async function round(page: Page, n: number): Promise<void> {
  await goTo(page, 'Procedure', '[data-shape=drawn]')
  await page.locator('[data-step]').nth(3).click()
  await page.getByLabel('Name In English').fill(`Step of round ${n}`)
  await page.getByLabel('Name In English').press('Enter')
  await undo(page)
  await goTo(page, 'Forms', '.fb-list')
  await page.locator('.fb-list .btn-link').first().click()
  await page.frameLocator('.fb iframe').locator('input').first().waitFor({ state: 'attached' })
  await goTo(page, 'Decisions', '.cell')
  await goTo(page, 'Papers', '.inline')
  await goTo(page, 'Policy', '.policy h2')
  await page.getByLabel('In English').first().fill(`Service of round ${n}`)
  await undo(page)
  await goTo(page, 'Try it', '.trial')
  await goTo(page, 'Publish', '.publish')
  await goTo(page, 'Files', '.file-list')
  await goTo(page, 'Findings', '.findings')
}

async function goTo(page: Page, name: string, there: string): Promise<void> {
  await page.locator('nav.tabs').getByRole('link', { name }).click()
  await page.locator(there).first().waitFor({ state: 'attached' })
}

async function undo(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^Undo/ })
  await button.click()
  await page.locator('button[aria-label^="Undo"][aria-disabled=true]').waitFor()
}

interface Held {
  readonly nodes: number
  readonly listeners: number
  readonly heap: number
}

/** After all rubbish is gone; what a library lets go of by a timer of its own is given the time. */
async function held(page: Page, devtools: CDPSession): Promise<Held> {
  for (let at = 0; at < 5; at++) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    await devtools.send('HeapProfiler.collectGarbage')
  }
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return { nodes, listeners: jsEventListeners, heap: usedSize }
}
