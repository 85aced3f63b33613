/**
 * A built-in function: its names of parameters, what each accepts, and what it does; the tables of this folder are made of these.
 *
 * Arguments are checked against the signatures before the body runs, so a body meets only what its types say. Several signatures are tried
 * in their order; when none fits, the argument that got furthest is blamed.
 */
import { expected } from '../expected.ts'
import { Failure } from '../failure.ts'
import type { Run } from '../run.ts'
import { FeelFunction, type FeelValue } from '../value.ts'
import type { Kind } from './kind.ts'

export interface Param<T> {
  readonly name: string
  readonly presence: 'required' | 'optional' | 'rest'
  readonly expected: string
  readonly accept: (value: FeelValue) => unknown
  /** What the body receives; only a type. */
  readonly gives?: T
}

export function param<T>(name: string, kind: Kind<T>): Param<T> {
  return { name, presence: 'required', ...kind }
}

export function optional<T>(name: string, kind: Kind<T>): Param<T | undefined> {
  return { name, presence: 'optional', ...kind }
}

/** All further arguments. */
export function rest<T>(name: string, kind: Kind<T>): Param<readonly T[]> {
  return { name, presence: 'rest', ...kind }
}

type Received<P extends readonly Param<unknown>[]> = { [K in keyof P]: P[K] extends Param<infer T> ? T : never }

export interface Signature {
  readonly params: readonly Param<unknown>[]
  readonly body: (received: readonly unknown[], run: Run) => FeelValue
}

export function signature<const P extends readonly Param<unknown>[]>(
  params: P,
  body: (run: Run, ...args: Received<P>) => FeelValue,
): Signature {
  return { params, body: (received, run) => body(run, ...(received as Received<P>)) }
}

export class Builtin extends FeelFunction {
  readonly signatures: readonly Signature[]
  constructor(name: string, signatures: readonly Signature[]) {
    const names = signatures[0]?.params.map((each) => each.name) ?? []
    super(name, names, (args, run) => applyBinding(name, bindPositions(signatures, args.length), args, run))
    this.signatures = signatures
  }
}

export function builtin(name: string, ...signatures: readonly Signature[]): Builtin {
  return new Builtin(name, signatures)
}

/** One signature a call may mean, and which argument goes to which of its parameters (null: left out). */
export interface Binding {
  readonly signature: Signature
  readonly order: readonly (number | null)[]
}

export function bindPositions(signatures: readonly Signature[], count: number): readonly Binding[] {
  return signatures
    .filter(({ params }) => {
      const open = params.at(-1)?.presence === 'rest'
      const required = params.filter(({ presence }) => presence === 'required').length
      return count >= required && (open || count <= params.length)
    })
    .map((each) => ({ signature: each, order: each.params.map((_, index) => (index < count ? index : null)) }))
}

export function bindNames(signatures: readonly Signature[], names: readonly string[]): readonly Binding[] {
  return signatures
    .filter(
      ({ params }) =>
        names.every((name) => params.some((each) => each.name === name && each.presence !== 'rest')) &&
        params.every((each) => each.presence !== 'required' || names.includes(each.name)),
    )
    .map((each) => ({
      signature: each,
      order: each.params.map(({ name }) => (names.includes(name) ? names.indexOf(name) : null)),
    }))
}

export function applyBinding(
  name: string,
  bindings: readonly Binding[],
  args: readonly FeelValue[],
  run: Run,
): FeelValue {
  let blame = -1
  let failure: Failure | null = null
  for (const { signature: candidate, order } of bindings) {
    const received: unknown[] = []
    const wrong = receive(candidate, order, args, received)
    if (wrong === null) return candidate.body(received, run)
    if (wrong > blame) {
      blame = wrong
      failure = misfit(name, candidate, order, args, wrong)
    }
  }
  throw failure ?? new Failure('type', `Expected other arguments for ${name} than ${String(args.length)}`)
}

/** Fills `received`; the index of the parameter that does not accept its argument, or null. */
function receive(
  { params }: Signature,
  order: readonly (number | null)[],
  args: readonly FeelValue[],
  received: unknown[],
): number | null {
  for (const [index, each] of params.entries()) {
    const from = order[index] ?? null
    if (each.presence === 'rest') {
      const all = from === null ? [] : args.slice(from).map((value) => each.accept(value))
      if (all.includes(undefined)) return index
      received.push(all)
    } else if (from === null) received.push(undefined)
    else {
      const accepted = each.accept(args[from] ?? null)
      if (accepted === undefined) return index
      received.push(accepted)
    }
  }
  return null
}

function misfit(
  name: string,
  { params }: Signature,
  order: readonly (number | null)[],
  args: readonly FeelValue[],
  wrong: number,
): Failure {
  const at = order[wrong] ?? 0
  const given = params[wrong]?.presence === 'rest' ? args.slice(at) : args.slice(at, at + 1)
  const culprit = given.find((value) => params[wrong]?.accept(value) === undefined) ?? null
  return expected(`${params[wrong]?.expected ?? 'nothing'} as "${params[wrong]?.name ?? ''}" of ${name}`, culprit)
}

/** How a built-in is called, for a sentence: `substring(string, start position, [length])`. */
export function usage({ name, signatures }: Builtin): string {
  return signatures
    .map(({ params }) => {
      const names = params.map((each) =>
        each.presence === 'required' ? each.name : each.presence === 'rest' ? `${each.name}...` : `[${each.name}]`,
      )
      return `${name}(${names.join(', ')})`
    })
    .join(' or ')
}
