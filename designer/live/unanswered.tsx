/** What stands where an answer is not there: not yet, refused, or nobody reached. */
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Answer } from '../server/client.ts'
import { LIVE_WORDS as WORDS } from './words.ts'

export function Unanswered({ answer }: { readonly answer: Answer<unknown> | undefined }) {
  const { say } = useLanguage()
  if (answer === undefined) return <p role="status">{say(WORDS.loading)}</p>
  if (answer.kind === 'unreachable') return <Notice kind="bad">{say(WORDS.unreachable)}</Notice>
  return answer.kind === 'refused' ? <Notice kind="bad">{answer.refusal.title}</Notice> : null
}
