/** The sample values of a preview, to be changed by whoever looks; nothing of them is kept. */
import type { JsonObject } from '../../engine/core/json.ts'
import { Checkbox } from '../frame/checkbox.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { leavesOf } from './sample.ts'
import { DOCUMENT_WORDS } from './words.ts'

export type Own = Readonly<Record<string, string | number | boolean>>

interface SampleFormProps {
  readonly sample: JsonObject
  readonly own: Own
  readonly onChange: (own: Own) => void
}

export function SampleForm({ sample, own, onChange }: SampleFormProps) {
  const { say } = useLanguage()
  const leaves = leavesOf(sample)
  if (leaves.length === 0) return null
  return (
    <details class="sample">
      <summary>{say(DOCUMENT_WORDS.sample)}</summary>
      <div class="row">
        {leaves.map(({ path, value }) => {
          const shown = own[path] ?? value
          const label = path.replaceAll('/', '.')
          if (typeof value === 'boolean')
            return (
              <Checkbox
                key={path}
                label={label}
                checked={shown === true}
                onChange={(checked) => onChange({ ...own, [path]: checked })}
              />
            )
          return (
            <TextField
              key={path}
              label={label}
              value={String(shown)}
              dir={path.endsWith('/en') ? 'ltr' : 'auto'}
              onChange={(text) =>
                onChange({
                  ...own,
                  [path]: typeof value === 'number' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text,
                })
              }
            />
          )
        })}
      </div>
    </details>
  )
}
