/** Answers and replies the package's own tests hold: what somebody can begin with instead of an empty form. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import type { BusReply, Scenario } from '../../engine/core/trial/scenario.ts'
import type { Text } from '../../engine/core/text.ts'

export interface KeptTest {
  readonly file: string
  readonly title: Text
  /** undefined: it is none that can be read. */
  readonly scenario: Scenario | undefined
}

export const isTest = (path: string): boolean => path.startsWith('tests/') && path.endsWith('.test.json')

export function testsIn(files: DraftFiles): readonly KeptTest[] {
  return [...files]
    .filter(([path]) => isTest(path))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, text]) => {
      const scenario = scenarioIn(text)
      return { file, title: scenario?.title ?? { ar: file, en: file }, scenario }
    })
}

/** As far as a view needs to trust it; the server judges the whole. */
export function scenarioIn(text: string | undefined): Scenario | undefined {
  try {
    const read: unknown = JSON.parse(text ?? '')
    return isScenario(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isScenario(value: unknown): value is Scenario {
  if (typeof value !== 'object' || value === null) return false
  const { title, start, expect, steps = [] } = value as Partial<Record<keyof Scenario, unknown>>
  const is = (it: unknown): it is JsonObject => isJsonObject(it as JsonValue)
  return (
    is(title) &&
    is(start) &&
    is(start['variables']) &&
    is(expect) &&
    Array.isArray(steps) &&
    typeof title['ar'] === 'string' &&
    typeof title['en'] === 'string'
  )
}

export interface Sample<T> {
  readonly title: Text
  readonly value: T
}

const MOST = 40

export const startSamples = (tests: readonly KeptTest[]): readonly Sample<Scenario['start']>[] =>
  tests.flatMap(({ title, scenario }) => (scenario ? [{ title, value: scenario.start }] : [])).slice(0, MOST)

export const taskSamples = (tests: readonly KeptTest[], element: string): readonly Sample<JsonObject>[] =>
  tests
    .flatMap(({ title, scenario }) =>
      (scenario?.steps ?? []).flatMap((step) =>
        'complete' in step && step.complete === element && step.refused === undefined && step.answers
          ? [{ title, value: step.answers }]
          : [],
      ),
    )
    .slice(0, MOST)

/** Whatever the tests let this register answer, each once; those that answer this very question first. */
export function replySamples(
  tests: readonly KeptTest[],
  service: string,
  question: JsonObject,
): readonly Sample<JsonValue>[] {
  const seen = new Set<string>()
  const found = tests.flatMap(({ title, scenario }) =>
    (scenario?.given?.bus ?? []).flatMap(({ service: asked, reply, when = {} }: BusReply) => {
      const key = JSON.stringify(reply)
      if (asked !== service || reply === undefined || seen.has(key)) return []
      seen.add(key)
      return [{ title, value: reply, fits: holds(question, when) }]
    }),
  )
  return found.toSorted((one, other) => Number(other.fits) - Number(one.fits)).slice(0, MOST)
}

/** Whether a question says all of this. */
function holds(question: JsonValue | undefined, when: JsonValue): boolean {
  if (!isJsonObject(when)) return JSON.stringify(question) === JSON.stringify(when)
  return question !== undefined && isJsonObject(question)
    ? Object.entries(when).every(([name, value]) => holds(question[name], value))
    : false
}

/** Applicants and staff of the tests, as others may be. */
export const peopleIn = (tests: readonly KeptTest[]): NonNullable<Scenario['people']> =>
  Object.assign({}, ...tests.map(({ scenario }) => scenario?.people ?? {})) as NonNullable<Scenario['people']>
