/** The steps of a procedure in a table: what the drawing shows, for everybody. */
import { useState } from 'preact/hooks'
import { Checkbox } from '../frame/checkbox.tsx'
import { useLanguage } from '../language/language.tsx'
import type { LiveElement, LiveProcess } from './asked.ts'
import { durationIn } from './duration.ts'
import { LIVE_WORDS as WORDS } from './words.ts'

interface StepTableProps {
  readonly process: LiveProcess
  readonly chosen: string | undefined
  readonly onChoose: (element: string) => void
}

export function StepTable({ process, chosen, onChoose }: StepTableProps) {
  const { say } = useLanguage()
  const [everyStep, setEveryStep] = useState(false)
  const steps = process.elements
    .slice(1)
    .filter((it) => everyStep || it.count > 0 || it.incidents > 0 || it.waiting > 0)
  return (
    <section>
      <Checkbox label={say(WORDS.everyStep)} checked={everyStep} onChange={setEveryStep} />
      {steps.length === 0 ? (
        <p class="empty">{say(WORDS.nothing)}</p>
      ) : (
        <table class="live-steps">
          <caption class="hidden-label">{say(WORDS.steps)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(WORDS.step)}</th>
              <th scope="col">{say(WORDS.standing)}</th>
              <th scope="col">{say(WORDS.median)}</th>
              <th scope="col">{say(WORDS.longest)}</th>
              <th scope="col">{say(WORDS.faults)}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <StepRow key={step.id} step={step} isChosen={step.id === chosen} onChoose={onChoose} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface StepRowProps {
  readonly step: LiveElement
  readonly isChosen: boolean
  readonly onChoose: (element: string) => void
}

function StepRow({
  step: { id, name, count, median, oldest, incidents, waiting: joining },
  isChosen,
  onChoose,
}: StepRowProps) {
  const { say, language } = useLanguage()
  const waiting = (since: string | undefined): string =>
    since === undefined ? '–' : durationIn(language, Date.now() - Date.parse(since))
  const called = name[language] || id
  return (
    <tr aria-current={isChosen ? 'true' : undefined}>
      <td>
        {count > 0 ? (
          <button type="button" class="btn btn-link" aria-pressed={isChosen} onClick={() => onChoose(id)}>
            {called}
          </button>
        ) : (
          called
        )}
      </td>
      <td>
        {joining > 0 ? joining : count}
        {joining > 0 && <p class="hint">{say(WORDS.waitsForOthers)}</p>}
      </td>
      <td>{waiting(median)}</td>
      <td>{waiting(oldest)}</td>
      <td class={incidents > 0 ? 'live-fault-count' : undefined}>{incidents}</td>
    </tr>
  )
}
