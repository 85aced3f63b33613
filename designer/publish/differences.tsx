/** What changes, as sentences, the weightiest first; each leads to where it is worked on. */
import { WEIGHTS, type Difference } from '../../engine/core/package/difference/difference.ts'
import type { ViewProps } from '../app/views.ts'
import { spotOf } from '../check/place.ts'
import { useLanguage } from '../language/language.tsx'
import { PUBLISH_WORDS as WORDS, WEIGHT_WORDS } from './words.ts'

interface DifferencesProps {
  readonly differences: readonly Difference[]
  /** Absent: there is nothing to go to. */
  readonly go?: ViewProps['go']
}

export function Differences({ differences, go }: DifferencesProps) {
  const { say } = useLanguage()
  return (
    <>
      {WEIGHTS.map((weight) => {
        const told = differences.filter((it) => it.weight === weight)
        return (
          told.length > 0 && (
            <section key={weight} class={`publish-weight publish-${weight}`}>
              <h3>
                {say(WEIGHT_WORDS[weight])} ({told.length})
              </h3>
              <ul>
                {told.map((one, index) => (
                  <One key={index} difference={one} {...(go && { go })} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </>
  )
}

function One({ difference, go }: { readonly difference: Difference; readonly go?: ViewProps['go'] }) {
  const { say, language } = useLanguage()
  const { file, place, change, sentence } = difference
  // What is gone is nowhere to be opened.
  const spot = change === 'removed' ? undefined : spotOf({ file, ...(place !== undefined && { place }) })
  return (
    <li>
      {sentence[language]}{' '}
      {go && spot && (
        <button
          type="button"
          class="publish-go"
          aria-label={`${say(WORDS.goThere)}: ${sentence[language]}`}
          onClick={() => go(spot.view, ...spot.at)}
        >
          {say(WORDS.goThere)}
        </button>
      )}
    </li>
  )
}
