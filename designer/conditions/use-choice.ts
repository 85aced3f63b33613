/** What conditions are chosen with, fetched when the first one is shown: most who open a procedure look at no gateway at first. */
import { useEffect, useState } from 'preact/hooks'

type Choice = typeof import('./condition-choice.tsx')

let fetched: Choice | undefined

/** undefined: not there yet; "failed": it cannot be had, and conditions are written. */
export function useChoice(): Choice | 'failed' | undefined {
  const [choice, setChoice] = useState<Choice | 'failed' | undefined>(fetched)
  useEffect(() => {
    if (fetched !== undefined) return undefined
    let isGone = false
    const fetch = async (): Promise<void> => {
      fetched = await import('./condition-choice.tsx')
      if (!isGone) setChoice(fetched)
    }
    void fetch().catch(() => isGone || setChoice('failed'))
    return () => {
      isGone = true
    }
  }, [])
  return choice
}
