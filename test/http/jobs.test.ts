import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deployPermit, items, lease, openHouse, toStamp, type House, type Leased } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeEach(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterEach(() => house.close())

const report = (job: Leased, how: 'complete' | 'fail' | 'error', body: object = {}) =>
  house.call('POST', `${job.path}/${how}`, { as: 'worker.stamps', body: { token: job.token, ...body } })

async function one(): Promise<Leased> {
  const [job] = await lease(house)
  if (job === undefined) throw new Error('Expected a job to stamp')
  return job
}

const activate = (wait: number, signal?: AbortSignal) =>
  house.call('POST', '/api/jobs/activate', {
    as: 'worker.stamps',
    body: { types: ['stamp'], worker: 'one', wait },
    ...(signal ? { signal } : {}),
  })

const incidents = async () => items(await house.call('GET', '/api/incidents', { as: 'operator.omar' }))

test('a worker gets the job with what it needs, and its result moves the application on', async () => {
  const begun = await toStamp(house)
  const answer = await activate(0)
  expect(items(answer)).toMatchObject([
    {
      instance: begun.id,
      reference: begun.reference,
      element: 'stamp',
      type: 'stamp',
      variables: { purpose: 'work' },
      retries: 2,
      token: 1,
    },
  ])
  expect(items(await activate(0))).toEqual([])
  const path = `/api/jobs/${String(items(answer)[0]?.['id'])}`
  const done = await house.call('POST', `${path}/complete`, {
    as: 'worker.stamps',
    body: { token: 1, variables: { stamped: true } },
  })
  expect(done.json).toMatchObject({ instance: begun.id, status: 'active' })
  const again = await house.call('POST', `${path}/complete`, { as: 'worker.stamps', body: { token: 1 } })
  expect([again.status, again.json['code']]).toEqual([409, 'job.closed'])
})

test('a worker that waits gets the job as soon as there is one', async () => {
  const waiting = activate(50_000)
  const begun = await toStamp(house)
  expect(items(await waiting)).toMatchObject([{ instance: begun.id }])
})

test('a worker that waits for nothing is told so when its time is over', async () => {
  expect(await activate(30)).toMatchObject({ status: 200, json: { items: [] } })
})

test('a worker that went away while it waited takes no job with it', async () => {
  const going = new AbortController()
  const waiting = activate(50_000, going.signal)
  await expect.poll(async () => (await house.call('GET', '/health')).status).toBe(200)
  going.abort()
  await expect(waiting).rejects.toThrow('abort')
  await toStamp(house)
  expect(items(await activate(5_000))).toHaveLength(1)
})

test('a job that was leased for a worker while it hung up goes to the next one at once', async () => {
  await toStamp(house)
  const going = new AbortController()
  const { jobs } = house.engine.deps.store
  const lease = jobs.lease.bind(jobs)
  const putBack = vi.spyOn(jobs, 'putBack')
  vi.spyOn(jobs, 'lease').mockImplementationOnce(async (request) => {
    const leased = await lease(request)
    going.abort()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return leased
  })
  await expect(activate(0, going.signal)).rejects.toThrow('abort')
  await expect.poll(() => putBack.mock.calls.length).toBe(1)
  await putBack.mock.results[0]?.value
  expect(items(await activate(0))).toHaveLength(1)
})

test('a server that stops lets waiting workers go', async () => {
  const waiting = activate(50_000)
  await expect.poll(async () => (await house.call('GET', '/health')).status).toBe(200)
  await house.server.close()
  expect([200, 'gone']).toContain(
    await waiting.then(
      ({ status }) => status,
      () => 'gone',
    ),
  )
})

test('a job whose lease ran out goes to another worker, and the first is refused with its old token', async () => {
  await toStamp(house)
  const slow = await one()
  expect(await lease(house)).toEqual([])
  house.clock.move(61_000)
  const quick = await one()
  expect([quick.id, quick.token]).toEqual([slow.id, slow.token + 1])
  for (const how of ['complete', 'fail', 'error'] as const) {
    const late = await report(slow, how, how === 'fail' ? { reason: 'x' } : how === 'error' ? { code: 'NO_INK' } : {})
    expect([how, late.status, late.json['code']]).toEqual([how, 409, 'job.lease-lost'])
  }
  expect((await report(quick, 'complete')).status).toBe(200)
})

test('two workers that report at the same moment with one token move the application once', async () => {
  await toStamp(house)
  const job = await one()
  const answers = await Promise.all([report(job, 'complete'), report(job, 'complete'), report(job, 'complete')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
})

test('a failed attempt is tried again after a pause, the last one becomes an incident an operator resolves', async () => {
  const begun = await toStamp(house)
  await report(await one(), 'fail', { reason: 'paper jam', backoff: 10_000 })
  expect(await lease(house)).toEqual([])
  house.clock.move(10_000)
  const last = await one()
  expect(last.token).toBe(2)
  await report(last, 'fail', { reason: 'out of paper' })
  expect(await incidents()).toMatchObject([
    { instance: begun.id, element: 'stamp', cause: 'job', message: expect.stringContaining('out of paper') as string },
  ])
  house.clock.move(600_000)
  expect(await lease(house)).toEqual([])
  const path = `/api/incidents/${String((await incidents())[0]?.['id'])}/resolve`
  const resolved = await house.call('POST', path, { as: 'operator.omar', body: { retries: 2 } })
  expect(resolved.json).toMatchObject({ instance: begun.id, incidents: 0 })
  const again = await house.call('POST', path, { as: 'operator.omar' })
  expect([again.status, again.json['code']]).toEqual([409, 'incident.closed'])
  expect((await report(await one(), 'complete')).status).toBe(200)
  expect(await incidents()).toEqual([])
})

test('without a pause of its own a failed job waits longer each time', async () => {
  await toStamp(house)
  await report(await one(), 'fail', { reason: 'jam', retries: 5 })
  expect(await lease(house)).toEqual([])
  house.clock.move(1_000)
  await report(await one(), 'fail', { reason: 'jam', retries: 5 })
  house.clock.move(999)
  expect(await lease(house)).toEqual([])
  house.clock.move(1_001)
  expect(await lease(house)).toHaveLength(1)
})

test('a BPMN error takes the way drawn for it, one nobody catches becomes an incident', async () => {
  const begun = await toStamp(house)
  await report(await one(), 'error', { code: 'NO_INK', message: 'dry', variables: { colour: 'blue' } })
  const shown = await house.call('GET', begun.path, { as: 'clerk.rana' })
  expect(JSON.stringify(shown.json['elements'])).toContain('refill')
  expect(shown.json['variables']).toMatchObject({ colour: 'blue' })
  await toStamp(house, '900000002')
  await report(await one(), 'error', { code: 'FIRE' })
  expect(await incidents()).toMatchObject([{ cause: 'error', message: expect.stringContaining('FIRE') as string }])
})

test('jobs of the connectors of Masar are given to no outside worker, nor taken from one', async () => {
  const refused = await house.call('POST', '/api/jobs/activate', {
    as: 'worker.stamps',
    body: { types: ['stamp', 'masar:payment'], worker: 'one' },
  })
  expect([refused.status, refused.json['code']]).toEqual([403, 'job.reserved'])
  const begun = await paying()
  for (const [how, body] of [
    ['complete', { variables: { payment: { state: 'committed' } } }],
    ['fail', { reason: 'x' }],
    ['error', { code: 'PAYMENT_REJECTED' }],
  ] as const) {
    const forged = await house.call('POST', `/api/jobs/${begun}/${how}`, {
      as: 'worker.stamps',
      body: { token: 1, ...body },
    })
    expect([how, forged.status, forged.json['code']]).toEqual([how, 403, 'job.reserved'])
  }
})

/** An application whose stamp is, on disk, a payment that its connector holds. */
async function paying(): Promise<string> {
  await toStamp(house)
  const job = await one()
  const { jobs } = house.engine.deps.store
  vi.spyOn(jobs, 'get').mockImplementation(async (instance, id) => {
    const [row] = await jobs.list({ instance, limit: 1 })
    return row && row.id === id ? { ...row, type: 'masar:payment' } : undefined
  })
  return job.id
}

test('a worker of another agency finds neither the jobs nor the one it names', async () => {
  await toStamp(house)
  const foreign = await house.call('POST', '/api/jobs/activate', {
    as: 'worker.other',
    body: { types: ['stamp'], worker: 'two' },
  })
  expect(items(foreign)).toEqual([])
  const job = await one()
  const named = await house.call('POST', `${job.path}/complete`, { as: 'worker.other', body: { token: job.token } })
  expect([named.status, named.json['code']]).toEqual([404, 'job.not-found'])
  expect((await report(job, 'complete')).status).toBe(200)
})

test.each([
  { types: [], worker: 'one' },
  { types: ['stamp'] },
  { types: 'stamp', worker: 'one' },
  { types: ['stamp'], worker: 'one', limit: 101 },
  { types: ['stamp'], worker: 'one', leaseTime: 999 },
  { types: ['stamp'], worker: 'one', wait: 50_001 },
  { types: ['stamp'], worker: 'one', wait: '5' },
  { types: Array.from({ length: 51 }, () => 'stamp'), worker: 'one' },
])('work asked for as %j is refused', async (body) => {
  const refused = await house.call('POST', '/api/jobs/activate', { as: 'worker.stamps', body })
  expect([refused.status, refused.json['code']]).toEqual([422, 'request.invalid'])
})

test('operators of the installation see where applications of any agency stand still, operators of another agency do not', async () => {
  const begun = await toStamp(house)
  await report(await one(), 'fail', { reason: 'paper jam' })
  house.clock.move(600_000)
  for (const job of await lease(house)) await report(job, 'fail', { reason: 'out of paper' })
  const seenBy = async (as: 'operator.platform' | 'operator.other', path: string) =>
    items(await house.call('GET', path, { as })).map((it) => it['instance'] ?? it['id'])
  for (const path of ['/api/incidents', '/api/instances?incidents=true']) {
    expect(await seenBy('operator.platform', path)).toEqual([begun.id])
    expect(await seenBy('operator.other', path)).toEqual([])
  }
})
