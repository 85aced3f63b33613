import { createHash } from 'node:crypto'
import { request as ask } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fileLinks, LINK_LIFE } from '../../engine/http/files/links.ts'
import { begunWith, deployDeed, given, pdf, PNG, type Given } from './deed.ts'
import { openHouse, type Answer, type Case, type House, type Name } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
let begun: Case
let deed: Given
beforeAll(async () => {
  house = await openHouse()
  await deployDeed(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  deed = await given(house, '900000001', { bytes: pdf('linked'), name: 'سند (1).pdf' })
  begun = await begunWith(house, '900000001', { deed })
})

async function link(as: Name, path = `${begun.path}/documents/${deed.digest}`): Promise<string> {
  const answer = await house.call('POST', `${path}/link`, { as })
  if (answer.status !== 200) throw new Error(answer.text)
  return String(answer.json['url'])
}

const open = (url: string, headers = {}): Promise<Answer> => house.call('GET', url, { headers })
const codeOf = async (url: string): Promise<unknown> => {
  const { status, json } = await open(url)
  return [status, json['code']]
}
const GONE = [404, 'file.link']

describe('a link to a file', () => {
  test('reads it without a cookie, as a file to be saved that runs nothing', async () => {
    const answer = await open(await link('clerk.rana'), { cookie: 'masar=x; __Host-masar=y' })
    expect([answer.status, answer.text.slice(0, 5)]).toEqual([200, '%PDF-'])
    const header = (name: string) => answer.headers.get(name)
    expect(header('content-type')).toBe('application/pdf')
    expect(header('content-disposition')).toBe("attachment; filename*=UTF-8''%D8%B3%D9%86%D8%AF%20%281%29.pdf")
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'")
    expect(header('cross-origin-resource-policy')).toBe('same-origin')
    expect(header('cache-control')).toBe('private, no-store')
    expect(header('referrer-policy')).toBe('no-referrer')
    expect([header('set-cookie'), header('accept-ranges')]).toEqual([null, 'none'])
  })

  test('gives the whole file whatever part of it is asked for', async () => {
    const answer = await open(await link('clerk.rana'), { range: 'bytes=0-3' })
    expect([answer.status, answer.headers.get('content-range'), answer.text.length]).toEqual([200, null, deed.size])
  })

  test('is good for some minutes', async () => {
    const url = await link('clerk.rana')
    house.clock.move(LINK_LIFE - 1)
    expect((await open(url)).status).toBe(200)
    house.clock.move(1)
    expect(await codeOf(url)).toEqual(GONE)
  })

  test('is given to nobody who may not read the file', async () => {
    for (const as of ['900000002', 'clerk.other', 'worker.stamps', 'nobody.yet'] as const) {
      const answer = await house.call('POST', `${begun.path}/documents/${deed.digest}/link`, { as })
      expect([as, answer.status]).toEqual([as, 404])
      const own = await house.call('POST', `/api/attachments/${deed.digest}/link`, { as })
      expect([as, own.status]).toEqual([as, 404])
    }
  })

  test('ends with the session in which it was made', async () => {
    const token = house.engine.deps.ids.secret()
    const tokenDigest = createHash('sha256').update(token).digest('hex')
    const now = house.clock.now()
    const session = { user: '900000001' as never, createdAt: now, lastSeenAt: now, expires: now + 3_600_000 }
    await house.engine.deps.store.accounts.openSession({ ...session, tokenDigest })
    const answer = await house.call('POST', `/api/attachments/${deed.digest}/link`, { token })
    const url = String(answer.json['url'])
    expect((await open(url)).status).toBe(200)
    await house.call('DELETE', '/api/sessions/current', { token })
    expect(await codeOf(url)).toEqual(GONE)
  })

  test('ends when the file is no longer theirs', async () => {
    const lone = await given(house, '900000002', { bytes: PNG })
    const url = await link('900000002', `/api/attachments/${lone.digest}`)
    expect((await open(url)).status).toBe(200)
    await house.call('DELETE', `/api/attachments/${lone.digest}`, { as: '900000002' })
    expect(await codeOf(url)).toEqual(GONE)
  })

  test('that was altered, cut, prolonged or turned to another file opens nothing', async () => {
    const url = await link('clerk.rana')
    const [, , digest = '', token = ''] = url.split('/')
    const [how = '', id = '', session = '', expires = '', seal = ''] = token.split('.')
    const other = await given(house, '900000002', { bytes: pdf('of another') })
    const prolonged = (Number.parseInt(expires, 36) + 60_000).toString(36)
    const altered = [
      `/files/${other.digest}/${token}`,
      `/files/${digest}/${how}.${id}.${session}.${prolonged}.${seal}`,
      `/files/${digest}/i.${id}.${session}.${expires}.${seal}`,
      `/files/${digest}/${how}..${session}.${expires}.${seal}`,
      `/files/${digest}/${how}.${id}.${'A'.repeat(43)}.${expires}.${seal}`,
      `/files/${digest}/${how}.${id}.${session}.${expires}.`,
      `/files/${digest}/${how}.${id}.${session}.${expires}.${seal.slice(1)}`,
      `/files/${digest}/${how}.${id}.${session}.${expires}.${'A'.repeat(43)}`,
      `/files/${digest}/....`,
      `/files/${digest.toUpperCase()}/${token}`,
      `/files/..%2f${digest}/${token}`,
    ]
    for (const one of altered) expect([one, ...((await codeOf(one)) as unknown[])]).toEqual([one, ...GONE])
  })

  test('that is too late or for somebody else is told on a page in the reader’s language, also where the file would stand', async () => {
    const url = await link('clerk.rana')
    house.clock.move(LINK_LIFE)
    for (const [language, said] of [
      ['ar', 'انتهت صلاحية رابط الملف'],
      ['en', 'The link to the file has expired'],
    ] as const) {
      const page = await open(url, { accept: 'text/html,*/*', cookie: `masar-lang=${language}; masar=x` })
      expect([page.status, page.headers.get('content-language')]).toEqual([404, language])
      expect(page.text).toContain(`<h1>${said}</h1>`)
      expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/)
      expect([page.headers.get('set-cookie'), page.headers.get('cache-control')]).toEqual([null, 'no-store'])
    }
    expect((await open(url)).json['code']).toBe('file.link')
  })

  test('sealed with another key opens nothing', () => {
    const made = {
      digest: deed.digest as never,
      place: { kind: 'own' },
      disposition: 'attachment',
      session: 'ab'.repeat(32),
    } as const
    const token = fileLinks().sign(made, 0).split('/').at(-1) ?? ''
    expect(fileLinks().open(deed.digest, token, 0)).toBeUndefined()
  })
})

describe('a file viewed in place', () => {
  const viewed = async (as: Name, path: string): Promise<Answer> => {
    const answer = await house.call('POST', `${path}/link`, { as, body: { inPlace: true } })
    return open(String(answer.json['url']))
  }

  test('is a picture in a room of its own', async () => {
    const photo = await given(house, '900000001', { bytes: PNG, name: 'photo.png' })
    const answer = await viewed('900000001', `/api/attachments/${photo.digest}`)
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; /)
    expect(answer.headers.get('content-security-policy')).toMatch(/(^|; )sandbox(;|$)/)
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  })

  test('is a PDF that loads and runs nothing', async () => {
    const answer = await viewed('clerk.rana', `${begun.path}/documents/${deed.digest}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is saved instead where a browser would have to guess', async () => {
    const kept = { digest: 'e'.repeat(64), agency: 'moj', instance: begun.id, source: `${begun.id}:9` }
    const page = new TextEncoder().encode('<script>alert(1)</script>')
    await house.engine.deps.store.documents.add(
      { ...kept, mediaType: 'text/html', name: 'notice.html', size: page.length, createdAt: 0 } as never,
      page,
    )
    const answer = await viewed('clerk.rana', `${begun.path}/documents/${'e'.repeat(64)}`)
    expect([answer.status, answer.text.length]).toEqual([200, page.length])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  })
})

test('a file comes as it is read, not before: a reader who goes away stops it', async () => {
  const large = await given(house, '900000001', { bytes: pdf('slowly', 9_000_000) })
  const url = await link('900000001', `/api/attachments/${large.digest}`)
  const first = await new Promise<number>((resolve, reject) => {
    const asked = ask(house.url + url, (answer) => {
      answer.once('data', (piece: Buffer) => {
        resolve(piece.length)
        asked.destroy()
      })
    })
    asked.once('error', reject)
    asked.end()
  })
  expect(first).toBeLessThan(large.size)
  expect((await house.call('GET', '/ready')).status).toBe(200)
})
