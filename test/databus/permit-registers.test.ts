import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/core/json.ts'
import { startDatabusDouble } from '../../engine/sandbox/databus/double.ts'
import { PARCELS, UNKNOWN_PARCEL } from '../../engine/sandbox/databus/registries/permit/parcel.ts'
import { clock } from './bus.ts'
import { ask } from './wire.ts'

interface Replied {
  readonly status: number
  readonly body: JsonObject
}
interface Registers {
  get(service: string, query: string): Promise<Replied>
  post(service: string, body: JsonObject): Promise<Replied>
}

async function withRegisters(story: (registers: Registers) => Promise<void>): Promise<void> {
  const double = await startDatabusDouble({ clock })
  const client = ['X-Road-Client', 'PS/GOV/LGU/masar']
  const read = ({ status, text }: { status: number; text: string }): Replied => ({
    status,
    body: JSON.parse(text) as JsonObject,
  })
  try {
    await story({
      get: async (service, query) =>
        read(await ask(double.url, { path: `/r1/PS/${service}/v1${query}`, headers: client })),
      post: async (service, body) => {
        const headers = [...client, 'Content-Type', 'application/json']
        const request = { method: 'POST', path: `/r1/PS/${service}/v1`, headers, body: JSON.stringify(body) }
        return read(await ask(double.url, request))
      },
    })
  } finally {
    await double.close()
  }
}

const LAND = 'GOV/PLA/land/getParcel'
const TAX = 'GOV/MOF/tax/getClearance'
const DUES = 'GOV/LGU/arrears/getStatus'
const AGENCIES = ['GOV/MOTA', 'ORG/ENGINEERS', 'GOV/PCD', 'GOV/MOH', 'GOV/MPWH', 'ORG/ELECTRICITY']
const at = (parcel: string): string => `?basin=14&block=3&parcel=${parcel}`

const REQUEST = {
  reference: '2026-7K3F-9QXM-4',
  round: 1,
  reminder: false,
  site: { governorate: 'PS-JEN', locality: 'قباطية', basin: '14', block: '3', parcel: '27' },
  building: { use: 'residential', floors: 2, areaM2: 180, publicBuilding: false, extension: false },
  drawings: '4'.repeat(64),
  answerWithin: 'P15WD',
}

describe('the registers asked for a building permit', () => {
  test('the land register knows every made-up parcel with its owners, no other, and refuses what is no parcel', () =>
    withRegisters(async ({ get }) => {
      for (const { parcel, owners } of PARCELS) {
        const { status, body } = await get(LAND, at(parcel))
        expect({ status, parcel: body['parcel'] }).toEqual({ status: 200, parcel })
        expect(body['owners']).toMatchObject(owners.map((nationalId) => ({ nationalId, share: `1/${owners.length}` })))
      }
      expect(await get(LAND, at(UNKNOWN_PARCEL))).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
      expect(await get(LAND, at('27').replace('14', '15'))).toMatchObject({ status: 404 })
      expect(await get(LAND, at('x'))).toMatchObject({ status: 422 })
      expect(await get(LAND, at('29'))).toMatchObject({ body: { status: 'seized' } })
    }))

  test('the tax authority clears who owes nothing, and does not know strangers', () =>
    withRegisters(async ({ get }) => {
      const clear = await get(TAX, '?nationalId=400000014')
      expect(clear).toMatchObject({ status: 200, body: { status: 'clear', amount: '0.00' } })
      expect(await get(TAX, '?nationalId=400000014')).toEqual(clear)
      expect(await get(TAX, '?nationalId=400000048')).toMatchObject({ body: { status: 'owing', clearanceNo: null } })
      expect(await get(TAX, '?nationalId=999999999')).toMatchObject({ status: 404 })
      expect(await get(TAX, '?passportNo=X123456&nationality=JO')).toMatchObject({ status: 404 })
      expect(await get(TAX, '?nationalId=1')).toMatchObject({ status: 422 })
    }))

  test('the municipality says what is owed for a parcel', () =>
    withRegisters(async ({ get }) => {
      expect(await get(DUES, '?nationalId=400000014&parcel=14/3/27')).toMatchObject({ body: { status: 'clear' } })
      expect(await get(DUES, '?nationalId=400000022&parcel=14/3/30')).toMatchObject({
        body: { status: 'owing', amount: '310.00' },
      })
      expect(await get(DUES, '?nationalId=400000022&parcel=14/3/99')).toMatchObject({ status: 404 })
      expect(await get(DUES, '?nationalId=400000022')).toMatchObject({ status: 422 })
    }))

  test.each(AGENCIES)('%s takes a request for its opinion, gives one number however often it is reminded', (agency) =>
    withRegisters(async ({ post }) => {
      const service = `${agency}/permits/requestOpinion`
      const first = await post(service, REQUEST)
      expect(first).toMatchObject({ status: 200, body: { requestNo: expect.stringMatching(/^OP-[0-9]{8}$/) } })
      const reminded = await post(service, { ...REQUEST, reminder: true })
      expect(reminded.body['requestNo']).toBe(first.body['requestNo'])
      const again = await post(service, { ...REQUEST, round: 2 })
      expect(again.body['requestNo']).not.toBe(first.body['requestNo'])
      expect(await post(service, { ...REQUEST, answerWithin: 'soon' })).toMatchObject({ status: 422 })
    }),
  )
})
