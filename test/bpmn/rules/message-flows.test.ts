import { expect, test } from 'vitest'
import { errorsOf, file, flow, process } from '../drawing.ts'

const drawn = (messageFlow: string) =>
  file(
    process(
      `<bpmn:startEvent id="s"/><bpmn:manualTask id="a"/><bpmn:manualTask id="b"/><bpmn:endEvent id="e"/>${flow('f', 's', 'a')}${flow('g', 'a', 'b')}${flow('h', 'b', 'e')}`,
    ),
    `<bpmn:collaboration id="c"><bpmn:participant id="ours" processRef="main"/><bpmn:participant id="theirs"/>${messageFlow}</bpmn:collaboration>`,
  )
const line = (from: string, to: string) => `<bpmn:messageFlow id="m" sourceRef="${from}" targetRef="${to}"/>`

test('messages run from a step to another pool, or between pools', async () => {
  expect(await errorsOf(drawn(line('a', 'theirs')))).toEqual([])
  expect(await errorsOf(drawn(line('theirs', 'ours')))).toEqual([])
})

test('messages do not run inside one pool', async () => {
  expect(await errorsOf(drawn(line('a', 'b')))).toEqual(['bpmn/message-flows @ m'])
  expect(await errorsOf(drawn(line('a', 'ours')))).toEqual(['bpmn/message-flows @ m'])
})
