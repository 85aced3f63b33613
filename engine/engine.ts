/**
 * Masar as its pages, its API and its CLI see it: every command and every reading, one table.
 *
 * Each takes the actor who asks, judges whether they may, and gives the result or a problem. Commands are one
 * transaction each and acknowledged only when they are on disk.
 */
import { activateAdHoc, listAdHoc } from './commands/ad-hoc.ts'
import { getAttachment, giveAttachment, listAttachments, removeAttachment } from './commands/attachments.ts'
import { feePrices } from './commands/fee-prices.ts'
import { serviceFigures } from './commands/service-figures.ts'
import { getService, listServices } from './commands/services.ts'
import { broadcastSignal } from './commands/broadcast-signal.ts'
import { cancelInstances } from './commands/cancel-instances.ts'
import { completeTasks } from './commands/complete-tasks.ts'
import { delegate, endDelegation, listColleagues, listDelegations } from './commands/delegations.ts'
import { beginDraft, discardDraft, getDraft, listDrafts, saveDraft, submitDraft } from './commands/drafts.ts'
import { listDataAccesses } from './commands/who-read.ts'
import { deploy, deployFiles } from './commands/deploy.ts'
import { getFigures } from './commands/figures.ts'
import { countInbox, listInbox } from './commands/inbox.ts'
import {
  actFor,
  grantMandate,
  listMandateRecord,
  listMandates,
  listRepresentations,
  revokeMandate,
} from './commands/mandates.ts'
import { evaluateConditions } from './commands/evaluate-conditions.ts'
import { previewHoliday } from './commands/holiday-preview.ts'
import { announceHoliday, changeHoliday, listHolidays, withdrawHoliday } from './commands/holidays.ts'
import { cancelInstance, listIncidents, resolveIncident, setVariables } from './commands/incidents.ts'
import { activateJobs, completeJob, failJob, throwJobError } from './commands/jobs.ts'
import {
  cancelMigration,
  getMigration,
  listMigrationFailures,
  listMigrations,
  startMigration,
} from './commands/migration/batches.ts'
import { migrateInstance } from './commands/migration/migrate-instance.ts'
import { listTasks } from './commands/list-tasks.ts'
import { addNote, listNotes } from './commands/notes.ts'
import { changePackageDraft, restorePackageDraft } from './commands/package-drafts/change.ts'
import { checkPackageDraft } from './commands/package-drafts/check.ts'
import { createPackageDraft } from './commands/package-drafts/create.ts'
import { discardPackageDraft, recoverPackageDraft } from './commands/package-drafts/discard.ts'
import { lockPackageDraft, unlockPackageDraft } from './commands/package-drafts/lock.ts'
import { getPackageInForce, listOpenablePackages } from './commands/package-drafts/openable.ts'
import {
  getPackageDraft,
  listPackageDraftRevisions,
  listDiscardedPackageDrafts,
  listPackageDrafts,
  packPackageDraft,
} from './commands/package-drafts/read.ts'
import { listStarters } from './commands/package-drafts/starters.ts'
import { followRecord, getInstanceMoment } from './commands/live-instance.ts'
import { getLiveVersion, listStandingInstances } from './commands/live-version.ts'
import { tryPackageDraft } from './commands/package-drafts/trial.ts'
import { planPublication, planRollBack } from './commands/publishing/plan.ts'
import { publishPackageDraft, rollBackPackage } from './commands/publishing/publish.ts'
import { signPackageDraft } from './commands/publishing/sign-off.ts'
import { publishingNews } from './commands/publishing/news.ts'
import { listSigners } from './commands/publishing/who-may-sign.ts'
import { publishMessage } from './commands/publish-message.ts'
import { followInstance } from './commands/timeline.ts'
import {
  findDocument,
  getDocument,
  getEvidence,
  getHistory,
  getInstance,
  listInstances,
  replay,
} from './commands/read-instance.ts'
import { listFilters, removeFilter, saveFilter } from './commands/saved-filters.ts'
import { searchApplications } from './commands/search-applications.ts'
import { continueClock, stopClock } from './commands/stop-clock.ts'
import { startInstance } from './commands/start-instance.ts'
import { modifyInstance } from './commands/modify-instance.ts'
import { restartInstance } from './commands/restart-instance.ts'
import { listEndedSuspensions, listSuspensions, resumeService, suspendService } from './commands/service-suspension.ts'
import { resumeInstance, suspendInstance } from './commands/suspension.ts'
import { resolveIncidents } from './commands/resolve-incidents.ts'
import { assignTask, claimTask, completeTask, getTask, releaseTask, saveTask } from './commands/tasks.ts'
import { getInstanceAt } from './commands/time-travel.ts'
import { forgetTypedForm, getTypedForm, keepTypedForm } from './commands/typed-forms.ts'
import type { EngineDeps } from './deps.ts'

const COMMANDS = {
  deploy,
  deployFiles,
  createPackageDraft,
  listPackageDrafts,
  getPackageDraft,
  changePackageDraft,
  restorePackageDraft,
  listPackageDraftRevisions,
  packPackageDraft,
  checkPackageDraft,
  tryPackageDraft,
  lockPackageDraft,
  unlockPackageDraft,
  discardPackageDraft,
  recoverPackageDraft,
  planPublication,
  planRollBack,
  listSigners,
  publishingNews,
  signPackageDraft,
  publishPackageDraft,
  rollBackPackage,
  listDiscardedPackageDrafts,
  listStarters,
  listOpenablePackages,
  getPackageInForce,
  listServices,
  getService,
  serviceFigures,
  feePrices,
  startInstance,
  giveAttachment,
  listAttachments,
  getAttachment,
  removeAttachment,
  beginDraft,
  listDrafts,
  getDraft,
  saveDraft,
  submitDraft,
  discardDraft,
  keepTypedForm,
  getTypedForm,
  forgetTypedForm,
  cancelInstance,
  cancelInstances,
  setVariables,
  modifyInstance,
  restartInstance,
  listAdHoc,
  activateAdHoc,
  suspendInstance,
  suspendService,
  resumeService,
  listSuspensions,
  listEndedSuspensions,
  stopClock,
  continueClock,
  announceHoliday,
  changeHoliday,
  withdrawHoliday,
  previewHoliday,
  listHolidays,
  resumeInstance,
  migrateInstance,
  startMigration,
  getMigration,
  listMigrations,
  listMigrationFailures,
  cancelMigration,
  listTasks,
  getTask,
  claimTask,
  releaseTask,
  assignTask,
  saveTask,
  completeTask,
  completeTasks,
  listInbox,
  countInbox,
  searchApplications,
  getFigures,
  addNote,
  listNotes,
  delegate,
  listDelegations,
  endDelegation,
  listColleagues,
  grantMandate,
  revokeMandate,
  listMandates,
  listMandateRecord,
  listRepresentations,
  actFor,
  saveFilter,
  listFilters,
  removeFilter,
  activateJobs,
  completeJob,
  failJob,
  throwJobError,
  publishMessage,
  broadcastSignal,
  evaluateConditions,
  listIncidents,
  resolveIncident,
  resolveIncidents,
  getInstance,
  listInstances,
  getHistory,
  getInstanceAt,
  getLiveVersion,
  listStandingInstances,
  followRecord,
  getInstanceMoment,
  getEvidence,
  getDocument,
  findDocument,
  listDataAccesses,
  followInstance,
} as const

type Commands = typeof COMMANDS
type Bound<F> = F extends (deps: EngineDeps, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never

export type Engine = { readonly [Name in keyof Commands]: Bound<Commands[Name]> } & {
  readonly deps: EngineDeps
  readonly replay: Bound<typeof replay>
}

export function createEngine(deps: EngineDeps): Engine {
  const bound = Object.fromEntries(
    Object.entries(COMMANDS).map(([name, command]) => [
      name,
      (...rest: never[]) => (command as (deps: EngineDeps, ...rest: never[]) => unknown)(deps, ...rest),
    ]),
  )
  return {
    ...(bound as { readonly [Name in keyof Commands]: Bound<Commands[Name]> }),
    deps,
    replay: (id) => replay(deps, id),
  }
}
