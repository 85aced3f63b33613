import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Language } from '../../engine/core/text.ts'
import { ACCESS } from '../http/access-table.ts'
import { barriers, LANGUAGES, openSite, overhang, SCREENS, type Screen, type Site, type Who } from './browser.ts'
import { setScene, type Scene } from './scene.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let site: Site
let scene: Scene
beforeAll(async () => {
  site = await openSite({ doubles: false })
  scene = await setScene(site)
})
afterAll(() => site.close())

interface Stop {
  readonly as?: Who
  readonly path: (scene: Scene) => string
}

/** Every page there is -> where it is looked at, by whom; or why it is none. */
const STOPS: Readonly<Record<string, Stop | string>> = {
  '/': { path: () => '/' },
  '/services/:packageId': { path: () => '/services/moj.non-conviction' },
  '/figures': { path: () => '/figures' },
  '/apply/:draft': { as: 'citizen', path: ({ draft }) => draft },
  '/apply/:draft/check': { as: 'citizen', path: ({ draft }) => `${draft}/check` },
  '/my': { as: 'citizen', path: () => '/my' },
  '/my/:reference': { as: 'citizen', path: ({ reference }) => `/my/${reference}` },
  '/my/:reference/received': { as: 'citizen', path: ({ reference }) => `/my/${reference}/received` },
  '/my/:reference/accesses': { as: 'citizen', path: ({ reference }) => `/my/${reference}/accesses` },
  '/my/:reference/documents/:digest': 'a file',
  '/my/tasks/:task': { as: 'citizen', path: ({ citizenTask }) => `/my/tasks/${encodeURIComponent(citizenTask)}` },
  '/acting-for': { as: 'signatory', path: () => '/acting-for' },
  '/mandates': { as: 'signatory', path: () => '/mandates' },
  '/sessions': { as: 'citizen', path: () => '/sessions' },
  '/sign-in': { path: () => '/sign-in' },
  '/sign-in/:id': 'leads elsewhere',
  '/sign-in/:id/back': 'leads on',
  '/desk': { as: 'clerk', path: () => '/desk' },
  '/desk/tasks/:id': { as: 'clerk', path: ({ clerkTask }) => `/desk/tasks/${encodeURIComponent(clerkTask)}` },
  '/desk/applications/:id': { as: 'clerk', path: ({ instance }) => `/desk/applications/${instance}` },
  '/desk/search': { as: 'clerk', path: () => '/desk/search' },
  '/desk/counter': { as: 'clerk', path: () => '/desk/counter' },
  '/desk/counter/:id': 'an application at the counter: desk.test.ts',
  '/desk/figures': { as: 'supervisor', path: () => '/desk/figures' },
  '/desk/absence': { as: 'clerk', path: () => '/desk/absence' },
  '/desk/closures': { as: 'supervisor', path: () => '/desk/closures' },
  '/desk/bulk': { as: 'clerk', path: () => '/desk/bulk' },
  '/desk/shortcuts': { as: 'clerk', path: () => '/desk/shortcuts' },
  '/desk/events': 'a stream',
  '/designer': 'an app: test/designer/shell.test.ts',
  '/designer/*': 'the same app',
  '/designer/api/databus/services': 'for the app alone',
  '/designer/api/shared/:id/:version/procedures': 'for the app alone',
}

/** What scripts of a page ask for is no page. */
const pages = ACCESS.filter(
  ({ page, route }) => page && route.startsWith('GET ') && !route.includes('/designer/api/'),
).map(({ route }) => route.slice(4))

test('every page is looked at', () => {
  expect(pages.filter((page) => STOPS[page] === undefined)).toEqual([])
})

/** Letters of the other language that stand where a reader expects their own: names, numbers and what is said to be foreign aside. */
const strange = (page: Page, language: Language): Promise<readonly string[]> =>
  page.evaluate((other) => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const said = node.textContent ?? ''
      const aside = node.parentElement?.closest('bdi, code, kbd, [translate="no"], script, style, textarea, input')
      const lang = node.parentElement?.closest('[lang]')?.getAttribute('lang')
      if (!aside && lang === document.documentElement.lang && new RegExp(other).test(said)) found.push(said.trim())
    }
    return found
  }, STRANGE[language])

/** Two Latin letters, since an abbreviation may stand in Arabic; any Arabic letter. */
const STRANGE: Readonly<Record<Language, string>> = { ar: '[a-z]{3,}', en: '[\u0600-\u06FF]' }

const walks = pages.flatMap((page) => {
  const stop = STOPS[page]
  return typeof stop === 'object' ? [{ page, ...stop }] : []
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(walks)('$page keeps nobody out, fits every screen, and speaks one language', async ({ as, path }) => {
    for (const screen of Object.keys(SCREENS) as Screen[]) {
      const window = await site.visit({ language, screen, ...(as && { as }) })
      const answer = await window.goto(path(scene))
      expect([window.url(), answer?.status()]).toEqual([site.url + path(scene), 200])
      expect(await window.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
      expect(await window.getByRole('heading', { level: 1 }).count()).toBe(1)
      expect(await barriers(window)).toEqual([])
      expect(await strange(window, language)).toEqual([])
      expect(await overhang(window)).toBe(0)
      await window.setViewportSize({ width: 320, height: 640 })
      expect(await overhang(window)).toBe(0)
      await window.context().close()
    }
    expect(site.complaints).toEqual([])
  })
})

test('the page behind the QR code of a certificate, in both languages at once, keeps nobody out', async () => {
  for (const screen of Object.keys(SCREENS) as Screen[]) {
    const window = await site.visit({ screen })
    for (const path of ['/verify', '/verify?serial=MOJ-2026-NONE0000', '/verify#nothing']) {
      await window.goto(path)
      expect([path, await barriers(window), await overhang(window)]).toEqual([path, [], 0])
    }
    await window.context().close()
  }
})
