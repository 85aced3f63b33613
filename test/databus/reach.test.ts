import http from 'node:http'
import net from 'node:net'
import { expect, test } from 'vitest'
import { readDatabusConfig } from '../../engine/connectors/databus/config.ts'
import { databusConnector } from '../../engine/connectors/databus/databus.ts'
import type { BusCallRow } from '../../engine/core/evidence.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { clock, configFor, evidenceList, GET_PERSON, getSalma, job, withBus } from './bus.ts'

test('a service of an X-Road instance the operator did not list is not asked', () =>
  withBus(async ({ run, double }) => {
    expect(await run({ service: GET_PERSON.replace('PS/', 'JO/') })).toMatchObject({
      kind: 'incident',
      reason: expect.stringContaining('does not reach it'),
    })
    expect(double.calls()).toEqual([])
  }))

test('an agency without a connection cannot use the bus, nor can one with a strange name', () =>
  withBus(async ({ run, double }) => {
    for (const agency of ['mot', 'constructor', '__proto__'])
      expect(await run(getSalma, { agency: agency as never })).toMatchObject({
        kind: 'incident',
        reason: expect.stringContaining('to have a data bus connection'),
      })
    expect(double.calls()).toEqual([])
  }))

test('no input of a package moves the call to another host', () =>
  withBus(async ({ run, double }) => {
    const attempts = [
      { service: 'http://127.0.0.1:9/r1/a/b' },
      { service: '//127.0.0.1:9/a/b/c/d' },
      { service: 'PS/GOV/MOI/x@127.0.0.1:9/y' },
      { ...getSalma, path: 'http://127.0.0.1:9/' },
      { ...getSalma, path: '@127.0.0.1:9' },
      { ...getSalma, headers: { 'X-Masar-Host': '127.0.0.1:9' } },
      { ...getSalma, baseUrl: 'http://127.0.0.1:9', host: '127.0.0.1', url: 'http://127.0.0.1:9' },
    ]
    for (const inputs of attempts) await run(inputs)
    for (const call of double.calls())
      expect(call.address).toMatch(/^\/r1\/PS\/GOV\/MOI\/civil-registry\/getPerson\/v1/)
    expect(double.calls()).toHaveLength(3)
  }))

test('the operator may put the security server behind a path', async () => {
  const seen: (string | undefined)[] = []
  await withServer(
    http.createServer((request, response) => {
      seen.push(request.url)
      response.writeHead(200, { 'X-Road-Id': String(request.headers['x-road-id']), 'Content-Type': 'application/json' })
      response.end('{"ok":true}')
    }),
    async (port) => {
      const config = configFor(`http://127.0.0.1:${port}/bus/`)
      const connector = databusConnector(config, { evidence: evidenceList([]), clock })
      const outcome = await connector.run(job(getSalma), new AbortController().signal)
      expect(outcome).toMatchObject({ kind: 'completed', variables: { reply: { body: { ok: true } } } })
      connector.close()
    },
  )
  expect(seen).toEqual(['/bus/r1/PS/GOV/MOI/civil-registry/getPerson/v1?nationalId=400000014'])
})

test('a server that accepts the connection but never finishes the handshake has received nothing', () =>
  withServer(net.createServer(), async (port) => {
    const rows: BusCallRow[] = []
    const config = configFor(`https://127.0.0.1:${port}`, { connectMs: 200 })
    const connector = databusConnector(config, { evidence: evidenceList(rows), clock })
    const post = { ...getSalma, method: 'POST', query: {}, body: {} }
    const outcome = await connector.run(job(post), new AbortController().signal)
    expect(outcome).toMatchObject({ kind: 'failed', code: 'BUS_UNAVAILABLE' })
    expect(rows.at(-1)).toMatchObject({ outcome: 'notDelivered', errorType: 'CONNECT_TIMEOUT' })
    connector.close()
  }))

async function withServer(server: net.Server, test: (port: number) => Promise<void>): Promise<void> {
  const sockets = new Set<net.Socket>()
  server.on('connection', (socket: net.Socket) => sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await test((server.address() as net.AddressInfo).port)
  } finally {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
}

const good = configFor('https://ss.moj.example')

test('settings that are right are read', () => {
  expect(readDatabusConfig(good)).toEqual(good)
  const full = {
    ...good,
    services: { [GET_PERSON]: { totalMs: 5000 } },
    headerPrefix: 'X-Moj-',
    connections: {
      main: { ...good.connections['main'], connectMs: 1, totalMs: 2, tls: { key: 'k', cert: 'c', ca: 'a' } },
    },
  }
  expect(readDatabusConfig(full)).toEqual(full)
})

const main = good.connections['main']
test.each([
  ['databus', null],
  ['databus.connections', { agencies: {} }],
  ['databus.agencies', { connections: {} }],
  ['databus.connections.main.dialect', { ...good, connections: { main: { ...main, dialect: 'uxp-rest' } } }],
  ['databus.connections.main.baseUrl', { ...good, connections: { main: { ...main, baseUrl: 'ss.moj.example' } } }],
  ['databus.connections.main.baseUrl', { ...good, connections: { main: { ...main, baseUrl: 'file:///etc/passwd' } } }],
  ['databus.connections.main.baseUrl', { ...good, connections: { main: { ...main, baseUrl: 'http://u:p@x/' } } }],
  ['databus.connections.main.baseUrl', { ...good, connections: { main: { ...main, baseUrl: 'http://x/?a' } } }],
  ['databus.connections.main.instances', { ...good, connections: { main: { ...main, instances: [] } } }],
  ['databus.connections.main.totalMs', { ...good, connections: { main: { ...main, totalMs: 0 } } }],
  ['databus.connections.main.tls', { ...good, connections: { main: { ...main, tls: { key: 'k' } } } }],
  ['databus.connections.main.tls.insecure', { ...good, connections: { main: { ...main, tls: { insecure: true } } } }],
  ['databus.agencies.moj.client', { ...good, agencies: { moj: { client: 'MOJ', connection: 'main' } } }],
  ['databus.agencies.moj.connection', { ...good, agencies: { moj: { client: 'PS/GOV/MOJ', connection: 'x' } } }],
  ['databus.headerPrefix', { ...good, headerPrefix: 'X-Road-' }],
  ['databus.headerPrefix', { ...good, headerPrefix: '' }],
  ['databus.services', { ...good, services: { a: { totalMs: '5' } } }],
])('settings that are wrong at %s are refused by name', (place, config) => {
  const result = readDatabusConfig(config)
  expect(isProblem(result) && result.detail).toContain(` at ${place}`)
})
