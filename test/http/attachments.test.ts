import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { begunWith, applyWith, deployDeed, give, given, pdf, PNG, type Given } from './deed.ts'
import { besideJpeg, jpegPicture, SECRET } from '../hostile/picture.ts'
import { complete, items, openHouse, taskOf, type House, type Json } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const DAY = 86_400_000
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployDeed(house)
})
afterAll(() => house.close())

const documentsOf = async (path: string): Promise<readonly Json[]> =>
  (await house.call('GET', path, { as: 'clerk.rana' })).json['documents'] as readonly Json[]

describe('a file that is given', () => {
  test('is known by its digest and by what is in it, whatever its sender says', async () => {
    const bytes = pdf('known')
    const answer = await give(house, '900000001', { bytes, name: 'photo.png', type: 'image/png' })
    expect(answer.status).toBe(201)
    expect(items(answer)).toEqual([
      {
        digest: sha256(bytes),
        name: 'photo.png.pdf',
        size: bytes.length,
        mediaType: 'application/pdf',
        givenAt: new Date(house.clock.now()).toISOString(),
      },
    ])
  })

  test('that is a picture is kept without where it was taken, however often it is given', async () => {
    const [one, other] = [besideJpeg(jpegPicture()), jpegPicture()]
    const [first, second] = [
      await given(house, '900000002', { bytes: Uint8Array.from(one), name: 'photo.jpg' }),
      await given(house, '900000002', { bytes: Uint8Array.from(other), name: 'again.jpg' }),
    ]
    expect([first.digest, first.size]).toEqual([second.digest, second.size])
    expect(first.size).toBeLessThan(one.length)
    const read = await house.call('GET', `/api/attachments/${first.digest}`, { as: '900000002' })
    expect([read.status, read.headers.get('content-length')]).toEqual([200, String(first.size)])
    expect(read.text).not.toContain(SECRET)
    await house.call('DELETE', `/api/attachments/${first.digest}`, { as: '900000002' })
  })

  test('comes with others in one form, and is listed and read by its owner alone', async () => {
    const files = [pdf('one'), pdf('two'), PNG]
    const answer = await give(house, '900000002', ...files.map((bytes) => ({ bytes })))
    expect(items(answer).map((one) => one['mediaType'])).toEqual(['application/pdf', 'application/pdf', 'image/png'])
    const listed = await house.call('GET', '/api/attachments', { as: '900000002' })
    expect(
      items(listed)
        .map((one) => one['digest'])
        .sort(),
    ).toEqual(files.map(sha256).sort())
    const read = await house.call('GET', `/api/attachments/${sha256(PNG)}`, { as: '900000002' })
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'image/png'])
    for (const as of ['900000001', 'clerk.rana', 'operator.platform', 'auditor.aya'] as const) {
      const other = await house.call('GET', `/api/attachments/${sha256(PNG)}`, { as })
      expect([as, other.status, other.json['code']]).toEqual([as, 404, 'attachment.not-found'])
    }
  })

  test('is one file when it is given twice, under its first name', async () => {
    const bytes = pdf('twice')
    await given(house, 'clerk.sami', { bytes, name: 'first.pdf' })
    const again = await given(house, 'clerk.sami', { bytes, name: 'second.pdf' })
    expect(again.name).toBe('first.pdf')
    expect(items(await house.call('GET', '/api/attachments', { as: 'clerk.sami' }))).toHaveLength(1)
  })

  test('is taken back by its owner', async () => {
    const { digest } = await given(house, '900000001', { bytes: pdf('taken back') })
    const path = `/api/attachments/${digest}`
    expect((await house.call('DELETE', path, { as: '900000002' })).status).toBe(404)
    expect((await house.call('DELETE', path, { as: '900000001' })).status).toBe(204)
    expect((await house.call('GET', path, { as: '900000001' })).status).toBe(404)
    expect((await house.call('DELETE', path, { as: '900000001' })).status).toBe(404)
  })

  test('of ten million bytes comes back as it was', async () => {
    const bytes = pdf('large', 10_000_000)
    const { digest, size } = await given(house, '900000001', { bytes })
    expect([digest, size]).toEqual([sha256(bytes), 10_000_000])
    const pieces: Uint8Array[] = []
    for await (const piece of house.engine.deps.store.documents.read(digest as never)) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(30)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(512 * 1024)
    expect(sha256(Buffer.concat(pieces))).toBe(digest)
  })

  test('of one byte more than is taken is refused, and nothing of it is kept', async () => {
    const answer = await give(house, '900000001', { bytes: pdf('too large', 10_000_001) })
    expect([answer.status, answer.json['code']]).toEqual([413, 'attachment.too-large'])
    const left = await house.engine.deps.store.attachments.forget({ given: 0, begun: house.clock.now() + 1 }, 100)
    expect(left).toBe(0)
  })
})

describe('answers that name files', () => {
  test('are taken from whoever gave them, and the files are documents of the application from then on', async () => {
    const deed = await given(house, '900000001', { bytes: pdf('deed'), name: 'سند الملكية.pdf' })
    const photo = await given(house, '900000001', { bytes: PNG, name: 'photo.png' })
    const plan = await given(house, '900000001', { bytes: pdf('plan') })
    const begun = await begunWith(house, '900000001', { deed, photos: [photo], plan: plan.digest })
    const documents = await documentsOf(begun.path)
    expect(documents.map((one) => [one['digest'], one['source'], one['givenBy'], one['instance']]).sort()).toEqual(
      [deed, photo, plan].map(({ digest }) => [digest, 'start', '900000001', begun.id]).sort(),
    )
    expect(documents.map((one) => one['name'])).toContain('سند الملكية.pdf')
    const read = await house.call('GET', `${begun.path}/documents/${deed.digest}`, { as: 'clerk.rana' })
    expect([read.status, read.headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
    expect(read.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%D8%B3/)
    expect((await house.call('GET', `${begun.path}/documents/${deed.digest}`, { as: 'clerk.other' })).status).toBe(404)
  })

  test('stay documents of the application when their owner takes them back', async () => {
    const deed = await given(house, '900000001', { bytes: pdf('stays') })
    const begun = await begunWith(house, '900000001', { deed })
    await house.call('DELETE', `/api/attachments/${deed.digest}`, { as: '900000001' })
    expect((await house.call('GET', `${begun.path}/documents/${deed.digest}`, { as: '900000001' })).status).toBe(200)
  })

  const refusals: readonly (readonly [string, () => Promise<object>, string])[] = [
    ['that nobody gave', async () => ({ plan: 'a'.repeat(64) }), '/plan'],
    [
      'that somebody else gave',
      async () => ({ deed: await given(house, '900000002', { bytes: pdf('of another') }) }),
      '/deed',
    ],
    [
      'under another name than it has',
      async () => ({ deed: { ...(await mine('renamed')), name: 'other.pdf' } }),
      '/deed',
    ],
    ['of another size than it has', async () => ({ deed: { ...(await mine('resized')), size: 1 } }), '/deed'],
    [
      'of another kind than it is',
      async () => ({ photos: [await mine('first'), { ...(await mine('retyped')), mediaType: 'image/png' }] }),
      '/photos/1',
    ],
  ]
  const mine = (mark: string): Promise<Given> => given(house, '900000001', { bytes: pdf(mark) })

  test.each(refusals)('are refused for a file %s', async (_what, variables, place) => {
    const answer = await applyWith(house, '900000001', await variables())
    expect([answer.status, answer.json['code']]).toEqual([422, 'answers.attachment'])
    expect((answer.json['findings'] as readonly Json[]).map((one) => one['place'])).toEqual([place])
  })

  test('are refused when the file was taken back before', async () => {
    const deed = await mine('gone')
    await house.call('DELETE', `/api/attachments/${deed.digest}`, { as: '900000001' })
    expect((await applyWith(house, '900000001', { deed })).json['code']).toBe('answers.attachment')
  })

  test('find their application again under the same key when the file is long forgotten', async () => {
    const deed = await mine('key')
    const apply = () =>
      house.call('POST', '/api/instances', {
        as: '900000001',
        body: { packageId: 'test.deed', variables: { deed } },
        headers: { 'idempotency-key': 'with-a-file' },
      })
    const first = await apply()
    await house.call('DELETE', `/api/attachments/${deed.digest}`, { as: '900000001' })
    const again = await apply()
    expect([first.status, again.status, again.json['id']]).toEqual([201, 200, first.json['id']])
  })

  test('may name what the application has already, where the one who answers may read it', async () => {
    const deed = await mine('known to the office')
    const begun = await begunWith(house, '900000001', { deed })
    await complete(house, await taskOf(house, begun), 'clerk.rana', { finding: deed })
    const consent = await taskOf(house, begun)
    const refused = await house.call('POST', `${consent}/complete`, {
      as: '900000002',
      body: { variables: { finding: deed } },
    })
    expect([refused.status, refused.json['code']]).toEqual([422, 'answers.attachment'])
    const own = await given(house, '900000002', { bytes: pdf('consent') })
    await complete(house, consent, '900000002', { finding: own })
    expect((await documentsOf(begun.path)).map((one) => one['givenBy'])).toEqual(['900000001', '900000002'])
    const read = (digest: string) =>
      house.call('GET', `${begun.path}/documents/${digest}`, { as: '900000002' }).then(({ status }) => status)
    expect([await read(own.digest), await read(deed.digest)]).toEqual([200, 404])
  })
})

describe('what no answer named', () => {
  test('is forgotten after a month, but for what stands in answers that were saved for later', async () => {
    const fresh = await openHouse()
    await deployDeed(fresh)
    const lost = await given(fresh, '900000001', { bytes: pdf('lost') })
    const drafted = await given(fresh, '900000001', { bytes: pdf('drafted') })
    const noted = await given(fresh, 'clerk.rana', { bytes: pdf('noted') })
    const used = await given(fresh, '900000001', { bytes: pdf('used') })
    const begun = await begunWith(fresh, '900000001', { deed: used })
    const task = await taskOf(fresh, begun)
    await fresh.call('POST', `${task}/claim`, { as: 'clerk.rana', body: {} })
    await fresh.call('PUT', `${task}/draft`, { as: 'clerk.rana', body: { variables: { finding: noted } } })
    const now = fresh.clock.now()
    const { attachments, drafts, documents } = fresh.engine.deps.store
    await drafts.add({
      id: 'd' as never,
      owner: '900000001' as never,
      packageId: 'test.deed',
      version: '1.0.0',
      answers: { deed: { ...drafted } } as never,
      rev: 1,
      createdAt: now,
      changedAt: now,
      expires: now + 60 * DAY,
    })
    await attachments.forget({ given: now + 1, begun: now + 1 }, 100)
    expect((await attachments.list('900000001' as never)).map(({ digest }) => digest)).toEqual([drafted.digest])
    expect((await attachments.list('clerk.rana' as never)).map(({ digest }) => digest)).toEqual([noted.digest])
    expect(await documents.bytes(lost.digest as never)).toBeUndefined()
    expect(await documents.bytes(used.digest as never)).toBeDefined()
    await fresh.close()
  })
})
