/** A field for an expression somewhere in the package: what is known at its place is offered, and its value in the last try is shown. */
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
}

export function FeelInput({ session, file, element, done, ...writing }: FeelInputProps) {
  const known = useKnown(session, file, element, done)
  const tried = useLastTry(session)
  return <ExpressionInput {...(tried && { data: tried })} {...writing} known={known} />
}
