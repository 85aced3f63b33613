import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import { globalId, type AgencyId, type UserId } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Language } from '../../engine/core/text.ts'
import { readPaper } from '../stories/paper.ts'
import { barriers, openSite, overhang, PEOPLE, type Screen, type Site, type Who } from './browser.ts'

/** A certificate is printed by a browser of its own. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const PATIENCE = 60_000
const QUESTION = 'ما اسم والدتك؟ What is your mother’s name?'

async function until<T>(find: () => Promise<T | undefined>, what: string): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(200)) {
    const found = await find()
    if (found !== undefined) return found
  }
  throw new Error(`Expected ${what} within a minute, but it did not come`)
}

const actor = (who: Who): Actor => ({
  kind: 'user',
  ...PEOPLE[who],
  id: PEOPLE[who].id as UserId,
  agency: PEOPLE[who].agency as AgencyId,
})

/** At the desk, in the next room. */
async function decide(who: Who, reference: string, element: string, answers: JsonObject): Promise<void> {
  const { engine } = site.server
  const id = await until(async () => {
    const { items } = await engine.listTasks(actor(who), { reference, limit: 50 })
    const task = items.find((one) => one.element === element)
    return task && globalId(task.instance, task.id)
  }, `the task ${element}`)
  const opened = await engine.getTask(actor(who), id)
  const done = await engine.completeTask(actor(who), id, answers)
  expect([isProblem(opened), isProblem(done) ? done.detail : '']).toEqual([false, ''])
}

const SAYS = {
  ar: {
    service: 'شهادة عدم محكومية',
    start: 'ابدأ الطلب',
    next: 'متابعة',
    self: 'صاحب الشهادة',
    nationalId: 'رقم الهوية',
    idNumber: 'رقم هوية مقدم الطلب',
    work: 'العمل',
    both: 'العربية والإنجليزية',
    copies: 'عدد النسخ',
    digital: 'إلكترونيًا',
    phone: 'رقم الهاتف المحمول',
    declare: 'أقرّ بأن البيانات صحيحة',
    change: 'تعديل عدد النسخ',
    send: 'أرسل الطلب',
    received: 'وصلنا طلبك',
    follow: 'افتح صفحة الطلب',
    pay: 'مطلوب منك الدفع',
    payPage: 'افتح صفحة الدفع',
    with: 'موظف السجل العدلي',
    answerNow: 'أجب الآن',
    answer: 'جوابك',
    sendAnswer: 'أرسل الجواب',
    thanks: 'وصلنا جوابك',
    supervisor: 'مشرف السجل العدلي',
    issued: 'النتيجة: صدرت',
    download: /تنزيل .*شهادة/,
    who: 'من اطّلع على بياناتي، ومتى، ولماذا',
    agency: 'وزارة العدل',
    purpose: 'البحث في السجل العدلي عن أحكام نهائية',
  },
  en: {
    service: 'Non-conviction certificate',
    start: 'Apply now',
    next: 'Continue',
    self: 'The person concerned',
    nationalId: 'Identity number',
    idNumber: 'Identity number of the applicant',
    work: 'Work',
    both: 'Arabic and English',
    copies: 'Number of copies',
    digital: 'Digitally',
    phone: 'Mobile phone number',
    declare: 'I declare that this is true',
    change: 'Change Number of copies',
    send: 'Send the application',
    received: 'We have received your application',
    follow: 'Open the page of the application',
    pay: 'You are asked to pay',
    payPage: 'Open the payment page',
    with: 'Judicial-record clerk',
    answerNow: 'Answer now',
    answer: 'Your answer',
    sendAnswer: 'Send the answer',
    thanks: 'We have your answer',
    supervisor: 'Record supervisor',
    issued: 'Outcome: Issued',
    download: /Download .*شهادة/,
    who: 'Who read my data, when and why',
    agency: 'Ministry of Justice',
    purpose: 'Search of the judicial record for final judgments',
  },
} as const

interface Telling {
  readonly language: Language
  readonly screen: Screen
  readonly script: boolean
}

/** @returns what was said under the last heading */
async function tell({ language, screen, script }: Telling): Promise<string> {
  const say = SAYS[language]
  const page = await site.visit({ language, screen, script, as: 'namesake' })
  /** Looks at the same pages with scripts, for axe is one. */
  const twin = await site.visit({ language, screen, as: 'namesake' })
  const look = async (): Promise<void> => {
    expect(await overhang(page)).toBe(0)
    await twin.goto(page.url())
    expect([twin.url(), await barriers(twin)]).toEqual([page.url(), []])
  }
  /** To the page that comes then. */
  const press = async (button: Locator): Promise<void> => {
    await Promise.all([page.waitForEvent('framenavigated'), button.click()])
    await page.waitForLoadState()
  }
  const next = (): Promise<void> => press(page.getByRole('button', { name: say.next, exact: true }).last())
  const shows = async (text: string): Promise<void> => {
    await until(async () => {
      await page.reload()
      return (await page.getByRole('main').getByText(text).count()) > 0 ? true : undefined
    }, `"${text}" on ${page.url()}`)
    await look()
  }

  await page.goto('/')
  await press(page.getByRole('link', { name: say.service }))
  await press(page.getByRole('button', { name: say.start }))

  await page.getByLabel(say.self, { exact: true }).check()
  await page.getByLabel(say.nationalId, { exact: true }).check()
  await look()
  await next()
  await page.getByLabel(say.idNumber).fill('400000089')
  await next()
  await page.getByLabel(say.work, { exact: true }).check()
  await page.getByLabel(say.both, { exact: true }).check()
  await page.getByLabel(say.copies).fill('٢')
  await look()
  await next()
  await page.getByLabel(say.digital, { exact: true }).check()
  await page.getByLabel(say.phone).fill('٠٥٩٠٠٠٠٠٠٠')
  await look()
  await next()
  await page.getByLabel(say.declare).check()
  await look()
  await next()

  await page.getByRole('button', { name: say.send }).waitFor()
  await look()
  await press(page.getByRole('link', { name: say.change }))
  await page.getByLabel(say.copies).fill('1')
  await next()
  await press(page.getByRole('button', { name: say.send }))

  await page.getByRole('heading', { name: say.received }).waitFor()
  const reference = /\/my\/([^/]+)\/received$/.exec(new URL(page.url()).pathname)?.[1] ?? ''
  expect(await page.getByRole('main').textContent()).toContain(reference)
  await look()
  await press(page.getByRole('link', { name: say.follow }))

  await shows(say.pay)
  const bill = await page.getByRole('link', { name: say.payPage }).getAttribute('href')
  const paid = await fetch(`${bill ?? ''}/approve`, { method: 'POST', redirect: 'manual' })
  expect(paid.status).toBeLessThan(400)

  await shows(say.with)
  await decide('clerk', reference, 'resolve_identity', { resolution: 'correct', question: QUESTION })
  await shows(say.answerNow)
  expect(await page.getByRole('main').textContent()).toContain(QUESTION)
  await press(page.getByRole('link', { name: say.answerNow }))
  expect(await page.getByRole('blockquote').textContent()).toBe(QUESTION)
  await look()
  await press(page.getByRole('button', { name: say.sendAnswer }).last())
  await page.getByRole('alert').waitFor()
  await page.getByLabel(say.answer).fill('مريم')
  await press(page.getByRole('button', { name: say.sendAnswer }).last())
  await page.getByText(say.thanks).waitFor()

  await decide('clerk', reference, 'resolve_identity', { resolution: 'match', resolveReason: 'same mother' })
  await decide('clerk', reference, 'review_judgment', { proposal: 'rehabilitated', reviewReason: 'on the record' })
  await shows(say.supervisor)
  await decide('supervisor', reference, 'confirm_refusal', {
    supervisorDecision: 'rehabilitated',
    supervisorReason: 'confirmed',
  })

  await shows(say.issued)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: say.download }).click()
  const paper = await readPaper(new Uint8Array(await readFile(await (await waiting).path())))
  expect(paper.qr).toMatch(/\/verify#ey/)
  // Reading the paper holds up this process, and with it the server: a busy one refuses for a moment.
  await until(async () => {
    await twin.goto('/figures')
    await twin.goto(paper.qr ?? '')
    const serial = twin.locator('#claims').getByText(/MOJ-2\d{3}-/)
    return serial.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => undefined,
    )
  }, 'the certificate to verify')

  await press(page.getByRole('link', { name: say.who }))
  await look()
  const told = (await page.getByRole('main').textContent()) ?? ''
  await page.context().close()
  await twin.context().close()
  return told
}

describe('a certificate, from the catalogue to the paper in hand', () => {
  test.each([
    { name: 'in Arabic, on a telephone', language: 'ar', screen: 'phone', script: true },
    { name: 'in English, at a desk, in a browser that runs no scripts', language: 'en', screen: 'desk', script: false },
  ] as const)('$name', async (telling) => {
    const told = await tell(telling)
    const say = SAYS[telling.language]
    expect(told).toContain(say.purpose)
    expect(told).toContain(say.with)
    expect(told).toContain(say.agency)
    expect(told).not.toMatch(/moj\.clerk|moj\.supervisor/)
  })

  test('and nothing that the browser complained of', () => {
    expect(site.complaints).toEqual([])
  })
})
