/** Above the canvas: what can be done with the drawing as a whole. */
import { Button } from '../../frame/button.tsx'
import { Menu, type MenuItem } from '../../frame/menu.tsx'
import { useAnnounce } from '../../frame/announcer.tsx'
import { useLanguage } from '../../language/language.tsx'
import { fit } from '../canvas/place-kept.ts'
import type { Diagram } from '../canvas/model.ts'
import type { Drawing } from '../canvas/modeler.ts'
import type { Flow } from '../flow/direction.ts'
import type { Shown } from '../lettering/name.ts'
import { CANVAS_WORDS } from '../words/canvas-words.ts'
import { PROCEDURE_WORDS as WORDS } from '../words.ts'

interface ToolbarProps {
  readonly drawing: Drawing
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
  readonly file: readonly MenuItem[]
}

export function Toolbar({ drawing, shown, onShow, file }: ToolbarProps) {
  const { say } = useLanguage()
  const { diagram, flow } = drawing
  return (
    <div class="procedure-tools" role="toolbar" aria-label={say(WORDS.view)}>
      <Switch
        label={say(WORDS.names)}
        value={shown}
        options={[
          ['both', say(WORDS.namesBoth)],
          ['ar', say(WORDS.namesAr)],
          ['en', say(WORDS.namesEn)],
        ]}
        onChange={onShow}
      />
      <Switch<Flow>
        label={say(WORDS.flow)}
        value={flow.current()}
        options={[
          ['rtl', say(WORDS.flowRtl)],
          ['ltr', say(WORDS.flowLtr)],
        ]}
        onChange={(next) => flow.choose(next)}
      />
      <Button kind="icon" icon="search" label={say(WORDS.search)} onClick={() => find(diagram)} />
      <Arrange diagram={diagram} />
      <View diagram={diagram} />
      <Menu label={say(WORDS.file)} items={file} />
    </div>
  )
}

interface SwitchProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly (readonly [V, string])[]
  readonly onChange: (value: V) => void
}

function Switch<V extends string>({ label, value, options, onChange }: SwitchProps<V>) {
  return (
    <label class="procedure-switch">
      <span>{label}</span>
      <select
        class="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([it]) => it === event.currentTarget.value)
          if (chosen) onChange(chosen[0])
        }}
      >
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** After the click is over: a click outside the search closes it. */
function find(diagram: Diagram): void {
  window.setTimeout(() => {
    if (!diagram.get('searchPad').isOpen()) diagram.get('searchPad').toggle()
  })
}

const ALIGNED = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const
const DISTRIBUTED = ['horizontal', 'vertical'] as const

function Arrange({ diagram }: { readonly diagram: Diagram }) {
  const { say, language } = useLanguage()
  const announce = useAnnounce()
  const words = (text: string): string => (language === 'ar' ? (CANVAS_WORDS[text] ?? text) : text)
  const act = (name: string, options?: object) => () => void diagram.get('editorActions').trigger(name, options)
  const items: readonly MenuItem[] = [
    { id: 'all', label: say(WORDS.selectAll), onChoose: act('selectElements') },
    {
      id: 'copy',
      label: say(WORDS.copy),
      onChoose() {
        diagram.get('copyPaste').copy(diagram.get('selection').get())
        announce(say(WORDS.copied))
      },
    },
    { id: 'paste', label: say(WORDS.paste), onChoose: () => paste(diagram) },
    { id: 'delete', label: say(WORDS.delete), onChoose: act('removeSelection') },
    ...ALIGNED.map((type) => ({
      id: type,
      label: words(`Align elements ${type}`),
      onChoose: act('alignElements', { type }),
    })),
    ...DISTRIBUTED.map((type) => ({
      id: type,
      label: words(`Distribute elements ${type}ly`),
      onChoose: act('distributeElements', { type }),
    })),
  ]
  return <Menu label={say(WORDS.arrange)} items={items} />
}

/** In the middle of what is seen: from a menu there is no pointer to hang it on. */
function paste(diagram: Diagram): void {
  const canvas = diagram.get('canvas')
  const { x, y, width, height } = canvas.viewbox()
  const point = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
  const selected = diagram.get('selection').get()[0]
  const element = selected && selected.children.length > 0 ? selected : canvas.getRootElement()
  const pasted = diagram.get('copyPaste').paste({ element: poolIn(diagram) ?? element, point })
  if (pasted) diagram.get('selection').select(pasted)
}

/** Steps stand in a pool where there are pools. */
function poolIn(diagram: Diagram) {
  return diagram
    .get('canvas')
    .getRootElement()
    .children.find(({ type }) => type === 'bpmn:Participant')
}

function View({ diagram }: { readonly diagram: Diagram }) {
  const { say } = useLanguage()
  const canvas = diagram.get('canvas')
  const items: readonly MenuItem[] = [
    { id: 'in', label: say(WORDS.zoomIn), onChoose: () => void canvas.zoom(canvas.zoom() * 1.25) },
    { id: 'out', label: say(WORDS.zoomOut), onChoose: () => void canvas.zoom(canvas.zoom() / 1.25) },
    { id: 'all', label: say(WORDS.zoomAll), onChoose: () => void canvas.zoom('fit-viewport', 'auto') },
    { id: 'begin', label: '100%', onChoose: () => fit(diagram) },
    { id: 'minimap', label: say(WORDS.minimap), onChoose: () => diagram.get('minimap').toggle() },
  ]
  return <Menu label={say(WORDS.view)} items={items} />
}
