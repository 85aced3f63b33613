/** A fee from simple rows: nobody draws a table for "up to 200 m²: 100 shekels". */
import { useMemo, useState } from 'preact/hooks'
import type { JsonObject } from '../../engine/core/json.ts'
import type { DraftSession } from '../draft/session.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { Notice } from '../frame/notice.tsx'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { idsIn } from '../policy/ids.ts'
import { readTitlePage, TITLE_PAGE, withValue, writtenTitlePage } from '../policy/title-page.ts'
import { CURRENCY_CODES, feeEntry, feeTable, isFeePlan, type FeeKind, type FeePlan, type FeeRow } from './fee-table.ts'
import { questionsIn, type Answer, type Question } from './questions.ts'
import { faultOf, freeFile, idFrom } from './decision-id.ts'
import { newTableFile } from './new-table-file.ts'
import { DECISION_WORDS } from './words.ts'

interface FeeDialogProps {
  readonly session: DraftSession
  /** Ids of the decisions there are. */
  readonly taken: readonly string[]
  readonly onMade: (file: string, id: string) => void
  readonly onClose: () => void
}

const KINDS = [
  { value: 'fixed', text: DECISION_WORDS.feeFixed },
  { value: 'byNumber', text: DECISION_WORDS.feeByNumber },
  { value: 'byValue', text: DECISION_WORDS.feeByValue },
] as const satisfies readonly { readonly value: FeeKind; readonly text: object }[]

const START: readonly FeeRow[] = [
  { on: '', amount: '' },
  { on: '', amount: '' },
]

export function FeeDialog({ session, taken, onMade, onClose }: FeeDialogProps) {
  const { say } = useLanguage()
  const questions = useMemo(() => questionsIn(session.files), [session])
  const [title, setTitle] = useState({ ar: '', en: '' })
  const [kind, setKind] = useState<FeeKind>('byNumber')
  const [variable, setVariable] = useState(questions.find(({ answers }) => answers.length === 0)?.variable ?? '')
  const [currency, setCurrency] = useState('ILS')
  const [rows, setRows] = useState<readonly FeeRow[]>(START)
  const [tried, setTried] = useState(false)
  const offered = questions.filter(({ answers }) => answers.length > 0 === (kind === 'byValue'))
  const question = offered.find((it) => it.variable === variable)
  const id = idFrom(title.en)
  const plan: FeePlan = {
    id,
    title,
    kind,
    variable,
    currency,
    ...(question && { question: question.label }),
    rows: kind === 'fixed' ? rows.slice(0, 1) : rows,
  }
  const isGood = isFeePlan(plan) && faultOf(id, taken) === undefined
  const make = (): void => {
    setTried(true)
    if (!isGood) return
    const file = freeFile(session.files, id)
    session.change(
      DECISION_WORDS.made,
      new Map([[file, newTableFile(feeTable(plan))], ...titlePageWith(session, plan)]),
    )
    onMade(file, id)
  }
  /** A row for each of its answers; the last is for whatever else may come. */
  const ask = (asked: Question | undefined): void => {
    setVariable(asked?.variable ?? '')
    const answers = asked?.answers ?? []
    const row = (answer: Answer, at: number): FeeRow => ({
      on: at === answers.length - 1 ? '' : answer.value,
      amount: '',
      answer,
    })
    setRows(answers.length === 0 ? START : answers.map(row))
  }
  const countBy = (chosen: FeeKind): void => {
    setKind(chosen)
    ask(questions.find(({ answers }) => answers.length > 0 === (chosen === 'byValue')))
  }
  const change = (at: number, row: Partial<FeeRow>): void =>
    setRows(rows.map((one, index) => (index === at ? { ...one, ...row } : one)))
  return (
    <Dialog
      title={say(DECISION_WORDS.newFee)}
      wide
      onClose={onClose}
      onSubmit={make}
      buttons={
        <Button kind="primary" type="submit">
          {say(DECISION_WORDS.create)}
        </Button>
      }
    >
      <BothLanguagesField label={say(DECISION_WORDS.feeTitle)} value={title} onChange={setTitle} />
      <div class="fee-plan">
        <Select
          label={say(DECISION_WORDS.feeKind)}
          value={kind}
          options={KINDS.map(({ value, text }) => ({ value, label: say(text) }))}
          onChange={(chosen) => countBy(KINDS.find(({ value }) => value === chosen)?.value ?? 'fixed')}
        />
        {kind !== 'fixed' && offered.length > 0 && (
          <Select
            label={say(DECISION_WORDS.feeQuestion)}
            value={question?.variable ?? ''}
            options={[
              ...offered.map((it) => ({ value: it.variable, label: say(it.label) })),
              { value: '', label: say(DECISION_WORDS.feeOther) },
            ]}
            onChange={(chosen) => ask(offered.find((it) => it.variable === chosen))}
          />
        )}
        {kind !== 'fixed' && question === undefined && (
          <TextField label={say(DECISION_WORDS.feeVariable)} value={variable} dir="ltr" onChange={setVariable} />
        )}
        <Select
          label={say(DECISION_WORDS.feeCurrency)}
          value={currency}
          options={CURRENCY_CODES.map((value) => ({ value, label: value }))}
          onChange={setCurrency}
        />
      </div>
      {plan.rows.map((row, at) => (
        <div class="fee-row" key={at}>
          {kind === 'byValue' && row.answer && <p class="fee-last">{say(row.answer.label)}</p>}
          {kind !== 'fixed' &&
            row.answer === undefined &&
            (at === rows.length - 1 ? (
              <p class="fee-last">{say(kind === 'byNumber' ? DECISION_WORDS.feeAbove : DECISION_WORDS.feeOtherwise)}</p>
            ) : (
              <TextField
                label={say(kind === 'byNumber' ? DECISION_WORDS.feeUpTo : DECISION_WORDS.feeOn)}
                value={row.on}
                dir={kind === 'byNumber' ? 'ltr' : 'auto'}
                onChange={(on) => change(at, { on })}
              />
            ))}
          <TextField
            label={say(DECISION_WORDS.feeAmount)}
            value={row.amount}
            dir="ltr"
            inputMode="decimal"
            onChange={(amount) => change(at, { amount })}
          />
        </div>
      ))}
      {kind !== 'fixed' && rows[0]?.answer === undefined && (
        <Button icon="add" onClick={() => setRows([...rows.slice(0, -1), { on: '', amount: '' }, ...rows.slice(-1)])}>
          {say(DECISION_WORDS.feeAddRow)}
        </Button>
      )}
      {tried && !isGood && <Notice kind="bad">{say(DECISION_WORDS.feeBad)}</Notice>}
    </Dialog>
  )
}

/** The fee among those of the service; nothing where the title page cannot be read. */
function titlePageWith(session: DraftSession, plan: FeePlan): readonly (readonly [string, string])[] {
  const before = session.files.get(TITLE_PAGE)
  const page: JsonObject | undefined = readTitlePage(before)
  if (page === undefined) return []
  const feeId = idsIn.free(page, 'fees', plan.id.replaceAll('_', '-'))
  const next = withValue(page, ['fees', idsIn(page, 'fees').length], feeEntry(plan, feeId))
  return [[TITLE_PAGE, writtenTitlePage(next, before)]]
}
