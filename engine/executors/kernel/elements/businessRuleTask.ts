/** A step that applies the law's table: a DMN decision, with the rules that fired on the record. */
import type { DecisionTrace } from '../../../core/dmn/decision.ts'
import { toJson } from '../../../core/feel/feel.ts'
import type { JsonObject, JsonValue } from '../../../core/json.ts'
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { Failure } from '../failure.ts'

export const businessRuleTask: Behaviour<ElementOf<'businessRuleTask'>> = {
  activate(visit) {
    const { decisionId, resultVariable, id } = visit.element
    const decision = visit.program.decisions.get(decisionId)
    if (!decision)
      return new Failure(
        'decision',
        `Expected the decision "${decisionId}" of ${id} in the package, but it has none of that name`,
      )
    const result = visit.run.effort.evaluate(decision, visit)
    if (!result.ok)
      return new Failure(
        'decision',
        `Expected the decision "${decisionId}" of ${id} to give a result, but: ${result.reason}`,
      )
    const output = toJson(result.value)
    const trace = result.trace.map(recorded)
    return {
      kind: 'pass',
      facts: [{ kind: 'decisionEvaluated', id: visit.id, decision: decisionId, trace, output }],
      result: { [resultVariable]: output },
    }
  },
}

/** A decision promises its values as JSON. */
const recorded = ({ decision, inputs, rules, output }: DecisionTrace): JsonObject => ({
  decision,
  inputs: inputs.map(({ expression, value }) => ({ expression, value: value as JsonValue })),
  rules,
  output: output as JsonValue,
})
