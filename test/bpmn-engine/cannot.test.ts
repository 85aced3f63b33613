import { describe, expect, test } from 'vitest'
import { bpmnEngine } from '../../engine/executors/bpmn-engine/executor.ts'
import { CANNOT, obstaclesIn } from '../../engine/executors/bpmn-engine/cannot/table.ts'
import type { Program } from '../../engine/core/program.ts'
import { isProblem } from '../../engine/core/problem.ts'
import * as draw from '../kernel/build.ts'
import { Case } from '../kernel/case.ts'

const { start, end, user, manual, xor, and, or, sub, boundary, after, every, onTimer, onMessage } = draw

const main = (nodes: readonly draw.Node[], flows: readonly string[]): Program => draw.draw('main', nodes, flows)

/** "row element" of everything bpmn-engine cannot do in it. */
const found = (nodes: readonly draw.Node[], flows: readonly string[]): string[] =>
  obstaclesIn(main(nodes, flows)).map(({ cannot, element }) => `${cannot.name} ${element.id}`)

describe('bpmn-engine is not given', () => {
  test('an inclusive join; it may split', () => {
    const meet = ['s -> f', 'f -> a if true', 'f -> b default', 'a -> j', 'b -> j', 'j -> z']
    expect(found([start('s'), or('f'), manual('a'), manual('b'), or('j'), user('z')], meet)).toEqual([
      'inclusive-join j',
    ])
    expect(found([start('s'), or('f'), user('a'), user('b')], ['s -> f', 'f -> a if true', 'f -> b default'])).toEqual(
      [],
    )
  })

  test('two flows between the same two elements, unless only one of them is ever taken', () => {
    expect(found([start('s'), and('f'), user('a')], ['s -> f', 'f -> a', 'f -> a'])).toContain('twin-flows f')
    expect(found([start('s'), xor('f'), user('a')], ['s -> f', 'f -> a if true', 'f -> a default'])).toEqual([])
  })

  test('two tokens by one way into a parallel join', () => {
    const nodes = [start('s'), and('f'), xor('x'), and('j'), user('z'), manual('a')]
    const flows = ['s -> f', 'f -> x', 'f -> a -> x', 'f -> j', 'x -> j', 'j -> z']
    expect(found(nodes, flows)).toEqual(['second-token j'])
  })

  test('a loop that a second token may come to while the first is in it', () => {
    const each = { each: { inputCollection: '=[1, 2]' } }
    const nodes = [start('s'), and('f'), manual('a'), manual('b'), user('t', {}, each)]
    expect(found(nodes, ['s -> f', 'f -> a -> t', 'f -> b -> t'])).toEqual(['second-token t'])
    const again = [start('s'), user('t'), boundary('b', 't', onMessage('m', '="k"'), false), user('h', {}, each)]
    expect(found(again, ['s -> t', 'b -> h'])).toEqual(['second-token h'])
  })

  test('a reminder that may come again into a loop; one deadline is no crowd, also where the step begins anew', () => {
    const each = { each: { inputCollection: '=[1, 2]' } }
    const once = (flows: readonly string[], timer = after('P1D')): string[] =>
      found([start('s'), user('t'), boundary('b', 't', onTimer(timer), false), user('h', {}, each), end('e')], flows)
    expect(once(['s -> t -> e', 'b -> h'])).toEqual([])
    expect(once(['s -> t -> e', 'b -> h'], every('R/PT1H'))).toEqual(['second-token h'])
    expect(
      found(
        [
          start('s'),
          xor('m'),
          user('t'),
          boundary('b', 't', onTimer(after('P1D')), false),
          user('h', {}, each),
          xor('x'),
          end('e'),
        ],
        ['s -> m -> t -> x', 'x -> m if true', 'x -> e default', 'b -> h'],
      ),
    ).toEqual(['second-token h'])
  })

  test('compensation, cancel events, complex gateways and ad-hoc subprocesses', () => {
    expect(CANNOT.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['compensation', 'transaction', 'complex-gateway', 'ad-hoc']),
    )
  })

  test('a procedure of many branches is judged in a moment', () => {
    const branches = Array.from({ length: 300 }, (_, index) => `b${index}`)
    const nodes = [start('s'), and('f'), ...branches.map((id) => user(id)), and('j'), user('z')]
    expect(found(nodes, ['s -> f', ...branches.map((id) => `f -> ${id} -> j`), 'j -> z'])).toEqual([])
  })
})

test('every row says why in both languages, and names the library', () => {
  for (const { reason } of CANNOT) {
    expect(reason.en).toContain('bpmn-engine')
    expect(reason.ar).toMatch(/[\u0600-\u06ff].*bpmn-engine|bpmn-engine.*[\u0600-\u06ff]/)
  }
})

describe('an application on bpmn-engine', () => {
  const program = main([start('s'), sub('p', [start('i'), user('t')], ['i -> t'])], ['s -> p'])

  test('is not taken over to another version nor moved by hand; it says so and is left as it was', () => {
    const it = new Case([program], { executor: bpmnEngine }).start({})
    const before = JSON.stringify(it.state)
    for (const kind of ['migrate', 'modify'] as const) {
      const refused = bpmnEngine.decide(it.state, { kind } as never, it.context)
      expect(isProblem(refused) && refused).toMatchObject({ kind: 'conflict', code: 'executor.cannot' })
    }
    expect(JSON.stringify(it.state)).toBe(before)
  })

  test('can be suspended, resumed and called off', () => {
    const it = new Case([program], { executor: bpmnEngine }).start({})
    it.take({ kind: 'suspend', source: 'instance', reason: 'an audit' })
    it.take({ kind: 'resume', source: 'instance', reason: 'it is over' })
    expect(it.task('t').status).toBe('completed')
  })
})
