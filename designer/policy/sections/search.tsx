/** By which of its variables staff find an application. */
import { useLanguage } from '../../language/language.tsx'
import { Entries } from '../entries.tsx'
import { TextAt } from '../fields.tsx'
import { useEditing } from '../page-editing.tsx'
import { POLICY_WORDS } from '../words.ts'

export function SearchSection() {
  const { say } = useLanguage()
  const { text } = useEditing()
  return (
    <>
      <p class="hint">{say(POLICY_WORDS.searchHint)}</p>
      <Entries
        path={['search']}
        one={POLICY_WORDS.pointer}
        fresh={() => '/'}
        nameOf={(index) => text(['search', index])}
      >
        {(index) => <TextAt path={['search', index]} label={POLICY_WORDS.pointer} hint={LIKE} dir="ltr" />}
      </Entries>
    </>
  )
}

const LIKE = { ar: 'مثل ‎/nationalId أو ‎/person/fullName', en: 'Like /nationalId or /person/fullName' }
