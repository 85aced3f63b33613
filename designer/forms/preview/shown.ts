/** How the preview stands beside the form: as on a telephone, as at a desk, or folded away; as it was left, while the designer is open. */
import { useState } from 'preact/hooks'

export type Shown = 'phone' | 'desk' | 'none'

let left: Shown = 'phone'

export function useShown(): readonly [Shown, (next: Shown) => void] {
  const [shown, setShown] = useState(left)
  return [
    shown,
    (next) => {
      left = next
      setShown(next)
    },
  ]
}
