import { expect, test } from 'vitest'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Scenario, Step } from '../../engine/core/trial/scenario.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'

const title = { ar: 'ختم', en: 'Stamp' }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const STEPS = `<bpmn:startEvent id="start"/>
<bpmn:serviceTask id="stamp">${extension('<zeebe:taskDefinition type="moj.stamp" retries="1"/>')}</bpmn:serviceTask>
<bpmn:boundaryEvent id="unknown" attachedToRef="stamp"><bpmn:errorEventDefinition errorRef="none"/></bpmn:boundaryEvent>
<bpmn:endEvent id="stamped"/><bpmn:endEvent id="refused"/>
${flow('f1', 'start', 'stamp')}${flow('f2', 'stamp', 'stamped')}${flow('f3', 'unknown', 'refused')}`

const workflow = {
  id: 'test.stamp',
  version: '1.0.0',
  title,
  agency: 'moj',
  start: { process: 'stamping', channels: ['portal'] },
}
const packages = [
  new Map([
    ['workflow.json', bytes(JSON.stringify(workflow))],
    ['stamp.bpmn', bytes(file(`${process(STEPS, 'stamping')}<bpmn:error id="none" errorCode="NO_STAMP"/>`))],
  ]),
]

async function failuresOf(steps: readonly Step[], expected: Scenario['expect']): Promise<readonly string[]> {
  const openStore = (): ReturnType<typeof openSqlite> => openSqlite({ file: ':memory:' })
  const scenario: Scenario = { title, start: { variables: {} }, steps, expect: expected }
  return (await runTrial({ openStore, executor: kernel, packages, packageId: 'test.stamp' }, scenario)).failures
}

test('a job of an agency’s own worker is played to its result', async () => {
  const expected = { status: 'completed', path: ['stamp', 'stamped'], variables: { number: 7 } } as const
  expect(await failuresOf([{ job: 'moj.stamp', gives: { number: 7 } }], expected)).toEqual([])
})

test('a job of an agency’s own worker is played to a BPMN error', async () => {
  const expected = { status: 'completed', path: ['unknown', 'refused'], never: ['stamped'] } as const
  expect(await failuresOf([{ job: 'moj.stamp', error: 'NO_STAMP' }], expected)).toEqual([])
})

test('a job whose last attempt fails leaves an incident, and goes on when it is retried', async () => {
  const failed: Step = { job: 'moj.stamp', fails: 'no ink' }
  expect(await failuresOf([failed], { status: 'active', incidents: ['stamp'] })).toEqual([])
  const mended: Step[] = [failed, { retryIncidents: true }, { job: 'moj.stamp', gives: {} }]
  expect(await failuresOf(mended, { status: 'completed' })).toEqual([])
})

test('a job that is not there, and a job of Masar’s own connectors, fail the test with the reason', async () => {
  const expected = { status: 'active' } as const
  expect((await failuresOf([{ job: 'moj.other' }], expected))[0]).toMatch(/Expected a job moj\.other to be due/)
  expect((await failuresOf([{ job: 'masar:payment' }], expected))[0]).toMatch(/job\.reserved/)
})
