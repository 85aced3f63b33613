import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { apply, complete, deployPermit, items, openHouse, taskOf, toNews, type House } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

describe('a task on the desk', () => {
  test('shows its form and what the procedure knows', async () => {
    const begun = await apply(house)
    const shown = await house.call('GET', await taskOf(house, begun), { as: 'clerk.rana' })
    expect(shown.json).toMatchObject({
      reference: begun.reference,
      element: 'review',
      status: 'open',
      candidateGroups: ['clerks'],
      variables: { purpose: 'work', application: { reference: begun.reference } },
      formDefinition: { title: { en: 'Review' }, schema: { required: ['fit'] } },
    })
  })

  test('is taken by one clerk, given back, and taken by another', async () => {
    const task = await taskOf(house, await apply(house))
    expect((await house.call('POST', `${task}/claim`, { as: 'clerk.rana' })).status).toBe(200)
    const other = await house.call('POST', `${task}/claim`, { as: 'clerk.sami' })
    expect([other.status, other.json['code']]).toEqual([409, 'task.assigned-to-other'])
    const notHis = await house.call('POST', `${task}/release`, { as: 'clerk.sami' })
    expect([notHis.status, notHis.json['code']]).toEqual([403, 'task.release'])
    expect((await house.call('POST', `${task}/release`, { as: 'clerk.rana' })).status).toBe(200)
    expect((await house.call('POST', `${task}/release`, { as: 'clerk.rana' })).json['code']).toBe('task.free')
    expect((await house.call('POST', `${task}/claim`, { as: 'clerk.sami' })).status).toBe(200)
  })

  test('that two clerks take or complete at the same moment goes to exactly one', async () => {
    for (const [command, body] of [
      ['claim', undefined],
      ['complete', { variables: { fit: true } }],
    ] as const) {
      const task = await taskOf(house, await apply(house))
      const answers = await Promise.all(
        (['clerk.rana', 'clerk.sami'] as const).map((as) =>
          house.call('POST', `${task}/${command}`, { as, ...(body ? { body } : {}) }),
        ),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    }
  })

  test('completed by one of sixteen answers at once moves the application once', async () => {
    const begun = await apply(house)
    const task = await taskOf(house, begun)
    const answers = await Promise.all(
      Array.from({ length: 16 }, () =>
        house.call('POST', `${task}/complete`, { as: 'clerk.rana', body: { variables: { fit: true } } }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(15)
    const history = items(await house.call('GET', `${begun.path}/history`, { as: 'auditor.aya' }))
    expect(history.filter(({ command }) => command === 'completeTask')).toHaveLength(1)
  })

  test('keeps a draft until it is completed', async () => {
    const task = await taskOf(house, await apply(house))
    const draft = await house.call('PUT', `${task}/draft`, {
      as: 'clerk.rana',
      body: { variables: { fit: 'not sure' } },
    })
    expect([draft.status, draft.text]).toEqual([204, ''])
    expect((await house.call('GET', task, { as: 'clerk.rana' })).json['draft']).toEqual({ fit: 'not sure' })
    await complete(house, task, 'clerk.rana', { fit: true })
    const late = await house.call('PUT', `${task}/draft`, { as: 'clerk.rana', body: { variables: {} } })
    expect([late.status, late.json['code']]).toEqual([409, 'task.closed'])
  })

  test('is not completed with answers that do not fit its form, and stays open', async () => {
    const task = await taskOf(house, await apply(house))
    for (const [variables, code] of [
      [{}, 'answers.invalid'],
      [{ fit: 'yes' }, 'answers.invalid'],
      [{ fit: true, fee: 0 }, 'answers.unasked'],
      [{ fit: true, policy: {} }, 'answers.reserved'],
    ] as const) {
      const refused = await house.call('POST', `${task}/complete`, { as: 'clerk.rana', body: { variables } })
      expect([refused.status, refused.json['code']]).toEqual([422, code])
    }
    expect((await house.call('GET', task, { as: 'clerk.rana' })).json['status']).toBe('open')
  })

  test('takes nothing but the answers: whose it is and how it stands is not for the body to say', async () => {
    const task = await taskOf(house, await apply(house))
    const more = { variables: { fit: true }, assignee: 'clerk.sami', status: 'completed', agency: 'moh' }
    expect((await house.call('POST', `${task}/complete`, { as: 'clerk.rana', body: more })).json['code']).toBe(
      'request.invalid',
    )
    const claim = await house.call('POST', `${task}/claim`, { as: 'clerk.rana', body: { assignee: 'clerk.sami' } })
    expect(claim.json['code']).toBe('request.invalid')
    expect((await house.call('GET', task, { as: 'clerk.rana' })).json).not.toHaveProperty('assignee')
  })
})

describe('two pairs of eyes', () => {
  test('who reviewed cannot approve, nor be given the approval', async () => {
    const begun = await apply(house)
    await complete(house, await taskOf(house, begun), 'clerk.sami', { fit: true })
    const approval = await taskOf(house, begun)
    for (const [command, as, body] of [
      ['claim', 'clerk.sami', undefined],
      ['complete', 'clerk.sami', { variables: {} }],
      ['assign', 'supervisor.huda', { assignee: 'clerk.sami', reason: 'busy' }],
    ] as const) {
      const refused = await house.call('POST', `${approval}/${command}`, { as, ...(body ? { body } : {}) })
      expect([command, refused.status, refused.json['code']]).toEqual([command, 403, 'task.four-eyes'])
    }
    await complete(house, approval, 'supervisor.huda', {})
  })

  test('nobody works on their own application', async () => {
    const begun = await house.call('POST', '/api/instances', {
      as: 'clerk.rana',
      body: { packageId: 'test.permit', channel: 'api', applicant: 'clerk.sami', variables: { purpose: 'own' } },
    })
    const task = await taskOf(house, { id: '' as never, path: '', reference: String(begun.json['reference']) })
    const refused = await house.call('POST', `${task}/claim`, { as: 'clerk.sami' })
    expect([refused.status, refused.json['code']]).toEqual([403, 'task.own-application'])
  })
})

describe('assigning', () => {
  test('a supervisor gives a task to a colleague, with a reason that is recorded', async () => {
    const begun = await apply(house)
    const task = await taskOf(house, begun)
    const given = await house.call('POST', `${task}/assign`, {
      as: 'supervisor.huda',
      body: { assignee: 'clerk.sami', reason: 'Rana is on leave' },
    })
    expect(given.status).toBe(200)
    expect((await house.call('GET', task, { as: 'clerk.sami' })).json['assignee']).toBe('clerk.sami')
    const history = await house.call('GET', `${begun.path}/history`, { as: 'auditor.aya' })
    expect(history.text).toContain('Rana is on leave')
  })

  test('an account of another agency is as unknown as one that does not exist', async () => {
    const task = await taskOf(house, await apply(house))
    const [foreign, missing] = await Promise.all(
      ['clerk.other', 'clerk.missi'].map((assignee) =>
        house.call('POST', `${task}/assign`, { as: 'supervisor.huda', body: { assignee, reason: 'x' } }),
      ),
    )
    expect(foreign?.status).toBe(404)
    expect({ ...foreign?.json, instance: '', detail: '' }).toEqual({ ...missing?.json, instance: '', detail: '' })
    expect(String(foreign?.json['detail']).replace('clerk.other', '')).toBe(
      String(missing?.json['detail']).replace('clerk.missi', ''),
    )
  })
})

describe('a task of the applicant', () => {
  test('is found by them whatever the agency, with what its form asks for and no more', async () => {
    const begun = await toNews(house)
    const news = { name: 'judgment', correlationKey: begun.reference, variables: { internal: 'note of the court' } }
    await house.call('POST', '/api/messages', { as: 'clerk.rana', body: news })
    await expect
      .poll(async () => items(await house.call('GET', '/api/tasks', { as: '900000001' })).map(({ element }) => element))
      .toContain('collect')
    const task = await taskOf(house, begun)
    const own = await house.call('GET', task, { as: '900000001' })
    expect(own.status).toBe(200)
    expect(own.text).not.toContain('note of the court')
    expect(own.json['variables']).toEqual({})
    expect((await house.call('GET', task, { as: 'supervisor.huda' })).text).toContain('note of the court')
    expect((await house.call('GET', task, { as: '900000002' })).status).toBe(404)
    const release = await house.call('POST', `${task}/release`, { as: '900000001' })
    expect([release.status, release.json['code']]).toEqual([409, 'task.only-yours'])
    const more = await house.call('POST', `${task}/complete`, {
      as: '900000001',
      body: { variables: { collected: true, fit: false } },
    })
    expect(more.json['code']).toBe('answers.unasked')
    const done = await house.call('POST', `${task}/complete`, {
      as: '900000001',
      body: { variables: { collected: true } },
    })
    expect(done.json['status']).toBe('completed')
  })
})

describe('the list', () => {
  test('has every open task once over its pages, earliest first, whoever works meanwhile', async () => {
    await using crowd = await openHouse()
    await deployPermit(crowd)
    const references: string[] = []
    for (let n = 0; n < 17; n++) {
      references.push((await apply(crowd)).reference)
      crowd.clock.move(1)
    }
    const read: string[] = []
    let after = ''
    for (;;) {
      const page = await crowd.call('GET', `/api/tasks?limit=4${after}`, { as: 'clerk.rana' })
      expect(items(page).length).toBeLessThanOrEqual(4)
      read.push(...items(page).map(({ reference }) => String(reference)))
      const [first] = items(page)
      if (first) await complete(crowd, `/api/tasks/${String(first['id'])}`, 'clerk.rana', { fit: true })
      if (page.json['next'] === undefined) break
      after = `&after=${encodeURIComponent(String(page.json['next']))}`
    }
    expect(read).toEqual(references)
  })

  test('tells mine from free, and shows nobody the desk of another agency', async () => {
    await using desk = await openHouse()
    await deployPermit(desk)
    const mine = await taskOf(desk, await apply(desk))
    await apply(desk)
    await desk.call('POST', `${mine}/claim`, { as: 'clerk.rana' })
    const count = async (view: string, as: 'clerk.rana' | 'clerk.sami' | 'clerk.other' | 'supervisor.other') =>
      items(await desk.call('GET', `/api/tasks?view=${view}`, { as })).length
    expect([
      await count('mine', 'clerk.rana'),
      await count('free', 'clerk.rana'),
      await count('all', 'clerk.rana'),
    ]).toEqual([1, 1, 2])
    expect([
      await count('mine', 'clerk.sami'),
      await count('free', 'clerk.sami'),
      await count('all', 'clerk.sami'),
    ]).toEqual([0, 1, 1])
    expect([await count('all', 'clerk.other'), await count('all', 'supervisor.other')]).toEqual([0, 0])
  })
})
