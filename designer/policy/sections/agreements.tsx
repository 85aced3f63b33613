/** Leave to ask other agencies' registers, and for what. */
import { useLanguage } from '../../language/language.tsx'
import { Entries } from '../entries.tsx'
import { BasisAt, BothAt, TextAt } from '../fields.tsx'
import { useEditing } from '../page-editing.tsx'
import { POLICY_WORDS } from '../words.ts'
import { idsIn } from '../ids.ts'

export function AgreementsSection() {
  const { say, language } = useLanguage()
  const { page, both, text } = useEditing()
  return (
    <>
      <p class="hint">{say(POLICY_WORDS.agreementsHint)}</p>
      <Entries
        path={['dataAgreements']}
        one={POLICY_WORDS.agreements}
        fresh={() => ({ service: '', purpose: { ar: '', en: '' }, legalBasis: idsIn(page, 'legalBasis')[0] ?? '' })}
        nameOf={(index) =>
          both(['dataAgreements', index, 'purpose'])[language] || text(['dataAgreements', index, 'service'])
        }
      >
        {(index) => (
          <>
            <TextAt path={['dataAgreements', index, 'service']} label={POLICY_WORDS.busService} dir="ltr" />
            <BothAt path={['dataAgreements', index, 'purpose']} label={POLICY_WORDS.purpose} />
            <BasisAt path={['dataAgreements', index, 'legalBasis']} required />
          </>
        )}
      </Entries>
    </>
  )
}
