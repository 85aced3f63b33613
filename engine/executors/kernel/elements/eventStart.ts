/** The event that set an event subprocess going, with what came with it. */
import type { Behaviour } from '../behaviour.ts'
import { anew } from '../catch/gather.ts'
import { Failure } from '../failure.ts'
import { start } from './start.ts'

export const eventStart: Behaviour = {
  activate(visit) {
    const catches = anew(visit)
    if (catches instanceof Failure) return catches
    const opening = start.activate(visit)
    return opening instanceof Failure ? opening : { ...opening, catches: [...catches, ...(opening.catches ?? [])] }
  },
}
