import { expect, test } from 'vitest'
import { around, errorsOf } from '../drawing.ts'

test('a step without an id is refused where it stands', async () => {
  const drawing = around('<bpmn:manualTask id="step"/>', '<bpmn:manualTask name="nameless"/>')
  expect(await errorsOf(drawing)).toContain('bpmn/ids @ main')
})
