/** What became of an application, or of many, that went over to another version. */
import { resource, string } from './resource.ts'
import { summaryExample } from './instance.ts'

export const Migrated = resource(
  'Migrated',
  'The version an application is at now (changed), or would be at',
  {
    instance: string,
    reference: string,
    program: { type: 'string', description: 'package@version/process' },
    changed: { type: 'boolean' },
  },
  [],
  {
    instance: summaryExample.id,
    reference: summaryExample.reference,
    program: 'moj.non-conviction@1.1.0/non-conviction',
    changed: true,
  },
)
