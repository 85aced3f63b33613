/** When an arrow is taken: by choosing an answer and what is said of it, or by an expression where that is not enough. */
import { useState } from 'preact/hooks'
import type { JsonObject } from '../../../../engine/core/json.ts'
import { useChoice } from '../../../conditions/use-choice.ts'
import { useQuestions } from '../../../conditions/use-questions.ts'
import { CONDITION_WORDS as WORDS } from '../../../conditions/words.ts'
import { Button } from '../../../frame/button.tsx'
import { Fieldset } from '../../../frame/fieldset.tsx'
import { useLanguage } from '../../../language/language.tsx'
import type { Before } from '../before.ts'
import { useTyped } from '../typed.ts'
import type { SaidProps } from './said.ts'
import { FeelPart, type FeelContext } from './feel-part.tsx'

interface ConditionPartProps extends SaidProps {
  readonly value: string
  readonly expected: JsonObject
  readonly before: () => Before
  readonly context: FeelContext
  readonly onChange: (value: string) => void
}

export function ConditionPart({ label, hint, error, value, expected, before, context, onChange }: ConditionPartProps) {
  const { say } = useLanguage()
  const questions = useQuestions(context.session, context.file, context.element, before)
  const [asked, ask] = useState<'chosen' | 'written'>()
  const typed = useTyped(value, onChange)
  const choice = useChoice()
  if (questions === undefined || choice === undefined) return <Fieldset label={label}>{''}</Fieldset>
  const isChosen = choice !== 'failed' && choice.isChosen(typed.value, questions)
  const way = asked ?? (isChosen ? 'chosen' : 'written')
  const choose = (condition: string): void => {
    typed.done()
    onChange(condition)
  }
  return (
    <Fieldset label={label} {...(hint && { hint })} {...(error && { error })}>
      {way === 'chosen' && questions.length === 0 && <p class="hint">{say(WORDS.nothing)}</p>}
      {way === 'chosen' && choice !== 'failed' ? (
        <choice.ConditionChoice
          questions={questions}
          condition={typed.value}
          labels={{ question: say(WORDS.question), answer: say(WORDS.answer) }}
          onChoose={choose}
          onType={typed.type}
          onDone={typed.done}
        />
      ) : (
        <FeelPart
          label={label}
          quiet
          value={typed.value}
          plain={false}
          expected={expected}
          context={context}
          onChange={typed.type}
          onDone={typed.done}
        />
      )}
      {choice !== 'failed' && (
        <Button kind="plain" onClick={() => ask(way === 'chosen' ? 'written' : 'chosen')}>
          {say(way === 'chosen' ? WORDS.write : WORDS.chooseInstead)}
        </Button>
      )}
    </Fieldset>
  )
}
