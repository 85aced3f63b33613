import { expect, test } from 'vitest'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { BusReply, Scenario, Step } from '../../engine/core/trial/scenario.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'

const title = { ar: 'تفتيش', en: 'Inspection' }
const SERVICE = 'PS/GOV/MOL/inspectors/listOnDuty'
const bytes = (content: string | object): Uint8Array =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))

const STEPS = `<bpmn:startEvent id="start"/>
<bpmn:userTask id="appoint">${extension('<zeebe:userTask/><zeebe:formDefinition formId="appoint"/><zeebe:assignmentDefinition candidateGroups="desk"/>')}</bpmn:userTask>
<bpmn:endEvent id="end"/>${flow('f1', 'start', 'appoint')}${flow('f2', 'appoint', 'end')}`

const packages = [
  new Map([
    [
      'workflow.json',
      bytes({
        id: 'test.inspection',
        version: '1.0.0',
        title,
        agency: 'mol',
        start: { process: 'inspect', channels: ['portal'] },
        roles: { desk: title },
        legalBasis: [{ id: 'law', title, verified: false }],
        dataAgreements: [{ service: SERVICE, purpose: title, legalBasis: 'law' }],
      }),
    ],
    ['inspect.bpmn', bytes(file(process(STEPS, 'inspect')))],
    [
      'forms/appoint.form.json',
      bytes({
        title,
        schema: {
          type: 'object',
          required: ['inspector'],
          properties: { district: { type: 'string' }, inspector: { type: 'string' } },
        },
        ui: {
          type: 'VerticalLayout',
          elements: [
            { type: 'Control', scope: '#/properties/district' },
            {
              type: 'Control',
              scope: '#/properties/inspector',
              options: { choices: { service: SERVICE, query: { district: '=district' }, offer: '=reply.names' } },
            },
          ],
        },
        texts: { '/district': { label: title }, '/inspector': { label: title } },
      }),
    ],
  ]),
]

async function failuresOf(bus: readonly BusReply[], steps: readonly Step[]): Promise<readonly string[]> {
  const openStore = (): ReturnType<typeof openSqlite> => openSqlite({ file: ':memory:' })
  const scenario: Scenario = {
    title,
    people: { clerk: { groups: ['desk'] } },
    start: { variables: {} },
    given: { bus },
    steps,
    expect: { status: 'completed' },
  }
  return (await runTrial({ openStore, executor: kernel, packages, packageId: 'test.inspection' }, scenario)).failures
}

const appoint = (answers: object, refused?: string): Step =>
  ({ complete: 'appoint', as: 'clerk', answers, ...(refused === undefined ? {} : { refused }) }) as Step
const ON_DUTY: BusReply = {
  service: SERVICE,
  when: { query: { district: 'north' } },
  reply: { names: ['Rana', 'Sami'] },
}

test('a task takes what the register offers for the answers, and nothing else', async () => {
  const other = appoint({ district: 'north', inspector: 'Huda' }, 'answers.invalid')
  expect(await failuresOf([ON_DUTY], [other, appoint({ district: 'north', inspector: 'Sami' })])).toEqual([])
})

test('a task whose register does not answer is not completed on anybody’s word, and stays open', async () => {
  const down: BusReply = { service: SERVICE, fault: 'unavailable', times: 1 }
  const named = { district: 'north', inspector: 'Sami' }
  const steps: Step[] = [appoint(named, 'answers.invalid'), { advance: 'PT1M' }, appoint(named)]
  expect(await failuresOf([down, ON_DUTY], steps)).toEqual([])
})
