/** A notice made from a template is seen in a try as the citizen will read it, and one that cannot be filled stands still as it would in force. */
import { expect, test } from 'vitest'
import { textsOfTrial } from '../../engine/connectors/documents/templates/texts.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Moment } from '../../engine/trial/moment.ts'
import { runTrial, type TrialDeps } from '../../engine/trial/trial.ts'
import { tryOut } from '../../engine/trial/try.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'

const title = { ar: 'إبلاغ', en: 'Tell' }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const INPUTS = `<zeebe:ioMapping>
<zeebe:input source='={to: "0599000001"}' target="sms"/>
<zeebe:input source='={to: "a@example.ps", subject: {ar: "جاهزة", en: "Ready"}, text: {ar: "نص المهمة", en: "The task says"}}' target="email"/>
<zeebe:input source='={name: "Layla"}' target="data"/></zeebe:ioMapping>`
const STEPS = `<bpmn:startEvent id="start"/>
<bpmn:serviceTask id="tell">${extension(`<zeebe:taskDefinition type="masar:notify" retries="1"/><zeebe:taskHeaders><zeebe:header key="template" value="ready"/></zeebe:taskHeaders>${INPUTS}`)}</bpmn:serviceTask>
<bpmn:endEvent id="end"/>${flow('f1', 'start', 'tell')}${flow('f2', 'tell', 'end')}`
const workflow = {
  id: 'test.tell',
  version: '1.0.0',
  title,
  agency: 'moj',
  start: { process: 'telling', channels: ['portal'] },
}

const deps = (more = ''): TrialDeps => ({
  openStore: () => openSqlite({ file: ':memory:' }),
  executor: kernel,
  packageId: 'test.tell',
  textsOf: textsOfTrial,
  packages: [
    new Map([
      ['workflow.json', bytes(JSON.stringify(workflow))],
      ['tell.bpmn', bytes(file(process(STEPS, 'telling')))],
      ['templates/ready.ar.txt.hbs', bytes('شهادتك جاهزة يا {{name}}\n')],
      ['templates/ready.en.txt.hbs', bytes(`Your certificate is ready, {{name}}${more}\n`)],
    ]),
  ],
})
const scenario = (expected: Scenario['expect']): Scenario => ({ title, start: { variables: {} }, expect: expected })

async function last(more?: string): Promise<Moment> {
  const { moments } = await tryOut(deps(more), scenario({ status: 'active' }))
  const moment = moments.at(-1)
  if (moment === undefined) throw new Error('Expected the application to begin')
  return moment
}

test('its text is that of the template in both languages, unless the task says another', async () => {
  const { notices, status } = await last()
  expect(status).toBe('completed')
  expect(notices).toMatchObject([
    {
      sms: { to: '0599000001', text: { ar: 'شهادتك جاهزة يا Layla', en: 'Your certificate is ready, Layla' } },
      email: { subject: { ar: 'جاهزة', en: 'Ready' }, text: { ar: 'نص المهمة', en: 'The task says' } },
    },
  ])
})

test('a test of the package can expect what it says', async () => {
  const expected = (text: string) => scenario({ status: 'completed', notices: [text] })
  expect((await runTrial(deps(), expected('Your certificate is ready, Layla'))).failures).toEqual([])
  expect((await runTrial(deps(), expected('Your certificate is late'))).failures).toHaveLength(1)
})

test('a fact that the template names and the task does not give stands still, by its name', async () => {
  const { notices, incidents } = await last(' {{place}}')
  expect(notices).toEqual([])
  expect(incidents).toMatchObject([{ element: 'tell', message: expect.stringContaining('"place"') }])
})
