/**
 * A service from nothing to the citizen who gets it, by hand: an analyst makes it in the designer, in Arabic, without a word
 * of XML or JSON; the check stops them twice; it is tried, kept as a test, and published; a citizen applies and pays, a clerk
 * examines, a second one approves, and the certificate can be verified.
 */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, onTestFailed, test, vi } from 'vitest'
import { CONDITION_WORDS } from '../../designer/conditions/words.ts'
import type { Site } from '../pages/browser.ts'
import { applyFor, decide, pay, staff, takeTask, walker, type FormTexts } from '../pages/walker.ts'
import type { Text } from '../../engine/core/text.ts'
import { readPaper } from '../stories/paper.ts'
import { openAnalyst, type Analyst } from './analyst.ts'
import { pictureLive, pictureViews } from './pictures.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 })

/** The check runs beside the page, when the typing pauses. */
const PATIENT = { timeout: 30_000 }

let site: Site
beforeAll(async () => {
  site = await openDesigner({ packages: [], doubles: true })
})
afterAll(() => site.close())

const SERVICE = { ar: 'رخصة كشك', en: 'Kiosk permit' }
const PERSON = 'بيانات شخص'
const GOODS = { ar: 'ماذا يبيع الكشك؟', en: 'What does the kiosk sell?' }
const FOOD = { ar: 'طعام', en: 'Food', value: 'food' }
const PAPER = { ar: 'قرطاسية', en: 'Stationery', value: 'stationery' }
const CERTIFICATE = { ar: 'شهادة صحية', en: 'Health certificate' }
const YES = { ar: 'موافقة', en: 'Approve', value: 'yes' }
const NO = { ar: 'رفض', en: 'Refuse', value: 'no' }
const ISSUED = { ar: 'إصدار الرخصة', en: 'Issue the permit' }

const decision = (place: string, label: { readonly ar: string; readonly en: string }): FormTexts => ({
  [place]: { label, choices: { yes: YES, no: NO } },
})
const EXAMINED = { ar: 'هل يستوفي الطلب الشروط؟', en: 'Does the application meet the conditions?' }
const APPROVED = { ar: 'هل تعتمد القرار؟', en: 'Do you approve the decision?' }
const APPLICATION: FormTexts = {
  '/request': { label: { ar: 'ما الذي تطلبه؟', en: 'What do you apply for?' } },
  '/goods': { label: GOODS, choices: { stationery: PAPER, food: FOOD } },
  '/healthCertificate': { label: CERTIFICATE },
}

/** From the empty workspace to the first drawing. */
async function begin({ page, dialog, both, button }: Analyst): Promise<void> {
  await button('خدمة جديدة')
  await both(dialog.getByRole('group', { name: 'اسم الخدمة' }), SERVICE)
  await dialog.getByLabel('معرّف الخدمة').fill('moj.kiosk-permit')
  await button('ابدأ', dialog)
  await page.waitForURL(/\/procedure/)
  await page.locator('[data-shape=drawn]').waitFor()
  expect(await page.getByLabel('اتجاه المخطط').inputValue()).toBe('rtl')
}

/** A question with answers, and a file that is asked for after one of them; its Arabic is forgotten. */
async function writeForms({ view, button, question, choices, inspector, newForm }: Analyst): Promise<void> {
  await view('forms')
  await button('الطلب')
  await question('اختيار واحد', GOODS, 'goods')
  await choices(PAPER, FOOD)
  await question('ملف', { ...CERTIFICATE, ar: '' }, 'healthCertificate')
  const afterFood = async (): Promise<void> => {
    await inspector.getByLabel('حسب جواب السؤال').selectOption({ label: GOODS.ar })
    await inspector.getByLabel('الجواب', { exact: true }).selectOption({ label: FOOD.ar })
  }
  await inspector.getByLabel('الإلزام').selectOption({ label: 'إلزامي عند شرط' })
  await afterFood()
  await inspector.getByRole('tab', { name: 'الشروط' }).click()
  await inspector.getByLabel('الأثر').selectOption({ label: 'يظهر عندما' })
  await afterFood()
  await newForm('review', { ar: 'دراسة الطلب', en: 'Review' })
  await question('اختيار واحد', EXAMINED, 'finding')
  await choices(YES, NO)
  await newForm('approve', { ar: 'اعتماد القرار', en: 'Approval' })
  await question('اختيار واحد', APPROVED, 'approval')
  await choices(YES, NO)
}

/** Whoever sells food pays more. */
async function writeFee({ view, button, dialog, both, page }: Analyst): Promise<void> {
  await view('decisions')
  await button('رسم من صفوف بسيطة')
  await both(dialog, { ar: 'رسم الكشك', en: 'Kiosk fee' })
  await dialog.getByLabel('كيف يُحسب').selectOption({ label: 'بحسب اختيار' })
  await dialog.getByLabel('حسب جواب السؤال').selectOption({ label: GOODS.ar })
  await dialog.getByLabel('المبلغ').nth(0).fill('80')
  await dialog.getByLabel('المبلغ').nth(1).fill('120')
  await button('أنشئ', dialog)
  await page.getByRole('heading', { name: 'رسم الكشك' }).waitFor()
}

/** Who works at it. */
async function writePolicy({ section, main, both, page, button }: Analyst): Promise<void> {
  await section('الأدوار')
  const roles = main.getByRole('group').filter({ has: page.getByRole('heading', { level: 3 }) })
  const call = async (id: string, title: Text): Promise<void> => {
    await both(roles.last(), title)
    const name = roles.last().getByRole('textbox', { name: 'المعرّف' })
    await name.fill(id)
    await name.press('Tab')
  }
  // The task that is there already follows the role it is given to.
  await call('judicial-record-clerk', { ar: 'موظف السجل', en: 'Record clerk' })
  await button('أضف: دور', main)
  await call('record-supervisor', { ar: 'مدير الدائرة', en: 'Head of department' })
}

/** Register, fee, payment, two people, certificate. */
async function draw(analyst: Analyst): Promise<void> {
  const { view, step, append, appendConnector, properties, feel, side, button } = analyst
  await view('procedure')
  await step(/^قُدّم الطلب/)
  await appendConnector('MOI', /^بيانات شخص/)
  await feel('رقم الهوية، أو رقم الجواز والجنسية', '=application.applicant.nationalId')
  await step(/^بيانات شخص/)
  await append('مهمة قاعدة عمل', { ar: 'احتساب الرسم', en: 'Work out the fee' })
  await properties()
  await side.getByLabel('جدول القرار').selectOption({ label: 'رسم الكشك' })
  await side.getByLabel('متغير الجواب').fill('fee')
  await side.getByLabel('متغير الجواب').press('Tab')
  await step(/^احتساب الرسم/)
  await appendConnector('تحصيل', /^تحصيل رسم/)
  await feel('المبلغ', '=fee.amount')

  await step(/^دراسة الطلب/)
  await properties()
  await side.getByLabel('النموذج الذي يُملأ').selectOption({ label: 'دراسة الطلب' })
  expect(await side.getByRole('checkbox', { name: 'موظف السجل' }).isChecked()).toBe(true)
  await step(/^دراسة الطلب/)
  await append('مهمة مستخدم', { ar: 'اعتماد القرار', en: 'Approve the decision' })
  await properties()
  await side.getByLabel('النموذج الذي يُملأ').selectOption({ label: 'اعتماد القرار' })
  await side.getByRole('checkbox', { name: 'مدير الدائرة' }).check()
  await side.getByRole('checkbox', { name: 'دراسة الطلب' }).check()

  await step(/^اعتماد القرار/)
  await append('بوابة حصرية', { ar: 'هل اعتُمد؟', en: 'Approved?' })
  await appendConnector('وثيقة', /^إصدار وثيقة/)
  await side.getByRole('checkbox', { name: 'شهادة موقعة مسجلة' }).check()
  await feel('البيانات', '={name: person.fullName.ar}')
  await feel('عنوان الوثيقة', SERVICE.ar)
  await feel('صاحب الشهادة', '={name: person.fullName, id: application.applicant.nationalId}')
  await analyst.both(side.getByRole('group', { name: 'كما يظهر على المخطط' }), ISSUED)
  await step(/^إصدار الرخصة/)
  await side.getByLabel('صِلها بالخطوة').selectOption({ label: 'انتهى الطلب' })
  await button('صِل', side)
  await step(/^هل اعتُمد/)
  await properties()
  await side.getByRole('radio', { name: 'انتهى الطلب' }).check()
  const way = side.getByRole('group', { name: 'متى يُسلك السهم إلى «إصدار الرخصة»' })
  await way.getByLabel(CONDITION_WORDS.question.ar, { exact: true }).selectOption({ label: APPROVED.ar })
  await way.getByLabel(CONDITION_WORDS.answer.ar, { exact: true }).selectOption({ label: YES.ar })
}

async function writeCertificate({ view, button, page, dialog, step, properties, side }: Analyst): Promise<void> {
  await view('documents')
  await button('وثيقة جديدة')
  await dialog.getByLabel('الاسم في الإجراء').fill('permit')
  await button('أنشئ', dialog)
  await view('procedure')
  await step(/^إصدار الرخصة/)
  await properties()
  await side.getByLabel('القالب').selectOption('permit')
  await button('فتح القالب', side)
  await page.getByRole('textbox', { name: 'عنوان' }).fill('رخصة كشك')
  await page.getByRole('textbox', { name: 'فقرة' }).fill('رُخّص لحامل هذه الوثيقة: ')
  await page.keyboard.press('Control+End')
  await button('أدخل قيمة')
  await page.getByRole('menuitem', { name: 'name', exact: true }).click()
  await button('أدخل فقرة أو جدولًا')
  await page.getByRole('menuitem', { name: 'رمز التحقق (QR)' }).click()
}

/** Two things are wrong, and each finding leads to where it is put right. */
async function beStopped({ view, errors, page, look, side, dialog, both, button, main }: Analyst): Promise<void> {
  await view('findings')
  await expect.poll(errors, PATIENT).toBe(2)
  await main.getByText('يجب أن توجد اتفاقية بيانات').waitFor()
  await look('findings')
  await main.getByRole('link', { name: /النماذج › الطلب/ }).click()
  const label = page.getByRole('group', { name: 'نص السؤال' }).getByLabel('بالعربية')
  await expect.poll(() => label.evaluate((it) => it === document.activeElement), PATIENT).toBe(true)
  await page.keyboard.type(CERTIFICATE.ar)
  await expect.poll(errors, PATIENT).toBe(1)
  await view('publish')
  await main.getByText('لا يُنشر ما فيه أخطاء').waitFor()
  expect(await main.getByRole('button', { name: /^انشر/ }).isDisabled()).toBe(true)
  await button('إلى الملاحظات', main)
  await main.getByRole('link', { name: new RegExp(PERSON) }).click()
  await button('إضافة الاتفاقية', side)
  const part = (name: string) => dialog.getByRole('group', { name })
  await both(part('الغرض، كما يقرؤه صاحب البيانات'), { ar: 'التحقق من هوية المتقدم', en: 'To verify the applicant' })
  await both(part('القانون أو القرار'), { ar: 'قانون البلديات', en: 'Municipalities Act' })
  await both(part('المادة، إن لم يكن القانون كله'), { ar: 'المادة 12', en: 'Article 12' })
  await button('حفظ الاتفاقية', dialog)
  await expect.poll(errors, PATIENT).toBe(0)
}

/** From the application to the certificate, with a day gone by; and what it came to is to come again. */
async function tryIt({ view, main, page, button, dialog, look, both }: Analyst): Promise<void> {
  const rest = (): Promise<void> => page.locator('.trial-play[aria-busy="false"]').waitFor()
  await view('trial')
  await main.getByLabel('ما الذي تطلبه؟').fill('كشك في ساحة السوق')
  await main.getByRole('radio', { name: FOOD.ar }).check()
  await main
    .locator('input[type=file]')
    .setInputFiles({ name: 'health.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
  await button('قدّم الطلب', main)
  await button('اختر الجواب', main)
  await dialog.getByLabel('جواب جاهز').selectOption({ label: 'كما يصفه مزود الخدمة' })
  await button('اختر الجواب', dialog)
  await main.getByText('120.00 ILS').first().waitFor()
  await rest()
  await look('trial')
  await button('يدفع', main)
  await main.getByText(EXAMINED.ar).first().waitFor()
  await rest()
  const before = await main.getByText('4 كانون الثاني 2026').count()
  await button('يوم واحد', main)
  await expect.poll(() => main.getByText('5 كانون الثاني 2026').count(), PATIENT).toBeGreaterThan(0)
  expect(before).toBeGreaterThan(0)
  for (const asked of [EXAMINED, APPROVED]) {
    await main.getByRole('group', { name: asked.ar }).getByRole('radio', { name: YES.ar }).check()
    await button('أنجز المهمة', main)
    await main.getByRole('group', { name: asked.ar }).waitFor({ state: 'detached' })
    await rest()
  }
  await main.getByText('انتهى الطلب.').waitFor()
  await button('احفظها اختبارًا', main)
  await both(dialog, { ar: 'كشك طعام يُرخّص', en: 'A food kiosk is permitted' })
  await button('احفظ الاختبار', dialog)
  await dialog.waitFor({ state: 'detached' })
  await button('الاختبارات', main)
  await main.getByRole('button', { name: 'شغّل كل الاختبارات' }).click()
  const row = main.getByRole('row', { name: /كشك طعام يُرخّص/ })
  await row.getByText('نجح').waitFor()
}

async function publish({ view, main, look, dialog, page }: Analyst): Promise<void> {
  await view('publish')
  await main
    .getByText(/رسم الكشك/)
    .first()
    .waitFor()
  expect(await main.innerText()).toContain('قانون البلديات')
  await look('publish')
  await main.getByRole('button', { name: /^انشر الإصدار/ }).click()
  await dialog.getByRole('button', { name: /^انشر الإصدار/ }).click()
  await page.waitForURL(/\/publish\/done/)
  await main.getByText(/نُشر/).first().waitFor()
}

test('an analyst makes a service in Arabic, is stopped by the check, tries it, publishes it; a citizen and two clerks use it', async () => {
  const analyst = await openAnalyst(site)
  onTestFailed(() => analyst.picture('stuck'))
  await analyst.page.getByText('لا توجد خدمات قيد الإعداد').waitFor()
  await begin(analyst)
  await writeForms(analyst)
  await analyst.look('forms')
  await writeFee(analyst)
  await analyst.look('decisions')
  await writePolicy(analyst)
  await analyst.look('policy')
  await draw(analyst)
  await writeCertificate(analyst)
  await analyst.look('documents')
  await beStopped(analyst)
  await tryIt(analyst)
  await pictureViews(site, /.*\/drafts\/[^/]+/.exec(analyst.page.url())?.[0] ?? '')
  await publish(analyst)

  const telling = { language: 'ar', screen: 'phone', script: true } as const
  const citizen = await walker(site, 'citizen', telling)
  const reference = await applyFor(citizen, {
    service: SERVICE,
    form: APPLICATION,
    answers: {
      '/request': 'كشك في ساحة السوق',
      '/goods': 'food',
      '/healthCertificate': {
        name: 'health.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
      },
    },
    person: '400000105',
  })
  await pay(citizen)
  await pictureLive(site, '/designer/live/moj.kiosk-permit/0.1.0')
  const desk = { language: 'ar', screen: 'desk', script: true } as const
  const clerk = await staff(site, 'moj.clerk', desk)
  await takeTask(clerk, reference)
  await decide(clerk, decision('/finding', EXAMINED), { '/finding': 'yes' })
  const head = await staff(site, 'moj.supervisor', desk)
  await takeTask(head, reference)
  await decide(head, decision('/approval', APPROVED), { '/approval': 'yes' })

  await citizen.until(`تنزيل ${SERVICE.ar}`)
  const waiting = citizen.page.waitForEvent('download')
  await citizen.page.getByRole('link', { name: `تنزيل ${SERVICE.ar}` }).click()
  const paper = await readPaper(new Uint8Array(await readFile(await (await waiting).path())))
  expect(paper.qr).toMatch(/\/verify#ey/)
  expect(site.complaints).toEqual([])
})
