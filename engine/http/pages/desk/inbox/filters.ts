/** Filters of the inbox: kept under a name, thrown away. */
import type { FastifyReply } from 'fastify'
import { orThrow } from '../../../api/context.ts'
import { field } from '../../frame/form-body.ts'
import { redirect } from '../../frame/notice.ts'
import type { Clerk } from '../clerk.ts'
import { filterIn, filterText } from '../../../../commands/inbox-filter.ts'
import { inboxAt } from './query.ts'
import { URLS } from '../../urls.ts'
import { DESK_WORDS } from '../words.ts'

export async function postFilter({ request, engine, actor }: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const asked = filterIn(field(request.body, 'filter'))
  const office = field(request.body, 'office')
  orThrow(
    await engine.saveFilter(actor, {
      name: field(request.body, 'name'),
      filter: filterText(asked),
      ...(office === '' ? {} : { office }),
    }),
  )
  return redirect(request, reply, inboxAt(asked), { tone: 'good', text: DESK_WORDS.filterSaved })
}

export async function removeFilter(
  { request, engine, actor }: Clerk,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> {
  orThrow(await engine.removeFilter(actor, id))
  return redirect(request, reply, URLS.desk(), { tone: 'good', text: DESK_WORDS.filterRemoved })
}
