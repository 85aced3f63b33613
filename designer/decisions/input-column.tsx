/** What a column looks at: the answer to a question, chosen by what it is called, or whatever an expression gives. */
import type { ComponentChildren } from 'preact'
import type { DecisionTable } from '../../engine/core/dmn/rewrite.ts'
import type { Known } from '../../engine/core/package/variables/known.ts'
import type { Question } from '../conditions/question.ts'
import { ExpressionInput } from '../feel/expression-input.tsx'
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import { columnOf, questionAt } from './column-questions.ts'
import { TypeSelect } from './type-select.tsx'
import type { ColumnText } from './table-commands.ts'
import { DECISION_WORDS } from './words.ts'

interface InputColumnProps {
  readonly questions: readonly Question[]
  readonly known: Known | undefined
  readonly input: NonNullable<DecisionTable['input']>[number] | undefined
  readonly readonly: boolean
  /** At each letter of what is written. */
  readonly onChange: (text: ColumnText, what: string) => void
  /** The title, which follows what is chosen. */
  readonly children: ComponentChildren
}

export function InputColumn({ questions, known, input, readonly, onChange, children }: InputColumnProps) {
  const { say } = useLanguage()
  const expression = input?.inputExpression?.text ?? ''
  const asked = questionAt(questions, expression)
  const choose = (key: string): void => {
    const next = questions.find((it) => it.key === key)
    if (next === undefined) return onChange({ expression: '' }, 'question')
    const { label, ...column } = columnOf(next)
    // A title of one's own stays; that of the question before goes with it.
    const before = input?.label ?? ''
    const isOwn = before !== '' && before !== (asked && columnOf(asked).label)
    onChange(isOwn ? column : { label, ...column }, 'question')
  }
  return (
    <>
      {questions.length > 0 && (
        <Select
          label={say(DECISION_WORDS.columnQuestion)}
          value={asked?.key ?? ''}
          disabled={readonly}
          options={[
            ...questions.map(({ key, title, group }) => ({
              value: key,
              label: say(title),
              ...(group && { group: say(group) }),
            })),
            { value: '', label: say(DECISION_WORDS.columnOther) },
          ]}
          onChange={choose}
        />
      )}
      {asked === undefined && (
        <>
          <ExpressionInput
            label={say(DECISION_WORDS.expression)}
            known={known}
            grammar="expression"
            value={expression}
            disabled={readonly}
            onChange={(text) => onChange({ expression: text }, 'expression')}
          />
          <TypeSelect
            value={input?.inputExpression?.typeRef ?? ''}
            readonly={readonly}
            onChange={(type) => onChange({ type }, 'type')}
          />
        </>
      )}
      {children}
      <ExpressionInput
        label={say(DECISION_WORDS.allowed)}
        hint={say(DECISION_WORDS.allowedHint)}
        known={known}
        grammar="tests"
        value={input?.inputValues?.text ?? ''}
        disabled={readonly}
        onChange={(text) => onChange({ values: text }, 'values')}
      />
    </>
  )
}
