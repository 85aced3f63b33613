/** A condition becomes true; whether it is already is looked at once it waits (catch/conditions.ts). */
import type { Opener } from './opener.ts'

export const conditional: Opener<'conditional'> = (_visit, owner, element) => [
  { kind: 'condition', owner, element, holds: false },
]
