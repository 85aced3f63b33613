/**
 * The recorded history of a real application, run against another version of its procedure: what would have been decided
 * otherwise?
 *
 * The version is given what the application was given, line by line: the answers of people, the results of machines, the
 * messages and the hours, at the places where it waits for them. Nothing is changed and nothing outside is asked. Where it
 * does not wait for what came, the course ends there: that is a difference too.
 */
import type { Command } from '../core/command.ts'
import { type Context, type Executor, LIMITS } from '../core/executor.ts'
import type { Event } from '../core/event.ts'
import type { Holiday } from '../core/holiday.ts'
import type { LocalId, ProgramKey } from '../core/ids.ts'
import type { InstanceState } from '../core/instance.ts'
import type { JsonObject } from '../core/json.ts'
import { type Calendar, type Known, withHolidays } from '../core/policy/calendar.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import type { Library, Program } from '../core/program.ts'
import { decisionsOf, namesOf, type Names } from './decisions.ts'
import { differences, type Difference } from './difference.ts'
import { pathOf, sameElement, sameIncident, sameWait } from './place.ts'
import { startOf } from './start.ts'
import { stimulusOf, type Stimulus } from './stimulus.ts'

/** One line of the history, read. */
export interface Line {
  readonly seq: number
  readonly at: number
  readonly command: string
  readonly events: readonly Event[]
}

/** The version it is run against. */
export interface Changed {
  readonly program: ProgramKey
  readonly library: Library
  readonly calendar: Calendar
  /** What was announced: each line is decided by what was known at its time. */
  readonly holidays?: readonly Holiday[]
  readonly executor: Executor
  /** `policy` and `texts` of its title page. */
  readonly constants: JsonObject
}

export interface Replayed {
  readonly differences: readonly Difference[]
  /** Lines that could be asked again; all of them unless the course ended before. */
  readonly followed: number
  readonly lines: number
  /** The line that cannot be asked again, such as an operator's hand in this very course; it was not followed further. */
  readonly stopped?: { readonly record: number; readonly command: string }
}

export function replay(lines: readonly Line[], changed: Changed): Replayed {
  const program = changed.library.program(changed.program)
  const found: Difference[] = []
  if (!program) return { differences: [lost(1, 'start', changed.program)], followed: 0, lines: lines.length }
  const course = new Course(changed, program)
  let followed = 0
  for (const line of lines) {
    const end = course.follow(line, found)
    if (end) return { ...end, followed, lines: lines.length }
    followed++
  }
  return { differences: found, followed, lines: lines.length }
}

const lost = (record: number, recorded: string, element: string): Difference => ({
  record,
  kind: 'path',
  element,
  name: '',
  recorded,
})

class Course {
  readonly #changed: Changed
  readonly #program: Program
  /** The application as it was, and as it would be. */
  #recorded: InstanceState | undefined
  #replayed: InstanceState | undefined

  constructor(changed: Changed, program: Program) {
    this.#changed = changed
    this.#program = program
  }

  /** One more line; returns how the course ends, if it does. */
  follow(line: Line, found: Difference[]): Pick<Replayed, 'differences' | 'stopped'> | undefined {
    const before = this.#recorded
    const { seq: record } = line
    const ends = (more: object = {}) => ({
      differences: [...found, { ...lost(record, line.command, this.#whereOf(line)), ...more }],
    })
    const command = this.#commandOf(line)
    if (command === 'impossible') return { differences: found, stopped: { record, command: line.command } }
    if (command === undefined) return ends()
    const decided = command === 'nothing' ? [] : this.#decide(command, line.at, knownIn(line))
    const recorded = decisionsOf(line.events, namesBefore(before), this.#program)
    const replayed = isProblem(decided) ? [] : decisionsOf(decided, this.#names, this.#program)
    this.#recorded = line.events.reduce<InstanceState | undefined>(
      (state, event) => this.#changed.executor.apply(state, event),
      before,
    )
    if (isProblem(decided)) return ends({ replayed: decided.detail })
    if (command !== 'nothing') found.push(...differences(record, recorded, replayed))
    return undefined
  }

  #names: Names = new Map()

  #decide(command: Command, now: number, known: Known): readonly Event[] | Problem {
    const { library, calendar: own, holidays = [], executor } = this.#changed
    const agency = command.kind === 'start' ? command.agency : this.#replayed?.agency
    const calendar = agency === undefined ? own : withHolidays(own, holidays, agency, { until: now, ...known })
    const ctx: Context = { now, library, calendar, limits: LIMITS }
    this.#names = namesBefore(this.#replayed)
    const decided = executor.decide(this.#replayed, command, ctx)
    if (isProblem(decided)) return decided.code === 'clocks.unmoved' ? [] : decided
    this.#replayed = decided.state
    return decided.events
  }

  #commandOf({ command, events }: Line): Command | 'nothing' | 'impossible' | undefined {
    const { program, constants } = this.#changed
    if (this.#recorded === undefined) return startOf(events, program, this.#program, constants) ?? 'impossible'
    const stimulus = stimulusOf(command, events, this.#recorded)
    if (stimulus.kind === 'command') return stimulus.command
    if (stimulus.kind === 'nothing' || stimulus.kind === 'impossible') return stimulus.kind
    return this.#placed(stimulus, this.#recorded)
  }

  #placed(stimulus: Extract<Stimulus, { make: unknown }>, recorded: InstanceState): Command | undefined {
    const other = this.#replayed
    if (other === undefined) return undefined
    if (stimulus.kind === 'waits') {
      const ids = stimulus.ids.flatMap((id) => sameWait(recorded, id, other) ?? [])
      return ids.length === 0 ? undefined : stimulus.make(ids)
    }
    const find = { wait: sameWait, element: sameElement, incident: sameIncident }[stimulus.kind]
    const id = find(recorded, stimulus.id, other)
    return id === undefined ? undefined : stimulus.make(id)
  }

  /** The element a line is about, for the reader. */
  #whereOf({ command, events }: Line): string {
    const state = this.#recorded
    const stimulus = state && stimulusOf(command, events, state)
    if (!state || !stimulus || !('id' in stimulus)) return ''
    const wait = stimulus.kind === 'wait' ? state.waits[stimulus.id] : undefined
    if (wait && 'element' in wait) return wait.element
    const owner: LocalId = wait?.owner ?? state.incidents[stimulus.id]?.owner ?? stimulus.id
    return state.elements[owner]?.element ?? pathOf(state, owner)
  }
}

/** Where a clock was counted the line says by which calendar; elsewhere by what was known at its time. */
function knownIn({ events }: Line): Known {
  const counted = events.find((event) => 'calendar' in event)
  return counted && 'calendar' in counted ? { version: counted.calendar } : {}
}

const namesBefore = (state: InstanceState | undefined): Names => (state ? namesOf(state) : new Map())
