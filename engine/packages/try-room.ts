/**
 * The room where drafts are tried: a worker thread of bounded memory for each agency that tries something, two at once.
 *
 * An analyst's draft may do anything an expression can: run for ever, fill the memory. It does so in a thread that is
 * ended when its time is up, and the analyst is told; citizens are served meanwhile. An agency's tries come one after the
 * other. A thread stays a while, since the next step of the same try needs the same packages read. It reads no store:
 * shared packages that are deployed are handed to it as it asks for them.
 */
import { Worker } from 'node:worker_threads'
import type { AgencyId } from '../core/ids.ts'
import type { PackageFiles } from '../core/package/files.ts'
import { invalid, limited, type Finding, type Problem } from '../core/problem.ts'
import { mistake } from '../core/finding.ts'
import type { Text } from '../core/text.ts'
import type { TrialAnswer, TrialRequest, Trials } from '../core/trial/trials.ts'

export interface TryRoomOptions {
  /** The program that tries; it speaks `ToTryWorker` and `FromTryWorker`. */
  readonly worker: URL
  /** A deployed package, zipped. */
  readonly deployed: (id: string, version: string) => Promise<Uint8Array | undefined>
  readonly limits?: Partial<TryLimits>
}

export interface TryLimits {
  /** Megabytes a thread may hold. */
  readonly memory: number
  /** Milliseconds until the answer to a try, and to all tests of a package. */
  readonly patience: Readonly<Record<TrialRequest['kind'], number>>
  /** Milliseconds without work after which a thread goes. */
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

export type ToTryWorker =
  | { readonly kind: 'run'; readonly draft: PackageFiles; readonly request: TrialRequest }
  | { readonly kind: 'deployed'; readonly id: string; readonly version: string; readonly zip: Uint8Array | undefined }

export type FromTryWorker =
  | { readonly kind: 'wanted'; readonly id: string; readonly version: string }
  | { readonly kind: 'answered'; readonly answer: TrialAnswer }
  /** What was played broke off, e.g. because its store was full. */
  | { readonly kind: 'broken'; readonly reason: string }

interface Asked {
  readonly agency: AgencyId
  readonly draft: PackageFiles
  readonly request: TrialRequest
  readonly answer: (answer: TrialAnswer | Problem) => void
}

interface Room {
  readonly worker: Worker
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
    const heard = await ask(room.worker, { kind: 'run', draft, request }, options.deployed, patience)
    if (heard.kind === 'answered') rest(agency, room)
    else await dismiss(agency)
    answer(heard.kind === 'answered' ? heard.answer : tooCostly(heard, limits, patience))
    next()
  }

  function enter(agency: AgencyId): Room {
    const known = rooms.get(agency)
    const room: Room = known ?? {
      busy: true,
      worker: new Worker(options.worker, { resourceLimits: { maxOldGenerationSizeMb: limits.memory } }),
    }
    clearTimeout(room.leaving)
    room.busy = true
    room.worker.ref()
    if (known === undefined) {
      // Whatever kills an idle thread is of no interest; `ask` hears of one that works.
      room.worker.on('error', () => rooms.get(agency) === room && rooms.delete(agency))
      rooms.set(agency, room)
      for (const [other, { busy }] of rooms) if (!busy && rooms.size > limits.rooms) void dismiss(other)
    }
    return room
  }

  function rest(agency: AgencyId, room: Room): void {
    room.busy = false
    room.worker.unref()
    room.leaving = setTimeout(() => void dismiss(agency), limits.idle)
    room.leaving.unref()
  }

  async function dismiss(agency: AgencyId): Promise<void> {
    const room = rooms.get(agency)
    rooms.delete(agency)
    clearTimeout(room?.leaving)
    await room?.worker.terminate()
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

type Heard = Exclude<FromTryWorker, { kind: 'wanted' }> | { readonly kind: 'late' } | { readonly kind: 'died' }

function ask(
  worker: Worker,
  request: ToTryWorker,
  deployed: TryRoomOptions['deployed'],
  patience: number,
): Promise<Heard> {
  return new Promise((resolve) => {
    const alarm = setTimeout(() => settle({ kind: 'late' }), patience)
    const settle = (heard: Heard): void => {
      clearTimeout(alarm)
      worker.off('message', hear).off('error', die).off('exit', die)
      resolve(heard)
    }
    const die = (): void => settle({ kind: 'died' })
    const hear = (message: FromTryWorker): void => {
      if (message.kind !== 'wanted') return settle(message)
      const { id, version } = message
      deployed(id, version).then(
        (zip) => worker.postMessage({ kind: 'deployed', id, version, zip } satisfies ToTryWorker, []),
        (fault: unknown) => settle({ kind: 'broken', reason: fault instanceof Error ? fault.message : String(fault) }),
      )
    }
    worker.on('message', hear).on('error', die).on('exit', die)
    worker.postMessage(request, [])
  })
}

function tooCostly(heard: Exclude<Heard, { kind: 'answered' }>, limits: TryLimits, patience: number): Problem {
  const said = reasonOf(heard, limits, patience)
  return invalid('trial.too-costly', `Expected a try that ends soon, but ${said.en}`, [finding(said)])
}

function reasonOf(heard: Exclude<Heard, { kind: 'answered' }>, { memory }: TryLimits, patience: number): Text {
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
