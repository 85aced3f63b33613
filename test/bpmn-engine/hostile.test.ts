import { describe, expect, test, vi } from 'vitest'
import { drawingOf } from '../../engine/executors/bpmn-engine/library/drawing.ts'
import { bpmnEngine } from '../../engine/executors/bpmn-engine/executor.ts'
import * as draw from '../kernel/build.ts'
import { Case } from '../kernel/case.ts'

const { start, end, user, service, xor, sub, boundary, after, onTimer, messageCatch } = draw

/** What the library's own expressions, scripts and services would take for theirs. */
const SPELLS = [
  '${environment.services.constructor("return process")()}',
  '${content.constructor.constructor("return process")().exit()}',
  "next.constructor('return process')()",
  '${true}',
  'if:0f0',
  'items',
  'done',
  '__proto__',
  'constructor',
  'p0',
  'd',
]

const named = (spell: string) =>
  draw.draw(
    spell,
    [
      start(`s ${spell}`),
      user(spell, { candidateGroups: spell }, { in: { [spell]: '="x"' }, headers: { [spell]: spell } }),
      sub(`p ${spell}`, [start(`i ${spell}`), service(`j ${spell}`, {}, spell)], [`i ${spell} -> j ${spell}`]),
      xor(`x ${spell}`),
      end(`e ${spell}`),
    ],
    [`s ${spell} -> ${spell} -> p ${spell} -> x ${spell}`, `x ${spell} -> e ${spell} default`],
  )

describe('what an author writes', () => {
  test.each(SPELLS)('never reaches the library: %s', (spell) => {
    const program = named(spell)
    const drawing = drawingOf(program, { program: () => undefined })
    const ours = new Set(['bpmn:Node', 'bpmn:Scope', 'bpmn:Flow', 'bpmn:Process', 'bpmn:Definitions', 'd', 'p0'])
    const texts = textsIn(drawing.source).filter((text) => !ours.has(text))
    for (const text of texts) expect(text).toMatch(/^0[_f]\d+$/)
  })

  test.each(SPELLS)('is only a name and a value to it, as to the kernel: %s', (spell) => {
    const nodes = [start('s'), user('t'), user('z')]
    const it = new Case([draw.draw('main', nodes, ['s -> t -> z'])], { executor: bpmnEngine })
    it.start({ [spell === '__proto__' ? 'proto' : spell]: spell }).task('t', { answer: spell })
    expect(it.variables['answer']).toBe(spell)
    expect(it.waits).toEqual(['task z'])
  })

  test('is evaluated as FEEL and nothing else: a condition in the library’s own language is an incident', () => {
    const nodes = [start('s'), xor('x'), user('a'), user('b')]
    const program = draw.draw('main', nodes, ['s -> x', 'x -> a if environment', 'x -> b default'])
    const it = new Case([program], { executor: bpmnEngine }).start({})
    expect(it.trouble).toEqual(['condition x'])
  })
})

describe('the library', () => {
  const program = draw.draw(
    'main',
    [
      start('s'),
      user('t'),
      boundary('late', 't', onTimer(after('PT1S'))),
      messageCatch('m', 'news', '="k"'),
      user('z'),
    ],
    ['s -> t -> m -> z', 'late -> z'],
  )

  test('sets no timer of its own and waits for no clock', () => {
    const set = vi.spyOn(globalThis, 'setTimeout')
    const it = new Case([program], { executor: bpmnEngine }).start({})
    it.timer('late')
    expect(set).not.toHaveBeenCalled()
    expect(it.waits).toEqual(['task z'])
  })

  test('has chance taken away only while it decides, also when it refuses', () => {
    const { random } = Math
    const it = new Case([program], { executor: bpmnEngine }).start({})
    expect(Math.random).toBe(random)
    expect(it.try({ kind: 'completeTask', id: '99' as never, variables: {} })).toBeDefined()
    expect(() => bpmnEngine.decide(it.state, undefined as never, it.context)).toThrow(TypeError)
    expect(Math.random).toBe(random)
    expect(Math.random()).not.toBe(Math.random())
  })
})

test('nothing reached a prototype', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
