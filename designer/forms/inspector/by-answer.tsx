/** The condition nearly every form has, without a line of FEEL: by what another question was answered with. */
import { ConditionChoice } from '../../conditions/condition-choice.tsx'
import { asQuestion } from '../../conditions/question.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Building } from '../building.ts'
import type { Pointer } from '../model/json/pointer.ts'
import { elementAt } from '../model/layout.ts'
import { questionsOf } from '../questions.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'

interface ByAnswerProps {
  readonly building: Building
  readonly at: Pointer
  readonly condition: string
  readonly set: (condition: string, merge?: string) => void
  readonly onDone: () => void
}

export function ByAnswer({ building: { form }, at, condition, set, onDone }: ByAnswerProps) {
  const { say } = useLanguage()
  const own = elementAt(form, at)
  const others = questionsOf(form, own?.within).filter((it) => it.place !== own?.place)
  return (
    <ConditionChoice
      questions={others.map((it) => asQuestion(form, it))}
      condition={condition}
      labels={{ question: say(WORDS.whichQuestion), answer: say(WORDS.whichAnswer) }}
      onChoose={set}
      onType={(it) => set(it, `answer ${at}`)}
      onDone={onDone}
    />
  )
}
