import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importBpmn } from '../../../engine/core/bpmn/import/import.ts'
import { inOffice } from '../../elements/office.ts'
import { packXml } from '../../elements/pack.ts'

const LOAN = readFileSync(join(import.meta.dirname, 'loan.bpmn'), 'utf8')

async function imported(xml: string) {
  const done = await importBpmn('loan.bpmn', xml)
  if (!done.ok) throw new Error(JSON.stringify(done.findings))
  return done
}

test('a file of Camunda 7 becomes one that Masar reads, and everything in it is told', async () => {
  const { xml, notes, findings } = await imported(LOAN)
  expect(xml).not.toContain('camunda:')
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(notes.map(({ kind, place, what }) => `${kind} ${place} ${what}`).toSorted()).toEqual(
    [
      'byHand Apply camunda:formData',
      'byHand Charge camunda:delegateExpression',
      'byHand Check camunda:executionListener',
      'byHand Compute script (groovy)',
      'byHand Message_Paid message',
      'byHand Review camunda:formKey',
      'dropped Call camunda:in businessKey',
      'dropped Charge camunda:asyncBefore',
      'dropped loan camunda:historyTimeToLive',
      'translated Call calledElement',
      'translated Charge camunda:failedJobRetryTimeCycle',
      'translated Charge camunda:inputParameter amount',
      'translated Charge camunda:outputParameter receipt',
      'translated Check camunda:topic',
      'translated Failed camunda:errorCodeVariable',
      'translated Fee camunda:decisionRef',
      'translated Flow_Big conditionExpression',
      'translated Late timeDuration',
      'translated Review camunda:assignee',
      'translated Review camunda:candidateGroups',
      'translated Review camunda:collection',
      'translated Review camunda:dueDate',
    ].toSorted(),
  )
  for (const { says } of notes) expect([says.en.length > 5, /\p{Script=Arabic}/u.test(says.ar)]).toEqual([true, true])
})

test('the drawing, the documentation and what other tools wrote are kept', async () => {
  const { xml } = await imported(LOAN)
  for (const kept of [
    'Documentation of the review',
    '<acme:cost hours="2">by the clerk</acme:cost>',
    'acme:owner="housing"',
    'bioc:stroke="#831311"',
    '<dc:Bounds x="270" y="77" width="100" height="80" />',
    '<di:waypoint x="215" y="117" />',
    'exporter="Camunda Modeler"',
    'A note beside it',
  ])
    expect(xml).toContain(kept)
  const count = (text: string, what: string) => text.split(what).length
  expect(count(xml, '<bpmndi:BPMNShape ')).toBe(count(LOAN, '<bpmndi:BPMNShape '))
})

test('importing once more changes nothing', async () => {
  const { xml } = await imported(LOAN)
  const again = await imported(xml)
  expect([again.xml, again.notes]).toEqual([xml, []])
})

test(
  'what needs no hand runs: the same way, the same variables',
  inOffice(async (office) => {
    const plain = readFileSync(join(import.meta.dirname, 'plain.bpmn'), 'utf8')
    const { xml, notes } = await imported(plain)
    expect(notes.filter(({ kind }) => kind === 'byHand')).toEqual([])
    await office.deploy(packXml(xml, 'plain'))
    const it = await office.start({ amount: 500, officer: 'rana' })
    expect((await it.work('Check')).variables).toEqual({ sum: 500, list: [1, 'two'] })
    await it.job('Check', { ok: true })
    expect(it.variables).toMatchObject({ checked: true })
    expect((await it.desk('Big')).assignee).toBe('rana')
    expect((await it.task('Big')).status).toBe('completed')
    const small = await office.start({ amount: 5, officer: 'rana' })
    await small.job('Check', { ok: true })
    expect(small.waits).toEqual(['task Small'])
  }),
)

test('a file that is no drawing is refused with the reason', async () => {
  expect(await importBpmn('x.bpmn', '<html/>')).toMatchObject({ ok: false })
  expect(await importBpmn('x.bpmn', LOAN.slice(0, 900))).toMatchObject({ ok: false })
  expect(await importBpmn('x.bpmn', '<!DOCTYPE a [<!ENTITY b "c">]><a/>')).toMatchObject({ ok: false })
})
