/** A form's own limits on files are judged while they come: what it does not ask for is not kept. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { jpegPicture } from '../hostile/picture.ts'
import { begunWith, deployDeed, pdf, PNG } from './deed.ts'
import { beginDraft, openHouse, taskOf, type House, type Name } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse({ attachments: { maxBytes: 200_000 } })
  await deployDeed(house)
})
afterAll(() => house.close())

const held = async (as: Name): Promise<readonly string[]> =>
  (await house.engine.deps.store.attachments.list(as as never)).map(({ name }) => name).sort()

interface Sent {
  readonly status: number
  readonly text: string
}

async function send(as: Name, path: string, files: readonly (readonly [string, Uint8Array, string])[]): Promise<Sent> {
  const cookie = `masar=${house.tokenOf(as)}`
  const page = await (
    await fetch(house.url + path, { headers: { cookie, accept: 'text/html', 'accept-language': 'en' } })
  ).text()
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(page) ?? []
  const form = new FormData()
  form.append('page', '1')
  for (const [place, bytes, name] of files) form.append(place, new Blob([Uint8Array.from(bytes)]), name)
  form.append('action', 'next')
  const answer = await fetch(`${house.url}${path}?csrf=${encodeURIComponent(csrf)}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, accept: 'text/html', 'accept-language': 'en' },
    body: form,
  })
  return { status: answer.status, text: await answer.text() }
}

describe('an application', () => {
  let draft: string
  beforeEach(async () => {
    draft = `/apply/${await beginDraft(house, '900000001', 'test.deed')}`
    for (const { digest } of await house.engine.deps.store.attachments.list('900000001' as never))
      await house.engine.deps.store.attachments.remove('900000001' as never, digest)
  })

  test('keeps as many files as a question takes, and says of the others that they are too many', async () => {
    const four = ['a', 'b', 'c', 'd'].map((name) => ['/photos', pdf(name), `${name}.pdf`] as const)
    const sent = await send('900000001', draft, four)
    expect([sent.status, await held('900000001')]).toEqual([422, ['a.pdf', 'b.pdf', 'c.pdf']])
    expect(sent.text).toContain('can have at most 3')
  })

  test('keeps one where one is asked for', async () => {
    const two = ['one', 'two'].map((name) => ['/deed', pdf(name), `${name}.pdf`] as const)
    expect((await send('900000001', draft, two)).status).toBe(422)
    expect(await held('900000001')).toEqual(['one.pdf'])
  })

  test('keeps nothing where no file is asked for', async () => {
    const sent = await send('900000001', draft, [
      ['/note', pdf('in a text'), 'note.pdf'],
      ['/elsewhere', pdf('nowhere'), 'nowhere.pdf'],
      ['/deed', jpegPicture(), 'deed.jpg'],
    ])
    expect([sent.status, await held('900000001')]).toEqual([303, ['deed.jpg']])
  })

  test('says what the installation takes where that is less than the form does', async () => {
    const sent = await send('900000001', draft, [['/deed', pdf('large', 200_001), 'large.pdf']])
    expect([sent.status, await held('900000001')]).toEqual([422, []])
    expect(sent.text).toContain('too large: at most 200 kB')
  })

  test('of somebody else takes no file at all', async () => {
    const sent = await send('900000002', draft, [['/deed', pdf('into another’s'), 'x.pdf']])
    expect([sent.status, await held('900000002')]).toEqual([404, []])
  })
})

test('a task takes the files its form asks for, from whoever may see it', async () => {
  const begun = await begunWith(house, '900000001', {})
  const task = `/desk/tasks/${encodeURIComponent((await taskOf(house, begun)).split('/').at(-1) ?? '')}`
  await house.browse('POST', `${task}/claim`, { as: 'clerk.rana' })
  await send('clerk.rana', task, [
    ['/finding', PNG, 'finding.png'],
    ['/other', pdf('nobody asked'), 'other.pdf'],
  ])
  expect(await held('clerk.rana')).toEqual(['finding.png'])
})
