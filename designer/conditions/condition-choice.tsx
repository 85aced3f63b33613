/** The condition nearly everybody needs, without a line of FEEL: a question, and what is to be said of it. */
import { NumberField } from '../forms/inspector/number-field.tsx'
import { type Option, Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage, type Reader } from '../language/language.tsx'
import { DayCompared, dayOf, valueOf } from './day-compared.tsx'
import { COMPARISONS, conditionIn, conditionText, type Comparison, type Condition } from './condition.ts'
import type { Question } from './question.ts'
import { CONDITION_WORDS as WORDS } from './words.ts'

interface ConditionChoiceProps {
  readonly questions: readonly Question[]
  /** FEEL after "=". */
  readonly condition: string
  readonly labels: { readonly question: string; readonly answer: string }
  readonly onChoose: (condition: string) => void
  /** At each letter of what is written. */
  readonly onType: (condition: string) => void
  readonly onDone: () => void
}

export function ConditionChoice({ questions, condition, labels, onChoose, onType, onDone }: ConditionChoiceProps) {
  const { say } = useLanguage()
  const known = conditionIn(condition)
  const question = questions.find((it) => it.name === known?.name)
  const answers = question === undefined ? [] : answersTo(question, known, say)
  const write = (asked: Question, said: Said): string =>
    conditionText({ ...said, name: asked.name, ...(asked.maybe && { maybe: true }) })
  const chosen = known && answers.find((it) => isSaid(it, known))
  return (
    <div class="both-sides">
      <Select
        label={labels.question}
        value={question?.key ?? ''}
        options={[
          { value: '', label: say(WORDS.choose) },
          ...questions.map(({ key, title, group }) => ({
            value: key,
            label: say(title),
            ...(group && { group: say(group) }),
          })),
        ]}
        onChange={(key) => {
          const next = questions.find((it) => it.key === key)
          if (next) onChoose(write(next, firstOf(next)))
        }}
      />
      {question !== undefined && (
        <Select
          label={labels.answer}
          value={chosen?.value ?? (known ? keyOf(known) : '')}
          options={answers}
          onChange={(value) => {
            const next = answers.find((it) => it.value === value)
            if (next) onChoose(write(question, next.said))
          }}
        />
      )}
      {question !== undefined && chosen?.open === 'day' && (
        <DayCompared
          day={dayOf(chosen.said.value)}
          onChoose={(day) => onChoose(write(question, { ...chosen.said, value: valueOf(day) }))}
          onType={(day) => onType(write(question, { ...chosen.said, value: valueOf(day) }))}
          onDone={onDone}
        />
      )}
      {question !== undefined && chosen?.open === 'number' && typeof chosen.said.value === 'number' && (
        <NumberField
          label={say(WORDS.thanNumber)}
          value={chosen.said.value}
          onDone={onDone}
          onChange={(value) => onType(write(question, { ...chosen.said, value: value ?? 0 }))}
        />
      )}
      {question !== undefined && chosen?.open === 'text' && typeof chosen.said.value === 'string' && (
        <TextField
          label={say(WORDS.written)}
          value={chosen.said.value}
          onDone={onDone}
          onChange={(value) => onType(write(question, { ...chosen.said, value }))}
        />
      )}
    </div>
  )
}

/** Whether a condition can be shown as a choice among these questions; one that is not yet written can. */
export function isChosen(condition: string, questions: readonly Question[]): boolean {
  if (condition.trim() === '') return true
  const known = conditionIn(condition)
  const question = questions.find((it) => it.name === known?.name)
  return (
    known !== undefined &&
    question !== undefined &&
    answersTo(question, known, () => '').some((it) => isSaid(it, known))
  )
}

const DAY_COMPARISONS = ['<', '<=', '=', '>=', '>'] as const satisfies readonly Comparison[]

/** What is said of an answer, whichever question it is to. */
type Said = Omit<Condition, 'name' | 'maybe'>

const keyOf = ({ is, value }: Said): string => `${is} ${JSON.stringify(value)}`

interface AnswerOption extends Option {
  readonly said: Said
  /** What it is compared with is written. */
  readonly open?: keyof typeof FITS
}

const FITS = {
  number: (value: Condition['value']) => typeof value === 'number',
  text: (value: Condition['value']) => typeof value === 'string',
  day: (value: Condition['value']) => dayOf(value) !== undefined,
} as const

const isSaid = ({ said, open }: AnswerOption, { is, value }: Condition): boolean =>
  said.is === is && (open === undefined ? said.value === value : FITS[open](value))

/** What most people want to say next. */
function firstOf({ sort, answers }: Question): Said {
  const [first] = answers
  if (first === undefined) return { is: '!=', value: null }
  return { is: sort === 'several' ? 'has' : '=', value: first.value }
}

function answersTo(
  { sort, answers }: Question,
  known: Condition | undefined,
  say: Reader['say'],
): readonly AnswerOption[] {
  const is = sort === 'several' ? 'has' : '='
  const answer = (said: Said, label: string): AnswerOption => ({ value: keyOf(said), label, said })
  const open = (comparison: Comparison, value: string | number): AnswerOption => ({
    value: comparison,
    label: say(WORDS[comparison]),
    said: { is: comparison, value },
    open: typeof value === 'number' ? 'number' : 'text',
  })
  const onDay = (comparison: (typeof DAY_COMPARISONS)[number]): AnswerOption => ({
    value: comparison,
    label: say(WORDS[`${comparison}day`]),
    said: { is: comparison, value: known && dayOf(known.value) ? known.value : { kind: 'today' } },
    open: 'day',
  })
  const number = typeof known?.value === 'number' ? known.value : 0
  const text = typeof known?.value === 'string' ? known.value : ''
  const listed = answers.map(({ value, label }) => ({ value, label: say(label) }))
  return [
    answer({ is: '!=', value: null }, say(WORDS.answered)),
    answer({ is: '=', value: null }, say(WORDS.unanswered)),
    ...listed.map(({ value, label }) => answer({ is, value }, label)),
    ...(sort === 'truth' || sort === 'several'
      ? []
      : listed.map(({ value, label }) => answer({ is: '!=', value }, say(WORDS.otherThan, { answer: label })))),
    ...(sort === 'day' ? DAY_COMPARISONS.map(onDay) : []),
    ...(sort === 'number' ? COMPARISONS.map((it) => open(it, number)) : []),
    ...(sort === 'text' && answers.length === 0 ? [open('=', text), open('!=', text)] : []),
  ]
}
