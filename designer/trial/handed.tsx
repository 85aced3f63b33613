/** What the application brought about so far: papers issued, notices sent, money taken and given back, registers asked. */
import type { ComponentChildren } from 'preact'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import type { Money } from '../../engine/core/money.ts'
import type { Moment } from '../../engine/trial/moment.ts'
import { useLanguage } from '../language/language.tsx'
import { Told } from './knowledge.tsx'
import { Register } from './registers.tsx'
import { TRIAL_WORDS } from './words.ts'

/** @param moments up to the one that is shown */
export function Handed({ moments }: { readonly moments: readonly Moment[] }) {
  const { say, language } = useLanguage()
  const last = moments.at(-1)
  const documents = moments.flatMap((it) => it.documents)
  const notices = moments.flatMap((it) => it.notices)
  const calls = moments.flatMap((it) => it.calls)
  return (
    <>
      <Part title={say(TRIAL_WORDS.papers)} isEmpty={documents.length === 0}>
        {documents.map(({ template, title, serial }) => (
          <li key={serial}>
            <bdi>{title?.[language] ?? template}</bdi> <code>{serial}</code>
          </li>
        ))}
      </Part>
      <Part title={say(TRIAL_WORDS.notices)} isEmpty={notices.length === 0}>
        {notices.map((notice, index) => (
          <li key={index}>
            <Notice notice={notice} />
          </li>
        ))}
      </Part>
      <Part title={say(TRIAL_WORDS.paidSoFar)} isEmpty={(last?.paid ?? []).length === 0}>
        <Amounts of={last?.paid ?? []} />
      </Part>
      {last && last.refunds.length > 0 && (
        <Part title={say(TRIAL_WORDS.refunds)} isEmpty={false}>
          <Amounts of={last.refunds} />
        </Part>
      )}
      <Part title={say(TRIAL_WORDS.calls)} isEmpty={calls.length === 0}>
        {calls.map(({ service, answered }, index) => (
          <li key={index}>
            <Register service={service} /> ·{' '}
            {say(answered === undefined ? TRIAL_WORDS.unanswered : TRIAL_WORDS[answered])}
          </li>
        ))}
      </Part>
    </>
  )
}

function Part({
  title,
  isEmpty,
  children,
}: {
  readonly title: string
  readonly isEmpty: boolean
  readonly children: ComponentChildren
}) {
  const { say } = useLanguage()
  return (
    <div class="trial-waiting">
      <h3>{title}</h3>
      {isEmpty ? <p class="hint">{say(TRIAL_WORDS.nothingYet)}</p> : <ul class="trial-list">{children}</ul>}
    </div>
  )
}

const Amounts = ({ of }: { readonly of: readonly Money[] }) => (
  <>
    {of.map(({ amount, currency }, index) => (
      <li key={index}>
        <bdi dir="ltr">
          {amount} {currency}
        </bdi>
      </li>
    ))}
  </>
)

const WAYS = { sms: TRIAL_WORDS.smsTo, email: TRIAL_WORDS.emailTo } as const

/** To whom it went and what it said, in the reader's language where it was written in both. */
function Notice({ notice }: { readonly notice: JsonObject }) {
  const { say, language } = useLanguage()
  const ways = (['sms', 'email'] as const).flatMap((way) => {
    const sent = notice[way]
    return sent !== undefined && sent !== null && isJsonObject(sent) ? [{ way, sent }] : []
  })
  const told = (value: JsonValue | undefined): string | undefined => {
    const text = value !== undefined && isJsonObject(value) ? value[language] : value
    return typeof text === 'string' ? text : undefined
  }
  if (ways.length === 0) return <Told value={notice} />
  return (
    <>
      {ways.map(({ way, sent }) => (
        <div key={way}>
          <p class="hint">{say(WAYS[way], { to: String(sent['to'] ?? '') })}</p>
          {told(sent['subject']) !== undefined && (
            <p dir="auto">
              <strong>{told(sent['subject'])}</strong>
            </p>
          )}
          <div dir="auto" class="trial-said">
            {told(sent['text']) ?? <Told value={sent} />}
          </div>
        </div>
      ))}
    </>
  )
}
