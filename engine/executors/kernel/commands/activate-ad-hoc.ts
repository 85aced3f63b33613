/** Somebody chooses steps of an ad-hoc subprocess. In sequence one is done before the next is chosen. */
import { conflict, invalid } from '../../../core/problem.ts'
import { startsIn } from '../../../core/starts.ts'
import { elementNamed } from '../run.ts'
import { visitTo } from '../visit.ts'
import { type Handler, checkRoom } from './command.ts'

export const activateAdHoc: Handler<'activateAdHoc'> = (run, { id, elements }) => {
  const record = run.draft.elements[id]
  const adHoc = record?.adHoc
  if (!adHoc || adHoc.closing || record.stuck !== undefined)
    return conflict(
      'ad-hoc.not-open',
      `Expected an open ad-hoc subprocess ${id} in ${run.draft.id}, but it is over, stopped or none; read the instance again`,
    )
  const visit = visitTo(run, id)
  const { program, element } = visit
  if (element.kind !== 'adHocSubProcess') throw new Error(`Expected ${element.id} to be an ad-hoc subprocess`)
  const choices = startsIn(program, element.index).map((one) => one.id)
  const stray = elements.find((one) => !choices.includes(one.element))
  if (stray || elements.length === 0)
    return invalid(
      'ad-hoc.element',
      `Expected steps of ${element.id} to begin, out of ${choices.join(', ')}, but found ${stray ? `"${stray.element}"` : 'none'}`,
    )
  const isBusy = (record.children ?? 0) > 0 || adHoc.queue.length > 0
  if (element.ordering === 'sequential' && isBusy)
    return conflict('ad-hoc.busy', `Expected the step before to be done in ${element.id}, which does one at a time`)
  const full = checkRoom(visit, Object.assign({}, ...elements.map(({ variables }) => variables)))
  if (full) return full
  const now = element.ordering === 'sequential' ? elements.slice(0, 1) : elements
  const queue = elements.slice(now.length)
  run.emit({ kind: 'adHocChanged', id, adHoc: { ...adHoc, begun: adHoc.begun + now.length, queue } })
  run.send(
    now.map(({ element: named, variables }) => ({
      kind: 'enter',
      program,
      element: elementNamed(program, named),
      scope: id,
      ...(variables && { variables }),
    })),
  )
  return undefined
}
