/** How an application begins: procedure, form, over which channels, by whom. */
import { APPLICANT_KINDS } from '../../../engine/core/applicant.ts'
import { CHANNELS } from '../../../engine/core/channel.ts'
import type { Text } from '../../../engine/core/text.ts'
import { Checkbox } from '../../frame/checkbox.tsx'
import { useLanguage } from '../../language/language.tsx'
import { SelectAt } from '../fields.tsx'
import { formIds, processIds } from '../names-in-files.ts'
import { useEditing } from '../page-editing.tsx'
import { pointerOf } from '../title-page.ts'
import { POLICY_WORDS } from '../words.ts'

const CHANNEL_NAMES = {
  portal: POLICY_WORDS.channelPortal,
  counter: POLICY_WORDS.channelCounter,
  api: POLICY_WORDS.channelApi,
  mission: POLICY_WORDS.channelMission,
} as const

export function StartSection() {
  const { say } = useLanguage()
  const { get, files } = useEditing()
  if (get(['shared']) === true) return <p>{say(POLICY_WORDS.noStart)}</p>
  const same = (ids: readonly string[]) => ids.map((id) => ({ value: id, label: id }))
  return (
    <>
      <div class="row">
        <SelectAt path={['start', 'process']} label={POLICY_WORDS.startProcess} options={same(processIds(files))} />
        <SelectAt
          path={['start', 'form']}
          label={POLICY_WORDS.startForm}
          options={same(formIds(files))}
          none={POLICY_WORDS.none}
        />
      </div>
      <Several path={['start', 'channels']} label={POLICY_WORDS.channels} values={CHANNELS} names={CHANNEL_NAMES} />
      <Several
        path={['start', 'applicants']}
        label={POLICY_WORDS.applicants}
        values={APPLICANT_KINDS}
        names={{ person: POLICY_WORDS.person, company: POLICY_WORDS.company }}
        absent={['person']}
      />
    </>
  )
}

interface SeveralProps<T extends string | number> {
  readonly path: readonly string[]
  readonly label: Text
  readonly values: readonly T[]
  readonly names: Readonly<Record<T, Text>>
  /** What it means where nothing is said. */
  readonly absent?: readonly T[]
}

/** Some of a few; written in the order they are offered. */
export function Several<T extends string | number>({ path, label, values, names, absent = [] }: SeveralProps<T>) {
  const { say } = useLanguage()
  const { get, list, set, readonly, errorAt } = useEditing()
  const chosen: readonly unknown[] = get(path) === undefined ? absent : list(path)
  const error = errorAt(path)
  return (
    <fieldset class="several" data-place={pointerOf(path)}>
      <legend class="label">{say(label)}</legend>
      {values.map((value) => (
        <Checkbox
          key={value}
          label={say(names[value])}
          checked={chosen.includes(value)}
          disabled={readonly}
          onChange={(checked) =>
            set(
              path,
              values.filter((it) => (it === value ? checked : chosen.includes(it))),
            )
          }
        />
      ))}
      {error && <p class="field-error">{error}</p>}
    </fieldset>
  )
}
