/** A field for an expression somewhere in the package: what is known at its place is offered, and its value in the last try is shown. */
import { useMemo } from 'preact/hooks'
import type { Variable } from '../../engine/core/package/variables/variable.ts'
import { useKnown } from '../check/check.ts'
import type { DraftSession } from '../draft/session.ts'
import { ExpressionInput, type WritingProps } from './expression-input.tsx'
import { useLastTry } from './last-try.ts'

export interface FeelInputProps extends WritingProps {
  readonly session: DraftSession
  /**
   * The drawing and the element in it whose variables are known here, a process for what is known everywhere; or a form, and
   * the place of the list in it whose entries are meant, "" at the top.
   */
  readonly file: string
  readonly element: string
  /** What the step has when it is done is known too: for output mappings. */
  readonly done?: boolean
  /** Known at this very field beside what is known at its place, and nearer. */
  readonly also?: readonly Variable[]
}

const NONE: readonly Variable[] = []

export function FeelInput({ session, file, element, done, also = NONE, ...writing }: FeelInputProps) {
  const around = useKnown(session, file, element, done)
  const known = useMemo(() => around && { ...around, variables: [...also, ...around.variables] }, [around, also])
  const tried = useLastTry(session)
  return <ExpressionInput {...(tried && { data: tried })} {...writing} known={known} />
}
