/** When something is shown or can be changed. */
import type { JsonValue } from '../../../engine/core/json.ts'
import type { DraftSession } from '../../draft/session.ts'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Building } from '../building.ts'
import { EFFECTS, type Effect } from '../model/commands/set-rule.ts'
import { COMMANDS } from '../model/commands/commands.ts'
import { objectAt, type Pointer } from '../model/json/pointer.ts'
import { elementAt, optionsOf } from '../model/layout.ts'
import { questionsOf } from '../questions.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import { ByAnswer } from './by-answer.tsx'
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
          <ByAnswer
            building={building}
            at={at}
            condition={condition}
            set={(it, merge) => set({ effect, condition: it }, merge)}
            onDone={() => session.seal()}
          />
          <FeelField
            label={say(WORDS.condition)}
            expected="truth"
            value={condition}
            questions={questionsOf(form, elementAt(form, at)?.within)}
            onDone={() => session.seal()}
            onChange={(it) => set({ effect, condition: it ?? '=true' }, `rule ${at}`)}
          />
        </>
      )}
    </>
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
