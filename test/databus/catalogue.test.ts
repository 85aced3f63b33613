import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { databusCatalogue } from '../../engine/connectors/databus/catalogue.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import type { OfferedService, OfferedServices } from '../../engine/core/service-catalogue.ts'
import { REGISTRIES } from '../../engine/sandbox/databus/registries/registries.ts'
import { clock, configFor, NOW, withBus } from './bus.ts'

const MOJ = 'moj' as AgencyId

function told(answer: OfferedServices | Problem): OfferedServices {
  if (isProblem(answer)) throw new Error(answer.detail)
  return answer
}

function service(offered: OfferedServices, id: string): OfferedService {
  const found = offered.services.find((it) => it.id === id)
  if (!found) throw new Error(`Expected ${id}, but found ${offered.services.map((it) => it.id).join(' ')}`)
  return found
}

/** Long enough for an agency to be told anew. */
const AWHILE = 15_000

describe('what an analyst is offered', () => {
  test('is every service of every register on the bus, by the name a task and an agreement call it', () =>
    withBus(async ({ double }) => {
      const offered = told(await databusCatalogue(configFor(double.url), clock).of(MOJ, false))
      expect(offered.silent).toEqual([])
      expect(offered.asOf).toBe(NOW)
      expect(offered.services.map((it) => it.id)).toEqual(
        REGISTRIES.flatMap(({ provider, services }) => services.map(({ code }) => `${provider}/${code}/v1`)).toSorted(),
      )
      expect(offered.services.filter(({ undescribed }) => undescribed !== undefined)).toEqual([])
    }))

  test('says in both languages what a service is, what it wants to know and what it answers', () =>
    withBus(async ({ double }) => {
      const offered = told(await databusCatalogue(configFor(double.url), clock).of(MOJ, false))
      const getPerson = service(offered, 'PS/GOV/MOI/civil-registry/getPerson/v1')
      expect(getPerson).toMatchObject({
        provider: { id: 'PS/GOV/MOI/civil-registry' },
        title: { ar: 'السجل المدني', en: 'Civil registry' },
        allowed: true,
      })
      const [operation, ...others] = getPerson.operations
      expect(others).toEqual([])
      expect(operation).toMatchObject({ method: 'GET', path: '', title: { ar: 'بيانات شخص', en: 'A person' } })
      expect(operation?.inputs[0]).toMatchObject({
        name: 'nationalId',
        in: 'query',
        required: false,
        schema: { type: 'string', pattern: '^[0-9]{9}$' },
      })
      expect(operation?.reply).toMatchObject({
        type: 'object',
        properties: { birthDate: { type: 'string' }, fullName: { type: 'object', required: ['ar', 'en'] } },
      })
    }))

  test('has the fields of a body one by one, and both ways where a service may be asked in two', () =>
    withBus(async ({ double }) => {
      const offered = told(await databusCatalogue(configFor(double.url), clock).of(MOJ, false))
      const { operations } = service(offered, 'PS/GOV/MOJ/judicial-record/checkPerson/v1')
      expect(operations.map(({ method }) => method).toSorted()).toEqual(['GET', 'POST'])
      const posted = operations.find(({ method }) => method === 'POST')
      expect(posted?.inputs.every((it) => it.in === 'body')).toBe(true)
      expect(posted?.inputs.map(({ name }) => name)).toContain('nationalId')
    }))

  test('marks what its provider does not let us call', () =>
    withBus(
      async ({ double }) => {
        const offered = told(await databusCatalogue(configFor(double.url), clock).of(MOJ, false))
        expect(offered.services.filter(({ allowed }) => allowed).map(({ id }) => id)).toEqual([
          'PS/GOV/MOI/civil-registry/getPerson/v1',
        ])
      },
      { double: { access: [{ client: 'PS/GOV/MOJ/masar', service: 'PS/GOV/MOI/civil-registry/getPerson' }] } },
    ))
})

describe('asking the bus', () => {
  test('happens once for everybody, and again, once in a while, when somebody wants to know it anew', () =>
    withBus(async ({ double }) => {
      let now = NOW
      const catalogue = databusCatalogue(configFor(double.url), { now: () => now })
      const [first, second] = await Promise.all([catalogue.of(MOJ, false), catalogue.of(MOJ, false)])
      expect(second).toBe(first)
      const asked = double.calls().length
      expect(await catalogue.of(MOJ, false)).toBe(first)
      expect(double.calls()).toHaveLength(asked)
      expect(await catalogue.of(MOJ, true)).toBe(first)
      expect(double.calls()).toHaveLength(asked)
      now += AWHILE
      expect(told(await catalogue.of(MOJ, true)).asOf).toBe(now)
      expect(double.calls()).toHaveLength(2 * asked)
      now += 61 * 60_000
      expect(told(await catalogue.of(MOJ, false)).asOf).toBe(now)
      expect(double.calls()).toHaveLength(3 * asked)
    }))

  test('that fails is a problem that says why, and is tried again a moment later', () =>
    withBus(async ({ double }) => {
      let now = NOW
      const catalogue = databusCatalogue(configFor(double.url), { now: () => now })
      await double.goDown()
      expect(await catalogue.of(MOJ, false)).toMatchObject({
        kind: 'unavailable',
        code: 'databus.metadata',
        detail: expect.stringContaining('ECONNREFUSED'),
      })
      await double.comeBack()
      now += AWHILE
      expect(told(await catalogue.of(MOJ, false)).services.length).toBeGreaterThan(10)
    }))

  test('is for agencies that are on the bus', async () => {
    const catalogue = databusCatalogue(configFor('http://127.0.0.1:9'), clock)
    expect(await catalogue.of('mot' as AgencyId, false)).toMatchObject({ code: 'databus.agency' })
    expect(await databusCatalogue(undefined, clock).of(MOJ, false)).toMatchObject({ code: 'databus.agency' })
  })

  test('names the providers that did not answer, and has the others all the same', async () => {
    const member = (code: string): object => ({
      id: {
        object_type: 'SUBSYSTEM',
        xroad_instance: 'PS',
        member_class: 'GOV',
        member_code: code,
        subsystem_code: 's',
      },
      name: code,
    })
    const of = (code: string, service: string, type: string): object => ({
      service_type: type,
      xroad_instance: 'PS',
      member_class: 'GOV',
      member_code: code,
      subsystem_code: 's',
      service_code: service,
      endpoint_list: [],
    })
    const lists = { service: [of('OK', 'described', 'OPENAPI'), of('OK', 'plain', 'REST'), of('OK', 'odd', 'OPENAPI')] }
    const replies: Readonly<Record<string, string | [number, string]>> = {
      '/listClients?xRoadInstance=PS': JSON.stringify({ member: [member('OK'), member('DOWN'), member('ASKS')] }),
      '/r1/PS/GOV/OK/s/listMethods': JSON.stringify(lists),
      '/r1/PS/GOV/OK/s/allowedMethods': JSON.stringify(lists),
      '/r1/PS/GOV/OK/s/getOpenAPI?serviceCode=described': 'openapi: 3.0.0\ninfo: {title: Y}\npaths: {/v2/a: {get: {}}}',
      '/r1/PS/GOV/OK/s/getOpenAPI?serviceCode=odd': 'swagger: "2.0"',
      '/r1/PS/GOV/DOWN/s/listMethods': [500, 'Server.ServerProxy.NetworkError'],
      '/r1/PS/GOV/ASKS/s/listMethods': [500, 'Server.ClientProxy.UnknownMember'],
    }
    await answering(replies, async (url) => {
      const offered = told(await databusCatalogue(configFor(url), clock).of(MOJ, false))
      expect(offered.silent).toEqual([
        { id: 'PS/GOV/DOWN/s', name: 'DOWN', reason: expect.stringContaining('Server.ServerProxy.NetworkError') },
      ])
      expect(offered.services.map(({ id, operations, undescribed }) => [id, operations.length, undescribed])).toEqual([
        ['PS/GOV/OK/s/described/v2', 1, undefined],
        ['PS/GOV/OK/s/odd', 0, 'Expected OpenAPI 3, but found 2.0'],
        ['PS/GOV/OK/s/plain', 0, expect.stringContaining('has published none')],
      ])
    })
  })
})

async function answering(
  replies: Readonly<Record<string, string | [number, string]>>,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const server = http.createServer((request, response) => {
    const reply = replies[request.url ?? ''] ?? [404, 'Client.NotFound']
    if (typeof reply === 'string') response.setHeader('Content-Type', 'application/json').end(reply)
    else response.writeHead(reply[0], { 'X-Road-Error': reply[1] }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
