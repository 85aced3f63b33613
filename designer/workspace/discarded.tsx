/** Drafts that were thrown away and can be had back. */
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import type { DiscardedDraft } from '../server/drafts.ts'
import { draftCalled } from './called.ts'
import { WORKSPACE_WORDS as WORDS } from './words.ts'

interface DiscardedProps {
  readonly drafts: readonly DiscardedDraft[]
  readonly onRecover: (draft: DiscardedDraft) => void
}

export function Discarded({ drafts, onRecover }: DiscardedProps) {
  const { say, sayTime, language } = useLanguage()
  if (drafts.length === 0) return null
  return (
    <details class="discarded">
      <summary>{say(WORDS.discarded, { count: drafts.length })}</summary>
      <table class="workspace">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.service)}</th>
            <th scope="col">{say(WORDS.gone)}</th>
            <th scope="col">
              <span class="hidden-label">{say(WORDS.actions)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => {
            const name = draftCalled(draft, language)
            return (
              <tr key={draft.id}>
                <td>
                  {name} <code>{draft.packageId}</code>
                  <div class="hint">
                    {say(WORDS.discardedBy, { name: draft.discardedBy, time: sayTime(Date.parse(draft.discardedAt)) })}
                  </div>
                </td>
                <td>{sayTime(Date.parse(draft.until))}</td>
                <td>
                  <Button icon="undo" label={say(WORDS.recoverOf, { name })} onClick={() => onRecover(draft)}>
                    {say(WORDS.recover)}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
