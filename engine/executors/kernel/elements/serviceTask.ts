/** A step a machine does: a call to the data bus, a charge, a document. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { openJob } from './job.ts'

export const serviceTask: Behaviour<ElementOf<'serviceTask'>> = {
  activate: (visit) => openJob(visit, visit.element.job),
}
