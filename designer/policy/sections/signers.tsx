/** Who must sign a draft before the service is published: groups of accounts, each by what people call it. */
import { isJsonObject, type JsonValue } from '../../../engine/core/json.ts'
import type { Text } from '../../../engine/core/text.ts'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../frame/button.tsx'
import { useLanguage } from '../../language/language.tsx'
import { Entries } from '../entries.tsx'
import { PUBLISHING, type SignerGroup } from '../../publish/server.ts'
import { BothAt, TextAt } from '../fields.tsx'
import { useEditing } from '../page-editing.tsx'
import { freeId } from '../rename.ts'
import { POLICY_WORDS } from '../words.ts'

/** Those nearly every agency has. */
const USUAL = [
  { role: 'legal', title: POLICY_WORDS.signerLegal },
  { role: 'finance', title: POLICY_WORDS.signerFinance },
] as const

export function SignersSection() {
  const { say, language } = useLanguage()
  const { both, text, list, set, readonly } = useEditing()
  const groups = useGroups()
  const entries = list(['signOff'])
  const roles = entries.map(roleOf)
  return (
    <>
      <p class="hint">{say(POLICY_WORDS.signersHint)}</p>
      <p class="hint">{say(POLICY_WORDS.signersStay)}</p>
      {entries.length === 0 && <p>{say(POLICY_WORDS.signersNone)}</p>}
      <Entries
        path={['signOff']}
        one={POLICY_WORDS.signer}
        fresh={() => ({ role: freeId(roles, 'signer'), title: { ar: '', en: '' } })}
        nameOf={(index) => both(['signOff', index, 'title'])[language] || text(['signOff', index, 'role'])}
      >
        {(index) => (
          <>
            <BothAt path={['signOff', index, 'title']} label={POLICY_WORDS.signerTitle} />
            <TextAt
              path={['signOff', index, 'role']}
              label={POLICY_WORDS.signerGroup}
              hint={POLICY_WORDS.signerGroupHint}
              dir="ltr"
            />
            {groups && <WhoSigns groups={groups} group={text(['signOff', index, 'role'])} />}
          </>
        )}
      </Entries>
      <div class="row">
        {offered(groups ?? [])
          .filter(({ role }) => !roles.includes(role))
          .map(({ role, title }) => (
            <Button
              key={role}
              icon="add"
              disabled={readonly}
              onClick={() => set(['signOff', entries.length], { role, title: { ...title } })}
            >
              {say(POLICY_WORDS.add)}: {say(title)}
            </Button>
          ))}
      </div>
    </>
  )
}

const roleOf = (entry: JsonValue): string =>
  isJsonObject(entry) && typeof entry['role'] === 'string' ? entry['role'] : ''

/** The usual ones, and those somebody could sign for. */
function offered(groups: readonly SignerGroup[]): readonly { readonly role: string; readonly title: Text }[] {
  const others = groups.filter(({ group }) => !USUAL.some(({ role }) => role === group))
  return [...USUAL, ...others.map(({ group }) => ({ role: group, title: { ar: group, en: group } }))]
}

function WhoSigns({ groups, group }: { readonly groups: readonly SignerGroup[]; readonly group: string }) {
  const { say } = useLanguage()
  const people = groups.find((it) => it.group === group)?.people ?? []
  if (people.length === 0) return <p class="warning">{say(POLICY_WORDS.signerNobody)}</p>
  return <p class="hint">{say(POLICY_WORDS.signerPeople, { people: people.join('، ') })}</p>
}

/** undefined until the server has said it, and where it cannot be reached. */
function useGroups(): readonly SignerGroup[] | undefined {
  const { session } = useEditing()
  const [groups, setGroups] = useState<readonly SignerGroup[]>()
  useEffect(() => {
    let gone = false
    const read = async (): Promise<void> => {
      const answer = await PUBLISHING.signers(session.id)
      if (!gone && answer.kind === 'ok') setGroups(answer.value.groups)
    }
    void read()
    return () => {
      gone = true
    }
  }, [session.id])
  return groups
}
