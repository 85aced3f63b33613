/** What is in the form, line by line: arrows go through it, Alt with an arrow moves what is chosen, and so does the menu. */
import { isText } from '../../engine/core/text.ts'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Finding } from '../../engine/core/problem.ts'
import { Button } from '../frame/button.tsx'
import { Icon } from '../frame/icon.tsx'
import { Menu } from '../frame/menu.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Building } from './building.ts'
import { add } from './catalogue.tsx'
import { dragging, droppingOn } from './dragging.ts'
import { findingsAt } from './findings-at.ts'
import { KIND_NAMES } from './kind-names.ts'
import { COMMANDS } from './model/commands/commands.ts'
import { parentOf } from './model/json/pointer.ts'
import { standing } from './model/room.ts'
import { movesOf } from './moves.ts'
import { roomBeside } from './room-beside.ts'
import { labelOf, type Line, unplacedIn } from './tree.ts'
import { FORMS_WORDS as WORDS } from './words.ts'

export function Outline({
  building,
  findings,
}: {
  readonly building: Building
  readonly findings: readonly Finding[]
}) {
  const { say } = useLanguage()
  const { form, lines, chosen, choose, run } = building
  const unplaced = unplacedIn(form)
  const current = lines.find((it) => it.key === chosen)
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef(false)
  // What was moved, or what stands where something went, has the focus: it is another line than before.
  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    list.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus()
  })
  const remove = (): void => {
    if (current === undefined) return
    moved.current = true
    if (current.at !== undefined) run(COMMANDS.removeElement, { at: current.at })
    else if (current.place !== undefined && run(COMMANDS.removeField, { place: current.place })) choose(undefined)
  }
  return (
    <section class="fb-outline" aria-label={say(WORDS.outline)}>
      <h2>{say(WORDS.outline)}</h2>
      <Tools building={building} line={current} remove={remove} />
      <ul
        class="fb-lines"
        ref={list}
        onKeyDown={(event) => {
          if (event.key === 'Delete' && current !== undefined) {
            event.preventDefault()
            remove()
          } else if (walk(event, list.current, building, current)) moved.current = true
        }}
      >
        <li>
          <button
            type="button"
            class="fb-line fb-layout"
            aria-current={current === undefined ? 'true' : undefined}
            onClick={() => choose(undefined)}
          >
            <span>{isText(form['title']) ? say(form['title']) : ''}</span>
            <small>{say(WORDS.form)}</small>
          </button>
        </li>
        {lines.map((line) => (
          <OutlineLine key={line.key} building={building} line={line} bad={findingsAt(findings, line).length > 0} />
        ))}
      </ul>
      {lines.length === 0 && <p class="empty">{say(WORDS.empty)}</p>}
      {unplaced.length > 0 && (
        <>
          <h3>{say(WORDS.unplaced)}</h3>
          <ul class="fb-lines">
            {unplaced.map((place) => (
              <li key={place} class="fb-unplaced">
                <span>{say(labelOf(form, place))}</span>
                <Button onClick={() => run(COMMANDS.placeField, { place, ...roomBeside(form, chosen) })}>
                  {say(WORDS.place)}
                </Button>
                <Button
                  kind="icon"
                  icon="remove"
                  label={`${say(WORDS.remove)}: ${say(labelOf(form, place))}`}
                  onClick={() => run(COMMANDS.removeField, { place }) && choose(undefined)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Tools({
  building: { form, run },
  line,
  remove,
}: {
  readonly building: Building
  readonly line: Line | undefined
  readonly remove: () => void
}) {
  const { say } = useLanguage()
  const at = line?.at
  const moves = at === undefined ? [] : movesOf(form, at)
  return (
    <div class="buttons fb-tools">
      {at !== undefined && (
        <Menu
          label={say(WORDS.move)}
          icon="drag"
          items={moves.map(({ id, title, page, to }) => ({
            id,
            label: say(title, page && { page: say(page) }),
            onChoose: () => run(COMMANDS.moveElement, { at, ...to }),
          }))}
        />
      )}
      {at !== undefined && line?.layout !== undefined && line.layout !== 'page' && (
        <Button onClick={() => run(COMMANDS.dissolveSection, { at })}>{say(WORDS.dissolve)}</Button>
      )}
      {line !== undefined && (
        <Button icon="remove" onClick={remove}>
          {say(WORDS.remove)}
        </Button>
      )}
    </div>
  )
}

function OutlineLine({
  building,
  line,
  bad,
}: {
  readonly building: Building
  readonly line: Line
  readonly bad: boolean
}) {
  const { say } = useLanguage()
  const root = useRef<HTMLButtonElement>(null)
  const now = useRef(building)
  now.current = building
  const { at, key } = line
  useEffect(() => {
    const element = root.current
    if (element === null || at === undefined) return undefined
    const stop = [
      dragging(element, { kind: 'line', at }),
      droppingOn(element, (dragged) => {
        const stands = standing(at)
        const inside = line.layout !== undefined || stands === undefined
        const where = inside ? { into: at } : { into: parentOf(stands.list), index: stands.index }
        if (dragged.kind === 'offer') add(now.current, dragged.offered, where.into, where.index)
        else if (dragged.at !== at) now.current.run(COMMANDS.moveElement, { at: dragged.at, ...where })
      }),
    ]
    return () => {
      for (const it of stop) it()
    }
  }, [at, line.layout])
  const isChosen = building.chosen === key
  return (
    <li>
      <button
        ref={root}
        type="button"
        class={`fb-line fb-level-${String(Math.min(line.level, 5))}${line.layout ? ' fb-layout' : ''}`}
        aria-current={isChosen ? 'true' : undefined}
        data-key={key}
        data-place={line.place}
        onClick={() => building.choose(key)}
      >
        {bad && <Icon name="warn" />}
        <span>{say(line.title)}</span>
        {line.kind && <small>{say(KIND_NAMES[line.kind])}</small>}
      </button>
    </li>
  )
}

/** @returns whether what is chosen was moved */
function walk(
  event: KeyboardEvent,
  list: HTMLElement | null,
  { form, run }: Building,
  line: Line | undefined,
): boolean {
  const up = event.key === 'ArrowUp'
  if (!up && event.key !== 'ArrowDown') return false
  event.preventDefault()
  if (event.altKey) {
    const move =
      line?.at === undefined ? undefined : movesOf(form, line.at).find((it) => it.id === (up ? 'up' : 'down'))
    return line?.at !== undefined && move !== undefined && run(COMMANDS.moveElement, { at: line.at, ...move.to })
  }
  const buttons = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])]
  const at = buttons.findIndex((it) => it === document.activeElement)
  buttons[at + (up ? -1 : 1)]?.focus()
  return false
}
