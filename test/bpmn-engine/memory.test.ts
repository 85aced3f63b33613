import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  property,
  string,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/core/json.ts'
import { mergePatch, patchFor } from '../../engine/core/merge-patch.ts'
import { bpmnEngine } from '../../engine/executors/bpmn-engine/executor.ts'
import * as draw from '../kernel/build.ts'
import { Case } from '../kernel/case.ts'

const { start, user, and, sub, call } = draw

const names = constantFrom('a', 'b', 'c', '0_1_x')
/** JSON without null as a member. */
const objects = letrec((tie) => ({
  value: oneof({ maxDepth: 3 }, integer(), string(), boolean(), array(tie('value'), { maxLength: 3 }), tie('object')),
  object: dictionary(names, tie('value'), { maxKeys: 4 }),
})).object as Arbitrary<JsonObject>

describe('what changed', () => {
  test('put onto what was gives what is, and nothing changed is no change', () => {
    assert(
      property(objects, objects, (before, after) => {
        const patch = patchFor(before, after)
        expect(patch ? mergePatch(before, patch) : before).toEqual(after)
        expect(patchFor(after, after)).toBeUndefined()
      }),
    )
  })

  test('leaves the object it is put onto as it was', () => {
    const before = { a: { b: 1 } }
    expect(mergePatch(before, { a: { b: null, c: 2 } })).toEqual({ a: { c: 2 } })
    expect(before).toEqual({ a: { b: 1 } })
  })
})

describe('bpmn-engine remembers', () => {
  const sizeOf = (it: Case): number => JSON.stringify(it.live.memory).length

  test('a few hundred bytes, of which every record holds what changed', () => {
    const tasks = Array.from({ length: 12 }, (_, index) => `t${index}`)
    const it = new Case(
      [draw.draw('main', [start('s'), ...tasks.map((id) => user(id))], [`s -> ${tasks.join(' -> ')}`])],
      {
        executor: bpmnEngine,
      },
    ).start({})
    for (const task of tasks.slice(0, -1)) {
      it.task(task)
      expect(sizeOf(it)).toBeLessThan(400)
      expect(JSON.stringify(it.last.filter(({ kind }) => kind === 'memoryKept')).length).toBeLessThan(400)
    }
  })

  test('some bytes more for each branch, part and call, whatever was remembered before', () => {
    const branches = Array.from({ length: 20 }, (_, index) => `b${index}`)
    const wide = draw.draw(
      'main',
      [
        start('s'),
        and('f'),
        ...branches.map((id) => sub(id, [start(`s_${id}`), user(`t_${id}`)], [`s_${id} -> t_${id}`])),
      ],
      ['s -> f', ...branches.map((id) => `f -> ${id}`)],
    )
    const it = new Case([wide], { executor: bpmnEngine }).start({})
    expect(sizeOf(it)).toBeLessThan(20 * 250)
    const called = draw.draw('main', [start('s'), call('c', draw.keyOf('other'))], ['s -> c'])
    const other = draw.draw('other', [start('o'), user('t')], ['o -> t'])
    expect(sizeOf(new Case([called, other], { executor: bpmnEngine }).start({}))).toBeLessThan(2_000)
  })

  test('nothing of an application that is over', () => {
    const it = new Case([draw.draw('main', [start('s'), user('t')], ['s -> t'])], { executor: bpmnEngine }).start({})
    it.task('t')
    expect(it.live).not.toHaveProperty('memory')
  })

  test('no drawing, no variable and no clock', () => {
    const it = new Case([draw.draw('main', [start('s'), user('secret_step')], ['s -> secret_step'])], {
      executor: bpmnEngine,
    }).start({ secret: 'value' })
    const memory = JSON.stringify(it.live.memory)
    expect(memory).not.toMatch(/secret|value|timestamp|source/)
  })
})
