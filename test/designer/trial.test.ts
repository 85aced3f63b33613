import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Page } from 'playwright-core'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Language } from '../../engine/core/text.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import { CHECK_WORDS } from '../../designer/check/words.ts'
import { TRIAL_WORDS } from '../../designer/trial/words.ts'
import { barriers, LANGUAGES, NON_CONVICTION, PEOPLE, type Site } from '../pages/browser.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 })

const PICTURES = process.env['MASAR_PICTURES']
/** In the order in which they are asked, as the bus's catalogue calls them. */
const REGISTERS = [
  { ar: 'السجل المدني', en: 'Civil registry' },
  { ar: 'السجل العدلي', en: 'Judicial record' },
] as const
/** As the procedure calls it, not as its template is called. */
const PAPER = { ar: 'شهادة عدم محكومية', en: 'Non-conviction certificate' } as const

let site: Site
beforeAll(async () => {
  site = await openDesigner({ packages: NON_CONVICTION, doubles: true })
})
afterAll(() => site.close())

const analyst: Actor = {
  kind: 'user',
  id: PEOPLE.analyst.id as UserId,
  agency: PEOPLE.analyst.agency as AgencyId,
  roles: PEOPLE.analyst.roles,
  groups: [],
}

/** A draft of the certificate as it is in force. */
async function draftOfCertificate(): Promise<string> {
  const made = await site.server.engine.createPackageDraft(analyst, {
    kind: 'version',
    packageId: 'moj.non-conviction',
    version: '1.1.0',
  })
  if (isProblem(made)) throw new Error(made.detail)
  return made.draft.id
}

/** Only these tests are left, and all of them expect this. */
async function keepTests(draft: string, names: readonly string[], expected: Scenario['expect']): Promise<void> {
  const { engine } = site.server
  const found = await engine.getPackageDraft(analyst, draft)
  if (isProblem(found)) throw new Error(found.detail)
  const tests = [...found.files].filter(([path]) => path.startsWith('tests/'))
  const changed = tests.map(([path, text]): [string, string | null] => {
    if (!names.some((name) => path === `tests/${name}.test.json`)) return [path, null]
    return [path, JSON.stringify({ ...(JSON.parse(text) as Scenario), expect: expected }, null, 2)]
  })
  const made = await engine.changePackageDraft(analyst, draft, { rev: found.draft.rev, files: new Map(changed) })
  if (isProblem(made)) throw new Error(made.detail)
}

async function savedTest(draft: string, title: string): Promise<Scenario | undefined> {
  const found = await site.server.engine.getPackageDraft(analyst, draft)
  if (isProblem(found)) throw new Error(found.detail)
  const texts = [...found.files].filter(([path]) => path.startsWith('tests/')).map(([, text]) => text)
  return texts.map((text) => JSON.parse(text) as Scenario).find((it) => it.title.en === title)
}

async function picture(page: Page, name: string, language: Language): Promise<void> {
  if (PICTURES !== undefined)
    await page.screenshot({ path: `${PICTURES}/trial-${name}-${language}.png`, fullPage: true })
}

describe.each(LANGUAGES)('trying a draft, in %s', (language) => {
  const say = (word: keyof typeof TRIAL_WORDS, gaps: Readonly<Record<string, string>> = {}): RegExp => {
    const text = TRIAL_WORDS[word][language].replaceAll(/[.*+?^${}()|[\]\\]/g, (it) =>
      it === '{' || it === '}' ? it : `\\${it}`,
    )
    return new RegExp(text.replaceAll(/\{(\w+)\}/g, (_, name: string) => `\\W*${gaps[name] ?? '.*'}\\W*`))
  }

  test('goes from the form to the certificate, is kept as a test, and passes', async () => {
    const draft = await draftOfCertificate()
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    const press = (word: keyof typeof TRIAL_WORDS, gaps = {}) =>
      page
        .getByRole('button', { name: say(word, gaps) })
        .first()
        .click()
    const rest = () => page.locator('.trial-play[aria-busy="false"]').waitFor()
    await page.goto(`/designer/drafts/${draft}/trial`)
    await page.getByRole('heading', { name: say('begin') }).waitFor({ timeout: 60_000 })
    const samples = page.getByLabel(say('samples'))
    const clear = (await samples.locator('option').allTextContents()).find((it) =>
      /Clear record: paid|سجل خالٍ: تُدفع/.test(it),
    )
    await samples.selectOption({ label: clear ?? '' })
    expect(await barriers(page)).toEqual([])
    await picture(page, 'begin', language)
    while (await page.getByRole('button', { name: say('next'), exact: true }).count()) await press('next')
    await press('send')
    for (const [asked, register] of REGISTERS.entries()) {
      await page.getByRole('heading', { name: say('registers') }).waitFor()
      await page
        .getByText(say('asked', { service: register[language] }))
        .first()
        .waitFor()
      // It is asked for, and is no fault of the procedure's.
      expect(await page.getByRole('heading', { name: say('incidents') }).count()).toBe(0)
      expect(await barriers(page)).toEqual([])
      await press('giveReply')
      await page.getByRole('dialog').getByText(register[language], { exact: true }).waitFor()
      await picture(page, `reply-${String(asked)}`, language)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('giveReply') })
        .click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await rest()
      if (asked === 0) {
        await picture(page, 'pay', language)
        await press('approve')
        await rest()
      }
    }
    await page.getByRole('heading', { name: say('tasks') }).waitFor()
    await picture(page, 'task', language)
    await page.getByLabel(say('samples')).selectOption({ index: 2 })
    await press('answerTask')
    await page.getByRole('heading', { name: say('waitingFor') }).waitFor()
    await press('oneDay')
    await rest()
    await picture(page, 'issued', language)
    await page.getByRole('tab', { name: say('handedOut') }).click()
    await page.getByRole('listitem').filter({ hasText: PAPER[language] }).first().waitFor()
    expect(await page.locator('.trial-side').innerText()).not.toContain('certificate-ar')
    await picture(page, 'handed', language)
    await page.getByRole('tab', { name: say('knowledge') }).click()
    await picture(page, 'knowledge', language)
    expect(await barriers(page)).toEqual([])
    await press('keep')
    const dialog = page.getByRole('dialog')
    const title = `Kept in ${language}`
    await dialog.locator('input[lang=ar]').fill('تجربة محفوظة')
    await dialog.locator('input[lang=en]').fill(title)
    await picture(page, 'keep', language)
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: say('save') }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.waitForURL(/trial\/test\//)
    await rest()
    await expect
      .poll(() => savedTest(draft, title))
      .toMatchObject({
        title: { ar: 'تجربة محفوظة', en: title },
        expect: { status: 'active', documents: ['receipt', 'certificate-ar'], paid: ['25.00 ILS'], charges: 1 },
      })
    expect(await page.getByText(say('expectations')).count()).toBe(0)
    expect(site.complaints).toEqual([])
    await page.context().close()
  })

  test('finds nothing wrong in a service in force that uses shared packages, which it asks the server for', async () => {
    const draft = await draftOfCertificate()
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto(`/designer/drafts/${draft}/findings`)
    await page.getByText(CHECK_WORDS.clean[language]).waitFor()
    expect(await page.locator('.tabs .badge').count()).toBe(0)
    await page.context().close()
  })

  test('tells at its questions what is wrong with the answers, and keeps them', async () => {
    const draft = await draftOfCertificate()
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto(`/designer/drafts/${draft}/trial`)
    const next = page.getByRole('button', { name: say('next'), exact: true })
    await next.waitFor()
    await page.getByRole('radio').first().check()
    while ((await next.count()) > 0) await next.click()
    await page.getByRole('button', { name: say('send') }).click()
    await page.getByText(say('notBegun')).waitFor()
    await page.locator('.form-errors').waitFor()
    await picture(page, 'refused', language)
    const told = await page.locator('.form-errors').innerText()
    expect(told).toMatch(language === 'ar' ? /\p{Script=Arabic}/u : /[a-z]/)
    expect(await page.getByRole('radio').first().isChecked()).toBe(true)
    expect(await barriers(page)).toEqual([])
    await page.context().close()
  })

  test('runs all tests, tells why one failed and what none reaches', async () => {
    const draft = await draftOfCertificate()
    await keepTests(draft, ['deceased', 'wrong-answers'], { status: 'completed', never: ['identify'] })
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto(`/designer/drafts/${draft}/trial/tests`)
    await page.getByRole('button', { name: say('runAll') }).click()
    await page.getByRole('heading', { name: say('coverage') }).waitFor({ timeout: 60_000 })
    const row = page.locator('.trial-tests tr', { hasText: 'deceased' })
    await row.getByText(say('failed')).waitFor()
    expect(await row.innerText()).toContain(language === 'ar' ? 'المتوقع ألا يُبلغ identify' : 'Expected identify never')
    expect(await page.locator('.trial-missed-list li').count()).toBeGreaterThan(5)
    await picture(page, 'coverage', language)
    expect(await barriers(page)).toEqual([])
    await row.getByRole('button', { name: say('openTestOf') }).click()
    await page.getByText(say('expectations')).waitFor()
    await page.getByRole('heading', { name: say('steps') }).waitFor()
    await page.context().close()
  })
})
