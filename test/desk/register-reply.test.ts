import { expect, test } from 'vitest'
import { leavesOf, repliesIn } from '../../engine/core/register-reply.ts'
import type { HistoryRecord } from '../../engine/core/history.ts'
import type { InstanceId, LocalId } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'

const record = (values: JsonObject): HistoryRecord => ({
  instance: '01' as InstanceId,
  seq: 1,
  at: 1,
  actor: 'system:connector',
  command: 'completeJob',
  events: JSON.stringify([{ kind: 'variablesSet', scope: '7' as LocalId, values }]),
})

test('the answer of a register is found by the number of the message, and nothing else is taken for one', () => {
  const reply = { status: 200, body: { name: { ar: 'ليلى' } }, evidence: { messageId: 'm-1' } }
  const replies = repliesIn([
    record({ reply }),
    record({ person: { body: 'tall' }, told: true, evidence: { messageId: 'm-2' } }),
    record({ reply: { status: 404, body: null, evidence: { messageId: 'm-3' } } }),
  ])
  expect([...replies]).toEqual([
    ['m-1', { name: { ar: 'ليلى' } }],
    ['m-3', null],
  ])
})

test('an answer is laid out line by line, and no longer than one reads', () => {
  const reply = { name: { ar: 'ليلى', en: 'Layla' }, alive: true, born: null, ids: [7, 8] }
  expect(leavesOf(reply, 10).map(({ path, value }) => `${path}=${value}`)).toEqual([
    'name/ar=ليلى',
    'name/en=Layla',
    'alive=true',
    'born=',
    'ids/1=7',
    'ids/2=8',
  ])
  expect(leavesOf(reply, 3)).toHaveLength(3)
  expect(leavesOf('plain', 3)).toEqual([{ path: '', value: 'plain' }])
})
