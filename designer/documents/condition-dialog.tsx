/** On which condition a part is shown, or over which list it is repeated. */
import { useState } from 'preact/hooks'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { readCondition, writtenCondition, type Condition } from './expression.ts'
import { nameOf } from './telling.ts'
import { DOCUMENT_WORDS } from './words.ts'

interface ConditionDialogProps {
  readonly word: string
  readonly args: string
  readonly variables: readonly string[]
  /** The opening, "{{#if x}}". */
  readonly onDone: (opening: { readonly word: string; readonly args: string }) => void
  readonly onClose: () => void
}

const TESTS = ['there', 'notThere', 'is', 'isNot'] as const

export function ConditionDialog({ word, args, variables, onDone, onClose }: ConditionDialogProps) {
  const { say } = useLanguage()
  const isList = word === 'each' || word === 'with'
  const [path, setPath] = useState(isList ? args : (readCondition(word, args)?.path ?? ''))
  const [condition, setCondition] = useState<Condition>(
    () => readCondition(word, args) ?? { path, test: 'there', value: '' },
  )
  // One that says more than can be chosen stays as it is until something is chosen.
  const [touched, setTouched] = useState(false)
  const isKept = !isList && !touched && readCondition(word, args) === undefined && args !== ''
  const done = (): void => {
    if (isKept) return onClose()
    if (path.trim() === '') return
    onDone(
      isList
        ? { word, args: path.trim() }
        : { word: 'if', args: writtenCondition({ ...condition, path: path.trim() }) },
    )
  }
  const choose = (next: string): void => {
    setTouched(true)
    setPath(next)
  }
  return (
    <Dialog
      title={say(isList ? DOCUMENT_WORDS.listName : DOCUMENT_WORDS.condition)}
      onClose={onClose}
      onSubmit={done}
      buttons={
        <Button kind="primary" type="submit">
          {say(DOCUMENT_WORDS.done)}
        </Button>
      }
    >
      {isKept && <p class="code">{args}</p>}
      <Select
        label={say(isList ? DOCUMENT_WORDS.listName : DOCUMENT_WORDS.variable)}
        value={variables.includes(path) ? path : ''}
        options={[
          { value: '', label: say(DOCUMENT_WORDS.variableOther) },
          ...variables.map((one) => ({ value: one, label: nameOf(one, say) })),
        ]}
        onChange={choose}
      />
      {!variables.includes(path) && (
        <TextField label={say(DOCUMENT_WORDS.variableName)} value={path} dir="ltr" onChange={choose} />
      )}
      {!isList && (
        <>
          <Select
            label={say(DOCUMENT_WORDS.test)}
            value={condition.test}
            options={TESTS.map((test) => ({ value: test, label: say(DOCUMENT_WORDS[`test${test}`]) }))}
            onChange={(chosen) => {
              setTouched(true)
              setCondition({ ...condition, test: TESTS.find((it) => it === chosen) ?? 'there' })
            }}
          />
          {(condition.test === 'is' || condition.test === 'isNot') && (
            <TextField
              label={say(DOCUMENT_WORDS.value)}
              value={condition.value}
              onChange={(value) => setCondition({ ...condition, value })}
            />
          )}
        </>
      )}
    </Dialog>
  )
}
