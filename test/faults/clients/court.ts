/**
 * The court: sends two pieces of news for every case, some long before the case waits for them, some twice, each under
 * its own message id.
 */
import type { Entry } from '../book.ts'
import { NEWS } from '../package.ts'
import { COURT } from '../people.ts'
import { call } from '../wire.ts'
import { give, type Client, type Round } from './client.ts'

const NINETY_DAYS = 90 * 86_400_000
const KEPT_BACK = 5
const AT_ONCE = 4

export const court: Client = async (round) => {
  const again = round.book.open('news')
  await Promise.all(again.map((entry) => publish(round, entry)))
  const sent = new Set(round.book.of('news').map(({ mark }) => mark))
  const due = round.book
    .of('start')
    .filter((start) => isDue(round, start))
    .flatMap(({ place }) => [`${place}/1`, `${place}/2`])
    .filter((id) => !sent.has(id))
    .slice(0, AT_ONCE)
  await Promise.all(due.map((id) => publish(round, round.book.entry('news', id, id))))
}

/** Every third case hears at once, the others only when later ones have begun or none will. */
function isDue(round: Round, start: Entry): boolean {
  const number = Number(start.place.split('-').at(-1))
  const isLast = round.cases.last >= round.upTo
  return number % 3 === 0 || (start.acknowledged && (isLast || number <= round.cases.last - KEPT_BACK))
}

async function publish(round: Round, entry: Entry): Promise<void> {
  const send = () =>
    call(round.line, COURT, 'POST', '/api/messages', {
      body: {
        name: NEWS,
        correlationKey: entry.place.split('/')[0] ?? '',
        messageId: entry.place,
        timeToLive: NINETY_DAYS,
        variables: { [entry.place.endsWith('1') ? 'first' : 'second']: entry.mark },
      },
    })
  await give(round, entry, send, ({ status }) => (status === 200 || status === 201 ? 'done' : 'wrong'))
  if (!entry.acknowledged || round.chance.below(4) > 0) return
  const second = await send()
  if (second?.status === 201) round.book.wonder(`news ${entry.place} was accepted a second time`)
}
