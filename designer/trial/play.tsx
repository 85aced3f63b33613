/** A try step by step: the drawing and its steps on one side, what can be done now and what is known on the other. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { differenceOf } from '../../engine/core/package/file-changes.ts'
import type { Step } from '../../engine/core/trial/scenario.ts'
import type { Text } from '../../engine/core/text.ts'
import type { ViewProps } from '../app/views.ts'
import type { DraftSession } from '../draft/session.ts'
import { useFiles } from '../draft/session.ts'
import { useAnnounce } from '../frame/announcer.tsx'
import { Button } from '../frame/button.tsx'
import { Notice } from '../frame/notice.tsx'
import { Tabs } from '../frame/tabs.tsx'
import { useLanguage } from '../language/language.tsx'
import { BeginApplication, FIRST_DAY, firstBegin } from './begin.tsx'
import { Handed } from './handed.tsx'
import { KeepAsTest } from './keep.tsx'
import { Knowledge } from './knowledge.tsx'
import { momentWithDay } from './moment-time.ts'
import { Moments, namesIn } from './moments.tsx'
import { Now } from './now.tsx'
import { peopleCalled } from './people-called.ts'
import { fileFor } from './proposal.ts'
import { RefusedNotice } from './refused.tsx'
import { saidStep } from './said-step.ts'
import { isTest, scenarioIn, testsIn } from './samples.ts'
import { blank, keptSteps, withPerson, withStep, type Person } from './scenario.ts'
import { Settings } from './settings.tsx'
import { Stage } from './stage.tsx'
import { useTrial } from './use-trial.ts'
import { TRIAL_WORDS } from './words.ts'

interface PlayProps {
  readonly session: DraftSession
  /** The test that is stepped through. */
  readonly opened: string | undefined
  readonly onOpened: (file: string | undefined) => void
  readonly go: ViewProps['go']
}

const UNTITLED: Text = { ar: '', en: '' }

export function Play({ session, opened, onOpened, go }: PlayProps) {
  const { say, language } = useLanguage()
  const announce = useAnnounce()
  const files = useFiles(session)
  const trial = useTrial(session, opened)
  const tests = testsIn(files)
  const [shown, setShown] = useState<number>()
  const [tab, setTab] = useState('now')
  const [keeping, setKeeping] = useState(false)
  const { scenario, tried, beginning, refused, running, playedOn } = trial

  const arrived = useRef(false)
  useEffect(() => {
    const isFirst = !arrived.current
    arrived.current = true
    if (isFirst && trial.isResumed) return
    const kept = opened === undefined ? undefined : scenarioIn(session.files.get(opened))
    setShown(undefined)
    if (kept) void trial.open(kept)
    else {
      trial.forget()
      void trial.ask(blank(firstBegin(FIRST_DAY)))
    }
  }, [opened])

  const isOld = useMemo(() => playedOn !== undefined && differenceOf(playedOn, files).size > 0, [playedOn, files])
  const again = (): void => {
    if (scenario) void trial.open(scenario)
    else void trial.ask(blank(firstBegin(FIRST_DAY)))
  }

  const isBegun = scenario !== undefined && tried !== undefined && tried.moments.length > 0
  const last = (tried?.moments.length ?? 0) - 1
  const at = Math.min(shown ?? last, last)
  const moment = tried?.moments[at]
  const now = tried?.moments[last]

  const take = async (step: Step, person?: readonly [name: string, person: Person]): Promise<boolean> => {
    if (scenario === undefined || tried === undefined) return false
    const peopled = person ? withPerson(scenario, ...person) : scenario
    const isTaken = await trial.attempt(withStep(peopled, step))
    if (isTaken) {
      setShown(undefined)
      setTab('now')
      announce(saidStep(step, namesIn(tried), peopleCalled(peopled, tried))[language])
    }
    return isTaken
  }

  const restart = (): void => {
    trial.forget()
    setShown(undefined)
    onOpened(undefined)
    void trial.ask(blank(firstBegin(FIRST_DAY)))
  }

  const keep = (next: NonNullable<typeof scenario>): void => {
    const taken = new Set([...files.keys()].filter(isTest))
    const file = opened ?? fileFor(next.title.en, taken)
    session.change(TRIAL_WORDS.keptLabel, new Map([[file, `${JSON.stringify(next, null, 2)}\n`]]))
    setKeeping(false)
    announce(say(TRIAL_WORDS.kept, { title: next.title[language] }))
    onOpened(file)
  }

  return (
    <div class="trial-play" aria-busy={running}>
      <div class="bar">
        {moment && (
          <p class="trial-clock">
            <strong>{say(TRIAL_WORDS[moment.status])}</strong> · {momentWithDay(moment.at, moment.calendar, language)}
          </p>
        )}
        <p role="status" class="hint">
          {running ? say(TRIAL_WORDS.running) : ''}
        </p>
        {isBegun && (
          <div class="buttons">
            <Button
              icon="undo"
              disabled={running || last < 1}
              onClick={() => {
                setShown(undefined)
                void trial.open(keptSteps(scenario, last - 1))
              }}
            >
              {say(TRIAL_WORDS.back)}
            </Button>
            <Button icon="play" onClick={restart}>
              {say(TRIAL_WORDS.restart)}
            </Button>
            <Button kind="primary" icon="good" disabled={running} onClick={() => setKeeping(true)}>
              {say(opened === undefined ? TRIAL_WORDS.keep : TRIAL_WORDS.saveOver)}
            </Button>
          </div>
        )}
      </div>
      {isOld && !running && (
        <Notice kind="warn">
          <p>{say(TRIAL_WORDS.changedSince)}</p>
          <Button icon="play" onClick={again}>
            {say(scenario ? TRIAL_WORDS.again : TRIAL_WORDS.tryAgain)}
          </Button>
        </Notice>
      )}
      {refused && <RefusedNotice session={session} go={go} refused={refused} begun={isBegun} />}
      {tried && scenario && opened !== undefined && tried.failures.length > 0 && (
        <Notice kind="warn">
          <p>{say(TRIAL_WORDS.expectations)}</p>
          <ul class="trial-findings">
            {tried.failures.map((failure) => (
              <li key={failure.en}>{failure[language]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!isBegun && beginning && <BeginApplication trial={trial} beginning={beginning} tests={tests} />}
      {isBegun && moment && now && (
        <div class="trial-columns">
          <div class="trial-stage">
            <Stage files={files} beginning={tried.beginning} moments={tried.moments.slice(0, at + 1)} />
            <Moments
              scenario={scenario}
              tried={tried}
              shown={at}
              running={running}
              onShow={setShown}
              onBackTo={(step) => {
                setShown(undefined)
                void trial.open(keptSteps(scenario, step))
              }}
            />
          </div>
          <div class="trial-side">
            {at !== last && (
              <p>
                {say(TRIAL_WORDS.shownStep, { step: at })}{' '}
                <Button onClick={() => setShown(undefined)}>{say(TRIAL_WORDS.toLast)}</Button>
              </p>
            )}
            <Tabs
              label={say(TRIAL_WORDS.title)}
              chosen={tab}
              onChoose={setTab}
              tabs={[
                {
                  id: 'now',
                  title: say(TRIAL_WORDS.now),
                  body: () => <Now trial={trial} moment={now} tests={tests} take={take} />,
                },
                {
                  id: 'knowledge',
                  title: say(TRIAL_WORDS.knowledge),
                  body: () => <Knowledge variables={moment.variables} before={tried.moments[at - 1]?.variables} />,
                },
                {
                  id: 'handed',
                  title: say(TRIAL_WORDS.handedOut),
                  body: () => <Handed moments={tried.moments.slice(0, at + 1)} />,
                },
                {
                  id: 'settings',
                  title: say(TRIAL_WORDS.settings),
                  body: () => <Settings trial={trial} scenario={scenario} tests={tests} />,
                },
              ]}
            />
          </div>
        </div>
      )}
      {keeping && tried && scenario && (
        <KeepAsTest
          scenario={scenario}
          tried={tried}
          title={opened === undefined ? UNTITLED : scenario.title}
          onKeep={keep}
          onClose={() => setKeeping(false)}
        />
      )}
    </div>
  )
}
