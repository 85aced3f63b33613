/** An expression of a form: written without the "="; the answers and what the steps know that show the form are offered, and questions are put in by their words. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { feelSource } from '../../../engine/core/feel/feel.ts'
import type { Pattern } from '../../../forms/place.ts'
import type { DraftSession } from '../../draft/session.ts'
import { FeelInput, type FeelInputProps } from '../../feel/feel-input.tsx'
import { Menu } from '../../frame/menu.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { NamedQuestion } from '../questions.ts'
import { INSPECTOR_WORDS } from './words.ts'

/** Where the inspector stands: the form, and the list whose entries are asked about, "" at the top. */
export interface FormPlace {
  readonly session: DraftSession
  readonly path: string
  readonly within: Pattern
}

export const InForm = createContext<FormPlace | undefined>(undefined)

interface FeelFieldProps extends Pick<FeelInputProps, 'label' | 'hint' | 'expected' | 'also'> {
  /** As it stands in the file, after "="; anything else is no expression. */
  readonly value: unknown
  /** Questions whose answers it may name. */
  readonly questions?: readonly NamedQuestion[]
  readonly onChange: (value: string | undefined) => void
  readonly onDone: () => void
}

export function FeelField({ value, questions = [], onChange, ...field }: FeelFieldProps) {
  const { say } = useLanguage()
  const place = useContext(InForm)
  if (place === undefined) throw new Error('Expected to stand inside the inspector of a form')
  const source = typeof value === 'string' ? feelSource(value) : ''
  const set = (text: string): void => onChange(text.trim() === '' ? undefined : `=${text}`)
  return (
    <>
      <FeelInput
        {...field}
        session={place.session}
        file={place.path}
        element={place.within}
        grammar="expression"
        lines={2}
        value={source}
        onChange={set}
      />
      {questions.length > 0 && (
        <div class="fb-insert">
          <Menu
            label={say(INSPECTOR_WORDS.insert)}
            icon="add"
            items={questions.map(({ name, title }) => ({
              id: name,
              label: `${say(title)} (${name})`,
              onChoose: () => set(source.trim() === '' ? name : `${source.trimEnd()} ${name}`),
            }))}
          />
        </div>
      )}
    </>
  )
}
