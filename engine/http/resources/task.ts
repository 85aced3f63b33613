/** A piece of work on the desk, and how the application stands once it is done. */
import { OUTCOMES } from '../../commands/outcomes.ts'
import { anything, integer, resource, string, strings, time } from './resource.ts'
import { summary, summaryExample } from './instance.ts'

const text = { type: 'object', properties: { ar: string, en: string }, required: ['ar', 'en'] } as const

const task = {
  id: { type: 'string', description: 'instance:number' },
  localId: string,
  instance: string,
  agency: string,
  reference: string,
  service: string,
  program: string,
  element: string,
  name: string,
  form: string,
  status: { enum: ['open', 'completed', 'canceled'] },
  assignee: string,
  candidateGroups: strings,
  candidateUsers: strings,
  due: time,
  followUp: time,
  priority: integer,
  fourEyes: strings,
  openedAt: time,
  closedAt: time,
  closedBy: string,
  draft: anything,
} as const

const TASK_OPTIONAL = ['form', 'assignee', 'due', 'followUp', 'closedAt', 'closedBy', 'draft'] as const

const taskExample = {
  id: `${summaryExample.id}:7`,
  localId: '7',
  instance: summaryExample.id,
  agency: 'moj',
  reference: summaryExample.reference,
  service: 'moj.non-conviction',
  program: summaryExample.program,
  element: 'review',
  name: 'Review the application',
  form: 'review',
  status: 'open',
  candidateGroups: ['judicial-record-clerk'],
  candidateUsers: [],
  priority: 50,
  fourEyes: [],
  openedAt: '2026-11-23T09:05:00.000Z',
} as const

export const Task = resource('Task', 'A piece of work on the desk', task, TASK_OPTIONAL, taskExample)

export const TaskDetail = resource(
  'TaskDetail',
  'A task with its form and what is known; applicants see what the form asks for',
  {
    ...task,
    variables: anything,
    formDefinition: anything,
    outcomes: {
      type: 'array',
      description:
        'Answers that return the application for correction or refuse it: completing with one of them does so',
      items: {
        type: 'object',
        properties: {
          kind: { enum: OUTCOMES },
          place: { ...string, description: 'The question, "/decision"' },
          value: { description: 'The answer' },
          label: text,
        },
        required: ['kind', 'place', 'value', 'label'],
        additionalProperties: false,
      },
    },
  },
  [...TASK_OPTIONAL, 'formDefinition', 'outcomes'],
  {
    ...taskExample,
    variables: { purpose: 'work' },
    outcomes: [
      {
        kind: 'return',
        place: '/decision',
        value: 'correct',
        label: { ar: 'إعادة للاستكمال', en: 'Return for correction' },
      },
    ],
  },
)

export const Moved = resource(
  'Moved',
  'How the application stands after the change, which is on disk',
  { instance: string, reference: string, status: summary.status, rev: integer },
  ['reference', 'rev'],
  { instance: summaryExample.id, reference: summaryExample.reference, status: 'active', rev: 4 },
)
