/** Charges and accounts. */
import { describe, expect, it } from 'vitest'
import type { Account, Session } from '../../../engine/core/account.ts'
import type { Charge } from '../../../engine/core/charge.ts'
import { globalId } from '../../../engine/core/ids.ts'
import type { Store } from '../../../engine/core/store.ts'
import { alone, AT, committed, instance, local, MOH, MOJ, openJob, reference, start, user } from './given.ts'

function charge(n: number, more: Partial<Charge> = {}): Charge {
  return {
    id: `charge-${n}`,
    agency: MOJ,
    instance: instance(n),
    job: globalId(instance(n), local(4)),
    reference: reference(n),
    billNo: 'B-1',
    money: { amount: '25.00', currency: 'ILS' },
    payer: '{}',
    note: 'رسم',
    state: 'created',
    createdAt: AT,
    changedAt: AT,
    expires: AT + 1_000,
    checkAt: AT + n,
    attempts: 0,
    ...more,
  }
}

export function people(store: () => Store): void {
  describe('a charge', () => {
    it('is opened once per job', async () => {
      const { charges } = store()
      expect(await charges.open(charge(1))).toEqual(charge(1))
      expect(await charges.open({ ...charge(1), id: 'another' })).toEqual(charge(1))
      expect(await charges.get('another')).toBeUndefined()
      expect(await charges.ofJob(charge(1).job)).toEqual(charge(1))
      expect(await charges.ofInstance(instance(1))).toEqual([charge(1)])
    })

    it('moves only from the state it was judged in', async () => {
      const { charges } = store()
      await charges.open(charge(1))
      const requested = charge(1, { state: 'requested', transactionId: 't-1', attempts: 1 })
      const moves = await Promise.all([
        charges.move('created', requested),
        charges.move('created', charge(1, { state: 'unknown' })),
      ])
      expect(moves).toEqual([true, false])
      expect(await charges.byTransaction('t-1')).toEqual(requested)
      expect(await charges.move('created', charge(9))).toBe(false)
    })

    it('is never paid by a transfer that paid another', async () => {
      const { charges } = store()
      await charges.open(charge(1))
      await charges.open(charge(2))
      expect(await charges.move('created', charge(1, { state: 'quoted', transferId: 'x' }))).toBe(true)
      expect(await charges.move('created', charge(2, { state: 'quoted', transferId: 'x' }))).toBe(false)
      expect((await charges.byTransfer('x'))?.id).toBe('charge-1')
      expect((await charges.get('charge-2'))?.state).toBe('created')
      expect(await charges.move('quoted', charge(1, { state: 'reserved', transferId: 'x' }))).toBe(true)
    })

    it('is looked at again when it is due, while it is open', async () => {
      const { charges } = store()
      for (const n of [3, 1, 2]) await charges.open(charge(n))
      await charges.move('created', charge(2, { state: 'rejected' }))
      expect((await charges.due(AT + 3, 10)).map(({ id }) => id)).toEqual(['charge-1', 'charge-3'])
      expect(await charges.due(AT + 3, 1)).toHaveLength(1)
      expect(await charges.due(AT, 10)).toEqual([])
    })

    it('is found again when it was paid but its job is still open', async () => {
      const { charges } = store()
      await committed(store(), ...[1, 2, 3].map((n) => start(n, { changes: [openJob(n, 4)] })))
      for (const n of [1, 2, 3]) await charges.open(charge(n))
      for (const n of [2, 1]) await charges.move('created', charge(n, { state: 'committed', changedAt: AT + 10 - n }))
      expect((await charges.uncompleted(10)).map(({ id }) => id)).toEqual(['charge-2', 'charge-1'])
      expect(await charges.uncompleted(1)).toHaveLength(1)
      await committed(store(), alone([{ kind: 'closeJob', instance: instance(2), id: local(4) }]))
      expect((await charges.uncompleted(10)).map(({ id }) => id)).toEqual(['charge-1'])
    })

    it('tells a callback that comes again from one that was changed', async () => {
      const { charges } = store()
      const message = { resource: 'quotes', id: 'q-1', digest: 'a', at: AT } as const
      expect(await charges.receive(message)).toBe('first')
      expect(await charges.receive({ ...message, at: AT + 1 })).toBe('same')
      expect(await charges.receive({ ...message, digest: 'b' })).toBe('modified')
      expect(await charges.receive({ ...message, resource: 'transfers', digest: 'b' })).toBe('first')
    })
  })

  describe('an account', () => {
    const account = (name: string, agency = MOJ): Account => ({
      id: user(name),
      agency,
      name: 'رنا',
      roles: ['clerk', 'supervisor'],
      groups: ['clerks'],
      password: 'scrypt$1$1$1$salt$hash',
      disabled: false,
      createdAt: AT,
    })
    const session = (tokenDigest: string, name: string, expires = AT + 100): Session => ({
      tokenDigest,
      user: user(name),
      createdAt: AT,
      lastSeenAt: AT,
      expires,
    })

    it('is put, changed and listed by agency', async () => {
      const { accounts } = store()
      await accounts.put(account('rana'))
      await accounts.put(account('omar', MOH))
      await accounts.put({ ...account('rana'), disabled: true, groups: [] })
      expect(await accounts.get(user('rana'))).toEqual({ ...account('rana'), disabled: true, groups: [] })
      expect(await accounts.get(user('nobody'))).toBeUndefined()
      expect((await accounts.list()).map(({ id }) => id)).toEqual(['omar', 'rana'])
      expect((await accounts.list(MOH)).map(({ id }) => id)).toEqual(['omar'])
    })

    it('is found by its agency among those in groups, unless it is disabled', async () => {
      const { accounts } = store()
      await accounts.put(account('rana'))
      await accounts.put(account('omar', MOH))
      await accounts.put({ ...account('gone'), disabled: true })
      await accounts.put({ ...account('citizen'), roles: ['citizen'], groups: [] })
      expect((await accounts.inGroups(MOJ)).map(({ id }) => id)).toEqual(['rana'])
    })

    it('keeps its sessions when it is changed, until they are closed', async () => {
      const { accounts } = store()
      await accounts.put(account('rana'))
      for (const token of ['t1', 't2', 't3']) await accounts.openSession(session(token, 'rana'))
      await accounts.put({ ...account('rana'), name: 'Rana' })
      await accounts.touchSession('t1', AT + 5)
      expect(await accounts.session('t1')).toEqual({ ...session('t1', 'rana'), lastSeenAt: AT + 5 })
      await accounts.closeSession('t1')
      expect(await accounts.session('t1')).toBeUndefined()
      expect(await accounts.session('t2')).toBeDefined()
      await accounts.closeSessionsOf(user('rana'))
      expect(await accounts.session('t2')).toBeUndefined()
    })

    it('is that of one identity of a sign-on, for good', async () => {
      const { accounts } = store()
      await accounts.put(account('rana'))
      await accounts.put(account('omar'))
      const identity = { issuer: 'https://sso.example', subject: '1', user: user('rana'), linkedAt: AT }
      expect(await accounts.identity(identity.issuer, '1')).toBeUndefined()
      expect(await accounts.linkIdentity(identity)).toBe(true)
      expect(await accounts.linkIdentity({ ...identity, user: user('omar') })).toBe(false)
      expect(await accounts.linkIdentity({ ...identity, subject: '2' })).toBe(false)
      expect(await accounts.linkIdentity({ ...identity, issuer: 'https://staff.example' })).toBe(true)
      expect(await accounts.identity(identity.issuer, '1')).toEqual(identity)
      await accounts.put({ ...account('rana'), name: 'Rana' })
      expect(await accounts.identity(identity.issuer, '1')).toEqual(identity)
      await expect(accounts.linkIdentity({ ...identity, subject: '3', user: user('nobody') })).rejects.toThrow(
        /FOREIGN KEY/i,
      )
    })

    it('remembers of a session where the person signed in', async () => {
      const { accounts } = store()
      await accounts.put(account('rana'))
      const elsewhere = { ...session('t9', 'rana'), signOn: 'national', idToken: 'a.b.c' }
      await accounts.openSession(elsewhere)
      expect(await accounts.session('t9')).toEqual(elsewhere)
    })

    it('sees its own sessions, the one used last first, and ends all but one', async () => {
      const { accounts } = store()
      for (const name of ['rana', 'omar']) await accounts.put(account(name))
      for (const token of ['t1', 't2', 't3'])
        await accounts.openSession({ ...session(token, 'rana'), device: 'firefox/linux' })
      await accounts.openSession(session('t4', 'omar'))
      await accounts.touchSession('t2', AT + 5)
      const own = await accounts.sessionsOf(user('rana'))
      expect(own.map(({ tokenDigest, device }) => [tokenDigest, device])).toEqual([
        ['t2', 'firefox/linux'],
        ['t1', 'firefox/linux'],
        ['t3', 'firefox/linux'],
      ])
      await accounts.closeSessionsOf(user('rana'), 't1')
      expect((await accounts.sessionsOf(user('rana'))).map(({ tokenDigest }) => tokenDigest)).toEqual(['t1'])
      expect(await accounts.session('t4')).toBeDefined()
    })

    it('loses the sessions that its sign-on has ended, by one word once', async () => {
      const { accounts } = store()
      await accounts.put(account('rana'))
      const opened = (token: string, sid?: string, signOn = 'national') =>
        accounts.openSession({ ...session(token, 'rana'), signOn, subject: 's', ...(sid === undefined ? {} : { sid }) })
      const left = async () => (await accounts.sessionsOf(user('rana'))).map(({ tokenDigest }) => tokenDigest)
      const ending = { signOn: 'national', token: 'j-1', sid: 'a', at: AT }
      for (const token of ['1', '2']) await opened(token, 'a')
      await opened('3', 'b')
      await opened('4')
      await opened('5', 'a', 'staff')
      expect(await accounts.endSignOn(ending)).toBe(true)
      expect(await left()).toEqual(['3', '4', '5'])
      await opened('6', 'a')
      expect(await accounts.endSignOn(ending)).toBe(false)
      expect(await left()).toEqual(['3', '4', '5', '6'])
      expect(await accounts.endSignOn({ signOn: 'national', token: 'j-2', subject: 's', sid: 'a', at: AT })).toBe(true)
      expect(await left()).toEqual(['3', '5'])
      expect(await accounts.endSignOn({ signOn: 'national', token: 'j-3', subject: 's', at: AT })).toBe(true)
      expect(await left()).toEqual(['5'])
      expect([await accounts.hasEnded('national', 'a'), await accounts.hasEnded('staff', 'a')]).toEqual([true, false])
      expect(await accounts.endSignOn({ ...ending, at: AT + 2 * 86_400_000 })).toBe(true)
    })

    it('remembers of a session for which company the person acts, until they act for themselves', async () => {
      const { accounts } = store()
      await accounts.put(account('rana'))
      await accounts.openSession(session('t8', 'rana'))
      expect(await accounts.actFor('t8', '562400101')).toBe(true)
      expect(await accounts.session('t8')).toEqual({ ...session('t8', 'rana'), actsFor: '562400101' })
      expect(await accounts.actFor('t8', undefined)).toBe(true)
      expect(await accounts.session('t8')).toEqual(session('t8', 'rana'))
      expect(await accounts.actFor('none', '562400101')).toBe(false)
    })

    it('is signed in only if it exists', async () => {
      await expect(store().accounts.openSession(session('t', 'nobody'))).rejects.toThrow(/FOREIGN KEY/i)
    })
  })
}
