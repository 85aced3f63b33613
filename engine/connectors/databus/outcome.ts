/**
 * From what came of the call to what happens to the case; the table of the data bus connector.
 *
 * answered -> the reply is a variable · 404 of the provider -> error NOT_FOUND · other refusals of the provider -> error
 * BUS_REFUSED with the body · not delivered, or perhaps carried out but harmless to repeat -> try again, in the end error
 * BUS_UNAVAILABLE · perhaps carried out and not harmless -> a status service is asked before anything is sent again; without
 * one a person looks · permanent -> a person looks.
 */
import type { ConnectorJob, JobOutcome } from '../../core/connector.ts'
import type { JsonObject } from '../../core/json.ts'
import type { BusCall } from './call.ts'
import { serviceText } from './service-id.ts'
import type { Fault, Verdict } from './verdict.ts'

const RESULT = 'reply'

export interface Attempt {
  readonly job: ConnectorJob
  readonly call: BusCall
  readonly messageId: string
  readonly evidence: JsonObject
}

export function outcomeOf(verdict: Verdict, attempt: Attempt): JobOutcome {
  const name = serviceText(attempt.call.service)
  switch (verdict.kind) {
    case 'answered':
      return { kind: 'completed', variables: replyOf(verdict.status, verdict.body, attempt) }
    case 'notFound':
      return {
        kind: 'error',
        code: 'NOT_FOUND',
        message: `Expected ${name} to know what was asked for, but it answered 404`,
        variables: replyOf(verdict.status, verdict.body, attempt),
      }
    case 'refused':
      return {
        kind: 'error',
        code: 'BUS_REFUSED',
        message: `Expected ${name} to accept the request, but it answered ${verdict.status}`,
        variables: replyOf(verdict.status, verdict.body, attempt),
      }
    case 'notDelivered':
      return { kind: 'failed', code: 'BUS_UNAVAILABLE', reason: `${name}: ${verdict.reason}` }
    case 'ambiguous':
      return ambiguous(verdict, attempt)
    case 'permanent':
      // The provider answered, only not in a way we can take: a POST was carried out all the same.
      if (verdict.reached && !attempt.call.repeatable) return perhapsDone(attempt, verdict.reason)
      return { kind: 'incident', reason: `${name}: ${verdict.reason}. It will not mend itself; see to it and retry` }
  }
}

/** A call that may have been carried out: repeated only where that is harmless or the state can be asked. */
function ambiguous(fault: Fault, attempt: Attempt): JobOutcome {
  const { call, job } = attempt
  const reason = `${serviceText(call.service)}: ${fault.reason}`
  if (call.repeatable) return { kind: 'failed', code: 'BUS_UNAVAILABLE', reason }
  if (call.statusService && job.retries > 1)
    return { kind: 'failed', reason: `${reason}; its state will be asked before anything is sent again` }
  return perhapsDone(attempt, fault.reason)
}

export function perhapsDone(attempt: Pick<Attempt, 'call' | 'messageId'>, why: string): JobOutcome {
  const { call, messageId } = attempt
  return {
    kind: 'incident',
    reason:
      `${serviceText(call.service)}: ${why}. The provider may have carried out this ${call.method}, so it was not sent ` +
      `again. Ask the provider about message ${messageId}, then retry, or complete the step by hand`,
  }
}

export function replyOf(status: number, body: JsonObject['reply'] | undefined, attempt: Attempt): JsonObject {
  const name = attempt.job.headers['resultVariable'] || RESULT
  return { [name]: { status, body: body ?? null, evidence: attempt.evidence } }
}
