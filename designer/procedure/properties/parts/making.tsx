/** What a step needs and nobody has made yet, made right there. Fetched when it is asked for: most who open a procedure make nothing. */
import type { DraftSession } from '../../../draft/session.ts'
import { NewDecisionDialog } from '../../../decisions/new-decision-dialog.tsx'
import { NewTemplateDialog } from '../../../documents/new-template-dialog.tsx'
import { NewFormDialog } from '../../../forms/new-form-dialog.tsx'
import type { Making } from '../entry.ts'

interface MakingProps {
  readonly making: Making
  readonly session: DraftSession
  readonly onMade: (name: string) => void
  readonly onClose: () => void
}

export default function MakingDialog({ making, onMade, ...rest }: MakingProps) {
  const named = { ...rest, ...(making.proposed && { proposed: making.proposed }) }
  switch (making.kind) {
    case 'form':
      return <NewFormDialog {...named} onMade={onMade} />
    case 'decision':
      return <NewDecisionDialog {...named} taken={making.taken} onMade={(_file, id) => onMade(id)} />
    default:
      return <NewTemplateDialog {...rest} kind={making.kind} onMade={onMade} />
  }
}
