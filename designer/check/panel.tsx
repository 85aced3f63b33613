/** Everything the check says of the draft, by file: what is wrong, what to do, and the way there. */
import { useState } from 'preact/hooks'
import type { Finding } from '../../engine/core/problem.ts'
import { folded } from '../../engine/core/spelling.ts'
import type { ViewProps } from '../app/views.ts'
import { ROUTES } from '../app/routes.ts'
import { Icon } from '../frame/icon.tsx'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import './check.css'
import { spotOf } from './place.ts'
import { CHECK_WORDS } from './words.ts'

type Shown = 'all' | 'errors' | 'warnings'

const SHOWS: Readonly<Record<Shown, (finding: Finding) => boolean>> = {
  all: () => true,
  errors: ({ severity }) => severity === 'error',
  warnings: ({ severity }) => severity === 'warning',
}

export default function FindingsPanel({ session, go, findings }: ViewProps) {
  const { say } = useLanguage()
  const [shown, setShown] = useState<Shown>('all')
  const [sought, setSought] = useState('')
  const { all, state } = findings
  const list = all.filter((it) => SHOWS[shown](it) && folded(wordsOf(it)).includes(folded(sought)))
  const errors = all.filter(SHOWS.errors).length
  return (
    <div class="page findings">
      <h1>{say(CHECK_WORDS.title)}</h1>
      <p role="status" class="findings-count">
        {state === 'checking'
          ? say(CHECK_WORDS.checking)
          : all.length === 0
            ? say(CHECK_WORDS.clean)
            : say(CHECK_WORDS.counted, { errors, warnings: all.length - errors })}
      </p>
      {all.length > 0 && (
        <div class="findings-filter">
          <Select
            label={say(CHECK_WORDS.filter)}
            value={shown}
            options={(['all', 'errors', 'warnings'] as const).map((value) => ({
              value,
              label: say(CHECK_WORDS[value]),
            }))}
            onChange={(value) => setShown(value === 'errors' || value === 'warnings' ? value : 'all')}
          />
          <TextField label={say(CHECK_WORDS.search)} value={sought} onChange={setSought} />
        </div>
      )}
      {all.length > 0 && list.length === 0 && <p>{say(CHECK_WORDS.none)}</p>}
      {[...Map.groupBy(list, ({ file }) => file ?? '')].map(([file, inFile]) => (
        <section key={file}>
          <h2>{file === '' ? say(CHECK_WORDS.whole) : <bdi class="code">{file}</bdi>}</h2>
          <ul class="findings-list">
            {inFile.map((finding, index) => (
              <One
                key={`${finding.rule} ${finding.place ?? ''} ${index}`}
                finding={finding}
                draft={session.id}
                go={go}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface OneProps {
  readonly finding: Finding
  readonly draft: string
  readonly go: ViewProps['go']
}

function One({ finding, draft, go }: OneProps) {
  const { say, language } = useLanguage()
  const { severity, message, messageAr, remedy, remedyAr, place } = finding
  const spot = spotOf(finding)
  const [told, todo] = language === 'ar' ? [messageAr ?? message, remedyAr ?? remedy] : [message, remedy]
  return (
    <li class={`finding finding-${severity}`}>
      <Icon name={severity === 'error' ? 'bad' : 'warn'} />
      <div>
        <p>
          <strong>{say(CHECK_WORDS[severity])}</strong> <bdi>{told}</bdi>
        </p>
        {todo && <p class="hint">{say(CHECK_WORDS.todo, { remedy: todo })}</p>}
      </div>
      {spot && (
        <a
          href={ROUTES.draft(draft, spot.view, ...spot.at)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            go(spot.view, ...spot.at)
          }}
        >
          {place ? say(CHECK_WORDS.goTo, { place }) : say(CHECK_WORDS.go)}
        </a>
      )}
    </li>
  )
}

const wordsOf = ({ message, messageAr = '', remedy = '', remedyAr = '', file = '', place = '' }: Finding): string =>
  [message, messageAr, remedy, remedyAr, file, place].join(' ')
