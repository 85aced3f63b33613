/** What the address of the inbox asks for, and the address that asks for it. */
import { filterText, inboxFilter, type InboxFilter } from '../../../../commands/inbox-filter.ts'
import { field } from '../../frame/form-body.ts'
import { URLS } from '../../urls.ts'

export interface Asked extends InboxFilter {
  readonly after?: string
}

const NAMES = ['view', 'service', 'state', 'due', 'text'] as const

export function askedFor(query: unknown): Asked {
  const after = field(query, 'after')
  const filter = inboxFilter(Object.fromEntries(NAMES.map((name) => [name, field(query, name)])))
  return { ...filter, ...(after === '' ? {} : { after }) }
}

export const inboxAt = (asked: Asked): string =>
  `${URLS.desk()}?${filterText(asked)}${asked.after === undefined ? '' : `&after=${encodeURIComponent(asked.after)}`}`
