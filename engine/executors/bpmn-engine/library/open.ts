/**
 * The library at work on one case: its engine recovered from what was remembered, ready to run or go on, all at once.
 *
 * Its engine may only be begun asynchronously; recovered from a state it is there at once, and a new case is one that is
 * recovered from nothing. It has no scripts, no timers, no services and no variables of its own.
 */
import type { JsonObject } from '../../../core/json.ts'
import type { Library, Program } from '../../../core/program.ts'
import { counted } from './chance.ts'
import { type Desk, deskOf } from './desk.ts'
import { DEFINITION, type Drawing, drawingOf } from './drawing.ts'
import { ELEMENTS } from './elements/table.ts'
import { type Definition, Engine, type Environment, type Message } from './package.ts'

const known = new WeakMap<Program, Drawing & { readonly context: unknown }>()

/** More items than any loop may have: all of a parallel one begin together. */
const MOST_ITEMS = 100_000

/** Of a program and all it calls, with the library's own reading of it: once per program that is complete. */
export function prepared(program: Program, library: Library): Drawing & { readonly context: unknown } {
  const before = known.get(program)
  if (before) return before
  const drawing = drawingOf(program, library)
  const state = { id: DEFINITION, source: JSON.stringify(drawing.source) }
  const { result } = counted(0, () => new Engine(options()).recover({ definitions: [state] }))
  const [definition] = result.execution.definitions
  const { environment } = definition as unknown as { readonly environment: Environment }
  const made = { ...drawing, context: environment.options['source'] }
  if (drawing.programs.every((one) => one !== undefined)) known.set(program, made)
  return made
}

export function openDefinition(context: unknown, desk: Desk, state?: JsonObject): Definition {
  const engine = new Engine({ ...options(), desk, sourceContext: context })
  const [definition] = engine.recover({ definitions: [state ?? { id: DEFINITION }] }).execution.definitions
  if (!definition) throw new Error('Expected the library to recover its definition')
  return definition
}

const options = () => ({
  name: 'masar',
  elements: ELEMENTS,
  settings: { disableTrackState: true, batchSize: MOST_ITEMS },
  Logger: () => SILENT,
  scripts: { register: () => undefined, getScript: () => undefined },
  expressions: {
    resolveExpression: (expression: string, message: Message & { readonly environment: Environment }) =>
      deskOf(message.environment).resolve(expression, message),
  },
  timers: { executing: [], register: noTimer, setTimeout: noTimer, clearTimeout: noTimer },
})

const SILENT = { debug: () => {}, warn: () => {}, error: () => {} }

function noTimer(): never {
  throw new Error('Expected no timer of the library to be set: timers are of the case')
}
