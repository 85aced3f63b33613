/** Why something stands still, in the reader's language; what a worker or a service said by itself stays as it was said. */
import { reasonInArabic } from '../../engine/core/incident-reason.ts'
import { useLanguage } from '../language/language.tsx'

export function Reason({ message }: { readonly message: string }) {
  const { language } = useLanguage()
  const arabic = language === 'ar' ? reasonInArabic(message) : undefined
  return arabic === undefined ? (
    <p class="hint" dir="ltr" lang="en">
      {message}
    </p>
  ) : (
    <p class="hint" dir="rtl" lang="ar">
      {arabic}
    </p>
  )
}
