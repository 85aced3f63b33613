/** A whole application and a whole task by keyboard alone: what has the focus is always seen, and nothing holds it. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Text } from '../../engine/core/text.ts'
import { DESK_WORDS } from '../../engine/http/pages/desk/words.ts'
import { STANDING_WORDS } from '../../engine/http/pages/portal/application/words.ts'
import { APPLY_WORDS } from '../../engine/http/pages/portal/apply/words.ts'
import { SERVICE_WORDS } from '../../engine/http/pages/portal/service/words.ts'
import { LANGUAGES, openSite, type Site, type Visit } from './browser.ts'
import { formTexts, walker, type FormTexts, type Walker } from './walker.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const SERVICE = { ar: 'شهادة عدم محكومية', en: 'Non-conviction certificate' }
const APPROVE = { ar: 'أوافق وأدفع · Approve', en: 'أوافق وأدفع · Approve' }
const SALMA = '400000014'
const APPLY = formTexts('moj.non-conviction/apply')
const CONFIRM = formTexts('moj.non-conviction/confirm-clear')
/** More stops than any page has. */
const MOST_STOPS = 90

/** Tab by Tab to this; whoever looks sees at each stop where they are. */
async function reach(page: Page, target: Locator): Promise<void> {
  const wanted = await target.elementHandle()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const { isThere, unseen } = await page.evaluate((want) => {
      const here = document.activeElement
      if (!here || here === document.body) return { isThere: false, unseen: 'nothing has the focus' }
      const { outlineStyle, outlineWidth } = getComputedStyle(here)
      const { top, bottom, width, height } = here.getBoundingClientRect()
      const isOutlined = outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)
      const isInSight = bottom > 0 && top < innerHeight && width > 1 && height > 1
      return { isThere: here === want, unseen: isOutlined && isInSight ? undefined : here.outerHTML.slice(0, 200) }
    }, wanted)
    expect([page.url(), unseen]).toEqual([page.url(), undefined])
    if (isThere) return
  }
  throw new Error(`Expected to come to ${String(target)} on ${page.url()} with Tab, but it was not reached`)
}

const named = ({ page, say }: Walker, name: Text): Locator =>
  page
    .getByRole('main')
    .getByRole('button', { name: say(name), exact: true })
    .or(page.getByRole('main').getByRole('link', { name: say(name), exact: true }))
    .last()

async function enter(person: Walker, target: Locator | Text): Promise<void> {
  const { page } = person
  await reach(page, 'ar' in target ? named(person, target) : target)
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

/** Into the group, then by arrows to the answer. */
async function choose({ page }: Walker, place: string, value: string): Promise<void> {
  const radios = page.locator(`input[name="${place}"]`)
  await reach(page, radios.first())
  await page.keyboard.press('Space')
  for (let step = 0; step < (await radios.count()); step++) {
    if ((await page.evaluate(() => document.activeElement?.getAttribute('value'))) === value) break
    await page.keyboard.press('ArrowDown')
  }
  expect(await page.locator(`input[name="${place}"][value="${value}"]`).isChecked()).toBe(true)
}

async function type({ page, say }: Walker, form: FormTexts, place: string, text: string): Promise<void> {
  const field = page.locator(`input[name="${place}"]`)
  expect(
    await page
      .getByText(say(form[place]?.label ?? SERVICE))
      .first()
      .isVisible(),
  ).toBe(true)
  await reach(page, field)
  await page.keyboard.type(text)
  expect(await field.inputValue()).toBe(text)
}

async function signIn(person: Walker, signOn: string, name: string): Promise<void> {
  const { page } = person
  const home = new URL(page.url()).origin
  await enter(person, page.getByRole('main').locator(`a[href^="/sign-in/${signOn}"]`))
  await reach(page, page.getByRole('button', { name }))
  await page.keyboard.press('Enter')
  await page.waitForURL(`${home}/**`)
  await page.waitForLoadState()
}

describe.each(LANGUAGES)('in %s, no hand on the mouse', (language) => {
  const visit: Required<Pick<Visit, 'language' | 'screen' | 'script'>> = { language, screen: 'desk', script: true }

  test('one applies, pays, and a clerk decides', async () => {
    const citizen = await walker(site, 'keys', visit)
    const { page, until, say } = citizen
    await citizen.open('/')
    await enter(citizen, SERVICE)
    await enter(citizen, SERVICE_WORDS.signInToApply)
    await signIn(citizen, 'national', SALMA)
    await enter(citizen, SERVICE_WORDS.apply)
    await choose(citizen, '/applicantType', 'self')
    await choose(citizen, '/identityBy', 'nationalId')
    await type(citizen, APPLY, '/nationalId', SALMA)
    await enter(citizen, APPLY_WORDS.next)
    await choose(citizen, '/purpose', 'study')
    await choose(citizen, '/language', 'ar')
    await type(citizen, APPLY, '/copies', '9')
    // Refused: the focus is led to what is wrong, and from there to the question.
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await enterFault(citizen, '/copies')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('1')
    await enter(citizen, APPLY_WORDS.next)
    await choose(citizen, '/deliveryMode', 'digital')
    await type(citizen, APPLY, '/phone', '0590000000')
    await enter(citizen, APPLY_WORDS.next)
    await reach(page, page.locator('input[name="/declaration"]'))
    await page.keyboard.press('Space')
    await enter(citizen, APPLY_WORDS.next)
    await enter(citizen, APPLY_WORDS.send)
    await enter(citizen, APPLY_WORDS.follow)
    const here = page.url()
    await until(say(STANDING_WORDS.pay))
    await enter(citizen, STANDING_WORDS.payPage)
    await reach(page, page.getByRole('button', { name: APPROVE.ar }))
    await page.keyboard.press('Enter')
    await page.getByText('تم الدفع · Paid').waitFor()
    await citizen.open(here)
    const reference = /\/my\/([^/]+)$/.exec(new URL(here).pathname)?.[1] ?? ''

    const clerk = await walker(site, 'keys-clerk', visit)
    await clerk.open('/desk')
    await signIn(clerk, 'staff', 'moj.clerk')
    await enter(clerk, clerk.page.locator('a[href*="view=groups"]').first())
    await clerk.until(reference)
    await enter(clerk, clerk.page.getByRole('listitem').filter({ hasText: reference }).getByRole('link').first())
    await enter(clerk, DESK_WORDS.claim)
    await choose(clerk, '/confirmation', 'issue')
    expect(
      await clerk.page
        .getByText(clerk.say(CONFIRM['/confirmation']?.label ?? SERVICE))
        .first()
        .isVisible(),
    ).toBe(true)
    await enter(clerk, DESK_WORDS.submit)
    expect(await clerk.page.getByRole('status').first().textContent()).toContain(clerk.say(DESK_WORDS.done))
    await Promise.all([citizen.leave(), clerk.leave()])
    expect(site.complaints).toEqual([])
  })
})

/** From the list of what is wrong to the question itself. */
async function enterFault({ page }: Walker, place: string): Promise<void> {
  await reach(page, page.getByRole('alert').getByRole('link').first())
  await page.keyboard.press('Enter')
  await page.waitForFunction((name) => document.activeElement?.getAttribute('name') === name, place)
}
