/** A service that was never published: what it is in a page, and everything in it behind one line. */
import type { SummaryPart } from '../../engine/core/package/difference/summary.ts'
import type { Difference } from '../../engine/core/package/difference/difference.ts'
import type { ViewProps } from '../app/views.ts'
import { useLanguage } from '../language/language.tsx'
import { Differences } from './differences.tsx'
import { PUBLISH_WORDS as WORDS } from './words.ts'

interface NewServiceProps extends Pick<ViewProps, 'go'> {
  readonly parts: readonly SummaryPart[]
  readonly differences: readonly Difference[]
}

export function NewService({ parts, differences, go }: NewServiceProps) {
  const { say, language } = useLanguage()
  return (
    <>
      <h2>{say(WORDS.newService)}</h2>
      <p>{say(WORDS.first)}</p>
      <dl class="publish-summary">
        {parts.map(({ title, lines }) => (
          <div key={title.en}>
            <dt>{title[language]}</dt>
            <dd>
              <ul>
                {lines.map((line, index) => (
                  <li key={index}>{line[language]}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{say(WORDS.everything)}</summary>
        <Differences differences={differences} go={go} />
      </details>
    </>
  )
}
