import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AgencyId, InstanceId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { LIMITS } from '../../engine/core/executor.ts'
import { flow } from '../bpmn/drawing.ts'
import { arena, NEIGHBOUR, type Arena } from './arena.ts'
import {
  attack,
  ATTACKER,
  each,
  job,
  line,
  message,
  round,
  script,
  throwMessage,
  timerDefinition,
  user,
  wait,
} from './parcel.ts'

let it: Arena
beforeEach(async () => {
  it = await arena()
})
afterEach(() => it.close())

const startedBy = (id: string, ref: string, first: string): string =>
  `<bpmn:startEvent id="${id}"><bpmn:messageEventDefinition messageRef="${ref}"/></bpmn:startEvent>${flow(`${id}_f`, id, first)}`

const again = (copies: number): string =>
  `${line(...Array.from({ length: copies }, (_, index) => throwMessage(`t${index}`, 'm', `="k${index}"`)))}${startedBy('again', 'm', 't0')}`

async function neighbourComesThrough(rounds: number): Promise<void> {
  const id = await it.start(NEIGHBOUR)
  it.clock.set(it.clock.now() + 2_000)
  for (let count = 0; count < rounds; count++) await it.worker.tick()
  expect((await it.state(id)).status).toBe('completed')
}

const count = async (): Promise<number> => {
  const all = await it.engine.deps.store.instances.count(ATTACKER as AgencyId)
  return all.active + all.completed + all.terminated
}

const incidents = async (): Promise<readonly string[]> => {
  const page = await it.engine.deps.store.instances.incidents({ agency: ATTACKER as AgencyId, limit: 200 })
  return page.items.map(({ cause, message: says }) => `${cause}: ${says}`)
}

describe('A service that starts itself by messages', { timeout: 120_000 }, () => {
  test.each([
    ['once', 1],
    ['three times over', 3],
  ])('%s is stopped at the limit of its family, and one incident says why', async (_title, copies) => {
    await it.deploy(attack({ steps: again(copies), roots: message('m', 'again') }))
    await it.start('evil.service')
    await it.worker.tick()
    await neighbourComesThrough(5)
    await it.untilQuiet(5_000)
    expect(await count()).toBe(LIMITS.descendants + 2)
    expect(await incidents()).toEqual([expect.stringContaining('look for a process that starts itself')])
    expect(it.faults).toEqual([])
  })

  test('by way of another service is one family with it', async () => {
    const other = {
      id: 'evil.other',
      workflow: { start: { process: 'main', channels: ['api'] } },
      steps: line(throwMessage('t', 'm', '="k"')) + startedBy('pong', 'p', 't'),
      roots: message('m', 'ping') + message('p', 'pong'),
    }
    await it.deploy(
      attack({
        steps: line(throwMessage('t', 'p', '="k"')) + startedBy('ping', 'm', 't'),
        roots: message('m', 'ping') + message('p', 'pong'),
      }),
      attack(other),
    )
    await it.start('evil.service')
    await it.untilQuiet(5_000)
    expect(await count()).toBe(LIMITS.descendants + 2)
  })

  test('goes on with what an operator lets go on, and no further', async () => {
    await it.deploy(attack({ steps: again(1), roots: message('m', 'again') }))
    await it.start('evil.service')
    await it.untilQuiet(5_000)
    const [held] = (await it.engine.deps.store.instances.incidents({ limit: 1 })).items
    if (held === undefined) throw new Error('Expected an incident')
    const operator = { kind: 'system', id: 'test', agency: ATTACKER as AgencyId } as const
    await it.engine.resolveIncident(operator, `${held.instance}:${held.id}`)
    await it.untilQuiet(5_000)
    expect((await it.state(held.instance)).status).toBe('completed')
    expect(await count()).toBe(LIMITS.descendants + 2)
  })

  test('a thousand messages in one step are the most', async () => {
    const publishing = throwMessage('t', 'm', '=string(item)')[1]
    const body = `<bpmn:subProcess id="s"><bpmn:startEvent id="ss"/>${publishing}${flow('sf', 'ss', 't')}${each('=for i in 1..1000 return i')}</bpmn:subProcess>`
    await it.deploy(
      attack({ steps: line(['s', body], ['p', throwMessage('p', 'm', '="last"')[1]]), roots: message('m', 'news') }),
    )
    const id = await it.start('evil.service')
    expect(await it.trouble(id)).toEqual(['limit p'])
  })
})

describe('A service that starts itself by signals', { timeout: 120_000 }, () => {
  const throwing = (id: string): readonly [string, string] => [
    id,
    `<bpmn:intermediateThrowEvent id="${id}"><bpmn:signalEventDefinition signalRef="alarm"/></bpmn:intermediateThrowEvent>`,
  ]
  const root = '<bpmn:signal id="alarm" name="alarm"/>'
  const rings = `<bpmn:startEvent id="rings"><bpmn:signalEventDefinition signalRef="alarm"/></bpmn:startEvent>${flow('rings_f', 'rings', 't0')}`

  test.each([
    ['once', 1],
    ['three times over', 3],
  ])('%s is stopped at the limit of its family, and one incident says why', async (_title, copies) => {
    const throws = Array.from({ length: copies }, (_, index) => throwing(`t${index}`))
    await it.deploy(attack({ steps: `${line(...throws)}${rings}`, roots: root }))
    await it.start('evil.service')
    await it.worker.tick()
    await neighbourComesThrough(5)
    await it.untilQuiet(5_000)
    expect(await count()).toBe(LIMITS.descendants + 2)
    expect(await incidents()).toEqual([expect.stringContaining('look for a process that starts itself')])
    expect(await it.engine.deps.store.signals.next()).toBeUndefined()
    expect(it.faults).toEqual([])
  })
})

test('Applications that answer a signal with the same signal are stopped, each with an incident that says why', async () => {
  const hears =
    '<bpmn:startEvent id="hears" isInterrupting="false"><bpmn:signalEventDefinition signalRef="echo"/></bpmn:startEvent>'
  const answers = '<bpmn:endEvent id="answers"><bpmn:signalEventDefinition signalRef="echo"/></bpmn:endEvent>'
  const echo = `<bpmn:subProcess id="echoes" triggeredByEvent="true">${hears}${answers}${flow('hears_f', 'hears', 'answers')}</bpmn:subProcess>`
  await it.deploy(attack({ steps: `${line(user('u'))}${echo}`, roots: '<bpmn:signal id="echo" name="echo"/>' }))
  for (let count = 0; count < 5; count++) await it.start('evil.service')
  const agency = ATTACKER as AgencyId
  const worker = it.withLimits({ ...LIMITS, answers: 40, messages: 3 })
  await it.engine.deps.store.commit({
    agency,
    at: it.clock.now(),
    changes: [{ kind: 'broadcastSignal', signal: { name: 'echo', variables: {} } }],
  })
  let done = 1
  for (let round = 0; round < 2_000 && done > 0; round++) done = await worker.tick()
  expect(await it.engine.deps.store.signals.next()).toBeUndefined()
  expect((await incidents()).some((one) => one.includes('tell each other for ever'))).toBe(true)
  expect(it.faults).toEqual([])
})

test('A start that a crash parted from its message is made up for', async () => {
  await it.deploy(attack({ steps: line(script('a', '=1')) + startedBy('news', 'm', 'a'), roots: message('m', 'news') }))
  const agency = ATTACKER as AgencyId
  const at = it.clock.now()
  const lost = { messageId: 'm-1', name: 'news', key: '', variables: {}, expires: at + 60_000 }
  await it.engine.deps.store.commit({ agency, at, changes: [{ kind: 'publishMessage', message: lost }] })
  await it.untilQuiet()
  expect(await count()).toBe(1)
  it.clock.set(at + 10_000)
  await it.untilQuiet()
  expect(await count()).toBe(1)
})

describe('An application that never rests', { timeout: 120_000 }, () => {
  const catching = `<bpmn:intermediateCatchEvent id="c"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>`
  const talking = `<bpmn:startEvent id="start"/><bpmn:exclusiveGateway id="loop"/>${flow('i', 'start', 'loop')}<bpmn:parallelGateway id="g"/>${flow('a', 'loop', 'g')}${throwMessage('t', 'm', '="k"')[1]}${catching}<bpmn:endEvent id="e"/>${flow('b', 'g', 't')}${flow('c1', 'g', 'c')}${flow('d', 't', 'e')}${flow('f', 'c', 'loop')}`

  test.each([
    ['because its timer is always due', round(wait('w', 'timeDuration', 'PT0S')), ''],
    ['because it talks to itself', talking, message('m', 'ping', '="k"')],
    ['because its job fails in a way it takes for success', round(job('j', 'masar:notify')), ''],
  ])('%s leaves time for others', async (_title, steps, roots) => {
    await it.deploy(attack({ steps, roots }))
    await it.start('evil.service')
    for (let count = 0; count < 20; count++) await it.worker.tick()
    await neighbourComesThrough(5)
    expect(it.faults).toEqual([])
  })

  test('stops with an incident when its history is as long as one may be', async () => {
    const large = '=(for i in 1..17 return if i = 1 then "aaaaaaaa" else partial[-1] + partial[-1])[-1]'
    const burden = '=[s, s, s]'
    await it.deploy(
      attack({
        steps: `${line(script('s', large), ['loop', '<bpmn:exclusiveGateway id="loop"/>'])
          .replace(flow('f2', 'loop', 'end'), '')
          .replace(
            '<bpmn:endEvent id="end"/>',
            '',
          )}${script('y', burden)[1]}${wait('w', 'timeDuration', 'PT1S')[1]}${flow('a', 'loop', 'y')}${flow('b', 'y', 'w')}${flow('c', 'w', 'loop')}`,
      }),
    )
    const id = await it.start('evil.service')
    for (let count = 0; count < 200 && (await it.trouble(id)).length === 0; count++) {
      it.clock.set(it.clock.now() + 1_000)
      await it.untilQuiet()
    }
    const { incidents: open } = await it.state(id)
    expect(Object.values(open).map((one) => one.message)).toEqual([
      expect.stringContaining('history that comes to an end'),
    ])
    expect(await it.recorded(id)).toBeLessThan(LIMITS.history + LIMITS.record)
  })

  test('by a cycle that opens a task each second is full some time, and grows no further', async () => {
    const body = `${line(user('ask'))}<bpmn:boundaryEvent id="tick" attachedToRef="ask" cancelActivity="false">${timerDefinition('timeCycle', 'R/PT1S')}</bpmn:boundaryEvent>${user('more')[1]}${flow('t', 'tick', 'more')}`
    await it.deploy(attack({ steps: body }))
    const id = await it.start('evil.service')
    const few = { ...it.engine.deps.limits, tokens: 20 }
    const small = it.withLimits(few)
    for (let count = 0; count < 60; count++) {
      it.clock.set(it.clock.now() + 1_000)
      while ((await small.tick()) > 0);
    }
    const { elements, incidents: open } = await it.state(id)
    expect(Object.keys(elements).length).toBeLessThanOrEqual(22)
    expect(Object.values(open)[0]?.cause).toBe('limit')
    await small.stop()
  })
})

describe('Agencies are served in turn', { timeout: 120_000 }, () => {
  const agency = ATTACKER as AgencyId

  test('when one has ten thousand timers due at once', async () => {
    const crowd = `<bpmn:subProcess id="s"><bpmn:startEvent id="ss"/>${wait('w', 'timeDuration', 'PT1S')[1]}${flow('sf', 'ss', 'w')}${each('=for i in 1..1000 return i')}</bpmn:subProcess>`
    await it.deploy(attack({ steps: line(['s', crowd]) }))
    for (let count = 0; count < 3; count++) await it.start('evil.service')
    const mine = await it.start('evil.service')
    await neighbourComesThrough(3)
    expect((await it.state(mine)).status).toBe('active')
  })

  test('when one has more jobs ready than there are hands', async () => {
    await it.deploy(attack({ steps: line(job('j', 'masar:notify', '', '', each('=for i in 1..500 return i'))) }))
    await it.start('evil.service')
    await neighbourComesThrough(3)
    const left = await it.engine.deps.store.jobs.list({ agency, limit: 1_000 })
    expect(left.length).toBeGreaterThan(100)
  })

  test('and one application with a crowd of timers does not hide its own agency from the clock', async () => {
    const crowd = `<bpmn:subProcess id="s"><bpmn:startEvent id="ss"/>${wait('w', 'timeDuration', 'PT1S')[1]}${flow('sf', 'ss', 'w')}${each('=for i in 1..1000 return i')}</bpmn:subProcess>`
    await it.deploy(
      attack({ steps: line(['s', crowd]) }),
      attack({ id: 'evil.quiet', steps: line(wait('w', 'timeDuration', 'PT2S')) }),
    )
    await it.start('evil.service')
    await it.start('evil.service')
    const quiet: InstanceId = await it.start('evil.quiet')
    it.clock.set(it.clock.now() + 3_000)
    for (let count = 0; count < 3; count++) await it.worker.tick()
    expect((await it.state(quiet)).status).toBe('completed')
  })
})

test.each(['R/PT1S', 'R/PT0.5S', '* * * * * *'])('A service may not start itself every second: %s', async (cycle) => {
  const clock = `<bpmn:startEvent id="clock">${timerDefinition('timeCycle', cycle)}</bpmn:startEvent>${flow('cf', 'clock', 'a')}`
  const refused = await it.deploy(attack({ steps: line(script('a', '=1')) + clock }))
  expect(refused?.findings?.[0]?.rule ?? refused?.code).toMatch(/^(deploy\.timer|bpmn\/timers)$/)
  expect(await it.deploy(attack({ steps: line(script('a', '=1')) + clock.replace(cycle, 'R/PT1H') }))).toBeUndefined()
})

test('A name that another agency deployed is not to be taken over', async () => {
  const stolen = await it.deploy(attack({ id: NEIGHBOUR, version: '9.0.0', steps: line(script('a', '=1')) }))
  expect(stolen?.code).toBe('deploy.owner')
  const still = await it.engine.deps.store.deployments.latest(NEIGHBOUR)
  expect(still?.version).toBe('1.0.0')
})

test('An agency cannot speak for another', async () => {
  const published = await it.engine.publishMessage(
    { kind: 'system', id: 'test', agency: ATTACKER as AgencyId },
    { agency: 'neighbour' as AgencyId, name: 'x', variables: {} },
  )
  expect(isProblem(published) && published.code).toBe('message.agency')
})
