/** The laws and articles a service stands on. */
import { useLanguage } from '../../language/language.tsx'
import { Entries } from '../entries.tsx'
import { BothAt, CheckAt, IdField } from '../fields.tsx'
import { useEditing } from '../page-editing.tsx'
import { basisPlaces } from '../rename.ts'
import { POLICY_WORDS } from '../words.ts'
import { idsIn } from '../ids.ts'

export function LawSection() {
  const { say, language } = useLanguage()
  const { page, both, text } = useEditing()
  const ids = idsIn(page, 'legalBasis')
  return (
    <>
      <p class="hint">{say(POLICY_WORDS.lawHint)}</p>
      <Entries
        path={['legalBasis']}
        one={POLICY_WORDS.legalBasis}
        fresh={() => ({ id: idsIn.free(page, 'legalBasis', 'law'), title: { ar: '', en: '' }, verified: false })}
        nameOf={(index) => both(['legalBasis', index, 'title'])[language]}
      >
        {(index) => {
          const id = text(['legalBasis', index, 'id'])
          const places = basisPlaces(page, id).length
          return (
            <>
              <BothAt path={['legalBasis', index, 'title']} label={POLICY_WORDS.title} />
              <BothAt path={['legalBasis', index, 'article']} label={POLICY_WORDS.article} optional />
              <div class="row">
                <IdField path={['legalBasis', index, 'id']} kind="legalBasis" id={id} taken={ids} />
                <CheckAt
                  path={['legalBasis', index, 'verified']}
                  label={POLICY_WORDS.verified}
                  hint={POLICY_WORDS.verifiedHint}
                  always
                />
              </div>
              <p class="hint">{say(POLICY_WORDS.restsOn, { count: places })}</p>
            </>
          )
        }}
      </Entries>
    </>
  )
}
