/** What can be said of whatever is chosen in the outline: a question, a section, a page, a text. */
import { isText } from '../../../engine/core/text.ts'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Finding } from '../../../engine/core/problem.ts'
import { toldTo } from '../../check/wording.ts'
import type { DraftSession } from '../../draft/session.ts'
import { BothLanguagesField } from '../../frame/both-languages-field.tsx'
import { Button } from '../../frame/button.tsx'
import { Notice } from '../../frame/notice.tsx'
import { Tabs } from '../../frame/tabs.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { KindName } from '../../../forms/kinds/kind.ts'
import { isGroup, isList } from '../../../forms/kinds/kinds.ts'
import type { Building } from '../building.ts'
import { findingsAt, tabAt } from '../findings-at.ts'
import { COMMANDS } from '../model/commands/commands.ts'
import { valueAt } from '../model/json/pointer.ts'
import { choicesAt } from '../model/kind-at.ts'
import { detailOf, elementAt, optionsOf } from '../model/layout.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import { ChoicesPanel } from './choices.tsx'
import { InForm } from './feel-field.tsx'
import { FormPanel } from './form-panel.tsx'
import { LimitsPanel } from './limits.tsx'
import { LooksPanel } from './looks.tsx'
import { MessagesPanel } from './messages.tsx'
import type { PanelProps } from './panel.ts'
import { PeoplePanel } from './people.tsx'
import { QuestionPanel } from './question.tsx'
import { OpenPanel, RulePanel } from './rules.tsx'
import { ValuePanel } from './value.tsx'
import { INSPECTOR_WORDS } from './words.ts'

interface InspectorProps {
  readonly building: Building
  readonly session: DraftSession
  readonly go: PanelProps['go']
  readonly findings: readonly Finding[]
  /** The place of the finding that led here. */
  readonly arrived?: string | undefined
}

export function Inspector({ building, session, go, findings, arrived }: InspectorProps) {
  const { say, language } = useLanguage()
  const [tab, setTab] = useState<string>(tabAt(arrived))
  const line = building.lines.find((it) => it.key === building.chosen)
  const seen = useRef<ReadonlySet<string>>(new Set())
  // Of a question that is new the first thing to say is what it asks; one that is only called otherwise is not new.
  // Before it is seen: who presses a tab of it at once is not taken back.
  useLayoutEffect(() => {
    const places = new Set(building.lines.flatMap(({ place }) => place ?? []))
    const isMore = seen.current.size > 0 && places.size > seen.current.size
    if (isMore && line?.place !== undefined && !seen.current.has(line.place)) setTab(tabAt(undefined))
    seen.current = places
  }, [building.lines, line?.place])
  const within = line?.at === undefined ? '' : (elementAt(building.form, line.at)?.within ?? '')
  const problems = line === undefined ? [] : findingsAt(findings, line)
  return (
    <section class="fb-inspector" aria-label={say(WORDS.inspector)}>
      <h2>{say(line === undefined ? WORDS.form : line.title)}</h2>
      <InForm.Provider value={{ session, path: building.path, within }}>
        {line === undefined && <FormPanel building={building} session={session} go={go} />}
        {line?.place === undefined && line?.at !== undefined && (
          <Section building={building} session={session} at={line.at} />
        )}
        {line?.place !== undefined && (
          <Question
            key={line.key}
            {...{ building, session, go, tab, setTab }}
            place={line.place}
            at={line.at}
            kind={line.kind}
          />
        )}
      </InForm.Provider>
      {problems.length > 0 && (
        // Last, and in sight: what comes and goes above a button takes it away under the finger that presses it.
        <div class="fb-problems">
          <Notice kind="warn">
            {problems.map((it) => (
              <p key={`${it.rule}${it.place ?? ''}${it.message}`}>{toldTo(it, session.files, language).message}</p>
            ))}
          </Notice>
        </div>
      )}
    </section>
  )
}

function Section({ building, session, at }: Pick<InspectorProps, 'building' | 'session'> & { readonly at: string }) {
  const { say } = useLanguage()
  const laid = elementAt(building.form, at)
  const isNote = laid?.layout === undefined
  const text = valueAt(building.form, `${at}/${isNote ? 'text' : 'label'}`)
  return (
    <>
      <BothLanguagesField
        label={say(isNote ? WORDS.words : WORDS.heading)}
        value={isText(text) ? text : { ar: '', en: '' }}
        {...(isNote ? { lines: 4 } : {})}
        onDone={() => session.seal()}
        onChange={(it) =>
          building.run(
            COMMANDS.setLabel,
            { at, ...(!isNote && it.ar + it.en === '' ? {} : { text: it }) },
            `words ${at}`,
          )
        }
      />
      <RulePanel building={building} at={at} session={session} />
    </>
  )
}

interface QuestionProps extends Pick<InspectorProps, 'building' | 'session' | 'go'> {
  readonly place: string
  readonly at: string | undefined
  readonly kind: KindName | undefined
  readonly tab: string
  readonly setTab: (tab: string) => void
}

function Question({ building, session, go, place, at, kind, tab, setTab }: QuestionProps) {
  const { say } = useLanguage()
  const panel = { building, place, session, go }
  const canOpen =
    at !== undefined &&
    kind !== undefined &&
    (isGroup(kind) || (isList(kind) && valueAt(building.form, detailOf(at)) === undefined))
  const hasChoices =
    choicesAt(building.form, place).length > 0 || optionsOf(building.form, place)['choices'] !== undefined
  return (
    <>
      {canOpen && <Button onClick={() => building.run(COMMANDS.layOutInside, { at })}>{say(WORDS.layOut)}</Button>}
      <Tabs
        label={say(WORDS.inspector)}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          {
            id: 'question',
            title: say(WORDS.question),
            body: () => (
              <>
                <QuestionPanel {...panel} at={at} />
                <LooksPanel {...panel} />
              </>
            ),
          },
          ...(hasChoices
            ? [{ id: 'choices', title: say(WORDS.choices), body: () => <ChoicesPanel {...panel} /> }]
            : []),
          {
            id: 'answer',
            title: say(INSPECTOR_WORDS.answer),
            body: () => (
              <>
                <LimitsPanel {...panel} />
                {at !== undefined && <ValuePanel {...panel} />}
              </>
            ),
          },
          ...(at === undefined
            ? []
            : [
                {
                  id: 'rules',
                  title: say(WORDS.rules),
                  body: () => (
                    <>
                      <RulePanel building={building} at={at} session={session} />
                      <OpenPanel {...panel} />
                      <PeoplePanel {...panel} />
                    </>
                  ),
                },
              ]),
          { id: 'messages', title: say(INSPECTOR_WORDS.messages), body: () => <MessagesPanel {...panel} /> },
        ]}
      />
    </>
  )
}
