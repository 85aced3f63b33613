/** A button: with words, or with a sign alone whose words are told to who cannot see it. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

interface ButtonProps {
  readonly kind?: 'plain' | 'primary' | 'danger' | 'icon'
  readonly icon?: IconName
  /** Of a sign without words: what it does. */
  readonly label?: string
  readonly disabled?: boolean
  /** Stays where the focus can be while it is off: pressing it is what turns it off. */
  readonly keepsFocus?: boolean
  readonly pressed?: boolean
  /** Of a button that opens and closes something. */
  readonly expanded?: boolean
  readonly type?: 'button' | 'submit'
  readonly onClick?: (event: MouseEvent) => void
  readonly children?: ComponentChildren
}

export function Button({
  kind = 'plain',
  icon,
  label,
  disabled,
  keepsFocus,
  pressed,
  expanded,
  type = 'button',
  onClick,
  children,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`btn btn-${kind}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={keepsFocus ? undefined : disabled}
      aria-disabled={keepsFocus && disabled ? true : undefined}
      onClick={disabled ? undefined : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
