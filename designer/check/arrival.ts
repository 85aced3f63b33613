/**
 * Whoever follows a finding arrives at the very field it speaks of: opened where it is folded away, in sight, with the focus.
 *
 * Fields say their place (`data-place`: a JSON pointer) or the rules whose findings stand at them (`data-rules`). What is
 * drawn later is waited for, until the reader does something else.
 */
import { useEffect, type MutableRef } from 'preact/hooks'

type Seek = (root: HTMLElement) => HTMLElement | undefined

/** @param key where somebody arrives; another one, or none, begins anew */
export function useArrival(root: MutableRef<HTMLElement | null>, key: string | undefined, seek: Seek): void {
  useEffect(() => {
    const host = root.current
    if (host === null || key === undefined) return undefined
    const stop = (): void => {
      observer.disconnect()
      for (const act of ['pointerdown', 'keydown']) window.removeEventListener(act, stop)
    }
    const arrive = (): void => {
      const found = seek(host)
      if (found === undefined) return
      stop()
      focusOn(found)
    }
    const observer = new MutationObserver(arrive)
    observer.observe(host, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-rules', 'data-place'],
    })
    for (const act of ['pointerdown', 'keydown']) window.addEventListener(act, stop)
    arrive()
    return stop
  }, [key])
}

function focusOn(field: HTMLElement): void {
  for (let at = field.parentElement; at !== null; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true
  field.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'center' })
}

const FIELD =
  'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable=true], [role=textbox]'

/** In what may be a field itself, or stand around some: the one that is wrong before the first. */
export function fieldIn(holder: HTMLElement): HTMLElement {
  if (holder.matches(FIELD)) return holder
  const all = [...holder.querySelectorAll<HTMLElement>(FIELD)]
  return (
    all.find((it) => it.getAttribute('aria-invalid') === 'true') ??
    all[0] ??
    holder.querySelector<HTMLElement>('button') ??
    holder
  )
}

/** At this place; else the first within it, else what it stands in. */
export function fieldAt(root: HTMLElement, place: string): HTMLElement | undefined {
  const all = [...root.querySelectorAll<HTMLElement>('[data-place]')]
  const placeOf = (it: HTMLElement): string => it.dataset['place'] ?? ''
  const exact = all.find((it) => placeOf(it) === place)
  const inside = all.filter((it) => placeOf(it).startsWith(`${place}/`))
  const around = all
    .filter((it) => place.startsWith(`${placeOf(it)}/`))
    .toSorted((one, other) => placeOf(other).length - placeOf(one).length)
  const found = exact ?? inside.find((it) => it.getAttribute('aria-invalid') === 'true') ?? inside[0] ?? around[0]
  return found && fieldIn(found)
}

/** Where findings of this rule stand. */
export function fieldOfRule(root: HTMLElement, rule: string): HTMLElement | undefined {
  const found = root.querySelector<HTMLElement>(`[data-rules~="${CSS.escape(rule)}"]`)
  return found === null ? undefined : fieldIn(found)
}
