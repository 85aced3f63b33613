/** Why what was asked of a try did not come true: said once, with what to do, while everything stays as it was. */
import { reasonTo } from '../../engine/core/incident-reason.ts'
import { FindingItems } from '../check/finding-item.tsx'
import { useFiles, type DraftSession } from '../draft/session.ts'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Refused } from './use-trial.ts'
import { TRIAL_WORDS } from './words.ts'

interface RefusedProps {
  readonly session: DraftSession
  readonly go: (view: string, ...at: readonly string[]) => void
  readonly refused: Refused
  readonly begun: boolean
}

export function RefusedNotice({ session, go, refused, begun }: RefusedProps) {
  const { say, language } = useLanguage()
  const listed = { files: useFiles(session), draft: session.id, go, most: MOST }
  switch (refused.kind) {
    case 'unreachable':
      return <Notice kind="bad">{say(TRIAL_WORDS.unreachable)}</Notice>
    case 'stopped':
      return (
        <Notice kind="bad">
          <p>{refused.title}</p>
          <FindingItems {...listed} findings={refused.findings} />
        </Notice>
      )
    case 'unsound':
    case 'unreadable':
      return (
        <Notice kind="bad">
          <p>{say(refused.kind === 'unsound' ? TRIAL_WORDS.unsound : TRIAL_WORDS.unreadable)}</p>
          <FindingItems {...listed} findings={refused.findings} />
        </Notice>
      )
    case 'step': {
      // Answers that do not fit are told at the form.
      const others = refused.findings.filter(({ rule }) => !rule.startsWith('answers/'))
      const isBare = refused.findings.length === 0 && refused.said.length === 0
      return (
        <Notice kind="bad">
          <p>{say(begun ? TRIAL_WORDS.stepRefused : TRIAL_WORDS.notBegun)}</p>
          {isBare && <p dir="auto">{reasonTo(refused.detail, language)}</p>}
          {refused.said.map((text) => (
            <p key={text.en} dir="auto">
              {text[language]}
            </p>
          ))}
          <FindingItems {...listed} findings={others} />
        </Notice>
      )
    }
  }
}

const MOST = 12
