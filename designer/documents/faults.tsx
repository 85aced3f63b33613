/** What is wrong with a template: what keeps it from being published, and what the check warns of; with the line and what to do. */
import type { Finding } from '../../engine/core/problem.ts'
import type { Language } from '../../engine/core/text.ts'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { DOCUMENT_WORDS } from './words.ts'

interface FaultsProps {
  readonly faults: readonly Finding[]
  readonly warnings: readonly Finding[]
  /** Of a notice, which of its two texts it is: who follows a finding arrives at that one. */
  readonly of?: Language
}

export function Faults({ faults, warnings, of }: FaultsProps) {
  const { say } = useLanguage()
  if (faults.length === 0 && warnings.length === 0) return null
  return (
    <div class="fault" tabIndex={-1} data-of={of}>
      {faults.length > 0 && (
        <Notice kind="bad">
          <Told title={say(DOCUMENT_WORDS.faults)} findings={faults} />
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice kind="warn">
          <Told title={say(DOCUMENT_WORDS.warnings)} findings={warnings} />
        </Notice>
      )}
    </div>
  )
}

function Told({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  const { say, language } = useLanguage()
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {findings.map((fault, index) => (
          <li key={index}>
            {fault.place && <>{say(DOCUMENT_WORDS.line, { line: fault.place.replace(/\D/g, '') })}: </>}
            <bdi>{language === 'ar' ? (fault.messageAr ?? fault.message) : fault.message}</bdi>.{' '}
            {language === 'ar' ? fault.remedyAr : fault.remedy}
          </li>
        ))}
      </ul>
    </>
  )
}
