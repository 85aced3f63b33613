/** Each finding of the check at the field it speaks of; what speaks of none stands over the panel. */
import type { Finding } from '../../../engine/core/problem.ts'
import type { Entry, Group } from './entry.ts'

export interface Shown {
  readonly group: Group
  readonly entries: readonly { readonly entry: Entry; readonly findings: readonly Finding[] }[]
}

export interface Placed {
  readonly groups: readonly Shown[]
  readonly others: readonly Finding[]
}

/** A finding stands at the first entry that claims it: by rule and word before by rule alone. */
export function placed(
  groups: readonly { readonly group: Group; readonly entries: readonly Entry[] }[],
  findings: readonly Finding[],
): Placed {
  const entries = groups.flatMap((it) => it.entries)
  const at = new Map<Entry, Finding[]>()
  const others: Finding[] = []
  for (const finding of findings) {
    const claims = entries.filter((it) => claimsRule(it, finding))
    const entry =
      claims.find((it) => it.words?.some((word) => finding.message.includes(word))) ??
      claims.find((it) => it.words === undefined)
    if (entry) at.set(entry, [...(at.get(entry) ?? []), finding])
    else others.push(finding)
  }
  return {
    groups: groups.map(({ group, entries: own }) => ({
      group,
      entries: own.map((entry) => ({ entry, findings: at.get(entry) ?? [] })),
    })),
    others,
  }
}

/** Rules say their name behind the room they are of: "bpmn/jobs". */
const claimsRule = ({ rules = [] }: Entry, { rule }: Finding): boolean =>
  rules.some((it) => rule === it || rule.endsWith(`/${it}`))
