/** The coverage table as the README shows it: what each element is known to do, and the tests that know it. */
import type { Met } from './record.ts'
import { ROWS } from './rows.ts'

/** One test and the rows it met. */
export interface Told {
  /** "subProcess.test.ts" */
  readonly file: string
  readonly elements: Partial<Record<Met, readonly string[]>>
  /** Why bpmn-engine cannot, by row. */
  readonly beyond?: {
    readonly own: Readonly<Record<string, string>>
    readonly around: Readonly<Record<string, string>>
  }
}

interface Counts {
  readonly kernel: number
  readonly library: number
  readonly restart: number
  readonly refused: number
  readonly file: string | undefined
}

export function coverageTable(told: readonly Told[]): string {
  const lines = ROWS.map(({ name, section }) => {
    const counts = countsOf(name, told)
    const library = counts.library > 0 ? tests(counts.library) : (reasonFor(name, told) ?? '')
    const file = counts.file === undefined ? '' : `[${counts.file}](test/elements/${counts.file})`
    return `| ${[name, section, tests(counts.kernel), library, counts.restart || '', counts.refused || '', file].join(' | ')} |`
  })
  return [
    '| Element | BPMN 2.0.2 | kernel | bpmn-engine | restarted | refused | tests |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

/** What is missing from a whole table, as sentences. */
export function gaps(told: readonly Told[]): readonly string[] {
  return ROWS.flatMap(({ name }) => {
    const { kernel, library, restart, refused } = countsOf(name, told)
    return [
      ...(kernel === 0 ? [`no test runs a ${name} on the kernel`] : []),
      ...(library === 0 && reasonFor(name, told) === undefined
        ? [`no test runs a ${name} on bpmn-engine, and no reason why not`]
        : []),
      ...(restart === 0 ? [`no test restarts around a ${name}`] : []),
      ...(refused === 0 ? [`no test sees a ${name} refused`] : []),
    ]
  })
}

/** What it says of the element itself, before what it says of something drawn around it. */
const reasonFor = (name: string, told: readonly Told[]): string | undefined =>
  told.flatMap(({ beyond }) => beyond?.own[name] ?? [])[0] ??
  told.flatMap(({ beyond }) => beyond?.around[name] ?? [])[0]

const tests = (count: number): string => (count === 0 ? '' : String(count))

function countsOf(name: string, told: readonly Told[]): Counts {
  const count = (met: Met): number => told.filter(({ elements }) => elements[met]?.includes(name)).length
  return {
    kernel: count('kernel'),
    library: count('bpmn-engine'),
    restart: count('restart'),
    refused: count('refused'),
    file: mostIn(told.filter(({ elements }) => elements.kernel?.includes(name)).map(({ file }) => file)),
  }
}

/** The file with most of the tests; of several, the first by name. */
function mostIn(files: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0]
}
