/** A door to another page; where there is nothing behind it yet, it is made here. */
import { useState } from 'preact/hooks'
import { NewTemplateDialog } from '../../../documents/new-template-dialog.tsx'
import { Button } from '../../../frame/button.tsx'
import { useLanguage } from '../../../language/language.tsx'
import type { Of } from './said.ts'

export function LinkPart({ entry, context: { session }, onChange, go }: Of<'link'>) {
  const { say } = useLanguage()
  const [isMaking, setMaking] = useState(false)
  const { making } = entry
  return (
    <>
      <p class="field">
        <Button
          kind="plain"
          icon={making ? 'add' : 'edit'}
          disabled={making !== undefined && session.saving.kind === 'readonly'}
          onClick={() => (making ? setMaking(true) : go(entry.view, ...entry.at))}
        >
          {say(entry.label)}
        </Button>
      </p>
      {isMaking && making && (
        <NewTemplateDialog
          session={session}
          kind={making.kind}
          onMade={(name) => {
            setMaking(false)
            onChange(making.made(name))
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  )
}
