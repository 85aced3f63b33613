/** The drawing of a try and, for who does not see it, the same as a table: every element that was visited, and where tokens stand. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { useMemo, useState } from 'preact/hooks'
import type { Beginning, Moment } from '../../engine/trial/moment.ts'
import { Select } from '../frame/select.tsx'
import { counted } from '../../engine/core/counted.ts'
import { useLanguage, type Reader } from '../language/language.tsx'
import { Diagram, type Marks } from './diagram.tsx'
import { visitsIn, type Visit } from './visits.ts'
import { TRIAL_WORDS } from './words.ts'

interface StageProps {
  readonly files: DraftFiles
  readonly beginning: Beginning
  /** Up to the one that is shown. */
  readonly moments: readonly Moment[]
}

export function Stage({ files, beginning, moments }: StageProps) {
  const reader = useLanguage()
  const { say, language } = reader
  const drawings = useMemo(() => [...new Set(Object.values(beginning.drawings))], [beginning])
  const [chosen, setChosen] = useState<string>()
  const file = chosen ?? drawings[0]
  const xml = file === undefined ? undefined : files.get(file)
  const visits = useMemo(() => {
    const processes = new Set(Object.entries(beginning.drawings).flatMap(([id, drawn]) => (drawn === file ? [id] : [])))
    return visitsIn(moments, beginning.packageId, processes)
  }, [moments, beginning, file])
  const marks = useMemo<Marks>(
    () => ({
      classes: new Map([
        ...[...visits.flows].map((flow) => [flow, 'trial-taken'] as const),
        ...visits.elements.map((it) => [it.element, it.tokens > 0 ? 'trial-here' : 'trial-visited'] as const),
      ]),
      badges: new Map(
        visits.elements.flatMap((it) => (it.tokens > 0 ? [[it.element, String(it.tokens)] as const] : [])),
      ),
    }),
    [visits],
  )
  const focus = visits.elements.findLast((it) => it.tokens > 0)?.element
  return (
    <section aria-labelledby="trial-drawing">
      <h2 id="trial-drawing" class="hidden-label">
        {say(TRIAL_WORDS.diagram)}
      </h2>
      {drawings.length > 1 && (
        <Select
          label={say(TRIAL_WORDS.drawing)}
          value={file ?? ''}
          options={drawings.map((one) => ({ value: one, label: one }))}
          onChange={setChosen}
        />
      )}
      {xml !== undefined && <Diagram xml={xml} marks={marks} focus={focus} />}
      <details>
        <summary>{say(TRIAL_WORDS.elementsTable)}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(TRIAL_WORDS.element)}</th>
              <th scope="col">{say(TRIAL_WORDS.state)}</th>
            </tr>
          </thead>
          <tbody>
            {visits.elements.map((visit) => (
              <tr key={visit.element}>
                <th scope="row">
                  <bdi>{visit.name[language]}</bdi>
                </th>
                <td>{stateOf(visit, reader)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

function stateOf({ tokens, waiting, entered, canceled }: Visit, { say, language }: Reader): string {
  if (waiting > 0) return say(TRIAL_WORDS.beforeJoin, { count: waiting })
  if (tokens > 1) return say(TRIAL_WORDS.hereTimes, { count: tokens })
  if (tokens === 1) return say(TRIAL_WORDS.here)
  if (canceled) return say(TRIAL_WORDS.brokenOff)
  return entered > 1
    ? say(TRIAL_WORDS.visitedTimes, { times: counted(entered, 'visit', language) })
    : say(TRIAL_WORDS.visited)
}
