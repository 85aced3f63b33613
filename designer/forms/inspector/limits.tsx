/** What an answer may be: how long, how much, how many, which files. */
import type { KindName } from '../../../forms/kinds/kind.ts'
import { Checkbox } from '../../frame/checkbox.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import { COMMANDS } from '../model/commands/commands.ts'
import { FILE_TYPES, mediaTypesIn } from '../model/commands/set-file-limits.ts'
import type { Constraint } from '../model/commands/set-constraint.ts'
import { schemaOf } from '../model/fields.ts'
import { kindAt } from '../model/kind-at.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import type { PanelProps } from './panel.ts'

type Limit = Exclude<Constraint, 'uniqueItems' | 'type'>

const TEXT: readonly Limit[] = ['minLength', 'maxLength', 'pattern']
const MANY: readonly Limit[] = ['minItems', 'maxItems']
const LIMITS: Partial<Readonly<Record<KindName, readonly Limit[]>>> = {
  text: TEXT,
  longText: TEXT,
  location: TEXT,
  number: ['minimum', 'maximum', 'multipleOf'],
  list: MANY,
  table: MANY,
  files: MANY,
  severalOf: MANY,
}

const MEGABYTE = 1_000_000

export function LimitsPanel({ building, place, session }: PanelProps) {
  const { say } = useLanguage()
  const { form, run } = building
  const kind = kindAt(form, place)
  const schema = schemaOf(form, place)
  const limits = LIMITS[kind] ?? []
  const isFile = (kind === 'file' || kind === 'files') && schema['type'] !== 'string'
  const size = schemaOf(form, `${schema['type'] === 'array' ? `${place}/*` : place}/size`)['maximum']
  const types = mediaTypesIn(form, place)
  return (
    <>
      {limits.length === 0 && !isFile && <p class="hint">{say(WORDS.noLimits)}</p>}
      {limits.map((constraint) => (
        <TextField
          key={constraint}
          label={say(WORDS[constraint])}
          value={String(schema[constraint] ?? '')}
          dir="ltr"
          onDone={() => session.seal()}
          onChange={(text) => {
            const value = constraint === 'pattern' ? text : Number(text)
            if (typeof value === 'number' && !Number.isFinite(value)) return
            run(
              COMMANDS.setConstraint,
              { place, constraint, ...(text === '' ? {} : { value }) },
              `${constraint} ${place}`,
            )
          }}
        />
      ))}
      {isFile && (
        <>
          <TextField
            label={say(WORDS.maxBytes)}
            value={typeof size === 'number' ? String(size / MEGABYTE) : ''}
            dir="ltr"
            onDone={() => session.seal()}
            onChange={(text) => {
              const bytes = Math.round(Number(text) * MEGABYTE)
              if (bytes > 0) run(COMMANDS.setFileLimits, { place, maxBytes: bytes }, `bytes ${place}`)
            }}
          />
          {FILE_TYPES.map((type) => (
            <Checkbox
              key={type}
              label={type}
              checked={types.includes(type)}
              onChange={(on) =>
                run(COMMANDS.setFileLimits, {
                  place,
                  mediaTypes: on ? [...types, type] : types.filter((it) => it !== type),
                })
              }
            />
          ))}
        </>
      )}
    </>
  )
}
