/** A vehicle licence renewed: fines paid to the police first, then the fee, with nobody at a desk; or a clerk looks into a seizure. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openSite, type Site } from './browser.ts'
import { readPaper } from '../stories/paper.ts'
import { applyFor, decide, formTexts, pay, staff, takeTask, walker } from './walker.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  const shared = ['identify', 'pay', 'refund', 'issue', 'notify', 'refuse'].map((name) => `common.${name}`)
  site = await openSite({ packages: [...shared, 'mot.vehicle-renewal'] })
})
afterAll(() => site.close())

const FORM = formTexts('mot.vehicle-renewal/apply')
const SERVICE = { ar: 'تجديد رخصة مركبة', en: 'Vehicle licence renewal' }
const OMAR = '400000022'
const DINA = '400000055'

const answers = (owner: string, plate: string) => ({
  '/plateNo': plate,
  '/applyingAs': 'owner',
  '/ownerId': owner,
  '/renewalPeriod': '12',
  '/changedColourOrEngine': false,
  '/language': 'both',
  '/deliveryMode': 'digital',
  '/address/governorate': 'PS-RBH',
  '/address/locality': 'البيرة',
  '/phone': '0599123456',
  '/declaration': true,
})

test('in Arabic, on a telephone: two bills, and the licence to take away', async () => {
  const citizen = await walker(site, 'vehicle', { language: 'ar', screen: 'phone', script: true })
  const { page, until, look } = citizen
  await applyFor(citizen, {
    service: SERVICE,
    form: FORM,
    person: OMAR,
    answers: answers(OMAR, '0-1002-95'),
  })
  await pay(citizen)
  await until('دُفع 250.00 شيكل')
  await pay(citizen)
  await until('النتيجة')
  await look()
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'تنزيل رخصة' }).click()
  const paper = await readPaper(new Uint8Array(await readFile(await (await waiting).path())))
  expect(paper.text).toContain('0-1002-95')
  await citizen.leave()
  expect(site.complaints).toEqual([])
})

test('in English, in browsers that run no scripts: a clerk reads which court seized the vehicle, and lifts it', async () => {
  const visit = { language: 'en', screen: 'desk', script: false } as const
  const citizen = await walker(site, 'seized', visit)
  const reference = await applyFor(citizen, {
    service: SERVICE,
    form: FORM,
    person: DINA,
    answers: answers(DINA, '0-1004-95'),
  })
  const clerk = await staff(site, 'mot.clerk', visit)
  await takeTask(clerk, reference)
  await clerk.look()
  const form = await clerk.page.locator('#task-form').textContent()
  for (const fact of ['Toyota Corolla', 'L-2025-031', 'Nablus Execution Department']) expect(form).toContain(fact)
  await decide(clerk, formTexts('mot.vehicle-renewal/lien-review'), {
    '/holdDecision': 'lift',
    '/holdReason': 'The court lifted it today',
  })
  await pay(citizen)
  await citizen.until('Download')
  await Promise.all([citizen.leave(), clerk.leave()])
})
