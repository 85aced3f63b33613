/** A company on the pages: its signatory lets an employee act for it, the employee applies, and is let go again. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ACTING_WORDS } from '../../engine/http/pages/acting/words.ts'
import { FRAME_WORDS } from '../../engine/http/pages/frame/words.ts'
import { APPLY_WORDS } from '../../engine/http/pages/portal/apply/words.ts'
import { MY_WORDS } from '../../engine/http/pages/portal/my/words.ts'
import { SERVICE_WORDS } from '../../engine/http/pages/portal/service/words.ts'
import { openSite, type Site, type Visit } from './browser.ts'
import { formTexts, signIn, walker, type Answers, type Walker } from './walker.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const PACKAGES = ['identify', 'pay', 'issue', 'notify', 'refuse', 'refund'].map((name) => `common.${name}`)
const SERVICE = { ar: 'تجديد رخصة مركبة', en: 'Vehicle licence renewal' }
/** Signs for Sanabel by the register, which knows a vehicle of the company. */
const SIGNATORY = '400000030'
const EMPLOYEE = '400000014'
const COMPANY = {
  number: '562400101',
  ar: 'شركة سنابل الخير للتجارة العامة',
  en: 'Sanabel Al-Khair General Trading Company',
}
const APPLY = formTexts('mot.vehicle-renewal/apply')

let site: Site
beforeAll(async () => {
  site = await openSite({ packages: [...PACKAGES, 'mot.vehicle-renewal'] })
})
afterAll(() => site.close())

type Telling = Required<Pick<Visit, 'language' | 'screen' | 'script'>>

/** Comes in by the national sign-on and says for whom: a company, or themselves. */
async function comeIn(who: Walker, person: string, company: string): Promise<void> {
  const { page, look, press } = who
  await page.goto('/sign-in?next=/my')
  await signIn(who, 'national', person)
  await page.getByRole('heading', { name: who.say(ACTING_WORDS.choose) }).waitFor()
  await look()
  await page.locator(`input[name=company][value="${company}"]`).check()
  await press(ACTING_WORDS.go)
}

const banner = ({ page, say }: Walker) => page.getByRole('region', { name: say(FRAME_WORDS.actingAs) })

async function give(signatory: Walker): Promise<void> {
  const { page, press, look, say } = signatory
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say(FRAME_WORDS.mandates) })
    .click()
  await look()
  await page.getByLabel(say(ACTING_WORDS.holder)).fill('٤٠٠٠٠٠٠١٤')
  await page.getByLabel(say(SERVICE), { exact: true }).check()
  await page.getByLabel(say(ACTING_WORDS.until)).fill('٢٠٩٩-١٢-٣١')
  await press(ACTING_WORDS.give)
  await look()
  const row = page
    .getByRole('listitem')
    .filter({ hasText: EMPLOYEE })
    .filter({ hasText: say(ACTING_WORDS.inForce) })
  expect(await row.first().textContent()).toContain(say(SERVICE))
}

/** @returns the address of the application */
async function apply(employee: Walker): Promise<string> {
  const { page, press, look } = employee
  const fill = (answers: Answers): Promise<void> => employee.answer(APPLY, answers, APPLY_WORDS.next)
  await page.goto('/services/mot.vehicle-renewal')
  await look()
  await press(SERVICE_WORDS.apply)
  expect(await page.getByRole('main').textContent()).toContain(COMPANY.number)
  await fill({ '/plateNo': '0-1010-95' })
  await look()
  await press(APPLY_WORDS.next)
  await fill({ '/renewalPeriod': '12', '/language': 'both' })
  await press(APPLY_WORDS.next)
  await fill({
    '/deliveryMode': 'digital',
    '/address/governorate': 'PS-RBH',
    '/address/locality': 'البيرة',
    '/phone': '0590000000',
  })
  await press(APPLY_WORDS.next)
  await fill({ '/declaration': true })
  await press(APPLY_WORDS.next)
  await look()
  expect(await banner(employee).textContent()).toContain(COMPANY.number)
  await press(APPLY_WORDS.send)
  await look()
  await press(APPLY_WORDS.follow)
  return new URL(page.url()).pathname
}

/** For whom the registers were told they were asked about this application. */
async function representedIn(reference: string): Promise<readonly (string | undefined)[]> {
  const answer = await fetch(`${site.sandbox?.databus ?? ''}/__double/calls`)
  const { calls } = (await answer.json()) as { calls: readonly { headers: readonly (readonly [string, string])[] }[] }
  const of = (headers: readonly (readonly [string, string])[], name: string) =>
    headers.find(([key]) => key.toLowerCase() === name)?.[1]
  return calls
    .filter(({ headers }) => of(headers, 'x-road-issue') === reference)
    .map(({ headers }) => of(headers, 'x-road-represented-party'))
}

/** @returns what the employee is answered in the end who asks for the application that they sent */
async function tell(telling: Telling): Promise<number | undefined> {
  const signatory = await walker(site, 'signatory', telling)
  await comeIn(signatory, SIGNATORY, COMPANY.number)
  expect(await banner(signatory).textContent()).toContain(signatory.say(COMPANY))
  await signatory.page.getByRole('heading', { level: 1, name: signatory.say(MY_WORDS.companyTitle) }).waitFor()
  await give(signatory)

  const employee = await walker(site, 'employee', telling)
  await comeIn(employee, EMPLOYEE, COMPANY.number)
  await employee.look()
  const application = await apply(employee)
  const reference = application.split('/').at(-1) ?? ''
  await expect.poll(() => representedIn(reference), { timeout: 20_000 }).toContain(`COM/${COMPANY.number}`)
  expect(new Set(await representedIn(reference))).toEqual(new Set([`COM/${COMPANY.number}`]))

  await signatory.page.goto('/my')
  await signatory.press(signatory.page.locator(`a[href="${application}"]`))
  await signatory.look()

  await signatory.page.goto('/mandates')
  const revoke = signatory.page.getByRole('button', {
    name: signatory.say(ACTING_WORDS.revoke).replace('{holder}', EMPLOYEE),
  })
  await signatory.press(revoke)
  await signatory.look()

  const { page, say, press, look } = employee
  const refused = await page.goto(application)
  expect(refused?.status()).toBe(403)
  await look()
  expect(await banner(employee).textContent()).toContain(say(FRAME_WORDS.mandateEnded).split('{company}')[0])
  await press(page.getByRole('button', { name: say(FRAME_WORDS.actForSelf) }))
  expect(await banner(employee).count()).toBe(0)
  const gone = await page.goto(application)
  await page.goto('/my')
  expect(await page.locator(`a[href="${application}"]`).count()).toBe(0)
  await Promise.all([signatory.leave(), employee.leave()])
  return gone?.status()
}

describe('a signatory lets an employee act for the company, who applies for it, and is seen off again', () => {
  test('in Arabic, on a telephone', async () => {
    expect(await tell({ language: 'ar', screen: 'phone', script: true })).toBe(404)
  })

  test('in English, at a desk, without scripts', async () => {
    expect(await tell({ language: 'en', screen: 'desk', script: false })).toBe(404)
  })
})
