/**
 * Who may see and do what with an application and its tasks, object by object. Routes say which roles may call at all;
 * these rules say whether this person may touch this thing. What a person may not see is "not found" to them.
 */
import { beganFor, hasRole, humanOf, reaches, type Actor } from '../actor.ts'
import { companyNumberOf } from '../company.ts'
import { programParts, type AgencyId, type UserId } from '../ids.ts'
import type { InstanceState } from '../instance.ts'
import { conflict, forbidden, notFound, type Problem } from '../problem.ts'
import type { InstanceRow } from '../instance-row.ts'
import type { TaskRow } from '../task.ts'

/** The agency whose operators run the installation and deploy shared packages for everyone. */
export const PLATFORM_AGENCY = 'egov'

const STAFF = ['clerk', 'supervisor', 'operator', 'auditor', 'analyst'] as const

export const isPlatformOperator = (actor: Actor): boolean =>
  actor.agency === PLATFORM_AGENCY && (actor.kind === 'system' || hasRole(actor, 'operator'))

export const mayActFor = (actor: Actor, agency: AgencyId): boolean =>
  actor.agency === agency || isPlatformOperator(actor)

/** Whose applications a list shows: those of one's agency; of all agencies to the operators of the installation. */
export const agencyOf = (actor: Actor): { readonly agency?: AgencyId } =>
  isPlatformOperator(actor) ? {} : { agency: actor.agency }

export const noSuchInstance: Problem = notFound(
  'instance.not-found',
  'Expected the id of an application you may see, but there is none by this id',
)

/** A person and the companies they may act for. */
export interface Concerned {
  readonly id: UserId
  readonly represents?: readonly UserId[]
}

/** What says whose application it is, and who sent it. */
export type Applied = Pick<InstanceRow, 'applicant' | 'startedBy'>

/**
 * Whether it is this person's own: they applied, may act for the company that did, or sent it for a company they may act
 * for no longer.
 */
export const concerns = (person: Concerned, row: Applied): boolean =>
  row.applicant === person.id || isOfCompanyOf(person, row)

const isOfCompanyOf = ({ id, represents = [] }: Concerned, { applicant, startedBy }: Applied): boolean =>
  represents.some((company) => company === applicant) || startedBy.startsWith(beganFor(id))

const isOwn = (actor: Actor, row: Applied): boolean => actor.kind === 'user' && concerns(actor, row)

/** Staff of the agency, or the applicant: who acts for a company, in the services of their mandate. */
export function mayReadInstance(actor: Actor, row: InstanceRow | undefined): Problem | undefined {
  const missing = noSuchInstance
  if (row === undefined) return missing
  if (actor.kind === 'system') return actor.agency === row.agency || isPlatformOperator(actor) ? undefined : missing
  if (row.applicant === actor.id) return reaches(actor, programParts(row.program).packageId) ? undefined : missing
  if (!mayActFor(actor, row.agency) || !STAFF.some((role) => actor.roles.includes(role))) return missing
  return undefined
}

const isStaffOf = (actor: Actor, agency: AgencyId): boolean =>
  mayActFor(actor, agency) && (actor.kind === 'system' || STAFF.some((role) => actor.roles.includes(role)))

/** Whether an agency's list of applications is open to this person; others see their own. */
export const mayListInstances = (actor: Actor): boolean => isStaffOf(actor, actor.agency)

/**
 * Everything the procedure knows and did: for staff of the agency, and not on their own application. Who may read the
 * application itself is judged before by mayReadInstance.
 */
export function mayReadRecord(actor: Actor, row: InstanceRow): Problem | undefined {
  if (isStaffOf(actor, row.agency) && !isOwn(actor, row)) return undefined
  return forbidden(
    'instance.record',
    `Expected staff of ${row.agency} other than the applicant to read the inner record of the application`,
  )
}

/** Who looked into the application: told to the person it is about, and to auditors. Judged after mayReadInstance. */
export function mayReadAccesses(actor: Actor, row: InstanceRow): Problem | undefined {
  if (actor.kind === 'system' || row.applicant === actor.id) return undefined
  if (hasRole(actor, 'auditor') && mayActFor(actor, row.agency)) return undefined
  return forbidden('instance.accesses', 'Expected the applicant or an auditor to read who looked into the application')
}

/**
 * Whether this person may move, mend, hold, migrate, end or restart the application by hand.
 *
 * @param missing what is said to somebody who may not know of it
 */
export function mayOperate(actor: Actor, row: InstanceRow, missing: Problem = noSuchInstance): Problem | undefined {
  if (!mayActFor(actor, row.agency)) return missing
  if (!isOwn(actor, row)) return undefined
  return forbidden('instance.own-application', 'Expected an operator other than the applicant; ask a colleague')
}

/**
 * Whether this person may let a deadline of the application stand still, or go on: a supervisor who has no task of it, so
 * that nobody stops the clock on their own work.
 */
export function mayStopClock(actor: Actor, row: InstanceRow, state: InstanceState): Problem | undefined {
  const refused = mayOperate(actor, row)
  if (refused || actor.kind === 'system') return refused
  if (!hasRole(actor, 'supervisor'))
    return forbidden('clock.supervisor', `Expected a supervisor of ${row.agency} to stop deadlines of law`)
  const hasWork = Object.values(state.waits).some((wait) => wait.kind === 'task' && wait.assignee === actor.id)
  if (!hasWork) return undefined
  return forbidden(
    'clock.own-work',
    'Expected a supervisor who has no task of the application, but you have one; ask a colleague, or give it back',
  )
}

const noteRefused = (agency: AgencyId): Problem =>
  forbidden('note.staff', `Expected a clerk or supervisor of ${agency} other than the applicant to write notes`)

/** Whether this person may write beside the application. */
export function mayWriteNote(actor: Actor, row: InstanceRow): Problem | undefined {
  const works = (['clerk', 'supervisor', 'operator'] as const).some((role) => hasRole(actor, role))
  return works && actor.agency === row.agency && !isOwn(actor, row) ? undefined : noteRefused(row.agency)
}

/** Whether this person looks after the work of colleagues: their figures, their absences. */
export const oversees = (actor: Actor): boolean =>
  (['supervisor', 'operator', 'auditor'] as const).some((role) => hasRole(actor, role))

/** Whether this person works at a desk of their agency. */
export const worksAtDesk = (actor: Actor): boolean => hasRole(actor, 'clerk') || oversees(actor)

export const noSuchTask: Problem = notFound(
  'task.not-found',
  'Expected the id of a task you may see, but there is none by this id',
)

/** Colleagues in whose place this person stands now; see core/delegation.ts. */
export type StandsFor = readonly UserId[]

/** The person a task is assigned or offered to, and for reading also the agency's supervisors, operators and auditors. */
export function mayReadTask(actor: Actor, task: TaskRow | undefined, standsFor: StandsFor = []): Problem | undefined {
  if (task === undefined) return noSuchTask
  if (actor.kind === 'system') return mayActFor(actor, task.agency) ? undefined : noSuchTask
  if (!reaches(actor, task.service)) return noSuchTask
  if (isOfferedTo(task, actor) || standsIn(actor, task, standsFor) || didAsThemselves(actor, task)) return undefined
  return oversees(actor) && mayActFor(actor, task.agency) ? undefined : noSuchTask
}

/** What somebody did for a company stays with the company. */
const didAsThemselves = (actor: Actor, { closedBy, assignee, candidateUsers }: TaskRow): boolean =>
  closedBy === actor.id && ![assignee, ...candidateUsers].some((one) => companyNumberOf(one) !== undefined)

/** Whether everything the procedure knows is shown with the task; to others only what the task itself names. */
export const mayReadAllOfTask = (actor: Actor, task: TaskRow, row: Applied): boolean =>
  isStaffOf(actor, task.agency) && !isOwn(actor, row)

/** Whether this person may take or complete the task now. */
export function mayWorkTask(
  actor: Actor,
  task: TaskRow,
  state: InstanceState,
  row: Applied,
  standsFor: StandsFor = [],
): Problem | undefined {
  if (actor.kind === 'system') return undefined
  const isDeputy = standsIn(actor, task, standsFor)
  if (task.assignee !== undefined && task.assignee !== actor.id && !isDeputy)
    return conflict(
      'task.assigned-to-other',
      `Expected a task that is free or yours, but it is assigned to ${task.assignee}; ask for it to be released`,
    )
  if (!isDeputy && !isOfferedTo(task, actor))
    return forbidden(
      'task.not-offered',
      'Expected a task offered to you or one of your groups; ask a supervisor to assign it',
    )
  return fourEyes(humanOf(actor), task, state) ?? ownApplication(actor, task, row)
}

/** Whether this person may give the task to somebody else, or take it from who has it: supervisors and operators of its own agency, not in their own application. */
export function mayPassOn(actor: Actor, task: TaskRow, row: Applied): Problem | undefined {
  const oversees = hasRole(actor, 'supervisor') || hasRole(actor, 'operator')
  if (actor.kind === 'system' ? !mayActFor(actor, task.agency) : !oversees || !mayActFor(actor, task.agency))
    return forbidden(
      'task.assign',
      `Expected a supervisor or operator of ${task.agency} to give the task to somebody, but you are none`,
    )
  return isOwn(actor, row)
    ? forbidden('task.own-application', 'Expected somebody other than the applicant to say who works on this task')
    : undefined
}

/** Whether the task is meant for people like this one: of a group it is offered to, or named by it. */
export const isWithin = (task: TaskRow, { id, groups }: { readonly id: UserId; readonly groups: readonly string[] }) =>
  task.candidateGroups.length === 0 ||
  task.candidateUsers.includes(id) ||
  groups.some((group) => task.candidateGroups.includes(group))

/** Whether a supervisor may give the task to this other person. */
export function mayAssignTo(person: Concerned, task: TaskRow, state: InstanceState, row: Applied): Problem | undefined {
  return fourEyes(person.id, task, state) ?? ownApplication(person, task, row)
}

function fourEyes(user: string, task: TaskRow, state: InstanceState): Problem | undefined {
  const other = task.fourEyes.find((element) => state.completers[element] === user)
  if (other === undefined) return undefined
  return forbidden(
    'task.four-eyes',
    `Expected a different person from the one who completed "${other}": the law asks for two pairs of eyes`,
  )
}

function ownApplication(person: Concerned, task: TaskRow, row: Applied): Problem | undefined {
  if (!concerns(person, row) || isMeantFor(person, task, row)) return undefined
  return forbidden('task.own-application', 'Expected somebody other than the applicant to work on this task')
}

/** A step of the applicant's own; whoever acts for a company does those as the company. */
function isMeantFor(person: Concerned, task: TaskRow, row: Applied): boolean {
  if (task.candidateUsers.some((name) => name === person.id)) return true
  if (task.assignee !== person.id) return false
  return task.candidateGroups.length === 0 || !isOfCompanyOf(person, row)
}

/** A deputy works on what the principal has, where it is offered to a group of the deputy's as well or to no group at all. */
export function standsIn(
  actor: Extract<Actor, { kind: 'user' }>,
  { assignee, agency, candidateGroups }: TaskRow,
  standsFor: StandsFor,
): boolean {
  if (assignee === undefined || assignee === actor.id || agency !== actor.agency) return false
  if (!standsFor.includes(assignee)) return false
  return candidateGroups.length === 0 || candidateGroups.some((group) => actor.groups.includes(group))
}

function isOfferedTo(task: TaskRow, actor: Extract<Actor, { kind: 'user' }>): boolean {
  if (task.assignee === actor.id || task.candidateUsers.includes(actor.id)) return true
  return task.agency === actor.agency && task.candidateGroups.some((group) => actor.groups.includes(group))
}

/** Whether this person may choose steps of an ad-hoc subprocess, of which the drawing may name the groups that do. */
export function mayChooseAdHoc(actor: Actor, row: InstanceRow, groups: readonly string[]): boolean {
  if (!mayActFor(actor, row.agency)) return false
  if (actor.kind === 'system') return true
  if (isOwn(actor, row)) return false
  if (hasRole(actor, 'supervisor') || hasRole(actor, 'operator')) return true
  const works = hasRole(actor, 'clerk') || hasRole(actor, 'worker')
  return works && (groups.length === 0 || groups.some((group) => actor.groups.includes(group)))
}
