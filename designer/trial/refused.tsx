/** Why what was asked of a try did not come true: said once, with what to do, while everything stays as it was. */
import type { Finding } from '../../engine/core/problem.ts'

import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Refused } from './use-trial.ts'
import { TRIAL_WORDS } from './words.ts'

interface RefusedProps {
  readonly refused: Refused
  readonly begun: boolean
}

export function RefusedNotice({ refused, begun }: RefusedProps) {
  const { say, language } = useLanguage()
  switch (refused.kind) {
    case 'unreachable':
      return <Notice kind="bad">{say(TRIAL_WORDS.unreachable)}</Notice>
    case 'stopped':
      return (
        <Notice kind="bad">
          <p>{refused.title}</p>
          <FindingList findings={refused.findings} />
        </Notice>
      )
    case 'unsound':
    case 'unreadable':
      return (
        <Notice kind="bad">
          <p>{say(refused.kind === 'unsound' ? TRIAL_WORDS.unsound : TRIAL_WORDS.unreadable)}</p>
          <FindingList findings={refused.findings} />
        </Notice>
      )
    case 'step': {
      // Answers that do not fit are told at the form.
      const others = refused.findings.filter(({ rule }) => !rule.startsWith('answers/'))
      const isBare = refused.findings.length === 0 && refused.said.length === 0
      return (
        <Notice kind="bad">
          <p>{say(begun ? TRIAL_WORDS.stepRefused : TRIAL_WORDS.notBegun)}</p>
          {isBare && <p dir="auto">{refused.detail}</p>}
          {refused.said.map((text) => (
            <p key={text.en} dir="auto">
              {text[language]}
            </p>
          ))}
          <FindingList findings={others} />
        </Notice>
      )
    }
  }
}

const MOST = 20

export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { language } = useLanguage()
  if (findings.length === 0) return null
  return (
    <ul class="trial-findings">
      {findings.slice(0, MOST).map((it, index) => (
        <li key={index}>
          {it.file !== undefined && (
            <code>
              {it.file}
              {it.place === undefined ? '' : ` ${it.place}`}
            </code>
          )}{' '}
          <span dir="auto">{language === 'ar' ? (it.messageAr ?? it.message) : it.message}</span>
          {it.remedy !== undefined && <p class="hint">{language === 'ar' ? (it.remedyAr ?? it.remedy) : it.remedy}</p>}
        </li>
      ))}
    </ul>
  )
}
