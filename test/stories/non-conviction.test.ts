import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyCertificate, type CertificateKeys } from '../../engine/connectors/documents/certificate.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import { packZip } from '../../engine/packages/zip.ts'
import { readPaper } from './paper.ts'
import { folderOf, openTown, until, type Person, type Town } from './town.ts'

/** A server is started more than ten times, and a browser with it. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const APPLICANT = '400000105'
const PEOPLE: readonly Person[] = [
  { id: APPLICANT, agency: 'egov', roles: ['citizen'], groups: [] },
  { id: 'clerk.rana', agency: 'moj', roles: ['clerk'], groups: ['judicial-record-clerk'] },
  { id: 'supervisor.huda', agency: 'moj', roles: ['supervisor'], groups: ['record-supervisor'] },
  { id: 'operator.omar', agency: 'egov', roles: ['operator'], groups: [] },
  { id: 'auditor.lina', agency: 'moj', roles: ['auditor'], groups: [] },
]
const PACKAGES = [
  'common.identify',
  'common.pay',
  'common.correct',
  'common.issue',
  'common.notify',
  'common.refuse',
  'moj.non-conviction',
]
const ANSWERS = {
  applicantType: 'self',
  identityBy: 'nationalId',
  nationalId: APPLICANT,
  purpose: 'work',
  language: 'both',
  copies: 1,
  deliveryMode: 'digital',
  phone: '0599123456',
  email: 'applicant@example.ps',
  declaration: true,
}

interface Detail {
  readonly id: string
  readonly status: string
  readonly documents: readonly { readonly digest: string; readonly name: string; readonly mediaType: string }[]
  readonly charges: readonly {
    readonly state: string
    readonly money: { readonly amount: string; readonly currency: string }
  }[]
  readonly variables: Readonly<Record<string, unknown>>
}
interface Listed {
  readonly items: readonly { readonly id: string; readonly element: string; readonly instance: string }[]
}
interface Recorded {
  readonly items: readonly {
    readonly seq: number
    readonly events: readonly { readonly kind: string; readonly id?: string; readonly element?: string }[]
  }[]
}

/** One application from submission to certificate: each entry is something a person does or waits for. */
function story(town: Town, seen: Seen): readonly { readonly name: string; readonly does: () => Promise<unknown> }[] {
  const citizen = town.as(APPLICANT)
  const clerk = town.as('clerk.rana')
  const supervisor = town.as('supervisor.huda')
  const mine = (): Promise<Detail> => citizen.get<Detail>(`/api/instances/${seen.id}`).then((answer) => answer.body)
  const taskOf = (caller: typeof clerk, element: string): Promise<string> =>
    until(async () => {
      const { body } = await caller.get<Listed>('/api/tasks')
      return body.items.find((task) => task.element === element && task.instance === seen.id)?.id
    }, `the task ${element}`)
  const decide = async (caller: typeof clerk, element: string, variables: object): Promise<void> => {
    const answer = await caller.post(`/api/tasks/${await taskOf(caller, element)}/complete`, { variables })
    expect(answer).toMatchObject({ status: 200 })
  }
  return [
    {
      name: 'the citizen applies',
      async does() {
        const key = { 'idempotency-key': `story-${town.url}` }
        const answer = await citizen.post<{ id: string }>(
          '/api/instances',
          { packageId: 'moj.non-conviction', variables: ANSWERS },
          key,
        )
        expect(answer.status).toBe(201)
        seen.id = answer.body.id
        const again = await citizen.post<{ id: string }>(
          '/api/instances',
          { packageId: 'moj.non-conviction', variables: ANSWERS },
          key,
        )
        expect(again).toMatchObject({ status: 200, body: { id: seen.id } })
      },
    },
    {
      name: 'the payer is asked',
      does: () =>
        until(async () => town.payments.orders().some((order) => order.stage === 'pending'), 'a bill at the switch'),
    },
    {
      name: 'the payer approves on the page of the switch',
      async does() {
        const [order] = town.payments.orders()
        const page = await fetch(`${town.payments.url}/payer/${order?.id}`)
        expect(await page.text()).toContain('نسخة تجريبية')
        const approved = await fetch(`${town.payments.url}/payer/${order?.id}/approve`, {
          method: 'POST',
          redirect: 'manual',
        })
        expect(approved.status).toBeLessThan(400)
      },
    },
    {
      name: 'the fee is paid',
      does: () => until(async () => (await mine()).charges[0]?.state === 'committed', 'the payment'),
    },
    {
      name: 'the clerk reviews the judgment',
      does: () =>
        decide(clerk, 'review_judgment', { proposal: 'rehabilitated', reviewReason: 'رُد الاعتبار بحكم قضائي' }),
    },
    {
      name: 'the supervisor decides',
      does: () =>
        decide(supervisor, 'confirm_refusal', {
          supervisorDecision: 'rehabilitated',
          supervisorReason: 'Rehabilitation is on the record',
        }),
    },
    {
      name: 'the certificate is issued',
      does: () =>
        until(async () => {
          const { body } = await town.as('auditor.lina').get<Detail>(`/api/instances/${seen.id}`)
          return body.variables['outcome'] === 'issued' && body.documents.length > 0 && town.post.outbox().length > 0
        }, 'the certificate'),
    },
  ]
}

interface Seen {
  id: string
}

interface Ending {
  readonly path: readonly string[]
  readonly charges: Detail['charges']
  readonly documents: readonly string[]
  readonly outcome: unknown
  /** Distinct requests at the bus: a killed call is delivered again, under the same key and with the same body. */
  readonly asked: number
  readonly committed: number
}

async function tell(town: Town, between: () => Promise<void>): Promise<Ending & Seen> {
  const seen: Seen = { id: '' }
  for (const step of story(town, seen)) {
    await step.does()
    await between()
  }
  const auditor = town.as('auditor.lina')
  const { body: detail } = await auditor.get<Detail>(`/api/instances/${seen.id}`)
  const { body: history } = await auditor.get<Recorded>(`/api/instances/${seen.id}/history`)
  expect(history.items.map((record) => record.seq)).toEqual(history.items.map((_, index) => index + 1))
  return {
    id: seen.id,
    path: pathOf(history),
    charges: detail.charges.map(({ state, money }) => ({ state, money })),
    documents: detail.documents.map(({ mediaType }) => mediaType),
    outcome: detail.variables['outcome'],
    asked: new Set(town.bus.deliveries().map(({ key, bodyDigest }) => `${key} ${bodyDigest}`)).size,
    committed: town.payments.effects().filter((effect) => effect.kind === 'committed').length,
  }
}

/** Elements completed; several branches may finish in another order. */
function pathOf(history: Recorded): string[] {
  const elements = new Map<string, string>()
  const path: string[] = []
  for (const { events } of history.items)
    for (const event of events) {
      if (event.kind === 'elementActivated' && event.id !== undefined) elements.set(event.id, event.element ?? '')
      if (event.kind === 'elementCompleted' && event.id !== undefined) path.push(elements.get(event.id) ?? '')
    }
  return path.sort()
}

async function deploy(town: Town): Promise<void> {
  const form = new FormData()
  for (const name of PACKAGES) {
    const read = await readFolder(folderOf(name))
    if (!read.ok) throw new Error(`Expected ${name} to be readable: ${JSON.stringify(read.findings)}`)
    form.append('package', new Blob([Buffer.from(await packZip(read.files))]), `${name}.masar`)
  }
  const answer = await town.as('operator.omar').form('/api/deployments', form)
  expect(answer).toMatchObject({ status: 201 })
}

describe('a non-conviction certificate, from submission to a paper anyone can verify', () => {
  let calm: Town
  let rough: Town
  let ending: Ending & Seen

  beforeAll(async () => {
    ;[calm, rough] = await Promise.all([openTown(PEOPLE), openTown(PEOPLE)])
    await Promise.all([deploy(calm), deploy(rough)])
    ending = await tell(calm, async () => {})
  })
  afterAll(async () => {
    await Promise.all([calm.close(), rough.close()])
  })

  test('ends with one payment of the fee and an issued certificate', () => {
    expect(ending).toMatchObject({ outcome: 'issued', committed: 1 })
    expect(ending.charges).toEqual([{ state: 'committed', money: { amount: '25.00', currency: 'ILS' } }])
  })

  test('gives a PDF whose QR verifies with the public key alone, without network', async () => {
    const citizen = calm.as(APPLICANT)
    const { body } = await citizen.get<Detail>(`/api/instances/${ending.id}`)
    const keys = (await (await fetch(`${calm.url}/.well-known/jwks.json`)).json()) as CertificateKeys
    const papers = await Promise.all(
      body.documents.map(async ({ digest }) =>
        readPaper(await citizen.bytes(`/api/instances/${ending.id}/documents/${digest}`)),
      ),
    )
    const certificate = papers.find((paper) => paper.qr !== undefined)
    expect(certificate?.qr).toMatch(/\/verify#ey/)
    const verified = await verifyCertificate(certificate?.qr ?? '', keys)
    expect(verified).toMatchObject({ ok: true, claims: { id4: APPLICANT.slice(-4) } })
    const tampered = await verifyCertificate((certificate?.qr ?? '').replace(/.{8}$/, 'AAAAAAAA'), keys)
    expect(tampered.ok).toBe(false)
  })

  test('keeps evidence of every call over the data bus', async () => {
    const { body } = await calm
      .as('auditor.lina')
      .get<{ items: readonly { service: string; requestHash?: string }[] }>(`/api/instances/${ending.id}/evidence`)
    expect(body.items.length).toBeGreaterThanOrEqual(ending.asked)
    expect(ending.asked).toBe(2)
    expect(body.items.filter((call) => call.requestHash !== undefined).length).toBe(ending.asked)
  })

  test('tells the citizen by SMS and e-mail in both languages', () => {
    const letters = calm.post.outbox().map((notice) => JSON.stringify(notice))
    expect(letters.some((letter) => /[\u0600-\u06FF]/.test(letter))).toBe(true)
  })

  test('ends the same when the server is killed between every two steps', async () => {
    const { id: _, ...roughEnding } = await tell(rough, () => rough.restart())
    const { id: __, ...calmEnding } = ending
    expect(roughEnding).toEqual(calmEnding)
  })
})
