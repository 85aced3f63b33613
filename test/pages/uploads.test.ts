import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { databusCatalogue } from '../../engine/connectors/databus/catalogue.ts'
import type { HttpOptions } from '../../engine/http/api/context.ts'
import { createAttempts } from '../../engine/http/attempts.ts'
import { fileLinks } from '../../engine/http/files/links.ts'
import { guard } from '../../engine/http/guard.ts'
import { createMetrics } from '../../engine/http/metrics.ts'
import { systemClock } from '../../engine/system.ts'
import { carryPages } from '../../engine/http/pages/frame/carry.ts'
import { csrfToken } from '../../engine/http/pages/frame/csrf.ts'
import { frame } from '../../engine/http/pages/frame/frame.ts'
import { receiveFiles } from '../../engine/http/pages/frame/uploads.ts'
import { roles } from '../../engine/http/policy.ts'
import { PNG, pdf } from '../http/deed.ts'
import { openHouse, type House, type Json, type Name } from '../http/house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
let app: FastifyInstance
let url: string
beforeAll(async () => {
  house = await openHouse()
  app = await siteOf(house)
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await house.close()
})

/** A site of one page, which shows what was posted to it. */
async function siteOf({ engine }: House): Promise<FastifyInstance> {
  const options: HttpOptions = {
    engine,
    metrics: createMetrics(engine.deps.store, engine.deps.wakeup),
    receiveFromSwitch: () => Promise.resolve({ status: 404, headers: {}, body: '' }),
    certificateKeys: { keys: [] },
    catalogue: databusCatalogue(undefined, systemClock),
    logLevel: 'silent',
    requestsPerMinute: 1_000_000,
    signInsPerMinute: 1,
    trustedProxies: [],
    signOns: [],
    localAccounts: true,
    publicUrl: 'http://127.0.0.1',
  }
  const site = Fastify()
  carryPages(site, options)
  site.assets = { href: (name) => `/assets/${name}`, file: () => undefined }
  await guard(site, engine, options.requestsPerMinute)
  const config = { policy: roles('citizen', 'clerk') }
  await site.register(async (scope) => {
    frame(scope)
    await receiveFiles(scope, { engine, options, attempts: createAttempts(), links: fileLinks(), parties: new Map() })
    scope.get('/try', { config }, (request) => ({ token: csrfToken(request) }))
    scope.post('/try', { config }, (request) => ({
      body: request.body,
      given: request.givenFiles.map(({ place, attachment: { name, mediaType, size } }) => [
        place,
        name,
        mediaType,
        size,
      ]),
      refused: request.fileRefusals.map(({ place, fault }) => [place, fault.code]),
    }))
  })
  return site
}

const cookieOf = (as: Name): string => `masar=${house.tokenOf(as)}`

async function tokenFor(as: Name): Promise<string> {
  const answer = await fetch(`${url}/try`, { headers: { cookie: cookieOf(as) } })
  return ((await answer.json()) as { token: string }).token
}

interface Post {
  readonly as?: Name
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

async function post(form: BodyInit, { as = '900000001', token, headers = {} }: Post = {}): Promise<[number, Json]> {
  const sealed = token ?? (await tokenFor(as))
  const answer = await fetch(`${url}/try?csrf=${encodeURIComponent(sealed)}`, {
    method: 'POST',
    headers: { cookie: cookieOf(as), ...headers },
    body: form,
    redirect: 'manual',
  })
  const text = await answer.text()
  return [answer.status, answer.status === 200 ? (JSON.parse(text) as Json) : {}]
}

function formOf(
  ...entries: readonly (readonly [string, string | readonly [Uint8Array<ArrayBuffer>, string]])[]
): FormData {
  const form = new FormData()
  for (const [field, value] of entries)
    if (typeof value === 'string') form.append(field, value)
    else form.append(field, new Blob([value[0]]), value[1])
  return form
}

const held = async (as: Name): Promise<number> => (await house.engine.deps.store.attachments.list(as as never)).length

describe('a page that is sent files', () => {
  test('reads texts as of any form, and knows which file was chosen where', async () => {
    const form = formOf(
      ['page', '1'],
      ['/purpose', 'عمل\r\nثانٍ'],
      ['/several', 'a'],
      ['/several', 'b'],
      ['/deed', [pdf('a page'), 'سند.pdf']],
      ['/photos', [PNG, 'one.png']],
      ['/photos', [pdf('second of the list'), 'two.pdf']],
      ['action', 'next'],
    )
    const [status, { body, given, refused }] = await post(form)
    expect([status, refused]).toEqual([200, []])
    expect(body).toEqual({ page: '1', '/purpose': 'عمل\nثانٍ', '/several': ['a', 'b'], action: 'next' })
    expect(given).toEqual([
      ['/deed', 'سند.pdf', 'application/pdf', 400],
      ['/photos', 'one.png', 'image/png', PNG.length],
      ['/photos', 'two.pdf', 'application/pdf', 400],
    ])
  })

  test('leaves out what was not chosen', async () => {
    const [status, { body, given }] = await post(formOf(['/purpose', 'x'], ['/deed', [new Uint8Array(), '']]))
    expect([status, body, given]).toEqual([200, { '/purpose': 'x' }, []])
  })

  test('keeps what is right and says where and why another was not taken', async () => {
    const page = new TextEncoder().encode('<script>alert(1)</script>')
    const form = formOf(
      ['/deed', [page, 'deed.pdf']],
      ['/photos', [page, 'p.png']],
      ['/plan', [pdf('right'), 'plan.pdf']],
    )
    const [status, { body, given, refused }] = await post(form)
    expect(status).toBe(200)
    expect(refused).toEqual([
      ['/deed', 'attachment.kind'],
      ['/photos', 'attachment.kind'],
    ])
    expect([body, given]).toEqual([{}, [['/plan', 'plan.pdf', 'application/pdf', 400]]])
  })

  test('takes a text for a text, whatever it says it is', async () => {
    const form = formOf([
      '/deed',
      JSON.stringify({ filename: 'x.pdf', filepath: '/etc/passwd', mimetype: 'application/pdf' }),
    ])
    const before = await held('900000001')
    const [, { body }] = await post(form)
    expect(body).toEqual({ '/deed': '{"filename":"x.pdf","filepath":"/etc/passwd","mimetype":"application/pdf"}' })
    const json = JSON.stringify({ files: { '/deed': { filepath: '/etc/passwd' } } })
    const [, asJson] = await post(json, { headers: { 'content-type': 'application/json' } })
    expect(asJson['refused']).toEqual([])
    expect(await held('900000001')).toBe(before)
  })

  test.each<readonly [string, Post]>([
    ['with no seal', { token: '' }],
    ['with a seal of another session', { token: 'of another' }],
    ['from another site', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['from another origin', { headers: { origin: 'https://elsewhere.example' } }],
  ])('takes nothing in that was sent %s', async (_what, how) => {
    const other = how.token === 'of another' ? { ...how, token: await tokenFor('900000002') } : how
    const before = await held('900000001')
    const [status] = await post(formOf(['/deed', [pdf(`forged ${_what}`), 'x.pdf']]), other)
    expect([status, await held('900000001')]).toEqual([403, before])
  })

  test('takes nothing from whoever is not signed in', async () => {
    const answer = await fetch(`${url}/try`, {
      method: 'POST',
      body: formOf(['/deed', [pdf('nobody'), 'x.pdf']]),
      redirect: 'manual',
    })
    expect(answer.status).not.toBe(200)
  })

  test('takes at most so many files at once', async () => {
    const many = Array.from({ length: 21 }, (_, i) => ['/photos', [pdf(`many ${i}`), 'x.pdf']] as const)
    expect((await post(formOf(...many)))[0]).toBe(413)
  })
})
