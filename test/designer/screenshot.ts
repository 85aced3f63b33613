/** A page as it stands, kept where MASAR_PICTURES names a folder, for whoever wants to look. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = process.env['MASAR_PICTURES']

export async function screenshot(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  if (!FOLDER) return
  mkdirSync(FOLDER, { recursive: true })
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage })
}
