/** What a template that is being written would look like: printed truly, marked on every page, never a paper of anybody. */
import { afterAll, expect, test, vi } from 'vitest'
import { newCertificateKey } from '../../engine/connectors/documents/certificate.ts'
import { documents } from '../../engine/connectors/documents/documents.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { SpecimenOrder } from '../../engine/core/specimen.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { wordsOf } from './reading.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const MOJ = 'moj' as AgencyId
const MOH = 'moh' as AgencyId

const store = openSqlite({ file: ':memory:' })
const printed = documents(
  {
    publicUrl: 'https://masar.example.ps',
    renderers: { deadlineMs: 60_000 },
    signing: { key: await newCertificateKey() },
  },
  {
    documents: store.documents,
    templates: async () => undefined,
    clock: { now: () => Date.parse('2026-11-23T10:00:00Z') },
  },
)
afterAll(async () => {
  await printed.close()
  await store.close()
})

const order = (template: string, more: Partial<SpecimenOrder> = {}): SpecimenOrder => ({
  file: 'templates/certificate.hbs',
  template,
  sample: { holder: { name: { ar: 'اسم للتجربة', en: 'A sample name' } } },
  language: 'en',
  ...more,
})

async function paper(template: string): Promise<Uint8Array> {
  const made = await printed.specimen(MOJ, order(template))
  if (isProblem(made) || made.kind !== 'paper') throw new Error(JSON.stringify(made))
  return made.bytes
}

test('is printed with the sample, and says on every page that it is one', async () => {
  const bytes = await paper(
    '<p>{{text holder.name}}</p><p style="break-before: page">{{document.serial}} until {{date document.validUntil}}</p>',
  )
  const words = wordsOf(bytes)
  expect(words).toContain('A sample name')
  expect(words.match(/SPECIMEN/g)?.length).toBeGreaterThanOrEqual(3)
  expect(words).toContain('23 November 2027')
})

test('cannot hide what it is', async () => {
  const hiding =
    '<style>body > div, div { display: none !important; opacity: 0 !important; color: #fff !important }</style>'
  expect(wordsOf(await paper(`${hiding}<p>{{text holder.name}}</p>`))).toContain('SPECIMEN')
})

test('a certificate has its square without being signed', async () => {
  expect(wordsOf(await paper('<p>{{text holder.name}}</p>{{qr}}'))).toContain('A sample name')
})

test('is kept nowhere', async () => {
  await paper('<p>{{text holder.name}}</p>')
  expect(await store.documents.certificate('SPECIMEN')).toBeUndefined()
})

test('of a notice is its text', async () => {
  const told = order('Dear {{text holder.name}}: {{code document.reference}}', { file: 'templates/told.en.txt.hbs' })
  expect(await printed.specimen(MOJ, told)).toEqual({
    kind: 'notice',
    text: 'Dear A sample name: \u2066SPECIMEN-0000\u2069',
  })
})

test('a template that may not be deployed is refused with what is wrong, one that lacks a fact with its name', async () => {
  const unsafe = await printed.specimen(MOJ, order('<script>{{x}}</script>'))
  expect(unsafe).toMatchObject({ kind: 'invalid', code: 'template.refused' })
  expect(isProblem(unsafe) && unsafe.findings?.map((it) => it.rule)).toContain('template/tag')
  const lacking = await printed.specimen(MOJ, order('{{text holder.nickname}}'))
  expect(lacking).toMatchObject({ code: 'template.data', detail: expect.stringContaining('holder.nickname') })
})

test('of one agency only a few are made and wait at a time, whatever it asks, and others are served meanwhile', async () => {
  const asked = Array.from({ length: 8 }, () => printed.specimen(MOJ, order('<p>one</p>')))
  const other = await printed.specimen(MOH, order('<p>another</p>'))
  expect(other).toMatchObject({ kind: 'paper' })
  const refused = (await Promise.all(asked)).filter((it) => isProblem(it))
  expect(refused.map(({ code }) => code)).toEqual(['specimen.busy', 'specimen.busy'])
})
