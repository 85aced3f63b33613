/**
 * A site to walk through in a real browser: Masar with the services it ships and the doubles of bus, switch and post office,
 * people with accounts, and Chromium in either language, on a telephone or a desk, with scripts or without.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { freePort } from '../../cli/running/port.ts'
import { startSandbox, type Sandbox } from '../../cli/running/sandbox.ts'
import { DEFAULT_CONFIG, readConfigFile, type ServerConfig } from '../../engine/config.ts'
import { launchChromium } from '../../engine/connectors/documents/printing/chromium.ts'
import type { Clock } from '../../engine/core/clock.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Role } from '../../engine/core/actor.ts'
import type { Language } from '../../engine/core/text.ts'
import { hashPassword } from '../../engine/http/password.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import { startServer, type RunningServer } from '../../engine/server.ts'

export const PASSWORD = 'a long enough password'

export interface Person {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly roles: readonly Role[]
  readonly groups: readonly string[]
  /** Number of the company they sign for, and act for from the start. */
  readonly actsFor?: string
}

export const COMPANY = {
  number: '562400101',
  name: { ar: 'سنابل الخير للتجارة العامة', en: 'Sanabel Al-Khair General Trading' },
} as const

/** Made-up people of the sandbox's registers, and the staff of the services. */
export const PEOPLE = {
  citizen: { id: '400000105', name: 'ليلى خليل', agency: 'egov', roles: ['citizen'], groups: [] },
  otherCitizen: { id: '400000014', name: 'سامر عودة', agency: 'egov', roles: ['citizen'], groups: [] },
  /** Somebody in the judicial record bears nearly the same name. */
  namesake: { id: '400000089', name: 'محمد الكرومي', agency: 'egov', roles: ['citizen'], groups: [] },
  /** Signs for a company. */
  signatory: {
    id: '400000022',
    name: 'يوسف الطويل',
    agency: 'egov',
    roles: ['citizen'],
    groups: [],
    actsFor: COMPANY.number,
  },
  clerk: { id: 'moj.clerk', name: 'رنا حداد', agency: 'moj', roles: ['clerk'], groups: ['judicial-record-clerk'] },
  supervisor: {
    id: 'moj.supervisor',
    name: 'هدى سالم',
    agency: 'moj',
    roles: ['clerk', 'supervisor'],
    groups: ['record-supervisor'],
  },
  otherClerk: { id: 'mot.clerk', name: 'عمر ناصر', agency: 'mot', roles: ['clerk'], groups: ['licensing-clerk'] },
  auditor: { id: 'moj.auditor', name: 'آية منصور', agency: 'moj', roles: ['auditor'], groups: [] },
  analyst: { id: 'moj.analyst', name: 'سلام الخطيب', agency: 'moj', roles: ['analyst'], groups: [] },
  /** They sign for what is about to be published. */
  lawyer: { id: 'moj.lawyer', name: 'ليان شاهين', agency: 'moj', roles: ['analyst'], groups: ['legal'] },
  treasurer: { id: 'moj.treasurer', name: 'فادي قاسم', agency: 'moj', roles: ['analyst'], groups: ['finance'] },
  /** Writes services of another agency. */
  otherAnalyst: { id: 'mot.analyst', name: 'وسام دراغمة', agency: 'mot', roles: ['analyst'], groups: [] },
  operator: { id: 'egov.operator', name: 'نور يوسف', agency: 'egov', roles: ['operator'], groups: [] },
} as const satisfies Readonly<Record<string, Person>>

export type Who = keyof typeof PEOPLE

export const NON_CONVICTION = [
  'common.identify',
  'common.pay',
  'common.correct',
  'common.issue',
  'common.notify',
  'common.refuse',
  'moj.non-conviction',
] as const

export const SCREENS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } } as const
export type Screen = keyof typeof SCREENS
export const LANGUAGES: readonly Language[] = ['ar', 'en']

export interface SiteOptions {
  /** Folders of workflows/ to deploy. */
  readonly packages?: readonly string[]
  /** Without them no task reaches the world outside; a site without is there at once. */
  readonly doubles?: boolean
  readonly config?: Partial<ServerConfig>
  readonly clock?: Clock
}

export interface Visit {
  readonly language?: Language
  readonly screen?: Screen
  /** false: a browser that runs no scripts. */
  readonly script?: boolean
  /** Signed in already. */
  readonly as?: Who
}

export interface Site extends AsyncDisposable {
  readonly url: string
  readonly server: RunningServer
  readonly sandbox: Sandbox | undefined
  /** What browsers complained of since: blocked by the policy, thrown by a script, a dialog, a request to elsewhere that nobody made by going there. */
  readonly complaints: string[]
  /** A new browser window of its own, at no page yet; paths are within the site. */
  visit(visit?: Visit): Promise<Page>
  /** The token of an open session of this person. */
  tokenOf(who: Who): Promise<string>
  /** Puts more packages in force; resolves when the server answers again, for reading a large one keeps it busy. */
  deploy(...packages: readonly PackageFiles[]): Promise<void>
  close(): Promise<void>
}

/** Milliseconds a test waits for what should be on the page. */
const PATIENCE = 15_000
const SESSION = 12 * 3_600_000
const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')

export async function openSite(options: SiteOptions = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'masar-pages-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const ports = { databus: 0, payments: 0, notify: 0, smtp: 0, signOn: 0, scanner: 0 }
  const sandbox =
    options.doubles === false ? undefined : await startSandbox({ folder, ports, masarUrl: url, logLevel: 'silent' })
  const server = await startServer(
    configOf(folder, url, sandbox, options),
    options.clock ? { clock: options.clock } : {},
  )
  await settle(server)
  await deploy(server, await filesOf(options.packages ?? NON_CONVICTION))
  let browser: Browser | undefined
  const complaints: string[] = []
  const close = async (): Promise<void> => {
    await browser?.close()
    await server.close()
    await sandbox?.close()
    await rm(folder, { recursive: true, force: true })
  }
  const tokenOf = (who: Who): Promise<string> => welcome(server, who)
  return {
    url,
    server,
    sandbox,
    complaints,
    tokenOf,
    deploy: (...packages) => deploy(server, packages),
    async visit(visit = {}) {
      browser ??= await launchChromium({})
      const context = await windowOf(browser, url, visit)
      if (visit.as !== undefined) await carryToken(context, url, await tokenOf(visit.as))
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE)
      listen(page, url, complaints)
      return page
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

function configOf(folder: string, url: string, sandbox: Sandbox | undefined, { config }: SiteOptions): ServerConfig {
  const quiet = { logLevel: 'silent', requestsPerMinute: 1_000_000, signInsPerMinute: 1_000_000, ...config }
  const { port } = new URL(url)
  const bare = {
    ...DEFAULT_CONFIG,
    data: folder,
    host: '127.0.0.1',
    port: Number(port),
    publicUrl: url,
    trustedProxies: [],
  }
  if (sandbox === undefined) return { ...bare, ...quiet }
  const read = readConfigFile(sandbox.configFile)
  if (isProblem(read)) throw new Error(read.detail)
  return { ...read, ...quiet }
}

async function settle({ engine }: RunningServer): Promise<void> {
  const password = await hashPassword(PASSWORD)
  await signFor(engine, PEOPLE.signatory)
  for (const { actsFor: _, ...person } of Object.values<Person>(PEOPLE))
    await engine.deps.store.accounts.put({
      ...person,
      id: person.id as UserId,
      agency: person.agency as AgencyId,
      password,
      disabled: false,
      createdAt: engine.deps.clock.now(),
    })
}

const signFor = ({ deps }: RunningServer['engine'], { id, actsFor }: Required<Pick<Person, 'id' | 'actsFor'>>) =>
  deps.store.mandates.grant(
    {
      id: deps.ids.uuid(),
      company: actsFor,
      holder: id as UserId,
      role: 'signatory',
      source: 'operator',
      starts: 0,
      givenBy: 'system:setup',
      givenAt: deps.clock.now(),
    },
    COMPANY,
  )

async function filesOf(packages: readonly string[]): Promise<readonly PackageFiles[]> {
  const files = await Promise.all(packages.map((name) => readFolder(join(WORKFLOWS, name))))
  return files.map((one) => {
    if (!one.ok) throw new Error(JSON.stringify(one))
    return one.files
  })
}

async function deploy({ engine, url }: RunningServer, files: readonly PackageFiles[]): Promise<void> {
  if (files.length === 0) return
  const deployed = await engine.deployFiles({ kind: 'system', id: 'setup', agency: 'egov' as AgencyId }, files)
  if (isProblem(deployed)) throw new Error(JSON.stringify(deployed.findings?.slice(0, 3) ?? deployed))
  while (!(await fetch(`${url}/health`)).ok) await setTimeout(100)
}

/** Signed in without the cost of a password. */
async function welcome({ engine }: RunningServer, who: Who): Promise<string> {
  const { ids, clock, store } = engine.deps
  const token = ids.secret()
  const now = clock.now()
  const { id, actsFor }: Person = PEOPLE[who]
  await store.accounts.openSession({
    tokenDigest: createHash('sha256').update(token).digest('hex'),
    user: id as UserId,
    ...(actsFor === undefined ? {} : { actsFor }),
    createdAt: now,
    lastSeenAt: now,
    expires: now + SESSION,
  })
  return token
}

const windowOf = (
  browser: Browser,
  url: string,
  { language = 'ar', screen = 'phone', script = true }: Visit,
): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: url,
    locale: language === 'ar' ? 'ar-PS' : 'en-GB',
    viewport: SCREENS[screen],
    javaScriptEnabled: script,
  })

const carryToken = (context: BrowserContext, url: string, token: string): Promise<void> =>
  context.addCookies([{ name: 'masar', value: token, url, httpOnly: true, sameSite: 'Lax' }])

function listen(page: Page, url: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(url) || request.url().startsWith('data:')
    // A person goes to the sign-on and to the switch, and their pages may ask for what is theirs.
    const isBesideUs = request.isNavigationRequest() || !page.url().startsWith(url)
    if (!isOurs && !isBesideUs) complaints.push(`asked ${request.url()}`)
  })
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** What axe finds against WCAG 2.2 AA on the page as it stands: nothing, or one line for each place. It is a script: not on pages opened without. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const result = await page.evaluate<AxeResult>(
    `axe.run(document, { runOnly: ${JSON.stringify(STANDARD)}, resultTypes: ['violations'] })`,
  )
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  )
}

/** How far the page hangs over the edge of the screen, in pixels. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
