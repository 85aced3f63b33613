import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { apply, complete, deployPermit, items, openHouse, taskOf, type Case, type House } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const idOf = (path: string): string => path.slice('/api/tasks/'.length)

describe('notes over the API', () => {
  test('are written for colleagues or for the applicant, who reads theirs without the author', async () => {
    const { path } = await apply(house)
    const note = { id: house.engine.deps.ids.uuid(), audience: 'internal', body: 'صورة الهوية غير واضحة' }
    for (const body of [note, note, { audience: 'applicant', body: 'نحتاج صورة أوضح' }])
      expect((await house.call('POST', `${path}/notes`, { as: 'clerk.rana', body })).status).toBe(204)
    const inward = items(await house.call('GET', `${path}/notes`, { as: 'supervisor.huda' }))
    expect(inward.map(({ body, author }) => [body, author])).toEqual([
      ['صورة الهوية غير واضحة', 'clerk.rana'],
      ['نحتاج صورة أوضح', 'clerk.rana'],
    ])
    const outward = items(await house.call('GET', `${path}/notes`, { as: '900000001' }))
    expect(outward.map(({ body, author }) => [body, author])).toEqual([['نحتاج صورة أوضح', undefined]])
    const blank = await house.call('POST', `${path}/notes`, { as: 'clerk.rana', body: { ...note, body: '  ' } })
    expect([blank.status, blank.json['code']]).toEqual([422, 'words.empty'])
  })
})

describe('absences over the API', () => {
  const absence = { deputy: 'clerk.sami', from: '2026-11-24', until: '2026-11-26', reason: 'annual leave' }

  test('run from the first day to the end of the last where the office is, and are ended', async () => {
    const made = await house.call('POST', '/api/delegations', { as: 'clerk.rana', body: absence })
    expect([made.status, made.json]).toMatchObject([
      201,
      { principal: 'clerk.rana', starts: '2026-11-23T22:00:00.000Z', ends: '2026-11-26T22:00:00.000Z' },
    ])
    const listed = items(await house.call('GET', '/api/delegations', { as: 'clerk.sami' }))
    expect(listed).toEqual([made.json])
    const end = `/api/delegations/${String(made.json['id'])}/end`
    expect((await house.call('POST', end, { as: 'clerk.sami' })).status).toBe(204)
    expect((await house.call('POST', end, { as: 'clerk.rana' })).json['code']).toBe('delegation.over')
  })

  test.each([
    ['of somebody else', { principal: 'clerk.sami', deputy: 'clerk.rana' }, 403, 'delegation.own'],
    ['with somebody of another agency', { deputy: 'clerk.other' }, 422, 'delegation.deputy'],
    ['that end before they begin', { until: '2026-11-20' }, 422, 'delegation.time'],
    ['longer than 92 days', { until: '2027-11-20' }, 422, 'delegation.time'],
    ['on no day of the calendar', { from: '2026-13-01' }, 422, 'request.invalid'],
    ['without a reason', { reason: '' }, 422, 'request.invalid'],
  ])('%s are refused', async (_what, more, status, code) => {
    const refused = await house.call('POST', '/api/delegations', { as: 'clerk.rana', body: { ...absence, ...more } })
    expect([refused.status, refused.json['code']]).toEqual([status, code])
  })

  test('need colleagues, who are listed', async () => {
    const colleagues = items(await house.call('GET', '/api/colleagues', { as: 'clerk.rana' }))
    expect(colleagues.map(({ id }) => id)).toEqual(['clerk.rana', 'clerk.sami'])
  })
})

describe('the inbox over the API', () => {
  test('shows what the page shows, page by page, and counts it', async () => {
    await using office = await openHouse()
    await deployPermit(office)
    const begun: Case[] = []
    for (let n = 0; n < 3; n++) {
      begun.push(await apply(office))
      office.clock.move(1)
    }
    const [first] = begun
    if (first) await office.call('POST', `${await taskOf(office, first)}/claim`, { as: 'clerk.rana' })
    const read = async (query: string, as: 'clerk.rana' | 'supervisor.huda' = 'clerk.rana') =>
      office.call('GET', `/api/inbox?${query}`, { as })
    expect(items(await read('view=mine')).map(({ reference }) => reference)).toEqual([first?.reference])
    const page = await read('view=groups&limit=1')
    const next = await read(`view=groups&limit=1&after=${encodeURIComponent(String(page.json['next']))}`)
    expect([...items(page), ...items(next)].map(({ reference }) => reference)).toEqual(
      begun.slice(1).map(({ reference }) => reference),
    )
    expect(items(await read(`view=all&text=${String(begun[2]?.reference)}`, 'supervisor.huda'))).toHaveLength(1)
    const counts = await office.call('GET', '/api/inbox/counts', { as: 'clerk.rana' })
    expect(counts.json).toMatchObject({ mine: { open: 1 }, groups: { open: 2 }, all: { open: 0 } })
    expect((await read('view=all')).json['code']).toBe('desk.all')
    expect((await read('view=everything')).json['code']).toBe('request.invalid')
  })

  test('finds applications by name or number, and tells how the work stands', async () => {
    const { reference } = await apply(house)
    const found = await house.call('GET', `/api/search?text=${reference.toLowerCase()}`, { as: 'clerk.rana' })
    expect(items(found).map((one) => one['reference'])).toEqual([reference])
    expect(items(await house.call('GET', '/api/search?text=900000001&limit=1', { as: 'clerk.rana' }))).toHaveLength(1)
    expect(items(await house.call('GET', `/api/search?text=${reference}`, { as: 'clerk.other' }))).toEqual([])
    const figures = await house.call('GET', '/api/figures?days=30', { as: 'supervisor.huda' })
    expect(figures.json['tasks']).toContainEqual(
      expect.objectContaining({ service: 'test.permit', holder: { kind: 'nobody' } }),
    )
  })

  test('is kept as a filter, for oneself or for a group, and thrown away', async () => {
    const keep = (body: object, as: 'clerk.rana' | 'clerk.sami' = 'clerk.rana') =>
      house.call('POST', '/api/filters', {
        as,
        body: { name: 'Overdue', filter: { view: 'groups', due: 'overdue' }, ...body },
      })
    const own = await keep({})
    const shared = await keep({ name: 'For us', office: 'clerks' })
    expect([own.status, own.json['filter']]).toEqual([201, { view: 'groups', due: 'overdue' }])
    const seen = async (as: 'clerk.rana' | 'clerk.sami') =>
      items(await house.call('GET', '/api/filters', { as })).map(({ name }) => name)
    expect([await seen('clerk.rana'), await seen('clerk.sami')]).toEqual([['For us', 'Overdue'], ['For us']])
    expect((await keep({ office: 'judges' })).json['code']).toBe('filter.office')
    expect((await keep({ filter: { view: 'mine', after: 'x' } })).json['code']).toBe('request.invalid')
    const path = `/api/filters/${String(shared.json['id'])}`
    expect((await house.call('DELETE', path, { as: 'clerk.sami' })).status).toBe(404)
    expect((await house.call('DELETE', path, { as: 'clerk.rana' })).status).toBe(204)
    expect(await seen('clerk.sami')).toEqual([])
  })
})

describe('several tasks over the API', () => {
  test('are each completed with their own reason, and what fails is told by name and holds up nothing', async () => {
    const begun = [await apply(house), await apply(house), await apply(house)]
    const tasks = await Promise.all(begun.map((one) => taskOf(house, one)))
    await complete(house, tasks[1] ?? '', 'clerk.sami', { fit: true })
    const decisions = tasks.map((task, n) => ({ id: idOf(task), variables: { fit: true }, reason: `reason ${n}` }))
    const answer = await house.call('POST', '/api/tasks/complete', {
      as: 'clerk.rana',
      body: { decisions },
      headers: { 'accept-language': 'en' },
    })
    expect(items(answer)).toEqual([
      { id: idOf(tasks[0] ?? '') },
      {
        id: idOf(tasks[1] ?? ''),
        problem: expect.objectContaining({
          code: 'task.closed',
          title: expect.stringMatching(/\w/) as string,
        }) as object,
      },
      { id: idOf(tasks[2] ?? '') },
    ])
    const notes = items(await house.call('GET', `${begun[2]?.path ?? ''}/notes`, { as: 'clerk.rana' }))
    expect(notes.map(({ body }) => body)).toEqual(['reason 2'])
    const approvals = await Promise.all([begun[0], begun[2]].map((one) => one && taskOf(house, one)))
    const again = approvals.map((task) => ({ id: idOf(task ?? ''), variables: {}, reason: 'mine again' }))
    const eyes = await house.call('POST', '/api/tasks/complete', { as: 'clerk.rana', body: { decisions: again } })
    expect(items(eyes).every(({ problem }) => problem !== undefined)).toBe(true)
  })

  test('are at most fifty at once', async () => {
    const decisions = Array.from({ length: 51 }, (_, n) => ({ id: `x:${n}`, variables: {}, reason: 'x' }))
    const refused = await house.call('POST', '/api/tasks/complete', { as: 'clerk.rana', body: { decisions } })
    expect([refused.status, refused.json['code']]).toEqual([422, 'request.invalid'])
  })
})

describe('what staff type in Arabic-Indic digits', () => {
  test('names the applicant at the counter as the same digits in Latin do', async () => {
    const typed = { applicant: '٩٠٠٠٠٠٠٠٢', consent: 'spoken', agreed: 'yes', '/purpose': 'work', action: 'submit' }
    const begun = await house.browse('POST', '/desk/counter/test.permit', { as: 'clerk.rana', form: typed })
    const reference = /applications\/([^/?]+)/.exec(String(begun.headers.get('location')))?.[1] ?? ''
    const { json } = await house.call('GET', `/api/instances/${reference}`, { as: 'clerk.rana' })
    expect(json['applicant']).toBe('900000002')
  })

  test('says when an office closes early', async () => {
    const days = {
      'name-ar': 'دوام قصير',
      'name-en': 'A short day',
      first: '٢٠٢٦-١-٥',
      closes: '١٢:٠٠',
      action: 'announce',
    }
    await house.browse('POST', '/desk/closures', { as: 'supervisor.huda', form: days })
    const all = items(await house.call('GET', '/api/holidays', { as: 'supervisor.huda' }))
    expect(all).toMatchObject([{ first: '2026-01-05', closes: '12:00' }])
  })
})

test('several tasks that ask nothing: what cannot be decided any more is told before the others are', async () => {
  const cases = [await apply(house), await apply(house)]
  const tasks: string[] = []
  for (const one of cases) {
    await complete(house, await taskOf(house, one), 'clerk.rana', { fit: true })
    tasks.push(idOf(await taskOf(house, one)))
  }
  await complete(house, `/api/tasks/${tasks[0]}`, 'supervisor.huda', {})
  const asked = new URLSearchParams(tasks.map((id) => ['task', decodeURIComponent(id)])).toString()
  const { text } = await house.browse('GET', `/desk/bulk?${asked}`, { as: 'supervisor.huda' })
  const [, told = ''] = /class="notice notice-warn">(.*?)<\/div>/s.exec(text) ?? []
  expect(cases.map(({ reference }) => told.includes(reference))).toEqual([true, false])
  expect(text.match(/name="task"/g)).toHaveLength(1)
})

test.each([
  ['en', 'Rests on: A law'],
  ['ar', 'السند: قانون'],
] as const)('a task tells the clerk which article it rests on, in %s', async (language, told) => {
  const task = (await taskOf(house, await apply(house))).split('/').at(-1) ?? ''
  const page = await house.browse('GET', `/desk/tasks/${task}`, {
    as: 'clerk.rana',
    headers: { 'accept-language': language },
  })
  expect(page.text.replaceAll(/<[^>]+>/g, '')).toContain(told)
})
