/** The things the API speaks of, by name: what OpenAPI shows, and what every answer keeps to. */
import { Account, Session } from './resources/account.ts'
import { Attachment, FileLink } from './resources/attachment.ts'
import { Certificate, Deployment } from './resources/deployment.ts'
import { Charge, DeadlineClock, Document, Instance, InstanceAt, InstanceSummary, Refund } from './resources/instance.ts'
import { Holiday, HolidayPreview } from './resources/holiday.ts'
import { Colleague, Delegation, Figures, InboxCounts, Note, SavedFilter, TaskOutcome } from './resources/desk.ts'
import { Incident, Job } from './resources/job.ts'
import { Cancellation, Resolution } from './resources/many.ts'
import { Mandate, MandateEntry, Representation } from './resources/mandate.ts'
import { Migrated, Migration, MigrationFailure } from './resources/migration.ts'
import { Finding, Problem } from './resources/problem.ts'
import { Begun, Broadcast, Deployed, Published, Started } from './resources/receipt.ts'
import { Moved, Task, TaskDetail } from './resources/task.ts'

export const RESOURCES = {
  Finding,
  Attachment,
  FileLink,
  Problem,
  InstanceSummary,
  Document,
  Charge,
  Refund,
  DeadlineClock,
  Instance,
  InstanceAt,
  Task,
  TaskDetail,
  Moved,
  TaskOutcome,
  InboxCounts,
  SavedFilter,
  Figures,
  Note,
  Delegation,
  Colleague,
  Job,
  Incident,
  Resolution,
  Cancellation,
  Deployment,
  Started,
  Published,
  Broadcast,
  Begun,
  Deployed,
  Session,
  Account,
  Holiday,
  HolidayPreview,
  Representation,
  Mandate,
  MandateEntry,
  Migrated,
  Migration,
  MigrationFailure,
  Certificate,
} as const

type Name = keyof typeof RESOURCES

const ref = (name: Name): object => ({ $ref: `${name}#` })

/** The answer of a route when all is well. */
export const gives = (name: Name, status: 200 | 201 = 200): object => ({
  [status]: { description: RESOURCES[name].description, content: { 'application/json': { schema: ref(name) } } },
})

/** The answer of a route that takes something in: 201 the first time, 200 when it was there already. */
export const givesOnce = (name: Name): object => ({ ...gives(name, 201), ...gives(name, 200) })

/** All there is, in one answer. */
export const givesAll = (name: Name): object => ({
  200: {
    description: RESOURCES[name].description,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { items: { type: 'array', items: ref(name) } },
          required: ['items'],
          additionalProperties: false,
        },
      },
    },
  },
})

/** One page of a list; `next` is absent on the last. */
export const givesPageOf = (name: Name): object => ({
  200: {
    description: 'One page',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: {
            items: { type: 'array', items: ref(name) },
            next: { type: 'string', description: 'Give it as ?after= for the next page' },
          },
          required: ['items'],
          additionalProperties: false,
        },
      },
    },
  },
})
