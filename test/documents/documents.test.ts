import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  newCertificateKey,
  certificateSigner,
  verifyCertificate,
} from '../../engine/connectors/documents/certificate.ts'
import { launchChromium } from '../../engine/connectors/documents/printing/chromium.ts'
import { readDocumentsConfig } from '../../engine/connectors/documents/config.ts'
import { documents } from '../../engine/connectors/documents/documents.ts'
import { issue, type IssueDeps } from '../../engine/connectors/documents/issue.ts'
import { readOrder } from '../../engine/connectors/documents/order.ts'
import { startPrinter } from '../../engine/connectors/documents/printing/printer.ts'
import { startRenderers } from '../../engine/connectors/documents/templates/renderers.ts'
import type { ConnectorJob, JobOutcome } from '../../engine/core/connector.ts'
import type { AgencyId, Digest, GlobalId, InstanceId, ProgramKey, Reference } from '../../engine/core/ids.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { scan, wordsOf } from './reading.ts'

/** The first page waits for the browser to be unpacked and started. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const noon = Date.parse('2026-11-23T10:00:00Z')
const instance = '01JDA0000000000000000000AA' as InstanceId
const never = new AbortController().signal

const TEMPLATES: Readonly<Record<string, string>> = {
  'non-conviction': `<h1>شهادة عدم محكومية</h1>
    <p>تشهد وزارة العدل أن {{text holder.name}} يحمل الهوية {{code holder.id}} ولم يصدر بحقه حكم.</p>
    <p>الرقم {{code document.serial}} صدرت في {{date document.issuedAt}} وتنتهي في {{date document.validUntil}}</p>
    <p class="en">{{text holder.name "en"}}, issued {{date document.issuedAt language="en"}}, case {{document.reference}}</p>{{qr}}`,
  receipt: '<p>وصل {{money fee}}</p>',
  broken: '<script>{{x}}</script>',
  greedy: '{{#each @root.l}}{{#each @root.l}}{{#each @root.l}}xxxxxxxx{{/each}}{{/each}}{{/each}}',
  'told.txt': 'مرحبا {{name}} & {{code reference}}',
}

const store = openSqlite({ file: ':memory:' })
const key = await newCertificateKey()
const templates = async (_program: ProgramKey, name: string) => TEMPLATES[name]
const deps = { documents: store.documents, templates, clock: { now: () => noon } }
/** A busy machine is no reason to refuse a template here. */
const patient = { publicUrl: 'https://masar.example.ps', renderers: { deadlineMs: 60_000 } }
const printed = documents({ ...patient, signing: { key } }, deps)
afterAll(async () => {
  await printed.close()
  await store.close()
})

let count = 0
function job(
  variables: JsonObject,
  headers: Record<string, string> = {},
  more: Partial<ConnectorJob> = {},
): ConnectorJob {
  count++
  return {
    key: `${instance}:${count}` as GlobalId,
    instance,
    agency: 'moj' as AgencyId,
    reference: '2026-7K3F-9QXM-4' as Reference,
    program: 'moj.non-conviction@1.0.0/main' as ProgramKey,
    element: 'issue',
    headers: { template: 'non-conviction', ...headers },
    variables,
    attempt: 1,
    retries: 3,
    ...more,
  }
}

const holder = { name: { ar: 'ليلى محمود الخطيب', en: 'Layla Al-Khatib' }, id: '912345678' }
const certificate = { data: { holder }, holder, certificate: true, validUntil: '2027-02-23', name: 'شهادة عدم محكومية' }
const run = (it: ConnectorJob): Promise<JobOutcome> => printed.connector.run(it, never)

function documentOf(outcome: JobOutcome): Readonly<Record<string, JsonValue>> {
  const document = outcome.kind === 'completed' ? outcome.variables['document'] : undefined
  if (!isJsonObject(document)) throw new Error(`Expected a document, but found ${JSON.stringify(outcome)}`)
  return document
}

describe('a certificate', () => {
  const first = job(certificate)
  let outcome: JobOutcome
  let bytes: Uint8Array
  beforeAll(async () => {
    outcome = await run(first)
    bytes = (await store.documents.bytes(documentOf(outcome)['digest'] as Digest)) ?? new Uint8Array()
  })

  test('is a PDF kept by the digest of its bytes and entered in the register', async () => {
    const document = documentOf(outcome)
    expect(document).toEqual({
      digest: createHash('sha256').update(bytes).digest('hex'),
      name: 'شهادة عدم محكومية.pdf',
      size: bytes.length,
      mediaType: 'application/pdf',
      serial: expect.stringMatching(/^MOJ-2026-[0-9A-HJKMNP-TV-Z]{8}$/),
      issuedAt: '2026-11-23T10:00:00.000Z',
      validUntil: '2027-02-23',
      url: `documents/${String(document['digest'])}`,
    })
    expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(await store.documents.certificate(String(document['serial']))).toMatchObject({
      agency: 'moj',
      instance,
      digest: document['digest'],
      status: 'valid',
      validUntil: Date.parse('2027-02-23T21:59:59Z'),
    })
  })

  test('has its Arabic words in the text layer, to be found and read aloud', () => {
    const words = wordsOf(bytes)
    expect(words).toContain('شهادة عدم محكومية')
    expect(words).toContain('تشهد وزارة العدل أن ليلى محمود الخطيب')
    expect(words).toContain('23 تشرين الثاني 2026')
    expect(words).toContain('Layla Al-Khatib, issued 23 November 2026')
  })

  test('says its language and title, and when it was issued', () => {
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).toContain('/Lang (ar)')
    expect(raw).toContain("/CreationDate (D:20261123100000+00'00')")
    expect(raw.toUpperCase()).toContain(Buffer.from('شهادة', 'utf16le').swap16().toString('hex').toUpperCase())
  })

  test('carries its own letters and needs none of the machine', () => {
    const fonts =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/FontName \/\S+/g) ?? []
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/^\/FontName \/[A-Z]{6}\+Amiri/)
  })

  test('is the same paper when the job is delivered again', async () => {
    expect(await run({ ...first, attempt: 2 })).toEqual(outcome)
    const papers = (await store.documents.list(instance)).filter((row) => row.source === first.key)
    expect(papers).toHaveLength(1)
  })

  test('is the same bytes when it has to be printed again', async () => {
    const other = openSqlite({ file: ':memory:' })
    const again = documents(patient, { ...deps, documents: other.documents })
    const plain = job({ data: { fee: { amount: '25', currency: 'ILS' } } }, { template: 'receipt' })
    const [one, two] = [await run(plain), await again.connector.run(plain, never)]
    expect(documentOf(two)['digest']).toBe(documentOf(one)['digest'])
    await again.close()
    await other.close()
  })

  test('can be revoked once, by its own agency, and stays on record', async () => {
    const serial = String(documentOf(outcome)['serial'])
    const order = { serial, reason: 'صدر حكم' }
    const headers = { operation: 'revoke' }
    const stranger = await run(job(order, headers, { agency: 'mot' as AgencyId }))
    expect(stranger).toMatchObject({ kind: 'error', code: 'CERTIFICATE_UNKNOWN' })
    const revoked = { serial, status: 'revoked', revokedAt: '2026-11-23T10:00:00.000Z', reason: 'صدر حكم' }
    expect(await run(job(order, headers))).toEqual({ kind: 'completed', variables: { certificate: revoked } })
    const later = await run(job({ serial, reason: 'another' }, headers))
    expect(later).toEqual({ kind: 'completed', variables: { certificate: revoked } })
    expect(await run(job({ serial: 'MOJ-2026-NOTHERE', reason: 'x' }, headers))).toMatchObject({ kind: 'error' })
  })
})

describe('the square on a certificate', () => {
  const pages: string[] = []
  const printer = startPrinter()
  const renderers = startRenderers(patient.renderers)
  const parts = async (): Promise<IssueDeps> => {
    const signer = await certificateSigner({ key })
    return {
      ...deps,
      renderers,
      printer: {
        ...printer,
        print(html, at) {
          pages.push(html)
          return printer.print(html, at)
        },
      },
      signer: async () => signer,
      publicUrl: 'https://masar.example.ps',
      timeZone: 'Asia/Hebron',
    }
  }
  afterAll(() => Promise.all([printer.close(), renderers.close()]))

  test('is read off the page and verified without network', async () => {
    const it = job(certificate)
    const order = readOrder(it, 'Asia/Hebron')
    if (order.kind !== 'issue') throw new Error(JSON.stringify(order))
    const document = documentOf(await issue(it, order, await parts()))
    const browser = await launchChromium({})
    const content = (await scan(browser, pages.at(-1) ?? '')) ?? ''
    await browser.close()
    expect(content).toMatch(/^https:\/\/masar\.example\.ps\/verify#/)
    const data = `{"holder":{"id":"912345678","name":{"ar":"${holder.name.ar}","en":"${holder.name.en}"}}}`
    expect(await verifyCertificate(content, await printed.keys())).toEqual({
      ok: true,
      claims: {
        iss: 'moj',
        sub: document['serial'],
        doc: 'non-conviction',
        name: holder.name.ar,
        id4: '5678',
        iat: noon / 1000,
        exp: Date.parse('2027-02-23T21:59:59Z') / 1000,
        dig: createHash('sha256').update(data).digest('base64url'),
      },
    })
    const forged = content.slice(0, -4) + (content.endsWith('AAAA') ? 'BBBB' : 'AAAA')
    expect(await verifyCertificate(forged, await printed.keys())).toMatchObject({ ok: false })
  })
})

describe('a task that cannot be carried out', () => {
  test.each([
    ['no template', {}, { template: '' }, 'header template'],
    ['a template elsewhere', {}, { template: '../x' }, 'header template'],
    ['a template that is not there', {}, { template: 'other' }, 'Expected templates/other.hbs in the package'],
    ['an unsafe template', {}, { template: 'broken' }, 'Expected the elements of a printed page'],
    ['a greedy template', { data: { l: Array.from({ length: 100 }, () => 1) } }, { template: 'greedy' }, '5 MB'],
    ['a missing fact', { data: {} }, { template: 'receipt' }, '"money fee"'],
    ['a fact of ours', { data: { document: 1 } }, {}, 'without "document"'],
    ['data that is none', { data: 'x' }, {}, 'input data'],
    ['a holder without name', { certificate: true, holder: { id: '1' } }, {}, 'input holder'],
    ['no such day', { validUntil: '2026-02-30' }, {}, 'validUntil'],
    ['a strange serial', { serial: 'a b' }, {}, 'input serial'],
    ['no such operation', {}, { operation: 'burn' }, 'operation'],
    ['a revocation without reason', { serial: 'MOJ-2026-1' }, { operation: 'revoke' }, 'reason'],
  ])('is an incident that says what was expected: %s', async (_name, variables, headers, expected) => {
    const outcome = await run(job(variables as JsonObject, headers as Record<string, string>))
    expect(outcome).toMatchObject({ kind: 'incident', reason: expect.stringContaining(expected) })
  })

  test('for want of a key is an incident, while other papers are issued', async () => {
    const keyless = documents(patient, deps)
    const outcome = await keyless.connector.run(job(certificate), never)
    expect(outcome).toMatchObject({ kind: 'incident', reason: expect.stringContaining('documents.signing') })
    await keyless.close()
  })

  test('for want of a good key is an incident for the operator', async () => {
    const wrong = documents({ ...patient, signing: { key: 'nonsense' } }, deps)
    const outcome = await wrong.connector.run(job(certificate), never)
    expect(outcome).toMatchObject({ kind: 'incident', reason: expect.stringContaining('private P-256 key') })
    await expect(wrong.keys()).rejects.toThrow('private P-256 key')
    await wrong.close()
  })

  test('for want of a browser is tried again', async () => {
    const printer = { chromiumPath: '/nonexistent/browser' }
    const lame = documents({ ...patient, printer }, deps)
    const data = { fee: { amount: '25', currency: 'ILS' } }
    const outcome = await lame.connector.run(job({ data }, { template: 'receipt' }), never)
    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining('browser failed') })
    await lame.close()
  })

  test('with a serial that is in the register is an incident', async () => {
    const serial = 'MOJ-2026-MINE'
    expect(await run(job({ ...certificate, serial }))).toMatchObject({ kind: 'completed' })
    const outcome = await run(job({ ...certificate, serial }))
    expect(outcome).toMatchObject({ kind: 'incident', reason: expect.stringContaining(serial) })
  })
})

describe('a page being printed', () => {
  const printer = startPrinter({ pages: 2 })
  afterAll(() => printer.close())

  test('reaches no network and no file', async () => {
    const { createServer } = await import('node:http')
    let asked = 0
    const server = createServer((_request, response) => {
      asked++
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const pdf = await printer.print(
      `<img src="${at}/a"><link rel="stylesheet" href="${at}/b"><iframe src="${at}/c"></iframe>
       <iframe src="file:///etc/passwd"></iframe><script>fetch("${at}/d");document.body.append("ran")</script><p>end</p>`,
      noon,
    )
    expect(asked).toBe(0)
    expect(wordsOf(pdf)).not.toMatch(/root|ran/)
    server.close()
  })

  test('waits its turn when there are many', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, (_, n) => printer.print(`<p>${n}</p>`, noon)))
    expect(all.map((pdf) => wordsOf(pdf).trim())).toEqual(['0', '1', '2', '3', '4', '5'])
  })
})

test('a notice is filled as plain text from a template of the package', async () => {
  const program = 'moj.non-conviction@1.0.0/main' as ProgramKey
  const fill = (name: string, data: JsonObject) => printed.renderText(program, name, data, 'ar')
  expect(await fill('told.txt', { name: '<ليلى>', reference: 'A-1' })).toBe('مرحبا <ليلى> & \u2066A-1\u2069')
  expect(await fill('told.txt', {})).toMatchObject({ kind: 'invalid', detail: expect.stringContaining('"name"') })
  expect(await fill('other.txt', {})).toMatchObject({ kind: 'notFound' })
  expect(await fill('receipt', {})).toMatchObject({ kind: 'invalid' })
})

test('the operator is told what is wrong with the settings', () => {
  expect(readDocumentsConfig({ signing: { key }, timeZone: 'Asia/Hebron', printer: { pages: 2 } })).toHaveProperty(
    'signing',
  )
  for (const [settings, place] of [
    [{ timezone: 'Asia/Hebron' }, 'documents.timezone'],
    [{ timeZone: 'Mars' }, 'documents.timeZone'],
    [{ signing: {} }, 'documents.signing.key'],
    [{ printer: { pages: 0 } }, 'documents.printer.pages'],
  ] as const)
    expect(readDocumentsConfig(settings)).toMatchObject({ detail: expect.stringContaining(place) })
})
