/** What stands around every input: its question, a hint, and what is wrong with it, each bound to it. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string
  /** Its question is read out and not shown, where a heading says it already. */
  readonly quiet?: boolean
  /** Of what it says in its file: findings lead here by it. */
  readonly place?: string
}

export interface FieldBinding {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'data-place': string | undefined
}

export function Field({
  label,
  hint,
  error,
  quiet,
  place,
  children,
}: FieldProps & { readonly children: (binding: FieldBinding) => ComponentChildren }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={`field${error ? ' field-bad' : ''}`}>
      <label class={quiet ? 'hidden-label' : 'label'} for={id}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'data-place': place,
      })}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
