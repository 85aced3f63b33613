/** Asks the server to play a scenario, or all tests, on the draft as it is saved. */
import type { Finding } from '../../engine/core/problem.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import type { TestRun } from '../../engine/trial/coverage.ts'
import type { Tried } from '../../engine/trial/moment.ts'
import { ask, type Answer } from '../server/client.ts'

export interface Unsound {
  readonly kind: 'unsound' | 'unreadable'
  readonly findings: readonly Finding[]
}

export interface Filling {
  readonly element?: string
  readonly answers: JsonObject
}

export const playScenario = (draft: string, scenario: Scenario, filling?: Filling): Promise<Answer<Tried | Unsound>> =>
  ask(`/drafts/${encodeURIComponent(draft)}/trial`, { method: 'POST', body: { scenario, ...(filling && { filling }) } })

export const runAllTests = (draft: string): Promise<Answer<TestRun | Unsound>> =>
  ask(`/drafts/${encodeURIComponent(draft)}/tests`, { method: 'POST', body: {} })
