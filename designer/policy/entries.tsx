/** A list of workflow.json as cards: each with its fields, moved and removed by buttons, a new one at the end. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { JsonValue } from '../../engine/core/json.ts'
import type { Text } from '../../engine/core/text.ts'
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import { useEditing } from './page-editing.tsx'
import { moved, pointerOf, withValue, type Path } from './title-page.ts'
import { POLICY_WORDS } from './words.ts'

interface CardProps {
  readonly path: Path
  readonly name: string
  readonly first: boolean
  readonly last: boolean
  readonly onMove?: (by: -1 | 1) => void
  readonly onRemove: () => void
  readonly children: ComponentChildren
}

export function Card({ path, name, first, last, onMove, onRemove, children }: CardProps) {
  const { say } = useLanguage()
  const { readonly } = useEditing()
  return (
    <div class="card" role="group" aria-label={name} data-place={pointerOf(path)}>
      <header class="card-head">
        <h3>{name}</h3>
        <div class="card-steps">
          {onMove && (
            <>
              <Button
                kind="icon"
                icon="up"
                label={say(POLICY_WORDS.up, { what: name })}
                disabled={first || readonly}
                onClick={() => onMove(-1)}
              />
              <Button
                kind="icon"
                icon="down"
                label={say(POLICY_WORDS.down, { what: name })}
                disabled={last || readonly}
                onClick={() => onMove(1)}
              />
            </>
          )}
          <Button
            kind="icon"
            icon="remove"
            label={say(POLICY_WORDS.remove, { what: name })}
            disabled={readonly}
            onClick={onRemove}
          />
        </div>
      </header>
      <div class="card-body">{children}</div>
    </div>
  )
}

interface EntriesProps {
  readonly path: Path
  /** What one of them is called. */
  readonly one: Text
  readonly fresh: () => JsonValue
  readonly nameOf: (index: number) => string
  readonly children: (index: number) => ComponentChildren
}

export function Entries({ path, one, fresh, nameOf, children }: EntriesProps) {
  const { say } = useLanguage()
  const { list, replace, set, readonly } = useEditing()
  const entries = list(path)
  const { root, focusOn, focusOnNext } = useLateFocus()
  return (
    <div class="entries" ref={root}>
      {entries.map((_, index) => (
        <Card
          key={index}
          path={[...path, index]}
          name={nameOf(index) || `${say(one)} ${String(index + 1)}`}
          first={index === 0}
          last={index === entries.length - 1}
          onMove={(by) => replace((page) => withValue(page, path, moved(entries, index, index + by)))}
          onRemove={() => {
            replace((page) => withValue(page, [...path, index], undefined))
            focusOn('.add-entry')
          }}
        >
          {children(index)}
        </Card>
      ))}
      <div class="add-entry">
        <Button
          icon="add"
          disabled={readonly}
          onClick={() => {
            focusOnNext('.card')
            set([...path, entries.length], fresh())
          }}
        >
          {say(POLICY_WORDS.add)}: {say(one)}
        </Button>
      </div>
    </div>
  )
}

/** Puts the focus where work goes on, once what was changed is drawn: not before, or it would be somewhere else. */
export function useLateFocus() {
  const root = useRef<HTMLDivElement>(null)
  const wanted = useRef<{ readonly selector: string; readonly at: number } | undefined>(undefined)
  const all = (selector: string): readonly HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>(selector) ?? []),
  ]
  useLayoutEffect(() => {
    const found = wanted.current && all(wanted.current.selector)[wanted.current.at]
    if (found === undefined) return
    const target =
      found.querySelector<HTMLElement>('.card-body input, .card-body select') ?? found.querySelector('button')
    target?.focus()
    wanted.current = undefined
  })
  return {
    root,
    /** The first of these. */
    focusOn: (selector: string) => void (wanted.current = { selector, at: 0 }),
    /** The one that is about to come after all of these. */
    focusOnNext: (selector: string) => void (wanted.current = { selector, at: all(selector).length }),
  }
}
