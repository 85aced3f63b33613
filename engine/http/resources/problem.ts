/** A refusal, as every route may answer with. */
import { resource, string } from './resource.ts'

export const Finding = resource(
  'Finding',
  'One thing that is wrong: where, what, and the remedy',
  {
    rule: string,
    severity: { enum: ['error', 'warning'] },
    file: string,
    place: { type: 'string', description: 'Element id or JSON pointer' },
    message: string,
    messageAr: string,
    remedy: string,
    remedyAr: string,
  },
  ['file', 'place', 'messageAr', 'remedy', 'remedyAr'],
  { rule: 'schema/required', severity: 'error', place: '/variables', message: "must have required property 'purpose'" },
)

export const Problem = resource(
  'Problem',
  'A refusal (RFC 9457): title in the language of Accept-Language, detail always in English',
  {
    type: { type: 'string', description: 'urn:masar:problem:<code>' },
    title: string,
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: string,
    code: { type: 'string', description: 'Stable and machine-readable' },
    instance: { type: 'string', description: 'urn:masar:request:<number in the log>' },
    findings: { type: 'array', items: { $ref: 'Finding#' } },
  },
  ['findings'],
  {
    type: 'urn:masar:problem:task.closed',
    title: 'سبق إغلاق هذه المهمة',
    status: 409,
    detail:
      'Expected an open task, but 01JDA5Q0000000000000000000:7 was completed or canceled before; read the list again',
    code: 'task.closed',
    instance: 'urn:masar:request:6f6b7a0e-5d0d-4a53-9a4f-5a3b4f2f3a11',
  },
)
