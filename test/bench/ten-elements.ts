/** What one transition of the 10-element process with three user tasks leaves on disk, in its usual size. */
import type { Reference } from '../../engine/core/ids.ts'

/** User tasks of the process: a start and this many completions make one application. */
export const TASKS = 3

/** The state while the second task is open. */
export const STATE = JSON.stringify({
  id: '01JDA5Q0000000000000000000',
  agency: 'moj',
  reference: '2026-7K3F-9QXM-4',
  program: 'bench.ten@1.0.0/ten',
  status: 'active',
  next: 8,
  elements: {
    1: {
      element: 'ten',
      program: 'bench.ten@1.0.0/ten',
      variables: {
        applicant: { name: 'ليلى خليل', nationalId: '900000001', phone: '+970590000000' },
        purpose: 'work',
        amount: 25,
        approved: true,
        note: 'complete; the documents were seen at the counter',
      },
      arrived: {},
      children: 1,
    },
    7: { element: 'Task_Decide', scope: '1' },
  },
  waits: { 7: { kind: 'task', owner: '7' } },
  incidents: {},
  completers: { 'bench.ten@1.0.0/ten#Task_Review': 'clerk.one' },
})

/** The events from one task to the next: task closed, variables set, through a gateway, next task opened. */
export const EVENTS = JSON.stringify([
  { kind: 'taskClosed', id: '3', outcome: 'completed', by: 'clerk.one' },
  { kind: 'variablesSet', scope: '1', values: { approved: true, note: 'complete; the documents were seen' } },
  { kind: 'elementCompleted', id: '3' },
  { kind: 'flowTaken', flow: 'Flow_3', scope: '1' },
  { kind: 'elementActivated', id: '5', element: 'Gateway_Approved', scope: '1' },
  { kind: 'elementCompleted', id: '5' },
  { kind: 'flowTaken', flow: 'Flow_4', scope: '1' },
  { kind: 'elementActivated', id: '7', element: 'Task_Decide', scope: '1' },
  {
    kind: 'taskOpened',
    id: '7',
    task: {
      element: 'Task_Decide',
      name: 'Decide on the application',
      program: 'bench.ten@1.0.0/ten',
      form: 'decide',
      candidateGroups: ['clerks'],
      candidateUsers: [],
      priority: 50,
      fourEyes: [],
    },
  },
])

/** As scattered as real ones, so that an index on them costs what it costs in service. */
export function referenceOf(n: number): Reference {
  const mixed = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 0
  const letters = `${mixed.toString(36).padStart(7, '0')}${(n % 46_656).toString(36).padStart(3, '0')}`.toUpperCase()
  return `2026-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}` as Reference
}
