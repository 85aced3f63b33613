/** A draft of a service we ship, open in a browser, for tests of the forms over it. */
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { packageDraftId, type AgencyId, type UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import type { Site, Visit } from '../pages/browser.ts'

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')

export interface OpenDraft {
  readonly page: Page
  readonly id: string
  /** As the server has it, once everything is saved. */
  saved(path: string): Promise<string>
}

const ANALYST = {
  kind: 'user',
  id: 'moj.analyst' as UserId,
  agency: 'moj' as AgencyId,
  roles: ['analyst'],
  groups: [],
} as const

export async function openDraft(
  site: Site,
  name: string,
  view: string,
  visit: Visit = {},
  more: Readonly<Record<string, string>> = {},
): Promise<OpenDraft> {
  const { engine } = site.server
  const read = await readFolder(join(WORKFLOWS, name))
  if (!read.ok) throw new Error(JSON.stringify(read))
  const texts = [...read.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const)
  const id = packageDraftId(engine.deps.ids.uuid())
  if (isProblem(id)) throw new Error(id.detail)
  const at = engine.deps.clock.now()
  await engine.deps.store.packageDrafts.add(
    {
      id,
      agency: ANALYST.agency,
      packageId: name,
      title: { ar: name, en: name },
      rev: 1,
      createdAt: at,
      createdBy: ANALYST.id,
      changedAt: at,
      changedBy: ANALYST.id,
    },
    new Map([...texts, ...Object.entries(more)]),
    { ar: 'فتح', en: 'Opened' },
  )
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'analyst', ...visit })
  await page.goto(`/designer/drafts/${id}/${view}`)
  await page.locator('.saving[data-saving=saved]').waitFor()
  return {
    page,
    id,
    async saved(path) {
      // What was done just now is on the page when it was drawn twice.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      await page.locator('.saving[data-saving=saved]').waitFor()
      const draft = await engine.getPackageDraft(ANALYST, id)
      if (isProblem(draft)) throw new Error(draft.detail)
      return draft.files.get(path) ?? ''
    },
  }
}
