/** New amounts of a fee from a day on: the day, and what each case comes to then. What holds until the day stays as it is. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { bilingual } from '../../../engine/core/bilingual.ts'
import { testInWords } from '../../../engine/core/package/difference/decision/cell-words.ts'
import { latinDigits } from '../../../forms/kinds/written.ts'
import { edit } from '../../decisions/edit.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { Button } from '../../frame/button.tsx'
import { Notice } from '../../frame/notice.tsx'
import { Select } from '../../frame/select.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { dayTyped } from '../../frame/typed-day.ts'
import { useLanguage } from '../../language/language.tsx'
import {
  columnCalled,
  dayColumns,
  plainAmounts,
  withNewAmounts,
  type AmountTable,
  type PlainAmount,
} from '../fee-change.ts'
import { useEditing } from '../page-editing.tsx'
import { POLICY_WORDS } from '../words.ts'

interface FeeChangeProps {
  readonly file: string
  /** At least one. */
  readonly tables: readonly AmountTable[]
  readonly onClose: () => void
}

const AMOUNT = /^(0|[1-9][0-9]{0,14})(\.[0-9]{1,3})?$/
const digits = (text: string): string => latinDigits(text).replaceAll('٫', '.')

/** As many digits after the point as the amount that holds now. */
function written(amount: string, like: string): string {
  const places = like.split('.')[1]?.length ?? 0
  const [whole = '0', fraction = ''] = amount.split('.')
  return places === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(places, '0')}`
}

export function FeeChangeDialog({ file, tables, onClose }: FeeChangeProps) {
  const { say, language } = useLanguage()
  const [chosen, setChosen] = useState(tables[0]?.decision)
  const one = tables.find(({ decision }) => decision === chosen) ?? tables[0]
  if (one === undefined) return null
  return (
    <NewAmounts
      key={one.decision}
      file={file}
      {...one}
      onClose={onClose}
      {...(tables.length > 1 && {
        which: (
          <Select
            label={say(POLICY_WORDS.feeTable)}
            value={one.decision}
            options={tables.map(({ decision, title }) => ({ value: decision, label: title[language] }))}
            onChange={setChosen}
          />
        ),
      })}
    />
  )
}

interface NewAmountsProps extends AmountTable {
  readonly file: string
  /** Where there are several tables: how another one is chosen. */
  readonly which?: ComponentChildren
  readonly onClose: () => void
}

function NewAmounts({ file, decision, table, which, onClose }: NewAmountsProps) {
  const { say, language } = useLanguage()
  const { session } = useEditing()
  const columns = dayColumns(table)
  const [column, setColumn] = useState(columns[0] === undefined ? '' : String(columns[0]))
  const [day, setDay] = useState('')
  const [remark, setRemark] = useState('')
  const [amounts, setAmounts] = useState<ReadonlyMap<number, string>>(new Map())
  const [isTried, setTried] = useState(false)
  const dayColumn = column === '' ? undefined : Number(column)
  const from = dayTyped(day)
  const rows = from === undefined ? [] : plainAmounts(table, dayColumn, from)
  const given = rows.flatMap((row): readonly [PlainAmount, string][] => {
    const typed = digits((amounts.get(row.rule) ?? '').trim())
    return typed === '' ? [] : [[row, typed]]
  })
  const isGood = given.length > 0 && given.every(([, amount]) => AMOUNT.test(amount))

  function make(): void {
    setTried(true)
    if (!isGood || from === undefined) return
    const next = new Map(given.map(([row, amount]) => [row.rule, written(amount, row.amount)]))
    void edit(session, file, (draft) => withNewAmounts(draft, decision, dayColumn, from, next, remark.trim()), {
      label: POLICY_WORDS.feeChanged,
    })
    onClose()
  }

  const words = (row: PlainAmount): string =>
    row.when.length === 0
      ? say(POLICY_WORDS.everyCase)
      : row.when
          .map(({ column: name, test }) => `${bilingual(name)[language]}: ${testInWords(test)[language]}`)
          .join(language === 'ar' ? '، ' : ', ')

  return (
    <Dialog
      title={say(POLICY_WORDS.feeFrom)}
      wide
      onClose={onClose}
      onSubmit={make}
      buttons={
        <>
          <Button kind="primary" type="submit">
            {say(POLICY_WORDS.feeFromDo)}
          </Button>
          <Button onClick={onClose}>{say(POLICY_WORDS.cancel)}</Button>
        </>
      }
    >
      <p class="hint">{say(POLICY_WORDS.feeFromHint)}</p>
      {which}
      <div class="row">
        <TextField
          label={say(POLICY_WORDS.feeDay)}
          hint={say(POLICY_WORDS.feeDayHint)}
          {...(isTried && from === undefined && { error: say(POLICY_WORDS.feeDayBad) })}
          dir="ltr"
          value={day}
          onChange={(typed) => setDay(latinDigits(typed))}
        />
        {columns.length > 0 && (
          <Select
            label={say(POLICY_WORDS.feeDayCounts)}
            value={column}
            options={[
              ...columns.map((at) => ({
                value: String(at),
                label: bilingual(columnCalled(table.input?.[at]))[language],
              })),
              { value: '', label: say(POLICY_WORDS.feeDayAsked) },
            ]}
            onChange={setColumn}
          />
        )}
      </div>
      {rows.map((row) => (
        <TextField
          key={row.rule}
          label={words(row)}
          hint={say(POLICY_WORDS.amountNow, { amount: row.amount })}
          {...(isTried &&
            !AMOUNT.test(digits(amounts.get(row.rule) ?? '0').trim() || '0') && { error: say(POLICY_WORDS.badNumber) })}
          dir="ltr"
          inputMode="decimal"
          value={amounts.get(row.rule) ?? ''}
          onChange={(amount) => setAmounts(new Map([...amounts, [row.rule, digits(amount)]]))}
        />
      ))}
      {from !== undefined && rows.length === 0 && <Notice kind="warn">{say(POLICY_WORDS.noPlainAmount)}</Notice>}
      {rows.length > 0 && table.annotation !== undefined && table.annotation.length > 0 && (
        <TextField label={say(POLICY_WORDS.feeRemark)} value={remark} onChange={setRemark} />
      )}
      {isTried && rows.length > 0 && !isGood && <Notice kind="bad">{say(POLICY_WORDS.feeFromBad)}</Notice>}
    </Dialog>
  )
}
