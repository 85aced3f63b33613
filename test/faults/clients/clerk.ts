/** A clerk: takes what is free on the desk and decides it; a decision that was not answered is sent again. */
import type { Entry } from '../book.ts'
import type { Person } from '../people.ts'
import { call } from '../wire.ts'
import { give, type Client, type Round } from './client.ts'

const AT_ONCE = 8

export const clerk =
  (who: Person): Client =>
  async (round) => {
    const mine = round.book.open('task').filter((entry) => entry.mark.startsWith(`${who.id}/`))
    await Promise.all(mine.map((entry) => decide(round, who, entry)))
    const reply = await call(round.line, who, 'GET', `/api/tasks?view=free&limit=${AT_ONCE}`)
    if (reply?.status !== 200) return
    const items = reply.body['items'] as readonly { readonly id: string }[]
    await Promise.all(items.map(({ id }) => decide(round, who, round.book.entry('task', id, `${who.id}/${id}`))))
  }

async function decide(round: Round, who: Person, entry: Entry): Promise<void> {
  await give(
    round,
    entry,
    () =>
      call(round.line, who, 'POST', `/api/tasks/${entry.place}/complete`, {
        body: { variables: { [variableOf(who)]: entry.mark } },
      }),
    ({ status, body }, isRepeated) => {
      if (status === 200) return 'done'
      return isRepeated && body['code'] === 'task.closed' ? 'done' : 'wrong'
    },
  )
}

const variableOf = (who: Person): string => (who.id === 'clerk.one' ? 'reviewed' : 'decided')
