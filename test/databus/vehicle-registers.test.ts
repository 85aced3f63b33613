import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/core/json.ts'
import { startDatabusDouble } from '../../engine/sandbox/databus/double.ts'
import { VEHICLES } from '../../engine/sandbox/databus/registries/vehicle/vehicle.ts'
import { clock } from './bus.ts'
import { ask } from './wire.ts'

interface Replied {
  readonly status: number
  readonly body: JsonObject
}
interface Registers {
  get(service: string, query?: string): Promise<Replied>
  post(service: string, body: JsonObject): Promise<Replied>
}

async function withRegisters(story: (registers: Registers) => Promise<void>): Promise<void> {
  const double = await startDatabusDouble({ clock })
  const client = ['X-Road-Client', 'PS/GOV/MOT/masar']
  const read = ({ status, text }: { status: number; text: string }): Replied => ({
    status,
    body: JSON.parse(text) as JsonObject,
  })
  try {
    await story({
      get: async (service, query = '') =>
        read(await ask(double.url, { path: `/r1/PS/GOV/${service}/v1${query}`, headers: client })),
      post: async (service, body) => {
        const headers = [...client, 'Content-Type', 'application/json']
        const request = { method: 'POST', path: `/r1/PS/GOV/${service}/v1`, headers, body: JSON.stringify(body) }
        return read(await ask(double.url, request))
      },
    })
  } finally {
    await double.close()
  }
}

const BY_PLATE = [
  'MOT/vehicles/getVehicle',
  'PCMA/motor/getPolicy',
  'MOT/inspection/getResult',
  'POLICE/fines/getOpenFines',
  'HJC/liens/getByPlate',
  'MOF/vehicles-tax/getStatus',
]

describe('the registers about vehicles', () => {
  test.each(BY_PLATE)('%s knows every made-up vehicle, no other, and refuses what is no plate', (service) =>
    withRegisters(async ({ get }) => {
      for (const { plateNo } of VEHICLES)
        expect(await get(service, `?plateNo=${plateNo}`)).toMatchObject({ status: 200, body: { plateNo } })
      expect(await get(service, '?plateNo=0-9999-95')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
      expect(await get(service, '?plateNo=x')).toMatchObject({ status: 422 })
      expect(await get(service)).toMatchObject({ status: 422 })
      expect(await get(service, '?plateNo=0-1001-95&all=yes')).toMatchObject({ status: 422 })
    }),
  )

  test('tell each condition of a renewal apart', () =>
    withRegisters(async ({ get }) => {
      const bodyOf = async (service: string, plate: string): Promise<JsonObject> =>
        (await get(service, `?plateNo=${plate}`)).body
      expect(await bodyOf('MOT/vehicles/getVehicle', '0-1001-95')).toMatchObject({
        owner: { nationalId: '400000014', name: { en: 'Salma Khaled Yousef Zeitawi' } },
      })
      expect(await bodyOf('PCMA/motor/getPolicy', '0-1005-95')).toMatchObject({ policy: null })
      expect(await bodyOf('MOT/inspection/getResult', '0-1003-95')).toMatchObject({ inspection: { result: 'failed' } })
      expect((await bodyOf('POLICE/fines/getOpenFines', '0-1002-95'))['fines']).toHaveLength(2)
      expect(await bodyOf('HJC/liens/getByPlate', '0-1004-95')).toMatchObject({ liens: [{ kind: 'seizure' }] })
      expect(await bodyOf('MOF/vehicles-tax/getStatus', '0-1007-95')).toMatchObject({ status: 'owing' })
    }))

  test('list the licences that end on a day, for reminders', () =>
    withRegisters(async ({ get }) => {
      const { body } = await get('MOT/vehicles/getVehicle', '?plateNo=0-1001-95')
      const on = String(body['licenceUntil'])
      const { body: listed } = await get('MOT/vehicles/listExpiring', `?on=${on}`)
      expect(listed).toMatchObject({ on, vehicles: [{ plateNo: '0-1001-95', owner: { nationalId: '400000014' } }] })
    }))
})

describe('a renewal in the register of vehicles', () => {
  const renewal = {
    requestId: '2026-TEST',
    plateNo: '0-1001-95',
    licenceUntil: '2027-11-30',
    receiptNo: 'R-1',
  }

  test('is answered the same when it is asked again, and can be taken back', () =>
    withRegisters(async ({ post }) => {
      const first = await post('MOT/vehicles/renewLicence', renewal)
      expect(first).toMatchObject({ status: 200, body: { licenceUntil: '2027-11-30' } })
      expect(await post('MOT/vehicles/renewLicence', renewal)).toEqual(first)
      const renewalNo = String(first.body['renewalNo'])
      const back = { renewalNo, plateNo: '0-1001-95', reason: 'not issued' }
      expect(await post('MOT/vehicles/reverseRenewal', back)).toMatchObject({ body: { reversed: true } })
      const other = { ...back, plateNo: '0-1002-95' }
      expect(await post('MOT/vehicles/reverseRenewal', other)).toMatchObject({ status: 404 })
    }))

  test('is refused for a stolen vehicle, and for an end in the past', () =>
    withRegisters(async ({ post }) => {
      const stolen = { ...renewal, plateNo: '0-1008-95' }
      expect(await post('MOT/vehicles/renewLicence', stolen)).toMatchObject({ status: 409 })
      const past = { ...renewal, licenceUntil: '2020-01-01' }
      expect(await post('MOT/vehicles/renewLicence', past)).toMatchObject({ status: 409 })
    }))
})

test('the police enter a payment of exactly the fines it names', () =>
  withRegisters(async ({ post }) => {
    const payment = {
      plateNo: '0-1002-95',
      fineNos: ['F-2025-0711', 'F-2025-0902'],
      receiptNo: 'R-1',
      amount: '250.00',
    }
    expect(await post('POLICE/fines/registerPayment', payment)).toMatchObject({ body: { registered: true } })
    const short = { ...payment, fineNos: ['F-2025-0711'] }
    expect(await post('POLICE/fines/registerPayment', short)).toMatchObject({ status: 409 })
  }))
