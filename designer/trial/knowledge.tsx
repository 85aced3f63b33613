/** What the procedure knows after a step, with what that step changed: groups open one inside the other. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { useLanguage } from '../language/language.tsx'
import { TRIAL_WORDS } from './words.ts'

interface KnowledgeProps {
  readonly variables: JsonObject
  /** After the step before. */
  readonly before: JsonObject | undefined
}

type Change = 'fresh' | 'changed' | undefined

function changeOf(name: string, { variables, before }: KnowledgeProps): Change {
  if (before === undefined) return undefined
  if (!Object.hasOwn(before, name)) return 'fresh'
  return JSON.stringify(before[name]) === JSON.stringify(variables[name]) ? undefined : 'changed'
}

export function Knowledge(props: KnowledgeProps) {
  const { say } = useLanguage()
  const names = Object.keys(props.variables)
  if (names.length === 0) return <p>{say(TRIAL_WORDS.nothingKnown)}</p>
  const rank = (name: string): number => (changeOf(name, props) === undefined ? 1 : 0)
  return (
    <table class="trial-knowledge">
      <thead>
        <tr>
          <th scope="col">{say(TRIAL_WORDS.variable)}</th>
          <th scope="col">{say(TRIAL_WORDS.value)}</th>
        </tr>
      </thead>
      <tbody>
        {names
          .toSorted((one, other) => rank(one) - rank(other))
          .map((name) => {
            const change = changeOf(name, props)
            return (
              <tr key={name} data-change={change}>
                <th scope="row">
                  <code>{name}</code> {change && <span class="mark">{say(TRIAL_WORDS[change])}</span>}
                </th>
                <td>
                  <Told value={props.variables[name] ?? null} />
                </td>
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}

const MOST_OPEN = 6

/** A value in words: yes and no, lists and groups line by line. */
export function Told({ value }: { readonly value: JsonValue }) {
  const { say } = useLanguage()
  if (value === null) return <span class="hint">{say(TRIAL_WORDS.emptyKind)}</span>
  if (typeof value === 'boolean') return <span>{say(value ? TRIAL_WORDS.yes : TRIAL_WORDS.no)}</span>
  if (typeof value !== 'object') return <bdi class="trial-text">{String(value)}</bdi>
  const entries: readonly (readonly [string, JsonValue])[] = isJsonObject(value)
    ? Object.entries(value)
    : (value as readonly JsonValue[]).map((inner, index) => [String(index + 1), inner] as const)
  if (entries.length === 0) return <span class="hint">{say(TRIAL_WORDS.emptyKind)}</span>
  const lines = (
    <dl class="trial-group">
      {entries.map(([name, inner]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <Told value={inner} />
          </dd>
        </div>
      ))}
    </dl>
  )
  if (entries.length <= MOST_OPEN) return lines
  return (
    <details>
      <summary>
        <bdi>
          {entries
            .slice(0, 3)
            .map(([name]) => name)
            .join(', ')}
          …
        </bdi>
      </summary>
      {lines}
    </details>
  )
}
