import type { UserId } from '../../engine/core/ids.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  barriers,
  LANGUAGES,
  openSite,
  overhang,
  PASSWORD,
  PEOPLE,
  SCREENS,
  type Screen,
  type Site,
} from './browser.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite({ doubles: false, packages: [] })
})
afterAll(() => site.close())

const SAYS = {
  ar: { user: 'اسم المستخدم', password: 'كلمة المرور', enter: 'دخول', leave: 'تسجيل الخروج', wrong: 'غير صحيحة' },
  en: { user: 'User name', password: 'Password', enter: 'Sign in', leave: 'Sign out', wrong: 'is wrong' },
} as const

describe.each(LANGUAGES)('signing in, in %s', (language) => {
  const say = SAYS[language]

  test.each(Object.keys(SCREENS) as Screen[])('on a %s: with the password, and out again', async (screen) => {
    for (const script of [true, false]) {
      const page = await site.visit({ language, screen, script })
      await page.goto('/sign-in')
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
      await page.getByLabel(say.user).fill(PEOPLE.clerk.id)
      await page.getByLabel(say.password).fill(PASSWORD)
      await page.getByRole('main').getByRole('button', { name: say.enter }).click()
      await page.getByText(PEOPLE.clerk.name).first().waitFor()
      await page.getByRole('button', { name: say.leave }).click()
      await page.getByRole('status').waitFor()
      expect(await page.getByText(PEOPLE.clerk.name).count()).toBe(0)
      await page.context().close()
    }
    expect(site.complaints).toEqual([])
  })

  test('a wrong password is refused without a word on which was wrong', async () => {
    const page = await site.visit({ language })
    await page.goto('/sign-in?next=/sign-in')
    await page.getByLabel(say.user).fill(PEOPLE.clerk.id)
    await page.getByLabel(say.password).fill('not the password')
    await page.getByRole('main').getByRole('button', { name: say.enter }).click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toContain(say.wrong)
    expect(await page.getByLabel(say.user).inputValue()).toBe(PEOPLE.clerk.id)
    expect(await page.getByLabel(say.password).inputValue()).toBe('')
    expect(await barriers(page)).toEqual([])
    await page.context().close()
  })

  test.each(Object.keys(SCREENS) as Screen[])(
    'nobody is kept out, and nothing hangs over the edge of a %s',
    async (screen) => {
      for (const as of [undefined, 'citizen', 'supervisor'] as const) {
        const page = await site.visit({ language, screen, ...(as && { as }) })
        for (const path of ['/sign-in', '/nowhere']) {
          await page.goto(path)
          expect([path, await barriers(page)]).toEqual([path, []])
          expect([path, await overhang(page)]).toEqual([path, 0])
        }
        await page.setViewportSize({ width: 320, height: 600 })
        expect(await overhang(page)).toBe(0)
        await page.context().close()
      }
      expect(site.complaints).toEqual([])
    },
  )
})

test('by keyboard alone', async () => {
  const page = await site.visit({ language: 'en', script: false })
  await page.goto('/sign-in')
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').textContent()).toBe('Skip to content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type(PEOPLE.citizen.id)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText(PEOPLE.citizen.name).first().waitFor()
  await page.context().close()
})

test('the language is switched on any page, stays, and leads back to the page', async () => {
  const page = await site.visit({ language: 'ar', screen: 'desk' })
  await page.goto('/sign-in?next=%2Fmy')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(page.url()).toBe(`${site.url}/sign-in?next=%2Fmy`)
  await page.goto('/nowhere')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('button', { name: 'العربية' }).click()
  await page.locator('html[lang=ar]').waitFor()
  await page.context().close()
})

describe('by the national sign-on', () => {
  let town: Site
  beforeAll(async () => {
    town = await openSite({ packages: [] })
  })
  afterAll(() => town.close())

  test.each(LANGUAGES)('nobody is kept out, in %s', async (language) => {
    const page = await town.visit({ language })
    await page.goto('/sign-in')
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    await page.context().close()
  })

  test.each(LANGUAGES)('in and out again, there too, without scripts, in %s', async (language) => {
    const page = await town.visit({ language, script: false })
    await page.goto('/sign-in')
    await page.getByRole('link', { name: language === 'ar' ? 'الدخول الوطني' : 'National sign-on' }).click()
    await page.getByRole('button', { name: /سلمى/ }).click()
    await page.waitForURL(`${town.url}/**`)
    await page.getByText('سلمى خالد الزيتاوي').first().waitFor()
    await page.getByRole('button', { name: language === 'ar' ? 'تسجيل الخروج' : 'Sign out' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.waitForURL(`${town.url}/**`)
    expect(await page.getByText('سلمى').count()).toBe(0)
    const blocked = town.complaints.filter((line) => !line.startsWith(`asked ${town.sandbox?.signOn}`))
    expect(blocked).toEqual([])
    await page.context().close()
  })

  test('staff come by the directory, to their desk', async () => {
    const page = await town.visit({ language: 'en', screen: 'desk' })
    await page.goto('/desk')
    await page.getByRole('link', { name: 'Directory of government staff' }).click()
    await page.getByRole('button', { name: 'record supervisor' }).click()
    await page.waitForURL(`${town.url}/desk`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const actor = (await town.server.engine.deps.store.accounts.get('moj.supervisor' as UserId))?.roles
    expect(actor).toEqual(['clerk', 'supervisor'])
    await page.context().close()
  })
})
