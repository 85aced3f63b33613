/** When something happens: chosen and counted, or written. */
import { useRef, useState } from 'preact/hooks'
import { Select } from '../../../frame/select.tsx'
import { TextField } from '../../../frame/text-field.tsx'
import { useLanguage } from '../../../language/language.tsx'
import {
  readCycle,
  readMoment,
  readSpan,
  UNITS,
  writeCycle,
  writeMoment,
  writeSpan,
  type Span,
  type TimerText,
} from '../timer-text.ts'
import { useTyped } from '../typed.ts'
import { PANEL_WORDS } from '../words.ts'
import type { SaidProps } from './said.ts'
import { FeelPart, type FeelContext } from './feel-part.tsx'

interface TimerPartProps extends SaidProps {
  readonly value: TimerText
  readonly ways: readonly TimerText['kind'][]
  readonly timeZone: string
  readonly context: FeelContext
  readonly onChange: (value: TimerText) => void
}

export function TimerPart({ label, error, value, ways, timeZone, context, onChange }: TimerPartProps) {
  const { say } = useLanguage()
  const [way, setWay] = useState(value.kind)
  const kind = value.text === '' ? way : value.kind
  const write = (text: string): void => onChange({ kind, text })
  const kinds = ways.includes(kind) ? ways : [...ways, kind]
  const text = kind === value.kind ? value.text : ''
  const part = { text, context, onChange: write }
  return (
    <fieldset class="timer">
      <legend class="label">{label}</legend>
      <Select
        label={say(PANEL_WORDS.way)}
        value={kind}
        options={kinds.map((it) => ({ value: it, label: say(PANEL_WORDS[it]) }))}
        onChange={(next) => {
          const chosen = kinds.find((it) => it === next)
          if (chosen === undefined) return
          setWay(chosen)
          onChange({ kind: chosen, text: '' })
        }}
      />
      {kind === 'timeDuration' && <SpanPart {...part} />}
      {kind === 'timeDate' && <MomentPart {...part} timeZone={timeZone} />}
      {kind === 'timeCycle' && <CyclePart {...part} />}
      {error && <p class="field-error">{error}</p>}
    </fieldset>
  )
}

interface PartProps {
  readonly text: string
  readonly context: FeelContext
  readonly onChange: (text: string) => void
}

const WRITTEN = 'written'

function SpanPart({ text, context, onChange, isCounted = false }: PartProps & { readonly isCounted?: boolean }) {
  const { say } = useLanguage()
  /** What was handed in a moment ago counts, though the canvas has not drawn it yet. */
  const latest = useRef(text)
  latest.current = text
  const give = (next: string): void => {
    latest.current = next
    onChange(next)
  }
  const span: Span = text === '' ? { kind: 'amount', amount: 0, unit: 'days' } : readSpan(text)
  const [unit, setUnit] = useState<string>(span.kind === 'amount' ? span.unit : WRITTEN)
  const chosen = text === '' ? unit : span.kind === 'amount' ? span.unit : WRITTEN
  const choose = (next: string): void => {
    setUnit(next)
    const known = UNITS.find((it) => it === next)
    const now = readSpan(latest.current)
    if (known !== undefined) give(now.kind === 'amount' ? writeSpan({ ...now, unit: known }) : '')
  }
  const units = isCounted ? UNITS : ([...UNITS, WRITTEN] as const)
  return (
    <div class="timer-line">
      {chosen !== WRITTEN && (
        <Amount
          value={text === '' ? '' : String(span.kind === 'amount' ? span.amount : '')}
          label={say(PANEL_WORDS.amount)}
          onChange={(amount) => {
            const known = UNITS.find((it) => it === chosen)
            if (known) give(amount === '' ? '' : writeSpan({ kind: 'amount', amount: Number(amount), unit: known }))
          }}
        />
      )}
      <Select
        label={say(PANEL_WORDS.unit)}
        value={chosen}
        options={units.map((it) => ({ value: it, label: say(PANEL_WORDS[it]) }))}
        onChange={choose}
      />
      {chosen === WRITTEN && (
        <Written text={text} context={context} hint={say(PANEL_WORDS.writtenHint)} onChange={give} />
      )}
    </div>
  )
}

function MomentPart({ text, timeZone, context, onChange }: PartProps & { readonly timeZone: string }) {
  const { say } = useLanguage()
  const read = readMoment(text)
  const [isWritten, setWritten] = useState(text !== '' && read.kind === 'written')
  const moment = useTyped(
    read.kind === 'at' ? { date: read.date, time: read.time } : { date: '', time: '' },
    (next) => {
      if (isDate(next.date) && isTime(next.time)) onChange(writeMoment({ kind: 'at', ...next }, timeZone))
    },
  )
  const { date, time } = moment.value
  return (
    <>
      <Select
        label={say(PANEL_WORDS.how)}
        quiet
        value={isWritten ? WRITTEN : 'date'}
        options={[
          { value: 'date', label: say(PANEL_WORDS.timeDate) },
          { value: WRITTEN, label: say(PANEL_WORDS.written) },
        ]}
        onChange={(next) => setWritten(next === WRITTEN)}
      />
      {isWritten ? (
        <Written text={text} context={context} hint={say(PANEL_WORDS.writtenHint)} onChange={onChange} />
      ) : (
        <div class="timer-line">
          <TextField
            label={say(PANEL_WORDS.date)}
            dir="ltr"
            inputMode="numeric"
            value={date}
            {...(date !== '' && !isDate(date) && { error: say(PANEL_WORDS.badDate) })}
            onChange={(next) => moment.type({ date: next.trim(), time })}
            onDone={() => isDate(date) && isTime(time) && moment.done()}
          />
          <TextField
            label={say(PANEL_WORDS.time)}
            dir="ltr"
            inputMode="numeric"
            value={time}
            {...(time !== '' && !isTime(time) && { error: say(PANEL_WORDS.badTime) })}
            onChange={(next) => moment.type({ date, time: next.trim() })}
            onDone={() => isDate(date) && isTime(time) && moment.done()}
          />
        </div>
      )}
    </>
  )
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

function CyclePart({ text, context, onChange }: PartProps) {
  const { say } = useLanguage()
  const cycle = readCycle(text)
  const [isWritten, setWritten] = useState(text !== '' && cycle.kind === 'written')
  const times = cycle.kind === 'every' && cycle.times !== undefined ? String(cycle.times) : ''
  const span = cycle.kind === 'every' ? writeSpan(cycle.span) : ''
  const write = (nextTimes: string, nextSpan: string): void => {
    const read = readSpan(nextSpan)
    if (read.kind === 'amount')
      onChange(writeCycle({ kind: 'every', ...(nextTimes === '' ? {} : { times: Number(nextTimes) }), span: read }))
  }
  return (
    <>
      <Select
        label={say(PANEL_WORDS.how)}
        quiet
        value={isWritten ? WRITTEN : 'every'}
        options={[
          { value: 'every', label: say(PANEL_WORDS.every) },
          { value: WRITTEN, label: say(PANEL_WORDS.written) },
        ]}
        onChange={(next) => setWritten(next === WRITTEN)}
      />
      {isWritten ? (
        <Written text={text} context={context} hint={say(PANEL_WORDS.writtenCycleHint)} onChange={onChange} />
      ) : (
        <div class="timer-line">
          <SpanPart isCounted text={span} context={context} onChange={(next) => write(times, next)} />
          <Amount
            label={say(PANEL_WORDS.times)}
            value={times}
            onChange={(next) => write(next, span === '' ? 'P1D' : span)}
          />
        </div>
      )}
    </>
  )
}

function Amount({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { say } = useLanguage()
  const typed = useTyped(value, (next) => {
    if (/^\d{0,4}$/.test(next)) onChange(next === '' ? '' : String(Number(next)))
  })
  const isBad = !/^\d{0,4}$/.test(typed.value)
  return (
    <TextField
      label={label}
      dir="ltr"
      inputMode="numeric"
      value={typed.value}
      {...(isBad && { error: say(PANEL_WORDS.badNumber) })}
      onChange={(next) => typed.type(western(next.trim()))}
      onDone={() => !isBad && typed.done()}
    />
  )
}

/** Digits as an Arabic keyboard gives them. */
const western = (text: string): string =>
  text
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))

function Written({ text, context, hint, onChange }: PartProps & { readonly hint: string }) {
  const { say } = useLanguage()
  const typed = useTyped(text, onChange)
  return (
    <FeelPart
      label={say(PANEL_WORDS.written)}
      hint={hint}
      plain
      value={typed.value}
      context={context}
      onChange={typed.type}
      onDone={typed.done}
    />
  )
}
