/** Asks before something that is hard to take back. */
import type { ComponentChildren } from 'preact'
import { useLanguage } from '../language/language.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { FRAME_WORDS } from './words.ts'

interface ConfirmProps {
  readonly title: string
  /** What the button says: what will be done, not "OK". */
  readonly action: string
  readonly danger?: boolean
  readonly wide?: boolean
  /** Not yet: what it means is still looked for. */
  readonly disabled?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children?: ComponentChildren
}

export function Confirm({
  title,
  action,
  danger,
  wide = false,
  disabled = false,
  onConfirm,
  onClose,
  children,
}: ConfirmProps) {
  const { say } = useLanguage()
  return (
    <Dialog
      title={title}
      wide={wide}
      onClose={onClose}
      onSubmit={onConfirm}
      buttons={
        <>
          <Button kind={danger ? 'danger' : 'primary'} type="submit" disabled={disabled}>
            {action}
          </Button>
          <Button onClick={onClose}>{say(FRAME_WORDS.cancel)}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
