import { expect, test } from 'vitest'
import type { Cancellation } from '../../engine/commands/cancel-instances.ts'
import type { IncidentKind } from '../../engine/commands/resolve-incidents.ts'
import type { InstanceId } from '../../engine/core/ids.ts'
import { isProblem, ProblemError, unavailable } from '../../engine/core/problem.ts'
import { line } from '../elements/draw.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { STAFF, told } from '../elements/staff.ts'
import { script, service, user } from '../elements/steps.ts'

/** A loop that never ends would go on longer than this. */
const MOST_CALLS = 40

interface Page {
  readonly next?: string
}

/** As long as there is more to look at; time passes between two calls, or stands still. */
async function pages<T extends Page>(office: Office, call: (after: { after?: string }) => Promise<T>, passes = 1) {
  const all: T[] = []
  for (let after: string | undefined = ''; after !== undefined && all.length < MOST_CALLS;) {
    const page: T = await call(after === '' ? {} : { after })
    office.clock.set(office.clock.now() + passes)
    all.push(page)
    after = page.next
  }
  expect(all.length).toBeLessThan(MOST_CALLS)
  return all
}

const retried = (office: Office, kind: Partial<IncidentKind> = {}, passes?: number) =>
  pages(
    office,
    async (after) => {
      const page = await office.engine.resolveIncidents(STAFF, { limit: 2, ...kind, ...after })
      if (isProblem(page)) throw new Error(told(page))
      return page
    },
    passes,
  )

const canceled = (office: Office, what: Partial<Cancellation> = {}) =>
  pages(office, async (after) => {
    const asked = { packageId: PACKAGE, reason: 'the service is closed', limit: 2 }
    const page = await office.engine.cancelInstances(STAFF, { ...asked, ...what, ...after })
    if (isProblem(page)) throw new Error(told(page))
    return page
  })

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
const halting = line(script('Divide', '= if amount = null then missing.part else amount / 2', 'half'), user('Review'))

/** Reading this application throws until the function returned is called. */
function spoil(office: Office, spoiled: InstanceId, fault: Error): () => void {
  const { instances } = office.engine.deps.store
  const get = instances.get.bind(instances)
  instances.get = (id) => (id === spoiled ? Promise.reject(fault) : get(id))
  return () => {
    instances.get = get
  }
}

test.each([1, 0])(
  'trying all incidents again ends although each comes back, and tells which did (%i ms from call to call)',
  async (passes) => {
    await inOffice(async (office) => {
      await office.deploy(pack([halting]))
      const begun = [await office.start(), await office.start(), await office.start()]
      const answers = await retried(office, { limit: 1 }, passes)
      expect(sum(answers.map(({ resolved }) => resolved))).toBe(0)
      const back = answers.flatMap(({ failedAgain }) => failedAgain)
      expect(back).toHaveLength(3)
      for (const [index, it] of begun.entries()) {
        const [open = ''] = Object.keys((await it.read()).state.incidents)
        const message = it.state.incidents[open as keyof typeof it.state.incidents]?.message
        expect(back[index]).toEqual({ id: `${it.id}:${open}`, element: 'Divide', cause: 'expression', message })
      }
    })()
  },
)

test(
  'an incident counts as tried again where the application goes on, also when another step then stands still',
  inOffice(async (office) => {
    await office.deploy(pack([line(service('Ask'), script('Divide', '= missing.part', 'half'))]))
    const [one, two] = [await office.start(), await office.start()]
    await one.fail('Ask', 'the registry is down', 0)
    await two.job('Ask')
    expect(await retried(office, { cause: 'job' })).toEqual([{ resolved: 1, failedAgain: [], failed: [] }])
    await office.settle()
    await one.job('Ask')
    expect(one.trouble).toEqual(two.trouble)
  }),
)

test(
  'incidents raised after the first call wait for another one',
  inOffice(async (office) => {
    await office.deploy(pack([line(service('Ask'))]))
    const begun = [await office.start(), await office.start(), await office.start()]
    for (const it of begun.slice(0, 2)) await it.fail('Ask', 'the registry is down', 0)
    const { next } = { next: '', ...(await office.engine.resolveIncidents(STAFF, { cause: 'job', limit: 1 })) }
    await office.advance('PT1S')
    await begun[2]?.fail('Ask', 'the registry is down', 0)
    expect(await retried(office, { cause: 'job', after: next })).toMatchObject([{ resolved: 1 }])
    await office.settle()
    expect((await begun[2]?.read())?.trouble).toEqual(['job Ask'])
  }),
)

test(
  'a mark that no call gave is refused',
  inOffice(async (office) => {
    const resolve = (after: string) => office.engine.resolveIncidents(STAFF, { limit: 1, after })
    for (const after of ['', 'x', 'WyJhIiwxXQ', '1.2.3', `-1.${'0'.repeat(26)}:1.WyJhIiwxXQ`])
      expect(await resolve(after)).toMatchObject({ kind: 'invalid', code: 'page.cursor' })
  }),
)

test(
  'an application that breaks keeps nobody else from being tried again or ended',
  inOffice(async (office) => {
    await office.deploy(pack([line(service('Ask'))]))
    const begun = [await office.start(), await office.start(), await office.start()]
    for (const it of begun) await it.fail('Ask', 'the registry is down', 0)
    const broken = begun[1]?.id ?? ('' as InstanceId)
    const mend = spoil(office, broken, new Error('torn'))
    const answers = await retried(office)
    expect(sum(answers.map(({ resolved }) => resolved))).toBe(2)
    expect(answers.flatMap(({ failed }) => failed)).toMatchObject([{ id: expect.stringMatching(broken), code: 'bug' }])
    const ended = await canceled(office)
    expect(sum(ended.map((page) => page.canceled))).toBe(2)
    expect(ended.flatMap(({ failed }) => failed)).toMatchObject([{ id: broken, code: 'bug' }])
    mend()
    expect((await office.all()).map(({ status }) => status)).toEqual(['terminated', 'active', 'terminated'])
  }),
)

test(
  'a store that takes nothing now is told as such, and not as the fault of every application',
  inOffice(async (office) => {
    await office.deploy(pack([line(service('Ask'))]))
    const it = await (await office.start()).fail('Ask', 'the registry is down', 0)
    const mend = spoil(office, it.id, new ProblemError(unavailable('store.unavailable', 'Expected room on the disk')))
    await expect(retried(office)).rejects.toThrow(ProblemError)
    await expect(canceled(office)).rejects.toThrow(ProblemError)
    mend()
  }),
)

test(
  'ending all of a service ends although new applications begin meanwhile, and they go on',
  inOffice(async (office) => {
    await office.deploy(pack([line(user('Review'))]))
    for (let n = 0; n < 3; n++) await office.start()
    const begin = { packageId: PACKAGE, variables: {}, channel: 'api' } as const
    const answers = await pages(office, async (after) => {
      const asked = { packageId: PACKAGE, reason: 'the service is closed', limit: 1 }
      const page = await office.engine.cancelInstances(STAFF, { ...asked, ...after })
      if (isProblem(page)) throw new Error(told(page))
      await office.engine.startInstance(STAFF, begin)
      return page
    })
    expect(sum(answers.map((page) => page.canceled))).toBe(3)
    expect((await office.all()).filter(({ status }) => status === 'active')).toHaveLength(3)
  }),
)

test(
  'what others have mended or ended meanwhile is neither done nor failed',
  inOffice(async (office) => {
    await office.deploy(pack([line(service('Ask'))]))
    const it = await (await office.start()).fail('Ask', 'the registry is down', 0)
    const { instances } = office.engine.deps.store
    const listed = await instances.list({ limit: 2, running: true })
    const incidents = await instances.incidents({ limit: 2 })
    const { list, incidents: open } = instances
    await it.cancel()
    Object.assign(instances, { list: async () => listed, incidents: async () => incidents })
    expect(await canceled(office)).toEqual([{ canceled: 0, failed: [] }])
    expect(await retried(office)).toEqual([{ resolved: 0, failedAgain: [], failed: [] }])
    Object.assign(instances, { list, incidents: open })
  }),
)
