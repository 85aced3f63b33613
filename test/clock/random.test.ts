import judged from 'node:assert/strict'
import { array, assert, asyncProperty, boolean, constant, integer, oneof, record } from 'fast-check'
import { DateTime } from 'luxon'
import { test } from 'vitest'
import type { Event } from '../../engine/core/event.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Application } from '../elements/application.ts'
import { NOW, Office } from '../elements/office.ts'
import { STAFF, told } from '../elements/staff.ts'
import { service } from './drawn.ts'

const ZONE = 'Asia/Hebron'
const HOUR = 3_600_000

const step = oneof(
  record({ kind: constant('wait' as const), hours: integer({ min: 1, max: 40 }) }),
  record({ kind: constant('ask' as const) }),
  record({ kind: constant('answer' as const) }),
  record({ kind: constant('announce' as const), day: integer({ min: 0, max: 12 }), days: integer({ min: 1, max: 3 }) }),
  record({ kind: constant('withdraw' as const), which: integer({ min: 0, max: 9 }) }),
  record({ kind: constant('hold' as const), held: boolean() }),
)
type Step = ReturnType<typeof step.generate>['value']

const dateOf = (at: number): string => DateTime.fromMillis(at, { zone: ZONE }).toISODate() ?? ''

/** Hour by hour: when three working days are spent, by what is known of stops and days off; undefined while it stands still. */
function naive(stops: readonly (readonly [number, number])[], off: ReadonlySet<string>): number | undefined {
  let spent = 0
  for (let now = NOW; now < NOW + 200 * 24 * HOUR; now += HOUR) {
    const day = DateTime.fromMillis(now, { zone: ZONE })
    if (stops.some(([from, to]) => from <= now && now < to)) continue
    if (off.has(dateOf(now)) || day.weekday === 5 || day.weekday === 6) continue
    spent++
    if (spent === 3 * 24) return now + HOUR
  }
  return undefined
}

/** One application, and beside it what a person with a pencil would have noted. */
class Story {
  readonly #office: Office
  readonly #it: Application
  readonly #stops: [number, number][] = []
  readonly #announced: { readonly id: string; readonly days: readonly string[] }[] = []
  #isHeld = false

  constructor(office: Office, it: Application) {
    this.#office = office
    this.#it = it
  }

  get #isOver(): boolean {
    return this.#it.live('Case').length === 0
  }

  get #isAsking(): boolean {
    return this.#it.live('Correct').length > 0
  }

  async take(step: Step): Promise<void> {
    if (this.#isOver) return
    switch (step.kind) {
      case 'wait':
        await this.#office.advance(`PT${step.hours}H`)
        break
      case 'ask':
        if (!this.#isAsking && !this.#isHeld) await this.#ask()
        break
      case 'answer':
        if (this.#isAsking && !this.#isHeld) await this.#answer()
        break
      case 'announce':
        await this.#announce(step.day, step.days)
        break
      case 'withdraw':
        await this.#withdraw(step.which)
        break
      case 'hold':
        if (step.held !== this.#isHeld) await this.#hold(step.held)
    }
    await this.#it.read()
  }

  async #ask(): Promise<void> {
    await this.#it.task('Review', { ask: true })
    this.#stops.push([this.#office.clock.now(), Infinity])
  }

  async #answer(): Promise<void> {
    await this.#it.task('Correct')
    const last = this.#stops.at(-1)
    if (last) last[1] = this.#office.clock.now()
  }

  async #announce(day: number, count: number): Promise<void> {
    const days = Array.from({ length: count }, (_, index) => dateOf(NOW + (day + index) * 24 * HOUR))
    const [first = '', last = days.at(-1) ?? ''] = [days[0], days.at(-1)]
    const made = await this.#office.engine.announceHoliday(STAFF, { title: { ar: 'عطلة', en: 'Off' }, first, last })
    if (isProblem(made)) throw new Error(told(made))
    this.#announced.push({ id: made.id, days })
    await this.#office.settle()
  }

  async #withdraw(which: number): Promise<void> {
    const [gone] = this.#announced.splice(which, 1)
    if (!gone) return
    const done = await this.#office.engine.withdrawHoliday(STAFF, gone.id, 'no')
    if (isProblem(done)) throw new Error(told(done))
    await this.#office.settle()
  }

  async #hold(held: boolean): Promise<void> {
    if (held) await this.#it.suspend()
    else await this.#it.resume()
    this.#isHeld = held
  }

  judge(): void {
    const off = new Set(this.#announced.flatMap(({ days }) => days))
    const due = naive(this.#stops, off)
    const [clock] = Object.values(this.#it.state.clocks ?? {})
    if (!clock) {
      const ended = this.#it.events.find(
        (event): event is Extract<Event, { kind: 'clockEnded' }> => event.kind === 'clockEnded',
      )
      judged.equal(ended?.overdue, true)
      judged.equal(this.#it.entered('Granted'), 1)
      return
    }
    const isStill = this.#isAsking && (due === undefined || due > (this.#stops.at(-1)?.[0] ?? 0))
    judged.equal(clock.due, isStill ? undefined : due)
    if (!isStill && !this.#isHeld) judged.ok((clock.due ?? 0) > this.#office.clock.now())
  }
}

test.for([
  ['in an open office', 'open', 'kernel'],
  ['in one that is put up anew after each step', 'restarting', 'kernel'],
  ['on bpmn-engine', 'open', 'bpmn-engine'],
] as const)('whatever happens %s, the deadline is where a pencil puts it', async ([, hours, executor]) => {
  await assert(
    asyncProperty(array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const office = new Office(hours, executor)
      try {
        const story = new Story(office, await office.run(service()))
        for (const one of steps) {
          await story.take(one)
          story.judge()
        }
      } finally {
        await office.close()
      }
    }),
    { numRuns: executor === 'kernel' ? 25 : 8 },
  )
})
