/** An expression about a step: what can be known there is offered, and what must be an expression is one, also where its "=" was forgotten. */
import type { JsonObject } from '../../../../engine/core/json.ts'
import type { DraftSession } from '../../../draft/session.ts'
import { FeelInput, type FeelInputProps } from '../../../feel/feel-input.tsx'
import type { FieldProps } from '../../../frame/field.tsx'

export interface FeelPartProps extends FieldProps {
  readonly value: string
  /** Text without "=" stands for itself. */
  readonly plain: boolean
  readonly expected?: JsonObject
  readonly context: FeelContext
  /** What the step has when it is done is known too. */
  readonly isOutput?: boolean
  readonly onChange: (value: string) => void
  readonly onDone: () => void
}

/** Where in the package the expression stands. */
export interface FeelContext {
  readonly session: DraftSession
  readonly file: string
  readonly element: string
}

export function FeelPart({ plain, expected, context, isOutput, onDone, ...field }: FeelPartProps) {
  const { value, onChange } = field
  const done = (): void => {
    if (!plain && value.trim() !== '' && !value.trim().startsWith('=')) onChange(`=${value.trim()}`)
    onDone()
  }
  const kind = KINDS[String(expected?.['type'])]
  return (
    <FeelInput
      {...field}
      {...context}
      onDone={done}
      lines={value.length > 60 || value.includes('\n') ? 3 : 1}
      {...(isOutput && { done: true })}
      {...(kind && { expected: kind })}
    />
  )
}

/** JSON Schema's word -> what an expression gives. */
const KINDS: Readonly<Record<string, FeelInputProps['expected']>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'truth',
  array: 'list',
  object: 'object',
}
