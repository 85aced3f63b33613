import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AgencyId, InstanceId, UserId } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { URLS } from '../../engine/http/pages/urls.ts'
import { line } from '../elements/draw.ts'
import { pack } from '../elements/pack.ts'
import { user } from '../elements/steps.ts'
import { LANGUAGES, openSite, PEOPLE, type Site, type Who } from './browser.ts'
import { PAYLOADS } from './payloads.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const AGENCY = 'moj' as AgencyId
const PACKAGE = 'moj.payloads'
const FIELDS = PAYLOADS.map((_payload, index) => `f${index}`)
const at = (index: number): string => PAYLOADS[index % PAYLOADS.length] ?? ''
/** A package whose texts turn the line around, or hold what no text has, is refused anyway. */
const AUTHORED = PAYLOADS.filter((text) => !/[\u202a-\u202e\0]/.test(text))
const authored = (index: number): string => AUTHORED[index % AUTHORED.length] ?? ''
const both = (index: number) => ({ ar: authored(index), en: authored(index + 1) })

/** A form that asks one question for each of the payloads, which is its label, its hint, its choices and its title. */
const form = {
  title: both(3),
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(FIELDS.map((name) => [name, { type: 'string', maxLength: 300 }])),
      choice: { type: 'string', enum: ['a', 'b'] },
    },
  },
  texts: {
    ...Object.fromEntries(FIELDS.map((name, index) => [`/${name}`, { label: both(index), hint: both(index + 7) }])),
    '/choice': { label: both(11), choices: { a: both(13), b: both(17) } },
  },
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[\t\n]/g, ' ')

/** Every text an author of a package may set. */
function packed(): PackageFiles {
  const files = new Map(
    pack([line(user('Review', { form: 'apply', groups: 'judicial-record-clerk' }))], {
      id: PACKAGE,
      files: { 'forms/apply.form.json': form },
    }),
  )
  const read = (path: string): string => new TextDecoder().decode(files.get(path))
  const write = (path: string, text: string): unknown => files.set(path, new TextEncoder().encode(text))
  const workflow = JSON.parse(read('workflow.json')) as JsonObject
  const start = { process: 'Process_1', form: 'apply', channels: ['portal', 'counter', 'api'] }
  const legalBasis = [{ id: 'law', title: both(21), article: both(23), verified: true }]
  const deadlines = [{ id: 'decision', title: both(25), duration: 'P3D', legalBasis: 'law', verified: true }]
  const roles = { 'judicial-record-clerk': both(27) }
  write(
    'workflow.json',
    JSON.stringify({ ...workflow, title: both(1), description: both(2), start, roles, legalBasis, deadlines }),
  )
  write('process.bpmn', read('process.bpmn').replaceAll('name="Review"', `name="${escaped(authored(29))}"`))
  return files
}

/** Every text a citizen may give. */
const answers = { ...Object.fromEntries(FIELDS.map((name, index) => [name, at(index)])), choice: 'a' }

let site: Site
let application: { readonly id: InstanceId; readonly reference: string }
beforeAll(async () => {
  site = await openSite({ doubles: false, packages: [] })
  const { engine } = site.server
  await site.deploy(packed())
  const { accounts } = engine.deps.store
  for (const who of ['citizen', 'clerk'] as const) {
    const account = await accounts.get(PEOPLE[who].id as UserId)
    if (account) await accounts.put({ ...account, name: at(31) })
  }
  const { id, agency, roles, groups } = PEOPLE.citizen
  const actor = { kind: 'user', id: id as UserId, agency: agency as AgencyId, roles, groups } as const
  const started = await engine.startInstance(actor, { packageId: PACKAGE, variables: answers, channel: 'portal' })
  if (isProblem(started)) throw new Error(JSON.stringify(started))
  application = started
})
afterAll(() => site.close())

interface Seen {
  readonly ran: boolean
  readonly handlers: readonly string[]
  readonly scripts: number
  readonly addresses: readonly string[]
}

/** What of the payloads became more than text. */
const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const attributes = all.flatMap((element) => [...element.attributes])
    const isAddress = (name: string): boolean =>
      ['href', 'src', 'action', 'formaction', 'data', 'srcdoc'].includes(name)
    return {
      ran: 'hasRun' in globalThis,
      handlers: attributes.filter(({ name }) => name.startsWith('on') || name === 'style').map(({ name }) => name),
      scripts: document.querySelectorAll('script:not([src]), base, iframe, object, embed, marquee, svg, math, body ~ *')
        .length,
      addresses: attributes
        .filter(({ name, value }) => isAddress(name) && /^[\s\0-\x20]*(?:javascript|vbscript|data:text)\b/i.test(value))
        .map(({ value }) => value),
    }
  })

async function walk(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect([path, answer?.status()]).toEqual([path, 200])
  expect([path, await look(page)]).toEqual([path, { ran: false, handlers: [], scripts: 0, addresses: [] }])
}

async function visit(who: Who, language: 'ar' | 'en'): Promise<Page> {
  const page = await site.visit({ as: who, language, screen: 'desk' })
  await page.addInitScript(() => Object.assign(globalThis, { ran: () => Object.assign(globalThis, { hasRun: true }) }))
  return page
}

test(`${PAYLOADS.length} ways to slip a script into a text are there, no two alike`, () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(200)
  expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length)
})

test.each(LANGUAGES)('none of them runs on the pages a citizen sees, in %s', async (language) => {
  const page = await visit('citizen', language)
  const { reference } = application
  for (const path of [URLS.home(), URLS.service(PACKAGE), URLS.figures(), URLS.my()]) await walk(page, path)
  for (const path of [URLS.application(reference), URLS.accesses(reference)]) await walk(page, path)
  await walk(page, `${URLS.home()}?q=${encodeURIComponent(at(5))}`)
  await page.goto(URLS.service(PACKAGE))
  await page.locator('main form button').first().click()
  expect(await look(page)).toMatchObject({ ran: false, handlers: [], scripts: 0, addresses: [] })
  for (const [index, name] of FIELDS.entries())
    await page.locator(`[name="/${name}"]`).fill(at(index).replaceAll('\0', ''))
  await page.locator('button[value="next"]:not([aria-hidden]), button[value="submit"]').first().click()
  expect(await page.locator('main').textContent()).toContain(at(0))
  expect(await look(page)).toMatchObject({ ran: false, handlers: [], scripts: 0, addresses: [] })
  await page.context().close()
  expect(site.complaints).toEqual([])
})

test.each(LANGUAGES)('none of them runs on the pages of the desk, in %s', async (language) => {
  const { engine } = site.server
  const tasks = await engine.deps.store.tasks.list({ agency: AGENCY, instance: application.id, limit: 1 })
  const [task] = tasks.items
  const page = await visit('clerk', language)
  await walk(page, URLS.desk())
  await walk(page, URLS.deskTask(`${application.id}:${task?.id ?? ''}`))
  await walk(page, URLS.deskApplication(application.reference))
  expect(await page.locator('main').textContent()).toContain(at(0))
  await page.context().close()
  expect(site.complaints).toEqual([])
})
