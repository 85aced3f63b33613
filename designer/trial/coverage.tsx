/** What the tests reach: coloured on the drawing, counted, and everything no test ever enters listed. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { useMemo, useState } from 'preact/hooks'
import type { TestRun } from '../../engine/trial/coverage.ts'
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import { Diagram, type Marks } from './diagram.tsx'
import { processesIn } from './processes.ts'
import { TRIAL_WORDS } from './words.ts'

export function Coverage({ run, files }: { readonly run: TestRun; readonly files: DraftFiles }) {
  const { say, language } = useLanguage()
  const drawings = useMemo(() => processesIn(files), [files])
  const [chosen, setChosen] = useState<string>()
  const [focus, setFocus] = useState<string>()
  const file = chosen ?? drawings.keys().next().value
  const xml = file === undefined ? undefined : files.get(file)
  const missed = run.elements.filter(({ tests }) => tests === 0)
  const marks = useMemo<Marks>(() => {
    const processes = drawings.get(file ?? '') ?? new Set<string>()
    const mark = (tests: number): string => (tests === 0 ? 'trial-missed' : 'trial-visited')
    return {
      classes: new Map([
        ...run.flows.flatMap(({ process, flow, tests }) =>
          processes.has(process) ? [[flow, tests === 0 ? 'trial-missed' : 'trial-taken'] as const] : [],
        ),
        ...run.elements.flatMap(({ process, element, tests }) =>
          processes.has(process) ? [[element, mark(tests)] as const] : [],
        ),
      ]),
      badges: new Map(
        run.elements.flatMap(({ process, element, tests }) =>
          processes.has(process) && tests === 0 ? [[element, '0'] as const] : [],
        ),
      ),
    }
  }, [run, drawings, file])
  const fileOf = (process: string): string | undefined => [...drawings].find(([, ids]) => ids.has(process))?.[0]
  return (
    <section aria-labelledby="trial-coverage">
      <h2 id="trial-coverage">{say(TRIAL_WORDS.coverage)}</h2>
      <p>{say(TRIAL_WORDS.covered, { reached: run.elements.length - missed.length, all: run.elements.length })}</p>
      {drawings.size > 1 && (
        <Select
          label={say(TRIAL_WORDS.drawing)}
          value={file ?? ''}
          options={[...drawings.keys()].map((one) => ({ value: one, label: one }))}
          onChange={setChosen}
        />
      )}
      {xml !== undefined && <Diagram xml={xml} marks={marks} focus={focus} />}
      <h3>{say(TRIAL_WORDS.neverReached)}</h3>
      {missed.length === 0 ? (
        <p>{say(TRIAL_WORDS.allReached)}</p>
      ) : (
        <ul class="trial-missed-list">
          {missed.map(({ process, element, name }) => (
            <li key={`${process} ${element}`}>
              <button
                type="button"
                class="btn btn-link"
                onClick={() => {
                  setChosen(fileOf(process))
                  setFocus(element)
                }}
              >
                <bdi>{name[language]}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
