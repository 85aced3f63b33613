/** Migrations as the server shows them, and how far they are told to have come. */
import type { BatchStatus, RefusalCount } from '../../engine/core/migration-batch.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { facts, table } from '../output/table.ts'
import { moment } from '../output/time.ts'
import type { Terminal } from '../terminal.ts'
import type { Say } from '../text/text.ts'

export interface ShownMigration {
  readonly id: string
  readonly packageId: string
  readonly from: string
  readonly to: string
  readonly status: BatchStatus
  readonly total: number
  readonly ready: number
  readonly migrated: number
  readonly failed: number
  readonly report: readonly RefusalCount[]
  readonly createdBy: string
  readonly createdAt: string
  readonly endedAt?: string
  readonly trouble?: string
  readonly againAt?: string
}

export interface ShownMigrationFailure {
  readonly reference: string
  readonly detail: string
  readonly findings: readonly Finding[]
}

export const migrationPlace = (id: string): string => `/api/migrations/${encodeURIComponent(id)}`

export const isOver = ({ status }: ShownMigration): boolean => status !== 'checking' && status !== 'running'

export const statusOf = ({ status, trouble }: ShownMigration, say: Say): string =>
  say(trouble === undefined ? `migration.status.${status}` : 'migration.stands')

export function migrationLines(found: ShownMigration, terminal: Terminal): readonly string[] {
  const { say } = terminal
  return [
    ...facts([
      [say('migration.id'), found.id],
      [say('migration.service'), `${found.packageId} ${found.from} → ${found.to}`],
      [say('migration.status'), statusOf(found, say)],
      [say('migration.trouble'), found.trouble],
      [say('migration.total'), say('migration.counted', { ready: found.ready, total: found.total })],
      [say('migration.migrated'), String(found.migrated)],
      [say('migration.failed'), String(found.failed)],
      [say('migration.createdAt'), `${moment(found.createdAt)} ${found.createdBy}`],
      [say('migration.endedAt'), moment(found.endedAt)],
      [say('migration.againAt'), moment(found.againAt)],
    ]),
    ...reportLines(found, terminal),
  ]
}

/** Counts per reason, each with a few applications it strikes. */
function reportLines({ report }: ShownMigration, { say, language }: Terminal): readonly string[] {
  if (report.length === 0) return []
  return [
    '',
    say('migration.report'),
    ...report.flatMap(({ rule, count, examples }) => [
      `${count}  [${rule}]`,
      ...examples.map(({ reference, message, messageAr }) => {
        const told = (language === 'ar' ? messageAr : undefined) ?? message
        return `    ${reference}  ${told}`
      }),
    ]),
  ]
}

export function failureLines(
  failures: readonly ShownMigrationFailure[],
  { say, language }: Terminal,
): readonly string[] {
  if (failures.length === 0) return []
  const rows = failures.flatMap(({ reference, detail, findings }) => {
    const reasons = findings.map((it) => (language === 'ar' ? it.messageAr : undefined) ?? it.message)
    return (reasons.length > 0 ? reasons : [detail]).map((reason, index) => [index === 0 ? reference : '', reason])
  })
  return ['', say('migration.failures'), ...table([say('instance.reference'), say('migration.reason')], rows)]
}
