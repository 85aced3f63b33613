/** Several panels in one place: arrows move between their names, as in every toolkit. */
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { useLanguage } from '../language/language.tsx'

export interface Tab {
  readonly id: string
  readonly title: string
  readonly body: () => ComponentChildren
}

interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

export function Tabs({ label, tabs, chosen, onChoose }: TabsProps) {
  const { dir } = useLanguage()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const shown = tabs.find((it) => it.id === chosen) ?? tabs[0]
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((it) => it === shown)
    const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (next === undefined) return
    event.preventDefault()
    onChoose(next.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus()
  }
  return (
    <div class="tabbed">
      <div class="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab === shown}
            aria-controls={tab === shown ? `${id}-panel` : undefined}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div
        class="tab-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown?.id ?? ''}`}
        tabIndex={0}
      >
        {shown?.body()}
      </div>
    </div>
  )
}
