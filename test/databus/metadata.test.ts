import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { busMetadata, type BusMetadata } from '../../engine/connectors/databus/metadata.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { configFor, withBus } from './bus.ts'

const AGENCY = 'moj' as never

function open(url: string): BusMetadata {
  const metadata = busMetadata(configFor(url), AGENCY)
  if (isProblem(metadata)) throw new Error(metadata.detail)
  return metadata
}

test('the designer can list everybody on the bus and what a provider offers us', () =>
  withBus(async ({ double }) => {
    const metadata = open(double.url)
    expect(await metadata.listClients()).toContainEqual({
      kind: 'subsystem',
      id: 'PS/GOV/MOJ/judicial-record',
      name: 'judicial-record',
    })
    const services = [
      {
        id: 'PS/GOV/MOJ/judicial-record/checkPerson',
        type: 'OPENAPI',
        endpoints: [
          { method: 'GET', path: '/v1' },
          { method: 'POST', path: '/v1' },
        ],
      },
    ]
    expect(await metadata.listMethods('PS/GOV/MOJ/judicial-record')).toEqual(services)
    expect(await metadata.allowedMethods('PS/GOV/MOJ/judicial-record')).toEqual(services)
    metadata.close()
  }))

test('services we may not call are listed, but not as allowed', () =>
  withBus(
    async ({ double }) => {
      const metadata = open(double.url)
      expect(await metadata.listMethods('PS/GOV/MOI/civil-registry')).toHaveLength(1)
      expect(await metadata.allowedMethods('PS/GOV/MOI/civil-registry')).toEqual([])
      metadata.close()
    },
    { double: { access: [] } },
  ))

test('the description of a service comes as the provider wrote it', () =>
  withBus(async ({ double }) => {
    const metadata = open(double.url)
    const text = await metadata.getOpenApi('PS/GOV/MOI/civil-registry', 'getPerson')
    expect(JSON.parse(String(text))).toMatchObject({
      openapi: '3.0.3',
      paths: { '/v1': { get: { operationId: 'getPerson' } } },
    })
    metadata.close()
  }))

test('an unknown provider, a malformed one and an unknown service are problems that say so', () =>
  withBus(async ({ double }) => {
    const metadata = open(double.url)
    expect(await metadata.listMethods('PS/GOV/XXX/a')).toMatchObject({
      kind: 'unavailable',
      detail: expect.stringContaining('server.clientproxy.unknown_member'),
    })
    expect(await metadata.listMethods('PS/GOV/../a')).toMatchObject({ kind: 'invalid' })
    expect(await metadata.getOpenApi('PS/GOV/MOI/civil-registry', 'x')).toMatchObject({ kind: 'unavailable' })
    metadata.close()
  }))

test('an agency that is not on the bus gets no catalogue', () => {
  expect(busMetadata(configFor('http://127.0.0.1:9'), 'mot' as never)).toMatchObject({ code: 'databus.agency' })
})

test('a security server that writes its lists in camelCase, as the annex has it, is understood too', async () => {
  const id = { xRoadInstance: 'PS', memberClass: 'GOV', memberCode: 'MOI', subsystemCode: 'civil-registry' }
  const lists: Readonly<Record<string, unknown>> = {
    '/listClients': { member: [{ id: { objectType: 'SUBSYSTEM', ...id }, name: 'Interior' }] },
    '/r1/PS/GOV/MOI/civil-registry/listMethods': {
      member: [{ ...id, serviceCode: 'getPerson', serviceType: 'REST', endpointList: [{ method: 'GET', path: '/*' }] }],
    },
  }
  const server = http.createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(lists[request.url ?? ''] ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const metadata = open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  expect(await metadata.listClients()).toEqual([
    { kind: 'subsystem', id: 'PS/GOV/MOI/civil-registry', name: 'Interior' },
  ])
  expect(await metadata.listMethods('PS/GOV/MOI/civil-registry')).toEqual([
    { id: 'PS/GOV/MOI/civil-registry/getPerson', type: 'REST', endpoints: [{ method: 'GET', path: '/*' }] },
  ])
  metadata.close()
  server.close()
  server.closeAllConnections()
})
