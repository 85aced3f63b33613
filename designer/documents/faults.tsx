/** What is wrong with a template, with the line and what to do. */
import type { Finding } from '../../engine/core/problem.ts'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { DOCUMENT_WORDS } from './words.ts'

export function Faults({ faults }: { readonly faults: readonly Finding[] }) {
  const { say, language } = useLanguage()
  if (faults.length === 0) return null
  return (
    <div class="fault" tabIndex={-1}>
      <Notice kind="bad">
        <p>
          <strong>{say(DOCUMENT_WORDS.faults)}</strong>
        </p>
        <ul>
          {faults.map((fault, index) => (
            <li key={index}>
              {fault.place && <>{say(DOCUMENT_WORDS.line, { line: fault.place.replace(/\D/g, '') })}: </>}
              {language === 'ar' ? (fault.messageAr ?? fault.message) : fault.message}{' '}
              {language === 'ar' ? fault.remedyAr : fault.remedy}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
