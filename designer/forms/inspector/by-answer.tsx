/** The condition nearly every form has, without a line of FEEL: by what another question was answered with. */
import { type Option, Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Building } from '../building.ts'
import type { FormJson } from '../model/form-file.ts'
import type { Pointer } from '../model/json/pointer.ts'
import { choicesAt } from '../model/kind-at.ts'
import { elementAt } from '../model/layout.ts'
import { type NamedQuestion, questionsOf } from '../questions.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import { type AnswerCondition, COMPARISONS, conditionIn, conditionText } from './answer-condition.ts'
import { NumberField } from './number-field.tsx'
import { INSPECTOR_WORDS } from './words.ts'

interface ByAnswerProps {
  readonly building: Building
  readonly at: Pointer
  readonly condition: string
  readonly set: (condition: string, merge?: string) => void
  readonly onDone: () => void
}

const COMPARISON_WORDS = {
  '=': INSPECTOR_WORDS.equal,
  '!=': INSPECTOR_WORDS.unequal,
  '>': INSPECTOR_WORDS.more,
  '>=': INSPECTOR_WORDS.atLeast,
  '<': INSPECTOR_WORDS.fewer,
  '<=': INSPECTOR_WORDS.atMost,
} as const

export function ByAnswer({ building: { form }, at, condition, set, onDone }: ByAnswerProps) {
  const { say } = useLanguage()
  const own = elementAt(form, at)
  const questions = questionsOf(form, own?.within).filter((it) => it.place !== own?.place)
  const known = conditionIn(condition)
  const question = questions.find((it) => it.name === known?.name)
  const isNumber = question?.kind === 'number'
  const than = typeof known?.value === 'number' ? known.value : undefined
  const answers = question === undefined ? [] : answersTo(form, question, than ?? 0, say)
  return (
    <div class="both-sides">
      <Select
        label={say(WORDS.whichQuestion)}
        value={question?.place ?? ''}
        options={[
          { value: '', label: say(WORDS.choose) },
          ...questions.map((it) => ({ value: it.place, label: say(it.title) })),
        ]}
        onChange={(chosen) => {
          const next = questions.find((it) => it.place === chosen)
          if (next) set(conditionText({ name: next.name, is: '!=', value: null }))
        }}
      />
      {question !== undefined && (
        <Select
          label={say(WORDS.whichAnswer)}
          value={known === undefined ? '' : isNumber && known.value !== null ? known.is : keyOf(known)}
          options={answers}
          onChange={(chosen) => {
            const next = answers.find((it) => it.value === chosen)
            if (next) set(conditionText({ ...next.said, name: question.name }))
          }}
        />
      )}
      {isNumber && known !== undefined && than !== undefined && (
        <NumberField
          label={say(INSPECTOR_WORDS.thanNumber)}
          value={than}
          onDone={onDone}
          onChange={(value) => set(conditionText({ ...known, value: value ?? 0 }), `number ${at}`)}
        />
      )}
    </div>
  )
}

/** What is said of an answer, whichever question it is to. */
type Said = Omit<AnswerCondition, 'name'>

const keyOf = ({ is, value }: Said): string => `${is} ${JSON.stringify(value)}`

interface Answer extends Option {
  readonly said: Said
}

/** @param than the number that is compared with */
function answersTo(
  form: FormJson,
  { place, kind }: NamedQuestion,
  than: number,
  say: ReturnType<typeof useLanguage>['say'],
): readonly Answer[] {
  const isTruth = kind === 'yesNo' || kind === 'declaration'
  const choices = isTruth
    ? [
        { value: true, label: INSPECTOR_WORDS.yes },
        { value: false, label: INSPECTOR_WORDS.no },
      ]
    : choicesAt(form, place)
  const plain = choices.flatMap(({ value, label }) =>
    value === null || typeof value === 'object' ? [] : [{ value, label: say(label) }],
  )
  const is = kind === 'severalOf' ? 'has' : '='
  const answer = (said: Said, label: string): Answer => ({ value: keyOf(said), label, said })
  return [
    answer({ is: '!=', value: null }, say(WORDS.answered)),
    answer({ is: '=', value: null }, say(INSPECTOR_WORDS.unanswered)),
    ...plain.map(({ value, label }) => answer({ is, value }, label)),
    ...(isTruth || is === 'has'
      ? []
      : plain.map(({ value, label }) =>
          answer({ is: '!=', value }, say(INSPECTOR_WORDS.otherThan, { answer: label })),
        )),
    ...(kind === 'number'
      ? COMPARISONS.map((one) => ({ value: one, label: say(COMPARISON_WORDS[one]), said: { is: one, value: than } }))
      : []),
  ]
}
