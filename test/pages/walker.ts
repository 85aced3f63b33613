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
import { ACTING_WORDS } from '../../engine/http/pages/acting/words.ts'
import { DESK_WORDS } from '../../engine/http/pages/desk/words.ts'
import { STANDING_WORDS } from '../../engine/http/pages/portal/application/words.ts'
import { APPLY_WORDS } from '../../engine/http/pages/portal/apply/words.ts'
import { SERVICE_WORDS } from '../../engine/http/pages/portal/service/words.ts'
import { TASK_WORDS } from '../../engine/http/pages/portal/task/words.ts'
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
  /** Goes to an address. */
  open(address: string): Promise<void>
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

type Telling = Required<Omit<Visit, 'as'>> & Visit

export async function walker(site: Site, name: string, visit: Telling): Promise<Walker> {
  const { language, script } = visit
  const page = await site.visit(visit)
  const say = (text: Text): string => text[language]
  const open = async (address: string): Promise<void> => {
    await page.goto(address)
    await settled(page)
  }
  let pictures = 0
  const press = async (button: Locator | Text): Promise<void> => {
    const found = 'ar' in button ? named(page, say(button)) : button
    await Promise.all([page.waitForEvent('framenavigated'), found.click()]).catch(async (error: unknown) => {
      if (PICTURES !== undefined) await picture(page, `${name}-stuck`)
      throw error
    })
    await settled(page)
  }
  const look = async (): Promise<void> => {
    if (PICTURES !== undefined)
      await picture(
        page,
        `${name}-${language}-${visit.screen}${script ? '' : '-bare'}-${String(++pictures).padStart(2, '0')}`,
      )
    expect([page.url(), await overhang(page)]).toEqual([page.url(), 0])
    // Scripts are needed to look for barriers, and one language, for walk.test.ts looks in both.
    if (script && language === 'ar') expect([page.url(), await barriers(page)]).toEqual([page.url(), []])
  }
  return {
    page,
    say,
    press,
    open,
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

/** A page is there; a server that was too busy is asked again, as its page says. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState()
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(500)) {
    if ((await page.locator('main[data-refused="server.busy"]').count()) === 0) return
    await page.reload()
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
  const at = page.locator(`[name="${place}"]`)
  if (typeof value === 'object' && 'buffer' in value) return at.setInputFiles(value)
  const [year, month, day] = typeof value === 'string' && DAY.test(value) ? value.split('-') : []
  if (day !== undefined && (await page.locator(`[name="${place}/day"]`).count()) > 0) {
    for (const [part, text] of Object.entries({ day, month, year }))
      await page.locator(`[name="${place}/${part}"]`).fill(text ?? '')
    return
  }
  const field = form[place.replace(/\/\d+(?=\/)/g, '/*')] ?? form[place.replace(/\/\d+$/, '')]
  if (field === undefined) throw new Error(`Expected a question at ${place}, but the form has none`)
  if (typeof value === 'object') {
    for (const one of value) await page.getByLabel(say(field.choices?.[one] ?? field.label), { exact: true }).check()
    return
  }
  const first = at.first()
  const kind = await first.evaluate((it) => (it instanceof HTMLInputElement ? it.type : it.tagName))
  if (kind === 'radio') return page.locator(`[name="${place}"][value="${String(value)}"]`).check()
  if (kind === 'checkbox') return first.check()
  const choice = field.choices?.[String(value)]
  if (kind === 'SELECT') return void (await first.selectOption(choice ? { label: say(choice) } : String(value)))
  // A single one is found by its label, as a person finds it.
  const labelledSo = page.getByLabel(labelled(say(field.label)))
  return ((await labelledSo.count()) === 1 ? labelledSo : first).fill(String(value))
}

const DAY = /^\d{4}-\d\d-\d\d$/

const isShown = (page: Page, place: string): Promise<boolean> =>
  page.locator(`[name="${place}"]:not([type=hidden]), [name="${place}/day"]`).first().isVisible()

/** A label, with or without "(optional)" behind it. */
const labelled = (label: string): RegExp =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\([^)]*\\))?$`)

/** By a sign-on outside, from the page that asks for it, and back to where one wanted to go. */
export async function signIn({ page, press }: Walker, signOn: 'national' | 'staff', person: string): Promise<void> {
  const before = new URL(page.url()).origin
  await press(page.getByRole('main').locator(`a[href^="/sign-in/${signOn}"]`))
  await page.getByRole('button', { name: person }).click()
  await page.waitForURL(`${before}/**`)
  await settled(page)
}

/** Somebody of an agency, at their desk. */
export async function staff(site: Site, person: string, visit: Telling): Promise<Walker> {
  const one = await walker(site, person, visit)
  await one.open('/desk')
  await signIn(one, 'staff', person)
  return one
}

/** Somebody who may act for a company is asked in whose name they come: their own. */
export async function asOneself({ page, press, say }: Walker): Promise<void> {
  if (await page.getByLabel(say(ACTING_WORDS.yourself)).isVisible()) await press(ACTING_WORDS.go)
}

/**
 * Goes through the pages of a form as they come: answers what stands there, sends the page, until there is nothing left to answer.
 * Entries of a list that are not there yet are added.
 */
export async function fillIn(walker: Walker, form: FormTexts, answers: Answers, onward: Text): Promise<void> {
  const { page, press } = walker
  const open = new Map(Object.entries(answers))
  while (open.size > 0) {
    let given = 0
    for (const [place, value] of open) {
      const list = /^(.*)\/(\d+)(?:\/|$)/.exec(place)?.[1]
      const add = page.locator(`button[value="add:${list ?? ''}"]`)
      if (!(await isShown(page, place)) && list !== undefined && (await add.isVisible())) await press(add)
      if (!(await isShown(page, place))) continue
      await walker.answer(form, { [place]: value }, onward)
      open.delete(place)
      given++
    }
    if (open.size === 0) return
    if (given === 0 && (await page.getByRole('alert').count()) > 0)
      throw new Error(`Expected to be asked ${[...open.keys()].join(', ')}, but ${page.url()} did not`)
    await press(onward)
  }
}

/** From the catalogue to the reference number. @param person signs in by the national sign-on */
export async function applyFor(
  citizen: Walker,
  {
    service,
    form,
    answers,
    person,
  }: {
    readonly service: Text
    readonly form: FormTexts
    readonly answers: Answers
    readonly person: string
  },
): Promise<string> {
  const { page, press, look, say } = citizen
  await citizen.open('/')
  await press(service)
  await look()
  await press(SERVICE_WORDS.signInToApply)
  await signIn(citizen, 'national', person)
  await asOneself(citizen)
  await press(SERVICE_WORDS.apply)
  await fillIn(citizen, form, answers, APPLY_WORDS.next)
  await look()
  await press(APPLY_WORDS.next)
  await page.getByRole('heading', { name: say(APPLY_WORDS.check) }).waitFor()
  await look()
  await press(APPLY_WORDS.send)
  await page.getByRole('heading', { name: say(APPLY_WORDS.received) }).waitFor()
  await press(APPLY_WORDS.follow)
  return /\/my\/([^/]+)$/.exec(new URL(page.url()).pathname)?.[1] ?? ''
}

/** On the page of the payment switch, and back. */
export async function pay({ page, press, open, until, say, look }: Walker): Promise<void> {
  await until(say(STANDING_WORDS.pay))
  await look()
  const here = page.url()
  await press(STANDING_WORDS.payPage)
  await press({ ar: 'أوافق وأدفع · Approve', en: 'أوافق وأدفع · Approve' })
  await page.getByText('تم الدفع · Paid').waitFor()
  await open(here)
}

/** What the page of the application asks for. */
export async function answerAsked(citizen: Walker, form: FormTexts, answers: Answers): Promise<void> {
  const { page, press, until, say, look } = citizen
  await until(say(STANDING_WORDS.answerNow))
  await look()
  await press(STANDING_WORDS.answerNow)
  await look()
  await fillIn(citizen, form, answers, TASK_WORDS.next)
  await look()
  await press(TASK_WORDS.send)
  await page.getByText(say(TASK_WORDS.sent)).waitFor()
}

/** At the desk: from the inbox of one's groups to a task of this application, and takes it. */
export async function takeTask(clerk: Walker, reference: string): Promise<void> {
  const { page } = clerk
  const entry = page.getByRole('listitem').filter({ hasText: reference })
  await clerk.open('/desk?view=groups')
  await clerk.until(reference)
  await clerk.press(entry.getByRole('link').first())
  await clerk.press(DESK_WORDS.claim)
  await page.getByText(clerk.say(DESK_WORDS.withMe)).first().waitFor()
}

/** Answers the form of a task that is taken, and is done with it. */
export async function decide(clerk: Walker, form: FormTexts, answers: Answers): Promise<void> {
  await fillIn(clerk, form, answers, DESK_WORDS.submit)
  await clerk.look()
  await clerk.press(DESK_WORDS.submit)
  expect(await clerk.page.getByRole('status').first().textContent()).toContain(clerk.say(DESK_WORDS.done))
}
