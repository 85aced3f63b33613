import { expect, test } from 'vitest'
import { around, findingsOf, flow } from '../drawing.ts'

const TASK = '<bpmn:manualTask id="step"/>'
const reachable = async (xml: string) =>
  (await findingsOf(xml)).filter((it) => it.rule === 'bpmn/reachable').map((it) => `${it.severity} ${it.place ?? ''}`)

test('a drawing in which everything can come about has no such warning', async () => {
  const edge = `<bpmn:boundaryEvent id="late" attachedToRef="step"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:manualTask id="remind"/><bpmn:endEvent id="x"/>${flow('l', 'late', 'remind')}${flow('r', 'remind', 'x')}`
  expect(await reachable(around(TASK, edge))).toEqual([])
})

test('a round that nothing leads into is told', async () => {
  const round = `<bpmn:exclusiveGateway id="a"/><bpmn:manualTask id="b"/>${flow('ab', 'a', 'b')}${flow('ba', 'b', 'a')}`
  expect(await reachable(around(TASK, round))).toEqual(['warning a', 'warning b'])
})
