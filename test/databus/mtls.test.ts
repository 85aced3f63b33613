import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { BusTls } from '../../engine/connectors/databus/config.ts'
import { getSalma, withBus, type Rig } from './bus.ts'
import { makeCertificate, type Certificate } from './certificate.ts'

const folder = mkdtempSync(join(tmpdir(), 'masar-mtls-'))
afterAll(() => rmSync(folder, { recursive: true }))

const authority = makeCertificate('Test authority')
const stranger = makeCertificate('Another authority')
const server = makeCertificate('ss.test', authority)
const ministry = makeCertificate('moj.test', authority)
const impostor = makeCertificate('moj.test', stranger)

function pem(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const known = (it: Certificate, name: string): BusTls => ({
  ca: pem(`${name}-ca.pem`, authority.cert),
  key: pem(`${name}-key.pem`, it.key),
  cert: pem(`${name}-cert.pem`, it.cert),
})

const withTls = (tls: BusTls, test: (rig: Rig) => Promise<void>): Promise<void> =>
  withBus(test, { double: { tls: { key: server.key, cert: server.cert, ca: authority.cert } }, connection: { tls } })

test('with the ministry’s certificate the security server answers', () =>
  withTls(known(ministry, 'known'), async ({ run, evidence }) => {
    expect(await run(getSalma)).toMatchObject({ kind: 'completed' })
    expect(evidence.map((row) => row.outcome)).toEqual(['answered'])
  }))

test('the server’s certificate may be checked against another name', () =>
  withTls({ ...known(ministry, 'named'), servername: 'ss.test' }, async ({ run }) => {
    expect(await run(getSalma)).toMatchObject({ kind: 'completed' })
  }))

test('without a certificate the security server refuses us, and a person must see to it', () =>
  withTls({ ca: pem('only-ca.pem', authority.cert) }, async ({ run, double, evidence }) => {
    const outcome = await run(getSalma)
    expect(outcome).toMatchObject({
      kind: 'incident',
      reason: expect.stringContaining('specifies HTTPS but did not supply TLS certificate'),
    })
    expect(evidence).toMatchObject([{ errorType: 'server.clientproxy.ssl_authentication_failed', outcome: 'refused' }])
    expect(double.deliveries()).toEqual([])
  }))

test('with a certificate of another authority the security server refuses us', () =>
  withTls(known(impostor, 'impostor'), async ({ run, double }) => {
    expect(await run(getSalma)).toMatchObject({ reason: expect.stringContaining('does not match any IS certificates') })
    expect(double.deliveries()).toEqual([])
  }))

test('a server that cannot prove itself is told nothing', () =>
  withTls({ ...known(ministry, 'wary'), ca: pem('stranger.pem', stranger.cert) }, async ({ run, double, evidence }) => {
    expect(await run(getSalma)).toMatchObject({ kind: 'failed', code: 'BUS_UNAVAILABLE' })
    expect(double.calls()).toEqual([])
    expect(evidence.map((row) => row.outcome)).toEqual(['notDelivered'])
  }))

test('a server with a certificate for another name is told nothing', () =>
  withTls({ ...known(ministry, 'other'), servername: 'bank.test' }, async ({ run, double }) => {
    expect(await run(getSalma)).toMatchObject({ kind: 'failed' })
    expect(double.calls()).toEqual([])
  }))

test('a key file that is not there stops the start, not the first case', () =>
  expect(
    withTls({ key: join(folder, 'none.pem'), cert: join(folder, 'none.pem') }, () => Promise.resolve()),
  ).rejects.toThrow('none.pem'))
