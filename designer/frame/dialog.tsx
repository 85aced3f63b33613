/** A question that must be answered before work goes on: the browser's own modal, closed by Escape, focus given back. */
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language/language.tsx'
import { Button } from './button.tsx'
import { FRAME_WORDS } from './words.ts'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** Beside the content: what can be done. */
  readonly buttons?: ComponentChildren
  readonly wide?: boolean
  /** Makes it a form: Enter in a field sends it. */
  readonly onSubmit?: () => void
}

export function Dialog({ title, onClose, children, buttons, wide, onSubmit }: DialogProps) {
  const { say } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const before = document.activeElement
    const shown = dialog.current
    shown?.showModal()
    return () => {
      // Nothing behind it takes the focus while it is open.
      shown?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={`dialog${wide ? ' dialog-wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
        }}
      >
        <header class="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button kind="icon" icon="close" label={say(FRAME_WORDS.close)} onClick={onClose} />
        </header>
        <div class="dialog-body">{children}</div>
        {buttons && <footer class="buttons dialog-foot">{buttons}</footer>}
      </form>
    </dialog>
  )
}
