/**
 * The anteroom of deployment: an unknown package is judged beside the server before the server itself looks at it.
 *
 * A cell does the whole check; citizens are served meanwhile. What dies of its size, takes too long or too much of the
 * processor is refused with a finding, and the next package gets a new cell. The cell starts with the first package and
 * goes when there has been none for a while. Agencies take turns, and of one only so many wait: each holds what it is
 * about in memory.
 */
import type { Import } from '../core/bpmn/import/import.ts'
import { fairQueue } from '../core/fair-queue.ts'
import { mistake } from '../core/finding.ts'
import type { Difference } from '../core/package/difference/difference.ts'
import type { SummaryPart } from '../core/package/difference/summary.ts'
import type { PackageFiles } from '../core/package/files.ts'
import type { AgencyId } from '../core/ids.ts'
import { limited, ProblemError, type Finding } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import { startCell, type Cell, type Deployed, type FromCell, type ToCell } from './cell/cell.ts'

/** @throws ProblemError limited, where too many of the agency that asks wait already */
export interface Gate {
  /** What is wrong with packages that are to be deployed together; none where the server may look at them itself. */
  judge(agency: AgencyId, packages: readonly PackageFiles[]): Promise<readonly Finding[]>
  /** All there is to say of them: what is wrong, or what to think of where nothing is. */
  findings(agency: AgencyId, packages: readonly PackageFiles[]): Promise<readonly Finding[]>
  /** What differs in meaning between two of them, or why nobody looks: authors wrote both. @param now epoch milliseconds */
  compare(agency: AgencyId, older: PackageFiles, newer: PackageFiles, now: number): Promise<Compared>
  /** A drawing made for another engine, rewritten for this one. */
  import(agency: AgencyId, file: string, xml: string): Promise<Import>
  close(): Promise<void>
}

export interface GateOptions {
  /** The program that judges; it speaks `ToWorker` and `FromWorker`. */
  readonly worker: URL
  readonly deployed: Deployed
  readonly limits?: Partial<GateLimits>
}

export interface GateLimits {
  /** Megabytes the check may hold. */
  readonly memory: number
  /** Milliseconds until the answer, the cell's own start included. */
  readonly patience: number
  /** Milliseconds of processor time, since a sound package is read by the server itself afterwards. */
  readonly effort: number
  /** Milliseconds without work after which the cell goes. */
  readonly idle: number
  /** Questions of one agency that may wait. */
  readonly waiting: number
}

const GATE_LIMITS: GateLimits = { memory: 256, patience: 60_000, effort: 3_000, idle: 10_000, waiting: 10 }

/** A cell that had more to do holds memory that is better given back. */
const SMALL_EFFORT = 500

export interface Comparison {
  readonly differences: readonly Difference[]
  /** Of the newer, where there is no older. */
  readonly summary?: readonly SummaryPart[]
}

export type Compared =
  | ({ readonly ok: true } & Comparison)
  | { readonly ok: false; readonly findings: readonly Finding[] }

type Work =
  | { readonly kind: 'check'; readonly packages: readonly PackageFiles[] }
  | {
      readonly kind: 'compare'
      readonly older: PackageFiles
      readonly newer: PackageFiles
      readonly now: number
    }
  | { readonly kind: 'import'; readonly file: string; readonly xml: string }

/** effort: milliseconds of processor time. */
export type Done =
  | { readonly kind: 'judged'; readonly findings: readonly Finding[]; readonly effort: number }
  | ({ readonly kind: 'compared'; readonly effort: number } & Comparison)
  | { readonly kind: 'imported'; readonly result: Import; readonly effort: number }

export type ToWorker = Work | ToCell
export type FromWorker = Done | FromCell

export function createGate(options: GateOptions): Gate {
  const limits = { ...GATE_LIMITS, ...options.limits }
  let cell: Cell<Work, Done> | undefined
  let leaving: NodeJS.Timeout | undefined
  const queue = fairQueue({ atOnce: 1, ofOne: 1, waiting: limits.waiting })

  function begin(): Cell<Work, Done> {
    clearTimeout(leaving)
    if (cell) return cell
    const { worker: program, deployed } = options
    const gone = (): void => void (cell === begun && (cell = undefined))
    const begun = startCell<Work, Done>({ program, memory: limits.memory, deployed, gone })
    return (cell = begun)
  }

  function rest(): void {
    leaving = setTimeout(() => void dismiss(), limits.idle)
    leaving.unref()
  }

  async function dismiss(): Promise<void> {
    clearTimeout(leaving)
    const dismissed = cell
    cell = undefined
    await dismissed?.end()
  }

  /** One after the other; what took too much is answered by the finding that says so. */
  async function inTurn(agency: AgencyId, work: Work): Promise<Done | Finding> {
    const mine = queue.run(agency, () => outcomeOf(work))
    if (mine === undefined) throw new ProblemError(BUSY)
    return mine
  }

  async function outcomeOf(work: Work): Promise<Done | Finding> {
    const answer = await begin().ask(work, limits.patience)
    if ('effort' in answer) {
      if (answer.effort > SMALL_EFFORT) await dismiss()
      else rest()
      return answer.effort > limits.effort ? tooCostly(TOO_MUCH_WORK(limits.effort)) : answer
    }
    await dismiss()
    if (answer.kind === 'broken') throw new Error(answer.reason)
    return tooCostly(answer.kind === 'late' ? TOO_LATE(limits.patience) : TOO_LARGE(limits.memory))
  }

  async function findings(agency: AgencyId, packages: readonly PackageFiles[]): Promise<readonly Finding[]> {
    const answer = await inTurn(agency, { kind: 'check', packages })
    if ('rule' in answer) return [answer]
    return answer.kind === 'judged' ? answer.findings : []
  }

  return {
    async judge(agency, packages) {
      const found = await findings(agency, packages)
      return found.some(({ severity }) => severity === 'error') ? found : []
    },
    findings,
    async compare(agency, older, newer, now) {
      const answer = await inTurn(agency, { kind: 'compare', older, newer, now })
      if ('rule' in answer) return { ok: false, findings: [answer] }
      if (answer.kind !== 'compared') return { ok: true, differences: [] }
      const { differences, summary } = answer
      return { ok: true, differences, ...(summary && { summary }) }
    },
    async import(agency, file, xml) {
      const answer = await inTurn(agency, { kind: 'import', file, xml })
      if ('rule' in answer) return { ok: false, findings: [answer] }
      return answer.kind === 'imported' ? answer.result : { ok: false, findings: [] }
    },
    close: dismiss,
  }
}

const BUSY = limited(
  'gate.busy',
  'Expected fewer packages to be looked at at once, but many of your agency wait; try again in a minute',
)

function tooCostly(found: Text): Finding {
  return mistake(
    'package/too-costly',
    {},
    {
      en: `Expected a package that can be checked with little effort, but ${found.en}`,
      ar: `يجب أن يكون فحص الحزمة يسيرًا، لكن ${found.ar}`,
    },
    {
      en: 'Split large drawings, tables and forms, shorten long expressions, or deploy fewer packages at once',
      ar: 'قسّم الرسوم والجداول والنماذج الكبيرة، واختصر التعابير الطويلة، أو انشر حزمًا أقل دفعة واحدة',
    },
  )
}

const seconds = (milliseconds: number): string => String(milliseconds / 1_000)

const TOO_MUCH_WORK = (most: number): Text => ({
  en: `it takes more than ${seconds(most)} seconds of the processor`,
  ar: `يستغرق أكثر من ${seconds(most)} ثانية من وقت المعالج`,
})
const TOO_LATE = (most: number): Text => ({
  en: `it did not end within ${seconds(most)} seconds`,
  ar: `لم ينته خلال ${seconds(most)} ثانية`,
})
const TOO_LARGE = (most: number): Text => ({
  en: `it needs more than ${String(most)} MB of memory`,
  ar: `يحتاج إلى أكثر من ${String(most)} ميغابايت من الذاكرة`,
})
