/** Values to put where the text stands: those at hand, or another by its formula. */
import { Menu } from '../frame/menu.tsx'
import { useLanguage } from '../language/language.tsx'
import { nameOf } from './telling.ts'
import { DOCUMENT_WORDS } from './words.ts'

interface VariableMenuProps {
  readonly variables: readonly string[]
  readonly readonly: boolean
  readonly onChoose: (path: string) => void
  readonly onOther: () => void
}

export function VariableMenu({ variables, readonly, onChoose, onOther }: VariableMenuProps) {
  const { say } = useLanguage()
  return (
    <Menu
      label={say(DOCUMENT_WORDS.insertValue)}
      icon="add"
      items={[
        ...variables.map((path) => ({
          id: path,
          label: nameOf(path, say),
          disabled: readonly,
          onChoose: () => onChoose(path),
        })),
        { id: '…', label: say(DOCUMENT_WORDS.variableOther), disabled: readonly, onChoose: onOther },
      ]}
    />
  )
}
