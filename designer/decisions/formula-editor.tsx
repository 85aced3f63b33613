/** A decision that is computed: one FEEL expression. */
import type { LiteralExpression } from '../../engine/core/dmn/rewrite.ts'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { decisionsIn } from './catalogue.ts'
import type { DecisionProps } from './decision-page.tsx'
import { edit } from './edit.ts'
import { isLiteral } from './nodes.ts'
import { cellFault } from './spelling.ts'
import { decisionIn } from './table-commands.ts'
import { DECISION_WORDS } from './words.ts'

export function FormulaEditor({
  session,
  file,
  decision,
  formula,
  readonly,
}: DecisionProps & { readonly formula: LiteralExpression }) {
  const { say } = useLanguage()
  const id = decision.id ?? ''
  const text = formula.text ?? ''
  const fault = cellFault(
    text,
    'output',
    decisionsIn(file).map((it) => it.name ?? ''),
  )
  return (
    <TextField
      label={say(DECISION_WORDS.formula)}
      hint={say(DECISION_WORDS.formulaHint)}
      {...(fault !== undefined && { error: say(DECISION_WORDS.badCell, { reason: fault }) })}
      value={text}
      dir="ltr"
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
