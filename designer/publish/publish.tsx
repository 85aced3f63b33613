/** Publishing a draft: what changes, who has signed, what it means for applications under way, and the way back. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ROUTES } from '../app/routes.ts'
import type { ViewProps } from '../app/views.ts'
import { Button } from '../frame/button.tsx'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { ComparedDrawings } from './compared-drawings.tsx'
import { Differences } from './differences.tsx'
import { FaultNotice } from './fault-notice.tsx'
import { NewService } from './new-service.tsx'
import { PutInForce } from './put-in-force.tsx'
import { Record } from './record.tsx'
import { Running } from './running.tsx'
import { PUBLISHING, type PublishingPlan } from './server.ts'
import { Signatures } from './signatures.tsx'
import { faultOf, usePlan, type Fault, type Planning } from './use-plan.ts'
import { PUBLISH_WORDS as WORDS } from './words.ts'
import './publish.css'

/** In the address once a version is in force: which one. */
const DONE = 'done'
/** In the address once somebody went back: to what. */
const BACK = 'back'

export default function PublishView({ session, at, go, findings }: ViewProps) {
  const { say } = useLanguage()
  const planning = usePlan(session)
  const { plan, fault, behind, news, load } = planning
  const [first, version] = at
  return (
    <div class="page publish">
      <h1>{say(WORDS.title)}</h1>
      {first === DONE && version !== undefined && plan && (
        <Done key={version} packageId={plan.packageId} version={version} />
      )}
      {first === BACK && version !== undefined && (
        <Told key={version}>
          <p>{say(WORDS.wentBack, { version })}</p>
          <p>{say(WORDS.draftStays)}</p>
        </Told>
      )}
      {fault !== undefined && (
        <FaultNotice fault={fault}>
          <Button onClick={() => void load()}>{say(WORDS.again)}</Button>
        </FaultNotice>
      )}
      <p role="status" class="publish-behind">
        {plan === undefined ? fault === undefined && say(WORDS.loading) : behind && say(WORDS.behind)}
      </p>
      {plan && news !== undefined && (
        <Notice kind="warn">
          {news === 'published' ? say(WORDS.newsPublished, { version: plan.against ?? '' }) : say(WORDS.newsSigned)}
        </Notice>
      )}
      {plan && <Planned planning={planning} plan={plan} session={session} go={go} findings={findings} />}
    </div>
  )
}

function Done({ packageId, version }: { readonly packageId: string; readonly version: string }) {
  const { say } = useLanguage()
  return (
    <Told>
      <p>{say(WORDS.done, { version })}</p>
      <p>
        <a href={ROUTES.live(packageId, version)}>{say(WORDS.watch)}</a>
      </p>
    </Told>
  )
}

/** What was just done, where the reader goes on. */
function Told({ children }: { readonly children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="good">{children}</Notice>
    </div>
  )
}

interface PlannedProps extends Pick<ViewProps, 'session' | 'go' | 'findings'> {
  readonly planning: Planning
  readonly plan: PublishingPlan
}

function Planned({ planning: { behind, load, loadAfter }, plan, session, go, findings }: PlannedProps) {
  const { say } = useLanguage()
  const [fault, setFault] = useState<Fault>()
  const read = { rev: plan.rev, against: plan.against ?? null }

  /** Also where it was refused: what was read may be old. */
  async function sign(role: string, remark: string): Promise<void> {
    await loadAfter(async () =>
      setFault(faultOf(await PUBLISHING.sign(session.id, { ...read, role, ...said(remark) }))),
    )
  }

  async function publish(version: string, remark: string): Promise<void> {
    const refused = faultOf(await PUBLISHING.publish(session.id, { ...read, version, ...said(remark) }))
    setFault(refused)
    if (refused) return load()
    await loadAfter(() => session.published(version))
    go('publish', DONE, version)
  }

  async function back(to: string, from: string, remark: string): Promise<void> {
    const refused = faultOf(await PUBLISHING.rollBack(plan.packageId, { to, from, ...said(remark) }))
    setFault(refused)
    if (refused) return load()
    await loadAfter(() => undefined)
    go('publish', BACK, to)
  }

  return (
    <>
      {fault && <FaultNotice fault={fault} />}
      {plan.summary ? (
        <NewService parts={plan.summary} differences={plan.differences} go={go} />
      ) : (
        <Changes plan={plan} go={go} />
      )}
      <ComparedDrawings drawings={plan.drawings} differences={plan.differences} />
      <h2>{say(WORDS.signatures)}</h2>
      <Signatures
        key={`signatures ${String(plan.rev)} ${plan.against ?? ''}`}
        plan={plan}
        disabled={behind}
        onSign={(role, remark) => void sign(role, remark)}
      />
      <h2>{say(WORDS.running)}</h2>
      <Running running={plan.running} />
      <PutInForce
        key={`publish ${String(plan.rev)} ${plan.against ?? ''}`}
        plan={plan}
        errors={findings.all.filter(({ severity }) => severity === 'error').length}
        go={go}
        disabled={behind}
        onPublish={(version, remark) => void publish(version, remark)}
      />
      <Record plan={plan} onBack={(to, from, remark) => void back(to, from, remark)} />
    </>
  )
}

function Changes({ plan, go }: Pick<PlannedProps, 'plan' | 'go'>) {
  const { say } = useLanguage()
  const { against = '', differences } = plan
  return (
    <>
      <h2>{say(WORDS.changes)}</h2>
      <p>{say(WORDS.against, { version: against })}</p>
      <Behind plan={plan} />
      {differences.length === 0 ? <p>{say(WORDS.none)}</p> : <Differences differences={differences} go={go} />}
    </>
  )
}

/** Where the draft was opened from a version that is no longer in force; one whose content came back is as good as in force. */
function Behind({ plan: { base, against, publications } }: Pick<PlannedProps, 'plan'>) {
  const { say } = useLanguage()
  const earlier = publications.find(({ version }) => version === against)?.restores
  if (base === undefined || against === undefined || base === against || base === earlier) return null
  return (
    <Notice kind="warn">
      {earlier === undefined
        ? say(WORDS.behindBase, { base, version: against })
        : say(WORDS.behindRestored, { base, version: against, earlier })}
    </Notice>
  )
}

const said = (remark: string): { readonly remark?: string } => (remark.trim() === '' ? {} : { remark })
