/**
 * How many applications of each workflow pattern an executor takes from start to end in a second, with nothing stored: the
 * patterns by which engines are compared (sequence, exclusive choice, parallel split, cycle, call, and all of them mixed).
 */
import { performance } from 'node:perf_hooks'
import { type Context, type Executor, LIMITS } from '../../engine/core/executor.ts'
import type { AgencyId, InstanceId, Reference } from '../../engine/core/ids.ts'
import { PALESTINE } from '../../engine/core/policy/calendar.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Program } from '../../engine/core/program.ts'
import { bpmnEngine } from '../../engine/executors/bpmn-engine/executor.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { and, call, draw, end, keyOf, manual, script, start, xor } from '../kernel/build.ts'
import { median } from './median.ts'

const called = draw('called', [start('s'), script('c', '=n + 1', 'c'), end('e')], ['s -> c -> e'])

const round = (from: string, to: string): readonly string[] => [
  `${from} -> again`,
  'again -> count -> ask',
  'ask -> again if rounds < 10',
  `ask -> ${to} default`,
]
const cycle = [xor('again'), script('count', '=get or else(rounds, 0) + 1', 'rounds'), xor('ask')]

const PATTERNS = {
  SEQ: [draw('SEQ', [start('s'), script('a', '=n', 'a'), script('b', '=n', 'b'), end('e')], ['s -> a -> b -> e'])],
  EXC: [
    draw(
      'EXC',
      [start('s'), xor('x'), script('a', '=n', 'a'), script('b', '=n', 'b'), xor('m'), end('e')],
      ['s -> x', 'x -> a if n > 1', 'x -> b default', 'a -> m', 'b -> m', 'm -> e'],
    ),
  ],
  PAR: [
    draw(
      'PAR',
      [start('s'), and('f'), script('a', '=n', 'a'), script('b', '=n', 'b'), and('j'), end('e')],
      ['s -> f', 'f -> a -> j', 'f -> b -> j', 'j -> e'],
    ),
  ],
  CYC: [draw('CYC', [start('s'), ...cycle, end('e')], round('s', 'e'))],
  EXT: [draw('EXT', [start('s'), call('x', keyOf('called')), end('e')], ['s -> x -> e']), called],
  MIX: [
    draw(
      'MIX',
      [
        start('s'),
        xor('x'),
        and('f'),
        script('a', '=n', 'a'),
        call('y', keyOf('called')),
        and('j'),
        manual('z'),
        ...cycle,
        end('e'),
      ],
      ['s -> x', 'x -> f if n > 1', 'x -> z default', 'f -> a -> j', 'f -> y -> j', 'j -> z', ...round('z', 'e')],
    ),
    called,
  ],
} as const satisfies Readonly<Record<string, readonly Program[]>>

export interface PatternRate {
  readonly pattern: string
  /** Applications per second on the kernel. */
  readonly rate: number
  /** Kernel / bpmn-engine, measured in turn. */
  readonly ratio: number
}

const ROUNDS = 5

export const patternRates = (): readonly PatternRate[] =>
  Object.entries(PATTERNS).map(([pattern, programs]) => {
    ratesOf(kernel, programs, 300)
    ratesOf(bpmnEngine, programs, 10)
    const rounds = Array.from({ length: ROUNDS }, () => ({
      ours: ratesOf(kernel, programs, 2_000),
      theirs: ratesOf(bpmnEngine, programs, 30),
    }))
    return {
      pattern,
      rate: median(rounds.map(({ ours }) => ours)),
      ratio: median(rounds.map(({ ours, theirs }) => ours / theirs)),
    }
  })

/** Applications per second. */
function ratesOf(executor: Executor, programs: readonly Program[], count: number): number {
  const library = new Map(programs.map((program) => [program.key, program]))
  const ctx: Context = { now: 0, library: { program: (key) => library.get(key) }, calendar: PALESTINE, limits: LIMITS }
  const [main] = programs
  if (!main) throw new Error('Expected a program')
  const began = performance.now()
  for (let n = 0; n < count; n++) {
    const decided = executor.decide(
      undefined,
      {
        kind: 'start',
        id: 'bench' as InstanceId,
        agency: 'moj' as AgencyId,
        reference: 'bench' as Reference,
        program: main.key,
        variables: { n: 2 },
      },
      ctx,
    )
    if (isProblem(decided) || decided.state.status !== 'completed')
      throw new Error(`Expected ${main.key} to come to its end on ${executor.name}`)
  }
  return Math.round((count / (performance.now() - began)) * 1_000)
}
