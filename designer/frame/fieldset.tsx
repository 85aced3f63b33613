/** What stands around several inputs that are one question: the question, a hint, and what is wrong with it, bound to all of them. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface FieldsetProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string
  readonly children: ComponentChildren
}

export function Fieldset({ label, hint, error, children }: FieldsetProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset class={`several${error ? ' field-bad' : ''}`} aria-describedby={described || undefined}>
      <legend class="label">{label}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
