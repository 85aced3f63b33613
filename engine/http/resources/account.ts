/** A person who may sign in, and their session. */
import { resource, string, strings, time } from './resource.ts'

export const Session = resource(
  'Session',
  'A signed-in person; the token is shown this once',
  { token: string, expires: time, user: string, agency: string, roles: strings, groups: strings },
  [],
  {
    token: 'kq1c…',
    expires: '2026-11-23T21:00:00.000Z',
    user: 'clerk.rana',
    agency: 'moj',
    roles: ['clerk'],
    groups: ['judicial-record-clerk'],
  },
)

export const Account = resource(
  'Account',
  'A person who may sign in',
  {
    id: string,
    agency: string,
    name: string,
    roles: strings,
    groups: strings,
    disabled: { type: 'boolean' },
    createdAt: time,
  },
  [],
  {
    id: 'clerk.rana',
    agency: 'moj',
    name: 'Rana',
    roles: ['clerk'],
    groups: ['judicial-record-clerk'],
    disabled: false,
    createdAt: '2026-11-23T07:00:00.000Z',
  },
)
