/** How long what is kept. */
import { useLanguage } from '../../language/language.tsx'
import { Entries } from '../entries.tsx'
import { BothAt, CheckAt, SpanAt } from '../fields.tsx'
import { useEditing } from '../page-editing.tsx'
import { POLICY_WORDS } from '../words.ts'

export function RetentionSection() {
  const { language } = useLanguage()
  const { both } = useEditing()
  return (
    <Entries
      path={['retention']}
      one={POLICY_WORDS.retention}
      fresh={() => ({ what: { ar: '', en: '' }, duration: 'P5Y', verified: false })}
      nameOf={(index) => both(['retention', index, 'what'])[language]}
    >
      {(index) => (
        <>
          <BothAt path={['retention', index, 'what']} label={POLICY_WORDS.what} />
          <div class="row">
            <SpanAt path={['retention', index, 'duration']} label={POLICY_WORDS.duration} />
            <CheckAt path={['retention', index, 'verified']} label={POLICY_WORDS.verified} always />
          </div>
        </>
      )}
    </Entries>
  )
}
