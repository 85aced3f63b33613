/** The counter: hands in applications, each under its own Idempotency-Key, and again until it knows the reference number. */
import type { Entry } from '../book.ts'
import { PACKAGE } from '../package.ts'
import { COUNTER } from '../people.ts'
import { call } from '../wire.ts'
import { give, NOT_SEEN, type Client, type Round } from './client.ts'

const MOST_RUNNING = 32
const AT_ONCE = 8

export const counter: Client = async (round) => {
  await look(round)
  const again = round.book.open('start')
  const fresh = Array.from({ length: Math.max(0, room(round) - again.length) }, () => {
    const number = `${round.cases.prefix}-${++round.cases.last}`
    return round.book.entry('start', number, number)
  })
  await Promise.all([...again, ...fresh].map((entry) => handIn(round, entry)))
}

function room({ cases, upTo }: Round): number {
  if (cases.runningCount === NOT_SEEN) return 0
  return Math.min(AT_ONCE, MOST_RUNNING - cases.runningCount, upTo - cases.last)
}

async function handIn(round: Round, entry: Entry): Promise<void> {
  const number = Number(entry.place.split('-').at(-1))
  const variables = { case: entry.place, wait: number % 4 === 1 ? 'PT2S' : 'PT1S' }
  await give(
    round,
    entry,
    () =>
      call(round.line, COUNTER, 'POST', '/api/instances', {
        headers: { 'idempotency-key': entry.place },
        body: { packageId: PACKAGE.id, channel: 'api', variables },
      }),
    ({ status }) => (status === 200 || status === 201 ? 'done' : 'wrong'),
  )
}

async function look({ line, cases }: Round): Promise<void> {
  const reply = await call(line, COUNTER, 'GET', '/api/instances?status=active&limit=200')
  if (reply?.status !== 200) return
  const items = reply.body['items'] as readonly { readonly id: string; readonly rev: number }[]
  cases.runningCount = items.length
  cases.running = items.map(({ id, rev }) => `${id} ${rev}`).join()
}
