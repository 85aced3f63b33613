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
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children?: ComponentChildren
}

export function Confirm({ title, action, danger, onConfirm, onClose, children }: ConfirmProps) {
  const { say } = useLanguage()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={onConfirm}
      buttons={
        <>
          <Button kind={danger ? 'danger' : 'primary'} type="submit">
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
