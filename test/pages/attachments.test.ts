import { Readable } from 'node:stream'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { isProblem } from '../../engine/core/problem.ts'
import { deployDeed, PNG, pdf } from '../http/deed.ts'
import { barriers, openSite, overhang, PEOPLE, type Site } from './browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite({ packages: [], doubles: false })
  await deployDeed(site.server)
})
afterAll(() => site.close())

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

async function begin(page: Page): Promise<void> {
  await page.goto('/services/test.deed')
  await page.locator('main form button').first().click()
  await page.locator('input[type=file]').first().waitFor()
}

const press = (page: Page, action: string) =>
  page.locator(`button[name=action][value="${action}"]:not([aria-hidden])`).first().click()

const documents = async (): Promise<readonly (readonly [string, string, string | undefined])[]> => {
  const { store } = site.server.engine.deps
  const { items } = await store.instances.list({ applicant: PEOPLE.citizen.id as never, limit: 1 })
  const rows = await store.documents.list(items[0]?.id as never)
  return rows.map(({ name, mediaType, givenBy }) => [name, mediaType, givenBy])
}

describe.each([
  { language: 'ar', screen: 'phone', script: false },
  { language: 'en', screen: 'desk', script: true },
] as const)('a citizen who is asked for files, in $language, scripts $script', (visit) => {
  test('chooses them, sees what was taken, and applies with them', async () => {
    const page = await site.visit({ ...visit, as: 'citizen' })
    const mark = visit.language
    await begin(page)
    await page.locator('input[type=file][name="/deed"]').setInputFiles(file('سند ١.pdf', pdf(`deed ${mark}`)))
    await press(page, 'upload:/deed')
    expect(await page.locator('.files').first().textContent()).toContain('سند 1.pdf')
    await page
      .locator('input[type=file][name="/photos"]')
      .setInputFiles([file('one.png', PNG), file('two.pdf', pdf(`second ${mark}`))])
    await page.locator('input[type=file][name="/plan"]').setInputFiles(file('plan.pdf', pdf(`plan ${mark}`)))
    await press(page, 'upload:/photos')
    // With scripts a button that is pressed waits until all that was chosen is there.
    await expect
      .poll(() => page.locator('.files').allTextContents(), { timeout: 30_000 })
      .toEqual([
        expect.stringContaining('سند 1.pdf'),
        expect.stringMatching(/one\.png.*two\.pdf/s),
        expect.stringContaining('plan.pdf'),
      ] as never)
    expect(visit.script ? await barriers(page) : []).toEqual([])
    expect(await overhang(page)).toBe(0)
    await press(page, 'next')
    await page.locator('main form button').first().click()
    await page.waitForURL(/\/my\/|received/)
    expect((await documents()).toSorted()).toEqual(
      [
        ['one.png', 'image/png', PEOPLE.citizen.id],
        ['plan.pdf', 'application/pdf', PEOPLE.citizen.id],
        ['two.pdf', 'application/pdf', PEOPLE.citizen.id],
        ['سند 1.pdf', 'application/pdf', PEOPLE.citizen.id],
      ].toSorted(),
    )
    expect(site.complaints).toEqual([])
    await page.context().close()
  })

  test('is told at the question why a file was not taken, and keeps the rest', async () => {
    const page = await site.visit({ ...visit, as: 'citizen' })
    await begin(page)
    await page.locator('[name="/note"]').fill('kept')
    await page
      .locator('input[type=file][name="/deed"]')
      .setInputFiles(file('deed.pdf', new TextEncoder().encode('<html>')))
    const error = page.locator('[data-place="/deed"]').locator('.error')
    const plan = file('plan.pdf', pdf(`kept ${visit.language}`))
    // With scripts each file is sent as soon as it is chosen, and judged then.
    const atOnce = visit.script ? await error.textContent() : undefined
    await page.locator('input[type=file][name="/plan"]').setInputFiles(plan)
    if (visit.script) await page.locator('[data-place="/plan"] .files').waitFor()
    else await press(page, 'next')
    expect(atOnce ?? (await error.textContent())).toMatch(visit.language === 'ar' ? /PDF، JPEG، PNG/ : /PDF, JPEG, PNG/)
    expect(await page.locator('[name="/note"]').inputValue()).toBe('kept')
    expect(await page.locator('[data-place="/plan"] .files').textContent()).toContain('plan.pdf')
    await press(page, 'remove:/plan')
    expect(await page.locator('[data-place="/plan"] .files').count()).toBe(0)
    await page.context().close()
  })
})

test('a file that is chosen before the script of the page has come is sent as soon as it is there', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', script: true, as: 'citizen' })
  let come = (): void => undefined
  const late = new Promise<void>((resolve) => (come = resolve))
  await page.route(/\.js$/, (route) => late.then(() => route.continue()))
  await page.goto('/services/test.deed')
  await page.locator('main form button').first().click()
  await page.locator('input[type=file][name="/plan"]').setInputFiles(file('early.pdf', pdf('early')))
  const taken = page.locator('[data-place="/plan"] .files li')
  expect(await taken.count()).toBe(0)
  come()
  await taken.getByRole('button').waitFor()
  expect(await taken.allInnerTexts()).toEqual([expect.stringContaining('early.pdf')])
  await page.context().close()
})

test('a clerk is told of a file that can run something when it is opened', async () => {
  const { engine } = site.server
  const citizen = { kind: 'user', id: PEOPLE.citizen.id, agency: 'egov', roles: ['citizen'], groups: [] } as never
  const bytes = Readable.from([
    new TextEncoder().encode('%PDF-1.7\n<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\n%%EOF\n'),
  ])
  const given = await engine.giveAttachment(citizen, { name: 'active.pdf', bytes })
  if (isProblem(given)) throw new Error(given.detail)
  const variables = { plan: given.digest }
  const started = await engine.startInstance(citizen, { packageId: 'test.deed', channel: 'portal', variables })
  if (isProblem(started)) throw new Error(started.detail)
  const page = await fetch(`${site.url}/desk/applications/${started.reference}?part=documents`, {
    headers: { cookie: `masar=${await site.tokenOf('clerk')}`, 'accept-language': 'en' },
  })
  const text = await page.text()
  expect([page.status, text.includes('active.pdf'), text.includes('May run something when opened')]).toEqual([
    200,
    true,
    true,
  ])
})
