/** Everything an import rewrites, in the order in which it is done; what is left in the end is told. */
import type { Translation } from './translation.ts'
import { calls } from './translations/calls.ts'
import { conditions } from './translations/conditions.ts'
import { decisions } from './translations/decisions.ts'
import { errors } from './translations/errors.ts'
import { forms } from './translations/forms.ts'
import { leftovers } from './translations/leftovers.ts'
import { listeners } from './translations/listeners.ts'
import { loops } from './translations/loops.ts'
import { mappings } from './translations/mappings.ts'
import { messages } from './translations/messages.ts'
import { people } from './translations/people.ts'
import { properties } from './translations/properties.ts'
import { retries } from './translations/retries.ts'
import { scripts } from './translations/scripts.ts'
import { work } from './translations/work.ts'

export const TRANSLATIONS: readonly Translation[] = [
  people,
  forms,
  decisions,
  work,
  scripts,
  calls,
  mappings,
  loops,
  conditions,
  messages,
  errors,
  retries,
  properties,
  listeners,
  leftovers,
]
