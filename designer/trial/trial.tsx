/** Trying the draft: one application step by step, or all tests of the package with what they reach. */
import type { ViewProps } from '../app/views.ts'
import { useLanguage } from '../language/language.tsx'
import { Play } from './play.tsx'
import { Tests } from './tests.tsx'
import { TRIAL_WORDS } from './words.ts'
import './trial.css'

/** Address: nothing, "tests", or "test" and the file that is stepped through. */
export default function TrialView({ session, at, go }: ViewProps) {
  const { say } = useLanguage()
  const [page, file] = at
  const isTests = page === 'tests'
  const link = (chosen: boolean, words: string, onClick: () => void) => (
    <button type="button" aria-current={chosen ? 'page' : undefined} onClick={onClick}>
      {words}
    </button>
  )
  return (
    <div class="trial">
      <h1 class="hidden-label">{say(TRIAL_WORDS.title)}</h1>
      <nav class="tab-list trial-nav" aria-label={say(TRIAL_WORDS.title)}>
        {link(!isTests, say(TRIAL_WORDS.tryTab), () => go('trial'))}
        {link(isTests, say(TRIAL_WORDS.testsTab), () => go('trial', 'tests'))}
      </nav>
      {isTests ? (
        <Tests session={session} go={go} onOpen={(test) => go('trial', 'test', test)} />
      ) : (
        <Play
          session={session}
          go={go}
          opened={page === 'test' ? file : undefined}
          onOpened={(test) => (test === undefined ? go('trial') : go('trial', 'test', test))}
        />
      )}
    </div>
  )
}
