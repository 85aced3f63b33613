import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyCertificate, type CertificateKeys } from '../../engine/connectors/documents/certificate.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import { packZip } from '../../engine/packages/zip.ts'
import { readPaper } from './paper.ts'
import { folderOf, openTown, until, type Caller, type Person, type Town } from './town.ts'

/** A server is started again after every step, and a browser with it. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 400_000 })

const SALMA = '400000014'
const OMAR = '400000022'
const PEOPLE: readonly Person[] = [
  { id: SALMA, agency: 'egov', roles: ['citizen'], groups: [] },
  { id: OMAR, agency: 'egov', roles: ['citizen'], groups: [] },
  { id: '400000030', agency: 'egov', roles: ['citizen'], groups: [] },
  { id: 'clerk.nour', agency: 'mne', roles: ['clerk'], groups: ['companies-clerk'] },
  { id: 'controller.amal', agency: 'mne', roles: ['clerk', 'supervisor'], groups: ['companies-controller'] },
  { id: 'bank', agency: 'mne', roles: ['worker'], groups: [] },
  { id: 'operator.omar', agency: 'egov', roles: ['operator'], groups: [] },
  { id: 'auditor.lina', agency: 'mne', roles: ['auditor'], groups: [] },
]
const SHARED = ['identify', 'pay', 'correct', 'issue', 'notify', 'refuse', 'refund'].map((it) => `common.${it}`)
const PACKAGES = [...SHARED, 'chamber.membership', 'municipality.craft-licence', 'mne.company-registration']

const APPLICATION = {
  identityBy: 'nationalId',
  nationalId: SALMA,
  phone: '0599123456',
  language: 'both',
  declaration: true,
}
const NAMES = [
  { ar: 'مرجان الساحل للبرمجيات', en: 'Marjan Coast Software' },
  { ar: 'سنابل الجليل', en: 'Sanabel Galilee' },
  { ar: 'غيمة زيتون', en: 'Olive Cloud' },
]
const founder = (nationalId: string, nameAr: string, nameEn: string, shares: number, role: string): JsonObject => {
  const how = { identityBy: 'nationalId', phone: '0599123457', consent: 'electronic' }
  return { ...how, nationalId, nameAr, nameEn, shares, role }
}
const COMPANY = {
  companyType: 'limitedLiability',
  capitalAmount: '10000',
  capitalCurrency: 'JOD',
  totalShares: 100,
  governorate: 'PS-RBH',
  locality: 'البيرة',
  founders: [
    founder(SALMA, 'سلمى خالد يوسف الزيتاوي', 'Salma Khaled Yousef Zeitawi', 60, 'manager'),
    founder(OMAR, 'عمر حسن إبراهيم السنابلي', 'Omar Hasan Ibrahim Sanabli', 40, 'partner'),
  ],
  signing: 'severally',
  auditorNo: 'AUD-204',
  attorneyBarNo: 'BAR-1001',
  articlesKind: 'standard',
}
const TAX = 'PS/GOV/MOF/tax/registerTaxpayer'

interface Detail {
  readonly reference: string
  readonly documents: readonly { readonly digest: string; readonly name: string }[]
  readonly charges: readonly { readonly state: string; readonly money: JsonObject }[]
  readonly variables: {
    readonly outcome?: string
    readonly registration?: JsonObject | null
    readonly followUp?: { readonly [agency: string]: { readonly state: string; readonly number: string | null } } | null
  }
}
interface Listed {
  readonly items: readonly { readonly id: string; readonly element: string; readonly instance: string }[]
}

describe('a company, from its name to a certificate, with the tax authority out of reach', () => {
  let town: Town
  let id = ''

  beforeAll(async () => {
    town = await openTown(PEOPLE)
    await deploy(town)
    for (const step of steps()) {
      await step()
      await town.restart()
    }
    await settled()
  })
  afterAll(() => town.close())

  const whole = async (): Promise<Detail> => (await town.as('auditor.lina').get<Detail>(`/api/instances/${id}`)).body

  function steps(): readonly (() => Promise<unknown>)[] {
    const salma = town.as(SALMA)
    const clerk = town.as('clerk.nour')
    return [
      async () => {
        const begun = await salma.post<{ id: string }>('/api/instances', {
          packageId: 'mne.company-registration',
          variables: APPLICATION,
        })
        expect(begun.status).toBe(201)
        id = begun.body.id
      },
      () => complete(salma, 'propose_names', { names: NAMES, activityCodes: ['6201'] }),
      () => complete(clerk, 'approve_name', { nameDecision: 'approve', nameNumber: 1 }),
      () => pay(1),
      () => complete(salma, 'fill_company', COMPANY),
      () => complete(salma, 'sign', { signature: 'sign' }),
      readWhatIsSigned,
      () => complete(town.as(OMAR), 'sign', { signature: 'sign' }, { agreement: { name: NAMES[0], yourShares: 40 } }),
      () => readsPapers(town.as(OMAR), []),
      () => pay(2),
      confirmDeposit,
      () => complete(clerk, 'legal_review', { reviewFinding: 'complete' }),
      async () => town.bus.faults.add({ kind: 'resetBefore', service: TAX, times: 1_000 }),
      () =>
        complete(town.as('controller.amal'), 'controller_decision', {
          controllerDecision: 'approve',
          controllerReason: 'الملف مستوفٍ للشروط',
        }),
    ]
  }

  async function complete(caller: Caller, element: string, variables: object, shown: object = {}): Promise<void> {
    const task = await until(async () => {
      const { body } = await caller.get<Listed>('/api/tasks')
      return body.items.find((it) => it.element === element && it.instance === id)?.id
    }, `the task ${element}`)
    expect((await caller.get(`/api/tasks/${task}`)).body).toMatchObject({ variables: shown })
    expect(await caller.post(`/api/tasks/${task}/complete`, { variables })).toMatchObject({ status: 200 })
  }

  /** A founder reads the articles they are asked to sign, and nothing else of the application; others read nothing. */
  async function readWhatIsSigned(): Promise<void> {
    await readsPapers(town.as(OMAR), ['عقد التأسيس والنظام الداخلي · Articles and by-laws.pdf'])
    await readsPapers(town.as('400000030'), [])
  }

  async function readsPapers(caller: Caller, names: readonly string[]): Promise<void> {
    const { documents } = await whole()
    const paths = documents.map(({ digest, name }) => ({ name, path: `/api/instances/${id}/documents/${digest}` }))
    const read = await Promise.all(
      paths.map(async ({ name, path }) => ((await caller.status(path)) === 200 ? [name] : [])),
    )
    expect(read.flat()).toEqual(names)
  }

  async function pay(count: number): Promise<void> {
    const order = await until(
      async () => town.payments.orders().find((it) => it.stage === 'pending'),
      `bill ${count} at the switch`,
    )
    await fetch(`${town.payments.url}/payer/${order.id}/approve`, { method: 'POST', redirect: 'manual' })
    const paid = async (): Promise<boolean> => {
      const { charges } = await whole()
      return charges.filter((it) => it.state === 'committed').length === count
    }
    await until(paid, `payment ${count}`)
  }

  async function confirmDeposit(): Promise<void> {
    const bankDeposit = { amount: '2500.000', currency: 'JOD', bank: 'مصرف تجريبي', slipNo: 'D-1' }
    const { reference } = await whole()
    const message = { name: 'bank.deposit_confirmed', correlationKey: reference, messageId: 'deposit-1' }
    const told = await town.as('bank').post('/api/messages', { ...message, variables: { bankDeposit } })
    expect(told.status).toBeLessThan(300)
  }

  async function settled(): Promise<void> {
    await until(async () => {
      const { outcome, followUp } = (await whole()).variables
      const { chamber, municipality } = followUp ?? {}
      return outcome === 'issued' && chamber?.state === 'member' && municipality?.state === 'issued'
    }, 'certificate, chamber and municipality')
  }

  test('is registered once, for two payments, whatever was killed in between', async () => {
    const { charges, variables } = await whole()
    expect(variables.registration).toMatchObject({ companyNo: expect.stringMatching(/^562[0-9]{6}$/), name: NAMES[0] })
    expect(charges.map((it) => it.money)).toEqual([
      { amount: '87.00', currency: 'ILS' },
      { amount: '795.00', currency: 'ILS' },
    ])
    const entries = town.bus.deliveries().filter((it) => it.service.endsWith('companies/register'))
    expect(new Set(entries.map(({ key }) => key)).size).toBe(1)
    const committed = town.payments.effects().filter((it) => it.kind === 'committed')
    expect(committed).toHaveLength(2)
  })

  test('has its certificate although the tax authority was never reached, and says so', async () => {
    const { variables } = await whole()
    expect(variables).toMatchObject({ outcome: 'issued', followUp: { tax: { number: null } } })
    expect(town.bus.deliveries().some((it) => it.service === TAX)).toBe(false)
  })

  test('has a certificate whose QR verifies with the public key alone', async () => {
    const salma = town.as(SALMA)
    const { body } = await salma.get<Detail>(`/api/instances/${id}`)
    const papers = await Promise.all(
      body.documents.map(async ({ digest, name }) => ({
        name,
        ...(await readPaper(await salma.bytes(`/api/instances/${id}/documents/${digest}`))),
      })),
    )
    const certificate = papers.find((it) => it.name.includes('شهادة تسجيل شركة'))
    const keys = (await (await fetch(`${town.url}/.well-known/jwks.json`)).json()) as CertificateKeys
    const companyNo = String((await whole()).variables.registration?.['companyNo'])
    expect(await verifyCertificate(certificate?.qr ?? '', keys)).toMatchObject({
      ok: true,
      claims: { id4: companyNo.slice(-4) },
    })
  })
})

async function deploy(town: Town): Promise<void> {
  const form = new FormData()
  for (const name of PACKAGES) {
    const read = await readFolder(folderOf(name))
    if (!read.ok) throw new Error(`Expected ${name} to be readable: ${JSON.stringify(read.findings)}`)
    form.append('package', new Blob([Buffer.from(await packZip(read.files))]), `${name}.masar`)
  }
  expect(await town.as('operator.omar').form('/api/deployments', form)).toMatchObject({ status: 201 })
}
