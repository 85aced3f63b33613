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

/** How an activity is repeated, if at all. */
export type Each = 'parallel' | 'sequential' | 'rounds' | 'first' | 'counted' | 'while' | 'until' | null
export type Step =
  | 'user'
  | 'plainUser'
  | 'service'
  | 'send'
  | 'receive'
  | 'script'
  | 'manual'
  | 'abstract'
  | 'timer'
  | 'message'
  | 'milestone'
  | 'notice'
  | 'signal'
  | 'condition'
  | 'horn'
  | 'raise'
export type Edge =
  | 'none'
  | 'timer'
  | 'reminder'
  | 'message'
  | 'news'
  | 'error'
  | 'anyError'
  | 'bothErrors'
  | 'signal'
  | 'siren'
  | 'escalation'
  | 'alert'
  | 'condition'
  | 'watch'
export type Handler =
  | 'timer'
  | 'reminder'
  | 'message'
  | 'news'
  | 'error'
  | 'anyError'
  | 'signal'
  | 'siren'
  | 'escalation'
  | 'alert'
  | 'condition'
  | 'watch'

export type Block =
  | { readonly kind: 'step'; readonly step: Step; readonly each: Each; readonly edge: Edge }
  | { readonly kind: 'row'; readonly blocks: readonly Block[] }
  | { readonly kind: 'split'; readonly by: 'exclusive' | 'parallel' | 'inclusive'; readonly ways: readonly Block[] }
  /** All ways are taken, and it goes on when so many of them have come; `late`: what comes later has a way of its own. */
  | { readonly kind: 'quorum'; readonly need: number; readonly late: boolean; readonly ways: readonly Block[] }
  /** Several flows out of one task: all of them, or those whose condition holds. */
  | { readonly kind: 'fan'; readonly conditional: boolean; readonly ways: readonly Block[] }
  | {
      readonly kind: 'part'
      readonly inner: Block
      readonly edge: Edge
      readonly handlers: readonly Handler[]
      readonly each: Each
    }
  /** A part without an end event, with a start event for each of its ways or without any. */
  | { readonly kind: 'open'; readonly starts: boolean; readonly ways: readonly Block[] }
  /** Several tokens come to one step and go on one by one, each to the end of the part. */
  | { readonly kind: 'crowd'; readonly inner: Block; readonly tokens: number }
  | { readonly kind: 'again'; readonly inner: Block }
  | { readonly kind: 'call'; readonly inner: Block; readonly edge: Edge; readonly each: Each; readonly mapped: boolean }
  | { readonly kind: 'race'; readonly one: Block; readonly other: Block; readonly receives: boolean }
  /** Flows drawn at random: forward anywhere, back only to somebody who is asked, so that nothing runs in circles by itself. */
  | { readonly kind: 'tangle'; readonly knots: readonly Knot[]; readonly links: readonly (readonly [number, number])[] }
  /** Steps with handlers, and then an event that has one of them or all undone. */
  | {
      readonly kind: 'saga'
      readonly steps: readonly Undoable[]
      readonly parallel: boolean
      readonly meant: number | null
      readonly waits: boolean
      readonly ends: boolean
    }
  /** Steps that are chosen while it runs; `active` of them to begin with. */
  | {
      readonly kind: 'adHoc'
      readonly steps: readonly Step[]
      readonly follows: boolean
      readonly active: number
      readonly sequential: boolean
      readonly conditional: boolean
      readonly cancelRemaining: boolean
      readonly edge: Edge
    }
  /** It goes on elsewhere on the page. */
  | { readonly kind: 'jump'; readonly one: Block; readonly other: Block }
  /** What is done in it is undone when somebody cancels it, from inside or from a part of it. */
  | {
      readonly kind: 'transaction'
      readonly steps: readonly Undoable[]
      readonly beside: Block
      readonly deep: boolean
      readonly each: Each
    }
  /** Somebody decides whether this is the end of it. */
  | { readonly kind: 'stop'; readonly by: Stop }

export type Stop = 'terminate' | 'error' | 'end' | 'message' | 'signal' | 'escalation'
export type Knot = 'user' | 'exclusive' | 'parallel' | 'inclusive' | 'complex'

/** `by`: the activity on its edge undoes it, what it holds inside for that, or what was done inside it. */
export type Undoable =
  | { readonly kind: 'step'; readonly step: Step; readonly each: Each; readonly asks: boolean }
  | {
      readonly kind: 'part'
      readonly steps: readonly Undoable[]
      readonly by: 'edge' | 'itself' | 'inside'
      readonly each: Each
    }

export interface Procedure {
  readonly block: Block
  readonly handlers: readonly Handler[]
}

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
