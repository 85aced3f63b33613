/** Something that somebody further out should know or see to; the path goes on unless that ends it. */
import { catchOfEscalation } from '../catch/escalations.ts'
import { mappedInputs } from '../variables/mapping.ts'
import type { Thrower } from './thrower.ts'

/** One that nobody catches is on the record, and that is all (BPMN 2.0.2, 10.5.1). */
export const escalation: Thrower<'escalation'> = (visit, { code }) => {
  const { run, scope, id } = visit
  const caught = catchOfEscalation(run, scope, code, mappedInputs(visit))
  return { kind: 'throw', facts: [{ kind: 'escalationThrown', id, code }], caught: caught ? [caught] : [] }
}
