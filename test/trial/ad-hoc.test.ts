import { expect, test } from 'vitest'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Scenario, Step } from '../../engine/core/trial/scenario.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'

const title = { ar: 'تفتيش', en: 'Inspection' }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const groups = '<zeebe:properties><zeebe:property name="masar:candidateGroups" value="desk"/></zeebe:properties>'

const STEPS = `<bpmn:startEvent id="first"/><bpmn:startEvent id="again"/>
<bpmn:adHocSubProcess id="inspect">${extension(groups)}<bpmn:task id="visit"/><bpmn:task id="call"/></bpmn:adHocSubProcess>
<bpmn:endEvent id="done"/>
${flow('f1', 'first', 'inspect')}${flow('f2', 'again', 'inspect')}${flow('f3', 'inspect', 'done')}`

const workflow = {
  id: 'test.inspection',
  version: '1.0.0',
  title,
  agency: 'moj',
  roles: { desk: title },
  start: { process: 'inspection', channels: ['portal'] },
}
const packages = [
  new Map([
    ['workflow.json', bytes(JSON.stringify(workflow))],
    ['inspection.bpmn', bytes(file(process(STEPS, 'inspection')))],
  ]),
]
const people = { 'clerk.rana': { groups: ['desk'] }, 'clerk.omar': { groups: ['other'] } }

async function failuresOf(steps: readonly Step[], expected: Scenario['expect'], event?: string) {
  const openStore = (): ReturnType<typeof openSqlite> => openSqlite({ file: ':memory:' })
  const start = { variables: {}, ...(event === undefined ? {} : { event }) }
  const scenario: Scenario = { title, people, start, steps, expect: expected }
  return (await runTrial({ openStore, executor: kernel, packages, packageId: 'test.inspection' }, scenario)).failures
}

test('a scenario begins at the start event it names and chooses steps as a person who may', async () => {
  const expected = { status: 'completed', path: ['again', 'visit', 'done'], never: ['first', 'call'] } as const
  expect(await failuresOf([{ activate: ['visit'], as: 'clerk.rana' }], expected, 'again')).toEqual([])
})

test('a choice that is refused is expected with its code, and one that is accepted against that fails the test', async () => {
  const active = { status: 'active' } as const
  expect(
    await failuresOf([{ activate: ['visit'], as: 'clerk.omar', refused: 'ad-hoc.group' }], active, 'first'),
  ).toEqual([])
  const [failure] = await failuresOf([{ activate: ['nothing'], as: 'clerk.rana' }], active, 'first')
  expect(failure).toMatch(/ad-hoc\.element/)
})
