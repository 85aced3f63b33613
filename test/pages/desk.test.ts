import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import { globalId, type AgencyId, type Digest, type UserId } from '../../engine/core/ids.ts'
import { PROCESS } from '../../engine/core/instance.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { visibleVariables } from '../../engine/core/scope.ts'
import { barriers, LANGUAGES, openSite, overhang, PEOPLE, type Screen, type Site } from './browser.ts'
import { pdf } from '../http/deed.ts'
import { applied, GROUP, openOffice } from './licence.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite({ packages: [], doubles: false })
  await openOffice(site)
})
afterAll(() => site.close())

const SAYS = {
  ar: {
    groups: /مهام مجموعاتي/,
    claim: 'استلام المهمة',
    yours: 'لديك',
    return: 'إعادة للاستكمال',
    reason: 'سبب القرار',
    approve: 'موافقة',
    complete: 'إنجاز المهمة',
    done: 'أُنجزت المهمة.',
    notes: 'الملاحظات',
    noteText: 'نص الملاحظة',
    add: 'إضافة الملاحظة',
    forApplicant: /لمقدّم الطلب/,
    history: 'السجل',
    secondPerson: /يلزم هنا شخص ثانٍ/,
    chosen: 'البتّ في المهام المختارة',
    all: 'إنجاز المهام كلها',
    next: 'التالي',
    refuse: 'رفض',
    counted: 'عدد المهام المنجزة: 2',
    search: 'كلمات البحث',
    find: 'بحث',
    applicant: 'رقم هوية مقدّم الطلب',
    consent: 'شفاهةً أمام الموظف',
    agreed: 'قُرئ النص على مقدّم الطلب وتمت الموافقة',
    send: 'تقديم الطلب',
    shop: 'اسم المحل',
    needed: 'يلزم رقم الهوية وموافقة مقدّم الطلب',
    saved: 'حُفظت المسودة',
  },
  en: {
    groups: /My groups/,
    claim: 'Take the task',
    yours: 'With you',
    return: 'Return for correction',
    reason: 'Reason for the decision',
    approve: 'Approve',
    complete: 'Complete the task',
    done: 'The task is done.',
    notes: 'Notes',
    noteText: 'Text',
    add: 'Add',
    forApplicant: /The applicant/,
    history: 'History',
    secondPerson: /A second person is needed here/,
    chosen: 'Decide the chosen',
    all: 'Complete all',
    next: 'Next',
    refuse: 'Refuse',
    counted: '2 tasks are done.',
    search: 'What to look for',
    find: 'Find',
    applicant: 'The applicant’s ID number',
    consent: 'By word of mouth, before me',
    agreed: 'I read it to them and they agreed',
    send: 'Send the application',
    shop: 'Name of the shop',
    needed: 'The ID number and the applicant’s consent are needed',
    saved: 'Draft saved',
  },
} as const

const SCREEN: Readonly<Record<'ar' | 'en', Screen>> = { ar: 'phone', en: 'desk' }

/** Nothing that stands in anybody's way, nothing over the edge. */
async function isFit(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([])
  expect(await overhang(page)).toBe(0)
}

/** Its script has begun to listen. */
const ready = (page: Page): Promise<void> => page.locator('[data-ready]').waitFor()

const openTask = async (page: Page, reference: string, groups: RegExp): Promise<void> => {
  await page.goto('/desk')
  await page.getByRole('link', { name: groups }).click()
  await page.goto(`/desk?view=groups&text=${reference}`)
  await page.getByRole('listitem').filter({ hasText: reference }).getByRole('link').first().click()
}

describe.each(LANGUAGES)('the desk, in %s', (language) => {
  const say = SAYS[language]
  const screen = SCREEN[language]
  const clerk = { language, screen, as: 'clerk' } as const

  test('without scripts: a task from the inbox to the decision, and a second person for the next', async () => {
    const reference = await applied(site, 'Bakery')
    const page = await site.visit({ ...clerk, script: false })
    await openTask(page, reference, say.groups)
    await page.getByRole('button', { name: say.claim }).click()
    await page.getByText(say.yours).first().waitFor()
    // What Enter in a field presses: to go on, never an outcome.
    const first = page.locator('#task-form button, button[form="task-form"]').first()
    expect(await first.getAttribute('value')).toBe('submit')
    await page.getByRole('button', { name: say.return }).click()
    expect(await page.getByLabel(say.reason).isVisible()).toBe(true)
    await page.getByRole('button', { name: say.complete }).click()
    expect(await page.getByRole('alert').count()).toBe(1)
    await page.getByLabel(say.approve).check()
    await page.getByRole('button', { name: say.complete }).click()
    expect(await page.getByRole('status').first().textContent()).toContain(say.done)
    await openTask(page, reference, say.groups)
    expect(await page.getByText(say.secondPerson).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: say.complete }).count()).toBe(0)
    await page.context().close()
  })

  test('every page is fit for everybody', async () => {
    const reference = await applied(site, 'Grocery')
    const page = await site.visit({ ...clerk, as: 'supervisor' })
    for (const path of [
      '/desk',
      '/desk?view=groups',
      '/desk?view=all&state=done',
      '/desk/search?text=ليلى',
      '/desk/counter',
    ])
      await page.goto(path).then(() => isFit(page))
    for (const path of ['/desk/figures', '/desk/absence', '/desk/bulk', '/desk/shortcuts', '/desk/counter/moj.licence'])
      await page.goto(path).then(() => isFit(page))
    for (const part of ['application', 'documents', 'history', 'notes'])
      await page.goto(`/desk/applications/${reference}?part=${part}`).then(() => isFit(page))
    await openTask(page, reference, say.groups)
    await isFit(page)
    await page.getByRole('button', { name: say.claim }).click()
    await isFit(page)
    await page.getByRole('button', { name: say.complete }).click()
    await page.getByRole('alert').waitFor()
    await isFit(page)
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('a task by keyboard alone, the draft kept while one types', async () => {
    const reference = await applied(site, 'Pharmacy')
    const page = await site.visit(clerk)
    await page.goto(`/desk?view=groups&text=${reference}`)
    await ready(page)
    await page.keyboard.press('KeyJ')
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-task'))).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/desk\/tasks\//)
    await ready(page)
    await page.keyboard.press('KeyC')
    await page.locator('#task-form').waitFor()
    await ready(page)
    await page.keyboard.press('KeyF')
    await page.keyboard.press('Space')
    await page.getByText(say.saved).waitFor()
    await page.reload()
    await ready(page)
    expect(await page.getByLabel(say.approve).isChecked()).toBe(true)
    await page.keyboard.press('KeyF')
    while (!(await page.evaluate(() => document.activeElement?.getAttribute('value') === 'submit')))
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/desk$/)
    expect(await page.getByRole('status').first().textContent()).toContain(say.done)
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('notes, for colleagues and for the applicant', async () => {
    const reference = await applied(site, 'Florist')
    const page = await site.visit({ ...clerk, script: false })
    await page.goto(`/desk/applications/${reference}`)
    await page.getByRole('link', { name: say.notes }).click()
    await page.getByLabel(say.noteText).fill('<b>bold</b> & صورة')
    await page.getByRole('button', { name: say.add }).click()
    expect(await page.locator('.note').textContent()).toBe('<b>bold</b> & صورة')
    await page.getByLabel(say.noteText).fill('نحتاج صورة أوضح')
    await page.getByLabel(say.forApplicant).check()
    await page.getByRole('button', { name: say.add }).click()
    await page.context().close()
    const citizen = await site.visit({ language, screen: 'phone', as: 'citizen' })
    await citizen.goto(`/my/${reference}`)
    expect(await citizen.getByText('نحتاج صورة أوضح').count()).toBe(1)
    expect(await citizen.getByText('bold').count()).toBe(0)
    await isFit(citizen)
    await citizen.context().close()
  })

  test('several tasks decided at once, each with its reason; what fails is told by name', async () => {
    const references = [await applied(site, 'Barber'), await applied(site, 'Tailor'), await applied(site, 'Baker')]
    const page = await site.visit({ ...clerk, script: false })
    await page.goto('/desk?view=groups')
    for (const reference of references)
      await page.getByRole('listitem').filter({ hasText: reference }).getByRole('checkbox').check()
    await page.getByRole('button', { name: say.chosen }).click()
    await isFitWithoutScript(page)
    await page.getByRole('button', { name: say.next }).click()
    expect(await page.getByRole('alert').count()).toBe(1)
    await page.getByLabel(say.approve).check()
    await page.getByRole('button', { name: say.next }).click()
    await isFitWithoutScript(page)
    for (const reference of references.slice(1)) await page.getByLabel(reference).fill(`all is there ${reference}`)
    await page.getByRole('button', { name: say.all }).click()
    expect(await page.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#own-0-0')
    await page.getByLabel(references[0] ?? '').fill('all is there')
    await done(references[2] ?? '', 'supervisor')
    await page.getByRole('button', { name: say.all }).click()
    expect(await page.getByRole('status').first().textContent()).toContain(say.counted)
    expect(await page.getByRole('alert').textContent()).toContain(references[2])
    await page.goto(`/desk/applications/${references[1] ?? ''}?part=notes`)
    expect(await page.locator('.note').textContent()).toBe(`all is there ${references[1] ?? ''}`)
    await page.context().close()
  })

  test('several tasks refused at once, the reason of each its own where the form asks for one', async () => {
    const references = [await applied(site, 'Butcher'), await applied(site, 'Grocer')]
    const page = await site.visit({ ...clerk, screen: 'phone' })
    await page.goto('/desk?view=groups')
    for (const reference of references)
      await page.getByRole('listitem').filter({ hasText: reference }).getByRole('checkbox').check()
    await page.getByRole('button', { name: say.chosen }).click()
    await isFit(page)
    await page.getByLabel(say.refuse).check()
    await page.getByLabel(say.reason).fill('no plan of the shop')
    await page.getByRole('button', { name: say.next }).click()
    await page.getByRole('button', { name: say.all }).waitFor()
    await isFit(page)
    const boxes = page.locator('textarea')
    expect(await boxes.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))).toEqual([
      'no plan of the shop',
      'no plan of the shop',
    ])
    await boxes.nth(1).fill('the plan is of another shop')
    await page.getByRole('button', { name: say.all }).click()
    expect(await page.getByRole('status').first().textContent()).toContain(say.counted)
    const given = await Promise.all(references.map((reference) => answersOf(reference)))
    expect(given.map(({ decision, reason }) => [decision, reason]).toSorted()).toEqual([
      ['refuse', 'no plan of the shop'],
      ['refuse', 'the plan is of another shop'],
    ])
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('what one may not decide is left out of several tasks and told before', async () => {
    const references = [await applied(site, 'Smith'), await applied(site, 'Potter')]
    await done(references[0] ?? '', 'clerk')
    await done(references[1] ?? '', 'supervisor')
    const page = await site.visit({ ...clerk, script: false })
    const tasks = await Promise.all(references.map(taskIdOf))
    await page.goto(`/desk/bulk?${tasks.map((id) => `task=${encodeURIComponent(id)}`).join('&')}`)
    expect(await page.locator('.notice-warn').getByRole('link').textContent()).toBe(references[0])
    expect(await page.locator('input[name="task"]').count()).toBe(1)
    await page.context().close()
  })

  test('an application at the counter, with consent, found again by name', async () => {
    const page = await site.visit({ ...clerk, script: false })
    await page.goto('/desk/counter/moj.licence')
    await page.getByLabel(say.shop).fill(`Counter ${language}`)
    await page.getByRole('button', { name: say.send }).click()
    expect(await page.getByRole('alert').textContent()).toContain(say.needed)
    await page.getByLabel(say.applicant, { exact: true }).fill('400000014')
    await page.getByLabel(say.consent).check()
    await page.getByLabel(say.agreed).check()
    await page.getByRole('button', { name: say.send }).click()
    await page.waitForURL(/\/desk\/applications\//)
    const reference = (await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
    await page.goto('/desk/search')
    await page.getByLabel(say.search).fill(`counter ${language}`)
    await page.getByRole('button', { name: say.find, exact: true }).click()
    expect(await page.getByRole('link', { name: reference }).count()).toBe(1)
    await page.context().close()
  })
})

const actorOf = (who: 'clerk' | 'supervisor'): Actor => {
  const { id, agency, roles, groups } = PEOPLE[who]
  return { kind: 'user', id: id as UserId, agency: agency as AgencyId, roles, groups: [...groups, GROUP] }
}

async function taskIdOf(reference: string): Promise<string> {
  const { items } = await site.server.engine.listTasks(actorOf('supervisor'), { reference, view: 'all', limit: 1 })
  const [task] = items
  if (!task) throw new Error(`Expected an open task of ${reference}`)
  return globalId(task.instance, task.id)
}

/** Somebody approves what stands first. */
async function done(reference: string, who: 'clerk' | 'supervisor'): Promise<void> {
  const id = await taskIdOf(reference)
  const moved = await site.server.engine.completeTask(actorOf(who), id, { decision: 'approve' })
  if (isProblem(moved)) throw new Error(moved.detail)
}

async function answersOf(reference: string): Promise<JsonObject> {
  const found = await site.server.engine.getInstance(actorOf('supervisor'), reference)
  if (isProblem(found)) throw new Error(found.detail)
  return visibleVariables(found.state, PROCESS)
}

/** axe needs scripts; what hangs over the edge is seen without. */
async function isFitWithoutScript(page: Page): Promise<void> {
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
}

/** A paper that came with an application. */
async function withPaper(reference: string, name: string): Promise<void> {
  const { engine } = site.server
  const row = await engine.deps.store.instances.byReference(reference)
  if (!row) throw new Error('Expected the application')
  const bytes = new TextEncoder().encode('%PDF-1.4 a paper')
  const digest = createHash('sha256').update(bytes).digest('hex') as Digest
  const paper = { digest, agency: row.agency, instance: row.id, source: `${row.id}:9`, mediaType: 'application/pdf' }
  await engine.deps.store.documents.add(
    { ...paper, name: name, size: bytes.length, createdAt: engine.deps.clock.now() },
    bytes,
  )
}

test('a paper is viewed in place, beside what is known of it', async () => {
  const reference = await applied(site, 'Optician')
  await withPaper(reference, 'عقد الإيجار.pdf')
  const page = await site.visit({ language: 'ar', screen: 'phone', as: 'clerk' })
  await page.goto(`/desk/applications/${reference}?part=documents`)
  await page.getByRole('link', { name: 'عقد الإيجار.pdf' }).click()
  const address = await page.locator('iframe.paper').getAttribute('src')
  const shown = await page.context().request.get(address ?? '')
  expect([shown.status(), shown.headers()['content-type'], await shown.text()]).toEqual([
    200,
    'application/pdf',
    '%PDF-1.4 a paper',
  ])
  expect(await overhang(page)).toBe(0)
  await page.context().close()
})

test.each([true, false])(
  'what was answered is kept when a paper is viewed beside the form, scripts: %s',
  async (script) => {
    const reference = await applied(site, 'Weaver')
    await withPaper(reference, 'plan.pdf')
    const page = await site.visit({ language: 'en', screen: 'desk', as: 'clerk', script })
    await openTask(page, reference, SAYS.en.groups)
    await page.getByRole('button', { name: SAYS.en.claim }).click()
    await page.getByLabel('Refuse').check()
    await page.getByRole('button', { name: 'Documents' }).click()
    await page.getByRole('button', { name: 'plan.pdf' }).click()
    await page.locator('iframe.paper').waitFor()
    expect(await page.getByLabel('Refuse').isChecked()).toBe(true)
    expect(await page.getByRole('button', { name: SAYS.en.complete }).count()).toBe(1)
    expect(await overhang(page)).toBe(0)
    expect(script ? await barriers(page) : []).toEqual([])
    await page.context().close()
  },
)

test('a file is given with a task and stands among the papers of the application', async () => {
  const reference = await applied(site, 'Carpenter')
  const say = SAYS.en
  const first = await site.visit({ language: 'en', screen: 'desk', script: false, as: 'clerk' })
  await openTask(first, reference, say.groups)
  await first.getByRole('button', { name: say.claim }).click()
  await first.getByLabel(say.approve).check()
  await first.getByRole('button', { name: say.complete }).click()
  const second = await site.visit({ language: 'en', screen: 'desk', script: false, as: 'supervisor' })
  await openTask(second, reference, say.groups)
  await second.getByRole('button', { name: say.claim }).click()
  await second
    .locator('input[type=file]')
    .setInputFiles({ name: 'signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf('signed')) })
  await second.getByRole('button', { name: say.complete }).click()
  expect(await second.getByRole('status').first().textContent()).toContain(say.done)
  await second.goto(`/desk/applications/${reference}?part=documents`)
  expect(await second.getByRole('link', { name: 'signed.pdf' }).count()).toBe(1)
  await Promise.all([first.context().close(), second.context().close()])
})

describe('news', () => {
  test('bring the inbox up to date while it is open', async () => {
    const page = await site.visit({ language: 'en', screen: 'desk', as: 'clerk' })
    await page.goto('/desk?view=groups')
    const reference = await applied(site, 'Cobbler')
    await page.getByRole('listitem').filter({ hasText: reference }).waitFor()
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('bring in what came after the page and before its news', async () => {
    const page = await site.visit({ language: 'en', screen: 'desk', as: 'clerk' })
    let connect = (): void => {}
    const applies = new Promise<void>((resolve) => (connect = resolve))
    await page.route('**/desk/events', async (route) => {
      await applies
      await route.continue()
    })
    await page.goto('/desk?view=groups')
    const reference = await applied(site, 'Glazier')
    connect()
    await page.getByRole('listitem').filter({ hasText: reference }).waitFor()
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('tell who works on a task that a colleague moved it', async () => {
    const reference = await applied(site, 'Jeweller')
    const [one, other] = [
      await site.visit({ language: 'en', screen: 'desk', as: 'clerk' }),
      await site.visit({ language: 'en', screen: 'desk', as: 'supervisor' }),
    ]
    await openTask(one, reference, SAYS.en.groups)
    await openTask(other, reference, SAYS.en.groups)
    await other.getByRole('button', { name: SAYS.en.claim }).click()
    await one.getByText('Somebody else changed this task.').waitFor()
    await Promise.all([one.context().close(), other.context().close()])
    expect(site.complaints).toEqual([])
  })
})

test('single keys can be switched off', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'clerk' })
  await page.goto('/desk/shortcuts')
  await page.getByRole('button', { name: 'Turn shortcuts off' }).click()
  await page.waitForLoadState()
  await page.keyboard.press('KeyI')
  expect(new URL(page.url()).pathname).toBe('/desk/shortcuts')
  await page.getByRole('button', { name: 'Turn shortcuts on' }).click()
  await ready(page)
  await page.keyboard.press('KeyI')
  await page.waitForURL(/\/desk$/)
  await page.context().close()
})

test('an absence is recorded, seen in the colleague’s inbox, and ended', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', script: false, as: 'clerk' })
  await page.goto('/desk/absence')
  await page.getByLabel('Who stands in?').selectOption({ label: 'هدى سالم' })
  // Days are those of the office, not of the machine.
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Hebron' }).format(
    site.server.engine.deps.clock.now(),
  )
  await page.getByLabel('From').fill(today)
  await page.getByLabel('Until the end of').fill('2026-13-40')
  await page.getByLabel('Reason').fill('leave')
  await page.getByRole('button', { name: 'Record the absence' }).click()
  expect(await page.getByRole('alert').count()).toBe(1)
  await page.getByLabel('Until the end of').fill(today)
  await page.getByRole('button', { name: 'Record the absence' }).click()
  expect(await page.getByText('In force').count()).toBe(1)
  await page.getByRole('button', { name: 'End' }).click()
  expect(await page.getByText('In force').count()).toBe(0)
  await page.context().close()
})

test('a filter is kept under a name and thrown away', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'clerk' })
  await page.goto('/desk?view=groups&due=week')
  await page.getByText('Save this filter').click()
  await page.getByLabel('Its name').fill('This week')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.goto('/desk')
  await page.getByRole('link', { name: 'This week' }).click()
  expect(page.url()).toContain('due=week')
  await page.getByRole('button', { name: 'Remove This week' }).click()
  expect(await page.getByRole('link', { name: 'This week' }).count()).toBe(0)
  await page.context().close()
})
