/** What an answer may be: how it is written, how long, how much, how many, which files, in which currency. */
import { useLayoutEffect, useState } from 'preact/hooks'
import { CURRENCIES } from '../../../engine/core/money.ts'
import { CURRENCY_NAMES } from '../../../forms/kinds/money.ts'
import { Checkbox } from '../../frame/checkbox.tsx'
import { Select } from '../../frame/select.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import { COMMANDS } from '../model/commands/commands.ts'
import { FILE_KINDS, FILE_TYPES, mediaTypesIn } from '../model/commands/set-file-limits.ts'
import { isDigest } from '../model/blueprints.ts'
import { schemaOf } from '../model/fields.ts'
import { kindAt, valuesIn } from '../model/kind-at.ts'
import { listAt, valueAt } from '../model/json/pointer.ts'
import { entryOf, optionsOf } from '../model/layout.ts'
import { FORMS_WORDS } from '../words.ts'
import { DayLimit } from './day-limit.tsx'
import { NumberField } from './number-field.tsx'
import { KIND_OFFERS, type Limit } from './offered.ts'
import type { PanelProps } from './panel.ts'
import { INSPECTOR_WORDS as WORDS } from './words.ts'

export function LimitsPanel(props: PanelProps) {
  const { say } = useLanguage()
  const { limits } = KIND_OFFERS[kindAt(props.building.form, props.place)]
  if (limits.length === 0) return <p class="hint">{say(FORMS_WORDS.noLimits)}</p>
  return (
    <>
      {limits.map((limit) => (
        <LimitField key={limit} {...props} limit={limit} />
      ))}
    </>
  )
}

interface LimitProps extends PanelProps {
  readonly limit: Limit
}

function LimitField({ limit, ...props }: LimitProps) {
  if (limit === 'written') return <Written {...props} />
  if (limit === 'whole' || limit === 'luhn' || limit === 'ticked') return <Flag {...props} limit={limit} />
  if (limit === 'currencies') return <Currencies {...props} />
  if (limit === 'fileSize') return <FileSize {...props} />
  if (limit === 'fileKinds') return <FileKinds {...props} />
  if (limit === 'earliest' || limit === 'latest') return <DayLimit {...props} limit={limit} />
  return <Bound {...props} limit={limit} />
}

type Bounded = Exclude<
  Limit,
  'written' | 'whole' | 'luhn' | 'ticked' | 'currencies' | 'fileSize' | 'fileKinds' | 'earliest' | 'latest'
>

const COUNTS: ReadonlySet<Bounded> = new Set(['minLength', 'maxLength', 'minItems', 'maxItems'])
const UPPER: Partial<Readonly<Record<Bounded, Bounded>>> = {
  minLength: 'maxLength',
  minItems: 'maxItems',
  minimum: 'maximum',
}
const BOUND_WORDS: Readonly<Record<Bounded, { readonly ar: string; readonly en: string }>> = {
  minLength: FORMS_WORDS.minLength,
  maxLength: FORMS_WORDS.maxLength,
  minItems: FORMS_WORDS.minItems,
  maxItems: FORMS_WORDS.maxItems,
  minimum: FORMS_WORDS.minimum,
  maximum: FORMS_WORDS.maximum,
  multipleOf: FORMS_WORDS.multipleOf,
  exclusiveMinimum: WORDS.exclusiveMinimum,
  exclusiveMaximum: WORDS.exclusiveMaximum,
}

function Bound({ building: { form, run }, place, session, limit }: PanelProps & { readonly limit: Bounded }) {
  const { say } = useLanguage()
  const schema = schemaOf(form, place)
  const now = schema[limit]
  const upper = schema[UPPER[limit] ?? '']
  const isCrossed = typeof now === 'number' && typeof upper === 'number' && now > upper
  return (
    <NumberField
      label={say(BOUND_WORDS[limit])}
      value={typeof now === 'number' ? now : undefined}
      {...(COUNTS.has(limit) ? { whole: true, least: 0 } : limit === 'multipleOf' ? { least: Number.MIN_VALUE } : {})}
      {...(isCrossed ? { error: say(WORDS.least) } : {})}
      onDone={() => session.seal()}
      onChange={(value) =>
        run(
          COMMANDS.setConstraint,
          { place, constraint: limit, ...(value === undefined ? {} : { value }) },
          `${limit} ${place}`,
        )
      }
    />
  )
}

/** Patterns people ask for, so that nobody has to write one. */
const PATTERNS = {
  digits: '^[0-9]+$',
  arabicLetters: '^[\u0621-\u063A\u0641-\u0652\u0670\u067E\u0686\u06A4\u06AF -]+$',
  latinLetters: "^[A-Za-z' -]+$",
  codeLetters: '^[A-Z0-9]+$',
} as const
const isPreset = (name: string): name is keyof typeof PATTERNS => Object.hasOwn(PATTERNS, name)
const presets = Object.keys(PATTERNS).filter(isPreset)

function Written({ building: { form, run }, place }: PanelProps) {
  const { say } = useLanguage()
  const { pattern } = schemaOf(form, place)
  const known = presets.find((it) => PATTERNS[it] === pattern)
  const [own, setOwn] = useState(false)
  const [typed, setTyped] = useState(String(pattern ?? ''))
  useLayoutEffect(() => setTyped(String(pattern ?? '')), [pattern])
  const isOwn = own || (pattern !== undefined && known === undefined)
  const set = (value: string): boolean =>
    run(COMMANDS.setConstraint, { place, constraint: 'pattern', ...(value === '' ? {} : { value }) })
  return (
    <>
      <Select
        label={say(WORDS.written)}
        value={isOwn ? 'own' : (known ?? '')}
        options={[
          { value: '', label: say(WORDS.anything) },
          ...presets.map((value) => ({ value, label: say(WORDS[value]) })),
          { value: 'own', label: say(WORDS.ownPattern) },
        ]}
        onChange={(it) => {
          setOwn(it === 'own')
          if (it !== 'own') set(isPreset(it) ? PATTERNS[it] : '')
        }}
      />
      {isOwn && (
        // Kept when it is left: half a pattern is none.
        <TextField
          label={say(WORDS.pattern)}
          value={typed}
          dir="ltr"
          onChange={setTyped}
          onDone={() => typed !== String(pattern ?? '') && set(typed)}
        />
      )}
    </>
  )
}

function Flag({ building: { form, run }, place, limit }: PanelProps & { readonly limit: 'whole' | 'luhn' | 'ticked' }) {
  const { say } = useLanguage()
  const schema = schemaOf(form, place)
  if (limit === 'luhn')
    return (
      <Checkbox
        label={say(WORDS.luhn)}
        hint={say(WORDS.luhnHint)}
        checked={optionsOf(form, place)['check'] === 'luhn'}
        onChange={(on) => run(COMMANDS.setOption, { place, option: 'check', ...(on && { value: 'luhn' }) })}
      />
    )
  if (limit === 'ticked')
    return (
      <Checkbox
        label={say(WORDS.mustTick)}
        checked={schema['const'] === true}
        onChange={(must) => run(COMMANDS.setTicked, { place, must })}
      />
    )
  return (
    <Checkbox
      label={say(WORDS.whole)}
      checked={schema['type'] === 'integer'}
      onChange={(on) => run(COMMANDS.setConstraint, { place, constraint: 'type', value: on ? 'integer' : 'number' })}
    />
  )
}

function Currencies({ building: { form, run }, place }: PanelProps) {
  const { say } = useLanguage()
  const at = `${place}/currency`
  const schema = schemaOf(form, at)
  const now = valuesIn(schema).length > 0 ? valuesIn(schema) : [valueAt(schema, '/const') ?? []].flat()
  return (
    <fieldset class="fb-people">
      <legend class="label">{say(WORDS.currencies)}</legend>
      {Object.keys(CURRENCIES).map((code) => (
        <Checkbox
          key={code}
          label={say(CURRENCY_NAMES[code] ?? { ar: code, en: code })}
          checked={now.includes(code)}
          onChange={(on) => {
            const next = Object.keys(CURRENCIES).filter((it) => (it === code ? on : now.includes(it)))
            const choices = next.map((value) => ({ value, label: CURRENCY_NAMES[value] ?? { ar: value, en: value } }))
            run(COMMANDS.setChoices, { place: at, choices })
          }}
        />
      ))}
    </fieldset>
  )
}

const MEGABYTE = 1_000_000

function FileSize({ building: { form, run }, place, session }: PanelProps) {
  const { say } = useLanguage()
  const file = entryOf(form, place)
  // Of which only the digest is kept.
  if (isDigest(schemaOf(form, file))) return null
  const size = schemaOf(form, `${file}/size`)['maximum']
  return (
    <NumberField
      label={say(FORMS_WORDS.maxBytes)}
      value={typeof size === 'number' ? size / MEGABYTE : undefined}
      least={0.001}
      onDone={() => session.seal()}
      onChange={(it) =>
        it !== undefined &&
        run(COMMANDS.setFileLimits, { place, maxBytes: Math.round(it * MEGABYTE) }, `bytes ${place}`)
      }
    />
  )
}

function FileKinds({ building: { form, run }, place }: PanelProps) {
  const { say } = useLanguage()
  const accepted = listAt(optionsOf(form, place), '/accept').filter((it) => typeof it === 'string')
  const types = mediaTypesIn(form, place).length > 0 ? mediaTypesIn(form, place) : accepted
  return (
    <fieldset class="fb-people">
      <legend class="label">{say(WORDS.fileKinds)}</legend>
      {FILE_TYPES.map((type) => (
        <Checkbox
          key={type}
          label={say(FILE_KINDS[type])}
          checked={types.includes(type)}
          onChange={(on) =>
            run(COMMANDS.setFileLimits, {
              place,
              mediaTypes: FILE_TYPES.filter((it) => (it === type ? on : types.includes(it))),
            })
          }
        />
      ))}
    </fieldset>
  )
}
