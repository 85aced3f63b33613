/** One deployed version: how many applications stand at each step, for how long, and where something stands still. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { ROUTES } from '../app/routes.ts'
import { useAnnounce } from '../frame/announcer.tsx'
import { Button } from '../frame/button.tsx'
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import { LIVE, type LiveProcess, type LiveVersion } from './asked.ts'
import { useAsked } from './asking.ts'
import { Drawing } from './drawing.tsx'
import { Link } from './link.tsx'
import { StandingList } from './standing-list.tsx'
import { StepTable } from './step-table.tsx'
import { Unanswered } from './unanswered.tsx'
import type { Badge, Shown } from './viewer.ts'
import { LIVE_WORDS as WORDS } from './words.ts'

/** Milliseconds after which the numbers are asked for anew while the page is looked at. */
const FRESH = 30_000

export function VersionView({ packageId, version }: { readonly packageId: string; readonly version: string }) {
  const { say } = useLanguage()
  const announce = useAnnounce()
  const question = useCallback(() => LIVE.version(packageId, version), [packageId, version])
  const { answer, again } = useAsked(question)
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') void again()
    }, FRESH)
    return () => window.clearInterval(timer)
  }, [again])
  return (
    <>
      <p>
        <Link to={ROUTES.live()}>{say(WORDS.all)}</Link>
      </p>
      {answer?.kind === 'ok' ? (
        <Version live={answer.value} onRefresh={() => void again().then(() => announce(say(WORDS.refreshed)))} />
      ) : (
        <Unanswered answer={answer} />
      )}
    </>
  )
}

function Version({ live, onRefresh }: { readonly live: LiveVersion; readonly onRefresh: () => void }) {
  const { say, language } = useLanguage()
  const [processId, setProcess] = useState(live.processes[0]?.id ?? '')
  const [chosen, setChosen] = useState<string>()
  const process = live.processes.find(({ id }) => id === processId) ?? live.processes[0]
  if (process === undefined) return <p class="empty">{say(WORDS.nothing)}</p>
  const choose = (element: string): void => {
    if (process.elements.some(({ id, count }) => id === element && count > 0)) setChosen(element)
  }
  return (
    <>
      <div class="bar">
        <h1>
          {live.title[language]} · {say(WORDS.version, { version: live.version })}
        </h1>
        <p>{say(WORDS.running, { count: process.elements[0]?.count ?? 0 })}</p>
        <Button onClick={onRefresh}>{say(WORDS.refresh)}</Button>
      </div>
      {live.processes.length > 1 && (
        <Select
          label={say(WORDS.process)}
          value={process.id}
          options={live.processes.map(({ id, name }) => ({ value: id, label: name[language] || id }))}
          onChange={(id) => {
            setProcess(id)
            setChosen(undefined)
          }}
        />
      )}
      <LiveDrawing live={live} process={process} chosen={chosen} onChoose={choose} />
      <StepTable process={process} chosen={chosen} onChoose={choose} />
      {chosen !== undefined && (
        <StandingList key={`${process.id} ${chosen}`} live={live} process={process} element={chosen} />
      )}
    </>
  )
}

interface LiveDrawingProps {
  readonly live: LiveVersion
  readonly process: LiveProcess
  readonly chosen: string | undefined
  readonly onChoose: (element: string) => void
}

function LiveDrawing({ live, process, chosen, onChoose }: LiveDrawingProps) {
  const { say, language } = useLanguage()
  const xml = Object.values(live.drawings).find((text) => text.includes(`id="${process.id}"`))
  const shown = useMemo<Shown>(() => {
    const badges = process.elements.slice(1).flatMap(({ id, count, incidents, waiting }) => {
      const here: Badge[] = []
      if (count > 0) here.push({ kind: 'count', text: String(count), title: say(WORDS.standing) })
      if (waiting > 0) here.push({ kind: 'count', text: String(waiting), title: say(WORDS.waitsForOthers) })
      if (incidents > 0) here.push({ kind: 'fault', text: `! ${incidents}`, title: say(WORDS.faults) })
      return here.length === 0 ? [] : [[id, here] as const]
    })
    return { badges: new Map(badges), marks: new Map(chosen === undefined ? [] : [[chosen, 'chosen']]) }
  }, [process, chosen, say])
  if (xml === undefined) return null
  return (
    <Drawing
      xml={xml}
      label={say(WORDS.drawing, { name: process.name[language] || process.id })}
      shown={shown}
      onChoose={onChoose}
    />
  )
}
