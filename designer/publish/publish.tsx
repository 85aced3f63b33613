/** Publishing a draft: what changes, who has signed, what it means for applications under way, and the way back. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { ViewProps } from '../app/views.ts'
import { useFiles } from '../draft/session.ts'
import { Button } from '../frame/button.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { Notice } from '../frame/notice.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Answer } from '../server/client.ts'
import { Differences } from './differences.tsx'
import { Drawings } from './drawings.tsx'
import { Running } from './running.tsx'
import { PUBLISHING, type PublishingPlan } from './server.ts'
import { PUBLISH_WORDS as WORDS } from './words.ts'
import './publish.css'

type Asked = { readonly kind: 'publish' } | { readonly kind: 'back'; readonly to: string }

export default function PublishView({ session }: ViewProps) {
  const { say } = useLanguage()
  const [plan, setPlan] = useState<PublishingPlan>()
  const [fault, setFault] = useState<string>()
  const refused = useCallback(
    (answer: Answer<unknown>): boolean => {
      if (answer.kind === 'ok') return false
      setFault(answer.kind === 'refused' ? answer.refusal.detail : say(WORDS.unreachable))
      return true
    },
    [say],
  )
  const load = useCallback(async () => {
    setFault(undefined)
    await session.save()
    const answer = await PUBLISHING.plan(session.id)
    if (!refused(answer) && answer.kind === 'ok') setPlan(answer.value)
  }, [session, refused])
  useEffect(() => void load(), [load])
  return (
    <div class="page publish">
      <h1>{say(WORDS.title)}</h1>
      {fault !== undefined && (
        <Notice kind="bad">
          <p>{fault}</p>
          <Button onClick={() => void load()}>{say(WORDS.again)}</Button>
        </Notice>
      )}
      {plan === undefined ? (
        fault === undefined && <p role="status">{say(WORDS.loading)}</p>
      ) : (
        <Planned session={session} plan={plan} refused={refused} load={load} />
      )}
    </div>
  )
}

interface PlannedProps extends Pick<ViewProps, 'session'> {
  readonly plan: PublishingPlan
  readonly refused: (answer: Answer<unknown>) => boolean
  readonly load: () => Promise<void>
}

function Planned({ session, plan, refused, load }: PlannedProps) {
  const { say, sayTime, language } = useLanguage()
  const files = useFiles(session)
  const [version, setVersion] = useState(plan.proposed)
  const [remark, setRemark] = useState('')
  const [asked, setAsked] = useState<Asked>()
  useEffect(() => setVersion(plan.proposed), [plan])

  async function run(): Promise<void> {
    const said = remark.trim() === '' ? {} : { remark }
    const now = asked
    setAsked(undefined)
    if (now === undefined) return
    const answer =
      now.kind === 'publish'
        ? await PUBLISHING.publish(session.id, { rev: plan.rev, version, ...said })
        : await PUBLISHING.rollBack(plan.packageId, { to: now.to, ...said })
    // The draft went on to the version that was published: it is opened anew.
    if (!refused(answer)) location.reload()
  }

  const sign = async (role: string): Promise<void> => {
    if (!refused(await PUBLISHING.sign(session.id, { rev: plan.rev, role }))) await load()
  }

  return (
    <>
      <h2>{say(WORDS.changes)}</h2>
      <p>{plan.against === undefined ? say(WORDS.first) : say(WORDS.against, { version: plan.against })}</p>
      {plan.differences.length === 0 ? <p>{say(WORDS.none)}</p> : <Differences differences={plan.differences} />}
      {plan.against !== undefined && plan.differences.some(({ file }) => file.endsWith('.bpmn')) && (
        <>
          <h2>{say(WORDS.drawings)}</h2>
          <Drawings before={plan.drawings} after={files} differences={plan.differences} />
        </>
      )}
      <h2>{say(WORDS.signatures)}</h2>
      {plan.signatures.length === 0 && <p>{say(WORDS.noSignatures)}</p>}
      <ul>
        {plan.signatures.map(({ role, title, signed, lapsed }) => (
          <li key={role}>
            {signed
              ? say(WORDS.signed, { role: title[language], name: signed.byName, time: sayTime(signed.at) })
              : say(lapsed ? WORDS.lapsed : WORDS.unsigned, { role: title[language] })}{' '}
            {!signed && <Button onClick={() => void sign(role)}>{say(WORDS.sign, { role: title[language] })}</Button>}
          </li>
        ))}
      </ul>
      <h2>{say(WORDS.running)}</h2>
      <Running running={plan.running} />
      <TextField label={say(WORDS.version)} dir="ltr" value={version} onChange={setVersion} />
      <TextField label={say(WORDS.remark)} value={remark} onChange={setRemark} lines={2} maxLength={2000} />
      <Button
        kind="primary"
        disabled={plan.differences.length === 0 || plan.signatures.some(({ signed }) => !signed)}
        onClick={() => setAsked({ kind: 'publish' })}
      >
        {say(WORDS.publish, { version })}
      </Button>
      <h2>{say(WORDS.record)}</h2>
      <ul>
        {plan.publications.map(({ version: of, byName: name, at, restores, remark: why }) => (
          <li key={of}>
            {restores === undefined
              ? say(WORDS.published, { version: of, name, time: sayTime(at) })
              : say(WORDS.restored, { version: of, earlier: restores, name, time: sayTime(at) })}
            {why !== undefined && <p dir="auto">{why}</p>}
          </li>
        ))}
      </ul>
      <div class="buttons">
        {plan.versions.slice(1, 6).map((earlier) => (
          <Button key={earlier} kind="danger" onClick={() => setAsked({ kind: 'back', to: earlier })}>
            {say(WORDS.back, { version: earlier })}
          </Button>
        ))}
      </div>
      {asked && (
        <Confirm
          title={say(WORDS.title)}
          danger={asked.kind === 'back'}
          action={asked.kind === 'back' ? say(WORDS.back, { version: asked.to }) : say(WORDS.publish, { version })}
          onConfirm={() => void run()}
          onClose={() => setAsked(undefined)}
        >
          <p>
            {asked.kind === 'back' ? say(WORDS.backAsk, { version: asked.to }) : say(WORDS.publishAsk, { version })}
          </p>
          <Running running={plan.running} />
        </Confirm>
      )}
    </>
  )
}
