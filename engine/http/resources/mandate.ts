/** That a person may act for a company, and the record of it. */
import { MANDATE_ROLES, MANDATE_SOURCES } from '../../core/mandate.ts'
import { resource, string, strings, time } from './resource.ts'

const text = { type: 'object', properties: { ar: string, en: string }, required: ['ar', 'en'] } as const
const company = {
  type: 'object',
  properties: { number: string, name: text },
  required: ['number', 'name'],
} as const
const services = { ...strings, description: 'Packages it reaches; absent: all' }
const role = { enum: MANDATE_ROLES }

const COMPANY = { number: '562400101', name: { ar: 'شركة سنابل الخير', en: 'Sanabel Al-Khair Company' } }

export const Representation = resource(
  'Representation',
  'A company the caller may act for, by all their mandates together',
  { company, role, services },
  ['services'],
  { company: COMPANY, role: 'representative', services: ['mot.vehicle-renewal'] },
)

export const Mandate = resource(
  'Mandate',
  'That somebody may act for a company: by the word of the register, of a signatory, or of the operator',
  {
    id: string,
    company,
    holder: { type: 'string', description: 'User name: the national ID number of a citizen' },
    role,
    services,
    source: { enum: MANDATE_SOURCES },
    starts: time,
    ends: time,
    givenBy: string,
    givenAt: time,
    revokedAt: time,
    revokedBy: string,
    inForce: { type: 'boolean' },
  },
  ['services', 'ends', 'revokedAt', 'revokedBy'],
  {
    id: '0b7c0a0e-5d0d-4a53-9a4f-5a3b4f2f3a12',
    company: COMPANY,
    holder: '400000014',
    role: 'representative',
    services: ['mot.vehicle-renewal'],
    source: 'portal',
    starts: '2026-11-23T07:00:00.000Z',
    givenBy: 'user:400000105 for company:562400101',
    givenAt: '2026-11-23T07:00:00.000Z',
    inForce: true,
  },
)

export const MandateEntry = resource(
  'MandateEntry',
  'A line of the record of mandates of a company',
  {
    kind: { enum: ['granted', 'revoked', 'used'] },
    at: time,
    company: string,
    holder: string,
    mandate: string,
    by: string,
  },
  ['mandate'],
  {
    kind: 'granted',
    at: '2026-11-23T07:00:00.000Z',
    company: '562400101',
    holder: '400000014',
    mandate: '0b7c0a0e-5d0d-4a53-9a4f-5a3b4f2f3a12',
    by: 'user:400000105 for company:562400101',
  },
)
