/** What somebody types stays theirs until they leave the field or stop for a moment; what comes from elsewhere meanwhile waits for that. */
import { useEffect, useRef, useState } from 'preact/hooks'

const PAUSE = 700

export interface Typed<T> {
  readonly value: T
  readonly type: (value: T) => void
  readonly done: () => void
}

export function useTyped<T>(given: T, commit: (value: T) => void): Typed<T> {
  const [typed, setTyped] = useState<{ readonly value: T } | undefined>()
  const waiting = useRef<{ readonly value: T; readonly timer: number } | undefined>(undefined)
  const give = useRef(commit)
  give.current = commit
  const hand = (): void => {
    const last = waiting.current
    if (last === undefined) return
    window.clearTimeout(last.timer)
    waiting.current = undefined
    give.current(last.value)
  }
  useEffect(() => hand, [])
  return {
    value: typed === undefined ? given : typed.value,
    type(value) {
      if (waiting.current) window.clearTimeout(waiting.current.timer)
      waiting.current = { value, timer: window.setTimeout(hand, PAUSE) }
      setTyped({ value })
    },
    done() {
      hand()
      setTyped(undefined)
    },
  }
}
