import { expect, test } from 'vitest'
import { errorsOf, file, flow, process } from '../drawing.ts'

const split = (direction: string, more = '') =>
  file(
    process(
      `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="g" gatewayDirection="${direction}"/><bpmn:endEvent id="x"/><bpmn:endEvent id="y"/>${flow('f', 's', 'g')}${flow('a', 'g', 'x')}${flow('b', 'g', 'y')}${more}`,
    ),
  )

test.each(['Diverging', 'Unspecified'])('a gateway that splits may say %s', async (direction) => {
  expect(await errorsOf(split(direction))).toEqual([])
})

test.each(['Converging', 'Mixed'])('a gateway that splits may not say %s', async (direction) => {
  expect(await errorsOf(split(direction))).toEqual(['bpmn/gateway-directions @ g'])
})
