/** What changes, as sentences, the weightiest first. */
import { WEIGHTS, type Difference } from '../../engine/core/package/difference/difference.ts'
import { useLanguage } from '../language/language.tsx'
import { WEIGHT_WORDS } from './words.ts'

export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { language, say } = useLanguage()
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
                {told.map(({ sentence, file, place, aspect }) => (
                  <li key={`${file} ${place ?? ''} ${aspect ?? ''} ${sentence.en}`}>{sentence[language]}</li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </>
  )
}
