import { expect, test } from 'vitest'
import { errorsOf, file, flow, process } from '../drawing.ts'

const simple = process(`<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>${flow('f', 's', 'e')}`)
const pool = (id: string) => `<bpmn:participant id="${id}" processRef="main"/>`

test('a process stands in one pool', async () => {
  expect(await errorsOf(file(simple, `<bpmn:collaboration id="c">${pool('one')}</bpmn:collaboration>`))).toEqual([])
})

test('a process does not stand in two pools', async () => {
  const twice = `<bpmn:collaboration id="c">${pool('one')}${pool('two')}</bpmn:collaboration>`
  expect(await errorsOf(file(simple, twice))).toEqual(['bpmn/pools @ two'])
})
