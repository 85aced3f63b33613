/** What the desk keeps and counts: notes, absences, colleagues, filters, the inbox, figures, what became of several tasks. */
import { INBOX_DUES, INBOX_STATES, INBOX_VIEWS } from '../../commands/inbox.ts'
import { AUDIENCES } from '../../core/note.ts'
import { summaryExample } from './instance.ts'
import { integer, resource, string, strings, time } from './resource.ts'

const uuid = '0b7c0a0e-5d0d-4a53-9a4f-5a3b4f2f3a12'
const at = '2026-11-25T08:00:00.000Z'
const whole = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

export const Note = resource(
  'Note',
  'What staff wrote beside an application; applicants read what is for them, without the author',
  { id: string, audience: { enum: AUDIENCES }, author: string, body: string, at: time },
  ['author'],
  { id: uuid, audience: 'internal', author: 'clerk.rana', body: 'The picture is not clear', at },
)

export const Delegation = resource(
  'Delegation',
  "A clerk's desk in a colleague's hands, from a day to a day",
  {
    id: string,
    principal: { ...string, description: 'Whose tasks' },
    deputy: { ...string, description: 'Who works on them' },
    starts: time,
    ends: { ...time, description: 'The first moment after it' },
    reason: string,
    madeBy: string,
    madeAt: time,
    endedAt: time,
    endedBy: string,
  },
  ['endedAt', 'endedBy'],
  {
    id: uuid,
    principal: 'clerk.rana',
    deputy: 'clerk.sami',
    starts: '2026-11-29T22:00:00.000Z',
    ends: '2026-12-06T22:00:00.000Z',
    reason: 'annual leave',
    madeBy: 'clerk.rana',
    madeAt: at,
  },
)

export const Colleague = resource(
  'Colleague',
  'Somebody who shares a group with the caller; to supervisors, everybody of the agency who has one',
  { id: string, name: string, groups: strings },
  [],
  { id: 'clerk.sami', name: 'Sami', groups: ['clerks'] },
)

/** As it is asked for and as it is kept. */
export const inboxFilter = {
  view: { enum: INBOX_VIEWS },
  service: { ...string, maxLength: 80, description: 'id of a package' },
  state: { enum: INBOX_STATES, description: 'open: not completed; free: nobody has it; done: the last first' },
  due: { enum: INBOX_DUES },
  text: { ...string, maxLength: 100, description: 'Reference number, name or number of a person' },
} as const

export const SavedFilter = resource(
  'SavedFilter',
  'A way to look at the inbox, kept under a name; with an office, the members of that group see it too',
  {
    id: string,
    name: string,
    owner: string,
    office: string,
    filter: whole(inboxFilter, ['service', 'state', 'due', 'text']),
    createdAt: time,
  },
  ['office'],
  {
    id: uuid,
    name: 'Overdue',
    owner: 'clerk.rana',
    office: 'clerks',
    filter: { view: 'groups', due: 'overdue' },
    createdAt: at,
  },
)

const counted = whole({ open: integer, overdue: integer })

export const InboxCounts = resource(
  'InboxCounts',
  'Open tasks by view, each counted up to 1,000; `all` is 0 to who does not oversee the work',
  { mine: counted, groups: counted, all: counted },
  [],
  { mine: { open: 3, overdue: 1 }, groups: { open: 12, overdue: 0 }, all: { open: 0, overdue: 0 } },
)

const milliseconds = (description: string): object => ({ ...integer, description: `${description}, in milliseconds` })

export const Figures = resource(
  'Figures',
  'How the work of the agency stands, per service and holder',
  {
    now: time,
    since: { ...time, description: 'What was done is counted by whole days from this one on' },
    tasks: {
      type: 'array',
      items: whole({
        service: string,
        holder: {
          ...whole({ kind: { enum: ['person', 'nobody', 'named'] }, id: string }, ['id']),
          description: 'named: whoever they are meant for from the start, mostly the applicant',
        },
        open: integer,
        age: milliseconds('Mean age of the open ones'),
        overdue: integer,
        done: integer,
        late: { ...integer, description: 'Of those done, after they were due' },
        spent: milliseconds('Mean time from opening to completion'),
      }),
    },
  },
  [],
  {
    now: at,
    since: '2026-11-19T08:00:00.000Z',
    tasks: [
      {
        service: 'moj.non-conviction',
        holder: { kind: 'person', id: 'clerk.rana' },
        open: 3,
        age: 5_400_000,
        overdue: 1,
        done: 20,
        late: 2,
        spent: 3_600_000,
      },
    ],
  },
)

export const TaskOutcome = resource(
  'TaskOutcome',
  'What became of one of several tasks; without a problem it is done',
  { id: string, problem: whole({ code: string, title: string, detail: string }) },
  ['problem'],
  {
    id: `${summaryExample.id}:7`,
    problem: { code: 'task.closed', title: 'The task is closed', detail: 'Expected an open task' },
  },
)
