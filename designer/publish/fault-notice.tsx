/** Why the server would not, in the reader's language, with what exactly where it says so. */
import type { ComponentChildren } from 'preact'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Fault } from './use-plan.ts'
import { PUBLISH_WORDS as WORDS } from './words.ts'

export function FaultNotice({ fault, children }: { readonly fault: Fault; readonly children?: ComponentChildren }) {
  const { say, language } = useLanguage()
  if (fault.kind === 'unreachable')
    return (
      <Notice kind="bad">
        <p>{say(WORDS.unreachable)}</p>
        {children}
      </Notice>
    )
  const { title, detail, findings = [] } = fault.refusal
  return (
    <Notice kind="bad">
      <p>
        <strong>{title}</strong>
      </p>
      {findings.length === 0 && language === 'en' && <p>{detail}</p>}
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, 10).map(({ message, messageAr, file, place }) => (
            <li key={`${file ?? ''} ${place ?? ''} ${message}`}>
              <bdi>{language === 'ar' ? (messageAr ?? message) : message}</bdi>
            </li>
          ))}
        </ul>
      )}
      {children}
    </Notice>
  )
}
