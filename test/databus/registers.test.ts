import { describe, expect, test } from 'vitest'
import type { Connector, ConnectorJob, JobOutcome } from '../../engine/core/connector.ts'
import type { AgencyId, DraftId, InstanceId, ProgramKey, UserId } from '../../engine/core/ids.ts'
import type { RegisterQuestion } from '../../engine/core/register.ts'
import { registersOver } from '../../engine/registers.ts'
import { companyAsking } from '../../engine/commands/acting.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'

const QUESTION: RegisterQuestion = {
  agency: 'mot' as AgencyId,
  program: 'mot.x@1.0.0#p' as ProgramKey,
  subject: 'draft-1' as InstanceId,
  form: 'apply',
  service: 'PS/GOV/MTIT/post/listOffices/v1',
  query: { governorate: 'PS-RBH' },
}
const ANSWER: JobOutcome = { kind: 'completed', variables: { reply: { status: 200, body: { offices: [] } } } }

function opened(outcome: () => JobOutcome = () => ANSWER) {
  const jobs: ConnectorJob[] = []
  const time = { now: 1_000 }
  const connector: Connector = {
    type: 'masar:databus',
    async run(job) {
      jobs.push(job)
      return outcome()
    },
  }
  return { jobs, time, registers: registersOver(connector, { now: () => time.now }) }
}

describe('a register that a form asks', () => {
  test('is asked once for the same thing, for each applicant by itself, and again after a while', async () => {
    const { jobs, time, registers } = opened()
    await registers.ask(QUESTION)
    await registers.ask(QUESTION)
    expect(jobs).toHaveLength(1)
    await registers.ask({ ...QUESTION, subject: 'draft-2' as InstanceId })
    await registers.ask({ ...QUESTION, query: { governorate: 'PS-NBS' } })
    expect(jobs).toHaveLength(3)
    time.now += 11 * 60_000
    await registers.ask(QUESTION)
    expect(jobs).toHaveLength(4)
    expect(new Set(jobs.map(({ key }) => key)).size).toBe(4)
    expect(jobs[0]).toMatchObject({ instance: 'draft-1', variables: { method: 'GET', timeout: 5 } })
  })

  test('is asked once for everybody where the package says that it is the same for all', async () => {
    const { jobs, registers } = opened()
    await registers.ask({ ...QUESTION, keep: 3_600_000 })
    await registers.ask({ ...QUESTION, keep: 3_600_000, subject: 'draft-2' as InstanceId })
    expect(jobs).toHaveLength(1)
  })

  test('is asked anew when somebody wants it', async () => {
    const { jobs, registers } = opened()
    await registers.ask(QUESTION)
    await registers.ask({ ...QUESTION, again: true })
    expect(jobs).toHaveLength(2)
  })

  test('that does not answer is left alone for half a minute only', async () => {
    const { jobs, time, registers } = opened(() => ({ kind: 'failed', reason: 'no route' }))
    expect(await registers.ask(QUESTION)).toEqual({ kind: 'unavailable', reason: 'no route' })
    await registers.ask(QUESTION)
    expect(jobs).toHaveLength(1)
    time.now += 31_000
    await registers.ask(QUESTION)
    expect(jobs).toHaveLength(2)
  })

  test('whose connector breaks off is left alone like one that does not answer, and asked again', async () => {
    const broken = ['disk full']
    const { jobs, time, registers } = opened(() => {
      const fault = broken.pop()
      if (fault !== undefined) throw new Error(fault)
      return ANSWER
    })
    expect(await registers.ask(QUESTION)).toEqual({
      kind: 'unavailable',
      reason: 'Expected masar:databus to end with an outcome, but it broke off: disk full',
    })
    await registers.ask(QUESTION)
    expect(jobs).toHaveLength(1)
    time.now += 31_000
    expect(await registers.ask(QUESTION)).toEqual({ kind: 'answered', reply: { offices: [] } })
  })

  test('is asked again for what was answered longest ago where answers take too much room', async () => {
    const long = 'x'.repeat(20_000_000)
    const { jobs, registers } = opened(() => ({
      kind: 'completed',
      variables: { reply: { status: 200, body: long } },
    }))
    const asked = async (governorate: string): Promise<boolean> => {
      const before = jobs.length
      await registers.ask({ ...QUESTION, query: { governorate } })
      return jobs.length > before
    }
    for (const one of ['1', '2', '3', '4']) await asked(one)
    expect([await asked('4'), await asked('3'), await asked('2')]).toEqual([false, false, false])
    expect(await asked('1')).toBe(true)
  })

  test('that has no such entry has answered; where none is connected there is no answer', async () => {
    const { registers } = opened(() => ({ kind: 'error', code: 'NOT_FOUND', message: 'none' }))
    expect(await registers.ask(QUESTION)).toEqual({ kind: 'answered', reply: null })
    expect((await registersOver(undefined, { now: () => 0 }).ask(QUESTION)).kind).toBe('unavailable')
  })

  test('is asked for the company that fills in the form, and for none where a person or the counter does', async () => {
    const store = openSqlite({ file: ':memory:' })
    const draft = {
      packageId: 'mot.x',
      version: '1.0.0',
      answers: {},
      rev: 1,
      createdAt: 0,
      changedAt: 0,
      expires: 9,
    }
    await store.drafts.add({ ...draft, id: 'draft-1' as DraftId, owner: 'company:562400101' as UserId })
    await store.drafts.add({ ...draft, id: 'draft-2' as DraftId, owner: '900000001' as UserId })
    const asking = (subject: string) => companyAsking(store, subject as InstanceId)
    expect(await asking('draft-1')).toBe('562400101')
    expect([await asking('draft-2'), await asking('counter 7')]).toEqual([undefined, undefined])
    await store.close()
  })
})
