/** How many errors there are, on the tab of the findings. */
import { counted } from '../../engine/core/counted.ts'
import { useLanguage } from '../language/language.tsx'
import { errorsIn } from './check.ts'
import './check.css'
import type { Findings } from './findings.ts'

export function Badge({ findings }: { readonly findings: Findings }) {
  const { language } = useLanguage()
  const count = errorsIn(findings.all)
  if (count === 0) return null
  return (
    <span class="badge">
      <span aria-hidden="true">{count}</span>
      <span class="hidden-label">{counted(count, 'error', language)}</span>
    </span>
  )
}
