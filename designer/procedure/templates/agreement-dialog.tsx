/** Asks why another agency is asked and under which law, and writes the data agreement that the check demands. */
import { useState } from 'preact/hooks'
import type { Text } from '../../../engine/core/text.ts'
import type { DraftSession } from '../../draft/session.ts'
import { useAnnounce } from '../../frame/announcer.tsx'
import { BothLanguagesField } from '../../frame/both-languages-field.tsx'
import { Button } from '../../frame/button.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Facts } from '../properties/facts.ts'
import { withAgreement } from './agreement.ts'
import { CONNECTOR_WORDS as WORDS } from './words.ts'

interface AgreementDialogProps {
  readonly service: string
  readonly session: DraftSession
  readonly facts: Facts
  readonly onClose: () => void
}

const WORKFLOW = 'workflow.json'

export function AgreementDialog({ service, session, facts, onClose }: AgreementDialogProps) {
  const { say } = useLanguage()
  const announce = useAnnounce()
  const [purpose, setPurpose] = useState<Text>({ ar: '', en: '' })
  /** Empty: a new one. */
  const [basis, setBasis] = useState(facts.legalBasis[0]?.id ?? '')
  const [title, setTitle] = useState<Text>({ ar: '', en: '' })
  const [article, setArticle] = useState<Text>({ ar: '', en: '' })
  const [isTried, setTried] = useState(false)
  const isWhole = ({ ar, en }: Text): boolean => ar.trim() !== '' && en.trim() !== ''
  const missing = (text: Text) => ({
    ...(isTried && text.ar.trim() === '' && { ar: say(WORDS.needed) }),
    ...(isTried && text.en.trim() === '' && { en: say(WORDS.needed) }),
  })
  // Said in both languages or in none.
  const isHalf = isWhole(article) === ((article.ar + article.en).trim() === '')
  const save = (): void => {
    setTried(true)
    if (!isWhole(purpose) || (basis === '' && (!isWhole(title) || isHalf))) return
    const legalBasis = basis === '' ? { title, article } : basis
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
          <Button kind="primary" type="submit">
            {say(WORDS.save)}
          </Button>
          <Button onClick={onClose}>{say(WORDS.cancel)}</Button>
        </>
      }
    >
      <p>
        {say(WORDS.service)}: <code>{service}</code>
      </p>
      <BothLanguagesField label={say(WORDS.purpose)} value={purpose} onChange={setPurpose} errors={missing(purpose)} />
      {facts.legalBasis.length > 0 && (
        <Select
          label={say(WORDS.legalBasis)}
          value={basis}
          options={[
            ...facts.legalBasis.map(({ id, title: called }) => ({ value: id, label: say(called) })),
            { value: '', label: say(WORDS.newLaw) },
          ]}
          onChange={setBasis}
        />
      )}
      {basis === '' && (
        <>
          <BothLanguagesField label={say(WORDS.law)} value={title} onChange={setTitle} errors={missing(title)} />
          <BothLanguagesField
            label={say(WORDS.article)}
            value={article}
            onChange={setArticle}
            errors={isHalf ? missing(article) : {}}
          />
        </>
      )}
    </Dialog>
  )
}
