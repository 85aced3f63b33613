/** What a table does when several rules apply, said in words. */
import type { DecisionTable } from '../../engine/core/dmn/rewrite.ts'
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import { DECISION_WORDS } from './words.ts'

interface Policy {
  readonly hitPolicy: string
  readonly aggregation: string | undefined
}

const POLICIES = {
  UNIQUE: DECISION_WORDS.hitUNIQUE,
  FIRST: DECISION_WORDS.hitFIRST,
  ANY: DECISION_WORDS.hitANY,
  PRIORITY: DECISION_WORDS.hitPRIORITY,
  COLLECT: DECISION_WORDS.hitCOLLECT,
  'COLLECT SUM': DECISION_WORDS.hitSUM,
  'COLLECT MIN': DECISION_WORDS.hitMIN,
  'COLLECT MAX': DECISION_WORDS.hitMAX,
  'COLLECT COUNT': DECISION_WORDS.hitCOUNT,
  'RULE ORDER': DECISION_WORDS.hitRULEORDER,
  'OUTPUT ORDER': DECISION_WORDS.hitOUTPUTORDER,
} as const

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
      options={Object.entries(POLICIES).map(([name, text]) => ({ value: name, label: say(text) }))}
      onChange={(chosen) => {
        const [, aggregation] = /^COLLECT (.+)$/.exec(chosen) ?? []
        onChange({ hitPolicy: aggregation === undefined ? chosen : 'COLLECT', aggregation })
      }}
    />
  )
}
