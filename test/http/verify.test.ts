import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  certificateSigner,
  newCertificateKey,
  verifyUrl,
  type CertificateClaims,
  type CertificateSigner,
} from '../../engine/connectors/documents/certificate.ts'
import { launchChromium } from '../../engine/connectors/documents/printing/chromium.ts'
import { apply, deployPermit, giveDocument, openHouse, type House } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const SERIAL = 'MOJ-2026-8F3K2MQ7'
const CLAIMS: CertificateClaims = {
  iss: 'moj',
  sub: SERIAL,
  doc: 'non-conviction',
  name: 'ليلى خليل عبد الرحمن',
  id4: '0001',
  iat: Date.UTC(2026, 10, 23, 9) / 1000,
  exp: Date.UTC(2126, 1, 23) / 1000,
  dig: 'x'.repeat(43),
}

let house: House
let signer: CertificateSigner
let browser: Browser
beforeAll(async () => {
  const key = await newCertificateKey()
  signer = await certificateSigner({ key })
  house = await openHouse({ documents: { signing: { key } } })
  await deployPermit(house)
  await giveDocument(house, await apply(house), SERIAL)
  browser = await launchChromium({})
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const pageText = (path: string) => house.call('GET', path)

describe('the page without a script', () => {
  test('says everything in Arabic first and in English, and runs nothing that is written in it', async () => {
    const { status, headers, text } = await pageText('/verify')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).toContain('<html lang="ar" dir="rtl">')
    expect(text.indexOf('التحقق من شهادة')).toBeLessThan(text.indexOf('Verify a certificate'))
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';connect-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    )
  })

  test('answers by serial number: in force, revoked, or not in the register', async () => {
    const serial = 'MOJ-2026-REV0KED1'
    await giveDocument(house, await apply(house), serial)
    expect((await pageText(`/verify?serial=${SERIAL}`)).text).toContain('data-answer="valid"')
    expect((await pageText(`/verify?serial=%20${SERIAL.toLowerCase()}%20`)).text).toContain('data-answer="valid"')
    await house.engine.deps.store.documents.revoke(serial, house.clock.now(), 'judgment')
    expect((await pageText(`/verify?serial=${serial}`)).text).toContain('data-answer="revoked"')
    expect((await pageText('/verify?serial=MOJ-2026-NONE0000')).text).toContain('data-answer="missing"')
    expect((await pageText('/verify?serial=')).text).not.toContain('data-answer')
    expect((await pageText('/verify?serial=a&serial=b&utm_source=x')).status).toBe(200)
  })

  test('writes what was typed as text and never as markup', async () => {
    const { text } = await pageText(`/verify?serial=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(text).not.toMatch(/<script>/i)
    expect(text).toContain('&quot;&gt;&lt;SCRIPT&gt;')
  })
})

describe('the page in a browser', () => {
  let context: BrowserContext
  let page: Page
  const reports: string[] = []
  beforeEach(async () => {
    reports.length = 0
    context = await browser.newContext({ locale: 'ar', viewport: { width: 360, height: 740 } })
    page = await context.newPage()
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) reports.push(message.text())
    })
    page.on('dialog', (dialog) => {
      reports.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => reports.push(String(error)))
  })
  afterEach(() => context.close())

  const said = () =>
    page
      .locator('#mark .verdict:visible')
      .evaluateAll((lines) =>
        lines.map((line) => (line as HTMLElement).dataset['mark'] ?? (line as HTMLElement).dataset['register']),
      )
  const claim = (name: string) => page.locator(`[data-claim="${name}"]`).textContent()
  const open = (mark: string) => page.goto(verifyUrl(house.url, mark))

  test('proves a genuine certificate, shows what it says and asks the register', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await open(await signer.sign(CLAIMS))
    await expect.poll(said).toEqual(['inForce'])
    expect([await claim('name'), await claim('id4'), await claim('sub')]).toEqual([CLAIMS.name, '0001', SERIAL])
    expect([await claim('iat'), await claim('exp')]).toEqual(['2026-11-23', '2126-02-23'])
    const paths = asked.map((url) => url.replace(house.url, ''))
    expect(paths.map((path) => path.split('#')[0])).toEqual([
      '/verify',
      '/verify.css',
      '/verify.js',
      `/api/certificates/${SERIAL}`,
    ])
    expect(reports).toEqual([])
  })

  test('without a network proves the signature and says that the register was not asked', async () => {
    await page.goto(`${house.url}/verify`)
    await context.setOffline(true)
    const mark = await signer.sign(CLAIMS)
    await page.evaluate((hash) => (location.hash = hash), mark)
    await expect.poll(said).toEqual(['genuine', 'unreachable'])
  })

  test('says of a revoked certificate only that it is revoked', async () => {
    const serial = 'MOJ-2026-REV0KED2'
    await giveDocument(house, await apply(house), serial)
    await house.engine.deps.store.documents.revoke(serial, house.clock.now(), 'judgment')
    await open(await signer.sign({ ...CLAIMS, sub: serial }))
    await expect.poll(said).toEqual(['revoked'])
  })

  test('says of a certificate the register does not know only that', async () => {
    await open(await signer.sign({ ...CLAIMS, sub: 'MOJ-2026-NONE0000' }))
    await expect.poll(said).toEqual(['missing'])
  })

  test('believes no mark that was not signed by the agency', async () => {
    const mark = await signer.sign(CLAIMS)
    const [head = '', body = '', seal = ''] = mark.split('.')
    const coded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }
    const stranger = await certificateSigner({ key: await newCertificateKey(), keyId: kid })
    const forged: readonly [what: string, mark: string, verdict: string][] = [
      ['another name', `${head}.${coded({ ...CLAIMS, name: 'Somebody Else' })}.${seal}`, 'forged'],
      ['another key under our name', await stranger.sign(CLAIMS), 'forged'],
      ['another key', await (await certificateSigner({ key: await newCertificateKey() })).sign(CLAIMS), 'unknown'],
      ['no algorithm', `${coded({ alg: 'none', kid })}.${body}.${seal}`, 'malformed'],
      ['no algorithm and no seal', `${coded({ alg: 'none', kid })}.${body}.`, 'malformed'],
      ['a shared secret', `${coded({ alg: 'HS256', kid })}.${body}.${seal}`, 'malformed'],
      ['a key of its own', `${coded({ alg: 'ES256', kid, jwk: signer.keys.keys[0] })}.${body}.${seal}`, 'malformed'],
      [
        'a critical extension',
        `${coded({ alg: 'ES256', kid, crit: ['b64'], b64: false })}.${body}.${seal}`,
        'malformed',
      ],
      ['a seal of zeros', `${head}.${body}.${Buffer.alloc(64).toString('base64url')}`, 'forged'],
      ['a short seal', `${head}.${body}.${seal.slice(0, -4)}`, 'malformed'],
      ['half a mark', mark.slice(0, 100), 'malformed'],
      ['letters outside the alphabet', `${head}.${body}=.${seal}`, 'malformed'],
      ['nothing but dots', '..', 'malformed'],
      ['a broken escape', '%E0%A4%A', 'malformed'],
      ['a very long one', `${head}.${'A'.repeat(10_000)}.${seal}`, 'malformed'],
      ['no holder', await signer.sign({ ...CLAIMS, name: undefined } as never), 'malformed'],
      ['a date no calendar has', await signer.sign({ ...CLAIMS, iat: 1e300 }), 'malformed'],
    ]
    await page.goto(`${house.url}/verify`)
    for (const [what, sent, verdict] of forged) {
      await page.evaluate((hash) => (location.hash = hash), sent)
      await expect.poll(async () => [what, await said()]).toEqual([what, [verdict]])
      expect([what, await page.locator('#claims').isVisible()]).toEqual([what, false])
      await page.evaluate(() => (location.hash = ''))
      await expect.poll(said).toEqual([])
    }
    expect(reports).toEqual([])
  })

  test('says that a certificate past its day is no longer valid, and asks no more', async () => {
    await open(await signer.sign({ ...CLAIMS, exp: CLAIMS.iat - 86_400 }))
    await expect.poll(said).toEqual(['expired'])
    expect(await claim('exp')).toBe('2026-11-22')
  })

  test('shows a name that is markup as the letters it is', async () => {
    const name = '<img src=x onerror=alert(1)><script>alert(2)</script>'
    await open(await signer.sign({ ...CLAIMS, name, sub: '../../me?x=<b>' }))
    await expect.poll(said).toEqual(['missing'])
    expect(await claim('name')).toBe(name)
    expect(reports).toEqual([])
  })

  test('looks again when another code is scanned in the same window', async () => {
    await open(await signer.sign(CLAIMS))
    await expect.poll(said).toEqual(['inForce'])
    const other = await signer.sign({ ...CLAIMS, name: 'سامي', exp: CLAIMS.iat - 1 })
    await page.evaluate((hash) => (location.hash = hash), other)
    await expect.poll(said).toEqual(['expired'])
    expect(await claim('name')).toBe('سامي')
  })

  test('fits a small telephone: nothing hangs over its edge', async () => {
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      await open(await signer.sign({ ...CLAIMS, name: 'اسم طويل '.repeat(12) }))
      await expect.poll(said).toEqual(['inForce'])
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([width, over]).toEqual([width, 0])
    }
  })

  test('serves those who run no script by the serial number', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const quiet = await plain.newPage()
    await quiet.goto(verifyUrl(house.url, await signer.sign(CLAIMS)))
    expect(await quiet.locator('.verdict:visible').count()).toBe(0)
    await quiet.getByLabel('Serial number').fill(SERIAL)
    await quiet.getByRole('button', { name: 'Verify' }).click()
    await quiet.waitForURL(/serial=/)
    expect(await quiet.locator('.verdict:visible').count()).toBe(1)
    expect(await quiet.locator('[data-answer="valid"]').isVisible()).toBe(true)
    await plain.close()
  })
})
