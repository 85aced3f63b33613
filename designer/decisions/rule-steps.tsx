/** What can be done to the chosen rule. */
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import { addRule, copyRule, moveRule, removeRule } from './table-commands.ts'
import { DECISION_WORDS } from './words.ts'

interface RuleStepsProps {
  /** From 0. */
  readonly rule: number
  readonly count: number
  readonly onChange: (
    work: (draft: Parameters<typeof addRule>[0], table: Parameters<typeof addRule>[1]) => void,
  ) => void
  readonly onChosen: (rule: number | undefined) => void
}

export function RuleSteps({ rule, count, onChange, onChosen }: RuleStepsProps) {
  const { say } = useLanguage()
  const move = (to: number): void => {
    onChange((_, table) => moveRule(table, rule, to))
    onChosen(to)
  }
  return (
    <div class="buttons" role="group" aria-label={say(DECISION_WORDS.ruleSteps, { rule: rule + 1 })}>
      <span class="chosen-rule">{say(DECISION_WORDS.ruleSteps, { rule: rule + 1 })}</span>
      <Button onClick={() => onChange((draft, table) => addRule(draft, table, rule))}>
        {say(DECISION_WORDS.insertAbove)}
      </Button>
      <Button onClick={() => onChange((draft, table) => addRule(draft, table, rule + 1))}>
        {say(DECISION_WORDS.insertBelow)}
      </Button>
      <Button icon="copy" onClick={() => onChange((draft, table) => copyRule(draft, table, rule))}>
        {say(DECISION_WORDS.copyRule)}
      </Button>
      <Button icon="up" disabled={rule === 0} onClick={() => move(rule - 1)}>
        {say(DECISION_WORDS.moveUp)}
      </Button>
      <Button icon="down" disabled={rule === count - 1} onClick={() => move(rule + 1)}>
        {say(DECISION_WORDS.moveDown)}
      </Button>
      <Button
        kind="danger"
        icon="remove"
        onClick={() => {
          onChange((_, table) => removeRule(table, rule))
          onChosen(undefined)
        }}
      >
        {say(DECISION_WORDS.removeRule)}
      </Button>
    </div>
  )
}
