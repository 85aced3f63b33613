/** What a column of a table asks or answers. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { bilingual, inBothLanguages } from '../../engine/core/bilingual.ts'
import type { DecisionTable } from '../../engine/core/dmn/rewrite.ts'
import type { Known } from '../../engine/core/package/variables/known.ts'
import type { Question } from '../conditions/question.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { ExpressionInput } from '../feel/expression-input.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Text } from '../../engine/core/text.ts'
import type { DecisionProps } from './decision-page.tsx'
import { edit } from './edit.ts'
import { InputColumn } from './input-column.tsx'
import { useDecisionKnown } from './known.ts'
import { moveColumn, removeColumn, setInput, setOutput, tableIn, type ColumnText, type Side } from './table-commands.ts'
import { TypeSelect } from './type-select.tsx'
import { DECISION_WORDS } from './words.ts'

interface ColumnDialogProps extends DecisionProps {
  readonly table: DecisionTable
  readonly side: Side
  readonly at: number
  /** What a column can look at. */
  readonly questions: readonly Question[]
  readonly onMoved: (at: number) => void
  readonly onClose: () => void
}

const KnownHere = createContext<Known | undefined>(undefined)

export function ColumnDialog({
  session,
  file,
  decision,
  table,
  side,
  at,
  questions,
  readonly,
  onMoved,
  onClose,
}: ColumnDialogProps) {
  const { say, language } = useLanguage()
  const id = decision.id ?? ''
  const known = useDecisionKnown(session, file, decision)
  const column = table[side]?.[at]
  if (column === undefined) return null
  const label = side === 'annotation' ? (table.annotation?.[at]?.name ?? '') : (table[side]?.[at]?.label ?? '')
  const title = label === '' ? { ar: '', en: '' } : bilingual(label)
  const change = (text: ColumnText, what: string): void =>
    void edit(
      session,
      file.file,
      (draft) => {
        const target = tableIn(draft, id)
        const input = target?.input?.[at]
        const output = target?.output?.[at]
        if (side === 'input' && input) setInput(draft, input, text)
        if (side === 'output' && output) setOutput(draft, output, text)
        if (side === 'annotation' && target?.annotation?.[at]) target.annotation[at].name = text.label
      },
      { merge: `column ${id} ${side} ${String(at)} ${what}` },
    )
  const step = (work: (it: NonNullable<ReturnType<typeof tableIn>>) => void): void =>
    void edit(session, file.file, (draft) => {
      const target = tableIn(draft, id)
      if (target) work(target)
    })
  const last = (table[side] ?? []).length - 1
  const titled = (
    <BothLanguagesField
      label={say(DECISION_WORDS.columnTitle)}
      value={title}
      disabled={readonly}
      onChange={(next: Text) => change({ label: inBothLanguages(next) }, 'label')}
    />
  )
  return (
    <Dialog
      title={say(DECISION_WORDS.column, { name: title[language] || String(at + 1) })}
      onClose={onClose}
      onSubmit={onClose}
      buttons={
        <>
          <Button kind="primary" type="submit">
            {say(DECISION_WORDS.done)}
          </Button>
          <Button
            disabled={at === 0 || readonly}
            onClick={() => (step((it) => moveColumn(it, side, at, at - 1)), onMoved(at - 1))}
          >
            {say(DECISION_WORDS.moveEarlier)}
          </Button>
          <Button
            disabled={at === last || readonly}
            onClick={() => (step((it) => moveColumn(it, side, at, at + 1)), onMoved(at + 1))}
          >
            {say(DECISION_WORDS.moveLater)}
          </Button>
          <Button
            kind="danger"
            disabled={readonly || (side === 'output' && last === 0)}
            onClick={() => {
              step((it) => removeColumn(it, side, at))
              onClose()
            }}
          >
            {say(DECISION_WORDS.removeColumn)}
          </Button>
        </>
      }
    >
      {side !== 'input' && titled}
      <KnownHere.Provider value={known}>
        {side === 'input' && (
          <InputColumn
            questions={questions}
            known={known}
            input={table.input?.[at]}
            readonly={readonly}
            onChange={change}
          >
            {titled}
          </InputColumn>
        )}
        {side === 'output' && <OutputFields output={table.output?.[at]} readonly={readonly} onChange={change} />}
      </KnownHere.Provider>
    </Dialog>
  )
}

interface FieldsProps {
  readonly readonly: boolean
  readonly onChange: (text: ColumnText, what: string) => void
}

function OutputFields({
  output,
  readonly,
  onChange,
}: FieldsProps & { readonly output: NonNullable<DecisionTable['output']>[number] | undefined }) {
  const { say } = useLanguage()
  return (
    <>
      <TextField
        label={say(DECISION_WORDS.outputName)}
        value={output?.name ?? ''}
        dir="ltr"
        disabled={readonly}
        onChange={(name) => onChange({ name }, 'name')}
      />
      <TypeSelect value={output?.typeRef ?? ''} readonly={readonly} onChange={(type) => onChange({ type }, 'type')} />
      <Expression
        label={say(DECISION_WORDS.allowed)}
        hint={say(DECISION_WORDS.priorityHint)}
        side="input"
        value={output?.outputValues?.text ?? ''}
        readonly={readonly}
        onChange={(values) => onChange({ values }, 'values')}
      />
      <Expression
        label={say(DECISION_WORDS.fallback)}
        side="output"
        value={output?.defaultOutputEntry?.text ?? ''}
        readonly={readonly}
        onChange={(fallback) => onChange({ fallback }, 'fallback')}
      />
    </>
  )
}

interface ExpressionProps {
  readonly label: string
  readonly hint?: string
  /** How it reads: as tests of a value, or as an expression. */
  readonly side: 'input' | 'output'
  readonly value: string
  readonly readonly: boolean
  readonly onChange: (text: string) => void
}

function Expression({ label, hint, side, value, readonly, onChange }: ExpressionProps) {
  const known = useContext(KnownHere)
  return (
    <ExpressionInput
      label={label}
      {...(hint !== undefined && { hint })}
      known={known}
      grammar={side === 'input' ? 'tests' : 'expression'}
      value={value}
      disabled={readonly}
      onChange={onChange}
    />
  )
}
