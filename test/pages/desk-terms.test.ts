import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { service } from '../clock/drawn.ts'
import { barriers, LANGUAGES, openSite, overhang, type Site } from './browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const SAYS = {
  ar: {
    nameAr: 'المناسبة أو السبب بالعربية',
    nameEn: 'المناسبة أو السبب بالإنجليزية',
    first: 'أول يوم',
    last: /آخر يوم/,
    where: 'أين؟',
    look: 'عرض ما سيتغير',
    none: 'لا تتغير أي مدة جارية.',
    moves: 'المدد التي يتغير موعدها: 1',
    change: 'تعديل',
    announce: 'إعلان',
    announced: 'أُعلن ذلك',
    notCounted: /لم تُحسب: إغلاق بسبب الثلوج/,
    stop: 'إيقاف المدة',
    goOn: 'استئناف المدة',
    reason9: /يقرؤه مقدّم الطلب/,
    stopped: 'أُوقفت المدة',
    goes: 'استُؤنفت المدة',
    withdraw: 'سحب الإعلان',
    reason: 'سبب السحب',
    withdrawn: 'سُحب الإعلان',
  },
  en: {
    nameAr: 'Occasion or reason, in Arabic',
    nameEn: 'Occasion or reason, in English',
    first: 'First day',
    last: /Last day/,
    where: 'Where?',
    look: 'Show what would change',
    none: 'No term that runs would change.',
    moves: 'Terms that would end on another day: 1',
    change: 'Change',
    announce: 'Announce',
    announced: 'It is announced',
    notCounted: /Not counted: Closed for snow/,
    stop: 'Let it stand still',
    goOn: 'Let it go on',
    reason9: /which the applicant can read/,
    stopped: 'The term stands still.',
    goes: 'The term goes on.',
    withdraw: 'Withdraw',
    reason: 'Reason for withdrawing it',
    withdrawn: 'The announcement is withdrawn',
  },
} as const

const DAY = 24 * 3_600_000
const STAFF: Actor = {
  kind: 'user',
  id: 'moj.clerk' as UserId,
  agency: 'moj' as AgencyId,
  roles: ['clerk'],
  groups: [],
}

let site: Site
let due: number
const clocks = async (reference: string) => {
  const found = await site.server.engine.getInstance(STAFF, reference)
  if (isProblem(found)) throw new Error(found.detail)
  return found.clocks
}
let reference: string
beforeAll(async () => {
  site = await openSite({ packages: [], doubles: false })
  await site.deploy(
    service({
      id: 'test.clocked',
      legalBasis: ['article-9'],
      deadlines: {
        decision: {
          duration: 'P3WD',
          silence: 'approval',
          stop: { legalBasis: ['article-9'], longest: 'P2WD', times: 2 },
        },
      },
    }),
  )
  const request = { packageId: 'test.clocked', channel: 'api', variables: {} } as const
  const begun = await site.server.engine.startInstance(STAFF, request)
  if (isProblem(begun)) throw new Error(begun.detail)
  reference = begun.reference
  due = (await clocks(reference))[0]?.due ?? 0
})
afterAll(() => site.close())

const iso = (at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Hebron' }).format(at)

test.each(LANGUAGES)(
  'in %s, without scripts: what a closure moves is shown first, then it is announced, and withdrawn',
  async (language) => {
    const say = SAYS[language]
    const page = await site.visit({ language, screen: 'phone', script: false, as: 'supervisor' })
    await page.goto('/desk')
    await page.goto('/desk/closures')
    await page.getByLabel(say.nameAr).fill('إغلاق بسبب الثلوج')
    await page.getByLabel(say.nameEn).fill('Closed for snow')
    await page.getByLabel(say.first).fill('2020-13-01')
    await page.getByRole('button', { name: say.look }).click()
    expect(await page.getByRole('alert').count()).toBe(1)
    await page.getByLabel(say.first).fill('2020-01-05')
    await page.getByRole('button', { name: say.look }).click()
    expect(await page.getByText(say.none).count()).toBe(1)
    await page.getByRole('button', { name: say.change, exact: true }).click()
    expect(await page.getByLabel(say.nameEn).inputValue()).toBe('Closed for snow')
    await page.getByLabel(say.first).fill(iso(due - 3 * DAY))
    await page.getByLabel(say.last).fill(iso(due))
    await page.getByRole('button', { name: say.look }).click()
    expect(await page.getByText(say.moves).count()).toBe(1)
    expect(await page.getByRole('link', { name: reference }).count()).toBe(1)
    expect(await overhang(page)).toBe(0)
    expect((await clocks(reference))[0]?.due).toBe(due)
    await page.getByRole('button', { name: say.announce, exact: true }).click()
    expect(await page.getByRole('status').first().textContent()).toContain(say.announced)
    await expect.poll(async () => (await clocks(reference))[0]?.due, { timeout: 10_000 }).toBeGreaterThan(due)
    await page.goto(`/desk/applications/${reference}?part=history`)
    expect(await page.getByText(say.notCounted).count()).toBe(1)
    expect(await overhang(page)).toBe(0)
    await page.goto('/desk/closures')
    await page.locator('summary', { hasText: say.withdraw }).click()
    await page.getByLabel(say.reason).fill('no snow after all')
    await page.getByRole('button', { name: say.look }).nth(1).click()
    expect(await page.getByText(say.moves).count()).toBe(1)
    expect(await page.getByLabel(say.reason).inputValue()).toBe('no snow after all')
    await page.getByRole('button', { name: say.withdraw }).click()
    expect(await page.getByRole('status').first().textContent()).toContain(say.withdrawn)
    expect(await page.getByText('no snow after all').count()).toBeGreaterThan(0)
    await expect.poll(async () => (await clocks(reference))[0]?.due, { timeout: 10_000 }).toBe(due)
    await page.context().close()
  },
)

test.each(LANGUAGES)(
  'in %s, without scripts: a supervisor lets a term stand still under an article, and go on',
  async (language) => {
    const say = SAYS[language]
    const page = await site.visit({ language, screen: 'phone', script: false, as: 'supervisor' })
    await page.goto(`/desk/applications/${reference}?part=history`)
    await page.locator('summary', { hasText: say.stop }).click()
    await page.getByLabel(say.reason9).fill(`the expert is ill, ${language}`)
    await page.getByRole('button', { name: say.stop }).click()
    expect(await page.getByRole('status').first().textContent()).toContain(say.stopped)
    // With the term, and in the course of the application.
    expect(await page.getByText(`the expert is ill, ${language}`).count()).toBe(2)
    expect(await overhang(page)).toBe(0)
    await page.locator('summary', { hasText: say.goOn }).click()
    await page.getByLabel(say.reason9).fill('the expert is back')
    await page.getByRole('button', { name: say.goOn }).click()
    expect(await page.getByRole('status').first().textContent()).toContain(say.goes)
    await page.context().close()
    const colleague = await site.visit({ language, screen: 'phone', script: false, as: 'clerk' })
    await colleague.goto(`/desk/applications/${reference}?part=history`)
    expect(await colleague.locator('summary', { hasText: say.stop }).count()).toBe(0)
    await colleague.context().close()
  },
)

test('the page of what would change keeps nobody out', async () => {
  const page = await site.visit({ language: 'en', screen: 'phone', as: 'supervisor' })
  await page.goto('/desk/closures')
  await page.getByLabel(SAYS.en.nameAr).fill('عطلة')
  await page.getByLabel(SAYS.en.nameEn).fill('Holiday')
  await page.getByLabel(SAYS.en.first).fill(iso(due))
  await page.getByLabel(SAYS.en.where).selectOption('PS-RBH')
  await page.getByRole('button', { name: SAYS.en.look }).click()
  await page.getByText('Ramallah and Al-Bireh').waitFor()
  expect([await barriers(page), await overhang(page)]).toEqual([[], 0])
  await page.context().close()
  expect(site.complaints).toEqual([])
})

test('clerks announce nothing', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'clerk' })
  await page.goto('/desk')
  expect(await page.getByRole('link', { name: 'Holidays and closures' }).count()).toBe(0)
  expect((await page.goto('/desk/closures'))?.status()).toBe(403)
  await page.context().close()
})
