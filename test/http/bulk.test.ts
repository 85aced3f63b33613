import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { isProblem } from '../../engine/core/problem.ts'
import { line } from '../elements/draw.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { PLATFORM, STAFF, told } from '../elements/staff.ts'
import { script } from '../elements/steps.ts'
import { openHouse, type House, type Json } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const APPLICATIONS = 3

let house: House
beforeAll(async () => {
  house = await openHouse()
  const { engine } = house
  const deployed = await engine.deployFiles(PLATFORM, [pack([line(script('Divide', '= missing.part', 'half'))])])
  if (isProblem(deployed)) throw new Error(told(deployed))
  for (let n = 0; n < APPLICATIONS; n++)
    await engine.startInstance(STAFF, { packageId: PACKAGE, variables: {}, channel: 'api' })
})
afterAll(() => house.close())

const resolve = (body: object) =>
  house.call('POST', '/api/incidents/resolve', { as: 'operator.omar', body: { element: 'Divide', ...body } })

test('incidents that come back are told page by page until the last of those that were open', async () => {
  const back: Json[] = []
  let after: unknown
  let calls = 0
  do {
    const { status, json } = await resolve({ limit: 1, ...(after === undefined ? {} : { after }) })
    expect([status, json['resolved'], json['failed']]).toEqual([200, 0, []])
    back.push(...(json['failedAgain'] as readonly Json[]))
    after = json['next']
  } while (after !== undefined && ++calls < 3 * APPLICATIONS)
  expect(after).toBeUndefined()
  expect(back).toHaveLength(APPLICATIONS)
  expect(back[0]).toEqual({
    id: expect.stringMatching(/^[0-9A-Z]{26}:\d+$/) as string,
    element: 'Divide',
    cause: 'expression',
    message: expect.stringMatching(/missing/) as string,
  })
})

test('a mark that no page gave is refused, and says what to do', async () => {
  const { status, json } = await resolve({ after: 'WyJhIiwxXQ' })
  expect([status, json['code']]).toEqual([422, 'page.cursor'])
  expect(json['detail']).toMatch(/leave it out for the first page/)
})
