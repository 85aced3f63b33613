/** Where applications stand: a row for each element instance at work, counted in an index. */
import type { ElementInstanceStore, ElementLoad, LoadQuery, StandingInstance } from '../../core/element-instance.ts'
import type { AgencyId, LocalId, ProgramKey } from '../../core/ids.ts'
import type { InstanceState } from '../../core/instance.ts'
import type { Connection } from './file/driver.ts'
import { keyOf } from './rows/cursor.ts'
import { page } from './rows/page.ts'
import type { Appliers } from './write/change.ts'

export const AGENCIES = 'SELECT DISTINCT agency FROM element_instances WHERE program = :program'
export const LOADS = `SELECT element, count(*) AS count, min(since) AS oldest FROM element_instances
  WHERE program = :program AND agency = :agency GROUP BY element`
export const MEDIAN = `SELECT since FROM element_instances
  WHERE program = :program AND agency = :agency AND element = :element ORDER BY since LIMIT 1 OFFSET :middle`
export const INCIDENTS = `SELECT n.element, count(*) AS count FROM incidents n
  CROSS JOIN element_instances e ON e.instance = n.instance AND e.id = n.owner
  WHERE n.agency = :agency AND e.program = :program GROUP BY n.element`
export const STANDING = `SELECT e.instance, e.id, i.reference, e.since FROM element_instances e
  CROSS JOIN instances i ON i.id = e.instance
  WHERE e.program = :program AND e.agency = :agency AND e.element = :element
    AND (e.since, e.instance, e.id) > (:since, :instance, :id) ORDER BY e.since, e.instance, e.id LIMIT :limit`

/** As the state is written: what has arrived before joins, where anything has. */
export const JOINING = `SELECT i.state FROM (SELECT DISTINCT instance FROM element_instances
    WHERE program = :program AND agency = :agency LIMIT :looked) e
  CROSS JOIN instances i ON i.id = e.instance WHERE instr(i.state, '"arrived":{"') > 0`

type Standing = StandingInstance & { readonly id: number }

export function elementInstances(db: Connection): ElementInstanceStore {
  const of = db.query<{ id: number; element: string; program: ProgramKey }>(
    'SELECT id, element, program FROM element_instances WHERE instance = ? ORDER BY id',
  )
  const agencies = db.query<{ agency: AgencyId }>(AGENCIES)
  const loads = db.query<Omit<ElementLoad, 'median'>>(LOADS)
  const median = db.query<{ since: number }>(MEDIAN)
  const incidents = db.query<{ element: string; count: number }>(INCIDENTS)
  const standing = db.query<Standing>(STANDING)
  const joining = db.query<{ state: string }>(JOINING)
  const agenciesOf = ({ program, agency }: LoadQuery): readonly AgencyId[] =>
    agency === undefined ? agencies.all({ program }).map((row) => row.agency) : [agency]

  return {
    of: async (instance) => of.all(instance).map(({ id, ...row }) => ({ id: String(id) as LocalId, ...row })),
    async loads(query) {
      const { program } = query
      const parts = agenciesOf(query).flatMap((agency) =>
        loads.all({ program, agency }).map((load): ElementLoad => {
          const middle = Math.floor((load.count - 1) / 2)
          const found = median.get({ program, agency, element: load.element, middle })
          return { ...load, median: found?.since ?? load.oldest }
        }),
      )
      return [...Map.groupBy(parts, ({ element }) => element).values()].map(together)
    },
    async incidents(query) {
      const found = new Map<string, number>()
      for (const agency of agenciesOf(query))
        for (const { element, count } of incidents.all({ program: query.program, agency }))
          found.set(element, (found.get(element) ?? 0) + count)
      return found
    },
    joining: async ({ program, looked, ...query }) =>
      agenciesOf({ program, ...query }).flatMap((agency) =>
        joining.all({ program, agency, looked }).map(({ state }) => JSON.parse(state) as InstanceState),
      ),
    async standing({ element, after, limit, ...query }) {
      const [since = 0, instance = '', id = 0] = after === undefined ? [] : keyOf(after, ['number', 'text', 'number'])
      const range = { program: query.program, element, since, instance, id, limit: limit + 1 }
      const rows = agenciesOf(query).map((agency) => standing.all({ ...range, agency }))
      return page(rows, {
        limit,
        order: 'ascending',
        key: (row) => [row.since, row.instance, row.id],
        item: ({ id: _id, ...row }) => row,
      })
    },
  }
}

/** Of several agencies the middle of the largest stands for all. */
function together(parts: readonly ElementLoad[]): ElementLoad {
  const [largest] = parts.toSorted((a, b) => b.count - a.count)
  if (largest === undefined) throw new Error('Expected at least one part of a group')
  return {
    ...largest,
    count: parts.reduce((sum, { count }) => sum + count, 0),
    oldest: Math.min(...parts.map(({ oldest }) => oldest)),
  }
}

/** Whoever goes on as another element keeps the time it came. */
export function elementChanges(db: Connection): Appliers<'trackElements'> {
  const put = db.statement(`INSERT INTO element_instances (instance, id, agency, program, element, since)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (instance, id) DO UPDATE SET program = excluded.program, element = excluded.element`)
  const remove = db.statement('DELETE FROM element_instances WHERE instance = ? AND id = ?')
  const removeAll = db.statement('DELETE FROM element_instances WHERE instance = ?')
  return {
    trackElements: ({ instance, entered, left }, { agency, at }) => {
      if (left === 'all') removeAll.run(instance)
      else for (const id of left) remove.run(instance, Number(id))
      for (const { id, element, program } of entered) put.run(instance, Number(id), agency, program, element, at)
    },
  }
}
