/**
 * Random procedures, block by block, as careful analysts draw them: what is split is joined again, and every way leads on.
 *
 * What happens by itself after one answer must not depend on which of two parallel branches is looked at first, since the
 * standard leaves that open: so a branch that breaks others off (an error, a terminate) asks somebody just before.
 */
import {
  type Arbitrary,
  array,
  boolean,
  constantFrom,
  integer,
  letrec,
  nat,
  noBias,
  oneof,
  option,
  record,
  tuple,
} from 'fast-check'
import type { Block, Each, Edge, Handler, Knot, Procedure, Step, Stop, Undoable } from './block.ts'

const each: Arbitrary<Each> = option(
  constantFrom<Exclude<Each, null>>('parallel', 'sequential', 'first', 'counted', 'while', 'until'),
  { freq: 4 },
)
const edges = constantFrom<Edge>(
  'none',
  'timer',
  'reminder',
  'message',
  'news',
  'error',
  'anyError',
  'bothErrors',
  'signal',
  'siren',
  'escalation',
  'alert',
  'condition',
  'watch',
)
const rareEdges = oneof({ arbitrary: constantFrom<Edge>('none'), weight: 4 }, { arbitrary: edges, weight: 1 })
const handlers = array(
  constantFrom<Handler>(
    'timer',
    'reminder',
    'message',
    'news',
    'error',
    'anyError',
    'signal',
    'siren',
    'escalation',
    'alert',
    'condition',
    'watch',
  ),
  {
    maxLength: 2,
  },
).map((list) => [...new Set(list)])
const noHandlers = oneof(
  { arbitrary: constantFrom<readonly Handler[]>([]), weight: 2 },
  { arbitrary: handlers, weight: 1 },
)
const is = <K extends Block['kind']>(kind: K): Arbitrary<K> => constantFrom(kind)

const fewEach: Arbitrary<Each> = option(constantFrom<Exclude<Each, null>>('parallel', 'rounds', 'first', 'until'), {
  freq: 3,
})

/** What is done by somebody else is completed at a moment of its own, so that there is an order to reverse. */
const undoable: Arbitrary<Undoable> = letrec<{ undoable: Undoable }>((tie) => ({
  undoable: oneof(
    { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
    record({
      kind: constantFrom('step' as const),
      step: constantFrom<Step>('user', 'plainUser', 'service', 'send', 'receive'),
      each: fewEach,
      asks: boolean(),
    }),
    record({
      kind: constantFrom('part' as const),
      steps: array(tie('undoable'), { minLength: 1, maxLength: 2 }),
      by: constantFrom('edge' as const, 'itself' as const, 'inside' as const),
      each: option(constantFrom<Exclude<Each, null>>('parallel', 'rounds'), { freq: 3 }),
    }),
  ),
})).undoable

const blocks: Arbitrary<Block> = letrec<{ block: Block; step: Block }>((tie) => ({
  step: record({
    kind: is('step'),
    step: constantFrom<Step>(
      'user',
      'user',
      'plainUser',
      'service',
      'service',
      'send',
      'receive',
      'script',
      'manual',
      'abstract',
      'timer',
      'message',
      'milestone',
      'notice',
      'signal',
      'condition',
      'horn',
      'raise',
    ),
    each,
    edge: rareEdges,
  }),
  block: oneof(
    { maxDepth: 4, depthSize: 'medium', withCrossShrink: true },
    tie('step'),
    record({ kind: is('row'), blocks: array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    record({
      kind: is('split'),
      by: constantFrom('exclusive' as const, 'parallel' as const, 'inclusive' as const),
      ways: array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    record({
      kind: is('quorum'),
      need: integer({ min: 1, max: 3 }),
      late: boolean(),
      ways: array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    record({
      kind: is('fan'),
      conditional: boolean(),
      ways: array(tie('block'), { minLength: 2, maxLength: 2 }),
    }),
    record({ kind: is('part'), inner: tie('block'), edge: edges, handlers: noHandlers, each }),
    record({
      kind: is('open'),
      starts: boolean(),
      ways: array(tie('block'), { minLength: 1, maxLength: 2 }),
    }),
    record({ kind: is('crowd'), inner: tie('step'), tokens: integer({ min: 2, max: 3 }) }),
    record({
      kind: is('tangle'),
      knots: array(
        constantFrom<Knot>('user', 'user', 'user', 'exclusive', 'parallel', 'inclusive', 'inclusive', 'complex'),
        {
          minLength: 3,
          maxLength: 7,
        },
      ),
      links: array(tuple(nat(6), nat(6)), { maxLength: 8 }),
    }),
    record({
      kind: is('saga'),
      steps: array(undoable, { minLength: 1, maxLength: 3 }),
      parallel: boolean(),
      meant: option(nat(2)),
      waits: boolean(),
      ends: boolean(),
    }),
    record({
      kind: is('adHoc'),
      steps: array(constantFrom<Step>('user', 'plainUser', 'service', 'receive'), { minLength: 2, maxLength: 3 }),
      follows: boolean(),
      active: nat(3),
      sequential: boolean(),
      conditional: boolean(),
      cancelRemaining: boolean(),
      edge: rareEdges,
    }),
    record({ kind: is('jump'), one: tie('block'), other: tie('block') }),
    record({
      kind: is('transaction'),
      steps: array(undoable, { minLength: 1, maxLength: 2 }),
      beside: tie('block'),
      deep: boolean(),
      each: option(constantFrom<Exclude<Each, null>>('parallel', 'rounds'), { freq: 4 }),
    }),
    record({ kind: is('again'), inner: tie('block') }),
    record({ kind: is('call'), inner: tie('block'), edge: rareEdges, each, mapped: boolean() }),
    record({ kind: is('race'), one: tie('block'), other: tie('block'), receives: boolean() }),
    record({
      kind: is('stop'),
      by: constantFrom<Stop>('terminate', 'error', 'end', 'message', 'signal', 'escalation'),
    }),
  ),
})).block

export const procedures: Arbitrary<Procedure> = noBias(record({ block: blocks, handlers: noHandlers }))
