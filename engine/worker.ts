/**
 * What is due, around the clock: timers, connectors' jobs, signals to deliver, messages that have not met, payments to look after.
 *
 * A round (`tick`) does everything due now and says how much that was; between rounds the worker sleeps until the next
 * due time or until something is committed. Nothing it knows is only in memory: killed at any point, the next start
 * finds the same work in the store, and takes back at once what the killed process had leased. Several jobs run at once, each under its own lease, which is renewed while it runs.
 */
import { actorName, type Actor } from './core/actor.ts'
import { runConnector, type Connector, type ConnectorJob } from './core/connector.ts'
import { globalId, type AgencyId, type InstanceId } from './core/ids.ts'
import type { JobRow } from './core/job.ts'
import { isProblem } from './core/problem.ts'
import type { Committed } from './core/wakeup.ts'
import { concludeJob } from './commands/jobs.ts'
import { advanceMigrations } from './commands/migration/advance.ts'
import { fireStartTimers, fireTimers } from './commands/timers.ts'
import { deliverSignals } from './broadcast.ts'
import type { EngineDeps } from './deps.ts'
import { pace } from './pace.ts'
import { begin, correlate, meet, newsOf, takeAnswer, type News } from './post-office.ts'
import { turns } from './turns.ts'

export interface WorkerDeps extends EngineDeps {
  readonly connectors: readonly Connector[]
  /** Other periodic duties, e.g. the payments' sweep; called once a round. Each resolves with the number of things done. */
  readonly duties: readonly ((now: number) => Promise<number>)[]
  /** Rings once after so many milliseconds; returns the way to cancel. */
  readonly alarm: (milliseconds: number, ring: () => void) => () => void
  /** Told about bugs: a round goes on with the next piece of work. */
  readonly onFault: (fault: unknown, doing: string) => void
}

export interface Worker {
  /** One round; resolves with the number of things done, 0 = nothing was due. Jobs are waited for. */
  tick(): Promise<number>
  /** Rounds until `stop`. */
  start(): void
  /** Begins no new work and waits for what runs. */
  stop(): Promise<void>
}

const LEASE = 60_000
const RENEW = 20_000
const PARALLEL_JOBS = 20
const ROUND = 200
const LONGEST_SLEEP = 1_000
const SECOND = 1_000
/** Of the jobs that run at once; the rest is for other agencies. */
const MOST_OF_ONE_AGENCY = 16
/** Messages and subscriptions that wait to be brought together per agency; what is more is found by the sweep. */
const LONGEST_LINE = 50_000
/** Pairs per sweep, each with a message that may be large. */
const SWEEP = 25
/** Timers, messages and jobs of one application. */
const STEPS_A_SECOND = 100
const SWEEP_EVERY = 5_000
const REMEMBER_MESSAGES = 7 * 24 * 3_600_000

export function createWorker(deps: WorkerDeps): Worker {
  const name = `masar-${deps.ids.uuid()}`
  const connectors = new Map(deps.connectors.map((connector) => [connector.type, connector]))
  const types = [...connectors.keys()]
  const running = new Set<Promise<void>>()
  /** Jobs each agency has running. */
  const share = new Map<AgencyId, number>()
  const stopping = new AbortController()
  const post = turns<News>(LONGEST_LINE)
  const steps = pace(STEPS_A_SECOND)
  let isPaced = false
  let lastSweep = Number.NEGATIVE_INFINITY
  const inVain = { unmet: 0, sought: 0, unstarted: 0 }
  let wake: () => void = () => {}
  let loop: Promise<void> = Promise.resolve()

  const stopListening = deps.wakeup.listen((news) => {
    for (const one of newsOf(news)) post.add(news.state.agency, one)
    if (news.events.some(needsWorker)) wake()
  })

  async function guarded(doing: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (fault) {
      deps.onFault(fault, doing)
    }
  }

  /** Always in `tick`, which plays time; while it runs by itself, as often as an application may be moved on. */
  const mayMove = (instance: InstanceId): boolean => !isPaced || steps.allows(instance, deps.clock.now())

  async function deliverPost(): Promise<number> {
    let done = 0
    for (const news of post.take(ROUND)) {
      if (mayMove(news.instance)) {
        done++
        await guarded('deliver messages', () => meet(deps, news))
      } else post.add(agencyOf(news), news)
    }
    return done
  }

  async function sweep(now: number): Promise<number> {
    if (now - lastSweep < SWEEP_EVERY && now >= lastSweep) return 0
    lastSweep = now
    let met = 0
    await guarded('sweep messages', async () => {
      met += await sweepUnmet(now)
      met += await sweepSought(now)
      met += await sweepUnstarted(now)
      met += await sweepAnswers()
      await deps.store.messages.forget(now - REMEMBER_MESSAGES, now)
      await deps.store.signals.forget(now - REMEMBER_MESSAGES)
    })
    return met
  }

  async function sweepUnmet(now: number): Promise<number> {
    const pairs = await deps.store.messages.unmet(now, SWEEP, inVain.unmet)
    let met = 0
    for (const { message, subscription } of pairs) if (await correlate(deps, message, subscription)) met++
    inVain.unmet = pairs.length < SWEEP ? 0 : inVain.unmet + pairs.length - met
    return met
  }

  async function sweepSought(now: number): Promise<number> {
    const pairs = await deps.store.messages.sought(now, SWEEP, inVain.sought)
    let met = 0
    for (const { message, subscription } of pairs) if (await correlate(deps, message, subscription)) met++
    inVain.sought = pairs.length < SWEEP ? 0 : inVain.sought + pairs.length - met
    return met
  }

  async function sweepUnstarted(now: number): Promise<number> {
    const pairs = await deps.store.messages.unstarted(now, SWEEP, inVain.unstarted)
    let met = 0
    for (const { message, start } of pairs) if ((await begin(deps, message, start)) !== undefined) met++
    inVain.unstarted = pairs.length < SWEEP ? 0 : inVain.unstarted + pairs.length - met
    return met
  }

  /** One of each application; the next follows from it. */
  async function sweepAnswers(): Promise<number> {
    let taken = 0
    for (const one of await deps.store.jobs.answered(SWEEP)) if (await takeAnswer(deps, one)) taken++
    return taken
  }

  async function leaseJobs(now: number): Promise<number> {
    const free = PARALLEL_JOBS - running.size
    if (free <= 0 || types.length === 0) return 0
    const except = [...share].filter(([, count]) => count >= MOST_OF_ONE_AGENCY).map(([agency]) => agency)
    const most = [...share.values()].reduce(
      (high, count) => (count < MOST_OF_ONE_AGENCY ? Math.max(high, count) : high),
      0,
    )
    const limit = Math.min(free, MOST_OF_ONE_AGENCY - most)
    const jobs = await deps.store.jobs.lease({ types, worker: name, limit, now, until: now + LEASE, except })
    deps.failpoint('worker.leased')
    for (const job of jobs) {
      if (!mayMove(job.instance)) {
        await deps.store.jobs.putBack(job.instance, job.id, job.token, now + SECOND)
        continue
      }
      share.set(job.agency, (share.get(job.agency) ?? 0) + 1)
      const run = guarded(`job ${globalId(job.instance, job.id)}`, () =>
        runJob(deps, connectors, job, stopping.signal),
      ).finally(() => {
        running.delete(run)
        share.set(job.agency, (share.get(job.agency) ?? 1) - 1)
        wake()
      })
      running.add(run)
    }
    return jobs.length
  }

  async function round(): Promise<number> {
    const now = deps.clock.now()
    let done = await deliverPost()
    await guarded('timers', async () => {
      done += await fireTimers(deps, now, ROUND, mayMove)
      done += await fireStartTimers(deps, now, ROUND)
    })
    await guarded('deliver signals', async () => {
      done += await deliverSignals(deps, now, ROUND, ({ to }) => to.kind === 'start' || mayMove(to.instance))
    })
    await guarded('lease jobs', async () => {
      done += await leaseJobs(now)
    })
    done += await sweep(now)
    await guarded('migrations', async () => {
      done += await advanceMigrations(deps, deps.onFault)
    })
    for (const duty of deps.duties)
      await guarded('duty', async () => {
        done += await duty(now)
      })
    return done
  }

  async function rest(): Promise<void> {
    const now = deps.clock.now()
    const times = await Promise.all([deps.store.timers.next(), deps.store.jobs.next(types), deps.store.signals.next()])
    const due = Math.min(...times.map((time) => time ?? Infinity))
    const least = running.size >= PARALLEL_JOBS ? 50 : 5
    const sleep = post.size > 0 ? least : Math.max(least, Math.min(LONGEST_SLEEP, due - now))
    if (stopping.signal.aborted) return
    await new Promise<void>((resolve) => {
      const cancel = deps.alarm(sleep, resolve)
      wake = () => {
        cancel()
        resolve()
      }
    })
    wake = () => {}
  }

  return {
    async tick() {
      const done = await round()
      await Promise.all(running)
      return done + (await deliverPost())
    },
    start() {
      isPaced = true
      loop = (async () => {
        await guarded('take back leases', () => deps.store.jobs.takeBack(types))
        while (!stopping.signal.aborted) {
          let done = 0
          await guarded('round', async () => {
            done = await round()
          })
          if (done === 0) await guarded('rest', rest)
        }
      })()
    },
    async stop() {
      stopping.abort()
      stopListening()
      wake()
      await loop
      await Promise.all(running)
    },
  }
}

async function runJob(
  deps: WorkerDeps,
  connectors: ReadonlyMap<string, Connector>,
  job: JobRow,
  signal: AbortSignal,
): Promise<void> {
  const connector = connectors.get(job.type)
  if (connector === undefined) throw new Error(`Expected a connector for ${job.type}`)
  const renewing = renew(deps, job)
  try {
    const outcome = await runConnector(connector, connectorJob(job), signal)
    if (signal.aborted && outcome.kind === 'failed') {
      await deps.store.jobs.putBack(job.instance, job.id, job.token, deps.clock.now())
      return
    }
    deps.failpoint('worker.job-done')
    const result = await concludeJob(deps, connectorActor(job.agency), job, outcome)
    if (result !== 'waiting' && isProblem(result) && result.kind !== 'conflict')
      deps.onFault(
        new Error(result.detail),
        `conclude ${globalId(job.instance, job.id)} as ${actorName(connectorActor(job.agency))}`,
      )
  } finally {
    renewing()
  }
}

function renew(deps: WorkerDeps, job: JobRow): () => void {
  let cancel = (): void => {}
  const extend = async (): Promise<void> => {
    try {
      const until = deps.clock.now() + LEASE
      if (await deps.store.jobs.extend(job.instance, job.id, job.token, until)) again()
    } catch (fault) {
      deps.onFault(fault, `renew the lease of ${globalId(job.instance, job.id)}`)
    }
  }
  const again = (): void => {
    cancel = deps.alarm(RENEW, () => void extend())
  }
  again()
  return () => cancel()
}

const connectorActor = (agency: AgencyId): Actor => ({ kind: 'system', id: 'connector', agency })

const connectorJob = (job: JobRow): ConnectorJob => ({
  key: globalId(job.instance, job.id),
  instance: job.instance,
  agency: job.agency,
  reference: job.reference,
  program: job.program,
  element: job.element,
  headers: job.headers,
  variables: job.variables,
  attempt: job.failures + 1,
  retries: job.retries,
})

const agencyOf = (news: News): AgencyId => (news.kind === 'subscription' ? news.subscription.agency : news.agency)

const needsPost = (event: Committed['events'][number]): boolean =>
  event.kind === 'subscriptionOpened' || event.kind === 'messagePublished' || event.kind === 'instanceResumed'

const needsWorker = (event: Committed['events'][number]): boolean =>
  needsPost(event) ||
  event.kind === 'signalThrown' ||
  event.kind === 'jobOpened' ||
  event.kind === 'jobFailed' ||
  event.kind === 'jobRetried' ||
  event.kind === 'timerOpened'
