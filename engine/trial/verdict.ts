/** Whether what was expected of an application came true: one small judgement per key of `expect`. */
import type { Event } from '../core/event.ts'
import type { InstanceState } from '../core/instance.ts'
import type { JsonValue } from '../core/json.ts'
import type { Text } from '../core/text.ts'
import { contains } from './contains.ts'
import { failure, type Failure } from './failure.ts'
import type { Expectation } from '../core/trial/scenario.ts'
import type { Trial } from './running.ts'

interface Outcome {
  readonly trial: Trial
  readonly path: readonly string[]
  readonly activated: ReadonlySet<string>
  readonly variables: Readonly<Record<string, JsonValue>>
  readonly state: InstanceState | undefined
}

type Judgement<K extends keyof Expectation> = (
  expected: NonNullable<Expectation[K]>,
  outcome: Outcome,
) => readonly Failure[]

const JUDGEMENTS: { readonly [K in keyof Required<Expectation>]: Judgement<K> } = {
  status: (expected, { state }) => same({ en: 'status', ar: 'الحالة' }, expected, state?.status),
  path: (expected, { path }) => inOrder(expected, path),
  never: (expected, { activated }) => expected.filter((id) => activated.has(id)).map(failure.reached),
  documents: (expected, { trial }) =>
    same(
      { en: 'documents', ar: 'المستندات' },
      expected,
      trial.world.documents.map((one) => one.template),
    ),
  revoked: (expected, { trial }) =>
    same({ en: 'revocations', ar: 'عدد الإلغاءات' }, expected, trial.world.revoked.length),
  paid: (expected, { trial }) =>
    same(
      { en: 'payments', ar: 'المدفوعات' },
      expected,
      trial.world.charges
        .filter((one) => one.answer === 'approve')
        .map((one) => `${one.money.amount} ${one.money.currency}`),
    ),
  charges: (expected, { trial }) =>
    same({ en: 'number of charges', ar: 'عدد المطالبات' }, expected, trial.world.charges.length),
  refunded: (expected, { trial }) =>
    same(
      { en: 'refunds', ar: 'المبالغ المعادة' },
      expected,
      [...trial.world.refunds.values()].map((one) => `${one.amount} ${one.currency}`),
    ),
  notices: (expected, { trial }) => notices(expected, trial.world.notices),
  incidents: (expected, { state }) =>
    same(
      { en: 'incidents at', ar: 'تعطّل عند' },
      [...expected].sort(),
      Object.values(state?.incidents ?? {})
        .map((one) => one.element)
        .sort(),
    ),
  variables: (expected, { variables }) =>
    contains(variables, expected) ? [] : [failure.variables(expected, variables)],
  calls: (expected, { trial }) =>
    Object.entries(expected).flatMap(([service, count]) =>
      same({ en: `calls of ${service}`, ar: `نداءات ${service}` }, count, trial.world.calls.get(service) ?? 0),
    ),
}

export function judge(
  trial: Trial,
  events: readonly Event[],
  state: InstanceState | undefined,
): { readonly path: readonly string[]; readonly failures: readonly Failure[] } {
  const elements = new Map<string, string>()
  const path: string[] = []
  for (const event of events) {
    if (event.kind === 'elementActivated') elements.set(event.id, event.element)
    if (event.kind === 'elementCompleted') path.push(elements.get(event.id) ?? '?')
  }
  const outcome: Outcome = {
    trial,
    path,
    activated: new Set(elements.values()),
    variables: rootVariables(events),
    state,
  }
  const { expect } = trial.scenario
  const failures = (Object.keys(JUDGEMENTS) as (keyof Expectation)[]).flatMap((key) => {
    const expected = expect[key]
    return expected === undefined
      ? []
      : (JUDGEMENTS[key] as (e: unknown, o: Outcome) => readonly Failure[])(expected, outcome)
  })
  if (expect.incidents === undefined && Object.keys(state?.incidents ?? {}).length > 0)
    failures.push(...Object.values(state?.incidents ?? {}).map((one) => failure.incident(one.element, one.message)))
  return { path, failures }
}

/** The application's own variables as they were last, also after it ended. */
export function rootVariables(events: readonly Event[]): Readonly<Record<string, JsonValue>> {
  const variables: Record<string, JsonValue> = {}
  for (const event of events) {
    if (event.kind === 'elementActivated' && event.scope === undefined) Object.assign(variables, event.variables)
    if (event.kind === 'variablesSet' && event.scope === '1') Object.assign(variables, event.values)
  }
  return variables
}

function same(what: Text, expected: unknown, actual: unknown): readonly Failure[] {
  const [a, b] = [JSON.stringify(expected), JSON.stringify(actual)]
  return a === b ? [] : [failure.same(what, a, b)]
}

function inOrder(expected: readonly string[], path: readonly string[]): readonly Failure[] {
  let from = 0
  for (const id of expected) {
    const at = path.indexOf(id, from)
    if (at < 0) return [failure.path(id, from > 0 ? path[from - 1] : undefined, path)]
    from = at + 1
  }
  return []
}

const notices = (expected: readonly string[], sent: readonly string[]): readonly Failure[] =>
  expected
    .filter((text) => !sent.some((notice) => notice.includes(text)))
    .map((text) => failure.notice(text, sent.length))
