import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyCertificate, type CertificateKeys } from '../../engine/connectors/documents/certificate.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import { packZip } from '../../engine/packages/zip.ts'
import { readPaper } from './paper.ts'
import { folderOf, openTown, until, type Caller, type Person, type Town } from './town.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const OMAR = '400000022'
const SALMA = '400000014'
const PEOPLE: readonly Person[] = [
  { id: OMAR, agency: 'egov', roles: ['citizen'], groups: [] },
  { id: SALMA, agency: 'egov', roles: ['citizen'], groups: [] },
  { id: 'clerk.rana', agency: 'mot', roles: ['clerk'], groups: ['licensing-clerk'] },
  { id: 'director.huda', agency: 'mot', roles: ['clerk', 'supervisor'], groups: ['licensing-director'] },
  { id: 'operator.omar', agency: 'egov', roles: ['operator'], groups: [] },
  { id: 'auditor.lina', agency: 'mot', roles: ['auditor'], groups: [] },
]
const SHARED = ['identify', 'pay', 'issue', 'notify', 'refuse', 'refund'].map((it) => `common.${it}`)
const APPLICATION = {
  applyingAs: 'owner',
  renewalPeriod: 12,
  address: { governorate: 'PS-NBS', locality: 'نابلس', street: 'حي رفيديا' },
  phone: '0599123456',
  deliveryMode: 'post',
  postOffice: 'NBS-02',
  language: 'both',
  declaration: true,
}
const RENEW = 'PS/GOV/MOT/vehicles/renewLicence'

interface Detail {
  readonly status: string
  readonly documents: readonly { readonly digest: string; readonly name: string }[]
  readonly charges: readonly { readonly id: string; readonly state: string; readonly money: JsonObject }[]
  readonly refunds: readonly { readonly charge: string; readonly state: string; readonly money: JsonObject }[]
}
interface Listed {
  readonly items: readonly { readonly id: string; readonly element: string; readonly instance: string }[]
}

describe('the renewal of a vehicle licence', () => {
  let town: Town

  beforeAll(async () => {
    town = await openTown(PEOPLE)
    const form = new FormData()
    for (const name of [...SHARED, 'mot.vehicle-renewal']) {
      const read = await readFolder(folderOf(name))
      if (!read.ok) throw new Error(`Expected ${name} to be readable: ${JSON.stringify(read.findings)}`)
      form.append('package', new Blob([Buffer.from(await packZip(read.files))]), `${name}.masar`)
    }
    const deployed = await town.as('operator.omar').form('/api/deployments', form)
    if (deployed.status !== 201) throw new Error(`Expected the service to be deployed: ${JSON.stringify(deployed)}`)
  })
  afterAll(() => town.close())

  const whole = async (id: string): Promise<Detail> =>
    (await town.as('auditor.lina').get<Detail>(`/api/instances/${id}`)).body

  async function apply(owner: string, plateNo: string): Promise<string> {
    const variables = { ...APPLICATION, ownerId: owner, plateNo }
    const begun = await town.as(owner).post<{ id: string }>('/api/instances', {
      packageId: 'mot.vehicle-renewal',
      variables,
    })
    expect(begun.status).toBe(201)
    return begun.body.id
  }

  /** @returns the bill as the switch shows it */
  async function pay(): Promise<JsonObject> {
    const order = await until(async () => town.payments.orders().find((it) => it.stage === 'pending'), 'a bill')
    await fetch(`${town.payments.url}/payer/${order.id}/approve`, { method: 'POST', redirect: 'manual' })
    return order.body
  }

  async function complete(id: string, caller: Caller, element: string, variables: object): Promise<void> {
    const task = await until(async () => {
      const { body } = await caller.get<Listed>('/api/tasks')
      return body.items.find((it) => it.element === element && it.instance === id)?.id
    }, `the task ${element}`)
    expect(await caller.post(`/api/tasks/${task}/complete`, { variables })).toMatchObject({ status: 200 })
  }

  const ended = (id: string): Promise<Detail> =>
    until(async () => {
      const found = await whole(id)
      return found.status === 'completed' && found
    }, 'the end')

  test('asks five agencies, has the fines paid to the police and the fee to the ministry, and issues a licence anyone can verify', async () => {
    const id = await apply(OMAR, '0-1002-95')
    expect((await pay())['payee']).toMatchObject({ partyIdInfo: { partyIdentifier: 'police-fines' } })
    expect((await pay())['payee']).toMatchObject({ partyIdInfo: { partyIdentifier: 'mot' } })
    const { charges, documents } = await ended(id)
    expect(documents).toHaveLength(4)
    expect(charges).toMatchObject([{ state: 'committed', money: { amount: '250.00' } }, { state: 'committed' }])
    expect(charges).toHaveLength(2)
    const citizen = town.as(OMAR)
    const licence = documents.find(({ name }) => name.startsWith('رخصة'))
    const paper = await readPaper(await citizen.bytes(`/api/instances/${id}/documents/${licence?.digest ?? ''}`))
    const keys = (await (await fetch(`${town.url}/.well-known/jwks.json`)).json()) as CertificateKeys
    expect(await verifyCertificate(paper.qr ?? '', keys)).toMatchObject({ ok: true, claims: { id4: '0022' } })
    expect(paper.text).toContain('0-1002-95')
    const asked = new Set(town.bus.deliveries().map(({ service }) => service.split('/').slice(2, 5).join('/')))
    expect(asked).toContain('PCMA/motor/getPolicy')
    expect(asked).toContain('POLICE/fines/registerPayment')
  })

  test('gives the fee back, once, when the register finally refuses to renew', async () => {
    town.bus.faults.add({ kind: 'status', status: 409, body: { code: 'NOT_RENEWABLE' }, service: RENEW, times: 1_000 })
    const id = await apply(SALMA, '0-1001-95')
    await pay()
    await complete(id, town.as('clerk.rana'), 'renewal_rejected', {
      failureChoice: 'giveUp',
      failureReason: 'قيد جديد على المركبة',
    })
    await town.restart()
    await complete(id, town.as('director.huda'), 'confirm_giving_up', {
      givingUpDecision: 'confirm',
      givingUpReason: 'بعد الاطلاع',
    })
    const { charges, refunds } = await ended(id)
    expect(refunds).toEqual([
      expect.objectContaining({
        charge: charges[0]?.id,
        state: 'committed',
        money: { amount: '560.00', currency: 'ILS' },
      }),
    ])
    const back = town.payments.effects().filter((effect) => effect.kind === 'refunded')
    expect(back).toMatchObject([{ order: charges[0]?.id, amount: '560', currency: 'ILS' }])
  })
})
