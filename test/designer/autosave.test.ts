import { describe, expect, test } from 'vitest'
import type { Keeper } from '../../designer/draft/autosave.ts'
import type { Unsaved } from '../../designer/draft/local-copy.ts'
import { openSession, type DraftSession } from '../../designer/draft/session.ts'
import type { Answer } from '../../designer/server/client.ts'
import type { Changes, DraftContent } from '../../designer/server/drafts.ts'

const LABEL = { ar: 'تعديل', en: 'Change' }

/** A server with one draft, whose network can be cut, and whose other clients can save and hold the lock. */
function server() {
  const files = new Map([
    ['a', '1'],
    ['b', '1'],
  ])
  const seen = new Map<string, number>()
  const copies = new Map<string, Unsaved>()
  const timers: { at: number; work: () => void }[] = []
  const at = {
    rev: 1,
    now: 0,
    names: 0,
    reachable: true,
    answerLost: false,
    full: false,
    holder: undefined as string | undefined,
  }
  const sent: string[] = []
  const content = (): DraftContent => ({
    id: 'one',
    packageId: 'moj.one',
    title: LABEL,
    agency: 'moj',
    rev: at.rev,
    changedAt: '2026-01-04T08:00:00Z',
    changedBy: 'هدى',
    files: Object.fromEntries(files),
  })
  const refuse = (status: number, code: string, more: Record<string, unknown> = {}): Answer<never> => ({
    kind: 'refused',
    refusal: { status, code, title: '', detail: code, more },
  })
  function take({ rev, change, files: changes }: Changes): Answer<{ rev: number }> {
    const before = seen.get(change)
    if (before !== undefined) return { kind: 'ok', value: { rev: before } }
    if (at.full) return refuse(413, 'package-draft.full')
    if (rev !== at.rev) return refuse(409, 'package-draft.stale', { changedBy: 'هدى' })
    for (const [path, text] of Object.entries(changes))
      if (text === null) files.delete(path)
      else files.set(path, text)
    at.rev++
    seen.set(change, at.rev)
    return { kind: 'ok', value: { rev: at.rev } }
  }
  const keeper: Keeper = {
    copy: {
      read: async (id) => copies.get(id),
      keep: async (id, rev, changes) => void copies.set(id, { rev, changes: [...changes], at: at.now }),
      forget: async (id) => void copies.delete(id),
    },
    get: async () => (at.reachable ? { kind: 'ok', value: content() } : { kind: 'unreachable' }),
    async change(_id, changes) {
      if (!at.reachable) return { kind: 'unreachable' }
      sent.push(changes.change)
      const answer = take(changes)
      if (!at.answerLost) return answer
      at.answerLost = false
      return { kind: 'unreachable' }
    },
    lock: async (_id, steal) => {
      if (!at.reachable) return { kind: 'unreachable' }
      if (steal) at.holder = undefined
      return at.holder === undefined
        ? { kind: 'ok', value: { until: '' } }
        : refuse(409, 'package-draft.locked', { lockedBy: at.holder })
    },
    unlock: async () => undefined,
    newName: () => `change-${String(++at.names)}`,
    later(milliseconds, work) {
      const timer = { at: at.now + milliseconds, work }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
  }
  /** Everything due in so many milliseconds. */
  async function pass(milliseconds: number): Promise<void> {
    const until = at.now + milliseconds
    for (;;) {
      const next = timers.toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined || next.at > until) break
      timers.splice(timers.indexOf(next), 1)
      at.now = Math.max(at.now, next.at)
      next.work()
      await settled()
    }
    at.now = until
    await settled()
  }
  const colleague = (path: string, text: string): void => {
    files.set(path, text)
    at.rev++
  }
  return { at, files, sent, copies, keeper, pass, colleague, open: () => openSession(content(), keeper) }
}

const settled = async (): Promise<void> => {
  for (let i = 0; i < 30; i++) await Promise.resolve()
}
const write = (session: DraftSession, path: string, text: string): void =>
  session.change(LABEL, new Map([[path, text]]))

describe('a draft saves itself', () => {
  test('shortly after the last change, all of it at once', async () => {
    const { files, sent, pass, open } = server()
    const session = await open()
    write(session, 'a', '2')
    write(session, 'a', '3')
    await pass(5_000)
    expect([files.get('a'), sent.length, session.saving.kind]).toEqual(['3', 1, 'saved'])
  })

  test('once the server is back, and says meanwhile that it is not there', async () => {
    const { at, files, pass, open, copies } = server()
    const session = await open()
    at.reachable = false
    write(session, 'a', '2')
    await pass(5_000)
    expect([session.saving.kind, copies.get('one')?.changes]).toEqual(['offline', [['a', '2']]])
    at.reachable = true
    await pass(60_000)
    expect([files.get('a'), session.saving.kind, copies.size]).toEqual(['2', 'saved', 0])
  })

  test('once there is room for it, and says meanwhile that there is none, keeping it in the browser', async () => {
    const { at, files, sent, pass, open, copies } = server()
    const session = await open()
    at.full = true
    write(session, 'a', '2')
    await pass(5_000)
    expect([session.saving.kind, files.get('a'), copies.get('one')?.changes]).toEqual(['full', '1', [['a', '2']]])
    const asked = sent.length
    for (let n = 0; n < 20; n++) write(session, 'a', `typed ${n}`)
    await pass(0)
    expect(sent).toHaveLength(asked)
    at.full = false
    await pass(60_000)
    expect([files.get('a'), session.saving.kind, copies.size]).toEqual(['typed 19', 'saved', 0])
  })

  test('under the same name where the answer was lost, so that it counts once', async () => {
    const { at, sent, pass, open } = server()
    const session = await open()
    at.answerLost = true
    write(session, 'a', '2')
    await pass(1_000)
    write(session, 'a', '3')
    await pass(60_000)
    expect([at.rev, session.saving.kind, sent[0], sent[1]]).toEqual([3, 'saved', 'change-1', 'change-1'])
  })

  test('beside what a colleague saved in another file, which is taken in', async () => {
    const { files, pass, colleague, open } = server()
    const session = await open()
    colleague('b', 'theirs')
    write(session, 'a', 'mine')
    await pass(5_000)
    expect([files.get('a'), files.get('b'), session.files.get('b')]).toEqual(['mine', 'theirs', 'theirs'])
  })
})

describe('a draft that is published', () => {
  const page = (version: string, title: string): string => JSON.stringify({ version, title })

  test('goes on from the version it became, and what was done before can be undone still', async () => {
    const there = server()
    there.files.set('workflow.json', page('1.0.0', 'old'))
    const session = await there.open()
    write(session, 'workflow.json', page('1.0.0', 'new'))
    write(session, 'a', '2')
    await session.save()
    there.colleague('workflow.json', page('2.0.0', 'new'))
    await session.published('2.0.0')
    expect(session.files.get('workflow.json')).toBe(page('2.0.0', 'new'))
    expect(session.saving.kind).toBe('saved')
    session.undo()
    session.undo()
    expect(session.undoLabel).toBeUndefined()
    await session.save()
    expect([...there.files]).toEqual([
      ['a', '1'],
      ['b', '1'],
      ['workflow.json', page('2.0.0', 'old')],
    ])
    session.redo()
    session.redo()
    await session.save()
    expect(there.files.get('workflow.json')).toBe(page('2.0.0', 'new'))
    expect(there.files.get('a')).toBe('2')
  })

  test('takes the version in once the server answers again', async () => {
    const there = server()
    there.files.set('workflow.json', page('1.0.0', 'old'))
    const session = await there.open()
    there.colleague('workflow.json', page('2.0.0', 'old'))
    there.at.reachable = false
    await session.published('2.0.0')
    there.at.reachable = true
    write(session, 'a', '2')
    await there.pass(5_000)
    expect(session.files.get('workflow.json')).toBe(page('2.0.0', 'old'))
    expect(there.files.get('a')).toBe('2')
    expect(session.saving.kind).toBe('saved')
  })
})

describe('where both changed the same file', () => {
  test('nothing is written over until the reader says whose stays', async () => {
    const { files, pass, colleague, open } = server()
    const session = await open()
    colleague('a', 'theirs')
    write(session, 'a', 'mine')
    await pass(5_000)
    expect([session.saving, files.get('a')]).toEqual([{ kind: 'conflict', by: 'هدى', paths: ['a'] }, 'theirs'])
    await session.resolve('mine')
    expect([files.get('a'), session.saving.kind]).toEqual(['mine', 'saved'])
  })

  test('theirs can be taken, and mine come back with undo', async () => {
    const { files, pass, colleague, open } = server()
    const session = await open()
    colleague('a', 'theirs')
    write(session, 'a', 'mine')
    await pass(5_000)
    await session.resolve('theirs')
    expect([session.files.get('a'), files.get('a')]).toEqual(['theirs', 'theirs'])
    session.undo()
    await pass(5_000)
    expect(files.get('a')).toBe('mine')
  })
})

describe('a browser that was killed', () => {
  test('finds what was not saved when it is opened again', async () => {
    const { at, files, pass, open } = server()
    const session = await open()
    at.reachable = false
    write(session, 'a', '2')
    await settled()
    at.reachable = true
    const again = await open()
    expect(again.files.get('a')).toBe('2')
    await pass(5_000)
    expect(files.get('a')).toBe('2')
  })

  test('shows the conflict where a colleague saved the same file since', async () => {
    const { at, files, colleague, open } = server()
    const session = await open()
    at.reachable = false
    write(session, 'a', 'mine')
    await settled()
    at.reachable = true
    colleague('a', 'theirs')
    const again = await open()
    expect([again.saving.kind, again.files.get('a'), files.get('a')]).toEqual(['conflict', 'mine', 'theirs'])
    await again.resolve('mine')
    expect(files.get('a')).toBe('mine')
  })
})

describe('a draft that a colleague works on', () => {
  test('is read only, and takes no change', async () => {
    const { at, open } = server()
    at.holder = 'هدى'
    const session = await open()
    write(session, 'a', '2')
    expect([session.saving, session.files.get('a')]).toEqual([{ kind: 'readonly', by: 'هدى' }, '1'])
  })

  test('can be taken over, with what they saved last', async () => {
    const { at, files, pass, colleague, open } = server()
    at.holder = 'هدى'
    const session = await open()
    colleague('b', 'theirs')
    await session.takeOver()
    write(session, 'a', '2')
    await pass(5_000)
    expect([session.files.get('b'), files.get('a'), session.saving.kind]).toEqual(['theirs', '2', 'saved'])
  })
})
