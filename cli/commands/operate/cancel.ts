/** End an application before its time, or all that run of a service or agency, with a reason. */
import type { Cancelled } from '../../../engine/commands/cancel-instances.ts'
import { isProblem } from '../../../engine/core/problem.ts'
import { EXIT } from '../../exit-codes.ts'
import { everyPage } from '../../remote/pages.ts'
import { steering } from '../../remote/steering.ts'

/** Of very many, those that could not be ended are told with their reasons. */
export const command = steering('cancel', async (api, whole, reason, { say, progress }) => {
  const tell = ({ canceled, failed }: Cancelled) => say('cancel.all', { canceled, failed: failed.length })
  const pages = await everyPage<Cancelled>(api, '/api/instances/cancel', { ...whole, reason }, (done) =>
    progress(tell(sumOf(done))),
  )
  if (isProblem(pages)) return pages
  const sum = sumOf(pages)
  return {
    json: sum,
    lines: [tell(sum), ...sum.failed.map(({ id, detail }) => `${id}  ${detail}`)],
    exit: sum.failed.length === 0 ? EXIT.ok : EXIT.invalid,
  }
})

const sumOf = (pages: readonly Cancelled[]): Cancelled => ({
  canceled: pages.reduce((sum, page) => sum + page.canceled, 0),
  failed: pages.flatMap((page) => page.failed),
})
