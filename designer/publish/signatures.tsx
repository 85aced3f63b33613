/** Who has signed what is about to be published, who could, and the reader's own signature. */
import { useState } from 'preact/hooks'
import { Button } from '../frame/button.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import type { PublishingPlan, Signature } from './server.ts'
import { PUBLISH_WORDS as WORDS } from './words.ts'

interface SignaturesProps {
  readonly plan: PublishingPlan
  readonly disabled: boolean
  readonly onSign: (role: string, remark: string) => void
}

export function Signatures({ plan: { signatures, against }, disabled, onSign }: SignaturesProps) {
  const { say, language } = useLanguage()
  const [asked, setAsked] = useState<Signature>()
  const [remark, setRemark] = useState('')
  if (signatures.length === 0) return <p>{say(WORDS.noSignatures)}</p>
  const gaps = { role: asked?.title[language] ?? '', version: against ?? '' }
  return (
    <>
      <ul class="publish-signatures">
        {signatures.map((signature) => (
          <OneSignature
            key={signature.role}
            signature={signature}
            disabled={disabled}
            onAsk={() => {
              setRemark('')
              setAsked(signature)
            }}
          />
        ))}
      </ul>
      {asked && (
        <Confirm
          title={say(WORDS.sign, gaps)}
          action={say(WORDS.sign, gaps)}
          onConfirm={() => {
            setAsked(undefined)
            onSign(asked.role, remark)
          }}
          onClose={() => setAsked(undefined)}
        >
          <p>{say(against === undefined ? WORDS.signFirst : WORDS.signAsk, gaps)}</p>
          <TextField label={say(WORDS.remarkSigned)} value={remark} onChange={setRemark} lines={2} maxLength={2000} />
        </Confirm>
      )}
    </>
  )
}

interface OneProps {
  readonly signature: Signature
  readonly disabled: boolean
  readonly onAsk: () => void
}

function OneSignature({ signature: { role, title, signed, lapsed, hindrance, people }, disabled, onAsk }: OneProps) {
  const { say, sayTime, language } = useLanguage()
  const name = title[language]
  if (signed)
    return (
      <li data-signed={role}>
        <p>{say(WORDS.signed, { role: name, name: signed.byName, time: sayTime(signed.at) })}</p>
        {signed.remark !== undefined && (
          <p class="hint" dir="auto">
            {signed.remark}
          </p>
        )}
      </li>
    )
  return (
    <li data-unsigned={role}>
      <p>{say(lapsed ? WORDS.lapsed : WORDS.unsigned, { role: name })}</p>
      {hindrance === undefined ? (
        <Button icon="edit" disabled={disabled} onClick={onAsk}>
          {say(WORDS.sign, { role: name })}
        </Button>
      ) : (
        <>
          {hindrance !== 'group' && (
            <p class="hint">{say(hindrance === 'own-change' ? WORDS.ownChange : WORDS.otherRole)}</p>
          )}
          <p class={people.length === 0 ? 'publish-nobody' : 'hint'}>
            {people.length === 0
              ? say(WORDS.nobodyCanSign)
              : say(WORDS.canSign, { people: people.join(language === 'ar' ? '، ' : ', ') })}
          </p>
        </>
      )}
    </li>
  )
}
