/**
 * What is about to be published, as it stands now: read again when the draft was saved with something else in it, when a
 * colleague signed, and when another version came into force meanwhile.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useFiles, type DraftSession } from '../draft/session.ts'
import type { Answer, Refusal } from '../server/client.ts'
import { PUBLISHING, type News, type PublishingPlan } from './server.ts'

export type Fault = { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'unreachable' }

/** What went wrong; undefined where nothing did. */
export const faultOf = (answer: Answer<unknown>): Fault | undefined => (answer.kind === 'ok' ? undefined : answer)

export interface Planning {
  readonly plan: PublishingPlan | undefined
  readonly fault: Fault | undefined
  /** The draft is not as the plan says any more; it is read again once it is saved. */
  readonly behind: boolean
  /** Another version came into force, or another signature was given, since the reader first saw the plan. */
  readonly news: 'published' | 'signed' | undefined
  load(): Promise<void>
  /** Again after something of the reader's own, of which nothing is news. */
  loadAfter(doing: () => Promise<void> | void): Promise<void>
}

/** How often a colleague's signature or publication is looked for. */
const LOOKED_FOR = 10_000

export function usePlan(session: DraftSession): Planning {
  const files = useFiles(session)
  const saving = session.saving.kind
  const read = useRef<typeof files>()
  const last = useRef<PublishingPlan>()
  const turn = useRef(0)
  const [plan, setPlan] = useState<PublishingPlan>()
  const [fault, setFault] = useState<Fault>()
  const [news, setNews] = useState<Planning['news']>()

  const load = useCallback(async () => {
    const mine = ++turn.current
    await session.save()
    const of = session.files
    read.current = of
    const answer = await PUBLISHING.plan(session.id)
    if (mine !== turn.current) return
    setFault(faultOf(answer))
    if (answer.kind !== 'ok') return
    const before = last.current
    if (before) setNews(newsIn(before, answer.value))
    last.current = answer.value
    setPlan(answer.value)
  }, [session])

  const loadAfter = useCallback(
    async (doing: () => Promise<void> | void) => {
      last.current = undefined
      setNews(undefined)
      await doing()
      await load()
    },
    [load],
  )

  const isSettled = saving === 'saved' || saving === 'readonly'
  useEffect(() => {
    if (isSettled && files !== read.current) void load()
  }, [isSettled, files, load])

  useEffect(() => {
    const look = async (): Promise<void> => {
      const known = last.current
      if (known === undefined || document.visibilityState === 'hidden') return
      const answer = await PUBLISHING.news(session.id)
      if (answer.kind === 'ok' && last.current === known && differs(known, answer.value)) await load()
    }
    const hear = (): void => void look()
    const timer = window.setInterval(hear, LOOKED_FOR)
    window.addEventListener('focus', hear)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('focus', hear)
    }
  }, [session, load])

  return { plan, fault, news, behind: plan !== undefined && files !== read.current, load, loadAfter }
}

const differs = (one: News, other: News): boolean =>
  one.rev !== other.rev || one.against !== other.against || one.signed !== other.signed

function newsIn(before: PublishingPlan, after: PublishingPlan): Planning['news'] {
  if (before.against !== after.against) return 'published'
  return before.signed < after.signed ? 'signed' : undefined
}
