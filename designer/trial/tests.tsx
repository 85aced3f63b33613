/** All tests of the package: run together, each with its verdict, and what they reach of the drawings. */
import { useMemo, useState } from 'preact/hooks'
import { differenceOf, type DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { TestRun, TestVerdict } from '../../engine/trial/coverage.ts'
import type { ViewProps } from '../app/views.ts'
import type { DraftSession } from '../draft/session.ts'
import { useFiles } from '../draft/session.ts'
import { useAnnounce } from '../frame/announcer.tsx'
import { Button } from '../frame/button.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { Coverage } from './coverage.tsx'
import { RefusedNotice } from './refused.tsx'
import { testsIn, type KeptTest } from './samples.ts'
import { runAllTests } from './server.ts'
import type { Refused } from './use-trial.ts'
import { TRIAL_WORDS } from './words.ts'

interface TestsProps {
  readonly session: DraftSession
  readonly onOpen: (file: string) => void
  readonly go: ViewProps['go']
}

export function Tests({ session, onOpen, go }: TestsProps) {
  const { say, language } = useLanguage()
  const announce = useAnnounce()
  const files = useFiles(session)
  const tests = testsIn(files)
  const [running, setRunning] = useState(false)
  const [run, setRun] = useState<TestRun>()
  const [runOn, setRunOn] = useState<DraftFiles>()
  const [refused, setRefused] = useState<Refused>()
  const [removing, setRemoving] = useState<KeptTest>()

  const runAll = async (): Promise<void> => {
    setRunning(true)
    setRefused(undefined)
    await session.save()
    setRunOn(session.files)
    const answer = await runAllTests(session.id)
    setRunning(false)
    if (answer.kind === 'unreachable') return setRefused({ kind: 'unreachable' })
    if (answer.kind === 'refused')
      return setRefused({ kind: 'stopped', title: answer.refusal.title, findings: answer.refusal.findings ?? [] })
    if (answer.value.kind !== 'tested') return setRefused({ kind: answer.value.kind, findings: answer.value.findings })
    setRun(answer.value)
    announce(summary(answer.value))
  }
  const summary = ({ tests: all }: TestRun): string =>
    say(TRIAL_WORDS.passedOf, { passed: all.filter(({ passed }) => passed).length, all: all.length })
  const isOld = useMemo(() => runOn !== undefined && differenceOf(runOn, files).size > 0, [runOn, files])
  const verdictOf = ({ file }: KeptTest): TestVerdict | undefined => run?.tests.find((it) => it.file === file)

  return (
    <div aria-busy={running}>
      <div class="bar">
        <Button kind="primary" icon="play" disabled={running || tests.length === 0} onClick={() => void runAll()}>
          {say(TRIAL_WORDS.runAll)}
        </Button>
        <p role="status">{running ? say(TRIAL_WORDS.runningTests) : run ? summary(run) : ''}</p>
      </div>
      {isOld && !running && (run !== undefined || refused !== undefined) && (
        <Notice kind="warn">{say(TRIAL_WORDS.changedSinceTests)}</Notice>
      )}
      {refused && <RefusedNotice session={session} go={go} refused={refused} begun />}
      {tests.length === 0 && <p class="empty">{say(TRIAL_WORDS.noTests)}</p>}
      {tests.length > 0 && (
        <table class="trial-tests">
          <thead>
            <tr>
              <th scope="col">{say(TRIAL_WORDS.test)}</th>
              <th scope="col">{say(TRIAL_WORDS.verdict)}</th>
              <th scope="col">
                <span class="hidden-label">{say(TRIAL_WORDS.openTest)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tests.map((test) => (
              <tr key={test.file}>
                <th scope="row">
                  <bdi>{test.title[language]}</bdi>
                  <p class="hint">
                    <code>{test.file}</code>
                  </p>
                </th>
                <td>
                  <VerdictOf verdict={verdictOf(test)} />
                </td>
                <td>
                  <div class="buttons">
                    <Button
                      disabled={test.scenario === undefined}
                      label={say(TRIAL_WORDS.openTestOf, { title: test.title[language] })}
                      onClick={() => onOpen(test.file)}
                    >
                      {say(TRIAL_WORDS.openTest)}
                    </Button>
                    <Button
                      kind="icon"
                      icon="remove"
                      label={say(TRIAL_WORDS.removeTestOf, { title: test.title[language] })}
                      onClick={() => setRemoving(test)}
                    />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {run && <Coverage run={run} files={files} />}
      {removing && (
        <Confirm
          danger
          title={say(TRIAL_WORDS.removeTestOf, { title: removing.title[language] })}
          action={say(TRIAL_WORDS.removeTest)}
          onClose={() => setRemoving(undefined)}
          onConfirm={() => {
            session.change(TRIAL_WORDS.removedLabel, new Map([[removing.file, null]]))
            setRemoving(undefined)
          }}
        />
      )}
    </div>
  )
}

function VerdictOf({ verdict }: { readonly verdict: TestVerdict | undefined }) {
  const { say, language } = useLanguage()
  if (verdict === undefined) return <span class="hint">{say(TRIAL_WORDS.notRun)}</span>
  if (verdict.passed) return <span class="trial-good">{say(TRIAL_WORDS.passed)}</span>
  return (
    <>
      <span class="trial-bad">{say(TRIAL_WORDS.failed)}</span>
      <ul class="trial-findings" aria-label={say(TRIAL_WORDS.failuresOfTest)}>
        {verdict.failures.map((failure) => (
          <li key={failure.en} dir="auto">
            {failure[language]}
          </li>
        ))}
      </ul>
    </>
  )
}
