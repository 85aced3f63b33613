/** A try kept as a test of the package: what it shows, and what must come true each time, proposed from what happened. */
import { useMemo, useState } from 'preact/hooks'
import type { JsonValue } from '../../engine/core/json.ts'
import type { Text } from '../../engine/core/text.ts'
import type { Expectation, Scenario } from '../../engine/core/trial/scenario.ts'
import type { Tried } from '../../engine/trial/moment.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Checkbox } from '../frame/checkbox.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage, type Reader } from '../language/language.tsx'
import { namesIn } from './moments.tsx'
import { holdable, proposed } from './proposal.ts'
import { useRegisterNames } from './registers.tsx'
import type { NameOf } from './said-step.ts'
import { TRIAL_WORDS } from './words.ts'

interface KeepProps {
  readonly scenario: Scenario
  readonly tried: Tried
  /** The test that was opened, if one was. */
  readonly title: Text
  readonly onKeep: (scenario: Scenario) => void
  readonly onClose: () => void
}

/** Which parts of the proposal are taken. */
type Taken = ReadonlySet<string>

export function KeepAsTest({ scenario, tried, title: before, onKeep, onClose }: KeepProps) {
  const { say, language } = useLanguage()
  const [title, setTitle] = useState(before)
  const proposal = useMemo(() => proposed(tried.moments, tried.beginning.packageId), [tried])
  const variables = useMemo(() => holdable(tried.moments.at(-1)?.variables ?? {}), [tried])
  const [left, setLeft] = useState<Taken>(new Set())
  const [steps, setSteps] = useState<readonly string[]>(proposal.path ?? [])
  const [held, setHeld] = useState<Taken>(new Set(Object.keys(scenario.expect.variables ?? {})))
  const [notices, setNotices] = useState((scenario.expect.notices ?? []).join('\n'))
  const isTitled = title.ar.trim() !== '' && title.en.trim() !== ''
  const nameOf = namesIn(tried)
  const registerOf = useRegisterNames()
  const lines = linesOf(proposal, say, { nameOf, registerOf }, language)

  const keep = (): void => {
    if (!isTitled) return
    const taken = Object.fromEntries(Object.entries(proposal).filter(([key]) => key === 'status' || !left.has(key)))
    const texts = notices.split('\n').filter((line) => line.trim() !== '')
    const values = Object.fromEntries(variables.filter(([name]) => held.has(name)))
    const { never } = scenario.expect
    const { path: _, ...others } = taken as unknown as Expectation
    const expect: Expectation = {
      ...others,
      ...(steps.length > 0 && { path: steps }),
      ...(never && { never }),
      ...(texts.length > 0 && { notices: texts }),
      ...(Object.keys(values).length > 0 && { variables: values }),
    }
    onKeep({ ...scenario, title: { ar: title.ar.trim(), en: title.en.trim() }, expect })
  }

  return (
    <Dialog
      wide
      title={say(TRIAL_WORDS.keepTitle)}
      onClose={onClose}
      onSubmit={keep}
      buttons={
        <Button kind="primary" type="submit" disabled={!isTitled}>
          {say(TRIAL_WORDS.save)}
        </Button>
      }
    >
      <BothLanguagesField
        label={say(TRIAL_WORDS.testTitle)}
        hint={say(TRIAL_WORDS.titleNeeded)}
        value={title}
        onChange={setTitle}
      />
      <fieldset class="values">
        <legend class="label">{say(TRIAL_WORDS.expects)}</legend>
        {lines.map(({ key, words }) => (
          <Checkbox
            key={key}
            label={words}
            checked={!left.has(key)}
            disabled={key === 'status'}
            onChange={(checked) => setLeft(withOut(left, key, checked))}
          />
        ))}
      </fieldset>
      <fieldset class="values">
        <legend class="label">{say(TRIAL_WORDS.expectPath)}</legend>
        {(proposal.path ?? []).map((element, index) => (
          <Checkbox
            key={`${element} ${String(index)}`}
            label={nameOf(element)[language]}
            checked={isIn(steps, proposal.path ?? [], index)}
            onChange={(checked) => setSteps(pathWith(steps, proposal.path ?? [], index, checked))}
          />
        ))}
      </fieldset>
      {variables.length > 0 && (
        <details>
          <summary>{say(TRIAL_WORDS.expectVariables)}</summary>
          {variables.map(([name, value]) => (
            <Checkbox
              key={name}
              label={`${name} = ${told(value, say)}`}
              checked={held.has(name)}
              onChange={(checked) => setHeld(withOut(held, name, !checked))}
            />
          ))}
        </details>
      )}
      <TextField label={say(TRIAL_WORDS.expectNotices)} value={notices} lines={3} onChange={setNotices} />
    </Dialog>
  )
}

const told = (value: JsonValue, say: Reader['say']): string =>
  value === null
    ? say(TRIAL_WORDS.emptyKind)
    : typeof value === 'boolean'
      ? say(value ? TRIAL_WORDS.yes : TRIAL_WORDS.no)
      : String(value)

/** @param out whether it is no longer in it */
const withOut = (taken: Taken, key: string, out: boolean): Taken =>
  out ? new Set([...taken].filter((it) => it !== key)) : new Set([...taken, key])

/** How often the element of a place of the path stands before it. */
const occurrence = (path: readonly string[], index: number): number =>
  path.slice(0, index + 1).filter((it) => it === path[index]).length

const isIn = (steps: readonly string[], path: readonly string[], index: number): boolean =>
  steps.filter((it) => it === path[index]).length >= occurrence(path, index)

/** In the order of the path, whatever was taken out and put in again. */
function pathWith(
  steps: readonly string[],
  path: readonly string[],
  index: number,
  checked: boolean,
): readonly string[] {
  return path.filter((_, at) => (at === index ? checked : isIn(steps, path, at)))
}

interface Line {
  readonly key: string
  readonly words: string
}

const WORDS = {
  status: TRIAL_WORDS.expectStatus,
  documents: TRIAL_WORDS.expectDocuments,
  paid: TRIAL_WORDS.expectPaid,
  charges: TRIAL_WORDS.expectCharges,
  refunded: TRIAL_WORDS.expectRefunded,
  revoked: TRIAL_WORDS.expectRevoked,
  incidents: TRIAL_WORDS.expectIncidents,
  calls: TRIAL_WORDS.expectCalls,
} as const

function linesOf(
  proposal: Expectation,
  say: Reader['say'],
  { nameOf, registerOf }: { readonly nameOf: NameOf; readonly registerOf: (service: string) => string },
  language: Reader['language'],
): readonly Line[] {
  const comma = language === 'ar' ? '، ' : ', '
  const list = (names: readonly string[]): string => (names.length === 0 ? say(TRIAL_WORDS.none) : names.join(comma))
  const values: Readonly<Partial<Record<keyof typeof WORDS, string>>> = {
    status: say(TRIAL_WORDS[proposal.status]),
    documents: list(proposal.documents ?? []),
    paid: list(proposal.paid ?? []),
    charges: String(proposal.charges ?? 0),
    ...(proposal.refunded && { refunded: list(proposal.refunded) }),
    ...(proposal.revoked !== undefined && { revoked: String(proposal.revoked) }),
    ...(proposal.incidents && { incidents: list(proposal.incidents.map((it) => nameOf(it)[language])) }),
    ...(proposal.calls && {
      calls: list(
        Object.entries(proposal.calls).map(([service, count]) => `${registerOf(service)} (${String(count)})`),
      ),
    }),
  }
  return (Object.keys(WORDS) as (keyof typeof WORDS)[]).flatMap((key) => {
    const value = values[key]
    return value === undefined ? [] : [{ key, words: say(WORDS[key], { value }) }]
  })
}
