/** Every rule of migration; all of them speak before anything changes. */
import type { Library } from '../../../../core/program.ts'
import type { Finding } from '../../../../core/problem.ts'
import type { Plan } from '../plan.ts'
import { adHoc } from './ad-hoc.ts'
import { attached } from './attached.ts'
import { called } from './called.ts'
import { completed } from './completed.ts'
import { completers } from './completers.ts'
import { jobs } from './jobs.ts'
import { joins } from './joins.ts'
import { kind } from './kind.ts'
import { multiInstance } from './multi-instance.ts'
import { nesting } from './nesting.ts'
import type { Rule } from './rule.ts'
import { trigger } from './trigger.ts'
import { undoing } from './undoing.ts'
import { unmapped } from './unmapped.ts'

const RULES: readonly Rule[] = [
  undoing,
  unmapped,
  kind,
  nesting,
  multiInstance,
  adHoc,
  trigger,
  attached,
  joins,
  jobs,
  completed,
]
const LIBRARY_RULES: readonly ((library: Library) => Rule)[] = [called, completers]

/** Each reason once, however many instances of an element it strikes. */
export function refusals(plan: Plan, library: Library): readonly Finding[] {
  const all = [...RULES, ...LIBRARY_RULES.map((rule) => rule(library))].flatMap((rule) => rule(plan))
  return [...new Map(all.map((one) => [`${one.rule} ${one.place} ${one.message}`, one])).values()]
}
