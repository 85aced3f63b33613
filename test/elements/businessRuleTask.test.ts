import { expect, test } from 'vitest'
import { line, type ProcessDrawing } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { rule } from './steps.ts'

const DMN = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="fees" name="Fees" namespace="http://camunda.org/schema/1.0/dmn" exporter="Camunda Modeler" exporterVersion="5.31.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
  <decision id="Decision_fee" name="Fee">
    <decisionTable id="DecisionTable_1" hitPolicy="FIRST">
      <input id="Input_1" label="Purpose"><inputExpression id="InputExpression_1" typeRef="string"><text>purpose</text></inputExpression></input>
      <output id="Output_1" label="Fee" name="fee" typeRef="number" />
      <rule id="Rule_work"><inputEntry id="I1"><text>"work"</text></inputEntry><outputEntry id="O1"><text>25</text></outputEntry></rule>
      <rule id="Rule_other"><inputEntry id="I2"><text>"study"</text></inputEntry><outputEntry id="O2"><text>10</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`

const withTable = (drawing: ProcessDrawing) => pack([drawing], { files: { 'fees.dmn': DMN } })

test(
  'a business rule task keeps the decision’s result, and the rule that fired is on the record',
  inOffice(async (office) => {
    const it = await office.run(withTable(line(rule('Fee', 'Decision_fee', 'fee'))), { purpose: 'work' })
    expect(it.variables).toEqual({ purpose: 'work', fee: 25 })
    const [evaluated] = it.events.filter((event) => event.kind === 'decisionEvaluated')
    expect(evaluated).toMatchObject({ decision: 'Decision_fee', output: 25, trace: [{ rules: [1] }] })
  }),
)

test(
  'its inputs are mapped for it alone, and its output mapping says what is kept',
  inOffice(async (office) => {
    const fee = rule('Fee', 'Decision_fee', 'result', {
      inputs: { purpose: '=form.purpose' },
      outputs: { 'bill.fee': '=result' },
    })
    const it = await office.run(withTable(line(fee)), { form: { purpose: 'study' } })
    expect(it.variables).toEqual({ form: { purpose: 'study' }, bill: { fee: 10 } })
  }),
)

test(
  'a table with no rule for the case gives null, as DMN has it',
  inOffice(async (office) => {
    const it = await office.run(withTable(line(rule('Fee', 'Decision_fee', 'fee'))), { purpose: 'travel' })
    expect(it.variables).toEqual({ purpose: 'travel', fee: null })
  }),
)

test(
  'a decision that fails is an incident with its name and the reason, mended by the variable',
  inOffice(async (office) => {
    const it = await office.run(withTable(line(rule('Fee', 'Decision_fee', 'fee'))))
    const incident = await it.incident('Fee')
    expect(incident).toMatchObject({ cause: 'decision' })
    expect(incident.message).toContain('"Decision_fee" of Fee')
    expect(incident.message).toContain('purpose')
    await it.mend('Fee', { purpose: 'work' })
    expect(it.variables).toEqual({ purpose: 'work', fee: 25 })
  }),
)

test('a decision the package has not, and half a call, are refused', async () => {
  expect(await refused(line(rule('Fee', 'Decision_fee', 'fee')))).toEqual(['bpmn/decisions Fee'])
  expect(await refused(withTable(line(rule('Fee', '=decision', 'fee'))))).toContain('bpmn/feel Fee')
  const half = { ...rule('Fee', 'a', 'b'), extensions: '<zeebe:calledDecision decisionId="Decision_fee" />' }
  expect(await refused(withTable(line(half)))).toEqual(['bpmn/decisions Fee'])
})
