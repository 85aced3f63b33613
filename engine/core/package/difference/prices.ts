/**
 * What people pay, before and after: the cases of each fee, asked of the decision on both sides on the same day.
 *
 * Only where both can be asked; a decision that cannot be read is told as such by the table it stands in.
 */
import type { Decision } from '../../dmn/decision.ts'
import { readDmn } from '../../dmn/read.ts'
import { parseFeel } from '../../feel/feel.ts'
import { calendarIn } from '../../policy/calendar.ts'
import type { Text } from '../../text.ts'
import type { Fee, FeeExample, Workflow } from '../../workflow.ts'
import { fileKindOf, type PackageFiles } from '../files.ts'
import { daysAhead, isoDay } from '../fee-days.ts'
import { priceOf } from '../fee-example.ts'
import { readWorkflow } from '../workflow.ts'
import { gregorian } from '../../written-day.ts'
import type { Difference } from './difference.ts'
import { FEE, named, same, upper } from './words.ts'

interface Till {
  readonly workflow: Workflow
  readonly decisions: ReadonlyMap<string, Decision>
}

export async function pricesCompared(
  older: PackageFiles,
  newer: PackageFiles,
  now: number,
): Promise<readonly Difference[]> {
  const [before, after] = [await tillOf(older), await tillOf(newer)]
  if (!before || !after) return []
  const days = [now, ...datesIn(older, newer, now)]
  return (after.workflow.fees ?? []).flatMap((fee, index) => {
    const was = before.workflow.fees?.find(({ id }) => id === fee.id)
    if (was === undefined) return []
    return casesOf(was, fee).flatMap((example) =>
      days.flatMap((day, nth) => {
        const ask = (at: number): Prices => [priceIn(before, was, example, at), priceIn(after, fee, example, at)]
        const [prices, earlier] = [ask(day), nth === 0 ? undefined : ask(days[nth - 1] ?? now)]
        const known = earlier !== undefined && earlier[0] === prices[0] && earlier[1] === prices[1]
        return known ? [] : told(fee, index, example, prices, nth === 0 ? undefined : day)
      }),
    )
  })
}

/** What each fee comes to now in the cases the service shows, and from each day on which that changes. */
export async function pricesOf(files: PackageFiles, now: number): Promise<readonly Text[]> {
  const till = await tillOf(files)
  if (!till) return []
  const days = [now, ...datesIn(new Map(), files, now)]
  return (till.workflow.fees ?? []).flatMap((fee): readonly Text[] => {
    const cases = (fee.examples ?? []).flatMap((example) =>
      days.flatMap((day, nth): readonly Text[] => {
        const price = priceIn(till, fee, example, day)
        const isNew = nth === 0 || price !== priceIn(till, fee, example, days[nth - 1] ?? now)
        return price === undefined || !isNew
          ? []
          : [costs(fee.title, example.title, price, nth === 0 ? undefined : day)]
      }),
    )
    return cases.length > 0 ? cases : [fee.title]
  })
}

function costs(fee: Text, example: Text, price: string, from: number | undefined): Text {
  const [ar, en] = [`${fee.ar} (${example.ar}): \u2068${price}\u2069`, `${fee.en} (${example.en}): ${price}`]
  if (from === undefined) return { ar, en }
  const day = isoDay(from)
  return {
    ar: `${ar} اعتبارًا من \u2068${gregorian(day, 'ar') ?? day}\u2069`,
    en: `${en} from ${gregorian(day, 'en') ?? day}`,
  }
}

/** Before and after; absent where the decision gives none. */
type Prices = readonly [string | undefined, string | undefined]

/** From each of these days on something else may hold. */
function datesIn(older: PackageFiles, newer: PackageFiles, now: number): readonly number[] {
  const files = [...older, ...newer].filter(([path]) => /^(dmn|workflow)$/.test(fileKindOf(path) ?? ''))
  return daysAhead(
    files.map(([, bytes]) => new TextDecoder().decode(bytes)),
    now,
  )
}

/** Those of today's version, and those of the other that it no longer tells. */
function casesOf(was: Fee | undefined, fee: Fee): readonly FeeExample[] {
  const all = [...(fee.examples ?? []), ...(was?.examples ?? [])]
  return [...new Map(all.map((it) => [it.given, it])).values()]
}

function told(
  { id, title }: Fee,
  index: number,
  example: FeeExample,
  [before, after]: Prices,
  from: number | undefined,
): readonly Difference[] {
  if (before === undefined || after === undefined || before === after) return []
  return [
    {
      subject: { kind: 'price', fee: id },
      change: 'changed',
      weight: 'money',
      file: 'workflow.json',
      place: `/fees/${String(index)}`,
      before: same(before),
      after: same(after),
      sentence: sentence(title, example.title, before, after, from === undefined ? undefined : isoDay(from)),
    },
  ]
}

function sentence(fee: Text, example: Text, before: string, after: string, from: string | undefined): Text {
  const [ar, en] = [`${named(FEE, fee).ar} (${example.ar})`, `${named(FEE, fee).en} (${example.en})`]
  if (from === undefined)
    return {
      ar: `${ar}: من \u2068${before}\u2069 إلى \u2068${after}\u2069`,
      en: `${upper(en)} goes from ${before} to ${after}`,
    }
  return {
    ar: `اعتبارًا من \u2068${gregorian(from, 'ar') ?? from}\u2069 يصبح ${ar} \u2068${after}\u2069 بدلًا من \u2068${before}\u2069`,
    en: `From ${gregorian(from, 'en') ?? from} ${en} is ${after} instead of ${before}`,
  }
}

function priceIn(till: Till, fee: Fee, example: FeeExample, now: number): string | undefined {
  const decision = till.decisions.get(fee.decision)
  if (!decision || !parseFeel(example.given.slice(1)).ok) return undefined
  const days = calendarIn(till.workflow)
  const price = priceOf(decision, example, till.workflow.policy ?? {}, { now, timeZone: days.timeZone, days })
  return typeof price === 'string' ? undefined : `${price.amount} ${price.currency}`
}

async function tillOf(files: PackageFiles): Promise<Till | undefined> {
  const workflow = readWorkflow(files)
  if (!workflow.ok) return undefined
  const decisions = new Map<string, Decision>()
  for (const [path, bytes] of files)
    if (fileKindOf(path) === 'dmn') {
      const read = await readDmn(path, new TextDecoder().decode(bytes))
      if (read.ok) for (const decision of read.decisions) decisions.set(decision.id, decision)
    }
  return { workflow: workflow.value, decisions }
}
