/** At the top of the panel of a task: which connector it is, and that a question to another agency lacks its agreement. */
import { useState } from 'preact/hooks'
import type { DraftSession } from '../../draft/session.ts'
import { useAnnounce } from '../../frame/announcer.tsx'
import { Button } from '../../frame/button.tsx'
import { Notice } from '../../frame/notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Diagram, Element } from '../canvas/model.ts'
import type { KnownTemplate } from '../properties/connector.ts'
import type { Subject } from '../properties/entry.ts'
import { INPUTS, rowValue } from '../properties/rows.ts'
import { AgreementDialog } from './agreement-dialog.tsx'
import { isAgreed } from './agreement.ts'
import { CHOOSE, type Choosing } from './menus.ts'
import { detach, titleOf } from './step.ts'
import { jobTypeOf } from './template.ts'
import { CONNECTOR_WORDS as WORDS } from './words.ts'

interface ConnectorHeadProps {
  readonly diagram: Diagram
  readonly element: Element
  readonly known: KnownTemplate | undefined
  readonly subject: Subject
  readonly session: DraftSession
}

export function ConnectorHead({ diagram, element, known, subject, session }: ConnectorHeadProps) {
  const { say } = useLanguage()
  const announce = useAnnounce()
  const [isAgreeing, setAgreeing] = useState(false)
  const choose = (): void => {
    const wanted: Choosing = { kind: 'give', element }
    diagram.get('eventBus').fire(CHOOSE, wanted)
  }
  const service = rowValue(subject.edit, subject.element, INPUTS, 'service') ?? ''
  const isUnagreed =
    known !== undefined &&
    jobTypeOf(known.template) === 'masar:databus' &&
    service !== '' &&
    !service.startsWith('=') &&
    !isAgreed(subject.facts, service)
  return (
    <div class="connector">
      <p class="connector-name">
        <span class="label">{say(WORDS.connector)}</span> {known && <strong>{say(titleOf(known.template))}</strong>}
      </p>
      <div class="buttons">
        <Button icon="search" onClick={choose}>
          {say(known ? WORDS.change : WORDS.choose)}
        </Button>
        {known && (
          <Button
            onClick={() => {
              detach(diagram, element, known.template)
              announce(say(WORDS.detached))
            }}
          >
            {say(WORDS.detach)}
          </Button>
        )}
      </div>
      {isUnagreed && (
        <Notice kind="warn">
          <p>{say(WORDS.noAgreement)}</p>
          <Button icon="add" onClick={() => setAgreeing(true)}>
            {say(WORDS.addAgreement)}
          </Button>
        </Notice>
      )}
      {isAgreeing && (
        <AgreementDialog service={service} session={session} facts={subject.facts} onClose={() => setAgreeing(false)} />
      )}
    </div>
  )
}
