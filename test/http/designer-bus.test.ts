/** What the designer asks of the server about the world outside a package: services of other agencies, procedures of shared packages. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { AgencyId } from '../../engine/core/ids.ts'
import type { OfferedServices } from '../../engine/core/service-catalogue.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import { startDatabusDouble, type DatabusDouble } from '../../engine/sandbox/databus/double.ts'
import { configFor } from '../databus/bus.ts'
import { deployPermit, openHouse, type House, type Name } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** Long enough for an agency to be told anew. */
const AWHILE = 20_000

let double: DatabusDouble
let house: House
beforeAll(async () => {
  double = await startDatabusDouble({ clock: { now: () => Date.now() } })
  house = await openHouse({ databus: configFor(double.url) })
})
afterAll(async () => {
  await house.close()
  await double.close()
})

async function ask(
  path: string,
  as: Name,
): Promise<{ readonly status: number; readonly told: Readonly<Record<string, unknown>> }> {
  const answer = await house.browse('GET', `/designer/api${path}`, { as, headers: { accept: 'application/json' } })
  return { status: answer.status, told: JSON.parse(answer.text) as Record<string, unknown> }
}

describe('services of other agencies', () => {
  test('are what the bus says its members offer the agency of the analyst', async () => {
    const { status, told } = await ask('/databus/services', 'analyst.nour')
    expect(status).toBe(200)
    const { services, silent } = told as unknown as OfferedServices
    expect(silent).toEqual([])
    expect(services.find(({ id }) => id === 'PS/GOV/MOI/civil-registry/getPerson/v1')).toMatchObject({
      allowed: true,
      operations: [
        { method: 'GET', inputs: [{ name: 'nationalId' }, { name: 'passportNo' }, { name: 'nationality' }] },
      ],
    })
    expect(told['asOf']).toBe(new Date(house.clock.now()).toISOString())
  })

  test('are read anew when the analyst wants them anew, and the bus is asked once in a while however often that is', async () => {
    await ask('/databus/services', 'analyst.nour')
    const before = double.calls().length
    await ask('/databus/services', 'analyst.nour')
    expect(double.calls()).toHaveLength(before)
    house.clock.move(AWHILE)
    await ask('/databus/services?again=true', 'analyst.nour')
    const after = double.calls().length
    expect(after).toBeGreaterThan(before)
    const told = await Promise.all(
      Array.from({ length: 20 }, () => ask('/databus/services?again=true', 'analyst.nour')),
    )
    expect(told.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(double.calls()).toHaveLength(after)
  })

  test('are none to an agency that is not on the bus, which is told so in its language', async () => {
    const { status, told } = await ask('/databus/services', 'analyst.other')
    expect([status, told['code']]).toEqual([422, 'databus.agency'])
  })

  test('are said not to be there while the bus is down, with the reason', async () => {
    await double.goDown()
    house.clock.move(AWHILE)
    const { status, told } = await ask('/databus/services?again=true', 'analyst.nour')
    await double.comeBack()
    expect([status, told['code']]).toEqual([503, 'databus.metadata'])
    expect(told['detail']).toContain('ECONNREFUSED')
    const before = double.calls().length
    expect((await ask('/databus/services?again=true', 'analyst.nour')).status).toBe(503)
    expect(double.calls()).toHaveLength(before)
    house.clock.move(AWHILE)
    expect((await ask('/databus/services', 'analyst.nour')).status).toBe(200)
  })
})

describe('procedures of a shared package', () => {
  test('are listed with their names in both languages, for every agency', async () => {
    const read = await readFolder(join(import.meta.dirname, '../../workflows/common.notify'))
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    const deployed = await house.engine.deployFiles({ kind: 'system', id: 'setup', agency: 'egov' as AgencyId }, [
      read.files,
    ])
    if (!('deployments' in deployed)) throw new Error(JSON.stringify(deployed))
    const { status, told } = await ask('/shared/common.notify/1.0.0/procedures', 'analyst.other')
    expect(status).toBe(200)
    expect(told['items']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'common.outage', starts: [] })]),
    )
    for (const { title } of told['items'] as readonly {
      readonly title: { readonly ar: string; readonly en: string }
    }[]) {
      expect(title.ar).toMatch(/\p{Script=Arabic}/u)
      expect(title.en).toMatch(/[a-z]/i)
    }
  })

  test('are those of shared packages alone: of others nobody learns even that they are there', async () => {
    await deployPermit(house)
    const other = await ask('/shared/test.permit/1.0.0/procedures', 'analyst.other')
    const none = await ask('/shared/test.gone/1.0.0/procedures', 'analyst.other')
    expect([other.status, other.told['code']]).toEqual([404, 'package.not-found'])
    expect([none.status, none.told['code']]).toEqual([404, 'package.not-found'])
  })
})
