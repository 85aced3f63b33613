/** Signals: who waits when one is thrown, and the deliveries that follow. */
import { describe, expect, it } from 'vitest'
import type { AgencyId, ProgramKey } from '../../../engine/core/ids.ts'
import type { SignalDelivery } from '../../../engine/core/signal.ts'
import type { Change } from '../../../engine/core/change.ts'
import type { Store } from '../../../engine/core/store.ts'
import { alone, AT, committed, digest, instance, local, MOH, MOJ, start, step } from './given.ts'

const listen = (n: number, id: number, name = 'closed'): Change => ({
  kind: 'openSignalSubscription',
  instance: instance(n),
  id: local(id),
  name,
})
const leave = (n: number, id: number): Change => ({
  kind: 'closeSignalSubscription',
  instance: instance(n),
  id: local(id),
})
const broadcast = (signalId?: string, name = 'closed'): Change => ({
  kind: 'broadcastSignal',
  signal: { name, variables: { why: 'snow' }, ...(signalId === undefined ? {} : { signalId }) },
})
const take = ({ signal, to }: SignalDelivery): Change => ({
  kind: 'takeSignal',
  signal,
  target: to.kind === 'instance' ? to.instance : to.program,
  element: to.kind === 'instance' ? '' : to.element,
})

const START = 'moj.record@1.0.0/main' as ProgramKey

export function signals(store: () => Store): void {
  const due = async (now = AT + 10_000): Promise<readonly SignalDelivery[]> => store().signals.due(now, 100)
  const told = async (): Promise<readonly unknown[]> => (await due()).map(({ to }) => to)
  const deploy = (agency: AgencyId = MOJ): Promise<unknown> =>
    store().deployments.add([
      {
        packageId: 'moj.record',
        version: '1.0.0',
        agency,
        digest: digest('a'),
        deployedAt: AT,
        deployedBy: 'user:operator',
        zip: new Uint8Array(),
        startTimers: [],
        startMessages: [],
        startSignals: [{ program: START, element: 'Start_Alarm', name: 'closed' }],
        startConditions: [],
      },
    ])

  describe('a signal', () => {
    it('is to be delivered to every instance of the agency that waits for it as it is thrown, and to start events', async () => {
      await deploy()
      await committed(
        store(),
        start(1, { changes: [listen(1, 5), listen(1, 7), listen(1, 6, 'opened')] }),
        start(2, { changes: [listen(2, 5)] }),
        start(3, { changes: [listen(3, 5)] }),
        start(4, { agency: MOH, changes: [listen(4, 5)] }),
      )
      await committed(store(), step(3, 1, { changes: [leave(3, 5)] }))
      await committed(store(), alone([broadcast('s-1')], AT + 50))
      await committed(store(), start(5, { changes: [listen(5, 5)] }))
      expect(await told()).toEqual([
        { kind: 'instance', instance: instance(1), waits: ['5', '7'] },
        { kind: 'instance', instance: instance(2), waits: ['5'] },
        { kind: 'start', program: START, element: 'Start_Alarm' },
      ])
      expect((await due())[0]).toMatchObject({
        agency: MOJ,
        name: 'closed',
        variables: { why: 'snow' },
        due: AT + 50,
      })
      expect(await store().signals.get(MOJ, 'closed', 's-1')).toEqual({
        signalId: 's-1',
        agency: MOJ,
        name: 'closed',
        thrownAt: AT + 50,
        reached: 3,
      })
      expect(await store().signals.waiting(MOJ, 'closed')).toEqual(
        [
          [1, 5],
          [1, 7],
          [2, 5],
          [5, 5],
        ].map(([n = 0, id = 0]) => ({ instance: instance(n), id: local(id) })),
      )
    })

    it('thrown by an instance does not come back to it, and tells where it comes from', async () => {
      await committed(
        store(),
        start(1, { changes: [listen(1, 5)] }),
        start(2, { created: { origin: instance(1) }, changes: [listen(2, 5)] }),
      )
      await committed(store(), step(2, 1, { changes: [broadcast()] }))
      expect(await told()).toEqual([{ kind: 'instance', instance: instance(1), waits: ['5'] }])
      expect((await due())[0]?.origin).toBe(instance(1))
      await committed(store(), step(1, 1, { changes: [broadcast()] }))
      expect((await due()).map(({ origin }) => origin)).toEqual([instance(1), instance(1)])
    })

    it('says how many deliveries followed from the first of those that answer each other', async () => {
      await committed(store(), ...[1, 2, 3].map((n) => start(n, { changes: [listen(n, 5)] })))
      await committed(store(), alone([broadcast()]))
      const [one, two] = await due()
      if (!one || !two) throw new Error('Expected deliveries')
      await committed(store(), step(1, 1, { changes: [broadcast(), take(one)] }))
      await committed(store(), step(2, 1, { changes: [take(two), broadcast()] }))
      expect((await due()).map(({ followed }) => followed)).toEqual([4, 4, 4, 4, 4])
      const last = (await due()).at(-1)
      if (!last) throw new Error('Expected a delivery')
      await committed(store(), alone([take(last)]), step(3, 1, { changes: [broadcast()] }))
      expect((await due()).map(({ followed }) => followed).toSorted()).toEqual([0, 0, 4, 4, 4, 4])
    })

    it('is taken by each of them once', async () => {
      await committed(store(), start(1, { changes: [listen(1, 5)] }), start(2, { changes: [listen(2, 5)] }))
      await committed(store(), alone([broadcast()]))
      const [first, second] = await due()
      if (!first || !second) throw new Error('Expected two deliveries')
      await committed(store(), step(1, 1, { changes: [take(first)] }))
      expect(await due()).toEqual([second])
      expect(await store().commit(step(1, 2, { changes: [take(first)] }))).toEqual({ kind: 'duplicate', of: 'signal' })
      expect((await store().instances.get(instance(1)))?.rev).toBe(2)
      expect(await store().commit(alone([take(second), take(second)]))).toEqual({ kind: 'duplicate', of: 'signal' })
      expect(await due()).toEqual([second])
    })

    it('sent again under its id is a duplicate, also when nobody waited', async () => {
      await committed(store(), alone([broadcast('s-1')]))
      expect(await store().commit(alone([broadcast('s-1')]))).toEqual({ kind: 'duplicate', of: 'signal' })
      await committed(store(), alone([broadcast('s-1')], AT, MOH), alone([broadcast('s-1', 'opened')]))
      expect(await store().signals.get(MOJ, 'closed', 's-1')).toMatchObject({ reached: 0 })
      expect(await store().signals.get(MOJ, 'closed', 's-2')).toBeUndefined()
    })

    it('that cannot be delivered now is tried again later', async () => {
      expect(await store().signals.next()).toBeUndefined()
      await committed(store(), start(1, { changes: [listen(1, 5)] }))
      await committed(store(), alone([broadcast()], AT + 5))
      const [delivery] = await due()
      if (!delivery) throw new Error('Expected a delivery')
      expect(await store().signals.next()).toBe(AT + 5)
      await store().signals.putOff(delivery, AT + 9_000)
      expect(await store().signals.due(AT + 8_999, 10)).toEqual([])
      expect(await store().signals.due(AT + 9_000, 10)).toEqual([{ ...delivery, due: AT + 9_000 }])
      expect(await store().signals.next()).toBe(AT + 9_000)
    })

    it('waits behind no other agency\u2019s crowd', async () => {
      const numbers = [1, 2, 3, 4, 5, 6]
      await committed(
        store(),
        ...numbers.map((n) => start(n, { agency: n === 6 ? MOH : MOJ, changes: [listen(n, 5)] })),
      )
      await committed(store(), alone([broadcast()], AT + 10), alone([broadcast()], AT + 20, MOH))
      expect((await store().signals.due(AT + 30, 2)).map(({ agency }) => agency)).toEqual([MOJ, MOH])
    })

    it('is forgotten some time after all were told of it, and may then come again', async () => {
      await committed(store(), start(1, { changes: [listen(1, 5)] }))
      await committed(store(), alone([broadcast('s-1')]))
      expect(await store().signals.forget(AT)).toBe(0)
      expect(await store().signals.forget(AT + 1)).toBe(0)
      const [delivery] = await due()
      if (!delivery) throw new Error('Expected a delivery')
      await committed(store(), step(1, 1, { changes: [take(delivery)] }))
      expect(await store().signals.forget(AT + 1)).toBe(1)
      await committed(store(), alone([broadcast('s-1')], AT + 2))
      expect(await due()).toHaveLength(1)
    })
  })
  describe('what came for a start that needs more', () => {
    const arrival = (part: string, n: number, replaces = false, process = 'moj.record/main'): Change => ({
      kind: 'addArrival',
      arrival: { agency: MOJ, process, element: 'Start_All', part, variables: { n }, replaces },
    })
    const oldest = async (): Promise<readonly unknown[]> =>
      (await store().arrivals.oldest('moj.record/main', 'Start_All')).map(({ part, variables }) => [
        part,
        variables['n'],
      ])

    it('is kept, the oldest of each kind first, until it is used', async () => {
      await committed(store(), alone([arrival('signal a', 1), arrival('message b', 2), arrival('signal a', 3)]))
      await committed(store(), alone([arrival('signal a', 9, false, 'moj.other/main')]))
      expect(await oldest()).toEqual([
        ['signal a', 1],
        ['message b', 2],
      ])
      const [first] = await store().arrivals.oldest('moj.record/main', 'Start_All')
      const use: Change = { kind: 'useArrival', id: first?.id ?? 0 }
      await committed(store(), start(1, { changes: [use] }))
      expect(await oldest()).toEqual([
        ['message b', 2],
        ['signal a', 3],
      ])
      expect(await store().commit(start(2, { changes: [use] }))).toEqual({ kind: 'conflict' })
      expect(await store().instances.get(instance(2))).toBeUndefined()
    })

    it('gives way to a later one where it stands for what is the case', async () => {
      await committed(store(), alone([arrival('timer', 1, true)]), alone([arrival('timer', 2, true)]))
      expect(await oldest()).toEqual([['timer', 2]])
    })
  })
}
