import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/core/json.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Given, Scenario, Step } from '../../engine/core/trial/scenario.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'

const title = { ar: 'توقيع', en: 'Signing' }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const LOOP = extension(
  '<zeebe:loopCharacteristics inputCollection="=policy.signers" inputElement="signer" outputCollection="signed" outputElement="=signer"/>',
)
const TASK = extension('<zeebe:userTask/><zeebe:assignmentDefinition assignee="=signer"/>')
const NEWS = `<bpmn:message id="news" name="news">${extension('<zeebe:subscription correlationKey="=application.reference"/>')}</bpmn:message>`
const STEPS = `<bpmn:startEvent id="start"/>
<bpmn:userTask id="sign">${TASK}<bpmn:multiInstanceLoopCharacteristics>${LOOP}</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
<bpmn:intermediateCatchEvent id="wait"><bpmn:messageEventDefinition messageRef="news"/></bpmn:intermediateCatchEvent>
<bpmn:endEvent id="done"/>
${flow('f1', 'start', 'sign')}${flow('f2', 'sign', 'wait')}${flow('f3', 'wait', 'done')}`

const workflow = {
  id: 'test.signing',
  version: '1.0.0',
  title,
  agency: 'moj',
  start: { process: 'signing', channels: ['portal'] },
  policy: { signers: ['400000014', '400000022'], other: true },
}
const packages = [
  new Map([
    ['workflow.json', bytes(JSON.stringify(workflow))],
    ['signing.bpmn', bytes(file(`${NEWS}${process(STEPS, 'signing')}`))],
  ]),
]

async function failuresOf(steps: readonly Step[], expected: Scenario['expect'], given: Given = {}) {
  const openStore = (): ReturnType<typeof openSqlite> => openSqlite({ file: ':memory:' })
  const scenario: Scenario = { title, start: { variables: {} }, given, steps, expect: expected }
  return (await runTrial({ openStore, executor: kernel, packages, packageId: 'test.signing' }, scenario)).failures
}

const sign = (as: string, refused?: string): Step => ({ complete: 'sign', as, ...(refused && { refused }) })

test('where one step waits for several people, each does their own task', async () => {
  const steps: Step[] = [sign('400000022'), { task: 'sign', assignee: '400000014' }, sign('400000014')]
  expect(await failuresOf([...steps, { noTask: 'sign' }], { status: 'active' })).toEqual([])
})

test('nobody does the task of somebody else: the next one is tried, and refused', async () => {
  expect(await failuresOf([sign('400000030', 'task.not-found')], { status: 'active' })).toEqual([])
  const twice = await failuresOf([sign('400000022'), sign('400000022')], { status: 'active' })
  expect(twice).toEqual([expect.stringMatching(/^step 2: Expected 400000022 to complete sign, but task\.not-found/)])
})

test('a constant of the title page may be another in a test, and the others stay', async () => {
  const policy: JsonObject = { signers: ['400000030'] }
  const variables = { policy: { signers: ['400000030'], other: true }, signed: ['400000030'] }
  expect(await failuresOf([sign('400000030')], { status: 'active', variables }, { policy })).toEqual([])
})

test('a message finds the application by its reference, whatever that is', async () => {
  const signed = [sign('400000014'), sign('400000022')]
  const told: Step = { message: 'news', key: '{reference}' }
  expect(await failuresOf([...signed, told], { status: 'completed' })).toEqual([])
  expect(await failuresOf([...signed, { message: 'news', key: 'another' }], { status: 'active' })).toEqual([])
})
