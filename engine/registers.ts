/**
 * Registers of other agencies, as forms ask them: over the connector of the data bus, and not again for what was answered a moment ago. A register that does not answer is left alone
 * for half a minute, so that nobody waits for it at every step.
 */
import { createHash } from 'node:crypto'
import type { Clock } from './core/clock.ts'
import { runConnector, type Connector, type JobOutcome } from './core/connector.ts'
import type { GlobalId, Reference } from './core/ids.ts'
import { isJsonObject } from './core/json.ts'
import type { RegisterAnswer, RegisterQuestion, Registers } from './core/register.ts'

const OWN_LIFE = 10 * 60_000
const FAILURE_LIFE = 30_000
const MOST_KEPT = 5_000
/** Of all answers together, in characters of JSON; the oldest are asked for again. */
const MOST_ROOM = 64 * 1024 * 1024
/** For which a citizen waits before a page. */
const PATIENCE_SECONDS = 5

interface Known {
  readonly answer: Promise<RegisterAnswer>
  until: number
  room: number
}

export function registersOver(connector: Connector | undefined, clock: Clock): Registers {
  const known = new Map<string, Known>()
  let room = 0
  const forget = (key: string): void => {
    room -= known.get(key)?.room ?? 0
    known.delete(key)
  }
  const forgetOldest = (): void => {
    for (const key of known.keys()) {
      if (known.size <= MOST_KEPT && room <= MOST_ROOM) return
      forget(key)
    }
  }
  const settle = async (key: string, asked: Known, { keep = OWN_LIFE }: RegisterQuestion): Promise<void> => {
    const answer = await asked.answer
    asked.until = clock.now() + (answer.kind === 'answered' ? keep : FAILURE_LIFE)
    if (known.get(key) !== asked) return
    asked.room = JSON.stringify(answer).length
    room += asked.room
    forgetOldest()
  }
  return {
    ask(question) {
      const key = keyOf(question)
      const now = clock.now()
      const before = known.get(key)
      if (before && before.until > now && question.again !== true) return before.answer
      const asked: Known = { answer: ask(connector, question, now), until: Infinity, room: 0 }
      forget(key)
      known.set(key, asked)
      forgetOldest()
      void settle(key, asked, question)
      return asked.answer
    },
  }
}

/** What everybody may know is asked for once; anything else by each subject for itself, so that its own record has it. */
const keyOf = ({ agency, program, subject, service, path, query, keep }: RegisterQuestion): string =>
  JSON.stringify([keep === undefined ? subject : '', agency, program, service, path ?? null, query])

const UNCONNECTED: RegisterAnswer = {
  kind: 'unavailable',
  reason: 'Expected a connection to the data bus, but there is none',
}

async function ask(connector: Connector | undefined, question: RegisterQuestion, now: number): Promise<RegisterAnswer> {
  if (connector === undefined) return UNCONNECTED
  const { agency, program, subject, form, service, path, query } = question
  const mark = createHash('sha256').update(keyOf(question)).digest('hex').slice(0, 16)
  const outcome = await runConnector(
    connector,
    {
      key: `${subject}:choices-${mark}-${String(now)}` as GlobalId,
      instance: subject,
      agency,
      reference: String(subject) as Reference,
      program,
      element: form,
      headers: {},
      variables: { service, method: 'GET', query, timeout: PATIENCE_SECONDS, ...(path === undefined ? {} : { path }) },
      attempt: 1,
      retries: 1,
    },
    new AbortController().signal,
  )
  return answerOf(outcome)
}

function answerOf(outcome: JobOutcome): RegisterAnswer {
  if (outcome.kind === 'completed') {
    const { reply } = outcome.variables
    return { kind: 'answered', reply: isJsonObject(reply) ? (reply['body'] ?? null) : null }
  }
  if (outcome.kind === 'error')
    return outcome.code === 'NOT_FOUND'
      ? { kind: 'answered', reply: null }
      : { kind: 'unavailable', reason: outcome.message }
  return { kind: 'unavailable', reason: outcome.kind === 'waiting' ? 'Expected an answer at once' : outcome.reason }
}
