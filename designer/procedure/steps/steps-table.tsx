/** The steps of a drawing as a table: chosen here, they are chosen on the canvas, and what can be done to them can be done here. */
import { useMemo } from 'preact/hooks'
import type { Findings } from '../../check/findings.ts'
import type { DraftSession } from '../../draft/session.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Drawing } from '../canvas/modeler.ts'
import type { Element } from '../canvas/model.ts'
import { shownParts, type Shown } from '../lettering/name.ts'
import { CANVAS_WORDS } from '../words/canvas-words.ts'
import { STEPS_WORDS as WORDS } from '../words.ts'
import { StepCard } from './step-card.tsx'
import { stepsOf, type Step } from './steps.ts'

interface StepsTableProps {
  readonly drawing: Drawing
  readonly file: string
  readonly selected: readonly Element[]
  readonly changes: number
  readonly shown: Shown
  readonly findings: Findings
  readonly session: DraftSession
}

export function StepsTable({ drawing, file, selected, changes, shown, findings, session }: StepsTableProps) {
  const { say, language } = useLanguage()
  const { diagram } = drawing
  const steps = useMemo(() => stepsOf(diagram), [diagram, changes])
  const chosen = selected.length === 1 ? steps.find(({ element }) => element === selected[0]) : undefined
  const choose = ({ element }: Step): void => {
    showRootOf(diagram, element)
    diagram.get('selection').select(element)
    diagram.get('canvas').scrollToElement(element)
  }
  return (
    <>
      <div class="steps-list" role="region" tabIndex={0} aria-label={say(WORDS.caption)}>
        <table class="steps">
          <thead>
            <tr>
              <th scope="col">{say(WORDS.step)}</th>
              <th scope="col">{say(WORDS.kind)}</th>
              <th scope="col">{say(WORDS.next)}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.element.id} aria-selected={step === chosen ? 'true' : undefined}>
                <th scope="row" data-depth={Math.min(step.depth, 4)}>
                  <button
                    type="button"
                    class="step-name"
                    aria-pressed={step === chosen}
                    data-step={step.element.id}
                    onClick={() => choose(step)}
                  >
                    <Name name={step.name} shown={shown} />
                  </button>
                  <Count findings={findings} file={file} place={step.element.id} />
                </th>
                <td>{language === 'ar' ? (CANVAS_WORDS[step.kind] ?? step.kind) : step.kind}</td>
                <td>
                  {step.next.map(({ flow, name, toName }) => (
                    <div key={flow.id}>
                      {name !== '' && (
                        <span class="step-flow">
                          <Name name={name} shown={shown} />
                        </span>
                      )}
                      <Name name={toName} shown={shown} />
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {steps.length === 0 && <p>{say(WORDS.none)}</p>}
      </div>
      {chosen ? (
        <StepCard
          key={chosen.element.id}
          drawing={drawing}
          step={chosen}
          steps={steps}
          files={session.files}
          found={findings.at(file, chosen.element.id)}
        />
      ) : (
        <p class="hint">{say(WORDS.chooseOne)}</p>
      )}
    </>
  )
}

/** Each language on a line of its own. */
function Name({ name, shown }: { readonly name: string; readonly shown: Shown }) {
  const { say } = useLanguage()
  const parts = shownParts(name, shown).filter((it) => it !== '')
  if (parts.length === 0) return <span class="hint">{say(WORDS.unnamed)}</span>
  return parts.map((part) => <bdi key={part}>{part}</bdi>)
}

interface CountProps {
  readonly findings: Findings
  readonly file: string
  readonly place: string
}

function Count({ findings, file, place }: CountProps) {
  const { say } = useLanguage()
  const found = findings.at(file, place)
  const errors = found.filter(({ severity }) => severity === 'error').length
  if (found.length === 0) return null
  return (
    <span class="step-found" data-severity={errors > 0 ? 'error' : 'warning'}>
      {errors > 0 ? say(WORDS.errors, { count: errors }) : say(WORDS.warnings, { count: found.length })}
    </span>
  )
}

/** A step inside a folded sub-process is on a sheet of its own. */
export function showRootOf(diagram: Drawing['diagram'], element: Element): void {
  const canvas = diagram.get('canvas')
  let at = element
  while (at.parent !== undefined) at = at.parent
  if (canvas.getRootElement() !== at) canvas.setRootElement(at)
}
