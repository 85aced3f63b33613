/** Deadlines: how long, under which law, how the last day ends, who may stop them, what silence means. */
import type { JsonValue } from '../../../engine/core/json.ts'
import { Checkbox } from '../../frame/checkbox.tsx'
import { useLanguage } from '../../language/language.tsx'
import { Entries } from '../entries.tsx'
import { BasisAt, BothAt, CheckAt, IdField, SelectAt, SpanAt, useBases } from '../fields.tsx'
import { useEditing } from '../page-editing.tsx'
import type { Path } from '../title-page.ts'
import { POLICY_WORDS } from '../words.ts'
import { idsIn } from '../ids.ts'

export function DeadlinesSection() {
  const { language } = useLanguage()
  const { page, both, text } = useEditing()
  const ids = idsIn(page, 'deadlines')
  return (
    <Entries
      path={['deadlines']}
      one={POLICY_WORDS.deadlines}
      fresh={() => ({
        id: idsIn.free(page, 'deadlines', 'deadline'),
        title: { ar: '', en: '' },
        duration: 'P5WD',
        verified: false,
      })}
      nameOf={(index) => both(['deadlines', index, 'title'])[language]}
    >
      {(index) => <DeadlineFields path={['deadlines', index]} id={text(['deadlines', index, 'id'])} ids={ids} />}
    </Entries>
  )
}

function DeadlineFields({
  path,
  id,
  ids,
}: {
  readonly path: Path
  readonly id: string
  readonly ids: readonly string[]
}) {
  const { get } = useEditing()
  return (
    <>
      <BothAt path={[...path, 'title']} label={POLICY_WORDS.title} />
      <div class="row">
        <SpanAt path={[...path, 'duration']} label={POLICY_WORDS.duration} />
        <BasisAt path={[...path, 'legalBasis']} />
        <IdField path={[...path, 'id']} kind="deadlines" id={id} taken={ids} />
      </div>
      <CheckAt path={[...path, 'verified']} label={POLICY_WORDS.verified} hint={POLICY_WORDS.verifiedHint} always />
      <CheckAt path={[...path, 'statutory']} label={POLICY_WORDS.statutory} hint={POLICY_WORDS.statutoryHint} />
      {get([...path, 'statutory']) === true && <StatutoryFields path={path} />}
    </>
  )
}

function StatutoryFields({ path }: { readonly path: Path }) {
  const { say } = useLanguage()
  return (
    <>
      <div class="row">
        <SelectAt
          path={[...path, 'dayOff']}
          label={POLICY_WORDS.dayOff}
          none={POLICY_WORDS.dayOffMoves}
          options={[{ value: 'stays', label: say(POLICY_WORDS.dayOffStays) }]}
        />
        <SelectAt
          path={[...path, 'ends']}
          label={POLICY_WORDS.ends}
          none={POLICY_WORDS.endsHour}
          options={[
            { value: 'day', label: say(POLICY_WORDS.endsDay) },
            { value: 'office', label: say(POLICY_WORDS.endsOffice) },
          ]}
        />
        <SelectAt
          path={[...path, 'silence']}
          label={POLICY_WORDS.silence}
          none={POLICY_WORDS.notSaid}
          options={[
            { value: 'approval', label: say(POLICY_WORDS.silenceApproval) },
            { value: 'refusal', label: say(POLICY_WORDS.silenceRefusal) },
          ]}
        />
      </div>
      <StopFields path={[...path, 'stop']} />
    </>
  )
}

function StopFields({ path }: { readonly path: Path }) {
  const { say } = useLanguage()
  const { get, list, set, readonly, errorAt } = useEditing()
  const bases = useBases()
  const chosen: readonly JsonValue[] = list([...path, 'legalBasis'])
  const allowed = get(path) !== undefined
  const error = errorAt([...path, 'legalBasis'])
  return (
    <>
      <Checkbox
        label={say(POLICY_WORDS.mayStop)}
        checked={allowed}
        disabled={readonly}
        onChange={(checked) =>
          set(
            path,
            checked
              ? { legalBasis: bases.slice(0, 1).map(({ value }) => value), longest: 'P10D', times: 1 }
              : undefined,
          )
        }
      />
      {allowed && (
        <div class="row">
          <fieldset class="several">
            <legend class="label">{say(POLICY_WORDS.stopBases)}</legend>
            {bases.map(({ value, label }) => (
              <Checkbox
                key={value}
                label={label}
                checked={chosen.includes(value)}
                disabled={readonly}
                onChange={(checked) =>
                  set(
                    [...path, 'legalBasis'],
                    bases.map((it) => it.value).filter((it) => (it === value ? checked : chosen.includes(it))),
                  )
                }
              />
            ))}
            {error && <p class="field-error">{error}</p>}
          </fieldset>
          <SpanAt path={[...path, 'longest']} label={POLICY_WORDS.stopLongest} />
          <TimesAt path={[...path, 'times']} />
        </div>
      )}
    </>
  )
}

function TimesAt({ path }: { readonly path: Path }) {
  const { say } = useLanguage()
  const { get, set, readonly } = useEditing()
  return (
    <label class="field">
      <span class="label">{say(POLICY_WORDS.stopTimes)}</span>
      <select
        class="input"
        value={String(get(path) ?? 1)}
        disabled={readonly}
        onChange={(event) => set(path, Number(event.currentTarget.value))}
      >
        {Array.from({ length: 10 }, (_, index) => (
          <option key={index} value={String(index + 1)}>
            {index + 1}
          </option>
        ))}
      </select>
    </label>
  )
}
