/**
 * A person who walks through the pages: signs in, presses what is there to be pressed, answers what is asked, waits for what is
 * to come, and looks at each page whether it is fit for everybody.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Text } from '../../engine/core/text.ts'
import { DESK_WORDS } from '../../engine/http/pages/desk/words.ts'
import { barriers, overhang, type Site, type Visit } from './browser.ts'

const PATIENCE = 60_000
/** A folder where every page that was looked at is pictured, for whoever wants to see them. */
const PICTURES = process.env['MASAR_PICTURES']

/** What somebody answers a question with: text, the value of a choice (or several), yes or no, or a file. */
export type Answer = string | boolean | readonly string[] | GivenFile

/** By place in the form, such as "/copies". */
export type Answers = Readonly<Record<string, Answer>>

export interface GivenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export interface Walker {
  readonly page: Page
  /** A sentence in the reader's language. */
  say(text: Text): string
  /** Presses a button or follows a link, to the page that comes then. */
  press(button: Locator | Text): Promise<void>
  /**
   * @param onward the button that sends the page: where no script runs, it comes back with what an answer asks for next
   */
  answer(form: FormTexts, answers: Answers, onward: Text): Promise<void>
  /** Opens the page anew until it says so. */
  until(text: string): Promise<void>
  /** Nothing stands in anybody's way, nothing hangs over the edge of the screen. */
  look(): Promise<void>
  leave(): Promise<void>
}

export async function walker(site: Site, name: string, visit: Required<Omit<Visit, 'as'>> & Visit): Promise<Walker> {
  const { language, script } = visit
  const page = await site.visit(visit)
  const say = (text: Text): string => text[language]
  let pictures = 0
  const press = async (button: Locator | Text): Promise<void> => {
    const found = 'ar' in button ? named(page, say(button)) : button
    await Promise.all([page.waitForEvent('framenavigated'), found.click()])
    await page.waitForLoadState()
  }
  const look = async (): Promise<void> => {
    if (PICTURES !== undefined)
      await picture(
        page,
        `${name}-${language}-${visit.screen}${script ? '' : '-bare'}-${String(++pictures).padStart(2, '0')}`,
      )
    expect([page.url(), await overhang(page)]).toEqual([page.url(), 0])
    if (script) expect([page.url(), await barriers(page)]).toEqual([page.url(), []])
  }
  return {
    page,
    say,
    press,
    look,
    async answer(form, answers, onward) {
      for (const [place, value] of Object.entries(answers)) {
        if (!script && !(await isShown(page, place))) await press(onward)
        await give(page, form, place, value, say)
      }
    },
    async until(text) {
      for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(150)) {
        if ((await page.getByRole('main').getByText(text).count()) > 0) return
        await page.reload()
      }
      throw new Error(`Expected "${text}" on ${page.url()} within a minute, but it did not come`)
    },
    leave: () => page.context().close(),
  }
}

const named = (page: Page, name: string): Locator => {
  const exact = { name, exact: true }
  return page.getByRole('main').getByRole('button', exact).or(page.getByRole('main').getByRole('link', exact)).last()
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = resolve(PICTURES ?? '')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** The texts of a form, by place. */
export type FormTexts = Readonly<Record<string, FieldTexts>>
interface FieldTexts {
  readonly label: Text
  readonly choices?: Readonly<Record<string, Text>>
}

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')

/** @param form as "moj.non-conviction/apply" */
export function formTexts(form: string): FormTexts {
  const [folder = '', id = ''] = form.split('/')
  const { texts } = JSON.parse(readFileSync(join(WORKFLOWS, folder, 'forms', `${id}.form.json`), 'utf8')) as {
    readonly texts: FormTexts
  }
  return texts
}

async function give(page: Page, form: FormTexts, place: string, value: Answer, say: Walker['say']): Promise<void> {
  const field = form[place.replace(/\/\d+(?=\/|$)/g, '')] ?? form[place]
  if (field === undefined) throw new Error(`Expected a question at ${place}, but the form has none`)
  const at = page.locator(`[name="${place}"]`)
  if (typeof value === 'object' && 'buffer' in value) return at.setInputFiles(value)
  if (typeof value === 'boolean') return page.getByLabel(labelled(say(field.label))).check()
  if (typeof value === 'object') {
    for (const one of value) await page.getByLabel(say(field.choices?.[one] ?? field.label), { exact: true }).check()
    return
  }
  const choice = field.choices?.[value]
  if (choice === undefined) return page.getByLabel(labelled(say(field.label))).fill(value)
  if ((await at.first().evaluate((it) => it.tagName)) === 'SELECT')
    return void (await at.selectOption({ label: say(choice) }))
  const group = page.getByRole('group', { name: labelled(say(field.label)) })
  return group.getByLabel(say(choice), { exact: true }).check()
}

const isShown = (page: Page, place: string): Promise<boolean> =>
  page.locator(`[data-place="${place}"], [name="${place}"]:not([type=hidden])`).first().isVisible()

/** A label, with or without "(optional)" behind it. */
const labelled = (label: string): RegExp =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\([^)]*\\))?$`)

/** By a sign-on outside, from the page that asks for it, and back to where one wanted to go. */
export async function signIn({ page, press }: Walker, signOn: 'national' | 'staff', person: string): Promise<void> {
  const before = new URL(page.url()).origin
  await press(page.getByRole('main').locator(`a[href^="/sign-in/${signOn}"]`))
  await page.getByRole('button', { name: person }).click()
  await page.waitForURL(`${before}/**`)
  await page.waitForLoadState()
}

/** At the desk: from the inbox of one's groups to a task of this application, and takes it. */
export async function takeTask(clerk: Walker, reference: string): Promise<void> {
  const { page } = clerk
  const entry = page.getByRole('listitem').filter({ hasText: reference })
  await page.goto('/desk?view=groups')
  await clerk.until(reference)
  await clerk.press(entry.getByRole('link').first())
  await clerk.press(DESK_WORDS.claim)
  await page.getByText(clerk.say(DESK_WORDS.withMe)).first().waitFor()
}

/** Answers the form of a task that is taken, and is done with it. */
export async function decide(clerk: Walker, form: FormTexts, answers: Answers): Promise<void> {
  await clerk.answer(form, answers, DESK_WORDS.submit)
  await clerk.press(DESK_WORDS.submit)
  expect(await clerk.page.getByRole('status').first().textContent()).toContain(clerk.say(DESK_WORDS.done))
}
