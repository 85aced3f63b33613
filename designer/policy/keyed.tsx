/** An object of workflow.json whose keys are names an analyst gives: a card for each. */
import type { ComponentChildren } from 'preact'
import { isJsonObject, type JsonValue } from '../../engine/core/json.ts'
import type { Text } from '../../engine/core/text.ts'
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import { Card, useLateFocus } from './entries.tsx'
import { useEditing } from './page-editing.tsx'
import { freeId } from './rename.ts'
import { moved, withValue, type Path } from './title-page.ts'
import { POLICY_WORDS } from './words.ts'

interface KeyedProps {
  readonly path: Path
  readonly one: Text
  /** What the first new one is called. */
  readonly start: string
  readonly fresh: () => JsonValue
  /** Only these are shown; all of them stay. */
  readonly shown?: (key: string) => boolean
  readonly children: (key: string, keys: readonly string[]) => ComponentChildren
}

export function Keyed({ path, one, start, fresh, shown = () => true, children }: KeyedProps) {
  const { say, language } = useLanguage()
  const { get, keys, both, replace, set, readonly } = useEditing()
  const names = keys(path)
  const { root, focusOn, focusOnNext } = useLateFocus()
  const move = (from: number, to: number): void => {
    const holder = get(path)
    if (isJsonObject(holder))
      replace((page) => withValue(page, path, Object.fromEntries(moved(Object.entries(holder), from, to))))
  }
  return (
    <div class="entries" ref={root}>
      {names.map((key, index) =>
        shown(key) ? (
          <Card
            key={index}
            path={[...path, key]}
            name={both([...path, key])[language] || key}
            first={index === 0}
            last={index === names.length - 1}
            onMove={(by) => move(index, index + by)}
            onRemove={() => {
              replace((page) => withValue(page, [...path, key], undefined))
              focusOn('.add-entry')
            }}
          >
            {children(key, names)}
          </Card>
        ) : null,
      )}
      <div class="add-entry">
        <Button
          icon="add"
          disabled={readonly}
          onClick={() => {
            focusOnNext('.card')
            set([...path, freeId(names, start)], fresh())
          }}
        >
          {say(POLICY_WORDS.add)}: {say(one)}
        </Button>
      </div>
    </div>
  )
}
