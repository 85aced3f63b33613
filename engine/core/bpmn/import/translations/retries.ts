/** How often and when a job is tried again. */
import { isMutable } from '../../moddle.ts'
import { extensionOf, textOf } from '../../element.ts'
import type { Translation } from '../translation.ts'

const CYCLE = /^R(\d+)\//

export const retries: Translation = {
  name: 'retries',
  translate(element, workshop) {
    for (const found of workshop.takeAll(element, 'FailedJobRetryTimeCycle')) {
      const body = textOf(found, 'body')?.trim() ?? ''
      const times = CYCLE.exec(body)?.[1] ?? (body.includes(',') ? String(body.split(',').length) : undefined)
      const job = extensionOf(element, 'zeebe:TaskDefinition')
      if (times !== undefined && isMutable(job)) {
        job.set('retries', times)
        workshop.note('translated', element, 'camunda:failedJobRetryTimeCycle', {
          en: `is ${times} attempts now; the pauses between them are the worker's`,
          ar: `صار ${times} محاولات، والفواصل بينها يقررها العامل`,
        })
      } else
        workshop.note('dropped', element, 'camunda:failedJobRetryTimeCycle', {
          en: `"${body}" has no meaning here: every step is stored, and only jobs are tried again`,
          ar: `لا معنى لـ "${body}" هنا: كل خطوة محفوظة، ولا تُعاد إلا المهام الآلية`,
        })
    }
  },
}
