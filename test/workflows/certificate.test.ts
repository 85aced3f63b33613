import { expect, test } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import { globalId, type AgencyId, type UserId } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { PLATFORM_AGENCY } from '../../engine/core/policy/access.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { createEngine } from '../../engine/engine.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { countedIds, virtualClock } from '../../engine/trial/clock.ts'
import { world } from '../../engine/trial/connectors.ts'
import { settle } from '../../engine/trial/running.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { createWorker } from '../../engine/worker.ts'
import { CERTIFICATE, scenarios, shelf, textOf } from './shelf.ts'
import { depsOn } from '../store/engine.ts'

const found = scenarios().find((it) => it.packageId === CERTIFICATE && it.name.includes('clear-self'))
if (found === undefined) throw new Error('Expected the package to come with the test clear-self')
const { scenario } = found

test('where the law allows it, a clear record is certified without a clerk', async () => {
  const files = shelf.get(CERTIFICATE)
  const workflow = JSON.parse(textOf(files?.get('workflow.json'))) as { policy: JsonObject }
  const allowed = JSON.stringify({ ...workflow, policy: { ...workflow.policy, straightThrough: true } })
  const changed = new Map(files).set('workflow.json', new TextEncoder().encode(allowed))
  const packages = [...shelf.values()].map((it) => (it === files ? changed : it))
  const straight: Scenario = {
    ...scenario,
    steps: [],
    expect: {
      status: 'active',
      path: ['query_record', 'sign_and_seal', 'issue', 'issued'],
      never: ['confirm_clear'],
      documents: ['receipt', 'certificate-ar'],
    },
  }
  const openStore = () => openSqlite({ file: ':memory:' })
  const verdict = await runTrial({ openStore, executor: kernel, packages, packageId: CERTIFICATE }, straight)
  expect(verdict.failures).toEqual([])
})

const clerk: Actor = {
  kind: 'user',
  id: 'clerk.rana' as UserId,
  agency: 'moj' as AgencyId,
  roles: ['clerk'],
  groups: ['judicial-record-clerk'],
}

test('an application handed in at a counter or mission is registered by a clerk and then goes its way', async () => {
  const { engine, worker, outside, open } = town()
  const platform: Actor = { kind: 'system', id: 'setup', agency: PLATFORM_AGENCY as AgencyId }
  expect(await engine.deployFiles(platform, [...shelf.values()])).toMatchObject({ changed: true })
  const message = { agency: 'moj' as AgencyId, name: 'moj.non-conviction.requested', messageId: 'mission-1' }
  const counter: Actor = { kind: 'system', id: 'test', agency: 'moj' as AgencyId }
  const variables = { nationalId: '400000014', phone: '0599123456' }
  for (const accepted of [true, false])
    expect(await engine.publishMessage(counter, { ...message, variables })).toMatchObject({ accepted })
  await settle(worker)
  expect(await open()).toEqual(['register_application'])
  const answers = scenario.start.variables
  expect(await complete('register_application', { ...answers, nationalId: 'x' })).toBe('answers.invalid')
  expect(await complete('register_application', answers)).toBe('done')
  await settle(worker)
  expect(await complete('confirm_clear', { confirmation: 'issue' })).toBe('done')
  await settle(worker)
  expect(await open()).toEqual([])
  expect(outside.documents.map((it) => it.template)).toEqual(['receipt', 'certificate-ar'])

  async function complete(element: string, values: JsonObject): Promise<string> {
    const tasks = await engine.listTasks(clerk, { limit: 10 })
    const task = tasks.items.find((it) => it.element === element)
    if (task === undefined) return `Expected ${element} to be open`
    const result = await engine.completeTask(clerk, globalId(task.instance, task.id), values)
    return isProblem(result) ? result.code : 'done'
  }
})

/** An engine with the registers of the scenario around it. */
function town() {
  const store = openSqlite({ file: ':memory:' })
  const clock = virtualClock(Date.parse('2026-01-04T08:00:00Z'))
  const deps = depsOn(store, { clock, ids: countedIds() })
  const engine = createEngine(deps)
  const outside = world(scenario.given ?? {}, clock.now)
  const onFault = (fault: unknown): never => {
    throw fault
  }
  const worker = createWorker({
    ...deps,
    connectors: outside.connectors,
    duties: [],
    alarm: () => () => undefined,
    onFault,
  })
  const open = async () => (await engine.listTasks(clerk, { limit: 10 })).items.map((it) => it.element)
  return { engine, worker, outside, open }
}
