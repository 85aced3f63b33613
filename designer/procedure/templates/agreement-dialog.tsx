/** Asks why another agency is asked and under which law, and writes the data agreement that the check demands. */
import { useState } from 'preact/hooks'
import type { Text } from '../../../engine/core/text.ts'
import type { DraftSession } from '../../draft/session.ts'
import { useAnnounce } from '../../frame/announcer.tsx'
import { BothLanguagesField } from '../../frame/both-languages-field.tsx'
import { Button } from '../../frame/button.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { Notice } from '../../frame/notice.tsx'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Facts } from '../properties/facts.ts'
import { withAgreement } from './agreement.ts'
import { CONNECTOR_WORDS as WORDS } from './words.ts'

interface AgreementDialogProps {
  readonly service: string
  readonly session: DraftSession
  readonly facts: Facts
  readonly go: (view: string, ...at: readonly string[]) => void
  readonly onClose: () => void
}

const WORKFLOW = 'workflow.json'

export function AgreementDialog({ service, session, facts, go, onClose }: AgreementDialogProps) {
  const { say } = useLanguage()
  const announce = useAnnounce()
  const [purpose, setPurpose] = useState<Text>({ ar: '', en: '' })
  const [legalBasis, setLegalBasis] = useState(facts.legalBasis[0]?.id ?? '')
  const [isTried, setTried] = useState(false)
  const missing = (language: 'ar' | 'en') => isTried && purpose[language].trim() === ''
  const save = (): void => {
    setTried(true)
    if (purpose.ar.trim() === '' || purpose.en.trim() === '' || legalBasis === '') return
    const next = withAgreement(session.files.get(WORKFLOW) ?? '{}', { service, purpose, legalBasis })
    if (next === undefined) return
    session.change(WORDS.stepAdd, new Map([[WORKFLOW, next]]))
    announce(say(WORDS.added))
    onClose()
  }
  return (
    <Dialog
      title={say(WORDS.agreementTitle)}
      onClose={onClose}
      onSubmit={save}
      buttons={
        <>
          <Button kind="primary" type="submit" disabled={facts.legalBasis.length === 0}>
            {say(WORDS.save)}
          </Button>
          <Button onClick={onClose}>{say(WORDS.cancel)}</Button>
        </>
      }
    >
      <p>
        {say(WORDS.service)}: <code>{service}</code>
      </p>
      <BothLanguagesField
        label={say(WORDS.purpose)}
        value={purpose}
        onChange={setPurpose}
        errors={{
          ...(missing('ar') && { ar: say(WORDS.needed) }),
          ...(missing('en') && { en: say(WORDS.needed) }),
        }}
      />
      {facts.legalBasis.length === 0 ? (
        <Notice kind="warn">
          <p>{say(WORDS.noLegalBasis)}</p>
          <Button onClick={() => go('policy', 'legalBasis')}>{say(WORDS.toPolicy)}</Button>
        </Notice>
      ) : (
        <Select
          label={say(WORDS.legalBasis)}
          value={legalBasis}
          options={facts.legalBasis.map(({ id, title }) => ({ value: id, label: say(title) }))}
          onChange={setLegalBasis}
        />
      )}
    </Dialog>
  )
}
