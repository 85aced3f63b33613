/** Values an application knew, in a table; names of variables read left to right. */
import { useLanguage } from '../language/language.tsx'
import type { JsonObject } from '../../engine/core/json.ts'
import { knownValues, type KnownValue } from './values.ts'
import { LIVE_WORDS as WORDS } from './words.ts'

export function Known({ label, variables }: { readonly label: string; readonly variables: JsonObject }) {
  const { say } = useLanguage()
  const values = knownValues(variables)
  if (values.length === 0) return <p>{say(WORDS.knewNothing)}</p>
  return (
    <table class="live-steps">
      <caption class="hidden-label">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.variable)}</th>
          <th scope="col">{say(WORDS.value)}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ path, value }) => (
          <tr key={path}>
            <td>
              <code>{path}</code>
            </td>
            <td class="live-value">
              <Value value={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ value }: Pick<KnownValue, 'value'>) {
  const { say } = useLanguage()
  if (value === null || value === '') return <span class="hint">{say(WORDS.empty)}</span>
  if (typeof value === 'boolean') return <>{say(value ? WORDS.yes : WORDS.no)}</>
  return <bdi>{String(value)}</bdi>
}
