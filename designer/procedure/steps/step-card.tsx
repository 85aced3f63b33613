/** One step: its name in both languages, what follows it, and what the check found there; all of it without a pointer. */
import { useState } from 'preact/hooks'
import { useAnnounce } from '../../frame/announcer.tsx'
import { Button } from '../../frame/button.tsx'
import { Select } from '../../frame/select.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { FRAME_WORDS } from '../../frame/words.ts'
import { useLanguage } from '../../language/language.tsx'
import { bilingual } from '../../../engine/core/bilingual.ts'
import type { DraftFiles } from '../../../engine/core/package/file-changes.ts'
import type { Finding } from '../../../engine/core/problem.ts'
import type { Drawing } from '../canvas/modeler.ts'
import { labelOf } from '../lettering/label-editing.ts'
import { editedName, isBilingual, languageOf } from '../lettering/name.ts'
import { toldTo, type Told } from '../../check/wording.ts'
import { CANVAS_WORDS } from '../words/canvas-words.ts'
import { CHOOSE, type Choosing } from '../templates/menus.ts'
import { canFollow } from '../templates/step.ts'
import { STEPS_WORDS as WORDS } from '../words.ts'
import { appended, attachable, changeable, changedTo, connected, followers } from './step-changes.ts'
import type { Step } from './steps.ts'

interface StepCardProps {
  readonly drawing: Drawing
  readonly step: Step
  readonly steps: readonly Step[]
  readonly found: readonly Finding[]
  readonly files: DraftFiles
}

export function StepCard({ drawing, step, steps, found, files }: StepCardProps) {
  const { say, language } = useLanguage()
  const announce = useAnnounce()
  const { diagram } = drawing
  const words = (text: string): string => (language === 'ar' ? (CANVAS_WORDS[text] ?? text) : text)
  const kinds = (from: readonly { readonly id: string; readonly label: string }[]) =>
    from.map(({ id, label }) => ({ value: id, label: words(label) }))
  const others = steps.filter(({ element }) => element !== step.element)
  const { element } = step
  const choose = (wanted: Choosing): void => void diagram.get('eventBus').fire(CHOOSE, wanted)
  return (
    <section class="step-card" aria-label={say(WORDS.selected)}>
      <Names drawing={drawing} step={step} />
      {found.length > 0 && <Found found={found.map((it) => ({ ...it, ...toldTo(it, files, language) }))} />}
      <Choice
        label={say(WORDS.append)}
        action={say(WORDS.appendThis)}
        options={kinds(followers(diagram, element))}
        onChoose={(id) => {
          const made = appended(diagram, element, id)
          if (made) announce(say(WORDS.appended, { name: words(made) }))
        }}
      />
      {canFollow(element) && (
        <div class="buttons">
          <Button icon="add" onClick={() => choose({ kind: 'append', element })}>
            {say(WORDS.appendConnector)}
          </Button>
        </div>
      )}
      <Choice
        label={say(WORDS.attach)}
        action={say(WORDS.appendThis)}
        options={kinds(attachable(diagram, element))}
        onChoose={(id) => {
          const made = appended(diagram, element, id)
          if (made) announce(say(WORDS.appended, { name: words(made) }))
        }}
      />
      <Choice
        label={say(WORDS.change)}
        action={say(WORDS.changeThis)}
        options={kinds(changeable(diagram, element))}
        isChosen
        onChoose={(id) => {
          changedTo(diagram, element, id)
          announce(say(WORDS.changed))
        }}
      />
      <Choice
        label={say(WORDS.connect)}
        action={say(WORDS.connectThis)}
        options={others.map((it) => ({ value: it.element.id, label: bilingual(it.name)[language] || it.element.id }))}
        onChoose={(id) => {
          const other = others.find((it) => it.element.id === id)
          const isDone = other !== undefined && connected(diagram, element, other.element)
          announce(isDone ? say(WORDS.connected, { name: bilingual(other.name)[language] }) : say(WORDS.notConnected))
        }}
      />
      <div class="buttons">
        {step.next.map(({ flow, toName }) => (
          <Button key={flow.id} icon="remove" onClick={() => diagram.get('modeling').removeElements([flow])}>
            {say(WORDS.cut, { name: bilingual(toName)[language] || say(WORDS.unnamed) })}
          </Button>
        ))}
        <Button
          kind="danger"
          icon="remove"
          onClick={() => {
            diagram.get('modeling').removeElements([element])
            announce(say(WORDS.deleted))
          }}
        >
          {say(WORDS.delete)}
        </Button>
      </div>
    </section>
  )
}

/** Written when the field is left, so that each name is one step to undo. */
function Names({ drawing, step }: { readonly drawing: Drawing; readonly step: Step }) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState<{ readonly ar?: string; readonly en?: string }>({})
  return (
    <div class="both-sides">
      {(['ar', 'en'] as const).map((side) => (
        <TextField
          key={side}
          label={`${say(WORDS.nameIn)} ${say(side === 'ar' ? FRAME_WORDS.ar : FRAME_WORDS.en)}`}
          lang={side}
          dir={side === 'ar' ? 'rtl' : 'ltr'}
          value={typed[side] ?? sideOf(step.name, side)}
          onChange={(value) => setTyped((before) => ({ ...before, [side]: value }))}
          onDone={() => {
            const value = typed[side]
            setTyped((before) => ({ ...before, [side]: undefined }))
            // As it is on the canvas: the other language may have been written before this page was drawn again.
            const name = labelOf(step.element)
            if (value === undefined || value === sideOf(name, side)) return
            drawing.diagram.get('modeling').updateLabel(step.element, editedName(name, side, value) || null)
          }}
        />
      ))}
    </div>
  )
}

function sideOf(name: string, side: 'ar' | 'en'): string {
  if (isBilingual(name)) return bilingual(name)[side]
  return (languageOf(name) ?? 'ar') === side ? name : ''
}

function Found({ found }: { readonly found: readonly (Pick<Finding, 'rule' | 'severity'> & Told)[] }) {
  const { say } = useLanguage()
  return (
    <div class="step-findings">
      <h3>{say(WORDS.findings)}</h3>
      <ul>
        {found.map((it) => (
          <li key={`${it.rule}${it.message}`} data-severity={it.severity}>
            <p>{it.message}</p>
            {it.remedy && <p class="hint">{it.remedy}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly action: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Nothing is chosen before somebody does: what is done cannot be seen from the first of the list. */
  readonly isChosen?: boolean
  readonly onChoose: (value: string) => void
}

function Choice({ label, action, options, isChosen = false, onChoose }: ChoiceProps) {
  const { say } = useLanguage()
  const [value, setValue] = useState<string>()
  const all = isChosen ? [{ value: '', label: say(WORDS.chooseKind) }, ...options] : options
  const chosen = all.find((it) => it.value === value) ?? all[0]
  if (chosen === undefined || options.length === 0) return null
  return (
    <div class="step-choice">
      <Select label={label} value={chosen.value} options={all} onChange={setValue} />
      <Button disabled={chosen.value === ''} onClick={() => onChoose(chosen.value)}>
        {action}
      </Button>
    </div>
  )
}
