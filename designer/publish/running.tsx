/** What it means for applications under way. */
import { counted } from '../../engine/core/counted.ts'
import { useLanguage } from '../language/language.tsx'
import type { RunningVersion } from './server.ts'
import { PUBLISH_WORDS as WORDS } from './words.ts'

export function Running({ running }: { readonly running: readonly RunningVersion[] }) {
  const { language, say } = useLanguage()
  if (running.length === 0) return <p>{say(WORDS.nobody)}</p>
  return (
    <ul>
      {running.map(({ version, running: count, homeless }) => (
        <li key={version}>
          {say(WORDS.keep, { version, applications: counted(count, 'application', language) })}
          <ul>
            {homeless.map(({ process, element, name, count: standing, reason }) => (
              <li key={`${process}/${element}`}>
                {say(WORDS[reason], {
                  step: name[language],
                  applications: counted(standing, 'application', language),
                })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
