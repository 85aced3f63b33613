/** Fees: the decision that gives each, and examples with what they come to now. */
import { isJsonObject, type JsonObject } from '../../../engine/core/json.ts'
import { parseFeel, scopeOf, toJson } from '../../../engine/core/feel/feel.ts'
import { feelOf, withAnswers } from '../../decisions/asked.ts'
import { questionsIn } from '../../decisions/questions.ts'
import { SampleFields } from '../../decisions/sample-fields.tsx'
import { useTriable, type Triable } from '../../decisions/trying.ts'
import { Button } from '../../frame/button.tsx'
import { useLanguage } from '../../language/language.tsx'
import { useState } from 'preact/hooks'
import { Entries } from '../entries.tsx'
import { amountTables } from '../fee-change.ts'
import { BasisAt, BothAt, CheckAt, IdField, SelectAt, TextAt } from '../fields.tsx'
import { decisionIds, fileOfDecision } from '../names-in-files.ts'
import { useEditing } from '../page-editing.tsx'
import type { Path } from '../title-page.ts'
import { Amounts } from './amounts.tsx'
import { FeeChangeDialog } from './fee-change-dialog.tsx'
import { POLICY_WORDS } from '../words.ts'
import { idsIn } from '../ids.ts'

export function FeesSection() {
  const { say, language } = useLanguage()
  const { page, both, text, files } = useEditing()
  const ids = idsIn(page, 'fees')
  const [first = ''] = decisionIds(files)
  return (
    <>
      <p class="hint">{say(POLICY_WORDS.feesHint)}</p>
      <Entries
        path={['fees']}
        one={POLICY_WORDS.fees}
        fresh={() => ({
          id: idsIn.free(page, 'fees', 'fee'),
          title: { ar: '', en: '' },
          decision: first,
          verified: false,
        })}
        nameOf={(index) => both(['fees', index, 'title'])[language]}
      >
        {(index) => <FeeFields path={['fees', index]} id={text(['fees', index, 'id'])} ids={ids} />}
      </Entries>
    </>
  )
}

function FeeFields({ path, id, ids }: { readonly path: Path; readonly id: string; readonly ids: readonly string[] }) {
  const { say, language } = useLanguage()
  const { files, text, both, go, list, readonly } = useEditing()
  const [isChanging, setChanging] = useState(false)
  const decision = text([...path, 'decision'])
  const file = fileOfDecision(files, decision)
  const triable = useTriable(file, file === undefined ? undefined : files.get(file), decision)
  const tables = triable ? amountTables(triable.root, decision) : []
  return (
    <>
      <BothAt path={[...path, 'title']} label={POLICY_WORDS.title} />
      <div class="row">
        <SelectAt
          path={[...path, 'decision']}
          label={POLICY_WORDS.decision}
          options={decisionIds(files).map((one) => ({ value: one, label: one }))}
        />
        <BasisAt path={[...path, 'legalBasis']} />
        <IdField path={[...path, 'id']} kind="fees" id={id} taken={ids} />
      </div>
      <div class="row">
        <CheckAt path={[...path, 'verified']} label={POLICY_WORDS.verified} hint={POLICY_WORDS.verifiedHint} always />
        {file !== undefined && (
          <Button icon="edit" onClick={() => go('decisions', file, decision)}>
            {say(POLICY_WORDS.openDecision)}
          </Button>
        )}
        {file !== undefined && tables.length > 0 && (
          <Button icon="time" disabled={readonly} onClick={() => setChanging(true)}>
            {say(POLICY_WORDS.feeFrom)}…
          </Button>
        )}
      </div>
      {isChanging && file !== undefined && (
        <FeeChangeDialog file={file} tables={tables} onClose={() => setChanging(false)} />
      )}
      {triable && list([...path, 'examples']).length === 0 && asksNothing(triable) && (
        <Amounts decision={triable.decision} given="={}" />
      )}
      <h4>{say(POLICY_WORDS.examples)}</h4>
      <Entries
        path={[...path, 'examples']}
        one={POLICY_WORDS.example}
        fresh={() => ({ title: { ar: '', en: '' }, given: '={}' })}
        nameOf={(index) => both([...path, 'examples', index, 'title'])[language]}
      >
        {(index) => (
          <>
            <BothAt path={[...path, 'examples', index, 'title']} label={POLICY_WORDS.exampleTitle} />
            <GivenAt path={[...path, 'examples', index, 'given']} triable={triable} />
          </>
        )}
      </Entries>
    </>
  )
}

const asksNothing = ({ decision: { inputs } }: Triable): boolean => inputs.every((name) => name === 'policy')

/** As fields where it is plain values, which it nearly always is; as FEEL where it computes. */
function GivenAt({ path, triable }: { readonly path: Path; readonly triable: Triable | undefined }) {
  const { files, text, set, readonly, session } = useEditing()
  const given = text(path)
  const sample = plainContext(given)
  if (triable === undefined) return <TextAt path={path} label={POLICY_WORDS.given} dir="ltr" />
  if (sample === undefined)
    return (
      <>
        <TextAt path={path} label={POLICY_WORDS.given} dir="ltr" />
        <Amounts decision={triable.decision} given={given} />
      </>
    )
  const asked = withAnswers(
    triable.asked.filter((one) => !one.path.startsWith('policy.')),
    questionsIn(files).map(({ variable, answers }) => ({ name: variable, answers })),
  )
  return (
    <>
      <SampleFields
        asked={asked}
        sample={sample}
        disabled={readonly}
        onChange={(next) => set(path, `=${feelOf(next)}`)}
        onDone={() => session.seal()}
      />
      <Amounts decision={triable.decision} given={given} />
    </>
  )
}

/** @returns undefined where it is no context of plain values */
function plainContext(given: string): JsonObject | undefined {
  const parsed = parseFeel(given.replace(/^=/, ''))
  if (!parsed.ok || parsed.expression.names.length > 0) return undefined
  const { expression } = parsed
  const [value, later] = [0, LATER].map((now) => {
    const result = expression.evaluate(scopeOf({}, now, 'UTC'))
    return result.ok ? toJson(result.value) : undefined
  })
  // What says another thing on another day is computed: "={onDay: string(today())}".
  return isJsonObject(value) && JSON.stringify(value) === JSON.stringify(later) ? value : undefined
}

/** Another year, month, day, weekday and hour. */
const LATER = Date.UTC(1977, 6, 20, 7, 33, 21)
