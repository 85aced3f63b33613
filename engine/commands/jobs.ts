/** What connectors and external workers report: done, failed, a business error, or still waiting. */
import type { Actor } from '../core/actor.ts'
import type { Command } from '../core/command.ts'
import type { JobOutcome } from '../core/connector.ts'
import { globalId, globalParts, type GlobalId } from '../core/ids.ts'
import { isReservedJobType, type JobRow } from '../core/job.ts'
import type { JsonObject } from '../core/json.ts'
import { mayActFor } from '../core/policy/access.ts'
import { conflict, forbidden, isProblem, notFound, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { transition, type Moved } from '../transition.ts'

export interface ActivateRequest {
  readonly types: readonly string[]
  readonly worker: string
  /** 1 to 100. */
  readonly limit: number
  /** How long the lease holds, in milliseconds. */
  readonly leaseTime: number
}

const RETRY_BASE = 1_000
const RETRY_CEILING = 300_000

export async function activateJobs(
  deps: EngineDeps,
  actor: Actor,
  request: ActivateRequest,
): Promise<readonly JobRow[] | Problem> {
  for (const type of request.types) {
    const reserved = reservedFor(actor, type)
    if (reserved) return reserved
  }
  const now = deps.clock.now()
  return deps.store.jobs.lease({
    types: request.types,
    worker: request.worker,
    limit: request.limit,
    now,
    until: now + request.leaseTime,
    agency: actor.agency,
  })
}

/** @param token the lease's fence token; absent only for results that come by callback, not by lease. */
export function completeJob(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  variables: JsonObject,
  token?: number,
): Promise<Moved | Problem> {
  return onJob(deps, actor, id, token, (job) => ({ kind: 'completeJob', id: job.id, variables }))
}

export interface JobFailure {
  readonly reason: string
  /** Attempts left; one less than before when absent. */
  readonly retries?: number
  /** Milliseconds before the next attempt; exponential with jitter when absent. */
  readonly backoff?: number
}

export function failJob(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  failure: JobFailure,
  token?: number,
): Promise<Moved | Problem> {
  return onJob(deps, actor, id, token, (job) => ({
    kind: 'failJob',
    id: job.id,
    retries: Math.max(0, failure.retries ?? job.retries - 1),
    due: deps.clock.now() + (failure.backoff ?? backoff(job.failures, deps.ids.fraction())),
    reason: failure.reason.slice(0, 2_000),
  }))
}

export interface JobError {
  readonly code: string
  readonly message: string
  readonly variables?: JsonObject
}

export function throwJobError(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  error: JobError,
  token?: number,
): Promise<Moved | Problem> {
  return onJob(deps, actor, id, token, (job) => ({
    kind: 'throwJobError',
    id: job.id,
    code: error.code,
    message: error.message.slice(0, 2_000),
    variables: error.variables ?? {},
  }))
}

/**
 * A connector's outcome as the command it means.
 *
 * @param by lease: whoever ran it held the job, and must hold it still. callback: the outside told the end while the job
 * waited and nobody held it.
 */
export async function concludeJob(
  deps: EngineDeps,
  actor: Actor,
  job: JobRow,
  outcome: JobOutcome,
  by: 'lease' | 'callback' = 'lease',
): Promise<Moved | Problem | 'waiting'> {
  const id = globalId(job.instance, job.id)
  const token = by === 'lease' ? job.token : undefined
  switch (outcome.kind) {
    case 'completed':
      return completeJob(deps, actor, id, outcome.variables, token)
    case 'error':
      return throwJobError(deps, actor, id, outcome, token)
    case 'incident':
      return failJob(deps, actor, id, { reason: outcome.reason, retries: 0, backoff: 0 }, token)
    case 'failed':
      if (job.retries <= 1 && outcome.code !== undefined)
        return throwJobError(deps, actor, id, { code: outcome.code, message: outcome.reason }, token)
      return failJob(deps, actor, id, { reason: outcome.reason }, token)
    case 'waiting':
      await deps.store.jobs.putBack(job.instance, job.id, job.token, outcome.check)
      return 'waiting'
  }
}

/** 1 s, 2 s, 4 s ... up to five minutes, each between half and the whole of it. */
export function backoff(failures: number, fraction: number): number {
  const full = Math.min(RETRY_CEILING, RETRY_BASE * 2 ** Math.min(failures, 20))
  return Math.round(full / 2 + (full / 2) * fraction)
}

/** A charge is not paid because somebody says so: what Masar's own connectors do, no person or outside worker reports. */
export const reservedFor = (actor: Actor, type: string): Problem | undefined =>
  actor.kind === 'user' && isReservedJobType(type)
    ? forbidden(
        'job.reserved',
        `Expected a job type of your own, but "${type.slice(0, 80)}" belongs to Masar's connectors`,
      )
    : undefined

const noSuchJob = notFound(
  'job.not-found',
  'Expected the id of an open job you may work on, but there is none by this id',
)

async function onJob(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  token: number | undefined,
  command: (job: JobRow) => Command,
): Promise<Moved | Problem> {
  const parts = globalParts(id)
  if (isProblem(parts)) return noSuchJob
  const known = await deps.store.instances.get(parts.instance)
  if (known === undefined || !mayActFor(actor, known.agency)) return noSuchJob
  return transition(deps, {
    instance: parts.instance,
    actor,
    async command() {
      const job = await deps.store.jobs.get(parts.instance, parts.local)
      if (job === undefined)
        return conflict(
          'job.closed',
          `Expected an open job, but ${id} was completed or canceled before; drop this result`,
        )
      return reservedFor(actor, job.type) ?? command(job)
    },
    ...(token === undefined ? {} : { fence: { job: id as GlobalId, token } }),
  })
}
