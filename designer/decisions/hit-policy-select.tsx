/** What a table does when several rules apply, said in words. */
import type { DecisionTable } from '../../engine/core/dmn/rewrite.ts'
import { HIT_POLICIES } from '../../engine/core/package/difference/decision/policies.ts'
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import { DECISION_WORDS } from './words.ts'

interface Policy {
  readonly hitPolicy: string
  readonly aggregation: string | undefined
}

interface HitPolicySelectProps {
  readonly table: DecisionTable
  readonly disabled: boolean
  readonly onChange: (policy: Policy) => void
}

export function HitPolicySelect({ table, disabled, onChange }: HitPolicySelectProps) {
  const { say } = useLanguage()
  const value = [table.hitPolicy ?? 'UNIQUE', table.aggregation].filter(Boolean).join(' ')
  return (
    <Select
      label={say(DECISION_WORDS.hitPolicy)}
      value={value}
      disabled={disabled}
      options={Object.entries(HIT_POLICIES).map(([name, text]) => ({ value: name, label: `${say(text)} (${name})` }))}
      onChange={(chosen) => {
        const [, aggregation] = /^COLLECT (.+)$/.exec(chosen) ?? []
        onChange({ hitPolicy: aggregation === undefined ? chosen : 'COLLECT', aggregation })
      }}
    />
  )
}
