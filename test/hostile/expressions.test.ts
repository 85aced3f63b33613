import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXECUTOR } from '../../engine/executors.ts'
import { hostileExpressions } from '../feel/hostile.ts'
import { arena, NEIGHBOUR, type Arena } from './arena.ts'
import { attack } from './parcel.ts'
import { PLACES } from './places.ts'

/** The nastiest of each kind; the others take turns. */
const EVERYWHERE = [
  'for i in 1..10000000000 return i',
  'some x in 1..100000000 satisfies x < 0',
  'matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")',
  '{f: function(n) [f(n), f(n)]}.f(1)',
  '(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1]',
  'unknown.name',
  'constructor.constructor("return process")()',
  'get value({}, "__proto__")',
  'string join(for i in 1..3000 return "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "")',
  'for i in 1..2000 return "aaaaaaaaaaaaaaaa"',
  '"R/PT0S"',
  '"PT" + string(10 ** 15) + "S"',
  'null',
  '-1',
]

describe.each(Object.values(EXECUTOR))('On $name', (executor) => {
  let it: Arena
  let version = 0

  beforeAll(async () => {
    it = await arena(executor)
  })
  afterAll(() => it.close())

  /** What becomes of the expression in this place: "refused rule file place" or how its application stands. */
  async function outcome(place: string, expression: string): Promise<string> {
    const parts = PLACES[place]?.(expression)
    if (parts === undefined) throw new Error(`Expected a place ${place}`)
    const refused = await it.deploy(attack({ ...parts, version: `1.0.${version++}` }))
    if (refused) {
      const [finding] = refused.findings ?? []
      return `refused ${finding?.rule ?? refused.code} ${finding?.file ?? ''} ${finding?.place ?? ''}: ${finding?.message ?? refused.detail}`
    }
    const id = await it.start('evil.service')
    const { status } = await it.state(id)
    const trouble = await it.trouble(id)
    return trouble.length > 0 ? `incident ${trouble.join(', ')}` : status
  }

  const ENDS =
    /^(refused (bpmn|dmn|form|package|xml)\/[a-z-]+ \S+ .+|incident (expression|condition|decision|timer|message|limit) .+|completed|active)$/s

  describe('An expression written to hang or kill the server', { timeout: 120_000 }, () => {
    test.each(Object.keys(PLACES))('ends in a refusal, an incident or a value as %s', async (place) => {
      for (const expression of EVERYWHERE) expect(await outcome(place, expression)).toMatch(ENDS)
    })

    test('is really asked in each of these places', async () => {
      for (const place of Object.keys(PLACES).filter((one) => one !== 'form rule'))
        expect(`${place}: ${await outcome(place, 'for i in 1..10000000000 return i')}`).toMatch(/: incident /)
    })

    test('ends so whichever it is', async () => {
      const places = Object.keys(PLACES)
      for (const [index, expression] of hostileExpressions.entries()) {
        const place = places[index % places.length] ?? ''
        expect(`${place} ${await outcome(place, expression)}`).toMatch(
          new RegExp(`^${place} ${ENDS.source.slice(1)}`, 's'),
        )
      }
    })

    test('never passes for a false condition or an empty value when it fails', async () => {
      for (const failing of ['unknown.name', '1 / 0', '1 < "a"', 'null + 1'])
        for (const place of ['condition', 'script', 'multi-instance collection', 'decision input', 'assignee'])
          expect(await outcome(place, failing)).toMatch(/^(refused|incident)/)
    })

    test('leaves the others alone', async () => {
      const id = await it.start(NEIGHBOUR)
      it.clock.set(it.clock.now() + 2_000)
      while ((await it.worker.tick()) > 0);
      expect((await it.state(id)).status).toBe('completed')
      expect(it.faults).toEqual([])
    })
  })
})

test('Nothing an expression did reached a prototype', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
