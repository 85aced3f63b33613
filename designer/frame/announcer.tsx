/** Says what happened: shown for a while at the foot, and read out to who cannot see it. */
import { createContext, type ComponentChildren } from 'preact'
import { useCallback, useContext, useEffect, useState } from 'preact/hooks'

const Context = createContext<(words: string) => void>(() => undefined)

/** `announce(say(WORDS.copied))`: also for what only eyes would notice otherwise. */
export const useAnnounce = (): ((words: string) => void) => useContext(Context)

const SHOWN = 6_000

export function Announcer({ children }: { readonly children: ComponentChildren }) {
  const [told, setTold] = useState<{ readonly words: string; readonly at: number }>()
  const announce = useCallback((words: string) => setTold((last) => ({ words, at: (last?.at ?? 0) + 1 })), [])
  useEffect(() => {
    if (told === undefined) return undefined
    const timer = window.setTimeout(() => setTold(undefined), SHOWN)
    return () => window.clearTimeout(timer)
  }, [told])
  return (
    <Context.Provider value={announce}>
      {children}
      <div class="toast" role="status" data-empty={told === undefined ? '' : undefined}>
        {told?.words}
      </div>
    </Context.Provider>
  )
}
