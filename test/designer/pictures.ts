/** The main views of the designer as the README shows them: one draft, in both languages. Drawn where MASAR_VIEWS names a folder. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES, type Site } from '../pages/browser.ts'

const FOLDER = process.env['MASAR_VIEWS']

/** What stands there once a view is wholly drawn. */
const VIEWS = {
  procedure: { at: 'procedure', drawn: '[data-shape=drawn]' },
  forms: { at: 'forms/apply', drawn: '.fb-preview iframe' },
  decisions: { at: 'decisions', drawn: '.decision-body table' },
  trial: {
    at: 'trial/test/tests%2Fa-food-kiosk-is-permitted.test.json',
    drawn: '.trial-play[aria-busy="false"] svg [data-element-id]',
  },
  publish: { at: 'publish', drawn: '.publish h2' },
} as const

/** @param draft address of a draft of the story's service */
export async function pictureViews(site: Site, draft: string): Promise<void> {
  if (FOLDER === undefined) return
  mkdirSync(FOLDER, { recursive: true })
  for (const language of LANGUAGES) {
    const page = await site.visit({ as: 'analyst', language, screen: 'desk' })
    page.setDefaultTimeout(60_000)
    for (const [name, { at, drawn }] of Object.entries(VIEWS)) {
      await page.goto(`${draft}/${at}`)
      await page.locator(drawn).first().waitFor()
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: join(FOLDER, `${name}-${language}.png`) })
    }
    await page.context().close()
  }
}

/** While an application waits in it. */
export async function pictureLive(site: Site, address: string): Promise<void> {
  if (FOLDER === undefined) return
  for (const language of LANGUAGES) {
    const page = await site.visit({ as: 'analyst', language, screen: 'desk' })
    await page.goto(address)
    await page.locator('svg [data-element-id]').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(FOLDER, `live-${language}.png`) })
    await page.context().close()
  }
}
