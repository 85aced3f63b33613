/** Who sees a question, and who may change its answer: everybody who has the form, or the applicant, the staff, whoever has one of the steps. */
import type { Text } from '../../../engine/core/text.ts'
import { Checkbox } from '../../frame/checkbox.tsx'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import { formIdOf } from '../model/form-file.ts'
import { COMMANDS } from '../model/commands/commands.ts'
import { optionsOf } from '../model/layout.ts'
import { tasksIn } from '../form-uses.ts'
import { INSPECTOR_WORDS as WORDS } from './words.ts'
import type { PanelProps } from './panel.ts'

const RIGHTS = ['readable', 'writable'] as const
const NOBODY = { readable: WORDS.nobodySees, writable: WORDS.nobodyChanges } as const

export function PeoplePanel(props: PanelProps) {
  return (
    <>
      {RIGHTS.map((right) => (
        <Right key={right} {...props} right={right} />
      ))}
    </>
  )
}

function Right({
  building: { form, path, run },
  place,
  session,
  right,
}: PanelProps & { readonly right: (typeof RIGHTS)[number] }) {
  const { say } = useLanguage()
  const named = optionsOf(form, place)[right]
  const chosen: readonly string[] | undefined = Array.isArray(named)
    ? named.filter((it) => typeof it === 'string')
    : undefined
  const set = (people: readonly string[] | undefined): boolean =>
    run(COMMANDS.setOption, { place, option: right, ...(people && { value: people }) })
  return (
    <>
      <Select
        label={say(WORDS[right])}
        value={chosen === undefined ? '' : 'only'}
        options={[
          { value: '', label: say(WORDS.everybody) },
          { value: 'only', label: say(WORDS.only) },
        ]}
        onChange={(it) => set(it === 'only' ? ['staff'] : undefined)}
      />
      {chosen !== undefined && (
        <fieldset class="fb-people">
          <legend class="hidden-label">{say(WORDS[right])}</legend>
          {peopleOf(session.files, formIdOf(path) ?? '', chosen).map(({ id, title, step }) => (
            <Checkbox
              key={id}
              label={say(title, step && { step: say(step) })}
              checked={chosen.includes(id)}
              onChange={(on) => set(on ? [...chosen, id] : chosen.filter((it) => it !== id))}
            />
          ))}
          {chosen.length === 0 && <p class="hint">{say(NOBODY[right])}</p>}
        </fieldset>
      )}
    </>
  )
}

interface Person {
  readonly id: string
  readonly title: Text
  /** How the step is called. */
  readonly step?: Text
}

/** The steps that show the form; those of a shared package, which no drawing here has, only where they are named already. */
function peopleOf(files: ReadonlyMap<string, string>, form: string, chosen: readonly string[]): readonly Person[] {
  const all = tasksIn(files)
  const tasks = all.filter((it) => it.form === form || chosen.includes(it.id))
  const strange = chosen.filter((it) => it !== 'applicant' && it !== 'staff' && !all.some(({ id }) => id === it))
  return [
    { id: 'applicant', title: WORDS.applicant },
    { id: 'staff', title: WORDS.staff },
    ...tasks.map((it) => ({ id: it.id, title: WORDS.atStep, step: it.title })),
    ...strange.map((id) => ({ id, title: WORDS.unknownStep, step: { ar: id, en: id } })),
  ]
}
