/** Tokens that wait before a join stand nowhere, and are counted all the same: in a version at work, in an application, in a try. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, InstanceId, Reference, UserId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { executors } from '../../engine/executors.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { tryOut } from '../../engine/trial/try.ts'
import { visitsIn } from '../../designer/trial/visits.ts'
import { file, flow, process } from '../bpmn/drawing.ts'
import { complete, openHouse, taskOf, type House } from '../http/house.ts'

const task = (id: string): string =>
  `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="clerks"/></bpmn:extensionElements></bpmn:userTask>`

const DRAWING = file(
  process(
    `<bpmn:startEvent id="start"/><bpmn:parallelGateway id="fork"/>${task('one')}${task('two')}<bpmn:parallelGateway id="meet" name="يلتقيان · Both meet"/><bpmn:endEvent id="end"/>
${flow('f1', 'start', 'fork')}${flow('f2', 'fork', 'one')}${flow('f3', 'fork', 'two')}${flow('f4', 'one', 'meet')}${flow('f5', 'two', 'meet')}${flow('f6', 'meet', 'end')}`,
    'twofold',
  ),
)

const PACKAGE = new Map(
  Object.entries({
    'workflow.json': JSON.stringify({
      id: 'test.permit',
      version: '1.0.0',
      title: { ar: 'لقاء', en: 'Meeting' },
      agency: 'moj',
      start: { process: 'twofold', channels: ['portal', 'counter'] },
      roles: { clerks: { ar: 'الموظفون', en: 'Clerks' } },
    }),
    'twofold.bpmn': DRAWING,
  }).map(([path, text]) => [path, new TextEncoder().encode(text)] as const),
)

const analyst: Actor = {
  kind: 'user',
  id: 'analyst.nour' as UserId,
  agency: 'moj' as AgencyId,
  roles: ['analyst', 'auditor'],
  groups: [],
}

function done<T>(result: T | Problem): T {
  if (isProblem(result)) throw new Error(result.detail)
  return result
}

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeEach(async () => {
  house = await openHouse()
  done(await house.engine.deployFiles({ kind: 'system', id: 'setup', agency: 'moj' as AgencyId }, [PACKAGE]))
})
afterEach(() => house.close())

test('a version at work shows how many wait before its join, and an application before which', async () => {
  const answer = await house.call('POST', '/api/instances', {
    as: '900000001',
    body: { packageId: 'test.permit', variables: {} },
  })
  const id = answer.json['id'] as InstanceId
  const begun = { id, reference: answer.json['reference'] as Reference, path: `/api/instances/${id}` }
  await complete(house, await taskOf(house, begun), 'clerk.rana', {})
  const { processes } = done(await house.engine.getLiveVersion(analyst, 'test.permit', '1.0.0'))
  const elements = processes.flatMap((it) => it.elements)
  expect(elements.filter(({ waiting }) => waiting > 0).map(({ id, waiting }) => [id, waiting])).toEqual([['meet', 1]])
  const course = done(await house.engine.followRecord(analyst, begun.reference))
  const last = course.moments.at(-1)?.event ?? 1
  const moment = done(await house.engine.getInstanceMoment(analyst, begun.reference, last))
  expect(moment.waiting).toMatchObject([{ element: 'meet', name: { ar: 'يلتقيان', en: 'Both meet' } }])
  expect(moment.standing.some(({ element }) => element === 'meet')).toBe(false)
})

test('a try shows them where they wait', async () => {
  const tried = await tryOut(
    {
      openStore: () => openSqlite({ file: ':memory:' }),
      executor: executors(),
      packages: [PACKAGE],
      packageId: 'test.permit',
    },
    {
      title: { ar: 'أ', en: 'A' },
      people: { 'clerk.rana': { groups: ['clerks'] } },
      start: { variables: {} },
      steps: [{ complete: 'one', as: 'clerk.rana' }],
      expect: { status: 'active' },
    },
  )
  expect(tried.failures).toEqual([])
  const { elements } = visitsIn(tried.moments, 'test.permit', new Set(['twofold']))
  expect(elements.find(({ element }) => element === 'meet')).toMatchObject({ tokens: 1, waiting: 1 })
  expect(elements.find(({ element }) => element === 'two')).toMatchObject({ tokens: 1, waiting: 0 })
})
