import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readZip } from '../../engine/packages/zip.ts'
import { beginPackage, deployPermit, items, openHouse, type Answer, type House, type Name } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const DRAFTS = '/designer/api/drafts'

const ask = (method: string, path: string, body?: object, as: Name = 'analyst.nour'): Promise<Answer> =>
  house.browse(method, path, { as, ...(body && { body }) })

const write = (id: string, rev: number, files: object, more: object = {}, as: Name = 'analyst.nour') =>
  ask('POST', `${DRAFTS}/${id}/changes`, { rev, files, ...more }, as)

test('packages are packed for one person so often a minute, while others are served', async () => {
  await using bounded = await openHouse({ requestsPerMinute: 500 })
  await deployPermit(bounded)
  const id = await beginPackage(bounded)
  const pack = (as: Name): Promise<Answer> => bounded.browse('GET', `${DRAFTS}/${id}/package`, { as })
  const answers: Answer[] = []
  for (let n = 0; n < 15; n++) answers.push(await pack('operator.omar'))
  expect(new Set(answers.slice(0, 10).map(({ status }) => status))).toEqual(new Set([200]))
  expect(answers.slice(10).map(({ status, json }) => [status, json['code']])).toEqual(
    Array.from({ length: 5 }, () => [429, 'rate.limited']),
  )
  expect((await pack('analyst.nour')).status).toBe(200)
  expect((await bounded.browse('GET', `${DRAFTS}/${id}`, { as: 'operator.omar' })).status).toBe(200)
})

describe('a package draft over HTTP', () => {
  test('is begun, read, written, listed and taken away as one file', async () => {
    const id = await beginPackage(house)
    const read = await ask('GET', `${DRAFTS}/${id}`)
    expect(read.json).toMatchObject({
      id,
      packageId: 'moj.parcel',
      title: { ar: 'طرد', en: 'Parcel' },
      agency: 'moj',
      rev: 1,
      changedAt: '2026-11-23T09:00:00.000Z',
      changedBy: 'analyst.nour',
      files: { 'workflow.json': expect.stringContaining('"moj.parcel"') },
    })
    expect((await write(id, 1, { 'README.md': 'كتاب' })).json).toEqual({ rev: 2 })
    const listed = await ask('GET', DRAFTS)
    expect(items(listed).find((it) => it['id'] === id)).toMatchObject({ rev: 2 })
    expect(items(listed).every((it) => !('files' in it))).toBe(true)
    const zip = await fetch(`${house.url}${DRAFTS}/${id}/package`, {
      headers: { cookie: `masar=${house.tokenOf('analyst.nour')}` },
    })
    expect(zip.headers.get('content-disposition')).toBe('attachment; filename="moj.parcel-draft-2.masar"')
    const packed = await readZip(new Uint8Array(await zip.arrayBuffer()))
    expect(packed.ok && new TextDecoder().decode(packed.files.get('README.md'))).toBe('كتاب')
  })

  test('that somebody else changed is a conflict with who and when, in both languages', async () => {
    const id = await beginPackage(house)
    await write(id, 1, { 'README.md': 'x' }, {}, 'operator.omar')
    const refused = await write(id, 1, { 'README.md': 'y' })
    expect([refused.status, refused.json]).toMatchObject([
      409,
      { code: 'package-draft.changed', rev: 2, changedBy: 'operator.omar', changedAt: '2026-11-23T09:00:00.000Z' },
    ])
    expect(String(refused.json['title'])).toMatch(/\p{Script=Arabic}/u)
  })

  test('takes a change once, however often it is sent', async () => {
    const id = await beginPackage(house)
    const change = '6f6b7a0e-5d0d-4a53-9a4f-5a3b4f2f3a13'
    const label = { ar: 'كتابة', en: 'Writing' }
    const sent = () => write(id, 1, { 'README.md': 'x' }, { change, label })
    expect([(await sent()).json, (await sent()).json]).toEqual([{ rev: 2 }, { rev: 2 }])
    const revisions = await ask('GET', `${DRAFTS}/${id}/revisions`)
    expect(items(revisions)).toMatchObject([
      { rev: 2, by: 'analyst.nour', kind: 'changed', label },
      { rev: 1, kind: 'created' },
    ])
    const restored = await ask('POST', `${DRAFTS}/${id}/restore`, { revision: 1 })
    expect(restored.json).toMatchObject({ rev: 3 })
    expect(restored.json['files']).not.toHaveProperty('README.md')
  })

  test('is one person’s while they hold it, and says whose', async () => {
    const id = await beginPackage(house)
    const lock = (as: Name, body: object = {}) => ask('POST', `${DRAFTS}/${id}/lock`, body, as)
    expect((await lock('analyst.nour')).json).toEqual({ until: '2026-11-23T09:01:00.000Z' })
    expect((await lock('operator.omar')).json).toMatchObject({
      status: 409,
      code: 'package-draft.locked',
      lockedBy: 'analyst.nour',
      until: '2026-11-23T09:01:00.000Z',
    })
    expect((await lock('operator.omar', { steal: true })).status).toBe(200)
    expect((await write(id, 1, { 'README.md': 'x' })).json).toMatchObject({ lockedBy: 'operator.omar' })
    expect((await ask('DELETE', `${DRAFTS}/${id}/lock`, {}, 'operator.omar')).status).toBe(204)
    expect((await write(id, 1, { 'README.md': 'x' })).status).toBe(200)
    const { takeovers } = (await ask('GET', `${DRAFTS}/${id}/revisions`)).json
    expect(takeovers).toEqual([{ at: '2026-11-23T09:00:00.000Z', by: 'operator.omar', from: 'analyst.nour' }])
  })

  test('is judged by the server, beside it', async () => {
    const id = await beginPackage(house)
    expect((await ask('POST', `${DRAFTS}/${id}/check`, {})).json).toEqual({ findings: [] })
    await write(id, 1, { 'workflow.json': '{"id": "moj.parcel"}' })
    const { findings } = (await ask('POST', `${DRAFTS}/${id}/check`, {})).json
    expect(findings).toContainEqual(expect.objectContaining({ file: 'workflow.json', severity: 'error' }))
  })

  test('may be as large as a package', async () => {
    const id = await beginPackage(house)
    const large = `<!-- ${'خدمة '.repeat(350_000)} -->`
    expect((await write(id, 1, { 'large.bpmn': large })).json).toEqual({ rev: 2 })
    const read = await ask('GET', `${DRAFTS}/${id}`)
    expect(read.json['files']).toMatchObject({ 'large.bpmn': large })
  })

  test('is made of a file that comes in base64', async () => {
    const id = await beginPackage(house)
    const { files } = (await ask('GET', `${DRAFTS}/${id}`)).json as { files: Record<string, string> }
    const content = Buffer.from(files['parcel.bpmn'] ?? '').toString('base64')
    const taken = await ask('POST', DRAFTS, { kind: 'import', name: 'Parcels.bpmn', content })
    expect([taken.status, taken.json]).toMatchObject([201, { packageId: 'moj.parcels' }])
  })

  test.each([
    ['without what its kind is made of', { kind: 'blank', packageId: 'moj.x' }],
    ['of a kind that is none', { kind: 'wish' }],
    ['with more than is asked', { kind: 'version', packageId: 'test.permit', version: '1.0.0', agency: 'moh' }],
  ])('is refused %s', async (_what, body) => {
    expect((await ask('POST', DRAFTS, body)).status).toBe(422)
  })

  test.each([
    ['no files', { rev: 1 }],
    ['a revision that is none', { rev: 0, files: {} }],
    ['half a character', { rev: 1, files: { 'README.md': '\ud800' } }],
    ['a number for a file', { rev: 1, files: { 'README.md': 7 } }],
  ])('is not changed by %s', async (_what, body) => {
    const id = await beginPackage(house)
    expect((await ask('POST', `${DRAFTS}/${id}/changes`, body)).status).toBe(422)
  })

  test('is written from pages of this site alone', async () => {
    const id = await beginPackage(house)
    const send = (headers: Record<string, string>) =>
      fetch(`${house.url}${DRAFTS}/${id}/changes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `masar=${house.tokenOf('analyst.nour')}`, ...headers },
        body: JSON.stringify({ rev: 1, files: { 'README.md': 'forged' } }),
      })
    expect((await send({})).status).toBe(403)
    expect((await send({ 'x-csrf-token': 'a.b.' })).status).toBe(403)
    expect((await ask('GET', `${DRAFTS}/${id}`)).json['rev']).toBe(1)
  })

  test('no bearer token opens the designer’s own routes', async () => {
    expect((await house.call('GET', DRAFTS, { as: 'analyst.nour' })).status).toBe(401)
  })
})

describe('packages in force over HTTP', () => {
  test('are listed with their versions, and fetched to be checked with', async () => {
    const listed = items(await ask('GET', '/designer/api/packages'))
    expect(listed).toMatchObject([{ packageId: 'test.permit', versions: ['1.0.0'], own: true, shared: false }])
    const zip = await fetch(`${house.url}/designer/api/shared/test.permit/1.0.0/package`, {
      headers: { cookie: `masar=${house.tokenOf('analyst.nour')}` },
    })
    expect((await readZip(new Uint8Array(await zip.arrayBuffer()))).ok).toBe(true)
  })
})
