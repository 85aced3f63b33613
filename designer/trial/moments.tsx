/** The steps of a try in their order: what was done, when, and what happened by it; any of them can be looked at, or gone back to. */
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import type { Language } from '../../engine/core/text.ts'
import type { Moment, Tried } from '../../engine/trial/moment.ts'
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import { momentWithDay } from './moment-time.ts'
import { peopleCalled } from './people-called.ts'
import { saidStep, type NameOf } from './said-step.ts'
import { TRIAL_WORDS } from './words.ts'

interface MomentsProps {
  readonly scenario: Scenario
  readonly tried: Tried
  readonly shown: number
  readonly running: boolean
  readonly onShow: (step: number) => void
  readonly onBackTo: (step: number) => void
}

export function Moments({ scenario, tried, shown, running, onShow, onBackTo }: MomentsProps) {
  const { say, language } = useLanguage()
  const nameOf = namesIn(tried)
  const called = peopleCalled(scenario, tried)
  return (
    <section aria-labelledby="trial-steps">
      <h2 id="trial-steps">{say(TRIAL_WORDS.steps)}</h2>
      <div class="trial-scroll" tabIndex={0} role="group" aria-labelledby="trial-steps">
        <table class="trial-steps">
          <thead>
            <tr>
              <th scope="col">{say(TRIAL_WORDS.step)}</th>
              <th scope="col">{say(TRIAL_WORDS.whatHappened)}</th>
              <th scope="col">{say(TRIAL_WORDS.time)}</th>
              <th scope="col">
                <span class="hidden-label">{say(TRIAL_WORDS.view)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tried.moments.map((moment) => {
              const step = (scenario.steps ?? [])[moment.step - 1]
              const isShown = moment.step === shown
              return (
                <tr key={moment.step} aria-current={isShown ? 'step' : undefined}>
                  <th scope="row">{moment.step}</th>
                  <td>
                    <strong>{step ? saidStep(step, nameOf, called)[language] : say(TRIAL_WORDS.beganStep)}</strong>
                    <p class="hint">{happened(moment, tried, language)}</p>
                    {moment.failures.map((failure) => (
                      <p class="field-error" key={failure.en}>
                        {failure[language]}
                      </p>
                    ))}
                  </td>
                  <td>{momentWithDay(moment.at, moment.calendar, language)}</td>
                  <td>
                    <div class="buttons">
                      <Button
                        kind="icon"
                        icon="eye"
                        label={say(TRIAL_WORDS.viewStep, { step: moment.step })}
                        pressed={isShown}
                        onClick={() => onShow(moment.step)}
                      />
                      {isShown && moment.step < tried.moments.length - 1 && (
                        <Button icon="undo" disabled={running} onClick={() => onBackTo(moment.step)}>
                          {say(TRIAL_WORDS.backToHere)}
                        </Button>
                      )}
                    </div>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const MOST_NAMED = 8
const ARROW: Readonly<Record<Language, string>> = { ar: ' ← ', en: ' → ' }

/** The elements a step went through, by name: those without one only join and part. */
function happened({ trace }: Moment, { beginning }: Tried, language: Language): string {
  const names = trace.flatMap((one) =>
    one.kind === 'left' && one.packageId === beginning.packageId && one.name[language] !== one.element
      ? [one.name[language]]
      : [],
  )
  const told = names.filter((name, index) => name !== names[index - 1])
  return told.length > MOST_NAMED
    ? [...told.slice(0, MOST_NAMED), '…'].join(ARROW[language])
    : told.join(ARROW[language])
}

/** As the application met them. */
export function namesIn({ moments }: Pick<Tried, 'moments'>): NameOf {
  const names = new Map(
    moments.flatMap(({ trace, tasks }) => [
      ...trace.flatMap((one) => (one.kind === 'flow' ? [] : [[one.element, one.name] as const])),
      ...tasks.map(({ element, name }) => [element, name] as const),
    ]),
  )
  return (element) => names.get(element) ?? { ar: element, en: element }
}
