/** All hit policies of DMN, by the words of the file. */
import { ANY } from './any.ts'
import { COLLECT, COLLECT_COUNT, COLLECT_MAX, COLLECT_MIN, COLLECT_SUM } from './collect.ts'
import { FIRST } from './first.ts'
import { OUTPUT_ORDER } from './output-order.ts'
import type { HitPolicy } from './policy.ts'
import { PRIORITY } from './priority.ts'
import { RULE_ORDER } from './rule-order.ts'
import { UNIQUE } from './unique.ts'

const ALL = [
  UNIQUE,
  FIRST,
  PRIORITY,
  ANY,
  RULE_ORDER,
  OUTPUT_ORDER,
  COLLECT,
  COLLECT_SUM,
  COLLECT_MIN,
  COLLECT_MAX,
  COLLECT_COUNT,
] as const satisfies readonly HitPolicy[]

const BY_NAME: ReadonlyMap<string, HitPolicy> = new Map(ALL.map((policy) => [policy.name, policy]))

/** @returns undefined where DMN knows no such policy */
export function hitPolicy(policy: string | undefined, aggregation: string | undefined): HitPolicy | undefined {
  const name = policy === undefined || policy === '' ? 'UNIQUE' : policy
  return BY_NAME.get(aggregation === undefined || aggregation === '' ? name : `${name} ${aggregation}`)
}
