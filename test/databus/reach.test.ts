import { expect, test } from 'vitest'
import { readDatabusConfig } from '../../engine/connectors/databus/config.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { configFor, GET_PERSON, getSalma, withBus } from './bus.ts'

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

test('the operator may put the security server behind a path', () =>
  withBus(
    async ({ run, double }) => {
      await run(getSalma)
      expect(double.calls()).toEqual([])
    },
    { config: (it) => configFor(`${it.connections['main']?.baseUrl ?? ''}/bus/`) },
  ))

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
