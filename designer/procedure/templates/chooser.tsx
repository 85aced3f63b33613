/** What a step may do outside Masar, to choose from: connectors, and every service that another agency offers on the data bus, with what it wants to know and what it answers. */
import { useMemo, useState } from 'preact/hooks'
import { isJsonObject } from '../../../engine/core/json.ts'
import { Button } from '../../frame/button.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { Notice } from '../../frame/notice.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import { askBus, templatesOf, useCatalogue, type CatalogueState } from './catalogue.ts'
import { matching, offersIn, type Offer } from './offer.ts'
import type { Template } from './template.ts'
import { CONNECTOR_WORDS as WORDS } from './words.ts'

interface ChooserProps {
  readonly title?: string
  /** Which of them can be chosen; absent: all. */
  readonly only?: (template: Template) => boolean
  readonly onChoose: (template: Template) => void
  readonly onClose: () => void
}

export function Chooser({ title, only, onChoose, onClose }: ChooserProps) {
  const { say } = useLanguage()
  const now = useCatalogue(true)
  const bus = templatesOf(now)
  const [typed, setTyped] = useState('')
  const all = useMemo(() => offersIn(bus), [bus])
  const offers = only ? all.filter(({ template }) => only(template)) : all
  const found = matching(offers, typed)
  const own = found.filter(({ provider }) => provider === undefined)
  const others = found.filter(({ provider }) => provider !== undefined)
  return (
    <Dialog title={title ?? say(WORDS.chooserTitle)} wide onClose={onClose}>
      <TextField label={say(WORDS.search)} value={typed} onChange={setTyped} autoFocus />
      {own.length > 0 && <h3>{say(WORDS.own)}</h3>}
      <ul class="offers">
        {own.map((offer) => (
          <OfferLine key={offer.template.id} offer={offer} names={undefined} onChoose={onChoose} />
        ))}
      </ul>
      <h3>{say(WORDS.agencies)}</h3>
      <ul class="offers">
        {others.map((offer) => (
          <OfferLine key={offer.template.id} offer={offer} names={namesOf(now, offer)} onChoose={onChoose} />
        ))}
      </ul>
      {now.kind === 'offered' && found.length === 0 && <p class="hint">{say(WORDS.nothing)}</p>}
      <Standing now={now} />
    </Dialog>
  )
}

interface Names {
  readonly wanted: readonly string[]
  readonly answers: readonly string[]
}

function namesOf(now: CatalogueState, { template }: Offer): Names | undefined {
  const known = templatesOf(now).get(template.id)
  if (known === undefined) return undefined
  const { inputs, reply } = known.operation
  const { properties } = reply
  return { wanted: inputs.map(({ name }) => name), answers: isJsonObject(properties) ? Object.keys(properties) : [] }
}

interface OfferLineProps {
  readonly offer: Offer
  readonly names: Names | undefined
  readonly onChoose: (template: Template) => void
}

function OfferLine({ offer, names, onChoose }: OfferLineProps) {
  const { say } = useLanguage()
  const { template, title, about, provider, isClosed } = offer
  return (
    <li>
      <button type="button" class="offer" onClick={() => onChoose(template)}>
        <strong>{say(title)}</strong>
        {provider === undefined ? (
          <span class="hint">{say(about)}</span>
        ) : (
          <>
            <code>{template.description}</code>
            {names && names.wanted.length > 0 && (
              <span class="hint">{say(WORDS.wanted, { names: names.wanted.join(', ') })}</span>
            )}
            {names && names.answers.length > 0 && (
              <span class="hint">{say(WORDS.answers, { names: names.answers.join(', ') })}</span>
            )}
          </>
        )}
        {isClosed && <span class="field-error">{say(WORDS.closed)}</span>}
      </button>
    </li>
  )
}

function Standing({ now }: { readonly now: CatalogueState }) {
  const { say, sayTime } = useLanguage()
  if (now.kind === 'unasked' || now.kind === 'asking') return <p role="status">{say(WORDS.asking)}</p>
  if (now.kind === 'failed')
    return (
      <Notice kind="warn">
        <p>{now.title ?? say(WORDS.failed)}</p>
        {now.detail && (
          <p class="hint" dir="ltr">
            {now.detail}
          </p>
        )}
        <Button onClick={() => void askBus(true)}>{say(WORDS.again)}</Button>
      </Notice>
    )
  const { asOf, silent } = now.offered
  return (
    <>
      {silent.length > 0 && (
        <Notice kind="warn">
          <p>{say(WORDS.silent, { names: silent.map(({ name, id }) => name || id).join(', ') })}</p>
        </Notice>
      )}
      <p class="hint">
        {say(WORDS.asOf, { time: sayTime(Date.parse(asOf)) })}{' '}
        <Button kind="plain" onClick={() => void askBus(true)}>
          {say(WORDS.again)}
        </Button>
      </p>
    </>
  )
}
