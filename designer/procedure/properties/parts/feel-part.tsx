/** An expression about a step: what can be known there is offered, and what must be an expression is one, also where its "=" was forgotten. */
import { useMemo } from 'preact/hooks'
import type { JsonObject } from '../../../../engine/core/json.ts'
import { typeOfDescribed } from '../../../../engine/core/package/variables/json-types.ts'
import type { DraftSession } from '../../../draft/session.ts'
import { FeelInput } from '../../../feel/feel-input.tsx'
import type { Wanted } from '../../../feel/fit.ts'
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
  // What must be an expression becomes one when the field is left.
  const isMeant = plain || value.trim() === '' || value.trim().startsWith('=')
  const wanted = useMemo(() => expected && wantedBy(expected), [JSON.stringify(expected)])
  return (
    <FeelInput
      {...field}
      {...context}
      onDone={done}
      lines={value.length > 60 || value.includes('\n') ? 3 : 1}
      {...(isOutput && { done: true })}
      {...(wanted && { expected: wanted.type.kind, ...(isMeant && { wanted }) })}
    />
  )
}

/** JSON Schema -> what an expression gives; undefined where it says nothing. */
function wantedBy(schema: JsonObject): Wanted | undefined {
  const type = typeOfDescribed(schema, { kind: 'masar' })
  if (type.kind === 'any') return undefined
  const { required } = schema
  return { type, required: Array.isArray(required) ? required.map(String) : [] }
}
