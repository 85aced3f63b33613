/** Names with values, one row each, in the order in which they are computed: added, changed, moved and taken away. */
import { useId, useRef } from 'preact/hooks'
import { Button } from '../../../frame/button.tsx'
import { TextField } from '../../../frame/text-field.tsx'
import { useLanguage } from '../../../language/language.tsx'
import type { Entry } from '../entry.ts'
import type { Row } from '../rows.ts'
import { useTyped } from '../typed.ts'
import { PANEL_WORDS } from '../words.ts'
import type { SaidProps } from './said.ts'
import { FeelPart, type FeelContext } from './feel-part.tsx'

interface RowsProps extends SaidProps {
  readonly entry: Extract<Entry, { kind: 'rows' }>
  readonly context: FeelContext
  readonly onChange: (rows: readonly Row[]) => void
}

export function Rows({ label, hint, error, entry, context, onChange }: RowsProps) {
  const { say } = useLanguage()
  const id = useId()
  const list = useRef<HTMLFieldSetElement>(null)
  const { rows } = entry
  const typed = useTyped(rows, onChange)
  const now = typed.value
  /** At once, and not only when somebody stops typing. */
  const become = (next: readonly Row[]): void => {
    typed.type(next)
    typed.done()
  }
  const swap = (at: number, to: number): void => {
    const [one, other] = [now[at], now[to]]
    if (one && other) become(now.with(at, other).with(to, one))
  }
  const add = (): void => {
    typed.type([...now, { name: '', value: '' }])
    queueMicrotask(() => [...(list.current?.querySelectorAll<HTMLElement>('.row-name .input') ?? [])].at(-1)?.focus())
  }
  return (
    <fieldset
      class={`rows${error ? ' field-bad' : ''}`}
      ref={list}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend class="label">{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {now.length === 0 && <p class="hint">{say(PANEL_WORDS.noRows)}</p>}
      {now.map((row, at) => (
        <div class="mapping" key={at}>
          <div class="row-name">
            <TextField
              label={say(PANEL_WORDS.row, { column: say(entry.columns.name), number: at + 1 })}
              quiet
              dir="ltr"
              value={row.name}
              onChange={(name) => typed.type(now.with(at, { ...row, name: name.trim() }))}
              onDone={typed.done}
            />
          </div>
          <div class="row-value">
            <RowValue
              label={say(PANEL_WORDS.row, { column: say(entry.columns.value), number: at + 1 })}
              feel={entry.feel}
              isOutput={entry.id === 'outputs'}
              value={row.value}
              context={context}
              onChange={(value) => typed.type(now.with(at, { ...row, value }))}
              onDone={typed.done}
            />
          </div>
          <div class="row-tools">
            {at > 0 && (
              <Button
                kind="icon"
                icon="up"
                label={say(PANEL_WORDS.rowUp, { name: row.name })}
                onClick={() => swap(at, at - 1)}
              />
            )}
            {at < now.length - 1 && (
              <Button
                kind="icon"
                icon="down"
                label={say(PANEL_WORDS.rowDown, { name: row.name })}
                onClick={() => swap(at, at + 1)}
              />
            )}
            <Button
              kind="icon"
              icon="remove"
              label={say(PANEL_WORDS.removeRow, { name: row.name })}
              onClick={() => become(now.toSpliced(at, 1))}
            />
          </div>
        </div>
      ))}
      <Button icon="add" onClick={add}>
        {say(PANEL_WORDS.addRow)}
      </Button>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

interface RowValueProps {
  readonly label: string
  readonly feel: boolean
  readonly isOutput: boolean
  readonly value: string
  readonly context: FeelContext
  readonly onChange: (value: string) => void
  readonly onDone: () => void
}

function RowValue({ feel, isOutput, context, ...field }: RowValueProps) {
  return feel ? (
    <FeelPart {...field} quiet plain isOutput={isOutput} context={context} />
  ) : (
    <TextField {...field} quiet dir="ltr" />
  )
}
