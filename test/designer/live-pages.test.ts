import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Page } from 'playwright-core'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { permit } from '../http/permit.ts'
import { barriers, LANGUAGES, overhang, PEOPLE, type Site } from '../pages/browser.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000 })

const SAYS = {
  ar: {
    live: 'الخدمات أثناء العمل',
    running: /قيد العمل الآن: .?3/,
    who: 'من ينتظر عند',
    earlier: 'الحدث السابق',
    later: 'الحدث التالي',
    first: 'إلى البداية',
    begins: 'بدأ الطلب',
  },
  en: {
    live: 'Services at work',
    running: /Running now: .?3/,
    who: 'Who waits at',
    earlier: 'Earlier event',
    later: 'Later event',
    first: 'To the beginning',
    begins: 'The application begins',
  },
} as const

const citizen: Actor = {
  kind: 'user',
  id: PEOPLE.citizen.id as UserId,
  agency: PEOPLE.citizen.agency as AgencyId,
  roles: ['citizen'],
  groups: [],
}

function done<T>(result: T | Problem): T {
  if (isProblem(result)) throw new Error(`${result.detail} ${JSON.stringify(result.findings ?? '')}`)
  return result
}

let site: Site
let references: string[]
beforeAll(async () => {
  site = await openDesigner()
  const { engine } = site.server
  const analyst: Actor = {
    kind: 'user',
    id: PEOPLE.analyst.id as UserId,
    agency: 'moj' as AgencyId,
    roles: ['analyst'],
    groups: [],
  }
  const title = { ar: 'شهادة قيد', en: 'Registration certificate' }
  const { draft } = done(
    await engine.createPackageDraft(analyst, { kind: 'blank', packageId: 'moj.registration', title }),
  )
  const { zip } = done(await engine.packPackageDraft(analyst, draft.id))
  done(await engine.deploy(analyst, [zip]))
  references = []
  for (let n = 0; n < 3; n++) {
    const started = done(
      await engine.startInstance(citizen, {
        packageId: 'moj.registration',
        variables: { request: 'نسخة من القيد' },
        channel: 'portal',
      }),
    )
    references.push(started.reference)
  }
  await site.deploy(permit())
})
afterAll(() => site.close())

const drawn = (page: Page) => page.locator('.live-canvas svg .djs-shape').first().waitFor()

describe.each(LANGUAGES)('a service at work, in %s', (language) => {
  const say = SAYS[language]

  test('shows on its drawing and in a table how many stand where, fit for everybody', async () => {
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto('/designer')
    await page.getByRole('link', { name: say.live }).click()
    await page.getByRole('link', { name: '0.1.0' }).click()
    await page.getByText(say.running).waitFor()
    await drawn(page)
    await page.locator('.live-badge', { hasText: '3' }).waitFor()
    const row = page.getByRole('row').filter({ hasText: language === 'ar' ? 'دراسة الطلب' : 'Review the application' })
    expect(await row.getByRole('cell').nth(1).innerText()).toBe('3')
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    expect(site.complaints).toEqual([])
    await picture(page, `live-version-${language}`)
    await page.context().close()
  })

  test('leads by keyboard from a step to who waits there, and through the history of one of them', async () => {
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto('/designer/live/moj.registration/0.1.0')
    const step = page.getByRole('button', { name: language === 'ar' ? 'دراسة الطلب' : 'Review the application' })
    await step.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: say.who }).waitFor()
    const link = page.getByRole('link', { name: references[0] ?? '' })
    await link.focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: references[0] ?? '' })
      .waitFor()
    await drawn(page)
    await page.locator('.live-here').first().waitFor()
    await page.getByRole('cell', { name: 'نسخة من القيد' }).waitFor()
    await picture(page, `live-instance-${language}`)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: say.first }).click()
    await page.locator('.live-moments [aria-current="step"]', { hasText: say.begins }).waitFor()
    await page.getByRole('button', { name: say.later }).click()
    await page.getByRole('button', { name: say.earlier }).click()
    await page.locator('.live-moments [aria-current="step"]', { hasText: say.begins }).waitFor()
    expect(await overhang(page)).toBe(0)
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test('an application is found by its reference number, and its applicant is told who looked', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'analyst' })
  await page.goto('/designer/live')
  await page.getByLabel('Open an application by its reference number').fill(references[1] ?? '')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('heading', { name: /Application/ }).waitFor()
  const { accesses } = done(await site.server.engine.listDataAccesses(citizen, references[1] ?? '', { limit: 10 }))
  expect(accesses.items.map(({ reader, part }) => [reader, part])).toEqual([[PEOPLE.analyst.id, 'record']])
  await page.context().close()
})

test('another agency’s applications are told of as if there were none', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'otherAnalyst' })
  await page.goto('/designer/live')
  expect(await page.getByText('moj.registration').count()).toBe(0)
  await page.goto(`/designer/live/applications/${references[0]}`)
  await page.getByRole('alert').waitFor()
  expect(await page.getByText('نسخة من القيد').count()).toBe(0)
  await page.goto('/designer/live/moj.registration/0.1.0')
  await page.getByRole('alert').waitFor()
  await page.context().close()
})

/** Kept where MASAR_PICTURES says, for whoever wants to look. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['MASAR_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
