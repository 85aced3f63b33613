/**
 * The rooms where drafts are tried: a cell for each agency that tries something, two at once.
 *
 * An analyst's draft may do anything an expression can: run for ever, fill the memory. It does so in a cell that is ended
 * when its time is up, and the analyst is told; citizens are served meanwhile. An agency's tries come one after the other.
 * A cell stays a while, since the next step of the same try needs the same packages read.
 */
import type { AgencyId } from '../core/ids.ts'
import type { PackageFiles } from '../core/package/files.ts'
import { invalid, limited, type Finding, type Problem } from '../core/problem.ts'
import { mistake } from '../core/finding.ts'
import type { Text } from '../core/text.ts'
import type { TrialAnswer, TrialRequest, Trials } from '../core/trial/trials.ts'
import { startCell, type Cell, type Deployed, type FromCell, type Silence, type ToCell } from './cell/cell.ts'

export interface TryRoomOptions {
  /** The program that tries; it speaks `ToTryWorker` and `FromTryWorker`. */
  readonly worker: URL
  readonly deployed: Deployed
  readonly limits?: Partial<TryLimits>
}

export interface TryLimits {
  /** Megabytes a cell may hold. */
  readonly memory: number
  /** Milliseconds until the answer to a try, and to all tests of a package. */
  readonly patience: Readonly<Record<TrialRequest['kind'], number>>
  /** Milliseconds without work after which a cell goes. */
  readonly idle: number
  /** Agencies served at once. */
  readonly rooms: number
  /** Tries of one agency that may wait. */
  readonly waiting: number
}

const TRY_LIMITS: TryLimits = {
  memory: 512,
  patience: { try: 30_000, test: 180_000 },
  idle: 60_000,
  rooms: 2,
  waiting: 20,
}

interface Run {
  readonly kind: 'run'
  readonly draft: PackageFiles
  readonly request: TrialRequest
}
interface Answered {
  readonly kind: 'answered'
  readonly answer: TrialAnswer
}

export type ToTryWorker = Run | ToCell
export type FromTryWorker = Answered | FromCell

interface Asked {
  readonly agency: AgencyId
  readonly draft: PackageFiles
  readonly request: TrialRequest
  readonly answer: (answer: TrialAnswer | Problem) => void
}

interface Room {
  readonly cell: Cell<Run, Answered>
  busy: boolean
  leaving?: NodeJS.Timeout
}

export function createTryRoom(options: TryRoomOptions): Trials {
  const limits = { ...TRY_LIMITS, ...options.limits }
  const rooms = new Map<AgencyId, Room>()
  const waiting: Asked[] = []

  function next(): void {
    const busy = [...rooms.values()].filter((room) => room.busy).length
    if (busy >= limits.rooms) return
    const at = waiting.findIndex(({ agency }) => rooms.get(agency)?.busy !== true)
    const [asked] = at < 0 ? [] : waiting.splice(at, 1)
    if (asked === undefined) return
    void serve(asked)
    next()
  }

  async function serve({ agency, draft, request, answer }: Asked): Promise<void> {
    const room = enter(agency)
    const patience = limits.patience[request.kind]
    const heard = await room.cell.ask({ kind: 'run', draft, request }, patience)
    if (heard.kind === 'answered') rest(agency, room)
    else await dismiss(agency)
    answer(heard.kind === 'answered' ? heard.answer : tooCostly(heard, limits, patience))
    next()
  }

  function enter(agency: AgencyId): Room {
    const room = rooms.get(agency) ?? furnish(agency)
    clearTimeout(room.leaving)
    room.busy = true
    return room
  }

  function furnish(agency: AgencyId): Room {
    const { worker: program, deployed } = options
    // Whatever kills an idle cell is of no interest; `serve` hears of one that works.
    const gone = (): void => void (rooms.get(agency) === room && rooms.delete(agency))
    const room: Room = { busy: true, cell: startCell({ program, memory: limits.memory, deployed, gone }) }
    rooms.set(agency, room)
    for (const [other, { busy }] of rooms) if (!busy && rooms.size > limits.rooms) void dismiss(other)
    return room
  }

  function rest(agency: AgencyId, room: Room): void {
    room.busy = false
    room.leaving = setTimeout(() => void dismiss(agency), limits.idle)
    room.leaving.unref()
  }

  async function dismiss(agency: AgencyId): Promise<void> {
    const room = rooms.get(agency)
    rooms.delete(agency)
    clearTimeout(room?.leaving)
    await room?.cell.end()
  }

  return {
    run(agency, draft, request) {
      if (waiting.filter((one) => one.agency === agency).length >= limits.waiting)
        return Promise.resolve(
          limited('trial.busy', 'Expected fewer tries at once, but many of your agency wait; try again in a minute'),
        )
      return new Promise((answer) => {
        waiting.push({ agency, draft, request, answer })
        next()
      })
    },
    async close() {
      await Promise.all([...rooms.keys()].map(dismiss))
    },
  }
}

function tooCostly(heard: Silence, limits: TryLimits, patience: number): Problem {
  const said = reasonOf(heard, limits, patience)
  return invalid('trial.too-costly', `Expected a try that ends soon, but ${said.en}`, [finding(said)])
}

function reasonOf(heard: Silence, { memory }: TryLimits, patience: number): Text {
  switch (heard.kind) {
    case 'late':
      return {
        en: `it did not end within ${String(patience / 1_000)} seconds`,
        ar: `لم تنته خلال ${String(patience / 1_000)} ثانية`,
      }
    case 'died':
      return {
        en: `it needs more than ${String(memory)} MB of memory`,
        ar: `تحتاج إلى أكثر من ${String(memory)} ميغابايت من الذاكرة`,
      }
    case 'broken':
      return { en: `it broke off: ${heard.reason}`, ar: `انقطعت: ${heard.reason}` }
  }
}

const finding = (said: Text): Finding =>
  mistake(
    'trial/too-costly',
    {},
    { en: `Expected a try that ends soon, but ${said.en}`, ar: `يجب أن تنتهي التجربة سريعًا، لكنها ${said.ar}` },
    {
      en: 'Look for a loop that never ends or a value that grows, or go back a step',
      ar: 'ابحث عن حلقة لا تنتهي أو قيمة تكبر بلا حد، أو تراجع خطوة',
    },
  )
