/** A certificate, wholly on the pages: what its applicant, the clerk and the supervisor see and press, and who reads it in the end. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { APPLICATION_WORDS, STANDING_WORDS } from '../../engine/http/pages/portal/application/words.ts'
import { APPLY_WORDS } from '../../engine/http/pages/portal/apply/words.ts'
import { SERVICE_WORDS } from '../../engine/http/pages/portal/service/words.ts'
import { TASK_WORDS } from '../../engine/http/pages/portal/task/words.ts'
import { readPaper } from '../stories/paper.ts'
import { openSite, type Site, type Visit } from './browser.ts'
import { decide, formTexts, pay, signIn, takeTask, walker, type Answers, type Walker } from './walker.ts'

/** A certificate is printed by a browser of its own. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const SERVICE = { ar: 'شهادة عدم محكومية', en: 'Non-conviction certificate' }
const NAMESAKE = '400000089'
const QUESTION = 'ما اسم والدتك؟'
const CLERK = { ar: 'موظف السجل العدلي', en: 'Judicial-record clerk' }
const SUPERVISOR = { ar: 'مشرف السجل العدلي', en: 'Record supervisor' }
const ISSUED = { ar: 'النتيجة: صدرت', en: 'Outcome: Issued' }
const PURPOSE = {
  ar: 'البحث في السجل العدلي عن أحكام نهائية',
  en: 'Search of the judicial record for final judgments',
}
const RETURN = { ar: 'يلزم جواب من المواطن', en: 'An answer of the citizen is needed' }

const APPLY = formTexts('moj.non-conviction/apply')
const RESOLVE = formTexts('moj.non-conviction/resolve-identity')
const REVIEW = formTexts('moj.non-conviction/review-judgment')
const CONFIRM = formTexts('moj.non-conviction/confirm-refusal')
const CORRECTION = formTexts('common.correct/correction')

const DOWNLOAD = { ar: 'تنزيل شهادة عدم محكومية', en: 'Download Non-conviction certificate' }

type Telling = Required<Pick<Visit, 'language' | 'screen' | 'script'>>

/** @returns the reference number */
async function apply(citizen: Walker): Promise<string> {
  const { page, press, look } = citizen
  const fill = (answers: Answers): Promise<void> => citizen.answer(APPLY, answers, APPLY_WORDS.next)
  await citizen.open('/')
  await look()
  await press(SERVICE)
  await look()
  await press(SERVICE_WORDS.signInToApply)
  await signIn(citizen, 'national', NAMESAKE)
  await press(SERVICE_WORDS.apply)
  await look()
  await fill({ '/applicantType': 'self', '/identityBy': 'nationalId', '/nationalId': NAMESAKE })
  await press(APPLY_WORDS.next)
  await fill({ '/purpose': 'work', '/language': 'both', '/copies': '٢' })
  await look()
  await press(APPLY_WORDS.next)
  await fill({ '/deliveryMode': 'digital', '/phone': '٠٥٩٠٠٠٠٠٠٠' })
  await look()
  await press(APPLY_WORDS.next)
  await fill({ '/declaration': true })
  await look()
  await press(APPLY_WORDS.next)
  await look()
  const copies = APPLY['/copies']?.label ?? SERVICE
  await press({ ar: `${APPLY_WORDS.change.ar} ${copies.ar}`, en: `${APPLY_WORDS.change.en} ${copies.en}` })
  await fill({ '/copies': '1' })
  await press(APPLY_WORDS.next)
  await press(APPLY_WORDS.send)
  await page.getByRole('heading', { name: citizen.say(APPLY_WORDS.received) }).waitFor()
  await look()
  const reference = /\/my\/([^/]+)\/received$/.exec(new URL(page.url()).pathname)?.[1] ?? ''
  expect(await page.getByRole('main').textContent()).toContain(reference)
  await press(APPLY_WORDS.follow)
  return reference
}

async function tell(telling: Telling): Promise<string> {
  const citizen = await walker(site, 'citizen', telling)
  const clerk = await walker(site, 'clerk', telling)
  const supervisor = await walker(site, 'supervisor', telling)
  const { page, press, look, until, say } = citizen

  const reference = await apply(citizen)
  await pay(citizen)
  await until(say(CLERK))
  await look()

  await clerk.open('/desk')
  await signIn(clerk, 'staff', 'moj.clerk')
  await takeTask(clerk, reference)
  await clerk.look()
  expect(await clerk.page.locator('#task-form').textContent()).toContain('2012/205')
  await clerk.press(RETURN)
  await decide(clerk, RESOLVE, { '/question': QUESTION })

  await until(say(STANDING_WORDS.answerNow))
  await look()
  await press(STANDING_WORDS.answerNow)
  expect(await page.getByRole('blockquote').textContent()).toBe(QUESTION)
  await press(TASK_WORDS.send)
  await page.getByRole('alert').waitFor()
  await look()
  await citizen.answer(CORRECTION, { '/answer': 'مريم' }, TASK_WORDS.send)
  await press(TASK_WORDS.send)
  await page.getByText(say(TASK_WORDS.sent)).waitFor()

  await takeTask(clerk, reference)
  expect(await clerk.page.getByRole('main').textContent()).toContain('مريم')
  await decide(clerk, RESOLVE, { '/resolution': 'match', '/resolveReason': 'اسم الأم نفسه' })
  await takeTask(clerk, reference)
  await decide(clerk, REVIEW, { '/proposal': 'rehabilitated', '/reviewReason': 'رُدّ الاعتبار بحكم المحكمة' })

  await until(say(SUPERVISOR))
  await look()
  await supervisor.open('/desk')
  await signIn(supervisor, 'staff', 'moj.supervisor')
  await takeTask(supervisor, reference)
  await supervisor.look()
  await decide(supervisor, CONFIRM, { '/supervisorDecision': 'rehabilitated', '/supervisorReason': 'مؤكد' })

  await until(say(ISSUED))
  await look()
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: say(DOWNLOAD) }).click()
  const paper = await readPaper(new Uint8Array(await readFile(await (await waiting).path())))
  await isGenuine(paper.qr ?? '', telling)

  await press(APPLICATION_WORDS.accesses)
  await look()
  const told = (await page.getByRole('main').textContent()) ?? ''
  await Promise.all([citizen, clerk, supervisor].map((one) => one.leave()))
  return told
}

/** Whoever the certificate is shown to scans its code, with a telephone of their own. */
async function isGenuine(code: string, { language, screen }: Telling): Promise<void> {
  expect(code).toMatch(/\/verify#ey/)
  const reader = await walker(site, 'reader', { language, screen, script: true })
  // Reading the paper held up this process, and with it the server: a busy one refuses for a moment.
  await vi.waitFor(
    async () => {
      await reader.open('/figures')
      await reader.page.goto(code)
      await reader.page.locator('[data-mark=inForce]').waitFor({ timeout: 5_000 })
    },
    { timeout: 60_000 },
  )
  await reader.page
    .locator('#claims')
    .getByText(/MOJ-2\d{3}-/)
    .waitFor()
  await reader.look()
  // Where no script runs the number printed on it is asked for instead.
  const serial = (await reader.page.locator('[data-claim=sub]').textContent()) ?? ''
  const bare = await walker(site, 'reader', { language, screen, script: false })
  await bare.open('/verify')
  await bare.page.locator('#serial').fill(serial)
  await Promise.all([bare.page.waitForEvent('framenavigated'), bare.page.locator('main form button').click()])
  await bare.page.locator('[data-answer=valid]').waitFor()
  await bare.look()
  await Promise.all([reader.leave(), bare.leave()])
}

describe('a certificate, from the catalogue to whoever reads it, on the pages alone', () => {
  test.each([
    { name: 'in Arabic, on a telephone', language: 'ar', screen: 'phone', script: true },
    { name: 'in English, at a desk', language: 'en', screen: 'desk', script: true },
    { name: 'in Arabic, in browsers that run no scripts', language: 'ar', screen: 'desk', script: false },
  ] as const)('$name', async ({ language, screen, script }) => {
    const told = await tell({ language, screen, script })
    expect(told).toContain(PURPOSE[language])
    expect(told).toContain(CLERK[language])
    expect(told).not.toMatch(/moj\.clerk|moj\.supervisor/)
  })

  test('and nothing that the browsers complained of', () => {
    expect(site.complaints).toEqual([])
  })
})
