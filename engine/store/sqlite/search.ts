/** Applications by the words they are looked for with. */
import type { InstanceId } from '../../core/ids.ts'
import type { SearchStore } from '../../core/search.ts'
import type { Connection } from './file/driver.ts'
import { keyOf } from './rows/cursor.ts'
import { page, type Listing } from './rows/page.ts'
import type { Appliers } from './write/change.ts'

type Found = { readonly instance: InstanceId }

/** Sorts after every instance id, and after every word that goes on. */
const LAST = '~'
const AFTER_LETTERS = '\u{10FFFF}'
const MOST_LOOKED_AT = 2_000
/** Among so many of the newest applications with the rarest word the others are looked for. */
const MOST_OF_A_WORD = 20_000

const LISTING = {
  order: 'descending',
  key: ({ instance }: Found) => [instance],
  item: ({ instance }: Found) => instance,
} as const satisfies Partial<Listing<Found, InstanceId>>

export function search(db: Connection): SearchStore {
  const exact = db.query<Found>(`SELECT w.instance FROM (
      SELECT instance FROM search_words WHERE agency = :agency AND word = :word AND instance < :before
      ORDER BY instance DESC LIMIT ${MOST_OF_A_WORD}) w
    WHERE NOT EXISTS (SELECT 1 FROM json_each(:others) o WHERE NOT EXISTS
        (SELECT 1 FROM search_words x WHERE x.agency = :agency AND x.word = o.value AND x.instance = w.instance))
    ORDER BY w.instance DESC LIMIT :limit`)
  const often = db.query<{ readonly count: number }>(`SELECT count(*) AS count FROM (
    SELECT 1 FROM search_words WHERE agency = ? AND word = ? LIMIT ${MOST_LOOKED_AT})`)
  const rarestFirst = (agency: string, words: readonly string[]): readonly string[] => {
    if (words.length < 2) return words
    const counted = words.map((word) => ({ word, count: often.get(agency, word)?.count ?? 0 }))
    return counted.sort((a, b) => a.count - b.count).map(({ word }) => word)
  }
  const beginning = db.query<Found & { readonly word: string }>(`SELECT instance, word FROM search_words
    WHERE agency = ? AND word >= ? AND word < ? LIMIT ${MOST_LOOKED_AT}`)
  const hasBeginning = db.query<Found>(`SELECT instance FROM search_words
    WHERE agency = ? AND word >= ? AND word < ? AND instance = ? LIMIT 1`)
  return {
    find: async ({ agency, words, after, limit }) => {
      const [word, ...others] = rarestFirst(agency, words)
      if (word === undefined) return { items: [] }
      const [before = LAST] = after === undefined ? [] : keyOf(after, ['text'])
      const rows = exact.all({ agency, word, others: JSON.stringify(others), before, limit: limit + 1 })
      return page([rows], { ...LISTING, limit })
    },
    findBeginning: async ({ agency, words, limit }) => {
      const [word, ...others] = byLength(words)
      if (word === undefined) return []
      const looked = new Set(beginning.all(agency, word, word + AFTER_LETTERS).map(({ instance }) => instance))
      const fits = (instance: InstanceId): boolean =>
        others.every((other) => hasBeginning.get(agency, other, other + AFTER_LETTERS, instance) !== undefined)
      return [...looked].filter(fits).sort().toReversed().slice(0, limit)
    },
  }
}

/** The longest is the rarest, as far as one can tell. */
const byLength = (words: readonly string[]): string[] => words.toSorted((a, b) => b.length - a.length)

export function searchChanges(db: Connection): Appliers<'indexInstance'> {
  const add = db.statement('INSERT OR IGNORE INTO search_words VALUES (?, ?, ?)')
  const remove = db.statement('DELETE FROM search_words WHERE agency = ? AND word = ? AND instance = ?')
  return {
    indexInstance: (change, { agency }) => {
      for (const word of change.remove) remove.run(agency, word, change.instance)
      for (const word of change.add) add.run(agency, word, change.instance)
    },
  }
}
