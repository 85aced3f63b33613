/** Everything the check says of the draft, by file: what is wrong, what to do, and the way there. */
import { useState } from 'preact/hooks'
import type { Finding } from '../../engine/core/problem.ts'
import { folded } from '../../engine/core/spelling.ts'
import type { ViewProps } from '../app/views.ts'
import { useFiles } from '../draft/session.ts'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import './check.css'
import { FindingItems } from './finding-item.tsx'
import { whereOf } from './where.ts'
import { toldTo } from './wording.ts'
import { CHECK_WORDS } from './words.ts'

type Shown = 'all' | 'errors' | 'warnings'

const SHOWS: Readonly<Record<Shown, (finding: Finding) => boolean>> = {
  all: () => true,
  errors: ({ severity }) => severity === 'error',
  warnings: ({ severity }) => severity === 'warning',
}

export default function FindingsPanel({ session, go, findings }: ViewProps) {
  const { say, language } = useLanguage()
  const files = useFiles(session)
  const [shown, setShown] = useState<Shown>('all')
  const [sought, setSought] = useState('')
  const { all, state, isJudged } = findings
  const wordsOf = (finding: Finding): string =>
    [...Object.values(toldTo(finding, files, language)), finding.file, finding.place].filter(Boolean).join(' ')
  const list = all.filter((it) => SHOWS[shown](it) && folded(wordsOf(it)).includes(folded(sought)))
  const errors = all.filter(SHOWS.errors).length
  return (
    <div class="page findings">
      <h1>{say(CHECK_WORDS.title)}</h1>
      <p role="status" class="findings-count">
        {state === 'checking'
          ? say(CHECK_WORDS.checking)
          : all.length === 0
            ? say(isJudged ? CHECK_WORDS.clean : CHECK_WORDS.cleanHere)
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
      {[...Map.groupBy(list, ({ file }) => file ?? '')].map(([file, inFile]) => {
        const title = say(whereOf(file === '' ? {} : { file }, files) ?? CHECK_WORDS.whole)
        return (
          <section key={file}>
            <h2>{title}</h2>
            <FindingItems findings={inFile} files={files} draft={session.id} under={title} go={go} />
          </section>
        )
      })}
    </div>
  )
}
