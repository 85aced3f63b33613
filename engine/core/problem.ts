/**
 * What went wrong, said to the person who can mend it: the one shape of every expected failure.
 *
 * A problem is a value; a bug throws. `detail` reads "Expected X, but Y" and says what to do. `engine/http/problem.ts`
 * maps the kind to an HTTP status (RFC 9457), `cli/` to an exit code.
 */
export interface Problem {
  readonly kind: ProblemKind
  /** Stable, machine-readable, e.g. "task.already-completed"; the key under which both languages keep a title. */
  readonly code: string
  /** One sentence in English: what was expected, what was found, what to do. */
  readonly detail: string
  /** One entry per finding where several were found at once. */
  readonly findings?: readonly Finding[]
  /** What a program needs to go on from here, beside the words (RFC 9457, extension members): who was faster, and when. */
  readonly extensions?: Readonly<Record<string, string | number>>
}

/** invalid 422/400 · notFound 404 · forbidden 403 · unauthenticated 401 · conflict 409 · tooLarge 413 · limited 429 · unavailable 503 */
export type ProblemKind =
  | 'invalid'
  | 'notFound'
  | 'forbidden'
  | 'unauthenticated'
  | 'conflict'
  | 'tooLarge'
  | 'limited'
  | 'unavailable'

/** One thing that is wrong in a package, form or request: where, what, and the remedy. */
export interface Finding {
  /** Rule or check that speaks, e.g. "bpmn/unsupported-element". */
  readonly rule: string
  readonly severity: 'error' | 'warning'
  /** File within the package, e.g. "process.bpmn"; absent for a request body. */
  readonly file?: string
  /** Element id, JSON pointer or row, e.g. "Task_1" or "/start/form". */
  readonly place?: string
  /** What was expected and what was found. */
  readonly message: string
  readonly messageAr?: string
  /** What to do about it. */
  readonly remedy?: string
  readonly remedyAr?: string
}

const make =
  (kind: ProblemKind) =>
  (code: string, detail: string, findings?: readonly Finding[]): Problem =>
    findings ? { kind, code, detail, findings } : { kind, code, detail }

export const invalid = make('invalid')
export const notFound = make('notFound')
export const forbidden = make('forbidden')
export const unauthenticated = make('unauthenticated')
export const conflict = make('conflict')
export const tooLarge = make('tooLarge')
export const limited = make('limited')
export const unavailable = make('unavailable')

const KINDS: ReadonlySet<string> = new Set<ProblemKind>([
  'invalid',
  'notFound',
  'forbidden',
  'unauthenticated',
  'conflict',
  'tooLarge',
  'limited',
  'unavailable',
])

export function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false
  const it = value as Partial<Problem>
  return (
    typeof it.kind === 'string' && KINDS.has(it.kind) && typeof it.code === 'string' && typeof it.detail === 'string'
  )
}

/** A problem on its way through code that cannot return it, e.g. a store that cannot write now; caught at the edge. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail, options)
    this.name = 'ProblemError'
    this.problem = problem
  }
}
