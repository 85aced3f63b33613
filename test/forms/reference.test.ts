import { expect, test } from 'vitest'
import { follow } from '../../engine/core/schema/reference.ts'

const schema = { anyOf: [{ type: 'string' }], $defs: { 'a/b~c': { type: 'number' } } }

test.each([
  ['#/anyOf/0', { type: 'string' }],
  ['#/$defs/a~1b~0c', { type: 'number' }],
  ['#/anyOf/1', undefined],
  ['#/$defs/toString', undefined],
])('%s leads to what stands there and to nothing else', (reference, found) => {
  expect(follow(schema, reference)).toEqual(found)
})
