/** Deadlines of law that run: how much of each is left, and stopping it by hand under an article, as a supervisor may. */
import { counted } from '../../engine/core/counted.ts'
import { useLanguage } from '../language/language.tsx'
import { Button } from '../frame/button.tsx'
import { momentSaid } from './moment-time.ts'
import { type NowProps, SUPERVISOR, Waiting } from './waiting.tsx'
import type { Person } from './scenario.ts'
import { TRIAL_WORDS } from './words.ts'

export function ClocksNow({ moment, take, trial }: NowProps) {
  const { say, language } = useLanguage()
  if (moment.clocks.length === 0) return null
  const supervisor: readonly [string, Person] | undefined = trial.scenario?.people?.[SUPERVISOR]
    ? undefined
    : [SUPERVISOR, { groups: Object.keys(trial.tried?.beginning.roles ?? {}), roles: ['supervisor'] }]
  return (
    <Waiting title={say(TRIAL_WORDS.clocks)}>
      {moment.clocks.map((clock) => {
        const { deadline, title, unit, due, left, overdue, stopped, byHand, articles } = clock
        const time = due === undefined ? '' : momentSaid(due, moment.calendar, language)
        const rest = counted(Math.ceil(left), unit === 'workingDays' ? 'workingDay' : 'day', language)
        return (
          <li key={deadline}>
            <strong>
              <bdi>{title[language]}</bdi>
            </strong>
            <p class="hint">
              {stopped && say(TRIAL_WORDS.standing)}
              {!stopped && overdue && say(TRIAL_WORDS.overdue, { time })}
              {!stopped && !overdue && say(TRIAL_WORDS.clockDue, { time, left: rest })}
            </p>
            <div class="buttons">
              {!byHand &&
                articles.map(({ id, title: article }) => (
                  <Button
                    key={id}
                    disabled={trial.running}
                    onClick={() => void take({ stopClock: deadline, as: SUPERVISOR, article: id }, supervisor)}
                  >
                    {say(TRIAL_WORDS.stopClock, { article: article[language] })}
                  </Button>
                ))}
              {byHand && (
                <Button
                  disabled={trial.running}
                  onClick={() => void take({ continueClock: deadline, as: SUPERVISOR }, supervisor)}
                >
                  {say(TRIAL_WORDS.continueClock)}
                </Button>
              )}
            </div>
          </li>
        )
      })}
    </Waiting>
  )
}
