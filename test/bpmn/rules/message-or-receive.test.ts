import { expect, test } from 'vitest'
import { errorsOf, extension, file, flow, process } from '../drawing.ts'

const MESSAGE = `<bpmn:message id="m" name="paid">${extension('<zeebe:subscription correlationKey="=reference"/>')}</bpmn:message>`
const OTHER = MESSAGE.replace('"m"', '"n"').replace('paid', 'seen')
const event = (id: string, message: string) =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="${message}"/></bpmn:intermediateCatchEvent>`
const task = (id: string, message: string) => `<bpmn:receiveTask id="${id}" messageRef="${message}"/>`

const behind = (one: string, other: string) =>
  file(
    process(
      `<bpmn:startEvent id="s"/><bpmn:eventBasedGateway id="g"/>${one}${other}<bpmn:endEvent id="e"/>${flow('f', 's', 'g')}${flow('a', 'g', 'one')}${flow('b', 'g', 'other')}${flow('c', 'one', 'e')}${flow('d', 'other', 'e')}`,
    ),
    MESSAGE + OTHER,
  )

test('only events or only receive tasks wait behind a gateway', async () => {
  expect(await errorsOf(behind(event('one', 'm'), event('other', 'n')))).toEqual([])
  expect(await errorsOf(behind(task('one', 'm'), task('other', 'n')))).toEqual([])
})

test('a receive task does not wait beside a message event', async () => {
  expect(await errorsOf(behind(event('one', 'm'), task('other', 'n')))).toEqual(['bpmn/message-or-receive @ other'])
})
