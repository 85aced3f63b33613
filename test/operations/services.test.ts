import { expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { endEvent, line, process, startEvent } from '../elements/draw.ts'
import { inOffice, Office } from '../elements/office.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { AGENCY, STAFF } from '../elements/staff.ts'
import { condition, every, message, service, signal, start, user } from '../elements/steps.ts'

const other = 'moj.other'
const held = { packageId: PACKAGE, reason: 'the law has changed' }
const statuses = async (office: Office) => (await office.all()).map(({ status }) => status)

async function suspend(office: Office, what: { packageId?: string; agency?: AgencyId } = { packageId: PACKAGE }) {
  const done = await office.engine.suspendService(STAFF, { ...what, reason: held.reason })
  if (isProblem(done)) throw new Error(done.detail)
  await office.settle()
}

async function lift(office: Office, what: { packageId?: string; agency?: AgencyId } = { packageId: PACKAGE }) {
  const done = await office.engine.resumeService(STAFF, { ...what, reason: 'the law is in force' })
  if (isProblem(done)) throw new Error(done.detail)
  await office.settle()
}

test(
  'a suspended service suspends what runs of it and begins nothing; lifted, both go on, and other services never stopped',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]), pack([line(user('Review'))], { id: other }))
    await office.start()
    await office.start()
    await office.start({}, other)
    await suspend(office)
    expect(await statuses(office)).toEqual(['suspended', 'suspended', 'active'])
    const refused = await office.engine.startInstance(STAFF, { packageId: PACKAGE, variables: {}, channel: 'api' })
    expect(refused).toMatchObject({ kind: 'conflict', code: 'service.suspended' })
    expect(await office.engine.listSuspensions(STAFF)).toMatchObject([{ packageId: PACKAGE, reason: held.reason }])
    await lift(office)
    expect(await statuses(office)).toEqual(['active', 'active', 'active'])
    expect(await office.engine.listSuspensions(STAFF)).toEqual([])
    expect((await office.start()).status).toBe('active')
  }),
)

test(
  'more applications than one round takes are all suspended and all resumed',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]))
    for (let n = 0; n < 250; n++)
      await office.engine.startInstance(STAFF, { packageId: PACKAGE, variables: { n }, channel: 'api' })
    await suspend(office)
    expect(await office.engine.deps.store.instances.count()).toMatchObject({ active: 0, suspended: 250 })
    await lift(office)
    expect(await office.engine.deps.store.instances.count()).toMatchObject({ active: 250, suspended: 0 })
  }),
)

test(
  'an application suspended for itself as well goes on only when both are lifted',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]))
    const it = await office.start()
    await it.suspend('a complaint')
    await suspend(office)
    await lift(office)
    expect((await it.read()).status).toBe('suspended')
    expect((await it.resume()).status).toBe('active')
  }),
)

test(
  'an application that is suspended already is held with its service as well: lifting the first does not let it go on',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]))
    const it = await office.start()
    await it.suspend('a complaint')
    await suspend(office)
    expect((await it.resume()).status).toBe('suspended')
    await lift(office)
    expect((await it.read()).status).toBe('active')
  }),
)

test(
  'who held a service and who let it go on, and why, stays known: in the record of each application and of the service',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]))
    const it = await office.start()
    const { engine } = office
    const by = (id: string): Actor => ({
      kind: 'user',
      id: id as UserId,
      agency: AGENCY,
      roles: ['operator'],
      groups: [],
    })
    for (const round of ['1', '2']) {
      await engine.suspendService(by(`holder-${round}`), { packageId: PACKAGE, reason: `held ${round}` })
      await office.settle()
      await engine.resumeService(by(`lifter-${round}`), { packageId: PACKAGE, reason: `lifted ${round}` })
      await office.settle()
    }
    const { events } = await it.read()
    expect(events.filter(({ kind }) => /^instance(Suspended|Resumed)$/.test(kind))).toMatchObject([
      { kind: 'instanceSuspended', reason: 'held 1', by: 'user:holder-1' },
      { kind: 'instanceResumed', reason: 'lifted 1', by: 'user:lifter-1' },
      { kind: 'instanceSuspended', reason: 'held 2', by: 'user:holder-2' },
      { kind: 'instanceResumed', reason: 'lifted 2', by: 'user:lifter-2' },
    ])
    expect(await engine.listSuspensions(STAFF)).toEqual([])
    const first = await engine.listEndedSuspensions(STAFF, { limit: 1 })
    expect(first.items).toMatchObject([
      { by: 'user:holder-2', lifted: { by: 'user:lifter-2', reason: 'lifted 2' }, endedAt: office.clock.now() },
    ])
    const rest = await engine.listEndedSuspensions(STAFF, { limit: 9, after: first.next ?? '' })
    expect(rest).toMatchObject({ items: [{ by: 'user:holder-1', reason: 'held 1' }] })
    expect(await engine.listEndedSuspensions({ ...STAFF, agency: 'moh' as AgencyId }, { limit: 9 })).toEqual({
      items: [],
    })
  }),
)

test(
  'a service held again before all of it has gone on stays held with the new reason',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]))
    await office.start()
    await suspend(office)
    await office.engine.resumeService(STAFF, { packageId: PACKAGE, reason: 'too early' })
    await suspend(office)
    expect(await statuses(office)).toEqual(['suspended'])
    expect((await office.engine.listEndedSuspensions(STAFF, { limit: 9 })).items).toMatchObject([
      { lifted: { reason: 'too early' } },
    ])
    await lift(office)
    expect(await statuses(office)).toEqual(['active'])
  }),
)

test(
  'a service held by itself and with its agency goes on only when both are lifted',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]))
    await office.start()
    await suspend(office)
    await suspend(office, { agency: AGENCY })
    await lift(office)
    expect(await statuses(office)).toEqual(['suspended'])
    await lift(office, { agency: AGENCY })
    expect(await statuses(office)).toEqual(['active'])
  }),
)

test(
  'a whole agency can be suspended',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]), pack([line(user('Review'))], { id: other }))
    await office.start()
    await office.start({}, other)
    await suspend(office, { agency: AGENCY })
    expect(await statuses(office)).toEqual(['suspended', 'suspended'])
    await lift(office, { agency: AGENCY })
    expect(await statuses(office)).toEqual(['active', 'active'])
  }),
)

test(
  'messages and times that would begin an application wait until the service is resumed, and begin one then',
  inOffice(async (office) => {
    await office.deploy(
      pack([
        process(
          'Process_1',
          startEvent('Asked'),
          start('Told', message('application.received')),
          start('Yearly', every('R/2026-12-01T08:00:00+02:00/P1Y')),
          user('Review'),
          endEvent('End'),
          'Asked -> Review -> End',
          'Told -> Review',
          'Yearly -> Review',
        ),
      ]),
    )
    await suspend(office)
    await office.message('application.received', { timeToLive: 3_000_000_000 })
    await office.advance('P20D')
    expect(await office.all()).toEqual([])
    await lift(office)
    await office.advance('PT1M')
    expect((await office.all()).map(({ path }) => path)).toEqual([['Yearly'], ['Told']])
  }),
)

const told = (version = '1.0.0') =>
  pack(
    [
      process(
        'Process_1',
        startEvent('Asked'),
        start('Told', message('application.received')),
        start('Heard', signal('law.changed')),
        user('Review'),
        endEvent('End'),
        'Asked -> Review -> End',
        'Told -> Review',
        'Heard -> Review',
      ),
    ],
    { version },
  )

test(
  'a message or a signal that would begin an application is kept while the service is suspended, however short its time',
  inOffice(async (office) => {
    await office.deploy(told())
    const { messages, signals } = office.engine.deps.store
    await suspend(office)
    await office.message('application.received', { id: 'm-1', timeToLive: 0 })
    await office.signal('law.changed')
    await office.advance('P3D')
    await suspend(office, { agency: AGENCY })
    expect(await messages.forget(office.clock.now())).toBe(0)
    expect(await signals.next()).toBeUndefined()
    await lift(office)
    await office.advance('P3D')
    expect(await messages.forget(office.clock.now())).toBe(0)
    expect(await office.all()).toEqual([])
    await lift(office, { agency: AGENCY })
    await office.advance('PT1M')
    expect((await office.all()).flatMap(({ path }) => path).toSorted()).toEqual(['Heard', 'Told'])
    expect(await signals.next()).toBeUndefined()
    await office.advance('P8D')
    expect(await messages.get(AGENCY, 'application.received', 'm-1')).toBeUndefined()
    expect(await office.all()).toHaveLength(2)
  }),
)

test(
  'what came for a service is begun on the corrected version that was deployed while it was suspended',
  inOffice(async (office) => {
    await office.deploy(told())
    await suspend(office)
    await office.message('application.received', { timeToLive: 0 })
    await office.signal('law.changed')
    await office.advance('P1D')
    await office.deploy(told('2.0.0'))
    await lift(office)
    expect((await office.all()).map(({ state }) => state.program)).toEqual([
      'moj.elements@2.0.0/Process_1',
      'moj.elements@2.0.0/Process_1',
    ])
  }),
)

test('however many messages were kept, each begins one application when the service is resumed', async () => {
  const office = new Office()
  await office.deploy(told())
  await suspend(office)
  for (let n = 0; n < 450; n++)
    await office.engine.publishMessage(STAFF, {
      agency: AGENCY,
      name: 'application.received',
      variables: { n },
      timeToLive: 0,
    })
  await office.advance('P1D')
  await lift(office)
  expect(await office.engine.deps.store.instances.count()).toMatchObject({ active: 450 })
  expect(await office.engine.listSuspensions(STAFF)).toEqual([])
})

test('an application that is broken stands in the way of no other’s suspension', async () => {
  const office = new Office()
  await office.deploy(pack([line(user('Review'))]), pack([line(user('Review'))], { id: other }))
  const [broken, sound] = [await office.start(), await office.start({}, other)]
  const { instances } = office.engine.deps.store
  const get = instances.get.bind(instances)
  vi.spyOn(instances, 'get').mockImplementation(async (id) => {
    const row = await get(id)
    return row && id === broken.id ? { ...row, state: '{broken' } : row
  })
  for (const packageId of [PACKAGE, other]) await office.engine.suspendService(STAFF, { packageId, reason: 'x' })
  await office.settle().catch(() => {})
  expect((await sound.read()).status).toBe('suspended')
  vi.restoreAllMocks()
  office.clock.set(office.clock.now() + 60_000)
  await office.settle()
  expect((await broken.read()).status).toBe('suspended')
})

test(
  'of two operators who suspend or resume at once one is told that the other was faster',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]))
    const twice = <T>(work: () => Promise<T>): Promise<T[]> => Promise.all([work(), work()])
    const outcomes = (done: readonly unknown[]): unknown => done.map((one) => (isProblem(one) ? one.code : 'done'))
    const held = await twice(() => office.engine.suspendService(STAFF, { packageId: PACKAGE, reason: 'x' }))
    expect(outcomes(held)).toEqual(['done', 'service.suspended'])
    const lifted = await twice(() => office.engine.resumeService(STAFF, { packageId: PACKAGE, reason: 'x' }))
    expect(outcomes(lifted)).toEqual(['done', 'service.not-suspended'])
  }),
)

test(
  'asked what is the case, a suspended service is passed over and others begin; asked for by name it says that it is suspended',
  inOffice(async (office) => {
    const flooded = (id: string) =>
      pack(
        [
          process(
            'Process_1',
            startEvent('Asked'),
            start('Flooded', condition('=water > 3')),
            user('Review'),
            endEvent('End'),
            'Asked -> Review -> End',
            'Flooded -> Review',
          ),
        ],
        { id },
      )
    await office.deploy(flooded('moj.a'), flooded('moj.b'), flooded('moj.c'))
    expect(await office.conditions({ water: 5 }, { idempotencyKey: 'k-1' })).toBe(3)
    await suspend(office, { packageId: 'moj.b' })
    expect(await office.conditions({ water: 5 }, { idempotencyKey: 'k-1' })).toBe(3)
    expect(await office.conditions({ water: 6 }, { idempotencyKey: 'k-2' })).toBe(2)
    await expect(office.conditions({ water: 7 }, { packageId: 'moj.b' })).rejects.toThrow('service.suspended')
    expect(await office.all()).toHaveLength(5)
  }),
)

test(
  'suspending twice, lifting what is in force and services one may not see are refused',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]))
    const { engine } = office
    const stranger: Actor = { kind: 'system', id: 'test', agency: 'moh' as AgencyId }
    expect(await engine.suspendService(stranger, held)).toMatchObject({ kind: 'notFound' })
    expect(await engine.suspendService(stranger, { agency: AGENCY, reason: 'x' })).toMatchObject({ kind: 'forbidden' })
    expect(await engine.suspendService(STAFF, { packageId: 'moj.none', reason: 'x' })).toMatchObject({
      kind: 'notFound',
    })
    expect(await engine.resumeService(STAFF, held)).toMatchObject({ code: 'service.not-suspended' })
    await suspend(office)
    expect(await engine.suspendService(STAFF, held)).toMatchObject({ code: 'service.suspended' })
    expect(await engine.listSuspensions(stranger)).toEqual([])
  }),
)

test(
  'all incidents of a kind are tried again at once, and those of another kind stay',
  inOffice(async (office) => {
    await office.deploy(pack([line(service('Ask'))]), pack([line(service('Tell'))], { id: other }))
    const [one, two] = [await office.start(), await office.start()]
    const third = await office.start({}, other)
    for (const it of [one, two]) await it.fail('Ask', 'the registry is down', 0)
    await third.fail('Tell', 'no address', 0)
    const resolved = await office.engine.resolveIncidents(STAFF, { cause: 'job', packageId: PACKAGE, limit: 1 })
    expect(resolved).toMatchObject({ resolved: 1, failed: [], next: expect.any(String) })
    const rest = await office.engine.resolveIncidents(STAFF, { message: 'registry is down', limit: 200 })
    expect(rest).toEqual({ resolved: 1, failedAgain: [], failed: [] })
    await office.settle()
    expect([(await one.read()).trouble, (await two.read()).trouble, (await third.read()).trouble]).toEqual([
      [],
      [],
      ['job Tell'],
    ])
    expect(await office.engine.resolveIncidents(STAFF, { element: 'Nowhere', limit: 200 })).toEqual({
      resolved: 0,
      failedAgain: [],
      failed: [],
    })
  }),
)

test(
  'all running applications of a service are ended, suspended ones too, and others stay',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]), pack([line(user('Review'))], { id: other }))
    for (let n = 0; n < 3; n++) await office.start()
    const held = await office.start()
    await held.suspend()
    await office.start({}, other)
    const cancel = (after?: string) =>
      office.engine.cancelInstances(STAFF, {
        packageId: PACKAGE,
        reason: 'the service is closed',
        limit: 2,
        ...(after === undefined ? {} : { after }),
      })
    let canceled = 0
    for (let after: string | undefined = ''; after !== undefined;) {
      const page = await cancel(after === '' ? undefined : after)
      if (isProblem(page)) throw new Error(page.detail)
      canceled += page.canceled
      after = page.next
    }
    expect(canceled).toBe(4)
    expect(await statuses(office)).toEqual(['terminated', 'terminated', 'terminated', 'terminated', 'active'])
    const stranger: Actor = { kind: 'system', id: 'test', agency: 'moh' as AgencyId }
    const foreign = await office.engine.cancelInstances(stranger, { packageId: other, reason: 'x', limit: 2 })
    expect(foreign).toMatchObject({ kind: 'notFound' })
  }),
)
