/** Which value stands here, and how it is written. */
import { useState } from 'preact/hooks'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { readExpression, unquoted, writtenExpression, type Expression } from './expression.ts'
import { WORD_NAMES } from './sample.ts'
import { nameOf } from './telling.ts'
import { DOCUMENT_WORDS } from './words.ts'

interface ValueDialogProps {
  /** Between the braces; "" for a new one. */
  readonly inside: string
  readonly variables: readonly string[]
  readonly onDone: (inside: string) => void
  readonly onRemove?: () => void
  readonly onClose: () => void
}

const WAYS = ['', 'date', 'money', 'number', 'text', 'code', 'qr'] as const
const OTHER = '…'

export function ValueDialog({ inside, variables, onDone, onRemove, onClose }: ValueDialogProps) {
  const { say } = useLanguage()
  const [expression, setExpression] = useState<Expression>(() => readExpression(inside, WORD_NAMES))
  const { word, values, options } = expression
  const [value = '', second = ''] = values
  const [isOther, setOther] = useState(value !== '' && !variables.includes(value))
  const put = (next: Partial<Expression>): void => setExpression({ ...expression, ...next })
  const option = (name: string, chosen: string): void =>
    put({ options: Object.fromEntries(Object.entries({ ...options, [name]: chosen }).filter(([, it]) => it !== '')) })
  const language = word === 'text' ? unquoted(second) : (options['language'] ?? '')
  const isGood = word === 'qr' || value.trim() !== ''
  return (
    <Dialog
      title={say(DOCUMENT_WORDS.editValue)}
      onClose={onClose}
      onSubmit={() => isGood && onDone(writtenExpression(expression))}
      buttons={
        <>
          <Button kind="primary" type="submit" disabled={!isGood}>
            {say(DOCUMENT_WORDS.done)}
          </Button>
          {onRemove && (
            <Button kind="danger" onClick={onRemove}>
              {say(DOCUMENT_WORDS.removeChip)}
            </Button>
          )}
        </>
      }
    >
      <Select
        label={say(DOCUMENT_WORDS.variable)}
        value={isOther ? OTHER : value}
        options={[
          ...(value === '' && !isOther ? [{ value: '', label: '' }] : []),
          ...variables.map((path) => ({ value: path, label: nameOf(path, say) })),
          { value: OTHER, label: say(DOCUMENT_WORDS.variableOther) },
        ]}
        onChange={(chosen) => {
          setOther(chosen === OTHER)
          if (chosen !== OTHER) put({ values: [chosen, ...values.slice(1)] })
        }}
      />
      {isOther && (
        <TextField
          label={say(DOCUMENT_WORDS.variableName)}
          value={value}
          dir="ltr"
          onChange={(name) => put({ values: [name.trim(), ...values.slice(1)] })}
        />
      )}
      <Select
        label={say(DOCUMENT_WORDS.shownAs)}
        value={word}
        options={WAYS.map((way) => ({ value: way, label: say(DOCUMENT_WORDS[`as${way}`]) }))}
        onChange={(way) => put({ word: way, values: values.slice(0, 1), options: {} })}
      />
      {['date', 'money', 'number', 'text'].includes(word) && (
        <Select
          label={say(DOCUMENT_WORDS.language)}
          value={language}
          options={[
            { value: '', label: say(DOCUMENT_WORDS.ofPaper) },
            { value: 'ar', label: say(DOCUMENT_WORDS.arabic) },
            { value: 'en', label: say(DOCUMENT_WORDS.english) },
          ]}
          onChange={(chosen) => {
            if (word === 'text') put({ values: chosen === '' ? [value] : [value, JSON.stringify(chosen)] })
            else option('language', chosen)
          }}
        />
      )}
      {word === 'date' && (
        <>
          <Select
            label={say(DOCUMENT_WORDS.calendar)}
            value={options['calendar'] ?? ''}
            options={[
              { value: '', label: say(DOCUMENT_WORDS.gregorian) },
              { value: 'hijri', label: say(DOCUMENT_WORDS.hijri) },
            ]}
            onChange={(chosen) => option('calendar', chosen)}
          />
          <Select
            label={say(DOCUMENT_WORDS.style)}
            value={options['style'] ?? ''}
            options={[
              { value: '', label: say(DOCUMENT_WORDS.stylelong) },
              { value: 'short', label: say(DOCUMENT_WORDS.styleshort) },
              { value: 'full', label: say(DOCUMENT_WORDS.stylefull) },
              { value: 'time', label: say(DOCUMENT_WORDS.styletime) },
            ]}
            onChange={(chosen) => option('style', chosen)}
          />
        </>
      )}
    </Dialog>
  )
}
