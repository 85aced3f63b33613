/** What a table leaves open and where its rules meet, each with the step that mends it. */
import type { DecisionTable } from '../../engine/core/dmn/rewrite.ts'
import { bilingual } from '../../engine/core/bilingual.ts'
import type { TableJudgment } from '../../engine/core/dmn/soundness/judge.ts'
import { caseIn } from '../../engine/core/dmn/soundness/advice.ts'
import { Button } from '../frame/button.tsx'
import { Icon } from '../frame/icon.tsx'
import { useLanguage } from '../language/language.tsx'
import { DECISION_WORDS } from './words.ts'

interface JudgmentProps {
  readonly table: DecisionTable
  readonly judgment: TableJudgment
  readonly readonly: boolean
  readonly onAdd: (tests: readonly string[]) => void
}

const COLLECTING: ReadonlySet<string> = new Set(['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'])

export function Judgment({ table, judgment, readonly, onAdd }: JudgmentProps) {
  const { say, language } = useLanguage()
  const { gaps, overlaps, hidden, unjudged, whole, more } = judgment
  const names = whole.map((at) => bilingual(table.input?.[at]?.label ?? String(at + 1))[language])
  const isSound = gaps.length + overlaps.length + hidden.length === 0
  return (
    <section class="judgment" aria-label={say(DECISION_WORDS.judgment)}>
      <h3>{say(DECISION_WORDS.judgment)}</h3>
      {COLLECTING.has(table.hitPolicy ?? '') && <p>{say(DECISION_WORDS.collects)}</p>}
      {isSound && !more && !COLLECTING.has(table.hitPolicy ?? '') && (
        <p class="sound">
          <Icon name="good" /> {say(DECISION_WORDS.sound)}
        </p>
      )}
      <ul>
        {gaps.map((tests) => (
          <li key={tests.join('|')}>
            <Icon name="warn" />
            <span>{say(DECISION_WORDS.gap, { what: caseIn(table, tests)[language] })}</span>
            <Button icon="add" disabled={readonly} onClick={() => onAdd(tests)}>
              {say(DECISION_WORDS.addForGap)}
            </Button>
          </li>
        ))}
        {overlaps.map(({ rules: [a, b], tests }) => (
          <li key={`${String(a)}-${String(b)}`}>
            <Icon name="bad" />
            <span>{say(DECISION_WORDS.overlap, { a, b, what: caseIn(table, tests)[language] })}</span>
          </li>
        ))}
        {hidden.map((rule) => (
          <li key={rule}>
            <Icon name="warn" />
            <span>{say(DECISION_WORDS.hidden, { rule })}</span>
          </li>
        ))}
      </ul>
      {more && <p>{say(isSound ? DECISION_WORDS.tooLarge : DECISION_WORDS.more)}</p>}
      {unjudged.length > 0 && <p class="hint">{say(DECISION_WORDS.unjudged, { rules: unjudged.join(', ') })}</p>}
      {names.length > 0 && <p class="hint">{say(DECISION_WORDS.whole, { columns: names.join(', ') })}</p>}
    </section>
  )
}
