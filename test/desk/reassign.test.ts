import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { apply, complete, deployPermit, items, lease, openHouse, taskOf, type Case, type House } from '../http/house.ts'
import { code, HUDA, person, RANA, SAMI, sure } from './people.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())

const idOf = async (begun: Case): Promise<string> => (await taskOf(house, begun)).slice('/api/tasks/'.length)
const assign = (actor: typeof HUDA, id: string, to: string, reason = 'busy') =>
  house.engine.assignTask(actor, id, to as UserId, reason)

/** As far as the step that is the applicant's own. */
async function toCollect(applicant: string): Promise<string> {
  const variables = { purpose: 'own' }
  const request = { packageId: 'test.permit', channel: 'api', applicant: applicant as UserId, variables } as const
  const { id, reference } = sure(await house.engine.startInstance(RANA, request))
  const begun = { id, reference, path: `/api/instances/${id}` }
  await complete(house, await taskOf(house, begun), 'clerk.rana', { fit: true })
  await complete(house, await taskOf(house, begun), 'clerk.sami', {})
  const job = (await lease(house)).find(({ instance }) => instance === id)
  await house.call('POST', `${job?.path ?? ''}/complete`, { as: 'worker.stamps', body: { token: job?.token } })
  const news = { name: 'judgment', correlationKey: reference, variables: {} }
  await house.call('POST', '/api/messages', { as: 'clerk.rana', body: news })
  await expect
    .poll(async () =>
      items(await house.call('GET', `/api/tasks?reference=${reference}`, { as: 'supervisor.huda' })).map(
        ({ element }) => element,
      ),
    )
    .toContain('collect')
  return idOf(begun)
}

describe('a task is given to somebody else', () => {
  test('by a supervisor or operator of its agency, whichever way they come', async () => {
    const id = await idOf(await apply(house))
    expect(code(await assign(RANA, id, 'clerk.sami'))).toBe('task.assign')
    expect(code(await assign(person('auditor.aya'), id, 'clerk.sami'))).toBe('task.assign')
    expect(code(await assign(person('supervisor.other'), id, 'clerk.sami'))).toBe('task.not-found')
    sure(await assign(HUDA, id, 'clerk.sami'))
    sure(await assign(person('operator.omar'), id, 'clerk.rana'))
  })

  test('never by a supervisor of another agency, even where the task is theirs as the applicant', async () => {
    const other = person('supervisor.other')
    const id = await toCollect(other.id)
    expect(sure(await house.engine.getTask(other, id)).task.assignee).toBe(other.id)
    expect(code(await assign(other, id, 'clerk.rana'))).toBe('task.assign')
  })

  test('never by the applicant, who may be a supervisor of the agency by day', async () => {
    const variables = { purpose: 'own' }
    const request = { packageId: 'test.permit', channel: 'api', applicant: HUDA.id, variables } as const
    const { id, reference } = sure(await house.engine.startInstance(RANA, request))
    const [task] = items(await house.call('GET', `/api/tasks?reference=${reference}`, { as: 'clerk.sami' }))
    const name = String(task?.['id'])
    expect(name.startsWith(id)).toBe(true)
    expect(code(await assign(HUDA, name, 'clerk.sami'))).toBe('task.own-application')
    sure(await house.engine.claimTask(SAMI, name))
    expect(code(await house.engine.releaseTask(HUDA, name))).toBe('task.release')
  })

  test('only to somebody it is offered to, who is active, and with a reason', async () => {
    const id = await idOf(await apply(house))
    expect(code(await assign(HUDA, id, 'analyst.nour'))).toBe('task.outside')
    expect(code(await assign(HUDA, id, 'supervisor.huda'))).toBe('task.outside')
    expect(code(await assign(HUDA, id, 'clerk.other'))).toBe('account.not-found')
    expect(code(await assign(HUDA, id, 'clerk.sami', ' '))).toBe('words.empty')
    const { accounts } = house.engine.deps.store
    const account = await accounts.get('clerk.sami' as UserId)
    if (!account) throw new Error('Expected the account of a clerk')
    const left = { ...account, id: 'clerk.left' as UserId, agency: 'moj' as AgencyId, disabled: true }
    await accounts.put(left)
    expect(code(await assign(HUDA, id, 'clerk.left'))).toBe('account.not-found')
  })
})
