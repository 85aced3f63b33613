/** What the address of the inbox asks for, and the address that asks for it. */
import { INBOX_DUES, INBOX_STATES, INBOX_VIEWS, type InboxQuery } from '../../../../commands/inbox.ts'
import { isPackageId } from '../../../../core/ids.ts'
import { field } from '../../frame/form-body.ts'
import { URLS } from '../../urls.ts'

export type Asked = Omit<InboxQuery, 'limit'>
const LONGEST_TEXT = 100

/** What nobody can ask for is left out. */
export function askedFor(query: unknown): Asked {
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((one) => one === field(query, name))
  const [state, due] = [oneOf('state', INBOX_STATES), oneOf('due', INBOX_DUES)]
  const [service, text, after] = [field(query, 'service'), field(query, 'text').trim(), field(query, 'after')]
  return {
    view: oneOf('view', INBOX_VIEWS) ?? 'mine',
    ...(isPackageId(service) ? { service } : {}),
    ...(state === undefined ? {} : { state }),
    ...(due === undefined ? {} : { due }),
    ...(text === '' ? {} : { text: text.slice(0, LONGEST_TEXT) }),
    ...(after === '' ? {} : { after }),
  }
}

/** "view=groups&due=overdue"; never where on the list one is. */
export const filterText = ({ view, service, state, due, text }: Asked): string =>
  new URLSearchParams(
    Object.entries({ view, service, state, due, text }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ).toString()

export const inboxAt = (asked: Asked): string =>
  `${URLS.desk()}?${filterText(asked)}${asked.after === undefined ? '' : `&after=${encodeURIComponent(asked.after)}`}`
