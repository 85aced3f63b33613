/** A button that opens a list of things to do: arrows move, letters find, Escape closes and gives the focus back. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import type { IconName } from './icon.tsx'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly onChoose: () => void
  readonly disabled?: boolean
}

interface MenuProps {
  readonly label: string
  readonly icon?: IconName
  /** Only the sign is shown. */
  readonly quiet?: boolean
  readonly items: readonly MenuItem[]
}

export function Menu({ label, icon, quiet, items }: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    if (!open) return undefined
    const away = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    root.current?.querySelector<HTMLElement>('[role=menuitem]:not([aria-disabled=true])')?.focus()
    for (const event of ['pointerdown', 'focusin']) document.addEventListener(event, away)
    return () => {
      for (const event of ['pointerdown', 'focusin']) document.removeEventListener(event, away)
    }
  }, [open])
  const close = (): void => {
    setOpen(false)
    root.current?.querySelector<HTMLElement>('button')?.focus()
  }
  return (
    <div class="menu" ref={root} onKeyDown={(event) => open && keyIn(event, root.current, close)}>
      <Button
        kind={quiet ? 'icon' : 'plain'}
        {...(icon && { icon })}
        {...(quiet && { label })}
        onClick={() => setOpen(!open)}
      >
        {!quiet && label}
      </Button>
      {open && (
        <ul class="menu-list" role="menu" id={id} aria-label={label}>
          {items.map((item) => (
            <li key={item.id} role="none">
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-disabled={item.disabled}
                onClick={() => {
                  if (item.disabled) return
                  close()
                  item.onChoose()
                }}
              >
                {item.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function keyIn(event: KeyboardEvent, root: HTMLElement | null, close: () => void): void {
  const items = [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  const at = items.findIndex((it) => it === document.activeElement)
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }
  if (event.key === 'Escape' || event.key === 'Tab') {
    if (event.key === 'Escape') event.preventDefault()
    event.stopPropagation()
    return close()
  }
  const to = moves[event.key] ?? items.findIndex((it, index) => index > at && startsWith(it, event.key))
  if (to < 0 || items[to] === undefined) return
  event.preventDefault()
  items[to].focus()
}

const startsWith = (item: HTMLElement, letter: string): boolean =>
  letter.length === 1 && (item.textContent ?? '').trim().toLowerCase().startsWith(letter.toLowerCase())
