/** What each change means in rows: the one table, kind of change -> what is written. */
import type { Appliers, ChangeKind } from './change.ts'
import { assistanceChanges } from '../assistances.ts'
import { arrivalChanges } from '../arrivals.ts'
import { attachmentChanges } from '../attachments.ts'
import { broadcastChanges } from './broadcast.ts'
import { deskChanges } from './desk.ts'
import { draftChanges } from '../drafts.ts'
import { evidenceChanges } from '../evidence.ts'
import { elementChanges } from '../element-instances.ts'
import type { Connection } from '../file/driver.ts'
import { holdChanges } from './holding.ts'
import { holidayChanges } from '../holidays.ts'
import { incidentChanges } from '../incidents.ts'
import { jobChanges } from '../jobs.ts'
import { migrationChanges } from '../migration-batches.ts'
import { noteChanges } from '../notes.ts'
import { postChanges } from './post.ts'
import { searchChanges } from '../search.ts'
import { suspensionChanges } from '../suspensions.ts'
import { timerChanges } from '../timers.ts'

export function changeTable(db: Connection): Appliers<ChangeKind> {
  const elements = elementChanges(db)
  const desk = deskChanges(db)
  const jobs = jobChanges(db)
  const holding = holdChanges(db)
  const timers = timerChanges(db)
  const post = postChanges(db)
  const broadcast = broadcastChanges(db)
  const arrivals = arrivalChanges(db)
  const drafts = draftChanges(db)
  const calls = evidenceChanges(db)
  const attachments = attachmentChanges(db)
  const search = searchChanges(db)
  const assistances = assistanceChanges(db)
  const incidents = incidentChanges(db)
  const notes = noteChanges(db)
  const suspensions = suspensionChanges(db)
  const holidays = holidayChanges(db)
  const migrations = migrationChanges(db)
  return {
    trackElements: elements.trackElements,
    openTask: desk.openTask,
    rescheduleTask: desk.rescheduleTask,
    assignTask: desk.assignTask,
    closeTask: desk.closeTask,
    moveTask: desk.moveTask,
    renewTask: desk.renewTask,
    openJob: jobs.openJob,
    rescheduleJob: jobs.rescheduleJob,
    answerJob: jobs.answerJob,
    closeJob: jobs.closeJob,
    moveJob: jobs.moveJob,
    renewJob: jobs.renewJob,
    holdInstance: holding.holdInstance,
    releaseInstance: holding.releaseInstance,
    openTimer: timers.openTimer,
    moveTimer: timers.moveTimer,
    closeTimer: timers.closeTimer,
    moveStartTimer: timers.moveStartTimer,
    recountStartTimer: timers.recountStartTimer,
    openSubscription: post.openSubscription,
    closeSubscription: post.closeSubscription,
    moveSubscription: post.moveSubscription,
    publishMessage: post.publishMessage,
    takeMessage: post.takeMessage,
    openSignalSubscription: broadcast.openSignalSubscription,
    closeSignalSubscription: broadcast.closeSignalSubscription,
    broadcastSignal: broadcast.broadcastSignal,
    takeSignal: broadcast.takeSignal,
    indexInstance: search.indexInstance,
    recordAssistance: assistances.recordAssistance,
    addNote: notes.addNote,
    addArrival: arrivals.addArrival,
    useArrival: arrivals.useArrival,
    adoptCalls: calls.adoptCalls,
    sendDraft: drafts.sendDraft,
    attachDocument: attachments.attachDocument,
    suspendService: suspensions.suspendService,
    liftSuspension: suspensions.liftSuspension,
    endSuspension: suspensions.endSuspension,
    announceHoliday: holidays.announceHoliday,
    withdrawHoliday: holidays.withdrawHoliday,
    spreadHoliday: holidays.spreadHoliday,
    openIncident: incidents.openIncident,
    closeIncident: incidents.closeIncident,
    moveIncident: incidents.moveIncident,
    countMigrated: migrations.countMigrated,
  }
}
