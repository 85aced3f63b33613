/** A package's test file, judged before it is played, with what is wrong with it in the words of the terminal. */
import type { JsonObject } from '../../engine/core/json.ts'
import { invalid, type Problem } from '../../engine/core/problem.ts'
import { readScenario as read } from '../../engine/core/trial/reading.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import type { Say } from '../text/text.ts'

export function readScenario(file: string, json: JsonObject, say: Say): Scenario | Problem {
  const reading = read(file, json)
  return reading.ok ? reading.scenario : invalid('test.invalid', say('test.invalid', { file }), reading.findings)
}
