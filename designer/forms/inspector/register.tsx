/** Choices that the register of another agency gives: which service of the bus, what it is asked with, and what of its reply is offered. */
import { useState } from 'preact/hooks'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { OfferedOperation, OfferedService } from '../../../engine/core/service-catalogue.ts'
import { Button } from '../../frame/button.tsx'
import { Notice } from '../../frame/notice.tsx'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import { AgreementDialog } from '../../procedure/templates/agreement-dialog.tsx'
import { isAgreed } from '../../procedure/templates/agreement.ts'
import { useCatalogue, templatesOf } from '../../procedure/templates/catalogue.ts'
import { Chooser } from '../../procedure/templates/chooser.tsx'
import { CONNECTOR_WORDS } from '../../procedure/templates/words.ts'
import { factsOf } from '../../procedure/properties/facts.ts'
import {
  asksFor,
  asksWhoFills,
  canBeAsked,
  inputAt,
  newCall,
  operationOf,
  ordered,
  withInput,
} from '../register/call.ts'
import { namesIn } from '../model/fields.ts'
import { OfferFields } from './register-offer.tsx'
import { InputFields } from './register-input.tsx'
import type { PanelProps } from './panel.ts'
import { INSPECTOR_WORDS as WORDS } from './words.ts'

interface RegisterProps extends PanelProps {
  /** As it stands in the file; absent until a service is chosen. */
  readonly call: JsonObject | undefined
  readonly set: (call: JsonObject, merge?: string) => void
}

export function RegisterPanel({ call, set, ...panel }: RegisterProps) {
  const { say } = useLanguage()
  const { building, place, session } = panel
  const now = useCatalogue(true)
  const bus = templatesOf(now)
  const [choosing, setChoosing] = useState(false)
  const services = now.kind === 'offered' ? now.offered.services : []
  const found = call && operationOf(services, call)
  const merge = `register ${place}`
  return (
    <>
      <p class="fb-service">
        <span class="label">{say(WORDS.service)}</span>
        {call === undefined ? (
          <span class="hint">{say(WORDS.noService)}</span>
        ) : (
          <>
            {found && <strong>{say(found.operation.title)}</strong>} <code>{String(call['service'])}</code>
          </>
        )}
      </p>
      <Button icon="search" onClick={() => setChoosing(true)}>
        {say(call === undefined ? WORDS.chooseService : WORDS.otherService)}
      </Button>
      {choosing && (
        <Chooser
          title={say(WORDS.chooserTitle)}
          only={({ id }) => {
            const it = bus.get(id)
            return it !== undefined && canBeAsked(it.operation)
          }}
          onClose={() => setChoosing(false)}
          onChoose={({ id }) => {
            setChoosing(false)
            const it = bus.get(id)
            if (it) set(newCall(it.service, it.operation, namesIn(building.form, '')))
          }}
        />
      )}
      {call !== undefined && (
        <>
          <Agreement {...panel} service={String(call['service'])} />
          {now.kind === 'offered' && found === undefined && (
            <Notice kind="warn">
              <p>{say(WORDS.offCatalogue)}</p>
            </Notice>
          )}
          {found && <Inputs {...panel} call={call} set={set} {...found} />}
          <OfferFields
            offer={String(call['offer'] ?? '')}
            {...(found && { reply: found.operation.reply })}
            onDone={() => session.seal()}
            onChange={(offer) => set({ ...call, offer }, merge)}
          />
          <Keep call={call} set={set} />
        </>
      )}
    </>
  )
}

interface FoundProps extends PanelProps {
  readonly call: JsonObject
  readonly set: RegisterProps['set']
  readonly service: OfferedService
  readonly operation: OfferedOperation
}

function Inputs({ call, set, operation, ...panel }: FoundProps) {
  const { say } = useLanguage()
  const inputs = asksFor(operation)
  if (inputs.length === 0) return null
  return (
    <fieldset class="fb-people">
      <legend class="label">{say(WORDS.inputs)}</legend>
      {inputs.map((input) => (
        <InputFields
          key={input.name}
          {...panel}
          input={input}
          given={inputAt(call, operation, input)}
          onChange={(given, merge) => set(kept(withInput(call, operation, input, given)), merge)}
        />
      ))}
    </fieldset>
  )
}

/** What is theirs alone is not kept for everybody. */
function kept({ keep, ...call }: JsonObject): JsonObject {
  return keep === undefined || asksWhoFills(call) ? call : ordered({ ...call, keep })
}

const TIMES = { PT1H: WORDS.hour, P1D: WORDS.day, P7D: WORDS.week } as const

function Keep({ call, set }: Pick<FoundProps, 'call' | 'set'>) {
  const { say } = useLanguage()
  const { keep, ...others } = call
  const isOwn = asksWhoFills(call)
  return (
    <Select
      label={say(WORDS.keep)}
      {...(isOwn ? { hint: say(WORDS.keepNot) } : {})}
      disabled={isOwn}
      value={typeof keep === 'string' ? keep : ''}
      options={[
        { value: '', label: say(WORDS.keepNone) },
        ...Object.entries(TIMES).map(([value, time]) => ({ value, label: say(WORDS.keepFor, { time: say(time) }) })),
      ]}
      onChange={(it) => set(it === '' ? others : ordered({ ...others, keep: it }))}
    />
  )
}

function Agreement({ service, session }: PanelProps & { readonly service: string }) {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  const facts = factsOf(session.files)
  if (isAgreed(facts, service)) return null
  return (
    <Notice kind="warn">
      <p>{say(CONNECTOR_WORDS.noAgreement)}</p>
      <Button onClick={() => setAsking(true)}>{say(CONNECTOR_WORDS.addAgreement)}</Button>
      {asking && <AgreementDialog {...{ service, session, facts }} onClose={() => setAsking(false)} />}
    </Notice>
  )
}
