/** A decision that is computed: one FEEL expression. */
import type { LiteralExpression } from '../../engine/core/dmn/rewrite.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { ExpressionInput } from '../feel/expression-input.tsx'
import { useLanguage } from '../language/language.tsx'
import type { DecisionProps } from './decision-page.tsx'
import { edit } from './edit.ts'
import { useDecisionKnown } from './known.ts'
import { isLiteral } from './nodes.ts'
import { decisionIn } from './table-commands.ts'
import { DECISION_WORDS } from './words.ts'

export function FormulaEditor({
  session,
  file,
  decision,
  formula,
  readonly,
  sample,
}: DecisionProps & {
  readonly formula: LiteralExpression
  /** What it is tried with below. */
  readonly sample: JsonObject | undefined
}) {
  const { say } = useLanguage()
  const id = decision.id ?? ''
  const text = formula.text ?? ''
  const known = useDecisionKnown(session, file, decision)
  return (
    <ExpressionInput
      label={say(DECISION_WORDS.formula)}
      hint={say(DECISION_WORDS.formulaHint)}
      known={known}
      grammar="expression"
      {...(sample && { data: sample })}
      value={text}
      lines={4}
      disabled={readonly}
      onChange={(next) =>
        void edit(
          session,
          file.file,
          (draft) => {
            const logic = decisionIn(draft, id)?.decisionLogic
            if (isLiteral(logic)) Object.assign(logic, { text: next })
          },
          { merge: `formula of ${id}` },
        )
      }
      onDone={() => session.seal()}
    />
  )
}
