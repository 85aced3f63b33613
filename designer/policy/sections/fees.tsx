/** Fees: the decision that gives each, and examples with what they come to now. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import { parseFeel, scopeOf, toJson } from '../../../engine/core/feel/feel.ts'
import { feelOf } from '../../decisions/asked.ts'
import { SampleFields } from '../../decisions/sample-fields.tsx'
import { tryDecision, useTriable, type Triable } from '../../decisions/trying.ts'
import { Button } from '../../frame/button.tsx'
import { useLanguage } from '../../language/language.tsx'
import { Entries } from '../entries.tsx'
import { BasisAt, BothAt, CheckAt, IdField, SelectAt, TextAt } from '../fields.tsx'
import { decisionIds, fileOfDecision } from '../names-in-files.ts'
import { useEditing } from '../page-editing.tsx'
import type { Path } from '../title-page.ts'
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
  const { files, text, both, go } = useEditing()
  const decision = text([...path, 'decision'])
  const file = fileOfDecision(files, decision)
  const triable = useTriable(file, file === undefined ? undefined : files.get(file), decision)
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
      </div>
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

/** As fields where it is plain values, which it nearly always is; as FEEL where it computes. */
function GivenAt({ path, triable }: { readonly path: Path; readonly triable: Triable | undefined }) {
  const { say } = useLanguage()
  const { text, set, get, readonly, session } = useEditing()
  const sample = plainContext(text(path))
  if (sample === undefined || triable === undefined) return <TextAt path={path} label={POLICY_WORDS.given} dir="ltr" />
  const asked = triable.asked.filter((one) => !one.path.startsWith('policy.'))
  return (
    <>
      <SampleFields
        asked={asked}
        sample={sample}
        disabled={readonly}
        onChange={(next) => set(path, `=${feelOf(next)}`)}
        onDone={() => session.seal()}
      />
      <p class="amount">{amountOf(triable, { policy: get(['policy']) ?? {}, ...sample }, say)}</p>
    </>
  )
}

/** @returns undefined where it is no context of plain values */
function plainContext(given: string): JsonObject | undefined {
  const parsed = parseFeel(given.replace(/^=/, ''))
  if (!parsed.ok || parsed.expression.names.length > 0) return undefined
  const result = parsed.expression.evaluate(scopeOf({}, 0, 'UTC'))
  const value = result.ok ? toJson(result.value) : undefined
  return isJsonObject(value) ? value : undefined
}

function amountOf(triable: Triable, variables: JsonObject, say: ReturnType<typeof useLanguage>['say']): string {
  const tried = tryDecision(triable, variables)
  if (!tried.ok) return say(POLICY_WORDS.noAmount, { reason: tried.reason })
  const amount = told(tried.value)
  return amount === undefined
    ? say(POLICY_WORDS.noAmount, { reason: JSON.stringify(tried.value) })
    : say(POLICY_WORDS.comesTo, { amount })
}

function told(value: JsonValue): string | undefined {
  if (!isJsonObject(value)) return undefined
  const { amount, currency } = value
  return typeof amount === 'string' && typeof currency === 'string' ? `${amount} ${currency}` : undefined
}
