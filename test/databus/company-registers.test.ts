import { expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import { startDatabusDouble } from '../../engine/sandbox/databus/double.ts'
import { clock } from './bus.ts'
import { ask } from './wire.ts'

const NAME = { ar: 'شركة مرجان الساحل للبرمجيات', en: 'Marjan Coast Software Company' }
const TAKEN = { ar: 'سنابل الخير للتجارة العامه', en: 'Sanabel' }

interface Replied {
  readonly status: number
  readonly body: JsonObject
}
type Post = (service: string, body: JsonObject, key?: string) => Promise<Replied>

async function withRegisters(test: (post: Post, get: (address: string) => Promise<Replied>) => Promise<void>) {
  const double = await startDatabusDouble({ clock })
  const client = ['X-Road-Client', 'PS/GOV/MNE/masar']
  try {
    await test(
      async (service, body, key = 'one') => {
        const headers = [...client, 'Content-Type', 'application/json', 'Idempotency-Key', key]
        const answer = await ask(double.url, {
          method: 'POST',
          path: `/r1/${service}/v1`,
          headers,
          body: JSON.stringify(body),
        })
        return { status: answer.status, body: JSON.parse(answer.text) as JsonObject }
      },
      async (address) => {
        const answer = await ask(double.url, { path: `/r1/${address}`, headers: client })
        return { status: answer.status, body: JSON.parse(answer.text) as JsonObject }
      },
    )
  } finally {
    await double.close()
  }
}

const entry = (reservationNo: JsonValue = null): JsonObject => ({
  reservationNo,
  name: NAME,
  type: 'limitedLiability',
  capital: { amount: '10000', currency: 'JOD' },
  totalShares: 100,
  activities: ['6201'],
  address: { governorate: 'PS-RBH', locality: 'البيرة' },
  founders: [
    { name: { ar: 'سلمى', en: 'Salma' }, nationalId: '400000014', shares: 60, role: 'manager' },
    { name: { ar: 'سامر', en: 'Samer' }, passportNo: 'N1234567', nationality: 'JO', shares: 40, role: 'partner' },
  ],
  signing: 'severally',
  attorneyBarNo: 'BAR-1001',
  decidedBy: 'controller',
})

test('a name is free, like another, or taken whatever the vowel marks and the form of the letters', () =>
  withRegisters(async (post) => {
    const names = [NAME, { ar: 'شركة سنابل الجليل', en: 'Sanabel Galilee' }, TAKEN]
    const { body } = await post('PS/GOV/MNE/companies/searchName', { names })
    const results = body['results'] as readonly JsonObject[]
    expect(results.map((it) => it['result'])).toEqual(['free', 'similar', 'taken'])
    expect(results[2]).toMatchObject({ similarTo: [{ companyNo: '562400101' }] })
  }))

test('a reservation holds the name for so many days, and a taken one cannot be reserved', () =>
  withRegisters(async (post) => {
    const reserve = (name: JsonObject) =>
      post('PS/GOV/MNE/companies/reserveName', { name, reference: '2026-1', days: 30 })
    expect(await reserve(NAME)).toMatchObject({ status: 200, body: { reservedUntil: '2026-12-23' } })
    expect(await reserve(TAKEN)).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
  }))

test('a company is entered under the reservation of its own name, and under one key it has one number', () =>
  withRegisters(async (post) => {
    const register = 'PS/GOV/MNE/companies/register'
    const reserved = await post('PS/GOV/MNE/companies/reserveName', { name: NAME, reference: '2026-1', days: 30 })
    const reservationNo = reserved.body['reservationNo'] ?? null
    const first = await post(register, entry(reservationNo))
    expect(first).toMatchObject({
      status: 200,
      body: { companyNo: expect.stringMatching(/^562[0-9]{6}$/), name: NAME },
    })
    expect(await post(register, entry(reservationNo))).toEqual(first)
    expect((await post(register, entry(reservationNo), 'two')).body['companyNo']).not.toBe(first.body['companyNo'])
    expect(await post(register, entry('RES-00000000'))).toMatchObject({ body: { code: 'NAME_NOT_RESERVED' } })
    const wrong = await post(register, { ...entry(reservationNo), totalShares: 90 })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'SHARES_DIFFER' } })
    const voided = await post('PS/GOV/MNE/companies/voidRegistration', {
      companyNo: first.body['companyNo'] ?? null,
      reason: 'x',
    })
    expect(voided).toMatchObject({ status: 200, body: { voided: true } })
  }))

test('the Bar knows who may practise, and says so when it does not know somebody', () =>
  withRegisters(async (_, get) => {
    const status = async (barNo: string) => get(`PS/ORG/BAR/lawyers/getStatus/v1?barNo=${barNo}`)
    expect(await status('BAR-1001')).toMatchObject({ body: { status: 'active' } })
    expect(await status('BAR-1002')).toMatchObject({ body: { status: 'suspended' } })
    expect(await status('BAR-9999')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    expect(await status('1001')).toMatchObject({ status: 422, body: { code: 'INVALID_REQUEST' } })
  }))

test('tax, chamber and municipality take a new company in, and a kitchen waits for an inspection', () =>
  withRegisters(async (post) => {
    const company = { companyNo: '562123456', name: NAME, governorate: 'PS-RBH' }
    const capital = { amount: '10000', currency: 'JOD' }
    const taxed = { ...company, type: 'limitedLiability', capital, startsOn: '2026-12-01' }
    expect(await post('PS/GOV/MOF/tax/registerTaxpayer', taxed)).toMatchObject({
      body: { taxNo: expect.stringMatching(/^7[0-9]{8}$/) },
    })
    const member = { ...company, capital, activities: ['6201'] }
    expect(await post('PS/ORG/CHAMBERS/membership/register', member)).toMatchObject({ body: { class: 'third' } })
    const apply = (activity: string) =>
      post('PS/GOV/LGU/craft-licence/apply', { ...company, locality: 'البيرة', activities: [activity] })
    expect(await apply('6201')).toMatchObject({ body: { state: 'issued', inspectionOn: null } })
    expect(await apply('5610')).toMatchObject({ body: { state: 'inspection', licenceNo: null } })
    expect(await apply('food')).toMatchObject({ status: 422 })
  }))

test('an appointment falls on a day the office is open', () =>
  withRegisters(async (post) => {
    const person = { name: NAME, id: 'N1234567' }
    const body = { office: 'companies-controller', governorate: 'PS-RBH', person, reference: '2026-1' }
    expect(await post('PS/GOV/MTDE/mawaeed/bookSlot', body)).toMatchObject({ body: { at: '2026-11-26T08:00:00Z' } })
  }))
