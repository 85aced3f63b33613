/** When something is shown or can be changed. */
import type { JsonValue } from '../../../engine/core/json.ts'
import type { DraftSession } from '../../draft/session.ts'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Building } from '../building.ts'
import { EFFECTS, type Effect } from '../model/commands/set-rule.ts'
import { COMMANDS } from '../model/commands/commands.ts'
import { nameOf } from '../model/fields.ts'
import { lastOf, objectAt, type Pointer } from '../model/json/pointer.ts'
import { choicesAt, kindAt } from '../model/kind-at.ts'
import { elementAt, elementsOf, optionsOf } from '../model/layout.ts'
import { labelOf } from '../tree.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import { FeelField } from './feel-field.tsx'
import type { PanelProps } from './panel.ts'
import { INSPECTOR_WORDS } from './words.ts'

interface RuleProps {
  readonly building: Building
  readonly at: Pointer
  readonly session: DraftSession
}

export function RulePanel({ building, at, session }: RuleProps) {
  const { say } = useLanguage()
  const { form, run } = building
  const rule = objectAt(form, `${at}/rule`)
  const effect = EFFECTS.find((it) => it === rule['effect'])
  const condition = typeof rule['condition'] === 'string' ? rule['condition'] : '=true'
  const set = (next: { readonly effect: Effect; readonly condition: string } | undefined, merge?: string): boolean =>
    run(COMMANDS.setRule, { at, ...(next && { rule: next }) }, merge)
  return (
    <>
      <Select
        label={say(WORDS.effect)}
        value={effect ?? ''}
        options={[
          { value: '', label: say(WORDS.noRule) },
          ...EFFECTS.map((it) => ({ value: it, label: say(WORDS[it]) })),
        ]}
        onChange={(it) => {
          const next = EFFECTS.find((one) => one === it)
          set(next && { effect: next, condition })
        }}
      />
      {effect !== undefined && (
        <>
          <ByAnswer building={building} at={at} set={(it) => set({ effect, condition: it })} />
          <FeelField
            label={say(WORDS.condition)}
            value={condition}
            onDone={() => session.seal()}
            onChange={(it) => set({ effect, condition: it ?? '=true' }, `rule ${at}`)}
          />
        </>
      )}
    </>
  )
}

/** The condition nearly every form has, without a line of FEEL: by what another question was answered with. */
function ByAnswer({
  building: { form },
  at,
  set,
}: {
  readonly building: Building
  readonly at: Pointer
  readonly set: (condition: string) => void
}) {
  const { say } = useLanguage()
  const own = elementAt(form, at)
  const asked = elementsOf(form).flatMap(({ place, within }) =>
    place !== undefined &&
    within === own?.within &&
    place !== own.place &&
    nameOf(place) === lastOf(place) &&
    place.split('/').length === within.split('/').length + 1
      ? [place]
      : [],
  )
  const places = [...new Set(asked)]
  const condition = objectAt(form, `${at}/rule`)['condition']
  const match = typeof condition === 'string' ? /^=\s*(\w+)\s*(!?=)\s*(.+)$/.exec(condition) : null
  const place = places.find((it) => nameOf(it) === match?.[1])
  const isYesNo = place !== undefined && ['yesNo', 'declaration'].includes(kindAt(form, place))
  const answers: readonly { readonly value: string; readonly label: string }[] =
    place === undefined
      ? []
      : [
          { value: '!= null', label: say(WORDS.answered) },
          ...(isYesNo
            ? [
                { value: '= true', label: say({ ar: 'نعم', en: 'Yes' }) },
                { value: '= false', label: say({ ar: 'لا', en: 'No' }) },
              ]
            : []),
          ...choicesAt(form, place).map(({ value, label }) => ({
            value: `= ${JSON.stringify(value)}`,
            label: say(label),
          })),
        ]
  return (
    <div class="both-sides">
      <Select
        label={say(WORDS.whichQuestion)}
        value={place ?? ''}
        options={[
          { value: '', label: say(WORDS.choose) },
          ...places.map((it) => ({ value: it, label: say(labelOf(form, it)) })),
        ]}
        onChange={(it) => it !== '' && set(`=${nameOf(it)} != null`)}
      />
      {place !== undefined && (
        <Select
          label={say(WORDS.whichAnswer)}
          value={`${match?.[2] ?? ''} ${match?.[3] ?? ''}`}
          options={answers}
          onChange={(it) => set(`=${nameOf(place)} ${it}`)}
        />
      )}
    </div>
  )
}

/** Whether the answer can be changed, and a condition of the field itself where the file has one beside the rule. */
export function OpenPanel({ building, place, session }: PanelProps) {
  const { say } = useLanguage()
  const { form, run } = building
  const { readonly, visible } = optionsOf(form, place)
  const set = (option: 'readonly' | 'visible', value: JsonValue | undefined, merge?: string): boolean =>
    run(COMMANDS.setOption, { place, option, ...(value === undefined ? {} : { value }) }, merge)
  const now = readonly === true ? 'always' : typeof readonly === 'string' ? 'when' : 'no'
  return (
    <>
      {visible !== undefined && (
        <FeelField
          label={say(INSPECTOR_WORDS.visible)}
          value={typeof visible === 'boolean' ? `=${String(visible)}` : visible}
          onDone={() => session.seal()}
          onChange={(it) => set('visible', it, `visible ${place}`)}
        />
      )}
      <Select
        label={say(INSPECTOR_WORDS.writableWhen)}
        value={now}
        options={[
          { value: 'no', label: say(INSPECTOR_WORDS.readonlyNo) },
          { value: 'always', label: say(INSPECTOR_WORDS.readonlyAlways) },
          { value: 'when', label: say(INSPECTOR_WORDS.readonlyWhen) },
        ]}
        onChange={(it) => set('readonly', it === 'always' ? true : it === 'when' ? '=true' : undefined)}
      />
      {now === 'when' && (
        <FeelField
          label={say(WORDS.condition)}
          value={readonly}
          onDone={() => session.seal()}
          onChange={(it) => set('readonly', it ?? '=true', `readonly ${place}`)}
        />
      )}
    </>
  )
}
