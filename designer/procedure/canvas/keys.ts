/** Keys of the canvas by their place: on an Arabic keyboard the key of C writes another letter. */

/** Repeats a key under its Latin letter where the keyboard wrote another one; returns how to stop. */
export function latinKeys(container: HTMLElement): () => void {
  const press = (event: KeyboardEvent): void => {
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
    if (letter === undefined || isTyping(event.target) || /^[a-z]$/i.test(event.key)) return
    event.stopPropagation()
    const latin = new KeyboardEvent(event.type, {
      key: event.shiftKey ? letter : letter.toLowerCase(),
      code: event.code,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      shiftKey: event.shiftKey,
      altKey: event.altKey,
      bubbles: true,
      cancelable: true,
    })
    if (event.target?.dispatchEvent(latin) === false) event.preventDefault()
  }
  container.addEventListener('keydown', press, true)
  return () => container.removeEventListener('keydown', press, true)
}

/** The search of the canvas waits for keys; what is pasted, spoken or composed comes without. */
export function searchAsTyped(container: HTMLElement): () => void {
  const typed = ({ target, isTrusted }: Event): void => {
    if (isTrusted && target instanceof HTMLInputElement && target.closest('.djs-search-container'))
      target.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))
  }
  container.addEventListener('input', typed)
  return () => container.removeEventListener('input', typed)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName))
