/**
 * Who gets through to what: one row per route, one letter per caller. A route that is not here fails the test, and so
 * does a letter that is not what happens.
 *
 *     +  gets through: done, or refused for a reason of the work itself (409, 422)
 *     r  the role may not use this route (403 route.forbidden)
 *     o  the role may, this person may not with this object (403 with a code of its own)
 *     0  as if it did not exist: the very answer that a made-up id gets (404)
 *     s  sign in first (401)
 *     x  whoever it is, only a signature counts; no switch is connected here, and its protocol says so
 */
import type { Name } from './house.ts'

/** The columns, left to right. The application is of 900000001, at agency moj. */
export const CALLERS = [
  undefined,
  'nobody.yet',
  '900000001',
  '900000002',
  'clerk.rana',
  'supervisor.huda',
  'analyst.nour',
  'operator.omar',
  'auditor.aya',
  'worker.stamps',
  'clerk.other',
  'supervisor.other',
  'analyst.other',
  'operator.other',
  'auditor.other',
  'worker.other',
  'operator.platform',
] as const satisfies readonly (Name | undefined)[]

export interface Row {
  readonly route: string
  /** One letter per caller; blanks group them: nobody | no role, citizens | own agency | other agency | platform. */
  readonly expect: string
  readonly body?: object
  /** Not JSON: what to send it as. */
  readonly type?: string
  /** For people: asked as a browser asks, known by a cookie; `s` is the way to the sign-in page. */
  readonly page?: true
  /** What its form holds. */
  readonly form?: Readonly<Record<string, string>>
}

const task = { variables: {} }
const token = { token: 1 }
const account = { agency: 'moj', name: 'X', roles: [], groups: [], password: 'long enough by far' }

export const ACCESS: readonly Row[] = [
  { route: 'POST /api/sessions', expect: '+ +++ ++++++ ++++++ +', body: { user: '' } },
  { route: 'DELETE /api/sessions/current', expect: 's +++ ++++++ ++++++ +', body: { no: 1 } },
  { route: 'GET /api/me', expect: 's +++ ++++++ ++++++ +' },

  // No sign-on is configured here, so there is none to anybody.
  {
    route: 'POST /api/sign-ons/:id/endings',
    expect: '0 000 000000 000000 0',
    type: 'application/x-www-form-urlencoded',
  },
  { route: 'GET /api/companies', expect: 's +++ ++++++ ++++++ +' },
  { route: 'GET /api/companies/:number/record', expect: 's roo rrrorr rrrorr +' },
  // Nobody here has a mandate of this company, which is as if there were none; an operator of the installation may give one.
  { route: 'PUT /api/sessions/current/company', expect: 's +++ ++++++ ++++++ +', body: { company: '562400101' } },
  { route: 'GET /api/mandates', expect: 's r++ rrr+rr rrr+rr +' },
  { route: 'POST /api/mandates', expect: 's roo rrrorr rrrorr +', body: { holder: '900000003' } },
  { route: 'DELETE /api/mandates/:id', expect: 's r00 rrr0rr rrr0rr 0' },

  { route: 'PUT /api/accounts/:id', expect: 's rrr rrr+rr rrrorr +', body: account },
  { route: 'GET /api/accounts', expect: 's rrr r+r+rr r+r+rr +' },

  { route: 'POST /api/deployments', expect: 's rrr rr++rr rr++rr +', type: 'application/zip' },
  { route: 'GET /api/deployments', expect: 's rrr r++++r r++++r +' },
  { route: 'GET /api/deployments/:packageId/:version/package', expect: 's rrr rr+++r rr000r +' },
  { route: 'GET /api/definitions', expect: '+ +++ ++++++ ++++++ +' },
  { route: 'GET /api/definitions/:id', expect: '+ +++ ++++++ ++++++ +' },

  {
    route: 'POST /api/instances',
    expect: 's roo ++o+ro ooooro +',
    body: { packageId: 'test.permit', channel: 'counter', variables: {} },
  },
  { route: 'GET /api/instances', expect: 's +++ ++++++ ++++++ +' },
  { route: 'GET /api/instances/:id', expect: 's 0+0 +++++0 000000 +' },
  { route: 'GET /api/instances/:id/history', expect: 's rrr +++++r 00000r +' },
  { route: 'GET /api/instances/:id/at', expect: 's rrr +++++r 00000r +' },
  { route: 'GET /api/instances/:id/evidence', expect: 's rrr ++r++r 00r00r +' },
  { route: 'GET /api/instances/:id/accesses', expect: 's 0+0 oooo+0 000000 o' },
  { route: 'GET /api/instances/:id/documents/:digest', expect: 's 0+0 +++++0 000000 +' },
  { route: 'GET /api/instances/:id/ad-hoc', expect: 's rrr ++r+rr 00r0rr +' },
  {
    route: 'POST /api/instances/:id/ad-hoc',
    expect: 's rrr ++r+r+ 00r0r0 +',
    body: { elements: [{ element: 'X' }] },
  },
  { route: 'POST /api/instances/:id/suspend', expect: 's rrr rrr+rr rrr0rr +', body: { reason: 'tried' } },
  { route: 'POST /api/instances/:id/resume', expect: 's rrr rrr+rr rrr0rr +', body: { reason: 'tried' } },
  {
    route: 'POST /api/instances/:id/modify',
    expect: 's rrr rrr+rr rrr0rr +',
    body: { reason: 'tried', instructions: [{ kind: 'cancel', id: '99' }] },
  },
  { route: 'POST /api/instances/:id/restart', expect: 's rrr rrr+rr rrr0rr +', body: { reason: 'tried', at: ['X'] } },
  { route: 'POST /api/instances/:id/cancel', expect: 's rrr r+r+rr r0r0rr +', body: { reason: 'tried' } },
  {
    route: 'POST /api/instances/:id/clocks/stop',
    expect: 's rrr r+rrrr r0rrrr r',
    body: { deadline: 'none', legalBasis: 'none', reason: 'tried' },
  },
  {
    route: 'POST /api/instances/:id/clocks/continue',
    expect: 's rrr r+rrrr r0rrrr r',
    body: { deadline: 'none', reason: 'tried' },
  },
  { route: 'PATCH /api/instances/:id/variables', expect: 's rrr rrr+rr rrr0rr +', body: { variables: {} } },

  {
    route: 'POST /api/migrations',
    expect: 's rrr rrr+rr rrrorr +',
    body: { packageId: 'test.permit', from: '1.0.0', to: '1.1.0' },
  },
  { route: 'GET /api/migrations', expect: 's rrr r+r++r r+r++r +' },
  { route: 'GET /api/migrations/:id', expect: 's rrr r+r++r r0r00r +' },
  { route: 'GET /api/migrations/:id/failures', expect: 's rrr r+r++r r0r00r +' },
  { route: 'POST /api/migrations/:id/cancel', expect: 's rrr rrr+rr rrr0rr +' },
  { route: 'POST /api/instances/:id/migrate', expect: 's rrr rrr+rr rrr0rr +', body: { to: '1.0.0' } },

  { route: 'GET /api/tasks', expect: 's +++ ++++++ ++++++ +' },
  { route: 'GET /api/tasks/:id', expect: 's 000 ++0++0 000000 +' },
  { route: 'POST /api/tasks/:id/claim', expect: 's 000 +o0oo0 000000 o' },
  { route: 'POST /api/tasks/:id/release', expect: 's 000 ++0++0 000000 +' },
  {
    route: 'POST /api/tasks/:id/assign',
    expect: 's rrr r+r+rr r0r0rr +',
    body: { assignee: 'clerk.rana', reason: 'tried' },
  },
  { route: 'PUT /api/tasks/:id/draft', expect: 's 000 +o0oo0 000000 o', body: task },
  { route: 'POST /api/tasks/:id/complete', expect: 's 000 +o0oo0 000000 o', body: task },

  {
    route: 'POST /api/tasks/complete',
    expect: 's rrr ++r++r ++r++r +',
    body: { decisions: [{ id: 'none:1', variables: {}, reason: 'tried' }] },
  },
  { route: 'GET /api/inbox', expect: 's rrr ++r++r ++r++r +' },
  { route: 'GET /api/inbox/counts', expect: 's rrr ++r++r ++r++r +' },
  { route: 'GET /api/figures', expect: 's rrr o+r++r o+r++r +' },
  { route: 'GET /api/search', expect: 's rrr ++r++r ++r++r +' },
  { route: 'GET /api/filters', expect: 's rrr ++r++r ++r++r +' },
  { route: 'POST /api/filters', expect: 's rrr ++r++r ++r++r +', body: { name: 'x', filter: { view: 'mine' } } },
  { route: 'DELETE /api/filters/:id', expect: 's rrr 00r00r 00r00r 0' },
  { route: 'GET /api/instances/:id/notes', expect: 's 0+0 +++++0 000000 +' },
  {
    route: 'POST /api/instances/:id/notes',
    expect: 's rrr ++r+rr 00r0rr o',
    body: { audience: 'internal', body: 'tried' },
  },
  { route: 'GET /api/delegations', expect: 's rrr ++r++r ++r++r +' },
  {
    route: 'POST /api/delegations',
    expect: 's rrr ++r++r ++r++r +',
    body: { deputy: 'clerk.sami', from: '2020-01-01', until: '2020-01-02', reason: 'tried' },
  },
  { route: 'POST /api/delegations/:id/end', expect: 's rrr 00r00r 00r00r 0' },
  { route: 'GET /api/colleagues', expect: 's rrr ++r++r ++r++r +' },

  { route: 'POST /api/attachments', expect: 's +++ ++++++ ++++++ +', body: {} },
  { route: 'GET /api/attachments', expect: 's +++ ++++++ ++++++ +' },
  { route: 'GET /api/attachments/:digest', expect: 's 000 000000 000000 0' },
  { route: 'DELETE /api/attachments/:digest', expect: 's 000 000000 000000 0' },
  { route: 'POST /api/attachments/:digest/link', expect: 's 000 000000 000000 0' },
  { route: 'POST /api/instances/:id/documents/:digest/link', expect: 's 0+0 +++++0 000000 +' },
  { route: 'GET /files/:digest/:token', expect: '0 000 000000 000000 0' },

  { route: 'POST /api/messages', expect: 's rrr +rr+r+ orroro +', body: { name: 'judgment', agency: 'moj' } },

  { route: 'POST /api/signals', expect: 's rrr +rr+r+ orroro +', body: { name: 'closing', agency: 'moj' } },

  { route: 'POST /api/conditions', expect: 's rrr +rr+r+ orroro +', body: { variables: { none: 1 }, agency: 'moj' } },

  { route: 'POST /api/jobs/activate', expect: 's rrr rrrrr+ rrrrr+ r', body: { types: ['none'], worker: 'one' } },
  { route: 'POST /api/jobs/:id/complete', expect: 's rrr rrrrr+ rrrrr0 r', body: token },
  { route: 'POST /api/jobs/:id/fail', expect: 's rrr rrrrr+ rrrrr0 r', body: { ...token, reason: 'tried' } },
  { route: 'POST /api/jobs/:id/error', expect: 's rrr rrrrr+ rrrrr0 r', body: { ...token, code: 'TRIED' } },

  { route: 'GET /api/incidents', expect: 's rrr r+r++r r+r++r +' },
  { route: 'POST /api/incidents/resolve', expect: 's rrr rrr+rr rrr+rr +', body: { element: 'Nowhere' } },
  {
    route: 'POST /api/instances/cancel',
    expect: 's rrr rrr+rr rrr+rr +',
    body: { packageId: 'test.nothing', reason: 'tried' },
  },
  { route: 'GET /api/holidays', expect: 's +++ ++++++ ++++++ +' },
  {
    route: 'POST /api/holidays',
    expect: 's rrr r+r+rr r+r+rr +',
    body: { title: { ar: 'عطلة', en: 'x' }, first: '2020-01-01' },
  },
  {
    route: 'POST /api/holidays/preview',
    expect: 's rrr r+r+rr r+r+rr +',
    body: { announce: { title: { ar: 'عطلة', en: 'x' }, first: '2020-01-01' } },
  },
  {
    route: 'POST /api/holidays/:id/change',
    expect: 's rrr r0r0rr r0r0rr 0',
    body: { announcement: { title: { ar: 'عطلة', en: 'x' }, first: '2020-01-01' }, reason: 'tried' },
  },
  { route: 'POST /api/holidays/:id/withdraw', expect: 's rrr r0r0rr r0r0rr 0', body: { reason: 'tried' } },
  { route: 'GET /api/suspensions/ended', expect: 's rrr r+r++r r+r++r +' },
  { route: 'GET /api/suspensions', expect: 's rrr r+r++r r+r++r +' },
  {
    route: 'POST /api/suspensions',
    expect: 's rrr rrr+rr rrr+rr +',
    body: { packageId: 'test.nothing', reason: 'tried' },
  },
  {
    route: 'POST /api/suspensions/lift',
    expect: 's rrr rrr+rr rrr+rr +',
    body: { packageId: 'test.nothing', reason: 'x' },
  },
  { route: 'POST /api/incidents/:id/resolve', expect: 's rrr rrr+rr rrr0rr +' },

  { route: 'GET /.well-known/jwks.json', expect: '+ +++ ++++++ ++++++ +' },
  { route: 'GET /api/certificates/:serial', expect: '+ +++ ++++++ ++++++ +' },

  ...['GET', 'POST', 'PUT', 'PATCH'].map((method) => ({
    route: `${method} /fspiop/*`,
    expect: 'x xxx xxxxxx xxxxxx x',
    ...(method === 'GET' ? {} : { body: {} }),
  })),

  { route: 'GET /verify', expect: '+ +++ ++++++ ++++++ +' },
  { route: 'GET /verify.js', expect: '+ +++ ++++++ ++++++ +' },
  { route: 'GET /verify.css', expect: '+ +++ ++++++ ++++++ +' },

  { route: 'GET /assets/:name', expect: '+ +++ ++++++ ++++++ +' },
  { route: 'GET /designer/assets/:name', expect: '+ +++ ++++++ ++++++ +' },
  { route: 'GET /designer', expect: 's rrr rr++rr rr++rr +', page: true },
  { route: 'GET /designer/*', expect: 's rrr rr++rr rr++rr +', page: true },
  ...[
    { name: 'trial', body: { scenario: {} } },
    { name: 'tests', body: {} },
    { name: 'sign-offs', body: { rev: 1, role: 'legal' } },
    { name: 'publish', body: { rev: 1, version: '9.0.0' } },
    {
      name: 'documents/preview',
      body: { template: 'templates/a.hbs', text: '', sample: {}, language: 'ar' },
    },
  ].map(({ name, body }) => ({
    route: `POST /designer/api/drafts/:id/${name}`,
    expect: 's rrr rr++rr rr00rr +',
    page: true as const,
    body,
  })),
  // No bus is connected here.
  { route: 'GET /designer/api/databus/services', expect: 's rrr rr++rr rr++rr +', page: true },
  { route: 'GET /designer/api/shared/:id/:version/procedures', expect: 's rrr rr00rr rr00rr 0', page: true },
  { route: 'GET /designer/api/drafts/:id/diff', expect: 's rrr rr++rr rr00rr +', page: true },
  { route: 'GET /designer/api/drafts/:id/publishing-news', expect: 's rrr rr++rr rr00rr +', page: true },
  { route: 'GET /designer/api/drafts/:id/signers', expect: 's rrr rr++rr rr00rr +', page: true },
  { route: 'GET /designer/api/packages/:packageId/roll-back/:version', expect: 's rrr rr++rr rr00rr +', page: true },
  {
    route: 'POST /designer/api/packages/:packageId/roll-back',
    expect: 's rrr rr++rr rr00rr +',
    page: true,
    body: { to: '1.0.0' },
  },
  { route: 'GET /designer/api/*', expect: 's rrr rr++rr rr++rr +', page: true },
  { route: 'POST /language', expect: '+ +++ ++++++ ++++++ +', page: true, form: { language: 'en' } },
  { route: 'POST /typed/forget', expect: 's +++ ++++++ ++++++ +', page: true, form: { address: '/my' } },
  { route: 'GET /', expect: '+ +++ ++++++ ++++++ +', page: true },
  { route: 'GET /services/:packageId', expect: '+ +++ ++++++ ++++++ +', page: true },
  { route: 'POST /services/:packageId', expect: 's r++ rrrrrr rrrrrr r', page: true, form: {} },
  { route: 'GET /figures', expect: '+ +++ ++++++ ++++++ +', page: true },
  { route: 'GET /acting-for', expect: 's +++ ++++++ ++++++ +', page: true },
  { route: 'POST /acting-for', expect: 's +++ ++++++ ++++++ +', page: true, form: { company: '' } },
  { route: 'GET /mandates', expect: 's r++ rrrrrr rrrrrr r', page: true },
  { route: 'POST /mandates', expect: 's roo rrrrrr rrrrrr r', page: true, form: { holder: '900000003', all: 'yes' } },
  { route: 'POST /mandates/:id/revoke', expect: 's r00 rrrrrr rrrrrr r', page: true },
  { route: 'GET /apply/:draft', expect: 's r+0 rrrrrr rrrrrr r', page: true },
  { route: 'POST /apply/:draft', expect: 's r+0 rrrrrr rrrrrr r', page: true, form: {} },
  { route: 'GET /apply/:draft/check', expect: 's r+0 rrrrrr rrrrrr r', page: true },
  { route: 'POST /apply/:draft/check', expect: 's r+0 rrrrrr rrrrrr r', page: true, form: {} },
  { route: 'POST /apply/:draft/save', expect: 's r+0 rrrrrr rrrrrr r', page: true, form: {} },
  { route: 'POST /apply/:draft/discard', expect: 's r+0 rrrrrr rrrrrr r', page: true, form: {} },
  { route: 'GET /my', expect: 's r++ rrrrrr rrrrrr r', page: true },
  { route: 'GET /my/:reference', expect: 's r+0 rrrrrr rrrrrr r', page: true },
  { route: 'GET /my/:reference/received', expect: 's r+0 rrrrrr rrrrrr r', page: true },
  { route: 'GET /my/:reference/accesses', expect: 's r+0 rrrrrr rrrrrr r', page: true },
  { route: 'GET /my/:reference/documents/:digest', expect: 's r+0 rrrrrr rrrrrr r', page: true },
  { route: 'GET /my/tasks/:task', expect: 's r00 rrrrrr rrrrrr r', page: true },
  { route: 'POST /my/tasks/:task', expect: 's r00 rrrrrr rrrrrr r', page: true, form: {} },
  { route: 'POST /my/tasks/:task/save', expect: 's r00 rrrrrr rrrrrr r', page: true, form: {} },
  { route: 'GET /sign-in', expect: '+ +++ ++++++ ++++++ +', page: true },
  { route: 'POST /sign-in', expect: '+ +++ ++++++ ++++++ +', page: true, form: { user: '' } },
  // No sign-on is configured here, so there is none to anybody.
  { route: 'GET /sign-in/:id', expect: '0 000 000000 000000 0', page: true },
  { route: 'GET /sign-in/:id/back', expect: '0 000 000000 000000 0', page: true },
  { route: 'GET /desk', expect: 's rrr ++r++r ++r++r +', page: true },
  { route: 'GET /desk/tasks/:id', expect: 's rrr ++r++r 00r00r +', page: true },
  { route: 'POST /desk/tasks/:id', expect: 's rrr +oroor 00r00r o', page: true, form: { action: 'save' } },
  { route: 'POST /desk/tasks/:id/claim', expect: 's rrr +oroor 00r00r o', page: true },
  { route: 'POST /desk/tasks/:id/release', expect: 's rrr ++r++r 00r00r +', page: true },
  {
    route: 'POST /desk/tasks/:id/assign',
    expect: 's rrr r+r+rr r0r0rr +',
    page: true,
    form: { assignee: 'clerk.rana', reason: 'tried' },
  },
  { route: 'POST /desk/tasks/:id/draft', expect: 's rrr +oroor 00r00r o', page: true },
  { route: 'GET /desk/applications/:id', expect: 's rrr ++r++r 00r00r +', page: true },
  {
    route: 'POST /desk/applications/:id/notes',
    expect: 's rrr ++r+or 00r00r o',
    page: true,
    form: { audience: 'internal', body: 'tried', id: '00000000-0000-4000-8000-000000000000' },
  },
  {
    route: 'POST /desk/applications/:id/clocks',
    expect: 's rrr r+rrrr r0rrrr r',
    page: true,
    form: { clock: 'none', law: 'none', reason: 'tried' },
  },
  { route: 'GET /desk/search', expect: 's rrr ++r++r ++r++r +', page: true },
  { route: 'GET /desk/counter', expect: 's rrr ++r++r ++r++r +', page: true },
  { route: 'GET /desk/counter/:id', expect: 's rrr ++r++r 00r00r 0', page: true },
  { route: 'POST /desk/counter/:id', expect: 's rrr ++r++r 00r00r 0', page: true },
  { route: 'GET /desk/figures', expect: 's rrr o+r++r o+r++r +', page: true },
  { route: 'GET /desk/absence', expect: 's rrr ++r++r ++r++r +', page: true },
  { route: 'POST /desk/absence', expect: 's rrr ++r++r ++r++r +', page: true, form: { deputy: 'clerk.sami' } },
  { route: 'POST /desk/absence/:id/end', expect: 's rrr 00r00r 00r00r 0', page: true },
  {
    route: 'POST /desk/filters',
    expect: 's rrr ++r++r ++r++r +',
    page: true,
    form: { name: 'x', filter: 'view=mine' },
  },
  { route: 'POST /desk/filters/:id/remove', expect: 's rrr 00r00r 00r00r 0', page: true },
  { route: 'GET /desk/closures', expect: 's rrr r+r+rr r+r+rr +', page: true },
  { route: 'POST /desk/closures', expect: 's rrr r+r+rr r+r+rr +', page: true, form: { first: 'none' } },
  { route: 'POST /desk/closures/:id/withdraw', expect: 's rrr r0r0rr r0r0rr 0', page: true },
  { route: 'GET /desk/bulk', expect: 's rrr ++r++r ++r++r +', page: true },
  { route: 'POST /desk/bulk', expect: 's rrr ++r++r ++r++r +', page: true },
  { route: 'GET /desk/shortcuts', expect: 's rrr ++r++r ++r++r +', page: true },
  { route: 'POST /desk/shortcuts', expect: 's rrr ++r++r ++r++r +', page: true, form: { keys: 'on' } },
  { route: 'GET /desk/events', expect: 's rrr ++r++r ++r++r +', page: true },
  { route: 'GET /sessions', expect: 's +++ ++++++ ++++++ +', page: true },
  { route: 'POST /sessions/:id/end', expect: 's 000 000000 000000 0', page: true },
  { route: 'POST /sessions/end-others', expect: 's +++ ++++++ ++++++ +', page: true },
  { route: 'POST /sign-out', expect: '+ +++ ++++++ ++++++ +', page: true },

  // Drafts of packages are the agency's: of its analysts and operators.
  { route: 'GET /designer/api/drafts', expect: 's rrr rr++rr rr++rr +', page: true },
  { route: 'GET /designer/api/drafts/discarded', expect: 's rrr rr++rr rr++rr +', page: true },
  {
    route: 'POST /designer/api/drafts',
    expect: 's rrr rr++rr rr++rr +',
    page: true,
    body: { kind: 'blank', packageId: 'moj.x', title: { ar: 'أ', en: 'A' } },
  },
  { route: 'GET /designer/api/drafts/:id', expect: 's rrr rr++rr rr00rr +', page: true },
  { route: 'DELETE /designer/api/drafts/:id', expect: 's rrr rr++rr rr00rr +', page: true, body: {} },
  { route: 'POST /designer/api/drafts/:id/recover', expect: 's rrr rr++rr rr00rr +', page: true, body: {} },
  {
    route: 'POST /designer/api/drafts/:id/changes',
    expect: 's rrr rr++rr rr00rr +',
    page: true,
    body: { rev: 1, files: { 'README.md': 'x' } },
  },
  { route: 'POST /designer/api/drafts/:id/lock', expect: 's rrr rr++rr rr00rr +', page: true, body: {} },
  { route: 'DELETE /designer/api/drafts/:id/lock', expect: 's rrr rr++rr rr00rr +', page: true, body: {} },
  { route: 'GET /designer/api/drafts/:id/revisions', expect: 's rrr rr++rr rr00rr +', page: true },
  {
    route: 'POST /designer/api/drafts/:id/restore',
    expect: 's rrr rr++rr rr00rr +',
    page: true,
    body: { revision: 1 },
  },
  { route: 'GET /designer/api/drafts/:id/package', expect: 's rrr rr++rr rr00rr +', page: true },
  { route: 'POST /designer/api/drafts/:id/check', expect: 's rrr rr++rr rr00rr +', page: true, body: {} },
  { route: 'GET /designer/api/packages', expect: 's rrr rr++rr rr++rr +', page: true },
  { route: 'GET /designer/api/shared/:id/:version/package', expect: 's rrr rr++rr rr00rr +', page: true },
  { route: 'GET /designer/api/live/:packageId/:version', expect: 's rrr rr++rr rr00rr +', page: true },
  // Without a step there is nothing to ask for, whoever asks.
  { route: 'GET /designer/api/live/:packageId/:version/standing', expect: 's rrr rr++rr rr++rr +', page: true },
  { route: 'GET /designer/api/live/instances/:id', expect: 's rrr rr++rr rr00rr +', page: true },
  { route: 'GET /designer/api/live/instances/:id/moments/:event', expect: 's rrr rr++rr rr00rr +', page: true },

  { route: 'GET /health', expect: '+ +++ ++++++ ++++++ +' },
  { route: 'GET /ready', expect: '+ +++ ++++++ ++++++ +' },
  { route: 'GET /api/health', expect: 's rrr rrr++r rrr++r +' },
  { route: 'GET /metrics', expect: '+ +++ ++++++ ++++++ +' },
  { route: 'GET /api/openapi.json', expect: '+ +++ ++++++ ++++++ +' },
]
