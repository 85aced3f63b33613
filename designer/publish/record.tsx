/** What was published, by whom, and the way back to what was before. */
import { useState } from 'preact/hooks'
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import { RollBack } from './roll-back.tsx'
import type { PublishingPlan } from './server.ts'
import { PUBLISH_WORDS as WORDS } from './words.ts'

interface RecordProps {
  readonly plan: PublishingPlan
  readonly onBack: (to: string, from: string, remark: string) => void
}

/** As many as one goes back to by button. */
const EARLIER = 5

export function Record({ plan: { packageId, publications, versions }, onBack }: RecordProps) {
  const { say, sayTime } = useLanguage()
  const [to, setTo] = useState<string>()
  const earlier = versions.slice(1, EARLIER + 1)
  return (
    <>
      {publications.length > 0 && <h2>{say(WORDS.record)}</h2>}
      <ul>
        {publications.map(({ version: of, byName: name, at, restores, remark }) => (
          <li key={of}>
            {restores === undefined
              ? say(WORDS.published, { version: of, name, time: sayTime(at) })
              : say(WORDS.restored, { version: of, earlier: restores, name, time: sayTime(at) })}
            {remark !== undefined && (
              <p class="hint" dir="auto">
                {remark}
              </p>
            )}
          </li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <>
          <h2>{say(WORDS.backTitle)}</h2>
          <p class="hint">{say(WORDS.backHint)}</p>
          <div class="buttons">
            {earlier.map((version) => (
              <Button key={version} kind="danger" icon="undo" onClick={() => setTo(version)}>
                {say(WORDS.back, { version })}
              </Button>
            ))}
          </div>
        </>
      )}
      {to !== undefined && (
        <RollBack
          packageId={packageId}
          to={to}
          onConfirm={(from, remark) => {
            setTo(undefined)
            onBack(to, from, remark)
          }}
          onClose={() => setTo(undefined)}
        />
      )}
    </>
  )
}
