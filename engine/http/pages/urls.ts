/** The addresses of all pages, in one place: whoever links to a page asks here. */

export const URLS = {
  home: () => '/',
  service: (packageId: string) => `/services/${part(packageId)}`,
  apply: (draft: string, page?: string) => `/apply/${part(draft)}${page === undefined ? '' : `?page=${part(page)}`}`,
  change: (draft: string, page: string, target: string) =>
    `/apply/${part(draft)}?page=${part(page)}&from=check#${target}`,
  saveDraft: (draft: string) => `/apply/${part(draft)}/save`,
  check: (draft: string) => `/apply/${part(draft)}/check`,
  discard: (draft: string) => `/apply/${part(draft)}/discard`,
  my: () => '/my',
  application: (reference: string) => `/my/${part(reference)}`,
  received: (reference: string) => `/my/${part(reference)}/received`,
  accesses: (reference: string) => `/my/${part(reference)}/accesses`,
  document: (reference: string, digest: string) => `/my/${part(reference)}/documents/${part(digest)}`,
  myTask: (task: string) => `/my/tasks/${part(task)}`,
  saveMyTask: (task: string) => `/my/tasks/${part(task)}/save`,
  /** For whom one acts. @param next where to go on afterwards, within this site */
  actingFor: (next?: string) =>
    next === undefined ? '/acting-for' : `/acting-for?${new URLSearchParams({ next }).toString()}`,
  mandates: () => '/mandates',
  mandateRevocation: (id: string) => `/mandates/${part(id)}/revoke`,
  figures: () => '/figures',
  desk: () => '/desk',
  deskTask: (task: string) => `/desk/tasks/${part(task)}`,
  /** @param action 'claim', 'release', 'assign' or 'draft' */
  deskTaskAction: (task: string, action: string) => `/desk/tasks/${part(task)}/${action}`,
  deskApplication: (reference: string) => `/desk/applications/${part(reference)}`,
  deskNotes: (reference: string) => `/desk/applications/${part(reference)}/notes`,
  deskClocks: (reference: string) => `/desk/applications/${part(reference)}/clocks`,
  deskFilters: () => '/desk/filters',
  deskFilterRemoval: (id: string) => `/desk/filters/${part(id)}/remove`,
  deskSearch: () => '/desk/search',
  deskCounter: () => '/desk/counter',
  deskCounterService: (packageId: string) => `/desk/counter/${part(packageId)}`,
  deskFigures: () => '/desk/figures',
  deskAbsence: () => '/desk/absence',
  deskAbsenceEnd: (id: string) => `/desk/absence/${part(id)}/end`,
  deskClosures: () => '/desk/closures',
  deskClosureWithdrawal: (id: string) => `/desk/closures/${part(id)}/withdraw`,
  deskBulk: () => '/desk/bulk',
  deskShortcuts: () => '/desk/shortcuts',
  deskEvents: () => '/desk/events',
  designer: () => '/designer',
  /** @param next where to go on afterwards, within this site */
  signIn: (next?: string) => (next === undefined ? '/sign-in' : `/sign-in?${new URLSearchParams({ next }).toString()}`),
  /** @param id of a sign-on outside, @param next where to go on afterwards */
  signOn: (id: string, next?: string) =>
    `/sign-in/${part(id)}${next === undefined ? '' : `?${new URLSearchParams({ next }).toString()}`}`,
  signOnBack: (id: string) => `/sign-in/${part(id)}/back`,
  signOut: () => '/sign-out',
  sessions: () => '/sessions',
  endSession: (name: string) => `/sessions/${part(name)}/end`,
  endOtherSessions: () => '/sessions/end-others',
  language: () => '/language',
  forgetTyped: () => '/typed/forget',
  verify: () => '/verify',
} as const

const part = (name: string): string => encodeURIComponent(name)

/** An address within this site that came from outside, else undefined: nobody is led elsewhere by a link to us. */
export function localPath(address: unknown): string | undefined {
  if (typeof address !== 'string' || address.length > 1_000 || !/^\/(?![/\\])[^\s\\]*$/.test(address)) return undefined
  const url = URL.parse(address, 'http://here.invalid')
  // "/.//elsewhere" is an address of ours whose path, read once more, is one of another host.
  if (url?.origin !== 'http://here.invalid' || url.pathname.startsWith('//')) return undefined
  return url.pathname + url.search
}
