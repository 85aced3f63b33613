/**
 * What others saw of us, by their own ledgers: the bank was asked once for each fee and paid once, the register was told
 * the same under the same key however often, and what we hold for paid was paid.
 */
import { readEffects, type Effect } from '../../../engine/sandbox/payments/effects.ts'
import type { Delivery } from '../../../engine/sandbox/databus/ledger.ts'
import { repeated, type Findings } from './findings.ts'
import type { Case, StoreRecord } from './record.ts'

export interface Ledgers {
  readonly bank: readonly Effect[]
  readonly bus: readonly Delivery[]
}

/** From the files, not from the doubles' memory. */
export const readLedgers = (bank: string, bus: string): Ledgers => ({
  bank: readEffects(bank),
  bus: bus
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Delivery),
})

export function judgeOutside(record: StoreRecord, ledgers: Ledgers): Findings {
  const bank = judgeBank(record, ledgers.bank)
  const bus = judgeBus(ledgers.bus)
  return { lost: [], duplicated: [...bank.duplicated, ...bus.duplicated], broken: [...bank.broken, ...bus.broken] }
}

type Seen = Pick<Findings, 'duplicated' | 'broken'>

function judgeBank({ cases, charges }: StoreRecord, effects: readonly Effect[]): Seen {
  const asked = effects.filter((effect) => effect.kind === 'charge')
  const noteOf = new Map(asked.map(({ key, note }) => [key, note]))
  const committed = effects.filter((effect) => effect.kind === 'committed')
  const changed = effects.filter((effect) => effect.kind === 'repeat' && !effect.same)
  const paid = new Set(committed.map(({ key }) => key))
  const unpaid = charges.filter(({ id, state }) => state === 'committed' && !paid.has(id))
  const onCredit = cases.filter((one) => isPaid(one) && !charges.some((it) => paid.has(it.id) && ofCase(it.job, one)))
  return {
    duplicated: [
      ...repeated(asked.map(({ note }) => note)).map(([note, n]) => `the fee of ${note} was asked under ${n} keys`),
      ...repeated(committed.map(({ key }) => noteOf.get(key) ?? key)).map(([note, n]) => `${note} was paid ${n} times`),
      ...changed.map(({ key }) => `charge ${key} was sent with two bodies`),
    ],
    broken: [
      ...unpaid.map(({ id }) => `charge ${id} is held for paid, but no money moved`),
      ...onCredit.map(({ number }) => `${number} went on as paid, but no money moved`),
    ],
  }
}

const ofCase = (job: string, one: Case): boolean => job.startsWith(`${one.id}:`)

/** The receipt is in the record. */
const isPaid = ({ steps }: Case): boolean =>
  steps.some(({ events }) => events.some((event) => event.kind === 'variablesSet' && 'receipt' in event.values))

/** Asking what became of a message tells the register nothing. */
function judgeBus(all: readonly Delivery[]): Seen {
  const deliveries = all.filter(({ method }) => method !== 'GET')
  const pairs = [...new Set(deliveries.map(({ key, bodyDigest }) => `${key} ${bodyDigest}`))].map((it) => it.split(' '))
  const keys = repeated(pairs.map(([key = '']) => key))
  const bodies = repeated(pairs.map(([, body = '']) => body))
  const entries = repeated(deliveries.filter(({ service }) => service.includes('/enter')).map(({ key }) => key))
  return {
    duplicated: [
      ...entries.map(([key, n]) => `what must not be told twice was told ${n} times under the key ${key}`),
      ...keys.map(([key, n]) => `the register was told ${n} different things under the key ${key}`),
      ...bodies.map(([body, n]) => `the register was told the same thing (${body.slice(0, 8)}) under ${n} keys`),
    ],
    broken: [],
  }
}
