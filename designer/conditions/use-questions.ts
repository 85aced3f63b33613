/** The questions a condition in a procedure can hang on, as soon as they are known; what reads decisions is fetched when it is needed. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useKnown } from '../check/check.ts'
import type { Results } from '../decisions/results.ts'
import { useFiles, type DraftSession } from '../draft/session.ts'
import type { Before } from '../procedure/properties/before.ts'
import { questionsKnown } from './known-questions.ts'
import type { Question } from './question.ts'

const NONE: Results = new Map()

export function useQuestions(
  session: DraftSession,
  file: string,
  element: string,
  before: () => Before,
): readonly Question[] | undefined {
  const files = useFiles(session)
  const known = useKnown(session, file, element)
  const results = useResults(files)
  return useMemo(
    () => known && results && questionsKnown({ files, known, before: before(), results }),
    [files, known, results],
  )
}

/** undefined: not read yet. */
function useResults(files: ReadonlyMap<string, string>): Results | undefined {
  const tables = [...files].filter(([path]) => path.endsWith('.dmn'))
  const [read, setRead] = useState<Results | undefined>(tables.length === 0 ? NONE : undefined)
  useEffect(() => {
    let isGone = false
    const look = async (): Promise<void> => {
      const { resultsIn } = await import('../decisions/results.ts')
      const next = await resultsIn(new Map(tables))
      if (!isGone) setRead(next)
    }
    if (tables.length > 0) void look().catch(() => isGone || setRead(NONE))
    else setRead(NONE)
    return () => {
      isGone = true
    }
  }, [tables.map(([path, text]) => `${path}\0${text}`).join('\0')])
  return read
}
