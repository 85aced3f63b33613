/** A draft the server keeps, open in a browser at one of its views, for tests of what an analyst does there. */
import type { Page } from 'playwright-core'
import type { Actor } from '../../engine/core/actor.ts'
import { packageDraftId, type AgencyId, type PackageDraftId, type UserId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { PEOPLE, type Site, type Visit } from '../pages/browser.ts'

export const ANALYST: Actor = {
  kind: 'user',
  id: PEOPLE.analyst.id as UserId,
  agency: PEOPLE.analyst.agency as AgencyId,
  roles: PEOPLE.analyst.roles,
  groups: [],
}

export interface KeptDraft {
  readonly packageId: string
  readonly files: Readonly<Record<string, string>>
}

export interface OpenDraft {
  readonly page: Page
  readonly id: PackageDraftId
  /** As the server has it, once everything is saved; empty where there is no such file. */
  saved(path: string): Promise<string>
}

/** @param view the rest of the address: the view, the file, the element */
export async function openDraft(site: Site, draft: KeptDraft, view: string, visit: Visit = {}): Promise<OpenDraft> {
  const id = await keepDraft(site, draft)
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
      return done(await site.server.engine.getPackageDraft(ANALYST, id)).files.get(path) ?? ''
    },
  }
}

/** Put straight into the store, so that a test can begin with a draft that is wrong. */
export async function keepDraft(site: Site, { packageId, files }: KeptDraft): Promise<PackageDraftId> {
  const { clock, ids, store } = site.server.engine.deps
  const id = done(packageDraftId(ids.uuid()))
  const [at, by] = [clock.now(), PEOPLE.analyst.id as UserId]
  await store.packageDrafts.add(
    {
      id,
      agency: PEOPLE.analyst.agency as AgencyId,
      packageId,
      title: { ar: packageId, en: packageId },
      rev: 1,
      createdAt: at,
      createdBy: by,
      changedAt: at,
      changedBy: by,
    },
    new Map(Object.entries(files)),
    { ar: 'فتح', en: 'Opened' },
  )
  return id
}

function done<T>(result: T | Problem): T {
  if (isProblem(result)) throw new Error(result.detail)
  return result
}
