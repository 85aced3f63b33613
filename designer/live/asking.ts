/** Something asked of the server once it is needed, and again when it is wanted anew. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Answer } from '../server/client.ts'

export interface Asked<T> {
  /** The last answer; undefined until the first. */
  readonly answer: Answer<T> | undefined
  /** Resolves when the new answer is there. */
  readonly again: () => Promise<void>
}

/** @param question the same function as long as the question is the same */
export function useAsked<T>(question: () => Promise<Answer<T>>): Asked<T> {
  const [answer, setAnswer] = useState<Answer<T>>()
  const again = useCallback(async () => setAnswer(await question()), [question])
  useEffect(() => {
    let gone = false
    setAnswer(undefined)
    void question().then((told) => gone || setAnswer(told))
    return () => {
      gone = true
    }
  }, [question])
  return { answer, again }
}
