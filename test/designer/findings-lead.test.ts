import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { LANGUAGES, PEOPLE, type Site } from '../pages/browser.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const analyst: Actor = {
  kind: 'user',
  id: PEOPLE.analyst.id as UserId,
  agency: PEOPLE.analyst.agency as AgencyId,
  roles: PEOPLE.analyst.roles,
  groups: [],
}

const ROLES = { ar: 'الأدوار', en: 'Roles' } as const

/** A new service whose roles have lost their English titles. */
async function draftWithoutRoleTitles(): Promise<string> {
  const { engine } = site.server
  const title = { ar: 'تصريح كشك', en: 'Kiosk permit' }
  const made = await engine.createPackageDraft(analyst, { kind: 'blank', packageId: 'moj.kiosk', title })
  if (isProblem(made)) throw new Error(made.detail)
  const { id, rev } = made.draft
  const page = JSON.parse(made.files.get('workflow.json') ?? '') as { roles: Record<string, { title: object }> }
  for (const role of Object.values(page.roles)) role.title = { ...role.title, en: '' }
  const files = new Map([['workflow.json', `${JSON.stringify(page, null, 2)}\n`]])
  const changed = await engine.changePackageDraft(analyst, id, { rev, files })
  if (isProblem(changed)) throw new Error(changed.detail)
  return id
}

test.each(LANGUAGES)(
  'a finding on the title page leads to its own section and takes the focus along, in %s',
  async (language) => {
    const draft = await draftWithoutRoleTitles()
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto(`/designer/drafts/${draft}/findings`)
    await page.locator('a[href*="roles"]').first().click()
    const heading = page.getByRole('heading', { level: 2, name: ROLES[language], exact: true })
    await heading.waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2')
    expect(await heading.evaluate((it) => it === document.activeElement)).toBe(true)
    expect(site.complaints).toEqual([])
    await page.context().close()
  },
)
