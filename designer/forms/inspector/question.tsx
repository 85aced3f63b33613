/** What a question says and how it is called, of which kind it is, and whether it must be answered. */
import { useMemo, useState } from 'preact/hooks'
import type { KindName } from '../../../forms/kinds/kind.ts'
import { BothLanguagesField } from '../../frame/both-languages-field.tsx'
import { Select } from '../../frame/select.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import { KIND_NAMES } from '../kind-names.ts'
import { COMMANDS } from '../model/commands/commands.ts'
import { aroundOf, nameOf, schemaOf } from '../model/fields.ts'
import { textsOf } from '../model/form-file.ts'
import { listAt, type Pointer } from '../model/json/pointer.ts'
import { kindAt } from '../model/kind-at.ts'
import { optionsOf } from '../model/layout.ts'
import { namedIn } from '../named-in.ts'
import { questionsOf } from '../questions.ts'
import { writtenLabel } from '../tree.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import type { PanelProps } from './panel.ts'
import { answersFollow } from '../following/answer.ts'
import { ByAnswer } from './by-answer.tsx'
import { FeelField } from './feel-field.tsx'
import { useFollowing } from './following.ts'

const isKind = (value: string): value is KindName => Object.hasOwn(KIND_NAMES, value)

interface QuestionPanelProps extends PanelProps {
  /** Its element; a field that nobody is asked for has none. */
  readonly at: Pointer | undefined
}

export function QuestionPanel(props: QuestionPanelProps) {
  const { building, place, at, session } = props
  const { say } = useLanguage()
  const { form, run } = building
  const text = textsOf(form)[place]
  const { required } = optionsOf(form, place)
  const listed = listAt(schemaOf(form, aroundOf(place)), '/required').includes(nameOf(place))
  const when = listed ? 'always' : required === undefined || required === false ? 'never' : 'when'
  const seal = (): void => session.seal()
  return (
    <>
      <BothLanguagesField
        label={say(WORDS.label)}
        value={writtenLabel(form, place)}
        onDone={seal}
        onChange={(it) => run(COMMANDS.setText, { place, part: 'label', text: it }, `label ${place}`)}
      />
      <BothLanguagesField
        label={say(WORDS.hint)}
        value={text?.hint ?? { ar: '', en: '' }}
        lines={2}
        onDone={seal}
        onChange={(it) =>
          run(COMMANDS.setText, { place, part: 'hint', ...(it.ar + it.en === '' ? {} : { text: it }) }, `hint ${place}`)
        }
      />
      <NameField key={place} {...props} />
      <Select
        label={say(WORDS.kind)}
        value={kindAt(form, place)}
        options={Object.entries(KIND_NAMES).map(([value, it]) => ({ value, label: say(it) }))}
        onChange={(kind) => isKind(kind) && run(COMMANDS.changeKind, { place, kind })}
      />
      <Select
        label={say(WORDS.required)}
        value={when}
        options={(['always', 'never', 'when'] as const).map((value) => ({ value, label: say(WORDS[value]) }))}
        onChange={(it) => run(COMMANDS.setRequired, { place, when: it === 'when' ? '=true' : it === 'always' })}
      />
      {when === 'when' && at !== undefined && (
        <ByAnswer
          building={building}
          at={at}
          condition={typeof required === 'string' ? required : '=true'}
          set={(it, merge) => run(COMMANDS.setRequired, { place, when: it }, merge)}
          onDone={seal}
        />
      )}
      {when === 'when' && (
        <FeelField
          label={say(WORDS.condition)}
          expected="truth"
          value={required}
          questions={questionsOf(form, aroundOf(place)).filter((it) => it.place !== place)}
          onDone={seal}
          onChange={(it) => run(COMMANDS.setRequired, { place, when: it ?? '=true' }, `required ${place}`)}
        />
      )}
    </>
  )
}

/** Changed when it is left: every letter would be another name. */
function NameField({ building: { form, path, run, choose }, place, session }: PanelProps) {
  const { say } = useLanguage()
  const own = nameOf(place)
  const [typed, setTyped] = useState(own)
  const { files } = session
  const following = useMemo(() => answersFollow(files, path, place, `${own}_`), [files, path, place])
  // What speaks of it may be a word of a text.
  const hint = useFollowing(files)(following, namedIn(files, own, path))
  return (
    <TextField
      label={say(WORDS.name)}
      {...(hint !== undefined && { hint })}
      value={typed}
      dir="ltr"
      onChange={setTyped}
      onDone={() => {
        if (typed === own) return
        const beside = answersFollow(session.files, path, place, typed)
        if (!run(COMMANDS.renameField, { place, name: typed }, undefined, beside)) setTyped(own)
        else if (form['ui'] === undefined) choose(undefined)
      }}
    />
  )
}
