/** A case that is answered otherwise on some days: "From 1 January 2027 the fee “Permit” (Kind: a) is 60.00 ILS instead of 50.00 ILS". */
import { bilingual } from '../../../bilingual.ts'
import { isJsonObject } from '../../../json.ts'
import { money } from '../../../money.ts'
import { isProblem } from '../../../problem.ts'
import { isText, type Text } from '../../../text.ts'
import { gregorian } from '../../../written-day.ts'
import type { Difference } from '../difference.ts'
import { listAt } from '../leaves.ts'
import type { Side } from '../side.ts'
import { FEE, named, quote, same, upper } from '../words.ts'
import { answerInWords } from './cell-words.ts'
import { writtenDay, type Days } from './days.ts'
import { nodesAt } from './nodes.ts'
import { periodsOf, stretchesOf, type Period, type Stretch } from './periods.ts'
import { caseOf, resultOf, type Cell, type Row } from './rows.ts'
import { asks, logicOf, pairsOf, TODAY, type Table } from './tables.ts'

export function periodsCompared(before: Side, after: Side): readonly Difference[] {
  return pairsOf(after, before, 'newer').flatMap(([table, twin]) => {
    const fee = feeOf(table, after)
    return periodsOf(table, twin).flatMap((period) =>
      joined(stretchesOf(period)).flatMap((stretch) => told(table, fee, period, stretch)),
    )
  })
}

/** The one fee that this decision gives. */
function feeOf({ id }: Table, { workflow }: Side): Text | undefined {
  const titles = listAt(workflow, 'fees').flatMap((fee) =>
    isJsonObject(fee) && fee['decision'] === id && isText(fee['title']) ? [fee['title']] : [],
  )
  return titles.length === 1 ? titles[0] : undefined
}

/** Neighbours that say the same are one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const last = found.at(-1)
    if (
      last?.days[1] === stretch.days[0] &&
      says(last.row) === says(stretch.row) &&
      says(last.twin) === says(stretch.twin)
    )
      found[found.length - 1] = { ...last, days: [last.days[0], stretch.days[1]] }
    else found.push(stretch)
  }
  return found
}

const says = ({ gives, remarks }: Row): string => JSON.stringify([gives, remarks])

function told(table: Table, fee: Text | undefined, period: Period, stretch: Stretch): readonly Difference[] {
  const { row, twin } = stretch
  const remarks = otherwise(row.remarks, twin.remarks)
  const isAnswered = otherwise(row.gives, twin.gives).length > 0
  if (!isAnswered && remarks.length === 0) return []
  const when = whenSaid(stretch.days, period.column, table)
  const asked = row.when.filter(({ column }) => column !== period.column)
  const inCase: Text = { ar: caseOf(table, { when: asked }, 'ar'), en: caseOf(table, { when: asked }, 'en') }
  return [
    {
      subject: { kind: 'rule', decision: table.id, row: row.id },
      change: 'changed',
      file: table.file,
      place: row.id,
      ...(isAnswered
        ? { weight: table.weight, aspect: 'then', ...answered(table, fee, when, inCase, stretch) }
        : { weight: 'look', aspect: 'remark', sentence: remarked(table, when, inCase, remarks) }),
    },
  ]
}

/** The cells of a row that the other has otherwise. */
const otherwise = (cells: readonly Cell[], others: readonly Cell[]): readonly Cell[] =>
  cells.filter(({ text }, index) => text !== (others[index]?.text ?? ''))

function answered(
  table: Table,
  fee: Text | undefined,
  when: Text,
  inCase: Text,
  { row, twin }: Stretch,
): Pick<Difference, 'before' | 'after' | 'sentence'> {
  const prices = fee && pricesOf(table, row, twin)
  const [was, is] = prices ?? [
    resultsOf(otherwise(twin.gives, row.gives), row.gives.length),
    resultsOf(otherwise(row.gives, twin.gives), row.gives.length),
  ]
  const subject =
    fee && prices
      ? { ar: `يصبح ${named(FEE, fee).ar}${inCase.ar}`, en: `${named(FEE, fee).en}${inCase.en} is` }
      : { ar: `يعطي ${table.title.ar}${inCase.ar}`, en: `${table.title.en}${inCase.en} gives` }
  const why = otherwise(row.remarks, twin.remarks).filter(({ text }) => text !== '')
  const because: Text =
    why.length === 0 ? same('') : { ar: ` (${cellsSaid(why, 'ar')})`, en: ` (${cellsSaid(why, 'en')})` }
  return {
    before: was,
    after: is,
    sentence: {
      ar: `${when.ar}${subject.ar} ${is.ar} بدلًا من ${was.ar}${because.ar}`,
      en: upper(`${when.en}${subject.en} ${is.en} instead of ${was.en}${because.en}`),
    },
  }
}

function remarked(table: Table, when: Text, inCase: Text, remarks: readonly Cell[]): Text {
  const [ar, en] = [cellsSaid(remarks, 'ar'), cellsSaid(remarks, 'en')]
  return {
    ar: `${when.ar}تتغير ملاحظة ${table.title.ar}${inCase.ar}: ${ar}`,
    en: upper(`${when.en}what is remarked of ${table.title.en}${inCase.en} changes: ${en}`),
  }
}

const cellsSaid = (cells: readonly Cell[], language: keyof Text): string =>
  cells.map((it) => `${bilingual(it.column)[language]}: ${bilingual(it.text)[language]}`).join(AND[language])

const AND: Text = { ar: '، ', en: ', ' }

/** The answer of a table with one column by itself, of several each with its column. */
function resultsOf(cells: readonly Cell[], columns: number): Text {
  const [only] = cells
  if (only && columns === 1) return answerInWords(only.text)
  return { ar: resultOf({ gives: cells }, 'ar'), en: resultOf({ gives: cells }, 'en') }
}

/** Where nothing but the price of plain amounts is another: before and after. */
function pricesOf(table: Table, row: Row, twin: Row): readonly [Text, Text] | undefined {
  const names = nodesAt(logicOf(table.node), 'output').map((node): unknown => Reflect.get(node, 'name'))
  const isOnlyPrice = names.every(
    (name, at) => name === 'amount' || name === 'currency' || row.gives[at]?.text === twin.gives[at]?.text,
  )
  const priceOf = ({ gives }: Row): string | undefined => {
    const plain = (name: string): string | undefined =>
      /^"([^"\\]*)"$/.exec(gives[names.indexOf(name)]?.text ?? '')?.[1]
    const price = money(plain('amount'), plain('currency'))
    return isProblem(price) ? undefined : `${price.amount} ${price.currency}`
  }
  const [was, is] = [priceOf(twin), priceOf(row)]
  return isOnlyPrice && was !== undefined && is !== undefined ? [isolated(was), isolated(is)] : undefined
}

const isolated = (text: string): Text => ({ ar: `\u2068${text}\u2069`, en: text })

/** "From 1 January 2027 (by “Day of application”) "; nothing for all days. */
function whenSaid([from, to]: Days, column: string, table: Table): Text {
  const [first, last] = [dayIn(from), dayIn(to - 1)]
  const by = asks(table, column) === TODAY ? undefined : quote(bilingual(column))
  const bySaid: Text = by ? { ar: ` (بحسب ${by.ar})`, en: ` (by ${by.en})` } : same('')
  if (first && last)
    return {
      ar: `من ${first.ar} حتى ${last.ar}${bySaid.ar} `,
      en: `from ${first.en} until ${last.en}${bySaid.en} `,
    }
  if (first) return { ar: `اعتبارًا من ${first.ar}${bySaid.ar} `, en: `from ${first.en}${bySaid.en} ` }
  return last ? { ar: `حتى ${last.ar}${bySaid.ar} `, en: `until ${last.en}${bySaid.en} ` } : same('')
}

function dayIn(day: number): Text | undefined {
  if (!Number.isFinite(day)) return undefined
  const written = writtenDay(day)
  return { ar: `\u2068${gregorian(written, 'ar') ?? written}\u2069`, en: gregorian(written, 'en') ?? written }
}
