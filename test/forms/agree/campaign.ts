/** Many random forms, each filled at random: by the engine, by what forms/README.md says, and some of them in a real browser. */
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { check, property, sample } from 'fast-check'
import { launchChromium } from '../../../engine/connectors/documents/printing/chromium.ts'
import { bodyOf, knownOf, sourceOf } from './form-file.ts'
import { type FormCase, formCases } from './model.ts'
import { type Outcome, outcomeOf, type Task } from './outcome.ts'
import { type Meaning, meaningOf } from './reference.ts'

export interface Campaign {
  readonly forms: number
  readonly seed: number
  /** The first so many also run in Chromium. */
  readonly inBrowser: number
  readonly meaning?: (one: FormCase) => Meaning
  readonly onForm?: (done: number) => void
}

export interface Difference {
  readonly index: number
  readonly what: string
}

export interface Played {
  readonly forms: number
  readonly inBrowser: number
  readonly differences: readonly Difference[]
}

const LEVELS = ['visible', 'answers', 'required', 'faults'] as const

export async function campaign({ forms, seed, inBrowser, meaning = meaningOf, onForm }: Campaign): Promise<Played> {
  const cases = sample(formCases, { seed, numRuns: forms })
  const differences: Difference[] = []
  const alsoThere: { readonly index: number; readonly task: Task; readonly here: Outcome }[] = []
  cases.forEach((one, index) => {
    const task = taskOf(one, index)
    const here = outcomeOf(task)
    const what = differenceOf(here, meaning(one))
    if (what !== undefined) differences.push({ index, what })
    if (index < inBrowser) alsoThere.push({ index, task, here })
    onForm?.(index + 1)
  })
  const there = alsoThere.length === 0 ? [] : await outcomesInBrowser(alsoThere.map(({ task }) => task))
  alsoThere.forEach(({ index, here }, at) => {
    if (JSON.stringify(there[at]) !== JSON.stringify(here))
      differences.push({ index, what: `in the browser ${JSON.stringify(there[at])}, in Node ${JSON.stringify(here)}` })
  })
  return { forms: cases.length, inBrowser: alsoThere.length, differences }
}

/** The smallest form that differs, where there is one. */
export function shrunk(seed: number, forms: number): string | undefined {
  const { failed, counterexample } = check(
    property(formCases, (one) => differenceOf(outcomeOf(taskOf(one, 0)), meaningOf(one)) === undefined),
    { seed, numRuns: forms },
  )
  const [one] = counterexample ?? []
  if (!failed || one === undefined) return undefined
  const what = differenceOf(outcomeOf(taskOf(one, 0)), meaningOf(one))
  return `${what ?? ''}\n${JSON.stringify(sourceOf(one), undefined, 1)}\n${JSON.stringify(bodyOf(one))}`
}

function taskOf(one: FormCase, index: number): Task {
  return {
    source: sourceOf(one),
    body: bodyOf(one),
    context: {
      language: index % 2 === 0 ? 'ar' : 'en',
      variables: { urgent: one.urgent, known: knownOf(one) },
      now: Date.UTC(2026, 10, 27),
      timeZone: 'Asia/Hebron',
      by: 'applicant',
    },
  }
}

function differenceOf(here: Outcome, meant: Meaning): string | undefined {
  const level = LEVELS.find((it) => JSON.stringify(here[it]) !== JSON.stringify(meant[it]))
  if (level !== undefined)
    return `${level}: the engine ${JSON.stringify(here[level])}, the README ${JSON.stringify(meant[level])}`
  return here.live.length === 0 ? undefined : `the script of the page shows otherwise: ${here.live.join(', ')}`
}

const BROWSER = fileURLToPath(new URL('in-browser.ts', import.meta.url))

async function outcomesInBrowser(tasks: readonly Task[]): Promise<readonly unknown[]> {
  const { outputFiles } = buildSync({
    entryPoints: [BROWSER],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'masar',
    alias: { handlebars: 'handlebars/runtime.js' },
    logLevel: 'silent',
  })
  const browser = await launchChromium({})
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
    const text = await page.evaluate((sent) => window.masar.outcomes(sent), JSON.stringify(tasks))
    return JSON.parse(text)
  } finally {
    await browser.close()
  }
}

declare global {
  interface Window {
    readonly masar: { readonly outcomes: (tasks: string) => string }
  }
}
