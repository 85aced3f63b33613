/** A way to look at the inbox as a text, the query of its address: "view=groups&due=overdue". Never where on the list one is. */
import { isPackageId } from '../core/ids.ts'
import { INBOX_DUES, INBOX_STATES, INBOX_VIEWS, type InboxQuery } from './inbox.ts'

export type InboxFilter = Omit<InboxQuery, 'limit' | 'after'>
type Asked = Readonly<Partial<Record<keyof InboxFilter, string>>>

const LONGEST_TEXT = 100

/** What nobody can ask for is left out. */
export function inboxFilter(asked: Asked): InboxFilter {
  const { service = '' } = asked
  const [view, state, due] = [
    oneOf(asked.view, INBOX_VIEWS),
    oneOf(asked.state, INBOX_STATES),
    oneOf(asked.due, INBOX_DUES),
  ]
  const text = (asked.text ?? '').trim().slice(0, LONGEST_TEXT)
  return {
    view: view ?? 'mine',
    ...(isPackageId(service) ? { service } : {}),
    ...(state === undefined ? {} : { state }),
    ...(due === undefined ? {} : { due }),
    ...(text === '' ? {} : { text }),
  }
}

const oneOf = <T extends string>(asked: string | undefined, known: readonly T[]): T | undefined =>
  known.find((one) => one === asked)

export const filterIn = (text: string): InboxFilter => inboxFilter(Object.fromEntries(new URLSearchParams(text)))

export const filterText = ({ view, service, state, due, text }: InboxFilter): string =>
  new URLSearchParams(
    Object.entries({ view, service, state, due, text }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ).toString()
