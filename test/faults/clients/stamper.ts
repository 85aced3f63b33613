/** An outside worker: leases jobs, stamps, and reports under the lease's token until it is told that it counted. */
import type { Entry } from '../book.ts'
import { STAMP } from '../package.ts'
import { STAMPER } from '../people.ts'
import { call } from '../wire.ts'
import { give, type Client, type Round } from './client.ts'

const LEASE = 5_000

export const stamper: Client = async (round) => {
  await Promise.all(round.book.open('job').map((entry) => report(round, entry)))
  const reply = await call(round.line, STAMPER, 'POST', '/api/jobs/activate', {
    body: { types: [STAMP], worker: 'stamper', limit: 4, leaseTime: LEASE, wait: 100 },
  })
  if (reply?.status !== 200) return
  const items = reply.body['items'] as readonly { readonly id: string; readonly token: number }[]
  await Promise.all(items.map(({ id, token }) => report(round, round.book.entry('job', id, `${id}/${token}`))))
}

/** The token is the last part of the mark. A lease lost to a later one of ours is no harm: nothing was acknowledged. */
async function report(round: Round, entry: Entry): Promise<void> {
  const token = Number(entry.mark.split('/').at(-1))
  await give(
    round,
    entry,
    () =>
      call(round.line, STAMPER, 'POST', `/api/jobs/${entry.place}/complete`, {
        body: { token, variables: { stamp: entry.mark } },
      }),
    ({ status, body }, isRepeated) => {
      if (status === 200) return 'done'
      if (isRepeated && body['code'] === 'job.closed') return 'done'
      return isRepeated && body['code'] === 'job.lease-lost' ? 'drop' : 'wrong'
    },
  )
}
