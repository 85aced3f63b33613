/** Asks a decision with values of one's own: the answer, and the rules that gave it. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { isJsonObject, type JsonObject } from '../../engine/core/json.ts'
import { useFiles, type DraftSession } from '../draft/session.ts'
import { reasonIn } from '../feel/reason.ts'
import { useLanguage } from '../language/language.tsx'
import { readTitlePage, TITLE_PAGE } from '../policy/title-page.ts'
import { sampleAt, withAnswers, type Answered } from './asked.ts'
import { SampleFields } from './sample-fields.tsx'
import { tryDecision, useTriable } from './trying.ts'
import { DECISION_WORDS } from './words.ts'

interface TryPanelProps {
  readonly session: DraftSession
  readonly file: string
  readonly id: string
  readonly questions: readonly Answered[]
  /** Rules of this very decision that gave the answer, from 1. */
  readonly onFired: (rules: readonly number[]) => void
  /** What it is asked with, the values of the package included. */
  readonly onSample: (sample: JsonObject) => void
}

export function TryPanel({ session, file, id, questions, onFired, onSample }: TryPanelProps) {
  const { say, language } = useLanguage()
  const files = useFiles(session)
  const triable = useTriable(file, files.get(file), id)
  const [sample, setSample] = useState<JsonObject>({})
  const policy = readTitlePage(files.get(TITLE_PAGE))?.['policy']
  const given = useMemo(
    () => ({ policy: isJsonObject(policy) ? policy : {}, ...sample }),
    [sample, JSON.stringify(policy)],
  )
  const tried = useMemo(() => triable && tryDecision(triable, given), [triable, given])
  useEffect(() => onSample(given), [given])
  const asked = withAnswers(triable?.asked.filter((it) => !it.path.startsWith('policy.')) ?? [], questions)
  const isEmpty = asked.length > 0 && asked.every(({ path }) => sampleAt(sample, path) === undefined)
  const own =
    tried?.ok === true
      ? tried.trace.find((it) => it.decision === triable?.decision.name || it.decision === id)
      : undefined
  const fired = own?.rules ?? []
  useEffect(() => onFired(fired), [fired.join(',')])
  return (
    <section class="try" aria-label={say(DECISION_WORDS.try)}>
      <h3>{say(DECISION_WORDS.try)}</h3>
      {triable === undefined ? (
        <p class="hint">{say(DECISION_WORDS.cannotAsk)}</p>
      ) : (
        <>
          <SampleFields asked={asked} sample={sample} onChange={setSample} />
          <div role="status" class="answer">
            {tried?.ok === true ? (
              <>
                <p>
                  {say(DECISION_WORDS.answer)}: <code>{JSON.stringify(tried.value)}</code>
                </p>
                <ul>
                  {tried.trace.map(({ decision, rules }, index) => (
                    <li key={index}>
                      {rules.length === 0
                        ? say(DECISION_WORDS.firedNone, { decision })
                        : say(DECISION_WORDS.fired, {
                            decision,
                            rules: rules.map((rule) => say(DECISION_WORDS.firedRule, { rule })).join(', '),
                          })}
                    </li>
                  ))}
                </ul>
              </>
            ) : (
              <p>
                {isEmpty
                  ? say(DECISION_WORDS.fillIn)
                  : say(DECISION_WORDS.noAnswer, { reason: reasonIn(language, tried?.reason ?? '') })}
              </p>
            )}
          </div>
        </>
      )}
    </section>
  )
}
