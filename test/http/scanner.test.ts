import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readConfig } from '../../engine/config.ts'
import { isProblem } from '../../engine/core/problem.ts'
import {
  EICAR,
  startScannerDouble,
  type ScannerDouble,
  type ScannerTrouble,
} from '../../engine/sandbox/scanner/double.ts'
import { give, pdf, PNG } from './deed.ts'
import { openHouse, type House } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let scanner: ScannerDouble
let house: House
beforeAll(async () => {
  scanner = await startScannerDouble()
  house = await openHouse({
    scanner: { host: '127.0.0.1', port: scanner.port, timeout: 2_000 },
    attachments: { maxBytes: 2_000_000, mediaTypes: ['application/pdf'], perDay: { files: 8, bytes: 50_000_000 } },
  })
})
afterAll(async () => {
  await house.close()
  await scanner.close()
})
beforeEach(() => scanner.trouble(undefined))

const held = async (): Promise<number> => (await house.engine.deps.store.attachments.list('900000001' as never)).length

describe('an installation with a virus scanner', () => {
  test('has each file looked at, whole', async () => {
    const bytes = pdf('clean', 1_500_000)
    const answer = await give(house, '900000001', { bytes })
    expect([answer.status, scanner.looked.at(-1)]).toEqual([201, bytes.length])
  })

  test('refuses a file in which something is found, and keeps nothing of it', async () => {
    const before = await held()
    const bytes = new TextEncoder().encode(`%PDF-1.7\n${EICAR}\n%%EOF\n${' '.repeat(100)}`)
    const answer = await give(house, '900000001', { bytes })
    expect([answer.status, answer.json['code'], await held()]).toEqual([422, 'attachment.infected', before])
    expect(answer.json['detail']).toContain('Eicar-Test-Signature')
    expect(await house.engine.deps.store.attachments.forget({ given: 0, begun: house.clock.now() + 1 }, 10)).toBe(0)
  })

  test('has also that looked at which is taken out of a picture', async () => {
    await using other = await openHouse({ scanner: { host: '127.0.0.1', port: scanner.port } })
    const bytes = Uint8Array.from([...PNG, ...new TextEncoder().encode(EICAR)])
    expect((await give(other, '900000001', { bytes })).json['code']).toBe('attachment.infected')
  })

  test.each<ScannerTrouble>(['silent', 'breaksOff', 'babbles', 'tooSmall'])(
    'takes nothing while the scanner is %s',
    async (kind) => {
      scanner.trouble(kind)
      const before = await held()
      const answer = await give(house, '900000001', { bytes: pdf(`while ${kind}`) })
      expect([answer.status, answer.json['code'], await held()]).toEqual([503, 'scanner.unavailable', before])
    },
  )

  test('takes nothing while the scanner is away', async () => {
    const gone = await startScannerDouble()
    await gone.close()
    const other = await openHouse({ scanner: { host: '127.0.0.1', port: gone.port } })
    const answer = await give(other, '900000001', { bytes: pdf('away') })
    expect([answer.status, answer.json['code']]).toEqual([503, 'scanner.unavailable'])
    await other.close()
  })
})

describe('an installation with limits of its own', () => {
  test('takes files of its kinds and sizes alone', async () => {
    expect((await give(house, '900000002', { bytes: PNG })).json['code']).toBe('attachment.kind')
    expect((await give(house, '900000002', { bytes: pdf('large', 2_000_001) })).json['code']).toBe(
      'attachment.too-large',
    )
  })

  test('takes so many files of one person within a day, and the next day again', async () => {
    const clerk = { kind: 'user', id: 'clerk.rana', agency: 'moj', roles: ['clerk'], groups: [] } as never
    const one = async (mark: string): Promise<unknown> => {
      const bytes = Readable.from([pdf(mark)])
      const given = await house.engine.giveAttachment(clerk, { name: 'x.pdf', bytes })
      return isProblem(given) ? given.code : given.mediaType
    }
    for (let i = 0; i < 8; i++) expect(await one(`day ${i}`)).toBe('application/pdf')
    expect(await one('one too many')).toBe('attachment.limit')
    house.clock.move(86_400_000)
    expect(await one('the next day')).toBe('application/pdf')
  })

  test.each([
    [{ attachments: { maxBytes: 0 } }, 'a whole number from 1 to 50000000 as "maxBytes"'],
    [{ attachments: { mediaTypes: ['text/html'] } }, 'as "mediaTypes"'],
    [{ attachments: { perDay: { files: 1 } } }, 'as "perDay"'],
    [{ attachments: { forever: true } }, 'instead of "forever"'],
    [{ scanner: { host: 'localhost' } }, 'a scanner as'],
    [{ scanner: { host: 'localhost', port: 3310, password: 'x' } }, 'a scanner as'],
  ])('is told what is wrong with %j', (config, expected) => {
    const read = readConfig(config)
    expect(isProblem(read) ? read.detail : '').toContain(expected)
  })
})
