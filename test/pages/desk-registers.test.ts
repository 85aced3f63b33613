import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { barriers, openSite, overhang, PEOPLE, type Site } from './browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const { id, agency, roles } = PEOPLE.citizen
const CITIZEN: Actor = { kind: 'user', id: id as UserId, agency: agency as AgencyId, roles, groups: [] }
const ANSWERS = {
  applicantType: 'self',
  identityBy: 'nationalId',
  nationalId: id,
  purpose: 'work',
  language: 'both',
  copies: 1,
  deliveryMode: 'digital',
  phone: '0590000000',
  declaration: true,
}

test('a clerk reads what a register answered beside the proof that it did; the applicant reads that it was asked', async () => {
  const { engine } = site.server
  const request = { packageId: 'moj.non-conviction', channel: 'portal', variables: ANSWERS } as const
  const begun = await engine.startInstance(CITIZEN, request)
  if (isProblem(begun)) throw new Error(begun.detail)
  await expect
    .poll(async () => (await engine.deps.store.evidence.list(begun.id)).map(({ outcome }) => outcome), {
      timeout: 30_000,
    })
    .toContain('answered')
  const [call] = await engine.deps.store.evidence.list(begun.id)
  await expect
    .poll(
      async () => {
        const followed = await engine.followInstance(
          { ...CITIZEN, agency: 'moj' as AgencyId, id: 'moj.clerk' as UserId, roles: ['clerk'] },
          begun.id,
        )
        return isProblem(followed) ? 0 : followed.replies.size
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0)
  const page = await site.visit({ language: 'ar', screen: 'phone', as: 'clerk' })
  await page.goto(`/desk/applications/${begun.reference}?part=history`)
  expect(await page.getByText(call?.messageId ?? 'none').count()).toBe(1)
  await page.getByText('نص الجواب').first().click()
  expect(await page.locator('details dd', { hasText: id }).first().isVisible()).toBe(true)
  expect([await barriers(page), await overhang(page)]).toEqual([[], 0])
  await page.context().close()
  const own = await engine.followInstance(CITIZEN, begun.id)
  expect(isProblem(own) ? own : own.replies.size).toBe(0)
  expect(site.complaints).toEqual([])
})
