/** The groups that tasks go to, each with what people call it. */
import { useLanguage } from '../../language/language.tsx'
import { BothAt, IdField } from '../fields.tsx'
import { Keyed } from '../keyed.tsx'
import { POLICY_WORDS } from '../words.ts'

const ROLE = /^[a-z0-9][a-z0-9._-]{0,63}$/

export function RolesSection() {
  const { say } = useLanguage()
  return (
    <>
      <p class="hint">{say(POLICY_WORDS.rolesHint)}</p>
      <Keyed path={['roles']} one={POLICY_WORDS.role} start="desk" fresh={() => ({ ar: '', en: '' })}>
        {(key, keys) => (
          <>
            <BothAt path={['roles', key]} label={POLICY_WORDS.title} />
            <IdField kind="roles" id={key} taken={keys} pattern={ROLE} />
          </>
        )}
      </Keyed>
    </>
  )
}
