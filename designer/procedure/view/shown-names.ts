/** In which language a reader sees the names on drawings: kept by their browser, for all drawings. */
import { useEffect, useState } from 'preact/hooks'
import type { Drawing } from '../canvas/modeler.ts'
import { SHOWN, type Shown } from '../lettering/name.ts'

const KEY = 'masar:names-shown'

export function useShownNames(drawing: Drawing | undefined): readonly [Shown, (shown: Shown) => void] {
  const [shown, show] = useKeptNames()
  useEffect(() => drawing?.letters.show(shown), [drawing, shown])
  return [shown, show]
}

export function useKeptNames(): readonly [Shown, (shown: Shown) => void] {
  const [shown, setShown] = useState(kept)
  return [
    shown,
    (next) => {
      setShown(next)
      localStorage.setItem(KEY, next)
    },
  ]
}

function kept(): Shown {
  const text = localStorage.getItem(KEY)
  return SHOWN.find((it) => it === text) ?? 'both'
}
