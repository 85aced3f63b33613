/**
 * Drawings as the Modeler writes them, byte for byte: lanes, pools, annotations, templates, its ids and its diagram.
 *
 * They are read, checked, deployed and run as they are; the last one holds what the Modeler can draw and Masar refuses.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPackage } from '../../engine/core/package/package.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { inOffice } from './office.ts'
import { PACKAGE, packXml, type Parcel } from './pack.ts'
import { refused } from './refused.ts'
import { local } from './staff.ts'

const drawing = (name: string, processId: string, parcel: Parcel = {}) =>
  packXml(readFileSync(join(import.meta.dirname, 'files', `${name}.bpmn`), 'utf8'), processId, parcel)

const text = (en: string) => ({ ar: `نص ${en}`, en })
const form = (field: string, schema: object) => ({
  title: text(field),
  schema: { type: 'object', required: [field], additionalProperties: false, properties: { [field]: schema } },
  ui: { type: 'VerticalLayout', elements: [{ type: 'Control', scope: `#/properties/${field}` }] },
  texts: { [`/${field}`]: { label: text(field) } },
})

describe('permit.bpmn: a pool with lanes, a connector by its template, reminders, a start form', () => {
  const files = {
    'forms/apply.form.json': form('nationalId', { type: 'string', pattern: '^[0-9]{9}$' }),
    'forms/review.form.json': form('approved', { type: 'boolean' }),
  }
  const permit = () => drawing('permit', 'Process_0permit', { files })

  test(
    'the form drawn on the start event is the form to begin with',
    inOffice(async (office) => {
      await office.deploy(permit())
      await expect(office.start({ nationalId: '12' })).rejects.toThrow('answers.invalid')
      expect((await office.start({ nationalId: '900000001' })).waits).toEqual(['job Activity_0s8vm2a'])
    }),
  )

  test(
    'looks up, reminds three times, and is approved',
    inOffice(async (office) => {
      const it = await office.run(permit(), { nationalId: '900000001' })
      const job = await it.work('Activity_0s8vm2a')
      expect(job).toMatchObject({ type: 'registry:1', headers: { elementTemplateVersion: '13', retryBackoff: 'PT0S' } })
      expect(job.variables).toEqual({
        method: 'GET',
        url: 'https://registry.example/persons/900000001',
        timeout: { connect: 20, read: 30 },
      })
      await it.job('Activity_0s8vm2a', { response: { status: 200, body: { name: 'Rana' } } })
      const task = await it.desk('Activity_1review')
      expect(task).toMatchObject({ priority: 75, candidateGroups: ['clerks'], name: 'مراجعة / Review' })
      expect(local(task.due ?? 0)).toBe('2026-11-28T10:00')
      await office.advance('P4D')
      await it.read()
      expect(it.entered('Activity_0remind')).toBe(3)
      await it.task('Activity_1review', { approved: true })
      expect(it.status).toBe('completed')
      expect(it.path.slice(-3)).toEqual(['Activity_1review', 'Gateway_1bq7k0w', 'Event_1c0h7tt'])
      expect(it.variables).toEqual({ nationalId: '900000001', applicant: { name: 'Rana' }, approved: true })
    }),
  )

  test(
    'an unknown person is refused at the edge of the lookup',
    inOffice(async (office) => {
      const it = await office.run(permit(), { nationalId: '900000001' })
      await it.error('Activity_0s8vm2a', 'NOT_FOUND')
      expect(it.path.slice(-2)).toEqual(['Event_0unknown', 'Event_0f0gmdl'])
      expect(it.variables).toMatchObject({ refusal: 'unknown person' })
    }),
  )
})

describe('deposit.bpmn: two pools, whichever comes first, a name by FEEL', () => {
  const begun = { bank: 'arab', account: 77, patience: 'P2D' }

  test(
    'the deposit comes, the bank confirms',
    inOffice(async (office) => {
      const it = await office.run(drawing('deposit', 'Process_0deposit'), begun)
      await it.job('Activity_0ask4m1')
      expect(it.waits).toEqual(['message Event_1paid00', 'timer Event_0late00'])
      await office.message('deposit.received', { key: it.state.reference, variables: { amount: 250, noise: 1 } })
      await it.read()
      expect(it.waits).toEqual(['message Activity_1confirm', 'timer Event_1silent'])
      await office.message('bank.arab', { key: '77' })
      await it.read()
      expect(await it.work('Event_0tell01')).toMatchObject({ type: 'archive', retries: 5 })
      await it.job('Event_0tell01')
      expect(it.status).toBe('completed')
      expect(it.variables).toEqual({ ...begun, deposit: { amount: 250 } })
    }),
  )

  test(
    'the bank is silent, or nobody pays',
    inOffice(async (office) => {
      const silent = await office.run(drawing('deposit', 'Process_0deposit'), begun)
      await silent.job('Activity_0ask4m1')
      await office.message('deposit.received', { key: silent.state.reference, variables: { amount: 1 } })
      await office.advance('P2D')
      await silent.read()
      expect(silent.waits).toEqual(['job Event_0tell01'])
      const late = await office.start(begun)
      await late.job('Activity_0ask4m1')
      await office.advance('P14D')
      await late.read()
      expect(late.path.slice(-2)).toEqual(['Event_0late00', 'Event_0lapsed'])
    }),
  )
})

const QUORUM = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1quorum" name="DRD" namespace="http://camunda.org/schema/1.0/dmn" exporter="Camunda Modeler" exporterVersion="5.31.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
  <decision id="Decision_quorum" name="Quorum">
    <decisionTable id="DecisionTable_1q2w3e4">
      <input id="Input_1" label="Members">
        <inputExpression id="InputExpression_1" typeRef="number">
          <text>count(members)</text>
        </inputExpression>
      </input>
      <output id="Output_1" label="Quorum" name="quorum" typeRef="number" />
      <rule id="DecisionRule_0a1b2c3">
        <inputEntry id="UnaryTests_0a1b2c3">
          <text>&gt;= 3</text>
        </inputEntry>
        <outputEntry id="LiteralExpression_0a1b2c3">
          <text>2</text>
        </outputEntry>
      </rule>
      <rule id="DecisionRule_1a1b2c3">
        <inputEntry id="UnaryTests_1a1b2c3">
          <text>&lt; 3</text>
        </inputEntry>
        <outputEntry id="LiteralExpression_1a1b2c3">
          <text>1</text>
        </outputEntry>
      </rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram>
      <dmndi:DMNShape dmnElementRef="Decision_quorum">
        <dc:Bounds height="80" width="180" x="160" y="100" />
      </dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
`

test(
  'committee.bpmn: a decision, votes at once until the quorum, letters one after the other',
  inOffice(async (office) => {
    const members = ['rana', 'omar', 'lina']
    const it = await office.run(drawing('committee', 'Process_1committee', { files: { 'quorum.dmn': QUORUM } }), {
      members,
    })
    expect(it.waits).toEqual(['task Activity_0vote01', 'task Activity_0vote01', 'task Activity_0vote01'])
    expect(await it.desk('Activity_0vote01')).toMatchObject({ assignee: 'rana' })
    await it.task('Activity_0vote01', { vote: 'yes' }, 3)
    await it.task('Activity_0vote01', { vote: 'no' }, 1)
    expect(it.waits).toEqual(['job Activity_1write0'])
    for (const number of [1, 2, 3]) await it.job('Activity_1write0', { number })
    expect(it.status).toBe('completed')
    expect(it.variables).toEqual({
      members,
      quorum: 2,
      // As in Camunda 8: an output element that is no single variable reads what the answers set around it.
      vote: 'no',
      votes: [{ by: 'rana', vote: 'no' }, null, { by: 'lina', vote: 'yes' }],
      yes: 1,
      letters: [1, 2, 3],
    })
  }),
)

describe('appeal.bpmn: a subprocess with its own counter, papers that arrive, a ruling that is flawed', () => {
  test(
    'papers arrive while the hearing goes on; the flawed ruling is mended',
    inOffice(async (office) => {
      const it = await office.run(drawing('appeal', 'Process_0appeal'))
      await office.message('papers', { key: it.state.reference, variables: { pages: 12 } })
      await it.read()
      expect(it.path).toContain('Activity_1file00')
      await it.task('Activity_0hear01', { adjourned: true })
      await it.task('Activity_0hear01', { adjourned: false })
      await it.error('Activity_0check0', 'FLAWED')
      expect(it.waits).toEqual(['task Activity_0mend00'])
      await it.task('Activity_0mend00')
      expect(it.status).toBe('completed')
      expect(it.variables).toEqual({ papers: { pages: 12 }, adjourned: false, sessions: 2 })
    }),
  )

  test('as an analyst tries it: after sixty days it is struck off', async () => {
    const scenario: Scenario = {
      title: text('Struck off'),
      now: '2026-01-04T08:00:00Z',
      people: { judge: { groups: ['clerks'] } },
      start: { channel: 'api', variables: {} },
      steps: [
        { task: 'Activity_0hear01', groups: ['clerks', 'supervisors'] },
        { complete: 'Activity_0hear01', as: 'judge', answers: { adjourned: true } },
        { advance: 'P59D' },
        { message: 'papers', key: 'nobody', variables: { pages: 1 } },
        { claim: 'Activity_0hear01', as: 'judge' },
        { advance: 'P2D' },
        { noTask: 'Activity_0hear01' },
      ],
      expect: {
        status: 'completed',
        path: ['StartEvent_1', 'Activity_0hear01', 'Activity_0next01', 'Event_0toolong', 'Event_0stop00'],
        never: ['Activity_0check0', 'Activity_0papers', 'Activity_1flawed'],
        incidents: [],
        variables: { adjourned: true },
      },
    }
    const deps = {
      openStore: () => openSqlite({ file: ':memory:' }),
      executor: kernel,
      packages: [drawing('appeal', 'Process_0appeal')],
      packageId: PACKAGE,
    }
    expect(await runTrial(deps, scenario)).toMatchObject({ passed: true, failures: [] })
    const wrong = { ...scenario, expect: { ...scenario.expect, never: ['Event_0toolong'] } }
    expect(await runTrial(deps, wrong)).toMatchObject({
      passed: false,
      failures: ['Expected Event_0toolong never to be reached, but it was'],
    })
  })
})

test(
  'inspection.bpmn: some checks or none, each a visit that is a process of its own',
  inOffice(async (office) => {
    const inspection = drawing('inspection', 'Process_0inspection')
    const it = await office.run(inspection, { checks: ['fire', 'health'] })
    expect(it.waits.toSorted()).toEqual([
      'job Activity_1notice',
      'job Activity_1notice',
      'task Activity_0visit1',
      'task Activity_0visit1',
    ])
    expect([(await it.work('Activity_1notice', 1)).type, (await it.work('Activity_1notice', 2)).type]).toEqual([
      'notice-fire',
      'notice-health',
    ])
    await it.job('Activity_1notice')
    await it.job('Activity_1notice')
    await it.task('Activity_0visit1', { finding: 'good' }, 1)
    expect(it.status).toBe('active')
    await it.task('Activity_0visit1', { finding: 'closed' }, 1)
    expect(it.status).toBe('completed')
    expect(it.entered('Event_1closed0')).toBe(1)
    expect(it.variables).toEqual({ checks: ['fire', 'health'], findings: { fire: 'good' } })
    const none = await office.start({ checks: [] })
    expect(none.path).toEqual([
      'StartEvent_1',
      'Gateway_0which0',
      'Activity_0desk01',
      'Gateway_1join00',
      'Event_0end000',
    ])
  }),
)

describe('renewal.bpmn: asked for, every year, or because the card ran out', () => {
  test(
    'each way begins it, and it goes on the next morning',
    inOffice(async (office) => {
      const asked = await office.run(drawing('renewal', 'Process_0renewal'))
      expect(asked.due('Event_0pause0')).toBe('2026-11-24T08:00')
      await office.message('card.expired', { variables: { card: { number: 41, holder: 'x' } } })
      const [, expired] = await office.all()
      expect(expired?.variables).toEqual({ number: 41, which: 41 })
      await office.until('2027-01-01T07:59:00+02:00')
      expect(await office.all()).toHaveLength(2)
      await office.until('2027-01-01T08:00:00+02:00')
      const [, , yearly] = await office.all()
      expect(yearly?.path).toEqual(['Event_0yearly', 'Gateway_1merge0', 'Activity_1ready0'])
      await asked.read()
      await asked.job('Event_1told00')
      expect(asked.status).toBe('completed')
      expect(asked.variables).toEqual({ which: 0 })
    }),
  )
})

describe('closure.bpmn: signals and a condition, as the Modeler draws them', () => {
  test(
    'the office closes twice while the review goes on; the case waits until it opens',
    inOffice(async (office) => {
      const it = await office.run(drawing('closure', 'Process_0closure'), { risk: 1 })
      expect(it.waits).toEqual(['task Activity_0review', 'signal Event_1noted0', 'condition Event_2risen0'])
      expect(await office.signal('office.closed')).toBe(1)
      await office.signal('office.closed')
      await it.read()
      expect(it.variables).toEqual({ risk: 1, notes: 2 })
      await it.task('Activity_0review')
      expect(it.waits).toEqual(['signal Event_0wait00'])
      expect(await office.signal('office.opened')).toBe(1)
      await it.read()
      expect(it.status).toBe('completed')
      expect(it.path.slice(-2)).toEqual(['Event_0wait00', 'Event_0end000'])
    }),
  )

  test(
    'the risk rises and a warning goes out; a change of the law begins a case',
    inOffice(async (office) => {
      const it = await office.run(drawing('closure', 'Process_0closure'), { risk: 1 })
      await it.set({ risk: 7 })
      expect(it.status).toBe('completed')
      expect(it.events.find(({ kind }) => kind === 'signalThrown')).toMatchObject({
        name: 'warning.7',
        variables: { level: 7 },
      })
      expect(await office.signal('law.changed', { article: 12 })).toBe(1)
      const [, begun] = await office.all()
      expect(begun?.path).toEqual(['Event_0law', 'Gateway_0merge0'])
      expect(begun?.variables).toEqual({ law: { article: 12 } })
    }),
  )
})

test('beyond.bpmn: all that is drawn and cannot be done is told at once, with its place', async () => {
  expect(await refused(drawing('beyond', 'Process_0beyond'))).toEqual([
    'bpmn/unsupported-extension Process_0beyond',
    'bpmn/unsupported-extension Activity_0embed',
    'bpmn/unsupported-extension Activity_0embed',
    'bpmn/unsupported-extension Activity_0execute',
  ])
})

test.for([
  ['permit', 'Process_0permit'],
  ['deposit', 'Process_0deposit'],
  ['committee', 'Process_1committee'],
  ['appeal', 'Process_0appeal'],
  ['inspection', 'Process_0inspection'],
  ['renewal', 'Process_0renewal'],
  ['closure', 'Process_0closure'],
] as const)('%s.bpmn passes without one warning', async ([name, processId]) => {
  const files = {
    'quorum.dmn': QUORUM,
    'forms/apply.form.json': form('nationalId', { type: 'string' }),
    'forms/review.form.json': form('approved', { type: 'boolean' }),
  }
  const checked = await checkPackage(drawing(name, processId, { files }), {
    package: () => Promise.resolve(undefined),
  })
  expect(checked.ok ? checked.package.warnings : checked.findings).toEqual([])
})
