/** What became of an application, or of many, that went over to another version. */
import { anything, integer, resource, string, time } from './resource.ts'
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

const example = {
  reference: summaryExample.reference,
  place: 'review',
  message: 'Expected an element of moj.non-conviction@1.1.0/non-conviction for review, but there is none of this id',
}

export const Migration = resource(
  'Migration',
  'Applications going over to another version: first all are checked, then each is taken along',
  {
    id: string,
    agency: string,
    packageId: string,
    from: string,
    to: string,
    mapping: anything,
    timers: { enum: ['keep', 'renew'] },
    jobs: { enum: ['renew', 'keep'] },
    called: { enum: ['follow', 'keep'] },
    dryRun: { type: 'boolean' },
    strict: { type: 'boolean' },
    status: { enum: ['checking', 'checked', 'refused', 'running', 'completed', 'canceled'] },
    total: { ...integer, description: 'Applications the check has found' },
    ready: { ...integer, description: 'Of them, those nothing stood against' },
    migrated: integer,
    failed: { ...integer, description: 'Those listed under /failures' },
    report: {
      type: 'array',
      description: 'What the check found, the most frequent reason first',
      items: {
        type: 'object',
        properties: {
          rule: string,
          count: integer,
          examples: {
            type: 'array',
            items: {
              type: 'object',
              properties: { reference: string, place: string, message: string, messageAr: string },
              required: ['reference', 'message'],
              additionalProperties: false,
            },
          },
        },
        required: ['rule', 'count', 'examples'],
        additionalProperties: false,
      },
    },
    createdBy: string,
    createdAt: time,
    changedAt: time,
    endedAt: time,
    trouble: { ...string, description: 'Why it stands still, e.g. since a package cannot be read' },
    againAt: { ...time, description: 'When it goes on, or those are tried again whose jobs somebody was at' },
  },
  ['endedAt', 'trouble', 'againAt'],
  {
    id: '6f6b7a0e-5d0d-4a53-9a4f-5a3b4f2f3a11',
    agency: 'moj',
    packageId: 'moj.non-conviction',
    from: '1.0.0',
    to: '1.1.0',
    mapping: { decide: 'judge' },
    timers: 'keep',
    jobs: 'renew',
    called: 'follow',
    dryRun: false,
    strict: false,
    status: 'running',
    total: 41_200,
    ready: 41_187,
    migrated: 12_800,
    failed: 4,
    report: [{ rule: 'migration/unmapped', count: 13, examples: [example] }],
    createdBy: 'user:operator.omar',
    createdAt: summaryExample.startedAt,
    changedAt: summaryExample.changedAt,
  },
)

export const MigrationFailure = resource(
  'MigrationFailure',
  'An application that could not be taken along; it stays as it was',
  {
    instance: string,
    reference: string,
    code: string,
    detail: string,
    findings: { type: 'array', items: { $ref: 'Finding#' } },
    retry: { type: 'boolean', description: 'It is tried again by itself' },
    at: time,
  },
  [],
  {
    instance: summaryExample.id,
    reference: summaryExample.reference,
    code: 'migration.refused',
    detail: `${example.message}; nothing was changed`,
    findings: [{ rule: 'migration/unmapped', severity: 'error', place: 'review', message: example.message }],
    retry: false,
    at: summaryExample.changedAt,
  },
)
