/** End an application before its time, or all that run of a service or agency, with a reason. */
import type { Cancelled } from '../../../engine/commands/cancel-instances.ts'
import { isProblem } from '../../../engine/core/problem.ts'
import { EXIT } from '../../exit-codes.ts'
import { everyPage } from '../../remote/pages.ts'
import { steering } from '../../remote/steering.ts'

/** Of very many, those that could not be ended are told with their reasons. */
export const command = steering('cancel', async (api, whole, reason, { say }) => {
  const pages = await everyPage<Cancelled>(api, '/api/instances/cancel', { ...whole, reason })
  if (isProblem(pages)) return pages
  const canceled = pages.reduce((sum, page) => sum + page.canceled, 0)
  const failed = pages.flatMap((page) => page.failed)
  return {
    json: { canceled, failed },
    lines: [
      say('cancel.all', { canceled, failed: failed.length }),
      ...failed.map(({ id, detail }) => `${id}  ${detail}`),
    ],
    exit: failed.length === 0 ? EXIT.ok : EXIT.invalid,
  }
})
