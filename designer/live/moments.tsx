/** What happened, event by event: each a button that shows the application as it stood after it. */
import { useEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language/language.tsx'
import type { Moment } from './asked.ts'
import { happened } from './happened.ts'
import { LIVE_WORDS as WORDS } from './words.ts'

interface MomentsProps {
  readonly moments: readonly Moment[]
  readonly at: number
  readonly onChoose: (at: number) => void
}

export function Moments({ moments, at, onChoose }: MomentsProps) {
  const { say } = useLanguage()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <section>
      <h2>{say(WORDS.history)}</h2>
      <ol class="live-moments" ref={list}>
        {moments.map((moment, index) => (
          <li key={moment.event}>
            <MomentButton moment={moment} isHere={index === at} onChoose={() => onChoose(index)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface MomentButtonProps {
  readonly moment: Moment
  readonly isHere: boolean
  readonly onChoose: () => void
}

function MomentButton({ moment, isHere, onChoose }: MomentButtonProps) {
  const { say, sayTime, language } = useLanguage()
  const text = happened(moment)
  const name = moment.name?.[language] || moment.element || ''
  return (
    <button type="button" aria-current={isHere ? 'step' : undefined} onClick={onChoose}>
      <span>{text && say(text, { name, said: moment.said ?? '' })}</span>
      <span class="hint">
        {sayTime(Date.parse(moment.at))} · <bdi>{moment.actor.replace(/^\w+:/, '')}</bdi>
      </span>
    </button>
  )
}
