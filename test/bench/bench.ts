/**
 * How fast Masar is, beside what it stands on and what else there is: one table, measured in one run.
 *
 * The machines are shared, so everything is a ratio of measurements taken in turn. `--json` prints one object instead,
 * `--only NAME` measures one part.
 */
import { performance } from 'node:perf_hooks'
import { bpmnEngineRate } from './bpmn-engine.ts'
import { designerFigures } from './designer.ts'
import { dmnRate } from './dmn.ts'
import { benchHouse, durableRate } from './durable.ts'
import { feelRate } from './feel.ts'
import { floorRate } from './floor.ts'
import { httpTimes } from './http.ts'
import { median } from './median.ts'
import { patternRates } from './patterns.ts'
import { pageFigures } from './pages.ts'
import { migrateRate } from './migrate.ts'
import { recordSample } from './sample.ts'
import { waitingRates } from './waiting.ts'

const ROUNDS = 5
const TRANSITIONS = 20_000
const MIGRATION_ROUNDS = 3

interface Row {
  readonly key: string
  readonly value: number
  readonly goal: string
  readonly says: string
}

const say = (line: string): boolean => process.stderr.write(`${line}\n`)
const round = (value: number): number => Math.round(value * 100) / 100

async function transitions(): Promise<Row[]> {
  const house = await benchHouse()
  try {
    const sample = await recordSample(house.engine)
    await durableRate(house.engine, TRANSITIONS)
    const rounds: { readonly durable: number; readonly floor: number; readonly peer: number }[] = []
    for (let n = 0; n < ROUNDS; n++) {
      const floor = await floorRate(sample, TRANSITIONS)
      const durable = await durableRate(house.engine, TRANSITIONS)
      rounds.push({ floor, durable, peer: await bpmnEngineRate() })
      say(`  round ${n + 1}: floor ${floor}/s, Masar ${durable}/s, bpmn-engine ${rounds.at(-1)?.peer}/s`)
    }
    const of = (pick: (one: (typeof rounds)[number]) => number): number => median(rounds.map(pick))
    return [
      {
        key: 'floorRatio',
        value: round(of((one) => one.durable / one.floor)),
        goal: '>= 0.4',
        says: 'Masar durable / the same rows written by a bare loop',
      },
      {
        key: 'bpmnEngineRatio',
        value: round(of((one) => one.durable / one.peer)),
        goal: '>= 40',
        says: 'Masar durable / bpmn-engine saved at each wait',
      },
      { key: 'durableRate', value: of((one) => one.durable), goal: '', says: 'transitions/s, Masar durable' },
      { key: 'floorRate', value: of((one) => one.floor), goal: '', says: 'transitions/s, the floor' },
      { key: 'bpmnEngineRate', value: of((one) => one.peer), goal: '', says: 'transitions/s, bpmn-engine' },
    ]
  } finally {
    await house.close()
  }
}

async function waiting(): Promise<Row[]> {
  const { ratio, rssMb } = await waitingRates()
  return [
    { key: 'waitingRatio', value: round(ratio), goal: '>= 0.8', says: 'rate with 100,000 waiting / rate with none' },
    { key: 'waitingRssMb', value: rssMb, goal: '< 300', says: 'MB of memory with 100,000 waiting' },
  ]
}

async function http(): Promise<Row[]> {
  const { p50, p99 } = await httpTimes()
  return [
    { key: 'httpCompleteP99Ms', value: p99, goal: '< 50', says: 'ms to complete a task over HTTP at 200/s, p99' },
    { key: 'httpCompleteP50Ms', value: p50, goal: '', says: 'the same, median' },
  ]
}

/** `--migrations N` takes so many applications over instead. */
const MIGRATIONS = Number(process.argv[process.argv.indexOf('--migrations') + 1] ?? Number.NaN) || 20_000

async function migrations(): Promise<Row[]> {
  const house = await benchHouse()
  const sample = await recordSample(house.engine)
  await house.close()
  const rounds: { readonly floor: number; readonly rate: number }[] = []
  for (let n = 0; n < MIGRATION_ROUNDS; n++) {
    const floor = await floorRate(sample, TRANSITIONS)
    rounds.push({ floor, rate: await migrateRate(MIGRATIONS) })
    say(`  round ${n + 1}: floor ${floor}/s, migrated ${rounds.at(-1)?.rate}/s`)
  }
  return [
    {
      key: 'migrationRatio',
      value: round(median(rounds.map((one) => one.rate / one.floor))),
      goal: '>= 0.25',
      says: `${MIGRATIONS.toLocaleString('en')} applications taken to another version / plain writes of the floor`,
    },
    {
      key: 'migrationRate',
      value: median(rounds.map((one) => one.rate)),
      goal: '',
      says: 'applications/s, taken over',
    },
  ]
}

const rules = (): Row[] => [
  { key: 'feelPerSecond', value: feelRate(), goal: '>= 100000', says: 'evaluations/s of a 12-token FEEL condition' },
  { key: 'dmnPerSecond', value: dmnRate(), goal: '', says: 'evaluations/s of a 5-rule, 2-input decision table' },
]

const patterns = (): Row[] =>
  patternRates().flatMap(({ pattern, rate, ratio }) => [
    {
      key: `${pattern}PerSecond`,
      value: rate,
      goal: '',
      says: `applications/s of the pattern ${pattern} on the kernel`,
    },
    { key: `${pattern}Ratio`, value: round(ratio), goal: '> 1', says: `kernel / bpmn-engine on ${pattern}` },
  ])

async function pages(): Promise<Row[]> {
  const { heaviestKb, heaviest, times, ratio } = await pageFigures()
  return [
    {
      key: 'pageKb',
      value: heaviestKb,
      goal: '<= 30',
      says: `KB of the heaviest portal page, ${heaviest}: HTML and styles, compressed`,
    },
    { key: 'pageP95Ms', value: times.p95, goal: '< 20', says: 'ms to serve a portal page at 100/s, p95' },
    { key: 'pageRatio', value: ratio, goal: '', says: 'median of a portal page / of an answer that says nothing' },
  ]
}

/** `--hours N` goes through the views so often. */
const HOURS = Number(process.argv[process.argv.indexOf('--hours') + 1] ?? Number.NaN) || 100

async function designer(): Promise<Row[]> {
  const { firstLoadKb, readyMs, checkMs, slowestCheckMs, framesPerSecond, growth } = await designerFigures(HOURS)
  const often = `after ${growth.rounds} rounds through all views, with changes taken back`
  return [
    { key: 'designerKb', value: firstLoadKb, goal: '<= 600', says: 'KB the procedure asks for at first, compressed' },
    {
      key: 'designerReadyMs',
      value: readyMs,
      goal: '< 2000',
      says: 'ms to a procedure that answers, nothing in cache',
    },
    { key: 'designerCheckMs', value: checkMs, goal: '< 300', says: 'ms from a change of 200 steps to its findings' },
    { key: 'designerCheckMostMs', value: slowestCheckMs, goal: '', says: 'the same, the slowest' },
    {
      key: 'designerDragFps',
      value: framesPerSecond,
      goal: '>= 30',
      says: 'frames/s while one of 500 steps is dragged',
    },
    { key: 'designerHeapKb', value: growth.heapKb, goal: '', says: `KB more in the browser ${often}` },
    { key: 'designerNodes', value: growth.nodes, goal: '', says: `nodes more of the page, ${often}` },
    { key: 'designerListeners', value: growth.listeners, goal: '', says: `listeners more, ${often}` },
  ]
}

const PARTS = [
  { title: 'transitions', run: transitions },
  { title: '100,000 waiting', run: waiting },
  { title: 'migrations', run: migrations },
  { title: 'HTTP', run: http },
  { title: 'pages', run: pages },
  { title: 'designer', run: designer },
  { title: 'patterns', run: async () => patterns() },
  { title: 'rules', run: async () => rules() },
] as const

const rows: Row[] = []
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
for (const part of PARTS.filter(({ title }) => only === undefined || title === only)) {
  const began = performance.now()
  say(`${part.title} ...`)
  rows.push(...(await part.run()))
  say(`  ${Math.round((performance.now() - began) / 1_000)} s`)
}

if (process.argv.includes('--json'))
  process.stdout.write(`${JSON.stringify(Object.fromEntries(rows.map(({ key, value }) => [key, value])))}\n`)
else
  for (const { key, value, goal, says } of rows)
    process.stdout.write(`${key.padEnd(20)} ${String(value).padStart(10)}  ${goal.padEnd(10)} ${says}\n`)
